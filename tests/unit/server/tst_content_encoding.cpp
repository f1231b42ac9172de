// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/content_encoding.h"
#include "server/http/gzip_stream.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace kinframe;
using namespace kinframe::http;

namespace {

/// Unpacks as much as is there.
QByteArray unpacked(QByteArray packed, bool *isWhole)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    QByteArray piece(64 * 1024, '\0');
    int status = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_SYNC_FLUSH);
        plain += QByteArrayView(piece).first(piece.size() - static_cast<qsizetype>(stream.avail_out));
    } while (status == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0));
    *isWhole = status == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    return plain;
}

} // namespace

class TestContentEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighsAcceptEncoding_data();
    void weighsAcceptEncoding();
    void knowsWhatShrinks();
    void packs_data();
    void packs();
    void flushes();
};

void TestContentEncoding::weighsAcceptEncoding_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("gzip");
    for (const char *header : {"", "identity", "br", "deflate, br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "gzip;q=x",
                               "gzip;q=", "gzip;q=1.5", "gzip;q=1.001", "gzip;q=0.0001", "gzip;q=-1", "gzip;level=3",
                               "identity;q=1, gzip;q=0.5", "gzipped", "gzip q=1"}) {
        QTest::newRow(header) << QByteArray(header) << false;
    }
    for (const char *header :
         {"gzip", "GZIP", "x-gzip", "gzip, deflate, br", "deflate;q=0.5,gzip ; q=0.001", "*", "br, *;q=0.1",
          "identity;q=0.5, gzip;q=1.0", "gzip;Q=1.000", "identity;q=0, gzip;q=0.1"}) {
        QTest::newRow(header) << QByteArray(header) << true;
    }
}

void TestContentEncoding::weighsAcceptEncoding()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, gzip);
    QCOMPARE(acceptsGzip(header), gzip);
}

void TestContentEncoding::knowsWhatShrinks()
{
    for (const char *type :
         {"", "image/jpeg", "video/mp4", "application/octet-stream", "application/zip", "image/webp"}) {
        QVERIFY2(!isCompressible(type), type);
    }
    for (const char *type : {"application/json", "Application/JSON; charset=utf-8", "text/plain", "image/svg+xml",
                             "application/problem+json", "application/jsonlines+json"}) {
        QVERIFY2(isCompressible(type), type);
    }
}

void TestContentEncoding::packs_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("isRandom");
    QTest::newRow("nothing") << 0 << 1 << false;
    QTest::newRow("one byte") << 1 << 1 << false;
    QTest::newRow("small pieces") << 100'000 << 7 << true;
    QTest::newRow("random") << 3'000'000 << 65'536 << true;
    QTest::newRow("at once") << 3'000'000 << 3'000'000 << true;
    QTest::newRow("zeros") << 3'000'000 << 3'000'000 << false;
}

void TestContentEncoding::packs()
{
    QFETCH(int, size);
    QFETCH(int, step);
    QFETCH(bool, isRandom);
    QByteArray plain(size, '\0');
    QRandomGenerator random(3);
    if (isRandom) {
        std::generate(plain.begin(), plain.end(), [&random] { return static_cast<char>(random.generate()); });
    }
    GzipStream stream;
    QByteArray packed;
    for (int at = 0; at < size; at += step) {
        packed += stream.add(QByteArrayView(plain).sliced(at, std::min(step, size - at))).value();
    }
    packed += stream.finish().value();
    bool isWhole = false;
    QCOMPARE(unpacked(packed, &isWhole), plain);
    QVERIFY(isWhole);
}

void TestContentEncoding::flushes()
{
    GzipStream first;
    GzipStream stream = std::move(first);
    QByteArray packed = stream.add("hello").value();
    packed += stream.flush().value();
    bool isWhole = true;
    QCOMPARE(unpacked(packed, &isWhole), QByteArray("hello"));
    QVERIFY(!isWhole);
    packed += stream.flush().value();
    packed += stream.add(" world").value();
    packed += stream.finish().value();
    QCOMPARE(unpacked(packed, &isWhole), QByteArray("hello world"));
    QVERIFY(isWhole);
}

QTEST_APPLESS_MAIN(TestContentEncoding)
#include "tst_content_encoding.moc"
