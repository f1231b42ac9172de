// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace kinframe::sync {

/// A place among changes: after that of this row with this stamp.
struct Cursor
{
    qint64 stamp = 0;
    qint64 row = 0;
    QString epoch;

    /// `AssetV1|STAMP-ROW|EPOCH`: what a client sends back once it has kept what came with it.
    [[nodiscard]] QString ack(const QString &type) const;
    /// The type, and the cursor; nothing where it is no such text.
    [[nodiscard]] static std::optional<std::pair<QString, Cursor>> fromAck(const QString &ack);

    friend bool operator<(const Cursor &a, const Cursor &b)
    {
        return a.stamp != b.stamp ? a.stamp < b.stamp : a.row < b.row;
    }
};

// How far a client has come, for each type of thing. `holder` is its session or key. All throw SqlError.

/// The acks by their types.
[[nodiscard]] QMap<QString, QString> checkpointsOf(storage::Connection &db, const QUuid &holder);
void keepCheckpoint(storage::Transaction &transaction, const QUuid &holder, const QString &type, const QString &ack,
                    qint64 now);
/// Those types, or all where none is named.
void dropCheckpoints(storage::Transaction &transaction, const QUuid &holder, const QStringList &types = {});

} // namespace kinframe::sync
