// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"
#include "media/metadata.h"
#include "storage/transaction.h"

#include <QString>

namespace kinframe::library {

/// What a photo's file and its sidecar say together: as it was when it was last read, and now.
struct SidecarChange
{
    media::Metadata before;
    media::Metadata now;
    QString text; ///< of the sidecar now

    /// Whether it marks other people than before: then the photo is looked at anew.
    [[nodiscard]] bool hasOtherRegions() const;
};

/// Takes over what somebody else has written into a sidecar: a rating where nobody has given one here, keywords as they
/// were added and taken away there, but those that somebody has set or taken away here. Throws SqlError.
[[nodiscard]] Result<void> takeSidecarChange(storage::Transaction &transaction, const Services &services,
                                             const Asset &asset, const SidecarChange &change);

/// What is known to stand in the photo's sidecar; empty where there was none. Throws SqlError.
[[nodiscard]] QString knownSidecar(storage::Connection &db, qint64 assetId);
/// Throws SqlError.
void noteSidecar(storage::Transaction &transaction, qint64 assetId, const QString &text);

} // namespace kinframe::library
