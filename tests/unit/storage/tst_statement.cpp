// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "storage/sql_error.h"

#include <QTest>

#include <limits>

using namespace kinframe;
using namespace kinframe::storage;
using namespace Qt::StringLiterals;

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void valuesComeBackAsTheyWent();
    void absentValuesAreNull();
    void anIdIsSixteenBytes();
    void sixtyFourBitsSurvive();
    void statementsAreUsedAgain();
    void theSameTextTwiceAtATime();
    void aFailedStatementCanBeUsedAgain();
    void manyTextsDoNotPileUp();
    void errorsNameTheStatement();
    void anUnfinishedSelectDoesNotBlockAWrite();

private:
    std::unique_ptr<Connection> m_connection;
};

void TestStatement::init()
{
    auto opened = Connection::open(u":memory:"_s, Connection::Mode::ReadWrite);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    m_connection->run("CREATE TABLE t(id INTEGER PRIMARY KEY, v)");
}

void TestStatement::valuesComeBackAsTheyWent()
{
    const QString text = u"a\0b 照片 😀"_s;
    const QByteArray bytes("\0\xff\x80", 3);
    Statement statement = m_connection->prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7");
    statement.bindAll(qint64(-5), 0.1, text, bytes, true, QString(), QByteArray());
    QVERIFY(statement.step());
    QCOMPARE(statement.int64(0), -5);
    QCOMPARE(statement.real(1), 0.1);
    QCOMPARE(statement.text(2), text);
    QCOMPARE(statement.blob(3), bytes);
    QVERIFY(statement.boolean(4));
    // Empty is not absent.
    QVERIFY(!statement.isNull(5));
    QVERIFY(!statement.isNull(6));
    QVERIFY(!statement.step());
}

void TestStatement::absentValuesAreNull()
{
    Statement statement = m_connection->prepare("SELECT ?1, ?2, ?3, ?4");
    statement.bindAll(std::optional<qint64>(), std::optional<QString>(), nullptr, std::optional<double>(2.5));
    QVERIFY(statement.step());
    for (int column = 0; column < 3; ++column) {
        QVERIFY(statement.isNull(column));
        QVERIFY(!statement.optionalInt64(column));
        QVERIFY(!statement.optionalReal(column));
        QVERIFY(statement.text(column).isEmpty());
        QVERIFY(statement.blob(column).isEmpty());
    }
    QCOMPARE(statement.optionalReal(3), std::optional(2.5));
}

void TestStatement::anIdIsSixteenBytes()
{
    const QUuid id = QUuid::createUuid();
    Statement statement = m_connection->prepare("SELECT ?1, length(?1), typeof(?1)");
    statement.bind(1, id);
    QVERIFY(statement.step());
    QCOMPARE(statement.uuid(0), id);
    QCOMPARE(statement.integer(1), 16);
    QCOMPARE(statement.text(2), u"blob"_s);
}

void TestStatement::sixtyFourBitsSurvive()
{
    for (const qint64 value :
         {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), (1LL << 53) + 1}) {
        m_connection->run("INSERT OR REPLACE INTO t(id, v) VALUES (1, ?1)", value);
        Statement statement = m_connection->prepare("SELECT v FROM t WHERE id = 1");
        QVERIFY(statement.step());
        QCOMPARE(statement.int64(0), value);
    }
}

void TestStatement::statementsAreUsedAgain()
{
    for (int i = 0; i < 3; ++i) {
        Statement statement = m_connection->prepare("SELECT ?1, ?2");
        if (i == 0) {
            statement.bindAll(7, 8);
        }
        QVERIFY(statement.step());
        // What was bound before is gone.
        QCOMPARE(statement.isNull(0), i != 0);
    }
}

void TestStatement::theSameTextTwiceAtATime()
{
    for (int i = 1; i <= 3; ++i) {
        m_connection->run("INSERT INTO t(id) VALUES (?1)", i);
    }
    int pairs = 0;
    Statement outer = m_connection->prepare("SELECT id FROM t");
    while (outer.step()) {
        Statement inner = m_connection->prepare("SELECT id FROM t");
        while (inner.step()) {
            ++pairs;
        }
    }
    QCOMPARE(pairs, 9);
}

void TestStatement::aFailedStatementCanBeUsedAgain()
{
    m_connection->run("INSERT INTO t(id) VALUES (1)");
    const auto insert = [&](int id) { m_connection->run("INSERT INTO t(id) VALUES (?1)", id); };
    QVERIFY_THROWS_EXCEPTION(SqlError, insert(1));
    insert(2);
    Statement count = m_connection->prepare("SELECT count(*) FROM t");
    QVERIFY(count.step());
    QCOMPARE(count.integer(0), 2);
}

void TestStatement::manyTextsDoNotPileUp()
{
    for (int i = 0; i < 2000; ++i) {
        Statement statement = m_connection->prepare("SELECT " + std::to_string(i));
        QVERIFY(statement.step());
        QCOMPARE(statement.integer(0), i);
    }
    // Still right after the cache is full.
    Statement first = m_connection->prepare("SELECT 0");
    QVERIFY(first.step());
    QCOMPARE(first.integer(0), 0);
}

void TestStatement::errorsNameTheStatement()
{
    try {
        m_connection->run("SELEC 1");
        QFAIL("no error");
    } catch (const SqlError &error) {
        QVERIFY(QByteArray(error.what()).contains("SELEC 1"));
        QCOMPARE(error.toError().code, ErrorCode::DatabaseFailed);
    }
    QVERIFY_THROWS_EXCEPTION(SqlError, m_connection->run("SELECT ?1", 1, 2));
    QVERIFY_THROWS_EXCEPTION(SqlError, m_connection->runScript("CREATE TABLE a(b); nonsense;"));
}

void TestStatement::anUnfinishedSelectDoesNotBlockAWrite()
{
    m_connection->run("INSERT INTO t(id) VALUES (1), (2)");
    {
        Statement statement = m_connection->prepare("SELECT id FROM t");
        QVERIFY(statement.step());
    }
    m_connection->run("DROP TABLE t");
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
