// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "sync/checkpoint.h"
#include "sync/entries.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <span>
#include <string_view>

namespace kinframe::server {

class JsonWriter;

/// How a stream tells of one kind of what clients keep besides assets.
struct SyncKind
{
    sync::EntryKind kind;
    QLatin1StringView request; ///< of `SyncRequestType`
    QLatin1StringView changed; ///< of `SyncEntityType`
    QLatin1StringView gone;
    std::string_view sql; ///< of rows by the ids of entries; column 0 is the index of the entry
    void (*writeChanged)(JsonWriter &json, const storage::Statement &row);
    void (*writeGone)(JsonWriter &json, const sync::Entry &entry);
};

/// In the order in which a stream has them: nothing comes before what it is a part of.
[[nodiscard]] std::span<const SyncKind> syncKinds();
/// `AssetFaceDeleteV1`
void writeFaceGone(JsonWriter &json, const sync::Entry &entry);

/// Lines of what is there; an entry whose thing is gone by now brings none.
void writeChanged(QByteArray &lines, storage::Connection &db, const SyncKind &kind,
                  std::span<const sync::Entry> entries, const QString &epoch);
void writeGone(QByteArray &lines, QLatin1StringView type, void (*write)(JsonWriter &, const sync::Entry &),
               std::span<const sync::Entry> entries, const QString &epoch);

} // namespace kinframe::server
