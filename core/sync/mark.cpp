// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/mark.h"

namespace kinframe::sync {

Mark readMark(storage::Connection &db)
{
    const auto value = [&db](const char *key, auto read) {
        storage::Statement statement = db.prepare("SELECT value FROM meta WHERE key = ?1");
        statement.bindAll(QLatin1StringView(key).toString());
        using Value = decltype(read(statement));
        return statement.step() ? read(statement) : Value{};
    };
    const auto number = [](const storage::Statement &row) { return row.int64(0); };
    const auto text = [](const storage::Statement &row) { return row.text(0); };
    // Not the greatest that is there: that may be one that was taken away since.
    storage::Statement newest = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'sync_entry'");
    const qint64 entry = newest.step() ? newest.int64(0) : 0;
    return {value("last_stamp", number),
            value("epoch", text),
            value("restored_at", number),
            value("tombstones_from", number),
            entry,
            value("entries_from", number)};
}

} // namespace kinframe::sync
