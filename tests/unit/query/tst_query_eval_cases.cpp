// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The collected cases of queries over 16 rows, with the rows that each must give.
#include "query/limits.h"
#include "unit/query/query_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using query::Access;

class TestQueryEvalCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCase_data();
    void everyCase();

private:
    [[nodiscard]] QStringList namesOf(const std::vector<qint64> &ids) const;
    void comparePage(const QJsonObject &wanted, const query::ImageQuery &parsed, const query::QueryPage &page);

    std::unique_ptr<test::QueryFixture> m_fixture;
    QHash<qint64, QString> m_names;
    QJsonObject m_file;
};

void TestQueryEvalCases::initTestCase()
{
    QFile file(qEnvironmentVariable("KINFRAME_TESTDATA") + u"/odata/eval_cases.json"_s);
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !file.open(QIODevice::ReadOnly)) {
        QSKIP("KINFRAME_TESTDATA does not say where the cases are");
    }
    m_file = QJsonDocument::fromJson(file.readAll()).object();
    m_fixture = std::make_unique<test::QueryFixture>();
    for (const QJsonValue &row : m_file[u"rows"].toArray()) {
        m_names.insert(m_fixture->add(row[u"metadata"].toObject()), row[u"id"].toString());
    }
    QCOMPARE(m_names.size(), 16);
}

namespace {

QByteArray queryString(const QJsonObject &options)
{
    QByteArray query;
    for (auto option = options.begin(); option != options.end(); ++option) {
        query += (query.isEmpty() ? "" : "&") + option.key().toUtf8().toPercentEncoding("$@") + '=' +
                 option->toString().toUtf8().toPercentEncoding();
    }
    return query;
}

QStringList listOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &value : array.toArray()) {
        texts += value.toString();
    }
    return texts;
}

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

} // namespace

void TestQueryEvalCases::everyCase_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QJsonObject>("wanted");
    for (const QString &list : {u"cases"_s, u"shorthand"_s}) {
        for (const QJsonValue &entry : m_file[list].toArray()) {
            const QByteArray query = entry[u"query"].isObject() ? queryString(entry[u"query"].toObject())
                                                                : entry[u"query_string"].toString().toUtf8();
            QTest::newRow(qPrintable(entry[u"id"].toString())) << query << entry.toObject();
        }
    }
}

QStringList TestQueryEvalCases::namesOf(const std::vector<qint64> &ids) const
{
    QStringList names;
    for (const qint64 id : ids) {
        names += m_names.value(id);
    }
    return names;
}

void TestQueryEvalCases::comparePage(const QJsonObject &wanted, const query::ImageQuery &parsed,
                                     const query::QueryPage &page)
{
    const QStringList names = namesOf(page.ids);
    const QStringList expected = listOf(wanted[u"expect"]);
    if (!wanted[u"ordered"].toBool()) {
        QCOMPARE(sorted(names), sorted(expected));
    } else if (wanted[u"order_groups"].isArray()) {
        qsizetype at = 0;
        for (const QJsonValue &group : wanted[u"order_groups"].toArray()) {
            const QStringList tied = listOf(group);
            QCOMPARE(sorted(names.mid(at, tied.size())), sorted(tied));
            at += tied.size();
        }
        QCOMPARE(names.size(), at);
    } else {
        QCOMPARE(names, expected);
    }
    QCOMPARE(page.total, std::optional<qint64>(wanted[u"total"].toInteger()));
    if (const QJsonObject pagination = wanted[u"pagination"].toObject(); !pagination.isEmpty()) {
        QCOMPARE(page.hasMore, pagination[u"has_more"].toBool());
        QCOMPARE(parsed.top, pagination[u"take"].toInt());
        QCOMPARE(parsed.skip, qint64(pagination[u"skip"].toInt()));
    }
    // However the rows are found, they are the same ones.
    for (const Access access : {Access::Walk, Access::Sets, Access::Lead}) {
        QCOMPARE(namesOf(m_fixture->allBy(parsed, access)).first(names.size()), names);
    }
}

void TestQueryEvalCases::everyCase()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QJsonObject, wanted);
    const auto parsed = query::parseQuery(query);
    if (!parsed) {
        QVERIFY2(wanted.contains(u"expect_status") || wanted[u"level"].toString() != "core"_L1,
                 qPrintable(parsed.error().forLog()));
        qInfo().noquote() << "refused:" << parsed.error().forLog();
        return;
    }
    const bool isPromised = wanted[u"level"].toString() == "core"_L1;
    QVERIFY2(!isPromised || !wanted.contains(u"expect_status"), "it should have been refused");
    QElapsedTimer timer;
    timer.start();
    const auto page = query::runQuery(*m_fixture->database, *parsed, 1);
    if (!isPromised) {
        // Whatever the answer is: there is one, in the time that a query has.
        QVERIFY(timer.elapsed() < 2 * query::longestQuery.count());
        qInfo().noquote() << wanted[u"level"].toString() << "answered with"
                          << (page ? namesOf(page->ids).join(u' ') : page.error().forLog());
        if (listOf(wanted[u"expect"]).isEmpty()) {
            return;
        }
        if (sorted(namesOf(page->ids)) == sorted(listOf(wanted[u"expect"])) && wanted[u"ordered"].toBool()) {
            return;
        }
    }
    QVERIFY2(page, page ? "" : qPrintable(page.error().forLog()));
    comparePage(wanted, *parsed, *page);
    if (wanted[u"select_keys"].isArray() && !parsed->select.isEmpty()) {
        QCOMPARE(parsed->select, listOf(wanted[u"select_keys"]));
    }
}

QTEST_GUILESS_MAIN(TestQueryEvalCases)
#include "tst_query_eval_cases.moc"
