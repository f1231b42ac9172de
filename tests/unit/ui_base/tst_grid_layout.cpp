// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_layout.h"

#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestGridLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyGrid();
    void cellsFillTheRow();
    void tooNarrowForOne();
    void sectionsFollowEachOther();
    void whatIsInView();
    void everyCellIsFoundAtItsPlace();
    void movesKeepTheColumn();
    void rubberBand();
};

namespace {

// 3 columns of 100 with gaps of 10; headings of 30, 20 between sections.
constexpr GridLayout::Measures measures{320, 100, 0, 10, 30, 20};

GridLayout of(const std::vector<Section> &sections, const GridLayout::Measures &with = measures)
{
    GridLayout layout;
    layout.arrange(with, sections);
    return layout;
}

const std::vector<Section> twoDays{{u"Monday"_s, 0, 4}, {u"Tuesday"_s, 4, 2}};

} // namespace

void TestGridLayout::anEmptyGrid()
{
    const GridLayout layout = of({});
    QCOMPARE(layout.count(), 0);
    QCOMPARE(layout.height(), 0.0);
    QCOMPARE(layout.itemsBetween(0, 1000), GridLayout::Range{});
    QCOMPARE(layout.itemAt({5, 5}), -1);
    QCOMPARE(layout.sectionAtY(5), -1);
    QCOMPARE(layout.sectionOf(0), -1);
    QVERIFY(layout.cellAt(3).isNull());
}

void TestGridLayout::cellsFillTheRow()
{
    GridLayout::Measures wide = measures;
    wide.width = 400;
    wide.caption = 24;
    const GridLayout layout = of({{QString(), 0, 7}}, wide);
    QCOMPARE(layout.columns(), 3);
    QCOMPARE(layout.cellAt(4), QRectF(136, 160, 126, 150)); // (400 - 2 * 10) / 3
    QCOMPARE(layout.height(), 3 * 150.0 + 2 * 10);
}

void TestGridLayout::tooNarrowForOne()
{
    GridLayout::Measures narrow = measures;
    narrow.width = 60;
    const GridLayout layout = of({{QString(), 0, 3}}, narrow);
    QCOMPARE(layout.columns(), 1);
    QCOMPARE(layout.cellAt(0).width(), 60.0);
}

void TestGridLayout::sectionsFollowEachOther()
{
    const GridLayout layout = of(twoDays);
    QCOMPARE(layout.headerAt(0), QRectF(0, 0, 320, 30));
    QCOMPARE(layout.cellAt(0), QRectF(0, 30, 100, 100));
    QCOMPARE(layout.cellAt(3), QRectF(0, 140, 100, 100));
    QCOMPARE(layout.headerAt(1), QRectF(0, 260, 320, 30)); // 240 + 20
    QCOMPARE(layout.cellAt(5), QRectF(110, 290, 100, 100));
    QCOMPARE(layout.height(), 390.0);
    QCOMPARE(layout.sectionOf(3), 0);
    QCOMPARE(layout.sectionOf(4), 1);
    QCOMPARE(layout.sectionAtY(259), 0);
    QCOMPARE(layout.sectionAtY(260), 1);
}

void TestGridLayout::whatIsInView()
{
    const GridLayout layout = of(twoDays);
    QCOMPARE(layout.itemsBetween(0, 100), (GridLayout::Range{0, 2}));
    QCOMPARE(layout.itemsBetween(135, 200).last, 3);
    QCOMPARE(layout.itemsBetween(300, 400), (GridLayout::Range{4, 5}));
    QCOMPARE(layout.sectionsBetween(0, 300), (GridLayout::Range{0, 1}));
    // A million items are no more work than ten.
    const GridLayout large = of({{QString(), 0, 1'000'000}});
    const GridLayout::Range seen = large.itemsBetween(1'000'000, 1'000'800);
    QVERIFY(seen.last - seen.first < 40);
    QVERIFY(large.cellAt(seen.first).top() <= 1'000'000);
    QVERIFY(large.cellAt(seen.last).bottom() >= 1'000'790);
}

void TestGridLayout::everyCellIsFoundAtItsPlace()
{
    const GridLayout layout = of(twoDays);
    for (int item = 0; item < layout.count(); ++item) {
        QCOMPARE(layout.itemAt(layout.cellAt(item).center()), item);
    }
    QCOMPARE(layout.itemAt({105, 50}), -1);  // between two columns
    QCOMPARE(layout.itemAt({150, 190}), -1); // the empty end of a row
    QCOMPARE(layout.itemAt({5, 265}), -1);   // a heading
    QCOMPARE(layout.itemAt({-1, 50}), -1);
}

void TestGridLayout::movesKeepTheColumn()
{
    const GridLayout layout = of(twoDays);
    QCOMPARE(layout.moved(0, 1), 3);
    QCOMPARE(layout.moved(2, 1), 3); // a shorter row: its last
    QCOMPARE(layout.moved(3, 1), 4); // into the next section
    QCOMPARE(layout.moved(5, -1), 3);
    QCOMPARE(layout.moved(1, 2), 5);
    QCOMPARE(layout.moved(1, -1), 1); // nothing is above
    QCOMPARE(layout.moved(5, 1), 5);
}

void TestGridLayout::rubberBand()
{
    const GridLayout layout = of(twoDays);
    QCOMPARE(layout.itemsIn(QRectF(0, 100, 150, 60)), (std::vector<int>{0, 1, 3}));
    QVERIFY(layout.itemsIn(QRectF(0, 245, 320, 10)).empty());
}

QTEST_APPLESS_MAIN(TestGridLayout)
#include "tst_grid_layout.moc"
