// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "library/asset_edit.h"
#include "library/metadata_rules.h"
#include "ui/base/services.h"

#include <QStringList>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace kinframe::ui {

/// Tags that a photo gets and loses; the others stay.
struct TagChange
{
    QStringList added = {};
    QStringList removed = {};
};

/// What is done to one photo. Small, since a million of them may be at hand; what is the same for many they share.
struct ImageChange
{
    enum class Kind { Trash, Restore, Archive, Unarchive, Edit, Turn, DeleteForGood, Metadata, Tags };
    Kind kind = Kind::Edit;
    library::AssetEdit edit = {};
    int quarterTurns = 0;
    std::shared_ptr<const library::MetadataEdit> metadata = {}; ///< of Metadata
    std::shared_ptr<const TagChange> tags = {};                 ///< of Tags
};

using ImageChanges = std::vector<std::pair<QUuid, ImageChange>>;

/// How far it came.
struct ChangesDone
{
    ImageChanges undoing;         ///< what takes back all that was done, in reverse order; nothing for what cannot be
    qint64 done = 0;              ///< photos
    qint64 refused = 0;           ///< photos that could not take it, though the others could
    std::optional<Error> refusal; ///< why the first of those could not
    std::optional<Error> error;   ///< why not all of it was; not said where somebody stopped it
};

/// Does them in order, many in one write. What somebody has deleted meanwhile is left out; one photo that cannot be
/// read keeps none of the others from being turned. Once `stop` is asked for, what was done stays done. `onDone` hears
/// how many are over. On a thread that may wait.
[[nodiscard]] ChangesDone applyChanges(const Services &services, qint64 userId, const ImageChanges &changes,
                                       const std::stop_token &stop = {},
                                       const std::function<void(qint64 over)> &onDone = {});

/// The ids of photos, from their row ids. On a thread that may wait.
[[nodiscard]] Result<std::vector<QUuid>> uuidsOf(const Services &services, qint64 userId,
                                                 const std::vector<qint64> &keys);

} // namespace kinframe::ui
