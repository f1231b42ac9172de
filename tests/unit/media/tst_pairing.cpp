// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/pairing.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace kinframe::media;

namespace {

constexpr auto identifier = "C3754624-A05F-474D-9F16-E9C47B5F892D";

template <typename T>
QByteArray number(T value, bool bigEndian)
{
    QByteArray bytes(sizeof(T), '\0');
    if (bigEndian) {
        qToBigEndian(value, bytes.data());
    } else {
        qToLittleEndian(value, bytes.data());
    }
    return bytes;
}

struct Entry
{
    quint16 tag;
    quint16 type;
    quint32 count;
    quint32 value;
};

/// A maker note with these entries, and the identifier behind them.
QByteArray makerNote(const QList<Entry> &entries, bool bigEndian = true)
{
    QByteArray note("Apple iOS\0\0\1", 12);
    note += bigEndian ? "MM" : "II";
    note += number(quint16(entries.size()), bigEndian);
    for (const Entry &entry : entries) {
        note += number(entry.tag, bigEndian) + number(entry.type, bigEndian) + number(entry.count, bigEndian) +
                number(entry.value, bigEndian);
    }
    return note + number(quint32(0), bigEndian) + identifier + '\0';
}

quint32 textAt(qsizetype entries)
{
    return quint32(14 + 2 + entries * 12 + 4);
}

} // namespace

class PairingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheMakerNote_data();
    void readsTheMakerNote();
    void refusesNonsense_data();
    void refusesNonsense();
    void survivesCutsAnywhere();
    void normalisesIdentifiers();
    void pairsByIdentifier();
    void neverPairsByName();
    void neverPairsAcrossOwners();
    void choosesBetweenCopies();
    void usesEveryFileOnce();
};

void PairingTest::readsTheMakerNote_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("big endian") << makerNote({{0x11, 2, 37, textAt(1)}});
    QTest::newRow("little endian") << makerNote({{0x11, 2, 37, textAt(1)}}, false);
    QTest::newRow("after others") << makerNote({{1, 9, 1, 10}, {2, 7, 558, 236}, {0x11, 2, 37, textAt(3)}});
    QTest::newRow("another type first") << makerNote({{0x11, 4, 1, 1}, {0x11, 2, 37, textAt(2)}});
    QTest::newRow("without its NUL") << makerNote({{0x11, 2, 36, textAt(1)}});
}

void PairingTest::readsTheMakerNote()
{
    QFETCH(QByteArray, note);
    QCOMPARE(appleContentIdentifier(note).value_or(QString()), QString::fromLatin1(identifier));
}

void PairingTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another maker") << QByteArray("Nikon\0\2\0\0\0MM\0*", 14);
    QTest::newRow("no byte order") << QByteArray("Apple iOS\0\0\1XX\0\1", 16);
    QTest::newRow("only the head") << QByteArray("Apple iOS\0\0\1MM", 14);
    QTest::newRow("text behind the end") << makerNote({{0x11, 2, 37, 100'000}});
    QTest::newRow("text over the end") << makerNote({{0x11, 2, 37, textAt(1) + 10}});
    QTest::newRow("offset near the largest number") << makerNote({{0x11, 2, 37, 0xfffffff0U}});
    QTest::newRow("huge text") << makerNote({{0x11, 2, 0xffffffffU, textAt(1)}});
    QTest::newRow("short text") << makerNote({{0x11, 2, 4, 0x41424344}});
    QTest::newRow("text that is the directory itself") << makerNote({{0x11, 2, 36, 14}});
    QTest::newRow("no identifier among them") << makerNote({{0x12, 2, 37, textAt(1)}});
    QByteArray manyEntries = makerNote({{1, 9, 1, 1}});
    manyEntries[14] = '\xff';
    manyEntries[15] = '\xff';
    QTest::newRow("more entries than bytes") << manyEntries;
}

void PairingTest::refusesNonsense()
{
    QFETCH(QByteArray, note);
    QVERIFY(!appleContentIdentifier(note).has_value());
}

void PairingTest::survivesCutsAnywhere()
{
    const QByteArray note = makerNote({{1, 9, 1, 10}, {0x11, 2, 37, textAt(2)}});
    for (qsizetype size = 0; size < note.size() - 1; ++size) {
        // A copy of exactly that size, so that a sanitizer sees any read behind it.
        const std::vector<char> cut(note.begin(), note.begin() + size);
        QVERIFY(!appleContentIdentifier(QByteArrayView(cut.data(), size)).has_value());
    }
}

void PairingTest::normalisesIdentifiers()
{
    QCOMPARE(normalContentIdentifier(u" c3754624-a05f-474d-9f16-e9c47b5f892d\n").value(),
             QString::fromLatin1(identifier));
    QVERIFY(!normalContentIdentifier(u"00000000-0000-0000-0000-000000000000").has_value());
    QVERIFY(!normalContentIdentifier(u"C3754624").has_value());
    QVERIFY(!normalContentIdentifier(u"").has_value());
}

void PairingTest::pairsByIdentifier()
{
    const std::vector<LiveHalf> halves{{u"1"_s, u"me"_s, u"A"_s, u"IMG_1.HEIC"_s, false},
                                       {u"2"_s, u"me"_s, u"B"_s, u"IMG_2.HEIC"_s, false},
                                       {u"3"_s, u"me"_s, u"b"_s, u"other.MOV"_s, true},
                                       {u"4"_s, u"me"_s, u"C"_s, u"IMG_4.MOV"_s, true}};
    QCOMPARE(pairLive(halves), (std::vector<LivePair>{{u"2"_s, u"3"_s}}));
}

void PairingTest::neverPairsByName()
{
    const std::vector<LiveHalf> halves{{u"1"_s, u"me"_s, {}, u"IMG_1.HEIC"_s, false},
                                       {u"2"_s, u"me"_s, {}, u"IMG_1.MOV"_s, true},
                                       {u"3"_s, u"me"_s, u"A"_s, u"IMG_1.JPG"_s, false}};
    QVERIFY(pairLive(halves).empty());
}

void PairingTest::neverPairsAcrossOwners()
{
    const std::vector<LiveHalf> halves{{u"1"_s, u"me"_s, u"A"_s, u"IMG_1.HEIC"_s, false},
                                       {u"2"_s, u"you"_s, u"A"_s, u"IMG_1.MOV"_s, true}};
    QVERIFY(pairLive(halves).empty());
}

void PairingTest::choosesBetweenCopies()
{
    std::vector<LiveHalf> halves{{u"edited"_s, u"me"_s, u"A"_s, u"IMG_E1.JPG"_s, false},
                                 {u"original"_s, u"me"_s, u"A"_s, u"img_1.HEIC"_s, false},
                                 {u"video"_s, u"me"_s, u"A"_s, u"IMG_1.MOV"_s, true}};
    QCOMPARE(pairLive(halves), (std::vector<LivePair>{{u"original"_s, u"video"_s}}));
    halves[1].fileName = u"something else.HEIC"_s;
    QCOMPARE(pairLive(halves), (std::vector<LivePair>{{u"edited"_s, u"video"_s}}));
}

void PairingTest::usesEveryFileOnce()
{
    const std::vector<LiveHalf> halves{{u"image"_s, u"me"_s, u"A"_s, u"IMG_1.HEIC"_s, false},
                                       {u"first"_s, u"me"_s, u"A"_s, u"IMG_1.MOV"_s, true},
                                       {u"second"_s, u"me"_s, u"A"_s, u"IMG_1 (1).MOV"_s, true}};
    QCOMPARE(pairLive(halves), (std::vector<LivePair>{{u"image"_s, u"first"_s}}));
}

QTEST_GUILESS_MAIN(PairingTest)
#include "tst_pairing.moc"
