// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/face_regions.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::media {

struct Metadata;

/// What people have said of a picture here, as it is to stand where other programs read it.
struct WrittenMetadata
{
    std::optional<double> rating; ///< 0..5
    QStringList keywords;         ///< all of them; what else is there was taken away
    QString title;
    QString description;
    /// Every face that is known, upright; those with a name are written. What is written already of another face than
    /// these stays. None at all: it is not known yet who is in the picture, and every region stays.
    std::optional<std::vector<FaceRegion>> faces;

    /// Whether it has anything that could be written.
    [[nodiscard]] bool saysAnything() const;
    /// Whether a file that says so much needs nothing written.
    [[nodiscard]] bool isSaidBy(const Metadata &metadata) const;
};

/// The XMP packet of a sidecar with these values in it: `former` (empty: there is none yet) with everything in it that
/// is not ours to say. The very same bytes where nothing changes, none where there is nothing to say. `frame` is the
/// picture that the regions are in; `path` is only for errors. FileDamaged where `former` is no XMP: who wrote it may
/// still mend it. From any thread.
[[nodiscard]] Result<QByteArray> updatedXmp(const QByteArray &former, const WrittenMetadata &written,
                                            const RegionFrame &frame, const QString &path);

} // namespace kinframe::media
