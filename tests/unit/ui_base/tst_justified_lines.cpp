// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_layout.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

/// Lines of pictures of one height.
class TestJustifiedLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aspectsAreBounded();
    void anEmptyGrid();
    void onePicture();
    void linesFillTheWidth_data();
    void linesFillTheWidth();
    void asTheNaiveLayout();
    void everyPictureIsFoundAtItsPlace();
    void whatIsInView();
    void emptySections();
    void aMillion();

private:
    std::mt19937 m_random{20'260'314};
    [[nodiscard]] std::vector<float> shapes(int count);
};

namespace {

GridLayout::Measures measures(double width, double height)
{
    return {width, height, 0, 4, 40, 16, true};
}

GridLayout of(const GridLayout::Measures &with, const std::vector<Section> &sections, const std::vector<float> &shapes)
{
    std::vector<Aspect> aspects;
    for (const float shape : shapes) {
        aspects.push_back(toAspect(shape));
    }
    GridLayout layout;
    layout.arrange(with, sections, std::move(aspects));
    return layout;
}

/// Runs of random lengths.
std::vector<Section> sectionsOf(int count, std::mt19937 &random)
{
    std::vector<Section> sections;
    for (int first = 0; first < count;) {
        const int size = std::min(count - first, int(random() % 40) + 1);
        sections.push_back({QString::number(first), first, size});
        first += size;
    }
    return sections;
}

/// The items of each line from the heights at which they are.
std::vector<std::pair<int, int>> linesOf(const GridLayout &layout)
{
    std::vector<std::pair<int, int>> lines;
    for (int item = 0; item < layout.count(); ++item) {
        if (item == 0 || layout.cellAt(item).top() != layout.cellAt(item - 1).top()) {
            lines.push_back({item, item});
        }
        lines.back().second = item;
    }
    return lines;
}

/// The rule in words: a line takes pictures until it is full; the last of them goes to the next line where the line is
/// nearer to its height without it and no more than half too high. In floating point and from the beginning each time.
std::vector<std::pair<int, int>> naive(const std::vector<float> &shapes, const std::vector<Section> &sections,
                                       double width, double height, double gap)
{
    std::vector<std::pair<int, int>> lines;
    const auto fullHeight = [&](int first, int last) {
        double sum = 0;
        for (int item = first; item <= last; ++item) {
            sum += double(toAspect(shapes[size_t(item)])) / 16'384;
        }
        return std::floor((width - (last - first) * gap) / sum + 0.5);
    };
    const auto isFull = [&](int first, int last) {
        double sum = 0;
        for (int item = first; item <= last; ++item) {
            sum += double(toAspect(shapes[size_t(item)])) / 16'384;
        }
        return sum * height >= width - (last - first) * gap;
    };
    for (const Section &section : sections) {
        const int end = section.first + section.count;
        for (int first = section.first; first < end;) {
            int last = first;
            while (last + 1 < end && !isFull(first, last)) {
                ++last;
            }
            if (last > first && isFull(first, last)) {
                const double without = fullHeight(first, last - 1);
                const bool isBetter = without * fullHeight(first, last) < height * height;
                last -= isBetter && without <= 1.5 * height ? 1 : 0;
            }
            lines.push_back({first, last});
            first = last + 1;
        }
    }
    return lines;
}

} // namespace

std::vector<float> TestJustifiedLines::shapes(int count)
{
    std::uniform_real_distribution<float> any(0.2F, 4);
    constexpr float usual[] = {1.5F, 0.75F, 1.3333F, 1.7778F};
    std::vector<float> made;
    for (int i = 0; i < count; ++i) {
        made.push_back(m_random() % 4 == 0 ? any(m_random) : usual[m_random() % 4]);
    }
    return made;
}

void TestJustifiedLines::aspectsAreBounded()
{
    QCOMPARE(toAspect(1), Aspect(16'384));
    QCOMPARE(toAspect(0.001F), toAspect(narrowestAspect));
    QCOMPARE(toAspect(1000), toAspect(widestAspect));
    QCOMPARE(toAspect(0), toAspect(1));
    QCOMPARE(toAspect(std::nanf("")), toAspect(1));
}

void TestJustifiedLines::anEmptyGrid()
{
    const GridLayout layout = of(measures(1000, 160), {}, {});
    QCOMPARE(layout.count(), 0);
    QCOMPARE(layout.height(), 0.0);
    QCOMPARE(layout.itemAt({5, 5}), -1);
    QCOMPARE(layout.itemNear({5, 5}), -1);
    QCOMPARE(layout.itemsBetween(0, 1000), GridLayout::Range{});
}

void TestJustifiedLines::onePicture()
{
    // It keeps the height that lines have, and its shape.
    const GridLayout layout = of(measures(1000, 160), {{QString(), 0, 1}}, {1.5F});
    QCOMPARE(layout.cellAt(0), QRectF(0, 0, 240, 160));
    QCOMPARE(layout.height(), 160.0);
    // Only where there is no room for that it is lower.
    QCOMPARE(of(measures(120, 160), {{QString(), 0, 1}}, {1.5F}).cellAt(0), QRectF(0, 0, 120, 80));
}

void TestJustifiedLines::linesFillTheWidth_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    for (const double width : {50, 320, 777, 1280, 3840}) {
        for (const double height : {40, 160, 333}) {
            QTest::addRow("%g by %g", width, height) << width << height;
        }
    }
}

void TestJustifiedLines::linesFillTheWidth()
{
    QFETCH(const double, width);
    QFETCH(const double, height);
    const std::vector<Section> sections = sectionsOf(3000, m_random);
    const GridLayout layout = of(measures(width, height), sections, shapes(3000));
    const auto lines = linesOf(layout);
    for (const auto &[first, last] : lines) {
        double right = -4;
        for (int item = first; item <= last; ++item) {
            const QRectF cell = layout.cellAt(item);
            QCOMPARE(cell.left(), right + 4); // whole pixels, every gap alike
            QCOMPARE(cell.height(), layout.cellAt(first).height());
            QVERIFY(cell.width() >= 1);
            right = cell.right();
        }
        QVERIFY(right <= width);
        const Section &section = sections[size_t(layout.sectionOf(first))];
        const double lineHeight = layout.cellAt(first).height();
        if (right < width) {
            QCOMPARE(last, section.first + section.count - 1); // only the last line of a section ends before the edge
            QCOMPARE(lineHeight, height);
        }
        QVERIFY(lineHeight <= 1.5 * height + 1);
    }
}

void TestJustifiedLines::asTheNaiveLayout()
{
    for (const double width : {480, 900, 1233, 3800}) {
        const std::vector<Section> sections = sectionsOf(2000, m_random);
        const std::vector<float> made = shapes(2000);
        const auto lines = linesOf(of(measures(width, 160), sections, made));
        QCOMPARE(lines, naive(made, sections, width, 160, 4));
    }
}

void TestJustifiedLines::everyPictureIsFoundAtItsPlace()
{
    const GridLayout layout = of(measures(900, 120), sectionsOf(1000, m_random), shapes(1000));
    for (int item = 0; item < layout.count(); ++item) {
        const QPointF middle = layout.cellAt(item).center();
        QCOMPARE(layout.itemAt(middle), item);
        QCOMPARE(layout.itemNear(middle), item);
        const int below = layout.moved(item, 1);
        if (below != item) {
            QVERIFY(layout.cellAt(below).top() > layout.cellAt(item).top());
            const QRectF rect = layout.cellAt(below);
            // What is there, or the end of a line that is too short.
            QVERIFY(layout.itemAt({middle.x(), rect.center().y()}) == below || rect.right() <= middle.x() ||
                    layout.itemAt({middle.x(), rect.center().y()}) == -1);
        }
    }
}

void TestJustifiedLines::whatIsInView()
{
    const GridLayout layout = of(measures(900, 120), sectionsOf(1000, m_random), shapes(1000));
    for (double top = 0; top < layout.height(); top += 137) {
        const GridLayout::Range seen = layout.itemsBetween(top, top + 400);
        for (int item = 0; item < layout.count(); ++item) {
            const QRectF cell = layout.cellAt(item);
            if (cell.bottom() > top && cell.top() < top + 400) {
                QVERIFY(item >= seen.first && item <= seen.last);
            }
        }
        // No more than a line too many at each end.
        QVERIFY(layout.cellAt(seen.first).bottom() > top - 200);
        QVERIFY(layout.cellAt(seen.last).top() < top + 600);
    }
    const QRectF band(100, 300, 300, 500);
    std::vector<int> touched;
    for (int item = 0; item < layout.count(); ++item) {
        if (layout.cellAt(item).intersects(band)) {
            touched.push_back(item);
        }
    }
    QCOMPARE(layout.itemsIn(band), touched);
}

void TestJustifiedLines::emptySections()
{
    const GridLayout layout = of(measures(900, 120), {{u"a"_s, 0, 0}, {u"b"_s, 0, 2}, {u"c"_s, 2, 0}}, {1, 1});
    QCOMPARE(layout.count(), 2);
    QCOMPARE(layout.cellAt(0).top(), 40.0 + 16 + 40);
    QCOMPARE(layout.itemNear({10, 10}), -1);
    QCOMPARE(layout.moved(0, -1), 0);
    QCOMPARE(layout.moved(0, 1), 0);
}

void TestJustifiedLines::aMillion()
{
    constexpr int count = 1'000'000;
    const GridLayout layout = of(measures(1200, 160), {{QString(), 0, count}}, shapes(count));
    QCOMPARE(layout.itemAt(layout.cellAt(count - 1).center()), count - 1);
    QCOMPARE(layout.cellAt(count - 1).bottom(), layout.height());
    const GridLayout::Range seen = layout.itemsBetween(layout.height() / 2, layout.height() / 2 + 800);
    QVERIFY(seen.last - seen.first < 60);
}

QTEST_APPLESS_MAIN(TestJustifiedLines)
#include "tst_justified_lines.moc"
