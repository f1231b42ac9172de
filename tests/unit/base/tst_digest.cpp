// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingFileIsNotHashed();
    void aFolderIsNotHashed();
    void knownVectors_data();
    void knownVectors();
    void piecesDoNotMatter_data();
    void piecesDoNotMatter();
    void aFileIsItsBytes();
};

namespace {

Digests hashOf(QByteArrayView bytes)
{
    MultiHash hash;
    hash.add(bytes);
    return hash.finish();
}

} // namespace

void TestDigest::aMissingFileIsNotHashed()
{
    const QTemporaryDir folder;
    const auto digests = digestsOfFile(folder.filePath(u"nothing"_s));
    QVERIFY(!digests);
    QCOMPARE(digests.error().code, ErrorCode::FileNotFound);
    QCOMPARE(digests.error().fact(u"path"_s), folder.filePath(u"nothing"_s));
}

void TestDigest::aFolderIsNotHashed()
{
    const QTemporaryDir folder;
    const auto digests = digestsOfFile(folder.path());
    QVERIFY(!digests);
    QCOMPARE(digests.error().code, ErrorCode::FileIsDirectory);
}

void TestDigest::knownVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<QByteArray>("sha1");
    QTest::addColumn<QByteArray>("md5");
    QTest::addColumn<quint64>("xxh64");

    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                           << QByteArray("da39a3ee5e6b4b0d3255bfef95601890afd80709")
                           << QByteArray("d41d8cd98f00b204e9800998ecf8427e") << Q_UINT64_C(0xef46db3751d8e999);
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                         << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d")
                         << QByteArray("900150983cd24fb0d6963f7d28e17f72") << Q_UINT64_C(0x44bc2cf5ad770999);
    QTest::newRow("longer than one stripe of XXH64")
        << QByteArray("Nobody inspects the spammish repetition")
        << QByteArray("031edd7d41651593c5fe5c006fa5752b37fddff7bc4e843aa6af0c950f4b9406")
        << QByteArray("531b07a0f5b66477a21742d2827176264f4bbfe2") << QByteArray("bb649c83dd1ea5c9d9dec9a18df0ffe9")
        << Q_UINT64_C(0xfbcea83c8a378bf1);
}

void TestDigest::knownVectors()
{
    QFETCH(const QByteArray, bytes);
    const Digests digests = hashOf(bytes);
    QTEST(digests.sha256.toHex(), "sha256");
    QTEST(digests.sha1.toHex(), "sha1");
    QTEST(digests.md5.toHex(), "md5");
    QTEST(digests.xxh64, "xxh64");
    QCOMPARE(digests.size, bytes.size());

    Sha256 alone;
    alone.add(bytes);
    QTEST(alone.finish().toHex(), "sha256");
}

void TestDigest::piecesDoNotMatter_data()
{
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {1, 31, 4096, 16384, 16385, 100'000}) {
        QTest::addRow("%lld", qlonglong(piece)) << piece;
    }
}

void TestDigest::piecesDoNotMatter()
{
    QFETCH(const qsizetype, piece);
    const QByteArray bytes = QByteArray("a").repeated(100'000);
    MultiHash hash;
    Sha256 alone;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        hash.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        alone.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    }
    const Digests whole = hashOf(bytes);
    const Digests pieces = hash.finish();
    QCOMPARE(pieces.sha256, whole.sha256);
    QCOMPARE(pieces.sha1, whole.sha1);
    QCOMPARE(pieces.md5, whole.md5);
    QCOMPARE(pieces.xxh64, whole.xxh64);
    QCOMPARE(pieces.size, bytes.size());
    QCOMPARE(alone.finish(), whole.sha256);
}

void TestDigest::aFileIsItsBytes()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"million"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray("a").repeated(1'000'000)), 1'000'000);
    file.close();
    const auto digests = digestsOfFile(file.fileName());
    QVERIFY(digests);
    QCOMPARE(digests->size, 1'000'000);
    QCOMPARE(digests->sha256.toHex(), QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    QCOMPARE(digests->sha1.toHex(), QByteArray("34aa973cd4c4daa4f61eeb2bdbad27316534016f"));
    QCOMPARE(digests->md5.toHex(), QByteArray("7707d6ae4e027c70eea2a935c2296f21"));
}

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
