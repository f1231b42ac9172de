// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <latch>
#include <set>

using namespace kinframe;
using namespace kinframe::storage;
using namespace Qt::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aReadSeesOneState();
    void aReaderCannotWrite();
    void aStoppedReadIsCanceled();
    void anErrorUndoesItsOwnWriteOnly();
    void anExceptionUndoesItsOwnWriteOnly();
    void aTransactionThatEndedUnderItsWritesIsToldToAll();
    void hooksRunAfterTheCommitOnly();
    void manyThreadsWriteAtOnce();
    void waitingWritesShareACommit();
    void closingFinishesWhatWaits();
    void closingLeavesOneFile();
    void stampsGrowThoughTheClockJumpsBack();
    void stampsGrowAfterARestart();
    void copiesWhileOthersWrite();
    void aCopyNeverReplacesAFile();
    void findsBrokenReferences();

private:
    void open();
    qint64 count(const QString &text = {});
    Result<void> add(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::atomic<qint64> m_now = 0;
};

void TestDatabase::open()
{
    DatabaseOptions options;
    options.path = m_folder->filePath(u"library.db"_s);
    options.clock = [this] { return m_now.load(); };
    auto opened = Database::open(options);
    QVERIFY(opened);
    m_database = std::move(*opened);
}

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_now = 1000;
    open();
    QVERIFY(m_database->write([](Transaction &tx) -> Result<void> {
        tx.run("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT UNIQUE)");
        return {};
    }));
}

void TestDatabase::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

qint64 TestDatabase::count(const QString &text)
{
    return *m_database->read([&](Connection &db) -> Result<qint64> {
        Statement statement = db.prepare("SELECT count(*) FROM t WHERE ?1 = '' OR v = ?1");
        statement.bind(1, text.isNull() ? u""_s : text);
        statement.step();
        return statement.int64(0);
    });
}

Result<void> TestDatabase::add(const QString &text)
{
    return m_database->write([&](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES (?1)", text);
        return {};
    });
}

void TestDatabase::aReadSeesOneState()
{
    QVERIFY(add(u"a"_s));
    const auto counts = m_database->read([&](Connection &db) -> Result<std::pair<int, int>> {
        const auto now = [&] {
            Statement statement = db.prepare("SELECT count(*) FROM t");
            statement.step();
            return statement.integer(0);
        };
        const int before = now();
        if (auto added = add(u"b"_s); !added) {
            return failed(added);
        }
        return std::pair(before, now());
    });
    QVERIFY(counts);
    QCOMPARE(counts->first, 1);
    QCOMPARE(counts->second, 1);
    QCOMPARE(count(), 2);
}

void TestDatabase::aReaderCannotWrite()
{
    const auto outcome = m_database->read([](Connection &db) -> Result<void> {
        db.run("DELETE FROM t");
        return {};
    });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::DiskReadOnly);
}

void TestDatabase::aStoppedReadIsCanceled()
{
    std::stop_source stop;
    std::latch hasBegun(1);
    std::thread stopper([&] {
        hasBegun.wait();
        stop.request_stop();
    });
    const auto endless = m_database->read(
        [&](Connection &db) -> Result<void> {
            hasBegun.count_down();
            db.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
            return {};
        },
        stop.get_token());
    stopper.join();
    QCOMPARE(endless.error().code, ErrorCode::Canceled);
    bool hasRun = false;
    const auto late = m_database->read(
        [&](Connection &) -> Result<void> {
            hasRun = true;
            return {};
        },
        stop.get_token());
    QCOMPARE(late.error().code, ErrorCode::Canceled);
    QVERIFY(!hasRun);
    // The connection is as good as new.
    QCOMPARE(count(), 0);
}

void TestDatabase::anErrorUndoesItsOwnWriteOnly()
{
    std::latch mayGoOn(1);
    auto blocker = m_database->writeLater([&](Transaction &) -> Result<void> {
        mayGoOn.wait();
        return {};
    });
    // These three wait together, so they go in one transaction.
    auto before = m_database->writeLater(
        [](Transaction &tx) -> Result<qint64> { return tx.run("INSERT INTO t(v) VALUES ('before')"); });
    auto bad = m_database->writeLater([](Transaction &tx) -> Result<qint64> {
        tx.run("INSERT INTO t(v) VALUES ('bad')");
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"no"_s}});
    });
    auto after = m_database->writeLater(
        [](Transaction &tx) -> Result<qint64> { return tx.run("INSERT INTO t(v) VALUES ('after')"); });
    mayGoOn.count_down();
    QVERIFY(blocker.get());
    QCOMPARE(*before.get(), 1);
    const auto refused = bad.get();
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().fact(u"reason"_s), u"no"_s);
    QCOMPARE(*after.get(), 1);
    QCOMPARE(count(u"bad"_s), 0);
    QCOMPARE(count(), 2);
}

void TestDatabase::anExceptionUndoesItsOwnWriteOnly()
{
    QVERIFY(add(u"a"_s));
    const auto twice = m_database->write([](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES ('half')");
        tx.run("INSERT INTO t(v) VALUES ('a')");
        return {};
    });
    QCOMPARE(twice.error().code, ErrorCode::DatabaseFailed);
    const auto thrown = m_database->write([](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES ('half')");
        throw std::runtime_error("oops");
    });
    QCOMPARE(thrown.error().code, ErrorCode::Internal);
    QCOMPARE(thrown.error().detail, u"oops"_s);
    QCOMPARE(count(), 1);
    QVERIFY(add(u"b"_s));
}

void TestDatabase::aTransactionThatEndedUnderItsWritesIsToldToAll()
{
    // As SQLite does where the disk is full, in a write that takes no notice of it.
    const auto unnoticed = [](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES ('lost')");
        tx.run("ROLLBACK");
        return {};
    };
    const auto alone = m_database->write(unnoticed);
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::Internal);
    QCOMPARE(count(), 0);

    std::latch isRunning(1);
    std::latch mayGoOn(1);
    auto blocker = m_database->writeLater([&](Transaction &) -> Result<void> {
        isRunning.count_down();
        mayGoOn.wait();
        return {};
    });
    isRunning.wait();
    const auto good = [](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES ('good')");
        return {};
    };
    bool isFirstTold = false;
    auto before = m_database->writeLater([&](Transaction &tx) {
        tx.afterCommit([&] { isFirstTold = true; });
        return good(tx);
    });
    auto ending = m_database->writeLater(unnoticed);
    auto after = m_database->writeLater(good);
    mayGoOn.count_down();
    QVERIFY(blocker.get());
    QVERIFY(!before.get());
    QVERIFY(!ending.get());
    QVERIFY(!after.get());
    QVERIFY(!isFirstTold);
    QCOMPARE(count(), 0);
    QVERIFY(add(u"next"_s));
    QCOMPARE(count(), 1);
}

void TestDatabase::hooksRunAfterTheCommitOnly()
{
    qint64 seen = -1;
    bool isFailedTold = false;
    QVERIFY(m_database->write([&](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO t(v) VALUES ('a')");
        tx.afterCommit([&] { seen = count(); });
        return {};
    }));
    QCOMPARE(seen, 1);
    QVERIFY(!m_database->write([&](Transaction &tx) -> Result<void> {
        tx.afterCommit([&] { isFailedTold = true; });
        return fail(ErrorCode::Conflict);
    }));
    QVERIFY(!isFailedTold);
}

void TestDatabase::manyThreadsWriteAtOnce()
{
    constexpr int threads = 8;
    constexpr int each = 200;
    std::atomic<int> failures = 0;
    std::vector<std::thread> writers;
    for (int thread = 0; thread < threads; ++thread) {
        writers.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                // Every fifth fails; its neighbours in the same batch do not.
                const bool isBad = i % 5 == 0;
                const auto written = m_database->write([&](Transaction &tx) -> Result<void> {
                    tx.run("INSERT INTO t(v) VALUES (?1)", u"%1 %2"_s.arg(thread).arg(i));
                    return isBad ? Result<void>(fail(ErrorCode::Conflict)) : Result<void>();
                });
                failures += written.has_value() == isBad ? 1 : 0;
                if (!isBad) {
                    failures += count(u"%1 %2"_s.arg(thread).arg(i)) == 1 ? 0 : 1;
                }
            }
        });
    }
    for (std::thread &writer : writers) {
        writer.join();
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(count(), threads * each * 4 / 5);
}

void TestDatabase::waitingWritesShareACommit()
{
    std::latch isRunning(1);
    std::latch mayGoOn(1);
    auto blocker = m_database->writeLater([&](Transaction &) -> Result<void> {
        isRunning.count_down();
        mayGoOn.wait();
        return {};
    });
    isRunning.wait(); // What comes now is not in its transaction any more.
    std::vector<std::future<Result<qint64>>> writes;
    for (int i = 0; i < 100; ++i) {
        writes.push_back(m_database->writeLater([](Transaction &tx) -> Result<qint64> { return tx.stamp(); }));
    }
    mayGoOn.count_down();
    QVERIFY(blocker.get());
    std::set<qint64> stamps;
    for (auto &write : writes) {
        stamps.insert(*write.get());
    }
    // One transaction has one stamp.
    QCOMPARE(stamps.size(), 1U);
}

void TestDatabase::closingFinishesWhatWaits()
{
    std::vector<std::future<Result<void>>> writes;
    for (int i = 0; i < 500; ++i) {
        writes.push_back(m_database->writeLater([i](Transaction &tx) -> Result<void> {
            tx.run("INSERT INTO t(v) VALUES (?1)", QString::number(i));
            return {};
        }));
    }
    m_database.reset();
    for (auto &write : writes) {
        QVERIFY(write.get());
    }
    open();
    QCOMPARE(count(), 500);
}

void TestDatabase::closingLeavesOneFile()
{
    QVERIFY(add(u"a"_s));
    QCOMPARE(count(), 1);
    m_database.reset();
    // Whoever copies a closed library by hand has all of it.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"library.db"_s});
}

void TestDatabase::stampsGrowThoughTheClockJumpsBack()
{
    const auto stamp = [&] { return *m_database->write([](Transaction &tx) -> Result<qint64> { return tx.stamp(); }); };
    m_now = 5000;
    QCOMPARE(stamp(), 5000);
    QCOMPARE(stamp(), 5001);
    m_now = 100;
    QCOMPARE(stamp(), 5002);
    QCOMPARE(m_database->now(), 5002);
    m_now = 9000;
    QCOMPARE(stamp(), 9000);
    QCOMPARE(m_database->now(), 9000);
}

void TestDatabase::stampsGrowAfterARestart()
{
    m_now = 5000;
    QVERIFY(m_database->write([](Transaction &tx) -> Result<qint64> { return tx.stamp(); }));
    m_database.reset();
    m_now = 10;
    open();
    QCOMPARE(*m_database->write([](Transaction &tx) -> Result<qint64> { return tx.stamp(); }), 5001);
}

void TestDatabase::copiesWhileOthersWrite()
{
    std::atomic<bool> mayStop = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        for (int i = 0; !mayStop; ++i) {
            // Two rows at a time: a copy with an odd number would be torn.
            const auto added = m_database->write([i](Transaction &tx) -> Result<void> {
                tx.run("INSERT INTO t(v) VALUES (?1)", u"%1 a"_s.arg(i));
                tx.run("INSERT INTO t(v) VALUES (?1)", u"%1 b"_s.arg(i));
                return {};
            });
            written += added ? 1 : 0;
        }
    });
    QTRY_VERIFY(written > 5);
    const QString path = m_folder->filePath(u"copy.db"_s);
    const auto copied = m_database->copyTo(path);
    mayStop = true;
    writer.join();
    QVERIFY(copied);
    auto opened = Database::open({.path = path, .backupFolder = {}});
    QVERIFY(opened);
    QVERIFY((*opened)->problems()->isEmpty());
    const auto rows = (*opened)->read([](Connection &db) -> Result<qint64> {
        Statement statement = db.prepare("SELECT count(*) FROM t");
        statement.step();
        return statement.int64(0);
    });
    QVERIFY(*rows >= 10);
    QCOMPARE(*rows % 2, 0);
}

void TestDatabase::aCopyNeverReplacesAFile()
{
    const QString path = m_folder->filePath(u"precious"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    QCOMPARE(m_database->copyTo(path).error().code, ErrorCode::Conflict);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    QVERIFY(!m_database->copyTo(m_folder->filePath(u"no/such/folder/copy.db"_s)));
}

void TestDatabase::findsBrokenReferences()
{
    QVERIFY(m_database->problems()->isEmpty());
    m_database.reset();
    {
        auto connection = Connection::open(m_folder->filePath(u"library.db"_s), Connection::Mode::ReadWrite);
        QVERIFY(connection);
        (*connection)
            ->runScript("PRAGMA foreign_keys = OFF; INSERT INTO job(kind, payload, user_id, priority, state, "
                        "run_at, created_at, updated_at) VALUES ('k', '{}', 77, 0, 0, 0, 0, 0)");
    }
    open();
    QCOMPARE(m_database->problems()->size(), 1);
    QVERIFY(m_database->problems()->first().contains(u"job"));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
