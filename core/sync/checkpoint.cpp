// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/checkpoint.h"

namespace kinframe::sync {

using namespace Qt::StringLiterals;
using storage::Statement;

QString Cursor::ack(const QString &type) const
{
    return u"%1|%2-%3|%4"_s.arg(type).arg(stamp).arg(row).arg(epoch);
}

std::optional<std::pair<QString, Cursor>> Cursor::fromAck(const QString &ack)
{
    const QStringList parts = ack.split(u'|');
    const QStringList place = parts.value(1).split(u'-');
    if (parts.size() != 3 || parts.front().isEmpty() || place.size() != 2) {
        return std::nullopt;
    }
    Cursor cursor;
    bool hasStamp = false;
    bool hasRow = false;
    cursor.stamp = place.front().toLongLong(&hasStamp);
    cursor.row = place.back().toLongLong(&hasRow);
    cursor.epoch = parts.back();
    return hasStamp && hasRow ? std::optional(std::pair(parts.front(), cursor)) : std::nullopt;
}

QMap<QString, QString> checkpointsOf(storage::Connection &db, const QUuid &holder)
{
    Statement row = db.prepare("SELECT type, ack FROM sync_checkpoint WHERE holder = ?1");
    row.bindAll(holder);
    QMap<QString, QString> acks;
    while (row.step()) {
        acks.insert(row.text(0), row.text(1));
    }
    return acks;
}

void keepCheckpoint(storage::Transaction &transaction, const QUuid &holder, const QString &type, const QString &ack,
                    qint64 now)
{
    transaction.run("INSERT INTO sync_checkpoint(holder, type, ack, updated_at) VALUES (?1, ?2, ?3, ?4) "
                    "ON CONFLICT (holder, type) DO UPDATE SET ack = excluded.ack, updated_at = excluded.updated_at",
                    holder, type, ack, now);
}

void dropCheckpoints(storage::Transaction &transaction, const QUuid &holder, const QStringList &types)
{
    if (types.isEmpty()) {
        transaction.run("DELETE FROM sync_checkpoint WHERE holder = ?1", holder);
    }
    for (const QString &type : types) {
        transaction.run("DELETE FROM sync_checkpoint WHERE holder = ?1 AND type = ?2", holder, type);
    }
}

} // namespace kinframe::sync
