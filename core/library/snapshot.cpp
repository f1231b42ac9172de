// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/snapshot.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/files.h"
#include "storage/connection.h"
#include "storage/sql_error.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

// It lists what was left out, be it every file of a dying disk.
constexpr qint64 largestManifest = 64 * 1024 * 1024;

QJsonArray toJson(const QSet<QByteArray> &hashes)
{
    QJsonArray array;
    for (const QByteArray &sha256 : hashes) {
        array.append(QString::fromLatin1(sha256.toHex()));
    }
    return array;
}

QSet<QByteArray> hashesFrom(const QJsonArray &array)
{
    QSet<QByteArray> hashes;
    for (const QJsonValue hash : array) {
        hashes.insert(QByteArray::fromHex(hash.toString().toLatin1()));
    }
    return hashes;
}

} // namespace

Result<std::vector<QByteArray>> storedBlobsOf(const QString &databaseFile)
{
    auto connection = storage::Connection::open(databaseFile, storage::Connection::Mode::ReadOnly);
    if (!connection) {
        return failed(connection);
    }
    std::vector<QByteArray> all;
    try {
        storage::Statement statement = (*connection)->prepare("SELECT sha256 FROM blob WHERE stored = 1 ORDER BY id");
        while (statement.step()) {
            all.push_back(statement.blob(0));
        }
    } catch (const storage::SqlError &error) {
        return Failure(error.toError());
    }
    return all;
}

Result<void> writeManifest(const Snapshot &snapshot, qint64 blobs)
{
    auto digests = digestsOfFile(snapshot.database());
    if (!digests) {
        return failed(digests);
    }
    const QJsonObject manifest{{u"kinframe"_s, QStringLiteral(KINFRAME_VERSION)},
                               {u"createdAt"_s, toIso(wallMs())},
                               {u"databaseSha256"_s, QString::fromLatin1(digests->sha256.toHex())},
                               {u"blobs"_s, double(blobs)},
                               {u"leftOut"_s, toJson(snapshot.leftOut)}};
    return replaceFile(snapshot.path + u"/manifest.json"_s, QJsonDocument(manifest).toJson());
}

Failure invalidBackup(const QString &path, const QString &reason)
{
    return fail(ErrorCode::BackupInvalid, {{u"path"_s, path}, {u"reason"_s, reason}});
}

Result<Snapshot> newestSnapshot(const QString &source)
{
    const QDir snapshots(source + u"/snapshots"_s);
    const QStringList names = snapshots.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        Snapshot snapshot{snapshots.filePath(name), {}};
        auto bytes = readSmallFile(snapshot.path + u"/manifest.json"_s, largestManifest);
        if (!bytes) {
            continue; // Interrupted before its manifest was written.
        }
        auto digests = digestsOfFile(snapshot.database());
        if (!digests) {
            return failed(digests);
        }
        const QJsonObject manifest = QJsonDocument::fromJson(*bytes).object();
        if (QString::fromLatin1(digests->sha256.toHex()) != manifest.value("databaseSha256"_L1).toString()) {
            return invalidBackup(snapshot.path, u"its database is damaged"_s);
        }
        snapshot.leftOut = hashesFrom(manifest.value("leftOut"_L1).toArray());
        return snapshot;
    }
    return invalidBackup(source, u"it holds no finished snapshot"_s);
}

} // namespace kinframe::library
