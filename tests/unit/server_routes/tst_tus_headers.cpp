// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus_headers.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::server;
using namespace Qt::StringLiterals;

class TestTusHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metadataIsDecoded();
    void wrongMetadataIsRefused_data();
    void wrongMetadataIsRefused();
    void bytesAreNumbers();
    void checksums_data();
    void checksums();
};

namespace {

http::Headers headersWith(QByteArrayView name, QByteArrayView value)
{
    http::Headers headers;
    headers.add(name, value);
    return headers;
}

} // namespace

void TestTusHeaders::metadataIsDecoded()
{
    const auto metadata = tusMetadata(
        headersWith("Upload-Metadata", "filename d29sZi5tYQ==, path cHJvamVjdHMv54u8Lm1h,is_secret,empty "));
    QVERIFY(metadata);
    const std::map<QString, QString> expected{
        {u"filename"_s, u"wolf.ma"_s}, {u"path"_s, u"projects/狼.ma"_s}, {u"is_secret"_s, {}}, {u"empty"_s, {}}};
    QVERIFY(*metadata == expected);
    QVERIFY(tusMetadata({})->empty());
}

void TestTusHeaders::wrongMetadataIsRefused_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no base64") << QByteArray("filename ???");
    QTest::newRow("no UTF-8") << QByteArray("filename /w==");
    QTest::newRow("twice") << QByteArray("filename YQ==,filename YQ==");
    QTest::newRow("two values") << QByteArray("filename YQ== YQ==");
}

void TestTusHeaders::wrongMetadataIsRefused()
{
    QFETCH(const QByteArray, value);
    const auto metadata = tusMetadata(headersWith("Upload-Metadata", value));
    QVERIFY(!metadata);
    QCOMPARE(metadata.error().fact(u"field"_s), u"Upload-Metadata"_s);
}

void TestTusHeaders::bytesAreNumbers()
{
    QCOMPARE(tusBytes(headersWith("Upload-Offset", " 17 "), "Upload-Offset").value(), 17);
    QCOMPARE(tusBytes(headersWith("Upload-Offset", "0"), "Upload-Offset").value(), 0);
    for (const char *wrong : {"-1", "+1", "1.0", "", "a", "99999999999999999999"}) {
        QVERIFY2(!tusBytes(headersWith("Upload-Offset", wrong), "Upload-Offset"), wrong);
    }
    QCOMPARE(tusBytes({}, "Upload-Offset").error().code, ErrorCode::MissingField);
}

void TestTusHeaders::checksums_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("size"); // 0: refused
    const auto row = [](const QByteArray &algorithm, qsizetype bytes, int size) {
        QTest::addRow("%s of %d", algorithm.constData(), int(bytes))
            << QByteArray(algorithm + ' ' + QByteArray(bytes, 'x').toBase64()) << size;
    };
    row("md5", 16, 16);
    row("sha1", 20, 20);
    row("SHA256", 32, 32);
    row("sha1", 19, 0);
    row("sha1", 0, 0);
    row("crc32", 4, 0);
}

void TestTusHeaders::checksums()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, size);
    const auto checksum = tusChecksum(headersWith("Upload-Checksum", value));
    QCOMPARE(checksum.has_value(), size > 0);
    QVERIFY(size == 0 || (*checksum)->value.size() == size);
    QVERIFY(!*tusChecksum({}));
}

QTEST_GUILESS_MAIN(TestTusHeaders)
#include "tst_tus_headers.moc"
