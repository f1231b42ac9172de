// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_model.h"
#include "support/patience.h"
#include "ui/base/grid_window.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

/// 4 columns of 100 without gaps, a view of 3 rows.
class TestGridWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatIsInView();
    void scrollingReusesDelegates();
    void aLargeViewFillsByAndBy();
    void staysWhereItIs();
    void oneThatGoesTakesTheViewNowhere();
    void oneThatGoesAboveMovesNoLine();
    void oneThatGoesToASectionAboveMovesNothing();
    void newOnesAtTheTopAreSeen();
    void keepsTheCurrentItem();
    void theCurrentItemGoes();
    void tellsOfSelection();
    void everythingGoes();
    void headings();
    void delegatesFollowTheirItems();
    void sectionsAreSelected();
    void whatIsInTheMiddleStays_data();
    void whatIsInTheMiddleStays();
    void manySmallChangesDoNotAddUp();
    void theCurrentItemInViewIsHeld();
    void aTurnedPictureMakesRoom();
    void theKeyboardKeepsToItsPlace();
    void pages();
    void scrubbingAsksForNothing();
    void farDownCellsCountFromTheOrigin();

private:
    [[nodiscard]] QSet<int> shown() const;
    void shapeAll();
    /// How far below the top of the view the middle of an item is.
    [[nodiscard]] double middleOf(int item) const;
    std::unique_ptr<NumberModel> m_model;
    std::unique_ptr<GridWindow> m_window;
};

void TestGridWindow::init()
{
    m_window = std::make_unique<GridWindow>();
    m_model = std::make_unique<NumberModel>();
    m_model->set({{u"day"_s, upTo(999)}});
    m_window->setWidth(400);
    m_window->setCell(100);
    m_window->setGap(0);
    m_window->setViewHeight(300);
    m_window->setSource(m_model.get());
    new QAbstractItemModelTester(m_window.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_window.get());
}

QSet<int> TestGridWindow::shown() const
{
    QSet<int> items;
    for (int slot = 0; slot < m_window->rowCount({}); ++slot) {
        if (const int item = m_window->index(slot).data(GridWindow::ItemIndex).toInt(); item >= 0) {
            items.insert(item);
        }
    }
    return items;
}

void TestGridWindow::showsWhatIsInView()
{
    QCOMPARE(m_window->columns(), 4);
    QCOMPARE(m_window->contentHeight(), 25'000.0);
    QVERIFY(shown().contains(0) && shown().contains(11) && !shown().contains(40));
    QCOMPARE(m_model->wanted.first, 0);
    const QModelIndex first = m_window->index(0);
    QCOMPARE(first.data(NumberModel::NumberRole), QVariant(qint64(0)));
    QCOMPARE(first.data(GridWindow::CellWidth).toDouble(), 100.0);
}

void TestGridWindow::scrollingReusesDelegates()
{
    m_window->setTop(1000);
    const int delegates = m_window->rowCount({});
    const QSignalSpy added(m_window.get(), &QAbstractItemModel::rowsInserted);
    for (double top = 1000; top < 20'000; top += 37) {
        m_window->setTop(top);
        const int item = int(top / 100 + 1) * 4;
        QVERIFY(shown().contains(item));
    }
    QVERIFY(m_window->rowCount({}) - delegates <= 4); // one more row at most, where the view lies between rows
    QVERIFY(added.size() <= 1);
}

void TestGridWindow::aLargeViewFillsByAndBy()
{
    m_window->setViewHeight(3000);
    QVERIFY(shown().contains(0));
    QVERIFY(!shown().contains(119));
    QTRY_VERIFY(shown().contains(119) && shown().contains(150));
}

void TestGridWindow::staysWhereItIs()
{
    m_window->setTop(1010);
    const QSignalSpy moved(m_window.get(), &GridWindow::moveTo);
    std::vector<qint64> numbers = upTo(999);
    numbers.insert(numbers.begin(), {5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007});
    m_model->set({{u"day"_s, numbers}});
    QCOMPARE(moved.last().first().toDouble(), 1210.0); // two rows more above
    QCOMPARE(m_window->top(), 1210.0);
}

void TestGridWindow::oneThatGoesTakesTheViewNowhere()
{
    m_window->setTop(1010);
    std::vector<qint64> numbers = upTo(999);
    std::ranges::rotate(numbers.begin(), numbers.begin() + 40, numbers.begin() + 41); // the first in view to the front
    m_model->set({{u"day"_s, numbers}});
    QCOMPARE(m_window->top(), 1010.0);
}

void TestGridWindow::oneThatGoesAboveMovesNoLine()
{
    m_window->setTop(1010);
    std::vector<qint64> numbers = upTo(999);
    // All in view move up by one place, and only the first of each line by a line.
    numbers.erase(numbers.begin() + 37);
    m_model->set({{u"day"_s, numbers}});
    QCOMPARE(m_window->top(), 1010.0);
}

void TestGridWindow::oneThatGoesToASectionAboveMovesNothing()
{
    std::vector<qint64> named = upTo(79);
    std::vector<qint64> unnamed = upTo(999, 80);
    m_model->set({{u"named"_s, named}, {u"unnamed"_s, unnamed}});
    // What is current is in the middle of the view, and is the one that goes.
    const int gone = 80 + 40;
    m_window->setTop(m_window->rectOf(gone).y() - 100);
    m_window->setCurrent(gone);
    const double before = m_window->rectOf(gone - 1).y() - m_window->top();
    unnamed.erase(unnamed.begin() + 40);
    named.push_back(gone); // and opens a new line above
    m_model->set({{u"named"_s, named}, {u"unnamed"_s, unnamed}});
    QCOMPARE(m_window->rectOf(m_model->rowOf(gone - 1)).y() - m_window->top(), before);
}

void TestGridWindow::newOnesAtTheTopAreSeen()
{
    std::vector<qint64> numbers = upTo(999);
    numbers.insert(numbers.begin(), {5000, 5001, 5002, 5003});
    m_model->set({{u"day"_s, numbers}});
    QCOMPARE(m_window->top(), 0.0);
}

void TestGridWindow::keepsTheCurrentItem()
{
    m_window->setCurrent(7);
    std::vector<qint64> numbers = upTo(999, 3);
    m_model->set({{u"day"_s, numbers}});
    QCOMPARE(m_window->current(), 4);
    QCOMPARE(m_model->keyAt(m_window->current()), 7);
}

void TestGridWindow::theCurrentItemGoes()
{
    m_window->setCurrent(999);
    m_model->set({{u"day"_s, upTo(9)}});
    QCOMPARE(m_window->current(), 9);
}

void TestGridWindow::tellsOfSelection()
{
    Selection selection;
    selection.setModel(m_model.get());
    m_window->setSelection(&selection);
    const QSignalSpy told(m_window.get(), &QAbstractItemModel::dataChanged);
    selection.select(2);
    QVERIFY(!told.isEmpty());
    QVERIFY(m_window->index(2).data(GridWindow::IsSelected).toBool());
    QVERIFY(!m_window->index(3).data(GridWindow::IsSelected).toBool());
}

void TestGridWindow::everythingGoes()
{
    m_window->setTop(5000);
    m_model->set({});
    QCOMPARE(m_window->rowCount({}), 0);
    QCOMPARE(m_window->top(), 0.0);
    QCOMPARE(m_window->contentHeight(), 0.0);
    m_model->set({{u"day"_s, upTo(3)}});
    QCOMPARE(shown(), (QSet<int>{0, 1, 2, 3}));
}

void TestGridWindow::headings()
{
    m_window->setHeader(40);
    m_model->set({{u"today"_s, upTo(3)}, {u"yesterday"_s, upTo(7, 4)}});
    const QAbstractListModel &headers = *m_window->headers();
    const auto roles = headers.roleNames();
    QStringList titles;
    for (int row = 0; row < headers.rowCount({}); ++row) {
        const QString title = headers.index(row).data(roles.key("title")).toString();
        if (!title.isEmpty()) {
            titles.push_back(title);
        }
    }
    QCOMPARE(titles, (QStringList{u"today"_s, u"yesterday"_s}));
    QCOMPARE(m_window->titleAt(0), u"today"_s);
    QCOMPARE(m_window->titleAt(200), u"yesterday"_s);
}

void TestGridWindow::delegatesFollowTheirItems()
{
    m_window->setTop(1010);
    std::vector<qint64> shownBefore;
    for (int slot = 0; slot < m_window->rowCount({}); ++slot) {
        shownBefore.push_back(m_window->index(slot).data(NumberModel::NumberRole).toLongLong());
    }
    // What comes in above moves everything, but no delegate has to show another picture.
    const QSignalSpy told(m_window.get(), &QAbstractItemModel::dataChanged);
    m_model->insertOnTop({5000, 5001, 5002, 5003});
    for (int slot = 0; slot < m_window->rowCount({}); ++slot) {
        QCOMPARE(m_window->index(slot).data(NumberModel::NumberRole).toLongLong(), shownBefore[size_t(slot)]);
    }
    for (const auto &signal : told) {
        const auto roles = signal.at(2).value<QList<int>>();
        QVERIFY(!roles.isEmpty() && !roles.contains(NumberModel::NumberRole));
    }
    // A list that was read anew may show anything.
    m_model->set({{u"day"_s, upTo(999)}});
    QVERIFY(std::ranges::any_of(
        told, [](const auto &signal) { return signal.at(2).template value<QList<int>>().isEmpty(); }));
}

void TestGridWindow::sectionsAreSelected()
{
    m_model->set({{u"today"_s, upTo(3)}, {u"yesterday"_s, upTo(7, 4)}});
    Selection selection;
    selection.setModel(m_model.get());
    m_window->setSelection(&selection);
    selection.select(1);
    m_window->toggleSection(1);
    QCOMPARE(selection.rows(), (QList<int>{1, 4, 5, 6, 7}));
    QCOMPARE(m_window->markOf(0), Qt::PartiallyChecked);
    QCOMPARE(m_window->markOf(1), Qt::Checked);
    m_window->toggleSection(1);
    QCOMPARE(selection.rows(), (QList<int>{1}));
    QCOMPARE(m_window->markOf(1), Qt::Unchecked);
    QCOMPARE(m_window->markOf(7), Qt::Unchecked);
}

void TestGridWindow::shapeAll()
{
    for (qint64 number = 0; number < 1000; ++number) {
        m_model->shapes[number] = 0.5F + float(number % 5) / 3;
    }
    m_window->setJustified(true);
}

double TestGridWindow::middleOf(int item) const
{
    return m_window->rectOf(item).center().y() - m_window->top();
}

void TestGridWindow::whatIsInTheMiddleStays_data()
{
    QTest::addColumn<std::function<void(GridWindow &)>>("change");
    using Change = std::function<void(GridWindow &)>;
    QTest::newRow("width") << Change([](GridWindow &window) { window.setWidth(730); });
    QTest::newRow("size") << Change([](GridWindow &window) { window.setCell(63); });
    QTest::newRow("layout") << Change([](GridWindow &window) { window.setJustified(!window.isJustified()); });
}

void TestGridWindow::whatIsInTheMiddleStays()
{
    QFETCH(const std::function<void(GridWindow &)>, change);
    for (const bool isJustified : {false, true}) {
        shapeAll();
        m_window->setJustified(isJustified);
        m_window->setTop(3210);
        const int middle = m_window->layout().itemNear({m_window->width() / 2, 3210 + 150});
        const double before = middleOf(middle);
        change(*m_window);
        QVERIFY2(std::abs(middleOf(middle) - before) <= 0.5, qPrintable(QString::number(middleOf(middle) - before)));
        init();
    }
}

void TestGridWindow::manySmallChangesDoNotAddUp()
{
    shapeAll();
    m_window->setTop(3210);
    const int middle = m_window->layout().itemNear({m_window->width() / 2, 3210 + 150});
    const double before = middleOf(middle);
    for (int width = 400; width < 900; ++width) {
        m_window->setWidth(width);
        QVERIFY(std::abs(middleOf(middle) - before) <= 0.5);
    }
    m_window->setTop(m_window->top() + 500); // and from here on another one is held
    const int other = m_window->layout().itemNear({m_window->width() / 2, m_window->top() + 150});
    QVERIFY(other != middle);
    const double now = middleOf(other);
    m_window->setWidth(500);
    QVERIFY2(std::abs(middleOf(other) - now) <= 0.5, qPrintable(QString::number(middleOf(other) - now)));
}

void TestGridWindow::theCurrentItemInViewIsHeld()
{
    m_window->setTop(3200);
    const int lowest = m_window->layout().itemNear({10, 3200 + 250});
    m_window->setCurrent(lowest);
    const double before = middleOf(lowest);
    m_window->setWidth(300);
    QCOMPARE(middleOf(lowest), before);
}

void TestGridWindow::aTurnedPictureMakesRoom()
{
    shapeAll();
    const double before = m_window->rectOf(3).width();
    m_model->reshape(3, 0.4F);
    QVERIFY(m_window->rectOf(3).width() < before);
}

void TestGridWindow::theKeyboardKeepsToItsPlace()
{
    shapeAll();
    const int start = m_window->layout().itemNear({200, 50});
    const double x = m_window->rectOf(start).center().x();
    int item = start;
    for (int line = 0; line < 40; ++line) {
        item = m_window->moved(item, 1);
        m_window->setCurrent(item);
        const QRectF rect = m_window->rectOf(item);
        QVERIFY(rect.left() <= x && x <= rect.right());
    }
    for (int line = 0; line < 40; ++line) {
        item = m_window->moved(item, -1);
        m_window->setCurrent(item);
    }
    QCOMPARE(item, start);
    QCOMPARE(m_window->moved(0, -1), 0);
    QCOMPARE(m_window->moved(999, 1), 999);
}

void TestGridWindow::pages()
{
    QCOMPARE(m_window->paged(1, 1), 13); // three lines of four
    QCOMPARE(m_window->paged(13, -1), 1);
    QCOMPARE(m_window->paged(1, -1), 0);
    QCOMPARE(m_window->paged(997, 1), 999);
    QCOMPARE(m_window->paged(999, 1), 999);
}

void TestGridWindow::scrubbingAsksForNothing()
{
    m_window->setScrubbing(true);
    m_model->wanted = {-1, -1};
    for (double top = 0; top < 20'000; top += 500) {
        m_window->setTop(top);
    }
    QCOMPARE(m_model->wanted.first, -1);
    QTRY_VERIFY(m_model->wanted.first > 0); // it rests
    m_model->wanted = {-1, -1};
    m_window->setTop(1000);
    QCOMPARE(m_model->wanted.first, -1);
    m_window->setScrubbing(false);
    QVERIFY(m_model->wanted.first >= 0);
}

void TestGridWindow::farDownCellsCountFromTheOrigin()
{
    m_window->setWidth(100);
    m_window->setCell(90'000); // a cell is as wide as there is room
    m_window->setCaption(1'000'000);
    const QSignalSpy moved(m_window.get(), &GridWindow::originChanged);
    m_window->setTop(900'000'000);
    QCOMPARE(moved.size(), 1);
    QVERIFY(m_window->origin() > 890'000'000);
    for (int slot = 0; slot < m_window->rowCount({}); ++slot) {
        const QModelIndex cell = m_window->index(slot);
        if (const int item = cell.data(GridWindow::ItemIndex).toInt(); item >= 0) {
            const double y = cell.data(GridWindow::CellY).toDouble();
            QCOMPARE(y + m_window->origin(), m_window->rectOf(item).y());
            QVERIFY(std::abs(y) < 4'000'000);
        }
    }
}

QTEST_GUILESS_MAIN(TestGridWindow)
#include "tst_grid_window.moc"
