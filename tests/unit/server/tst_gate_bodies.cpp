// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"
#include "server/http/request_parser.h"
#include "support/patience.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray part(const QByteArray &disposition, const QByteArray &content, const QByteArray &headers = {})
{
    return "--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n" + headers + "\r\n" + content + "\r\n";
}

const QByteArray formType = "Content-Type: multipart/form-data; boundary=limit\r\n";

Reply describe(const Request &request)
{
    QJsonArray parts;
    for (const FormField &field : request.form().fields) {
        parts.append(QJsonObject{{u"name"_s, field.name}, {u"value"_s, field.value}});
    }
    for (const FormFile &file : request.form().files) {
        QFile content(file.path());
        if (!content.open(QIODevice::ReadOnly)) {
            return Reply(500);
        }
        const QByteArray bytes = content.readAll();
        parts.append(QJsonObject{
            {u"name"_s, file.name},
            {u"fileName"_s, file.fileName},
            {u"type"_s, QString::fromLatin1(file.contentType)},
            {u"size"_s, file.digests().size},
            {u"right"_s, file.digests().sha256 == QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) &&
                             file.digests().md5 == QCryptographicHash::hash(bytes, QCryptographicHash::Md5)}});
    }
    return Reply::json(parts);
}

/// Bytes that sinks have got, also those of bodies that broke off, and how many sinks are there.
std::atomic<qint64> sinkBytes = 0;
std::atomic<int> sinks = 0;

class NotingSink final : public BodySink
{
public:
    NotingSink() { ++sinks; }
    ~NotingSink() override { --sinks; }
    NotingSink(const NotingSink &) = delete;
    NotingSink &operator=(const NotingSink &) = delete;

    Result<void> add(QByteArrayView bytes) override
    {
        sinkBytes += bytes.size();
        size += bytes.size();
        return bytes.contains('!') ? fail(ErrorCode::Conflict) : Result<void>();
    }
    Result<void> end() override { return {}; }

    qint64 size = 0;
};

std::vector<Route> routes()
{
    Route form = openRoute("POST", "/form", describe);
    form.body = BodyKind::Multipart;
    form.place = Place::Pool;
    Route take = openRoute("POST", "/take", [](const Request &request) {
        const FormFile *file = request.form().file(u"file");
        const QString path = file->take();
        const bool second = file->take().isEmpty();
        return QFile::rename(path, path + u".kept"_s) && second ? Reply::text(path) : Reply(500);
    });
    take.body = BodyKind::Multipart;
    take.place = Place::Pool;
    Route raw = openRoute("PUT", "/raw", [](const Request &request) {
        return request.upload() ? Reply::text(QString::number(request.upload()->digests().size))
                                : Reply::text(u"none"_s);
    });
    raw.body = BodyKind::Raw;
    raw.bodyLimit = 5'000'000;
    Route sink = openRoute("PATCH", "/sink/{name}", [](const Request &request) {
        const auto noted = std::dynamic_pointer_cast<NotingSink>(request.sink());
        return noted ? Reply::text(request.argument("name") + QString::number(noted->size)) : Reply::text(u"none"_s);
    });
    sink.body = BodyKind::Sink;
    sink.openBody = [](const BodyStart &start) -> Admitted<std::shared_ptr<BodySink>> {
        if (start.arguments.front() == u"refused"_s) {
            return tl::unexpected(Refusal{.status = 412, .error = {ErrorCode::InvalidArgument, {}, {}}});
        }
        return std::make_shared<NotingSink>();
    };
    return {form, take, raw, sink};
}

} // namespace

class GateBodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSinkGetsBytesAsTheyCome();
    void aSinkMayRefuseBeforeTheBody();
    void chunksComeInAnyPieces_data();
    void chunksComeInAnyPieces();
    void formsInAnyOrderAndAnyPieces();
    void filesGoWithTheirRequestUnlessTaken();
    void brokenFormsLeaveNothing_data();
    void brokenFormsLeaveNothing();
    void anAbortedUploadLeavesNothing();
    void textFieldsAreBounded();
    void rawBodiesAreSpooled();
    void largeUploadsAreHashedOnTheWay();
};

void GateBodiesTest::formsInAnyOrderAndAnyPieces()
{
    const Gate gate(routes());
    const QByteArray body = part("name=\"a\"", "1") +
                            part("name=\"file\"; filename=\"C:\\\\fakepath\\\\b.jpg\"", "pixels\r\n--limi",
                                 "Content-Type: image/jpeg\r\n") +
                            part("name=\"a\"", "ä") + part("name=\"empty\"; filename=\"\"", "") + "--limit--\r\n";
    const Answer whole = gate.ask(post("/form", body, formType));
    QCOMPARE(whole.status, 200);
    const QJsonArray parts = QJsonDocument::fromJson(whole.body).array();
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts[0], (QJsonObject{{u"name"_s, u"a"_s}, {u"value"_s, u"1"_s}}));
    QCOMPARE(parts[1], (QJsonObject{{u"name"_s, u"a"_s}, {u"value"_s, u"ä"_s}}));
    QCOMPARE(parts[2][u"fileName"_s].toString(), u"b.jpg"_s);
    QCOMPARE(parts[2][u"type"_s].toString(), u"image/jpeg"_s);
    QCOMPARE(parts[2][u"size"_s].toInt(), 14);
    QCOMPARE(parts[2][u"right"_s].toBool(), true);
    QCOMPARE(parts[3][u"size"_s].toInt(), 0);
    for (const qsizetype size : {1, 3, 50}) {
        const Answer pieces = gate.ask("POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n" +
                                       formType + "\r\n" + chunked(body, size));
        QCOMPARE(pieces.body, whole.body);
    }
}

void GateBodiesTest::filesGoWithTheirRequestUnlessTaken()
{
    const Gate gate(routes());
    const QByteArray body =
        part("name=\"file\"; filename=\"b\"", "one") + part("name=\"more\"; filename=\"c\"", "two") + "--limit--\r\n";
    RawClient client = gate.client();
    QCOMPARE(client.ask(post("/form", body, formType)).status, 200);
    QTRY_COMPARE(gate.spooled(), QStringList());
    const Answer taken = client.ask(post("/take", body, formType));
    QCOMPARE(taken.status, 200);
    QTRY_COMPARE(gate.spooled().size(), 1);
    QFile kept(QString::fromUtf8(taken.body) + u".kept"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "one");
}

void GateBodiesTest::brokenFormsLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray file = part("name=\"file\"; filename=\"b\"", QByteArray(200'000, 'x'));
    QTest::newRow("no end") << file << 400;
    QTest::newRow("no boundary") << QByteArray("hello") << 400;
    QTest::newRow("no name") << file + part("filename=\"c\"", "x") + "--limit--\r\n" << 400;
    QTest::newRow("no UTF-8") << file + part("name=\"a\"", "\xff\xfe") + "--limit--\r\n" << 400;
    QTest::newRow("bare LF") << file + "--limit\nContent-Disposition: form-data; name=\"a\"\n\nx\n--limit--\n" << 400;
    QTest::newRow("endless part header") << file + "--limit\r\nX: " + QByteArray(100'000, 'x') << 413;
}

void GateBodiesTest::brokenFormsLeaveNothing()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Gate gate(routes());
    const Answer answer = gate.ask(post("/form", body, formType));
    QCOMPARE(answer.status, status);
    QTRY_COMPARE(gate.spooled(), QStringList());
}

void GateBodiesTest::anAbortedUploadLeavesNothing()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n" + formType + "\r\n" +
                part("name=\"file\"; filename=\"b\"", QByteArray(100'000, 'x')));
    QTRY_COMPARE(gate.spooled().size(), 1);
    client.reset();
    QTRY_COMPARE(gate.spooled(), QStringList());
}

void GateBodiesTest::textFieldsAreBounded()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.limits.formTextBytes = 100; });
    QByteArray body;
    for (int field = 0; field < 11; ++field) {
        body += part("name=\"a\"", QByteArray(10, 'x'));
    }
    const Answer answer = gate.ask(post("/form", body + "--limit--\r\n", formType));
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("a"));
}

void GateBodiesTest::rawBodiesAreSpooled()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    const auto put = [](qsizetype size) {
        QByteArray bytes = post("/raw", QByteArray(size, 'x'));
        return bytes.replace(0, 4, "PUT");
    };
    QCOMPARE(client.ask(put(3'000'000)).body, "3000000");
    QCOMPARE(client.ask(put(0)).body, "none");
    QTRY_COMPARE(gate.spooled(), QStringList());
    QCOMPARE(client.ask(put(5'000'001)).status, 413);
}

void GateBodiesTest::largeUploadsAreHashedOnTheWay()
{
    const Gate gate(routes());
    RawClient client = gate.client();
    QByteArray content(20'000'000, Qt::Uninitialized);
    for (qsizetype at = 0; at < content.size(); ++at) {
        content[at] = char(at * 31 + at / 255);
    }
    const QByteArray body = part("name=\"file\"; filename=\"b\"", content) + "--limit--\r\n";
    const Answer answer = client.ask(post("/form", body, formType));
    QCOMPARE(QJsonDocument::fromJson(answer.body)[0][u"right"_s].toBool(), true);
    QCOMPARE(QJsonDocument::fromJson(answer.body)[0][u"size"_s].toInt(), 20'000'000);
}

void GateBodiesTest::chunksComeInAnyPieces_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray("0\r\n\r\n") << QByteArray();
    QTest::newRow("one byte") << QByteArray("1\r\na\r\n0\r\n\r\n") << QByteArray("a");
    QTest::newRow("two chunks") << QByteArray("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n") << QByteArray("abcde");
    QTest::newRow("trailer") << QByteArray("2\r\nab\r\n0\r\nX: y\r\n\r\n") << QByteArray("ab");
    QTest::newRow("broken end") << QByteArray("0\r\nP\n\r\n") << QByteArray();
}

/// One byte after another, as a slow client sends them: the parser asks for more at every place, and never gives up.
void GateBodiesTest::chunksComeInAnyPieces()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, content);
    const Limits limits;
    RequestParser parser(limits);
    QVERIFY(parser.parseHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
    QByteArray taken;
    QByteArray waiting;
    bool isRefused = false;
    for (const char byte : std::as_const(body)) {
        waiting.append(byte);
        const auto used = parser.parseBody(waiting, [&](QByteArrayView bytes) {
            taken.append(bytes);
            return Result<void>();
        });
        isRefused = !used;
        if (isRefused) {
            break;
        }
        waiting.remove(0, *used);
    }
    QCOMPARE(taken, content);
    QCOMPARE(parser.isDone() && !isRefused, QByteArrayView(QTest::currentDataTag()) != "broken end");
}

void GateBodiesTest::aSinkGetsBytesAsTheyCome()
{
    const Gate gate(routes());
    const QByteArray head = "PATCH /sink/a HTTP/1.1\r\nHost: localhost\r\n";
    QCOMPARE(gate.ask(head + "Content-Length: 5\r\n\r\nabcde").body, QByteArray("a5"));
    QCOMPARE(gate.ask(head + "\r\n").body, QByteArray("none"));
    QCOMPARE(gate.ask(head + "Content-Length: 3\r\n\r\nab!").status, 409);
    sinkBytes = 0;
    RawClient leaving = gate.client();
    leaving.send(head + "Content-Length: 100\r\n\r\n0123456789");
    QTRY_COMPARE(sinkBytes.load(), 10);
    leaving.reset();
    QTRY_COMPARE(sinks.load(), 0);
}

void GateBodiesTest::aSinkMayRefuseBeforeTheBody()
{
    const Gate gate(routes());
    const Answer answer = gate.ask("PATCH /sink/refused HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                                   "Content-Length: 5\r\n\r\n");
    QCOMPARE(answer.status, 412);
}

QTEST_GUILESS_MAIN(GateBodiesTest)
#include "tst_gate_bodies.moc"
