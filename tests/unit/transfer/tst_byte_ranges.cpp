// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/byte_ranges.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kinframe::transfer;

namespace {

using List = std::vector<ByteRange>;

ByteRanges of(const List &list)
{
    ByteRanges ranges;
    for (const ByteRange &range : list) {
        ranges.add(range);
    }
    return ranges;
}

} // namespace

class TestByteRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder();
    void thoseThatTouchAreOne();
    void gaps();
    void likeABitmap();
    void asJson();
    void badJson();
};

void TestByteRanges::inOrder()
{
    ByteRanges ranges;
    QCOMPARE(ranges.prefix(), 0);
    QCOMPARE(ranges.end(), 0);
    ranges.add({0, 10});
    ranges.add({10, 30});
    ranges.add({30, 30});
    QCOMPARE(ranges.list(), (List{{0, 30}}));
    QCOMPARE(ranges.prefix(), 30);
    QCOMPARE(ranges.total(), 30);
}

void TestByteRanges::thoseThatTouchAreOne()
{
    ByteRanges ranges = of({{10, 20}, {40, 50}, {30, 35}});
    QCOMPARE(ranges.list(), (List{{10, 20}, {30, 35}, {40, 50}}));
    QCOMPARE(ranges.prefix(), 0);
    QCOMPARE(ranges.end(), 50);
    ranges.add({20, 30});
    QCOMPARE(ranges.list(), (List{{10, 35}, {40, 50}}));
    ranges.add({0, 60});
    QCOMPARE(ranges.list(), (List{{0, 60}}));
}

void TestByteRanges::gaps()
{
    QCOMPARE(of({}).firstGap(10), std::optional(ByteRange{0, 10}));
    QCOMPARE(of({{0, 10}}).firstGap(10), std::nullopt);
    QCOMPARE(of({{0, 4}}).firstGap(10), std::optional(ByteRange{4, 10}));
    QCOMPARE(of({{0, 4}, {6, 8}}).firstGap(10), std::optional(ByteRange{4, 6}));
    QCOMPARE(of({{2, 4}}).firstGap(10), std::optional(ByteRange{0, 2}));
    QCOMPARE(of({}).firstGap(-1), std::nullopt);
}

void TestByteRanges::likeABitmap()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<bool> bits(64);
        ByteRanges ranges;
        for (int i = 0; i < 12; ++i) {
            const auto from = qint64(random.bounded(64));
            const auto to = qint64(random.bounded(int(from), 65));
            ranges.add({from, to});
            std::fill(bits.begin() + from, bits.begin() + to, true);
            qint64 before = -1;
            std::vector<bool> seen(64);
            for (const ByteRange &range : ranges.list()) {
                QVERIFY(range.from > before && range.to > range.from);
                before = range.to;
                std::fill(seen.begin() + range.from, seen.begin() + range.to, true);
            }
            QVERIFY(seen == bits);
            QCOMPARE(ranges.total(), qint64(std::count(bits.begin(), bits.end(), true)));
        }
    }
}

void TestByteRanges::asJson()
{
    const ByteRanges ranges = of({{0, 4}, {6, 5'000'000'000}});
    QCOMPARE(ByteRanges::fromJson(ranges.toJson(), 5'000'000'000).list(), ranges.list());
    QVERIFY(ByteRanges::fromJson(ranges.toJson(), 4'999'999'999).isEmpty());
}

void TestByteRanges::badJson()
{
    const auto read = [](const QJsonArray &json) { return ByteRanges::fromJson(json, 100).list(); };
    QCOMPARE(read({}), List());
    QCOMPARE(read({5}), List());
    QCOMPARE(read({QJsonArray{0}}), List());
    QCOMPARE(read({QJsonArray{5, 3}}), List());
    QCOMPARE(read({QJsonArray{-5, 3}}), List());
    QCOMPARE(read({QJsonArray{5, 10}, QJsonArray{3, 12}}), List());
    QCOMPARE(read({QJsonArray{5, 10}, QJsonArray{12, 13}}), (List{{5, 10}, {12, 13}}));
}

QTEST_APPLESS_MAIN(TestByteRanges)
#include "tst_byte_ranges.moc"
