// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/kept_album.h"
#include "ui/base/services.h"

#include <functional>
#include <stop_token>
#include <variant>
#include <vector>

namespace kinframe::ui {

/// Something that is done to an album in one write. A null `album` is the one that was made just before.
struct AlbumChange
{
    struct Make
    {
        albums::AlbumEdit edit;
    };
    struct Delete
    {
        QUuid album;
    };
    struct Restore
    {
        albums::KeptAlbum kept;
    };
    struct Edit
    {
        QUuid album;
        albums::AlbumEdit edit;
        bool forgetsCover = false; ///< in place of one that was chosen
    };
    struct Add
    {
        QUuid album;
        std::vector<QUuid> assets;
        std::optional<QUuid> cover; ///< one of them, chosen again
    };
    struct Remove
    {
        QUuid album;
        std::vector<QUuid> assets;
    };
    std::variant<Make, Delete, Restore, Edit, Add, Remove> what;
};

using AlbumChanges = std::vector<AlbumChange>;

/// How far it came.
struct AlbumChangesDone
{
    AlbumChanges undoing;       ///< what takes back all that was done, in reverse order
    QUuid made;                 ///< the album that was made
    qint64 photos = 0;          ///< that came into an album or left it
    qint64 albums = 0;          ///< that were made, deleted, restored or edited
    std::optional<Error> error; ///< why not all of it was done
};

/// Does them in order, each in a write of its own. `onDone` hears how many are over; once `stop` is asked for, what was
/// done stays done. On a thread that may wait.
[[nodiscard]] AlbumChangesDone applyChanges(const Services &services, qint64 userId, const AlbumChanges &changes,
                                            const std::stop_token &stop = {},
                                            const std::function<void(qint64 over)> &onDone = {});

/// So many photos are added or removed in one write: others write meanwhile.
inline constexpr size_t photosAtOnce = 1000;

} // namespace kinframe::ui
