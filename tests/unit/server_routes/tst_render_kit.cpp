// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/invalid_input.h"
#include "server/http/status.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"

#include <QJsonDocument>
#include <QTest>

#include <array>

using namespace kinframe;
using namespace kinframe::server;
using namespace Qt::StringLiterals;

class TestRenderKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasItsCode_data();
    void everyFailureHasItsCode();
    void anotherStatusIsItsOwnCode();
    void whatAnswersNoCallHasItsCode();
    void aFieldIsNamed();
    void allFieldsAreNamedAtOnce();
    void aRepeatedTaskNamesTheFirst();
    void itSpeaksChineseUnlessAsked();
    void successHasAnEnvelope();
    void fieldsNarrow();
    void filesNarrowWithTheirShell();
    void onlyAGetIsNarrowed();
    void pagesAreRead_data();
    void pagesAreRead();
    void wrongPagesNameTheirField_data();
    void wrongPagesNameTheirField();
    void pagesAreCounted();
    void rowIdsAreNumbers();
};

namespace {

http::Request requestOf(const QByteArray &query, const QByteArray &language = {}, const QByteArray &method = "GET")
{
    http::RequestParts parts;
    parts.head.method = method;
    parts.head.path = "/api/tasks";
    if (!language.isEmpty()) {
        parts.head.headers.add("Accept-Language", language);
    }
    parts.query = http::QueryString::parse(query).value();
    parts.door = renderDoor().get();
    return http::Request(std::move(parts));
}

QJsonObject objectOf(const http::Reply &reply)
{
    return QJsonDocument::fromJson(reply.bodyBytes()).object();
}

QJsonObject refused(const Error &error)
{
    return objectOf(requestOf({}).refuse(error));
}

Result<ListPage> pageOf(const QByteArray &query)
{
    static constexpr std::array columns{SortColumn{u"created_at", "t.created_at"}, SortColumn{u"id", "t.id"}};
    return listPageOf(requestOf(query), {columns});
}

} // namespace

void TestRenderKit::everyFailureHasItsCode_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("status");
    const auto row = [](ErrorCode code, int number, int status, const QString &what = {}) {
        QTest::addRow("%s %s", qPrintable(kinframe::nameOf(code)), qPrintable(what))
            << code << what << number << status;
    };
    row(ErrorCode::UnknownField, 1000, 400);
    row(ErrorCode::TooMany, 1000, 400);
    row(ErrorCode::MissingField, 1001, 400);
    row(ErrorCode::InvalidArgument, 1002, 400);
    row(ErrorCode::FileDamaged, 400, 400);
    row(ErrorCode::NotFound, 2000, 404);
    row(ErrorCode::NotFound, 2001, 404, u"task"_s);
    row(ErrorCode::NotFound, 2002, 404, u"file"_s);
    row(ErrorCode::FileNotFound, 2002, 404);
    row(ErrorCode::Conflict, 3000, 409);
    row(ErrorCode::TaskExists, 3001, 409);
    row(ErrorCode::Forbidden, 4000, 403);
    row(ErrorCode::NotYours, 4001, 403);
    row(ErrorCode::Internal, 5000, 500);
    row(ErrorCode::DatabaseFailed, 5001, 500);
    row(ErrorCode::StoreFailed, 5002, 500);
    row(ErrorCode::EngineMissing, 5003, 500);
    row(ErrorCode::EngineFailed, 5003, 500);
    row(ErrorCode::RenderCrashed, 5003, 500);
    row(ErrorCode::FramesFailed, 5003, 500);
    row(ErrorCode::TaskTimedOut, 5003, 500);
    row(ErrorCode::FrameTimedOut, 5003, 500);
    row(ErrorCode::EngineSilent, 5003, 500);
    row(ErrorCode::WorkerLost, 5003, 500);
    row(ErrorCode::Unauthorized, 401, 401);
    row(ErrorCode::TooLarge, 413, 413);
    row(ErrorCode::Unsupported, 415, 415);
    row(ErrorCode::RateLimited, 429, 429);
    row(ErrorCode::DiskFull, 507, 507);
    row(ErrorCode::ShuttingDown, 503, 503);
}

void TestRenderKit::everyFailureHasItsCode()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, what);
    QFETCH(const int, number);
    QFETCH(const int, status);
    const http::Reply reply = requestOf({}).refuse(Error{code, {{u"what"_s, what}}, {}});
    QCOMPARE(reply.status(), status);
    const QJsonObject body = objectOf(reply);
    QCOMPARE(body["code"_L1].toInt(), number);
    QVERIFY(!body["message"_L1].toString().isEmpty());
    QVERIFY(!body["detail"_L1].toString().isEmpty());
    QCOMPARE(body["errors"_L1].toArray().size(), 0);
}

void TestRenderKit::anotherStatusIsItsOwnCode()
{
    const Error error{ErrorCode::FileNotFound, {{u"path"_s, u"/a.ma"_s}}, {}};
    const http::Reply reply = requestOf({}).refuse(error, 400);
    QCOMPARE(reply.status(), 400);
    QCOMPARE(objectOf(reply)["code"_L1].toInt(), 400);
    QVERIFY(objectOf(reply)["message"_L1].toString().contains(u"/a.ma"_s));
}

void TestRenderKit::whatAnswersNoCallHasItsCode()
{
    QCOMPARE(renderCodeOf({ErrorCode::NotFound, {{u"what"_s, u"file"_s}}, {}}), 2002);
    QCOMPARE(renderCodeOf({ErrorCode::RenderNoLicence, {}, {}}), 5003);
    QCOMPARE(renderCodeOf({ErrorCode::TaskTimedOut, {}, {}}), 5003);
    QCOMPARE(renderCodeOf({ErrorCode::SceneUnreadable, {}, {}}), 400);
    QCOMPARE(renderCodeOf({ErrorCode::DiskFull, {}, {}}), 507);
}

void TestRenderKit::aFieldIsNamed()
{
    const QJsonObject body = refused(http::invalidInput(u"test_frames"_s, "abc", u"one number"_s).value());
    QCOMPARE(body["message"_L1].toString(), u"字段格式错误"_s);
    const QJsonObject field = body["errors"_L1].toArray().at(0).toObject();
    QCOMPARE(field["field"_L1].toString(), u"test_frames"_s);
    QCOMPARE(field["value"_L1].toString(), u"abc"_s);
    QCOMPARE(field["expected"_L1].toString(), u"one number"_s);
    QCOMPARE(field["message"_L1].toString(), body["detail"_L1].toString());
    const QJsonObject missing = refused({ErrorCode::MissingField, {{u"field"_s, u"unionid"_s}}, {}});
    QVERIFY(missing["errors"_L1].toArray().at(0)["value"_L1].isNull());
}

void TestRenderKit::allFieldsAreNamedAtOnce()
{
    const Failure failure = severalErrors({http::invalidInput(u"ram"_s, "1", u"one number"_s).value(),
                                           {ErrorCode::MissingField, {{u"field"_s, u"unionid"_s}}, {}}});
    const QJsonObject body = refused(failure.value());
    QCOMPARE(body["code"_L1].toInt(), 1002);
    const QJsonArray errors = body["errors"_L1].toArray();
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors.at(0)["field"_L1].toString(), u"ram"_s);
    QCOMPARE(errors.at(1)["field"_L1].toString(), u"unionid"_s);
    QVERIFY(body["detail"_L1].toString().contains(errors.at(1)["message"_L1].toString()));
    QVERIFY(severalErrors({Error{}}).value().facts.empty());
}

void TestRenderKit::aRepeatedTaskNamesTheFirst()
{
    QCOMPARE(refused({ErrorCode::TaskExists, {{u"id"_s, u"17"_s}}, {}})["data"_L1]["id"_L1].toInt(), 17);
    QVERIFY(!refused({ErrorCode::NotFound, {{u"id"_s, u"17"_s}}, {}}).contains("data"_L1));
}

void TestRenderKit::itSpeaksChineseUnlessAsked()
{
    const auto messageOf = [](const QByteArray &language) {
        return objectOf(renderReply(requestOf({}, language), QJsonObject(), 201, RenderMessage::TaskMade))["message"_L1]
            .toString();
    };
    QCOMPARE(messageOf({}), u"任务创建成功"_s);
    QCOMPARE(messageOf("fr"), u"任务创建成功"_s);
    QCOMPARE(messageOf("en"), u"The task is made"_s);
}

void TestRenderKit::successHasAnEnvelope()
{
    const http::Reply reply = renderReply(requestOf({}), QJsonObject{{u"id"_s, 1}}, 202);
    QCOMPARE(reply.status(), 202);
    QCOMPARE(reply.bodyBytes(), QByteArray(R"({"code":202,"data":{"id":1},"message":"成功"})"));
    const Result<QJsonObject> failure = fail(ErrorCode::Conflict);
    QCOMPARE(renderReply(requestOf({}), failure).status(), 409);
}

void TestRenderKit::fieldsNarrow()
{
    const QJsonObject task{{u"id"_s, 1}, {u"status"_s, u"queued"_s}, {u"progress"_s, 0}};
    const QJsonObject kept{{u"id"_s, 1}, {u"status"_s, u"queued"_s}};
    const auto dataOf = [](const QJsonValue &data) -> QJsonValue {
        return objectOf(renderReply(requestOf("fields=id,%20status,nothing"), data))["data"_L1];
    };
    QCOMPARE(dataOf(task).toObject(), kept);
    QCOMPARE(dataOf(QJsonArray{task, task}).toArray(), (QJsonArray{kept, kept}));
    const QJsonValue page = dataOf(pageJson({task}, 1, ListPage()));
    QCOMPARE(page["items"_L1].toArray(), QJsonArray{kept});
    QCOMPARE(page["total_pages"_L1].toInt(), 1);
    QCOMPARE(objectOf(renderReply(requestOf("fields="), task))["data"_L1].toObject(), task);
}

void TestRenderKit::filesNarrowWithTheirShell()
{
    const QJsonObject file{{u"asset_id"_s, 7}, {u"file_size"_s, 100}};
    const QJsonObject shell{{u"task_id"_s, 1}, {u"assets"_s, QJsonArray{file}}, {u"total_count"_s, 1}};
    const auto dataOf = [&](const QByteArray &fields) {
        return objectOf(renderReply(requestOf("fields=" + fields), shell))["data"_L1].toObject();
    };
    const QJsonArray ids{QJsonObject{{u"asset_id"_s, 7}}};
    QCOMPARE(dataOf("asset_id"), (QJsonObject{{u"assets"_s, ids}}));
    QCOMPARE(dataOf("total_count,asset_id"), (QJsonObject{{u"assets"_s, ids}, {u"total_count"_s, 1}}));
    QCOMPARE(dataOf("assets,asset_id"), (QJsonObject{{u"assets"_s, ids}}));
    QCOMPARE(dataOf("assets"), (QJsonObject{{u"assets"_s, QJsonArray{file}}}));
    QCOMPARE(dataOf("task_id"), (QJsonObject{{u"task_id"_s, 1}}));
}

void TestRenderKit::onlyAGetIsNarrowed()
{
    const QJsonObject task{{u"id"_s, 1}, {u"status"_s, u"queued"_s}};
    QCOMPARE(objectOf(renderReply(requestOf("fields=id", {}, "POST"), task))["data"_L1].toObject(), task);
}

void TestRenderKit::pagesAreRead_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<bool>("isDescending");
    const QByteArray usual = "t.created_at";
    QTest::newRow("none") << QByteArray() << qint64(0) << 20 << usual << true;
    QTest::newRow("all") << QByteArray("page=3&page_size=7&sort_by=id&order=asc") << qint64(14) << 7
                         << QByteArray("t.id") << false;
    QTest::newRow("least") << QByteArray("page=1&page_size=1") << qint64(0) << 1 << usual << true;
    QTest::newRow("most") << QByteArray("page=1000000&page_size=1000&order=desc") << qint64(999'999'000) << 1000
                          << usual << true;
}

void TestRenderKit::pagesAreRead()
{
    QFETCH(const QByteArray, query);
    QFETCH(const qint64, offset);
    QFETCH(const int, size);
    QFETCH(const QByteArray, column);
    QFETCH(const bool, isDescending);
    const auto page = pageOf(query);
    QVERIFY(page);
    QCOMPARE(page->offset(), offset);
    QCOMPARE(page->size, size);
    QCOMPARE(QByteArray(page->column.data(), qsizetype(page->column.size())), column);
    QCOMPARE(page->isDescending, isDescending);
}

void TestRenderKit::wrongPagesNameTheirField_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::newRow("page 0") << QByteArray("page=0") << u"page"_s;
    QTest::newRow("page beyond") << QByteArray("page=1000001") << u"page"_s;
    QTest::newRow("page a") << QByteArray("page=a") << u"page"_s;
    QTest::newRow("size 0") << QByteArray("page_size=0") << u"page_size"_s;
    QTest::newRow("size beyond") << QByteArray("page_size=1001") << u"page_size"_s;
    QTest::newRow("column") << QByteArray("sort_by=owner_id") << u"sort_by"_s;
    QTest::newRow("order") << QByteArray("order=up") << u"order"_s;
}

void TestRenderKit::wrongPagesNameTheirField()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, field);
    const auto page = pageOf(query);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(page.error().fact(u"field"_s), field);
}

void TestRenderKit::pagesAreCounted()
{
    ListPage page;
    page.size = 20;
    const auto pagesOf = [&](qint64 total) { return pageJson({}, total, page)["total_pages"_L1].toInt(); };
    QCOMPARE(pagesOf(0), 0);
    QCOMPARE(pagesOf(1), 1);
    QCOMPARE(pagesOf(20), 1);
    QCOMPARE(pagesOf(21), 2);
}

void TestRenderKit::rowIdsAreNumbers()
{
    const auto idOf = [](const QString &text) {
        http::RequestParts parts;
        parts.arguments.emplace_back("id", text);
        return rowIdOf(http::Request(std::move(parts)), u"task"_s);
    };
    QCOMPARE(idOf(u"17"_s), 17);
    for (const QString &text : {u"0"_s, u"-1"_s, u"1a"_s, QString(), u"99999999999999999999"_s}) {
        QCOMPARE(renderCodeOf(idOf(text).error(), 404), 2001);
    }
}

QTEST_GUILESS_MAIN(TestRenderKit)
#include "tst_render_kit.moc"
