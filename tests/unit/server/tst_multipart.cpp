// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart.h"

#include <QTest>

#include <random>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;

namespace {

struct Part
{
    PartHeaders headers;
    QByteArray data;
    bool isWhole = false;
};

class Collector : public MultipartSink
{
public:
    std::vector<Part> parts;
    std::optional<ErrorCode> refuseWith;

    Result<void> partBegin(const PartHeaders &headers) override
    {
        parts.push_back({headers, {}, false});
        return {};
    }
    Result<void> partData(QByteArrayView bytes) override
    {
        if (refuseWith) {
            return fail(*refuseWith);
        }
        parts.back().data.append(bytes);
        return {};
    }
    Result<void> partEnd() override
    {
        parts.back().isWhole = true;
        return {};
    }
};

QByteArray part(const QByteArray &disposition, const QByteArray &data)
{
    return "--xyz\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + data + "\r\n";
}

/// The outcome of a body given in pieces of `step` bytes.
Result<void> parsed(const QByteArray &body, Collector &sink, qsizetype step, MultipartLimits limits = {})
{
    MultipartParser parser("xyz", sink, limits);
    for (qsizetype at = 0; at < body.size(); at += step) {
        const QByteArrayView piece = QByteArrayView(body).sliced(at, std::min(step, body.size() - at));
        if (Result<void> fed = parser.feed(piece); !fed) {
            return fed;
        }
    }
    return parser.finish();
}

constexpr std::array<qsizetype, 6> steps{1, 2, 3, 7, 64, 1 << 20};

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBoundaries_data();
    void refusesBoundaries();
    void readsBoundaries();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void saysWhenTheEndIsMissing_data();
    void saysWhenTheEndIsMissing();
    void holdsTheLimits();
    void handsOnWhatTheSinkFailsWith();
    void readsWhateverThePieces_data();
    void readsWhateverThePieces();
    void ignoresWhatStandsAround();
    void keepsEveryByteOfFiles();
};

void TestMultipart::refusesBoundaries_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("error");
    QTest::newRow("absent") << QByteArray() << u"unsupported"_s;
    QTest::newRow("other type") << QByteArray("multipart/mixed; boundary=a") << u"unsupported"_s;
    QTest::newRow("JSON") << QByteArray("application/json") << u"unsupported"_s;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << u"invalid_argument"_s;
    QTest::newRow("empty") << QByteArray("multipart/form-data; boundary=\"\"") << u"invalid_argument"_s;
    QTest::newRow("71") << "multipart/form-data; boundary=" + QByteArray(71, 'a') << u"invalid_argument"_s;
    QTest::newRow("ends with a blank") << QByteArray("multipart/form-data; boundary=\"a \"") << u"invalid_argument"_s;
    QTest::newRow("asterisk") << QByteArray("multipart/form-data; boundary=a*") << u"invalid_argument"_s;
    QTest::newRow("not ASCII") << QByteArray("multipart/form-data; boundary=\"\xC3\xA4\"") << u"invalid_argument"_s;
    QTest::newRow("twice") << QByteArray("multipart/form-data; boundary=a; boundary=b") << u"unsupported"_s;
}

void TestMultipart::refusesBoundaries()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, error);
    const Result<QByteArray> boundary = multipartBoundary(type);
    QVERIFY(!boundary);
    QCOMPARE(boundary.error().name(), error);
}

void TestMultipart::readsBoundaries()
{
    QCOMPARE(multipartBoundary("multipart/form-data; boundary=xyz").value(), QByteArray("xyz"));
    QCOMPARE(multipartBoundary("Multipart/Form-Data;charset=utf-8; BOUNDARY=\"a b'()+_,-./:=?c\"").value(),
             QByteArray("a b'()+_,-./:=?c"));
    QCOMPARE(multipartBoundary(QByteArray("multipart/form-data; boundary=" + QByteArray(70, '-'))).value(),
             QByteArray(70, '-'));
}

void TestMultipart::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const QString invalid = u"invalid_argument"_s;
    QTest::newRow("text after the boundary") << QByteArray("--xyzz\r\n\r\n\r\n--xyz--") << invalid;
    QTest::newRow("one hyphen after the boundary") << QByteArray("--xyz-\r\n") << invalid;
    QTest::newRow("LF after the boundary")
        << QByteArray("--xyz\nContent-Disposition: form-data; name=a\n\n") << invalid;
    QTest::newRow("CR alone after the boundary") << QByteArray("--xyz\rContent-") << invalid;
    QTest::newRow("LF between headers")
        << QByteArray("--xyz\r\nContent-Disposition: form-data; name=a\nContent-Type: a/b\r\n\r\n\r\n--xyz--")
        << invalid;
    QTest::newRow("no headers") << QByteArray("--xyz\r\n\r\nabc\r\n--xyz--") << u"missing_field"_s;
    QTest::newRow("no disposition") << QByteArray("--xyz\r\nContent-Type: a/b\r\n\r\nabc\r\n--xyz--")
                                    << u"missing_field"_s;
    QTest::newRow("another disposition") << QByteArray(
                                                "--xyz\r\nContent-Disposition: attachment; name=a\r\n\r\n\r\n--xyz--")
                                         << invalid;
    QTest::newRow("no name") << part("filename=a", "") << invalid;
    QTest::newRow("name not UTF-8") << part("name=\"\xFF\"", "") << invalid;
    QTest::newRow("NUL in a name") << part(QByteArray("name=\"a\0b\"", 10), "") << invalid;
    QTest::newRow("folded header") << QByteArray(
                                          "--xyz\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\n\r\n--xyz--")
                                   << invalid;
    QTest::newRow("blank before the colon")
        << QByteArray("--xyz\r\nContent-Disposition : form-data; name=a\r\n\r\n\r\n--xyz--") << invalid;
    QTest::newRow("two dispositions")
        << QByteArray("--xyz\r\nContent-Disposition: form-data; name=a\r\ncontent-disposition: form-data; name=b"
                      "\r\n\r\n\r\n--xyz--")
        << invalid;
    QTest::newRow("bad extended name") << part("name=a; filename*=UTF-8''%C0%AF", "") << invalid;
    QTest::newRow("extended name without quotes") << part("name=a; filename*=abc", "") << invalid;
    QTest::newRow("unknown charset") << part("name=a; filename*=koi8-r''abc", "") << invalid;
    QTest::newRow("base64")
        << QByteArray("--xyz\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64"
                      "\r\n\r\n\r\n--xyz--")
        << u"unsupported"_s;
}

void TestMultipart::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    for (const qsizetype step : steps) {
        Collector sink;
        const Result<void> outcome = parsed(body, sink, step);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().name(), error);
    }
}

void TestMultipart::saysWhenTheEndIsMissing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("about");
    QTest::newRow("nothing") << QByteArray() << u"body"_s;
    QTest::newRow("no boundary") << QByteArray("hello") << u"body"_s;
    QTest::newRow("within headers") << QByteArray("--xyz\r\nContent-Disp") << u"body"_s;
    QTest::newRow("within a file") << part("name=a; filename=b.jpg", "\xFF\xD8") << u"b.jpg"_s;
    QTest::newRow("LF before the boundary") << part("name=a; filename=b.jpg", "").chopped(2) + "\n--xyz--\r\n"
                                            << u"b.jpg"_s;
    QTest::newRow("half the boundary") << part("name=a; filename=b.jpg", "x") + "--xy" << u"b.jpg"_s;
    QTest::newRow("one hyphen") << part("name=a; filename=b.jpg", "x") + "--xyz-" << u"body"_s;
    QTest::newRow("not closed") << part("name=a", "x") + "--xyz\r\n" << u"body"_s;
}

void TestMultipart::saysWhenTheEndIsMissing()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, about);
    for (const qsizetype step : steps) {
        Collector sink;
        const Result<void> outcome = parsed(body, sink, step);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::FileTruncated);
        QCOMPARE(outcome.error().fact(u"path"_s), about);
    }
}

void TestMultipart::holdsTheLimits()
{
    const MultipartLimits limits{.parts = 2, .headerBytes = 60, .fieldBytes = 5, .preambleBytes = 8};
    const auto outcome = [&limits](const QByteArray &body, qsizetype step) {
        Collector sink;
        const Result<void> result = parsed(body, sink, step, limits);
        return result ? u"fine"_s : result.error().name();
    };
    const QByteArray field = part("name=a", "12345");
    for (const qsizetype step : steps) {
        QCOMPARE(outcome(field + field + "--xyz--", step), u"fine"_s);
        QCOMPARE(outcome(field + field + field + "--xyz--", step), u"too_many"_s);
        QCOMPARE(outcome(part("name=a", "123456") + "--xyz--", step), u"too_large"_s);
        QCOMPARE(outcome(part("name=a; filename=b", QByteArray(1000, 'x')) + "--xyz--", step), u"fine"_s);
        QCOMPARE(outcome(part("name=" + QByteArray(60, 'n'), "") + "--xyz--", step), u"too_large"_s);
        // 37 characters come before the name.
        QCOMPARE(outcome(part("name=" + QByteArray(60 - 37, 'n'), "") + "--xyz--", step), u"fine"_s);
        QCOMPARE(outcome(part("name=" + QByteArray(61 - 37, 'n'), "") + "--xyz--", step), u"too_large"_s);
        QCOMPARE(outcome("12345678\r\n" + field + "--xyz--", step), u"fine"_s);
        QCOMPARE(outcome(QByteArray(30, 'p') + "\r\n" + field + "--xyz--", step), u"invalid_argument"_s);
    }
}

void TestMultipart::handsOnWhatTheSinkFailsWith()
{
    Collector sink;
    sink.refuseWith = ErrorCode::DiskFull;
    MultipartParser parser("xyz", sink);
    QVERIFY(parser.feed("--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n"));
    QCOMPARE(parser.feed("abc").error().code, ErrorCode::DiskFull);
    sink.refuseWith.reset();
    QCOMPARE(parser.feed("def").error().code, ErrorCode::DiskFull);
    QCOMPARE(parser.finish().error().code, ErrorCode::DiskFull);
    QVERIFY(!sink.parts.front().isWhole);
    QVERIFY(sink.parts.front().data.isEmpty());
}

void TestMultipart::readsWhateverThePieces_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<bool>("isFile");
    QTest::newRow("field") << QByteArray("name=\"a\"") << QString() << false;
    QTest::newRow("file") << QByteArray("name=\"a\"; filename=\"IMG 1.jpg\"") << u"IMG 1.jpg"_s << true;
    QTest::newRow("none chosen") << QByteArray("name=\"a\"; filename=\"\"") << QString() << true;
    QTest::newRow("UTF-8") << QByteArray("name=a; filename=\"\xE5\x9B\xBE.png\"") << u"图.png"_s << true;
    QTest::newRow("extended wins") << QByteArray("name=a; filename=x; filename*=utf-8'en'%E5%9B%BE%20a.png")
                                   << u"图 a.png"_s << true;
    QTest::newRow("Latin-1") << QByteArray("name=a; filename*=iso-8859-1''%E9t%E9.jpg") << u"été.jpg"_s << true;
    QTest::newRow("browser quote") << QByteArray("name=a; filename=\"a%22b%0D%0A.jpg\"") << u"a\"b.jpg"_s << true;
    QTest::newRow("curl quote") << QByteArray(R"(name=a; filename="a\"b.jpg")") << u"a\"b.jpg"_s << true;
    QTest::newRow("other percents stay") << QByteArray("name=a; filename=\"100%25.jpg\"") << u"100%25.jpg"_s << true;
    QTest::newRow("path") << QByteArray("name=a; filename=\"../../etc/passwd\"") << u"passwd"_s << true;
    QTest::newRow("Windows path") << QByteArray(R"(name=a; filename="C:\Users\new.jpg")") << u"new.jpg"_s << true;
    QTest::newRow("encoded path") << QByteArray("name=a; filename*=UTF-8''..%2F..%2Fx.jpg") << u"x.jpg"_s << true;
    QTest::newRow("dots") << QByteArray("name=a; filename=\"..\"") << QString() << true;
    QTest::newRow("folder") << QByteArray("name=a; filename=\"a/\"") << QString() << true;
    QTest::newRow("other charset") << QByteArray("name=a; filename=\"\xCD\xBC.jpg\"") << u"\u037C.jpg"_s << true;
    QTest::newRow("broken UTF-8") << QByteArray("name=a; filename=\"\xC3.jpg\"") << u"\uFFFD.jpg"_s << true;
}

void TestMultipart::readsWhateverThePieces()
{
    QFETCH(QByteArray, disposition);
    QFETCH(QString, fileName);
    QFETCH(bool, isFile);
    const QByteArray data("\r\r\n\r\n--xy\r\n--xyx\r\n-\r\n--", 23);
    const QByteArray body = part(disposition, data) + part("name=last", "") + "--xyz--\r\n";
    for (const qsizetype step : steps) {
        Collector sink;
        const Result<void> outcome = parsed(body, sink, step);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().forLog()));
        QCOMPARE(sink.parts.size(), 2U);
        QCOMPARE(sink.parts[0].headers.name, u"a"_s);
        QCOMPARE(sink.parts[0].headers.fileName, fileName);
        QCOMPARE(sink.parts[0].headers.isFile, isFile);
        QCOMPARE(sink.parts[0].data, data);
        QVERIFY(sink.parts[0].isWhole);
        QCOMPARE(sink.parts[1].headers.name, u"last"_s);
        QVERIFY(sink.parts[1].data.isEmpty());
    }
}

void TestMultipart::ignoresWhatStandsAround()
{
    const QByteArray body = "This is a form.\r\n--xy\r\n--xyz  \t\r\nX-Other: 1\r\nCONTENT-TYPE: image/jpeg \r\n"
                            "content-disposition: FORM-DATA; name=a; filename=b\r\n"
                            "Content-Transfer-Encoding: binary\r\n\r\nabc\r\n--xyz--\r\nthe end\r\n--xyz\r\n";
    for (const qsizetype step : steps) {
        Collector sink;
        QVERIFY(parsed(body, sink, step));
        QCOMPARE(sink.parts.size(), 1U);
        QCOMPARE(sink.parts[0].headers.contentType, QByteArray("image/jpeg"));
        QCOMPARE(sink.parts[0].data, QByteArray("abc"));
    }
    Collector sink;
    QVERIFY(parsed("--xyz--", sink, 1));
    QVERIFY(sink.parts.empty());
}

void TestMultipart::keepsEveryByteOfFiles()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        QByteArray data;
        const int pieces = static_cast<int>(random() % 40);
        for (int piece = 0; piece < pieces; ++piece) {
            // What looks like a boundary, and bytes between that cannot make it one.
            data += QByteArray("\r\n--xy\r\n--").first(static_cast<qsizetype>(random() % 11));
            data += QByteArray(static_cast<qsizetype>(random() % 5), static_cast<char>(random() | 0x80));
        }
        const QByteArray body = part("name=a; filename=b", data) + "--xyz--";
        Collector sink;
        const Result<void> outcome = parsed(body, sink, 1 + static_cast<qsizetype>(random() % 20));
        QVERIFY(outcome);
        QCOMPARE(sink.parts.front().data, data);
    }
}

QTEST_APPLESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
