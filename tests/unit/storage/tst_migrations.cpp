// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"
#include "storage/database.h"
#include "storage/migrations.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::storage;
using namespace Qt::StringLiterals;

namespace {

const Migration first{1, u"first"_s,
                      "CREATE TABLE schema_migration(version INTEGER PRIMARY KEY, name TEXT, started_at INTEGER, "
                      "finished_at INTEGER); CREATE TABLE a(x); INSERT INTO a VALUES (1);"};
const Migration second{2, u"second"_s, "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = 2;"};
const Migration broken{3, u"broken"_s, "CREATE TABLE b(x); INSERT INTO nowhere VALUES (1);"};

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ourOwnAreInOrder();
    void aFreshFileGetsEverything();
    void oneStepAtATime();
    void aCopyIsMadeBefore();
    void aFailingStepLeavesTheOldVersion();
    void aNewerOneIsRefused();
    void whatIsNoDatabaseIsRefused();
    void aDamagedOneIsRefused();
    void aMissingFolderIsAnError();
    void brokenReferencesAreFoundAfterwards();

private:
    Result<void> run(const std::vector<Migration> &migrations);
    int version();
    QStringList copies() const { return QDir(m_folder->filePath(u"backups"_s)).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"library.db"_s);
}

void TestMigrations::cleanup()
{
    m_folder.reset();
}

Result<void> TestMigrations::run(const std::vector<Migration> &migrations)
{
    auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
    return connection ? migrate(**connection, migrations, m_folder->filePath(u"backups"_s)) : failed(connection);
}

int TestMigrations::version()
{
    auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
    Statement statement = (*connection)->prepare("PRAGMA user_version");
    statement.step();
    return statement.integer(0);
}

void TestMigrations::ourOwnAreInOrder()
{
    const std::vector<Migration> ours = builtInMigrations();
    QVERIFY(!ours.empty());
    for (size_t i = 0; i < ours.size(); ++i) {
        QCOMPARE(ours[i].version, int(i) + 1);
        QVERIFY(!ours[i].sql.isEmpty());
    }
    QVERIFY(run(ours));
    // A second time changes nothing.
    QVERIFY(run(ours));
    QVERIFY(copies().isEmpty());
}

void TestMigrations::aFreshFileGetsEverything()
{
    QVERIFY(run({first, second}));
    QCOMPARE(version(), 2);
    QVERIFY(copies().isEmpty());
}

void TestMigrations::oneStepAtATime()
{
    QVERIFY(run({first}));
    QCOMPARE(version(), 1);
    QVERIFY(run({first, second}));
    QCOMPARE(version(), 2);
    auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
    Statement row = (*connection)->prepare("SELECT x, y FROM a");
    QVERIFY(row.step());
    QCOMPARE(row.integer(0), 1);
    QCOMPARE(row.integer(1), 2);
    Statement names = (*connection)->prepare("SELECT group_concat(name) FROM schema_migration");
    QVERIFY(names.step());
    QCOMPARE(names.text(0), u"first,second"_s);
}

void TestMigrations::aCopyIsMadeBefore()
{
    QVERIFY(run({first}));
    QVERIFY(run({first, second}));
    QCOMPARE(copies().size(), 1);
    QVERIFY(copies().first().contains(u"schema-1"));
    auto copy = Connection::open(m_folder->filePath(u"backups/"_s + copies().first()), Connection::Mode::ReadOnly);
    Statement columns = (*copy)->prepare("SELECT * FROM a");
    QVERIFY(columns.step());
    QCOMPARE(columns.integer(0), 1);
    Statement version = (*copy)->prepare("PRAGMA user_version");
    QVERIFY(version.step());
    QCOMPARE(version.integer(0), 1);
}

void TestMigrations::aFailingStepLeavesTheOldVersion()
{
    QVERIFY(run({first}));
    const auto outcome = run({first, second, broken});
    QCOMPARE(outcome.error().code, ErrorCode::DatabaseFailed);
    QVERIFY(outcome.error().detail.contains(u"broken"));
    // The steps before it stand; nothing of its own does.
    QCOMPARE(version(), 2);
    auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
    Statement tables = (*connection)->prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'b'");
    QVERIFY(tables.step());
    QCOMPARE(tables.integer(0), 0);
}

void TestMigrations::aNewerOneIsRefused()
{
    {
        auto database = Database::open({.path = m_path, .backupFolder = {}});
        QVERIFY(database);
    }
    {
        auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
        (*connection)->runScript("PRAGMA user_version = 99");
    }
    const auto opened = Database::open({.path = m_path, .backupFolder = {}});
    QCOMPARE(opened.error().code, ErrorCode::DatabaseNewer);
    QCOMPARE(opened.error().fact(u"found"_s), u"99"_s);
    QCOMPARE(version(), 99);
}

void TestMigrations::whatIsNoDatabaseIsRefused()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray("This is a letter to my aunt.\n").repeated(100);
    file.write(text);
    file.close();
    const auto opened = Database::open({.path = m_path, .backupFolder = {}});
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(opened.error().fact(u"path"_s), m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestMigrations::aDamagedOneIsRefused()
{
    {
        auto database = Database::open({.path = m_path, .backupFolder = {}});
        QVERIFY(database);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    // The header and its version stay; every page behind the first is noise.
    file.seek(4096);
    file.write(QByteArray(file.size() - 4096, '\x5a'));
    // And so is the tree of the schema on the first.
    file.seek(100);
    file.write(QByteArray(3996, '\x5a'));
    file.close();
    const auto opened = Database::open({.path = m_path, .backupFolder = {}});
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(opened.error().fact(u"path"_s), m_path);
}

void TestMigrations::aMissingFolderIsAnError()
{
    const auto opened = Database::open({.path = m_folder->filePath(u"no/such/library.db"_s), .backupFolder = {}});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DiskReadOnly);
}

void TestMigrations::brokenReferencesAreFoundAfterwards()
{
    QVERIFY(run({first}));
    const Migration dangling{2, u"dangling"_s,
                             "CREATE TABLE parent(id INTEGER PRIMARY KEY); "
                             "CREATE TABLE child(p REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED); "
                             "PRAGMA defer_foreign_keys = ON; INSERT INTO child VALUES (5);"};
    const auto outcome = run({first, dangling});
    QVERIFY(!outcome);
    QCOMPARE(version(), 1);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
