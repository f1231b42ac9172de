// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/metadata_doc.h"
#include "storage/database.h"
#include "storage/migrations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

namespace {

constexpr qint64 beyondDoubles = 9'007'199'254'740'993;

} // namespace

/// Libraries of the time before records: what was kept in rows is in the record afterwards.
class MetadataMigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsBecomeRecords();
    void anEmptyLibraryHasNothingToRead();

private:
    /// A database as the version before had it, with what the script adds.
    void makeOld(const QByteArray &script);
    std::unique_ptr<storage::Database> open()
    {
        auto opened = storage::Database::open({path(), m_folder.filePath(u"backups"_s), wallMs});
        return opened ? std::move(*opened) : nullptr;
    }
    QString path() const { return m_folder.filePath(u"kinframe.db"_s); }
    static qint64 jobsIn(storage::Database &database)
    {
        return *database.read([](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare("SELECT count(*) FROM job WHERE kind = 'metadata' AND state = 0");
            row.step();
            return row.int64(0);
        });
    }

    QTemporaryDir m_folder;
};

void MetadataMigrationTest::makeOld(const QByteArray &script)
{
    QFile::remove(path());
    auto connection = storage::Connection::open(path(), storage::Connection::Mode::ReadWrite);
    QVERIFY(connection);
    std::vector<storage::Migration> before = storage::builtInMigrations();
    before.resize(3);
    QVERIFY(storage::migrate(**connection, before, m_folder.path()));
    (*connection)->runScript(script);
}

void MetadataMigrationTest::rowsBecomeRecords()
{
    makeOld(R"(
INSERT INTO user(id, uuid, name, email, created_at, updated_at) VALUES (1, x'01', 'a', 'a', 1, 1);
INSERT INTO blob(id, sha256, sha1, md5, xxh64, size, created_at) VALUES (1, zeroblob(32), zeroblob(20), zeroblob(16), 1, 5, 1);
INSERT INTO asset_place(id, uuid) VALUES (1, x'02');
INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, created_at, imported_at, updated_at)
  VALUES (1, x'02', 1, 1, 'jpeg', 0, 'image/jpeg', 'a.jpg', 5, 1, 1, 1);
INSERT INTO prop_key(id, name) VALUES (1, 'camera'), (2, 'seed'), (3, 'f_number'), (4, 'yes'), (5, 'no');
INSERT INTO prop(asset_id, key_id, num, txt) VALUES (1, 1, NULL, 'A "B"'), (1, 2, 9007199254740993, NULL),
  (1, 3, 2.8, NULL), (1, 4, 1, 'true'), (1, 5, 0, 'false');
)");
    const auto database = open();
    QVERIFY(database);
    const auto doc =
        database->read([](storage::Connection &db) -> Result<library::MetadataDoc> { return library::readDoc(db, 1); });
    QVERIFY(doc);
    QCOMPARE(doc->values.value("seed"_L1).toInteger(), beyondDoubles);
    QCOMPARE(doc->values, (QJsonObject{{u"camera"_s, u"A \"B\""_s},
                                       {u"seed"_s, beyondDoubles},
                                       {u"f_number"_s, 2.8},
                                       {u"yes"_s, true},
                                       {u"no"_s, false}}));
    QVERIFY(doc->edited.isEmpty());
    QCOMPARE(jobsIn(*database), 1); // What is new to read in its file is read behind everything else.
}

void MetadataMigrationTest::anEmptyLibraryHasNothingToRead()
{
    makeOld({});
    const auto database = open();
    QVERIFY(database);
    QCOMPARE(jobsIn(*database), 0);
}

QTEST_GUILESS_MAIN(MetadataMigrationTest)
#include "tst_metadata_migration.moc"
