// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The collected cases of what OData's own suites and those of its clients take and refuse.
#include "query/query.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestQuerySyntaxCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data();
    void everyCase();
};

void TestQuerySyntaxCases::everyCase_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("level");
    QTest::addColumn<bool>("valid");
    const QString folder = qEnvironmentVariable("KINFRAME_TESTDATA");
    QFile file(folder + u"/odata/syntax_cases.json"_s);
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll()).array()) {
        const QString option = entry[u"option"].toString();
        const QByteArray text = entry[u"text"].toString().toUtf8();
        const QByteArray query = option == "query"_L1 ? text : option.toLatin1() + '=' + text.toPercentEncoding();
        QTest::newRow(qPrintable(entry[u"id"].toString()))
            << query << entry[u"level"].toString() << entry[u"valid"].toBool();
    }
}

void TestQuerySyntaxCases::everyCase()
{
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA")) {
        QSKIP("KINFRAME_TESTDATA does not say where the cases are");
    }
    QFETCH(const QByteArray, query);
    QFETCH(const QString, level);
    QFETCH(const bool, valid);
    const auto parsed = query::parseQuery(query);
    const QString answer = parsed ? u"taken"_s : u"refused: "_s + parsed.error().forLog();
    if (level == "core"_L1) {
        QVERIFY2(parsed.has_value() == valid, qPrintable(QString::fromUtf8(query) + u" was "_s + answer));
    } else if (parsed.has_value() != valid) {
        // Beyond what is promised: what we answer is listed.
        qInfo().noquote() << level << (valid ? "valid" : "invalid") << query << "was" << answer;
    }
}

QTEST_GUILESS_MAIN(TestQuerySyntaxCases)
#include "tst_query_syntax_cases.moc"
