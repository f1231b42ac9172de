// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "sync/mark.h"

#include <QUuid>

#include <vector>

namespace kinframe::sync {

/// What clients keep besides assets. The numbers are those of `sync_entry`.
enum class EntryKind {
    Album = 1,
    AlbumUser,  ///< its part: who sees it besides its owner
    AlbumAsset, ///< its part: a photo in it
    Stack,
    Person,
    Face, ///< those that are gone alone; others come with their photos
    Memory,
    MemoryAsset, ///< its part: a photo in it
};

/// That a thing is new or another to a user, or that it is gone, or out of their sight.
struct Entry
{
    qint64 id = 0; ///< its place in the order of all changes; the next change of the thing gets another one
    QUuid thing;
    QUuid part; ///< null where the kind has none
};

enum class Outcome { Changed, Gone };

/// The next entries of a user behind a place, up to another one; fewer than `most` only at the end. Each call may see
/// another snapshot: what changes meanwhile is behind all of these. Throws SqlError.
[[nodiscard]] std::vector<Entry> entriesAfter(storage::Connection &db, qint64 userId, EntryKind kind, Outcome outcome,
                                              qint64 after, qint64 upTo, int most);

/// What a client has had of one kind, as its acks say: places of entries, 0 for none.
struct EntryProgress
{
    qint64 changed = 0; ///< of what is new or another
    qint64 gone = 0;    ///< of what is gone: up to there it has been told, or had nothing yet
};

/// Whether things are gone that the client may have, and is not told of any more.
[[nodiscard]] bool mustBeginAnew(const EntryProgress &progress, const Mark &mark);

} // namespace kinframe::sync
