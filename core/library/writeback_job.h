// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/asset.h"
#include "library/services.h"
#include "library/writeback.h"
#include "media/face_regions.h"

#include <functional>
#include <vector>

namespace kinframe::library {

/// Does the jobs of kind `writeback`. What is written is only what differs, so a job may be run again at any time and a
/// photo whose file says it all already gets no sidecar. A photo in place has its sidecar beside its file (the first of
/// several), one in the store in `sidecars`; the file itself is written to only where the owner has asked for that too,
/// it is the only place of its bytes, and its format can be shown to be the same picture afterwards. It stays the same
/// photo then. Several threads at once.
class WriteBackJob
{
public:
    /// Every face of an asset, upright as its file says, without a person's own turning; a face of nobody with a name
    /// is without one. The faces are not the library's; who has them gives this. Throws SqlError.
    using FaceSource = std::function<std::vector<media::FaceRegion>(storage::Connection &, const Asset &)>;

    WriteBackJob(const Services &services, FaceSource faces);

    /// FileDamaged where a sidecar is no XMP; FileChanged where somebody else writes to it right now; DiskReadOnly,
    /// DiskFull: nothing has changed then.
    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    struct Photo;
    [[nodiscard]] Result<jobs::Effect> everything(jobs::JobContext &context);
    [[nodiscard]] Result<std::optional<Photo>> load(const jobs::Job &job);
    [[nodiscard]] Result<jobs::Effect> write(Photo photo);
    [[nodiscard]] Result<QByteArray> writeSidecar(const Photo &photo);
    [[nodiscard]] Result<void> writeFile(const Photo &photo);
    /// A run that was killed may have written into the file and not recorded that.
    [[nodiscard]] Result<jobs::Effect> takeChangedFile(const Photo &photo);

    Services m_services;
    FaceSource m_faces;
};

} // namespace kinframe::library
