// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/backup.h"
#include "storage/migrations.h"

#include <QFileInfo>

namespace kinframe::storage {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    auto opened = Connection::open(options.path, Connection::Mode::ReadWrite);
    if (!opened) {
        return failed(opened);
    }
    Connection &connection = **opened;
    const QString backups = options.backupFolder.isEmpty() ? QFileInfo(options.path).path() : options.backupFolder;
    if (auto migrated = migrate(connection, builtInMigrations(), backups); !migrated) {
        return failed(migrated);
    }
    qint64 lastStamp = 0;
    try {
        Statement statement = connection.prepare("SELECT value FROM meta WHERE key = 'last_stamp'");
        if (!statement.step()) {
            return fail(ErrorCode::DatabaseDamaged, {{u"path"_s, options.path}}, u"no last_stamp"_s);
        }
        lastStamp = statement.int64(0);
    } catch (const SqlError &error) {
        return Failure(error.toError());
    }
    std::unique_ptr<Database> database(new Database);
    database->m_path = options.path;
    database->m_clock = options.clock;
    database->m_readers = std::make_unique<ReaderPool>(options.path);
    database->m_writer = std::make_unique<Writer>(std::move(*opened), options.clock, lastStamp);
    return database;
}

Database::~Database()
{
    m_writer->finish();
    // The writer's connection is the last to close: only one that may write can fold the journal into the database.
    m_readers.reset();
    m_writer.reset();
}

Result<std::unique_ptr<Database::LongRead>> Database::beginLongRead()
{
    auto lease = m_readers->take();
    if (!lease) {
        return failed(lease);
    }
    try {
        return std::make_unique<LongRead>(std::move(*lease));
    } catch (const SqlError &error) {
        return Failure(error.toError());
    }
}

Result<void> Database::copyTo(const QString &path)
{
    auto lease = m_readers->take();
    if (!lease) {
        return failed(lease);
    }
    return copyDatabase(**lease, path);
}

Result<QStringList> Database::problems()
{
    return read([](Connection &connection) -> Result<QStringList> { return integrityProblems(connection); });
}

} // namespace kinframe::storage
