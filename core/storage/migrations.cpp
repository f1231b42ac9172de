// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "storage/backup.h"
#include "storage/sql_error.h"

#include <QDir>
#include <QFile>

namespace kinframe::storage {
namespace {

using namespace Qt::StringLiterals;

int schemaVersion(Connection &connection)
{
    Statement statement = connection.prepare("PRAGMA user_version");
    statement.step();
    return statement.integer(0);
}

Result<void> applyOne(Connection &connection, const Migration &migration)
{
    connection.run("BEGIN IMMEDIATE");
    try {
        const qint64 started = wallMs();
        connection.runScript(migration.sql);
        connection.run("INSERT INTO schema_migration(version, name, started_at, finished_at) VALUES (?1, ?2, ?3, ?4)",
                       migration.version, migration.name, started, wallMs());
        connection.runScript("PRAGMA user_version = " + QByteArray::number(migration.version));
        connection.run("COMMIT");
    } catch (const SqlError &error) {
        if (connection.inTransaction()) {
            connection.run("ROLLBACK");
        }
        Error failure = error.toError();
        failure.detail = migration.name + u": "_s + failure.detail;
        return Failure(failure);
    }
    qCInfo(logStorage).noquote() << "schema is now" << migration.version << migration.name;
    return {};
}

Result<void> copyBefore(Connection &connection, int version, const QString &backupFolder)
{
    if (auto made = makeFolder(backupFolder); !made) {
        return made;
    }
    const QString name = u"kinframe-schema-%1-%2.db"_s.arg(version).arg(wallMs());
    return copyDatabase(connection, QDir(backupFolder).filePath(name));
}

Result<void> migrateUnguarded(Connection &connection, const std::vector<Migration> &migrations,
                              const QString &backupFolder)
{
    const int found = schemaVersion(connection);
    const int known = migrations.back().version;
    if (found > known) {
        return fail(ErrorCode::DatabaseNewer,
                    {{u"found"_s, QString::number(found)}, {u"known"_s, QString::number(known)}});
    }
    if (found == known) {
        return {};
    }
    if (found > 0) {
        if (auto copied = copyBefore(connection, found, backupFolder); !copied) {
            return copied;
        }
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= found) {
            continue;
        }
        if (auto applied = applyOne(connection, migration); !applied) {
            return applied;
        }
    }
    if (const QStringList problems = integrityProblems(connection); !problems.isEmpty()) {
        return fail(ErrorCode::DatabaseDamaged, {}, problems.join(u"; "_s));
    }
    return {};
}

} // namespace

std::vector<Migration> builtInMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            migrations.push_back({name.left(4).toInt(), name.mid(5).chopped(4), file.readAll()});
        }
    }
    Q_ASSERT(!migrations.empty() && migrations.back().version == int(migrations.size()));
    return migrations;
}

Result<void> migrate(Connection &connection, const std::vector<Migration> &migrations, const QString &backupFolder)
{
    try {
        return migrateUnguarded(connection, migrations, backupFolder);
    } catch (const SqlError &error) {
        return Failure(error.toError());
    }
}

} // namespace kinframe::storage
