// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/corpus_run.h"
#include "server/http/server.h"
#include "support/patience.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Route openRoute(const QByteArray &method, const QByteArray &pattern, BodyKind body, Way way)
{
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.access = Access::Open;
    route.body = body;
    route.way = way;
    route.handler = [body](const Request &request) {
        if (body == BodyKind::Json) {
            const Result<QJsonValue> json = request.json();
            return json ? Reply::json(*json) : request.refuse(json.error());
        }
        return Reply::text(u"%1 files"_s.arg(request.form().files.size()));
    };
    return route;
}

} // namespace

/// Thousands of hostile requests against a real server: 2,000, or as many as KINFRAME_CORPUS says.
class TestMalformed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsThem_data();
    void standsThem();
};

void TestMalformed::initTestCase()
{
    // A line for each of them would hide what matters.
    QLoggingCategory::setFilterRules(u"kinframe.server.info=false\nkinframe.server.warning=false"_s);
}

void TestMalformed::standsThem_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("straight") << Way::Straight;
    QTest::newRow("routed") << Way::Routed;
}

void TestMalformed::standsThem()
{
    QFETCH(Way, way);
    const QTemporaryDir spool;
    ServerOptions options;
    options.spoolFolder = spool.path();
    options.routes = {openRoute("GET", "/api/ping", BodyKind::None, way),
                      openRoute("POST", "/api/json", BodyKind::Json, way),
                      openRoute("POST", "/api/form", BodyKind::Multipart, way)};
    // Short, so that clients that wait in vain do not hold the test up. Not so `idle`: a client that is refused has to
    // be sent away at once.
    options.limits.head = 3s;
    options.limits.bodyStall = 3s;
    options.limits.linger = 1s;
    Server server(std::move(options));
    const Result<void> started = server.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().forLog()));

    const test::CorpusTarget target{
        .host = "localhost", .goodPath = "/api/ping", .postPath = "/api/json", .formPath = "/api/form", .headers = {}};
    const int asked = qEnvironmentVariableIntValue("KINFRAME_CORPUS");
    test::CorpusRun run;
    run.port = server.port();
    run.count = (asked > 0 ? asked : 2000) / 2;
    run.seed = way == Way::Straight ? 1 : 2;
    const test::CorpusSummary summary = test::runCorpus(run, target);
    QCOMPARE(summary.sent, run.count);
    QCOMPARE(summary.goodChecks, run.count / run.goodEvery + 1);
    QVERIFY2(summary.complaintCount == 0, qPrintable(summary.text()));
    qInfo("%s", qPrintable(summary.text()));
    // Nothing of them is left behind.
    QTRY_COMPARE(server.connectionCount(), 0);
    QTRY_VERIFY(QDir(spool.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestMalformed)
#include "tst_malformed.moc"
