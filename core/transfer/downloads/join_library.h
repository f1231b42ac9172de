// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "library/services.h"
#include "transfer/checksum.h"
#include "transfer/downloads/download_task.h"

#include <optional>

namespace kinframe::transfer {

/// The kind of job that adds what was downloaded to the library.
inline constexpr char16_t joinKind[] = u"download";

/// Adds downloaded files to the library of the computer's owner, left where they lie; a live photo as one.
class JoinLibrary
{
public:
    explicit JoinLibrary(const library::Services &services);

    /// Has the job below do it. Throws SqlError.
    void enqueue(storage::Transaction &transaction, const DownloadTask &task) const;
    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

    /// Where a file of the owner's library lies that has these bytes; nothing where there is none.
    [[nodiscard]] std::optional<QString> find(const Checksum &checksum) const;

private:
    library::Services m_services;
};

} // namespace kinframe::transfer
