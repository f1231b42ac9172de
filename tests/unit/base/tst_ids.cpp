// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/ids.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherTextsAreNoIds_data();
    void otherTextsAreNoIds();
    void textRoundTrip();
    void version8OfSha256();
    void theOwnersIdIsThatOfTheBytes();
    void othersIdsDependOnTheUser();
    void freshIdsDiffer();
    void randomBytesDiffer();
};

namespace {

QByteArray sha256Of(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

} // namespace

void TestIds::otherTextsAreNoIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a word") << u"asset-123"_s;
    QTest::newRow("with braces") << u"{6ba7b810-9dad-81d1-80b4-00c04fd430c8}"_s;
    QTest::newRow("without dashes") << u"6ba7b8109dad81d180b400c04fd430c8"_s;
    QTest::newRow("a dash too far") << u"6ba7b8109-dad-81d1-80b4-00c04fd430c8"_s;
    QTest::newRow("no hex digit") << u"6ba7b810-9dad-81d1-80b4-00c04fd430cg"_s;
    QTest::newRow("a digit too few") << u"6ba7b810-9dad-81d1-80b4-00c04fd430c"_s;
    QTest::newRow("a digit too many") << u"6ba7b810-9dad-81d1-80b4-00c04fd430c88"_s;
    QTest::newRow("a space before") << u" 6ba7b810-9dad-81d1-80b4-00c04fd430c"_s;
    QTest::newRow("full-width digit") << u"6ba7b810-9dad-81d1-80b4-00c04fd430c\uff18"_s;
    QTest::newRow("a NUL") << u"6ba7b810-9dad-81d1-80b4-00c04fd430c"_s + QChar(0);
}

void TestIds::otherTextsAreNoIds()
{
    QFETCH(const QString, text);
    QVERIFY(!uuidFromText(text));
}

void TestIds::textRoundTrip()
{
    const QString text = u"6ba7b810-9dad-81d1-80b4-00c04fd430c8"_s;
    const auto id = uuidFromText(text);
    QVERIFY(id);
    QCOMPARE(toText(*id), text);
    QCOMPARE(uuidFromText(text.toUpper()), id);
    QCOMPARE(uuidFromText(toText(QUuid())), QUuid());
}

void TestIds::version8OfSha256()
{
    // All bits set, and all clear, show which bits are ours.
    QCOMPARE(toText(uuidOfSha256(QByteArray(32, '\xff'))), u"ffffffff-ffff-8fff-bfff-ffffffffffff"_s);
    QCOMPARE(toText(uuidOfSha256(QByteArray(32, '\0'))), u"00000000-0000-8000-8000-000000000000"_s);
    QCOMPARE(toText(uuidOfSha256(sha256Of("abc"))), u"ba7816bf-8f01-8fea-8141-40de5dae2223"_s);
}

void TestIds::theOwnersIdIsThatOfTheBytes()
{
    const QByteArray hash = sha256Of("abc");
    QCOMPARE(assetUuid(hash, newUuid(), true), uuidOfSha256(hash));
    QCOMPARE(assetUuid(hash, QUuid(), true), uuidOfSha256(hash));
}

void TestIds::othersIdsDependOnTheUser()
{
    const QByteArray hash = sha256Of("abc");
    const QUuid user = *uuidFromText(u"6ba7b810-9dad-41d1-80b4-00c04fd430c8");
    QCOMPARE(assetUuid(hash, user, false), uuidOfSha256(sha256Of(QByteArray(user.toRfc4122() + hash))));
    QCOMPARE(assetUuid(hash, user, false), assetUuid(hash, user, false));
    QVERIFY(assetUuid(hash, user, false) != assetUuid(hash, newUuid(), false));
    QVERIFY(assetUuid(hash, user, false) != uuidOfSha256(hash));
}

void TestIds::freshIdsDiffer()
{
    QSet<QUuid> seen;
    for (int i = 0; i < 1000; ++i) {
        const QUuid id = newUuid();
        QCOMPARE(id.version(), QUuid::Random);
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 1000);
}

void TestIds::randomBytesDiffer()
{
    QCOMPARE(randomBytes(0).size(), 0);
    QCOMPARE(randomBytes(33).size(), 33);
    QVERIFY(randomBytes(32) != randomBytes(32));
    // Every value of a byte comes up: in 16 KB one is missing about once in 10^25 runs.
    QSet<char> seen;
    for (const char byte : randomBytes(16 * 1024)) {
        seen.insert(byte);
    }
    QCOMPARE(seen.size(), 256);
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
