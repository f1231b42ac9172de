// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_model.h"
#include "ui/base/grid_dates.h"

#include <QDate>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

/// A day of forty pictures each fortnight, newest first: twenty years of them.
class TestGridDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void yearsDoNotOverlap();
    void marksFollowTheTrack();
    void withoutDates();
    void months();
    void theEnds();
    void oldestFirst();
    void titles();

private:
    void fill(const QDate &first, int step, int days);
    [[nodiscard]] QDate dayOf(int item) const;
    std::unique_ptr<NumberModel> m_model;
    std::unique_ptr<GridWindow> m_window;
    std::unique_ptr<GridDates> m_dates;
};

void TestGridDates::init()
{
    m_dates = std::make_unique<GridDates>();
    m_window = std::make_unique<GridWindow>();
    m_model = std::make_unique<NumberModel>();
    m_window->setWidth(400);
    m_window->setCell(100);
    m_window->setViewHeight(300);
    m_window->setHeader(40);
    m_window->setSource(m_model.get());
    m_dates->setGrid(m_window.get());
    m_dates->setTrack(400);
    m_dates->setThumb(32);
    m_dates->setLeast(20);
    fill(QDate(2026, 3, 14), -14, 520);
}

void TestGridDates::fill(const QDate &first, int step, int days)
{
    std::vector<Section> sections;
    for (int day = 0; day < days; ++day) {
        const QDate date = first.addDays(qint64(step) * day);
        sections.push_back({date.toString(Qt::ISODate), 40 * day, 40, qint32(date.toJulianDay())});
    }
    m_model->setSections(sections);
}

QDate TestGridDates::dayOf(int item) const
{
    return QDate::fromJulianDay(m_model->sections()[size_t(m_window->layout().sectionOf(item))].day);
}

void TestGridDates::yearsDoNotOverlap()
{
    double lastYear = -1000;
    double last = -1000;
    QStringList years;
    const QVariantList marks = m_dates->marks();
    for (const QVariant &mark : marks) {
        const double y = mark.toMap()[u"y"_s].toDouble();
        const QString text = mark.toMap()[u"text"_s].toString();
        QVERIFY(y > last && y >= 16 && y <= 384);
        last = y;
        if (!text.isEmpty()) {
            QVERIFY(y - lastYear >= 20);
            lastYear = y;
            years.push_back(text);
        }
    }
    QVERIFY(years.size() > 8);
    QCOMPARE(years.first(), u"2026"_s);
    QVERIFY(std::ranges::is_sorted(years, std::greater<>()));
    QVERIFY(marks.size() > years.size());
}

void TestGridDates::marksFollowTheTrack()
{
    m_dates->setTrack(32); // nothing to scroll along
    QVERIFY(m_dates->marks().isEmpty());
    m_dates->setTrack(4000);
    qsizetype years = 0;
    const QVariantList marks = m_dates->marks();
    for (const QVariant &mark : marks) {
        years += mark.toMap()[u"text"_s].toString().isEmpty() ? 0 : 1;
    }
    QCOMPARE(years, 21); // all from 2026 to 2006
    QVERIFY(marks.size() > 230);
}

void TestGridDates::withoutDates()
{
    m_model->set({{u"by name"_s, upTo(999)}});
    QVERIFY(m_dates->marks().isEmpty());
    QCOMPARE(m_dates->stepped(500, 1), -1);
    QCOMPARE(m_dates->titleAt(500), u"by name"_s);
    m_model->set({});
    QVERIFY(m_dates->marks().isEmpty());
    QCOMPARE(m_dates->stepped(0, 1), -1);
    QCOMPARE(m_dates->titleAt(0), QString());
}

void TestGridDates::months()
{
    const int february = m_dates->stepped(0, 1);
    QCOMPARE(dayOf(february), QDate(2026, 2, 28));
    const double top = m_window->rectOf(february).y() - 40;
    QCOMPARE(m_dates->stepped(top, -1), 0);
    QCOMPARE(m_dates->stepped(top + 100, -1), february); // its beginning first
    QCOMPARE(dayOf(m_dates->stepped(top, 12)).toString(u"yyyy-MM"_s), u"2025-02"_s);
    const int before = m_dates->stepped(m_window->rectOf(m_dates->stepped(top, 12)).y() - 40, -12);
    QCOMPARE(before, february);
}

void TestGridDates::theEnds()
{
    QCOMPARE(m_dates->stepped(0, -1), 0);
    QCOMPARE(m_dates->stepped(m_window->contentHeight(), 1), m_window->total() - 1);
    QCOMPARE(m_dates->stepped(m_window->contentHeight(), 12), m_window->total() - 1);
    QCOMPARE(m_dates->stepped(50, -12), 0);
}

void TestGridDates::oldestFirst()
{
    fill(QDate(2006, 1, 2), 14, 520);
    QCOMPARE(m_dates->marks().first().toMap()[u"text"_s].toString(), u"2006"_s);
    const int next = m_dates->stepped(0, 1);
    QCOMPARE(dayOf(next), QDate(2006, 2, 13));
    QCOMPARE(m_dates->stepped(m_window->rectOf(next).y() - 40, -1), 0);
}

void TestGridDates::titles()
{
    QLocale::setDefault(QLocale::C);
    QCOMPARE(m_dates->titleAt(0), u"March 2026"_s); // a long list
    m_dates->setTrack(m_window->contentHeight());
    QCOMPARE(m_dates->titleAt(0), u"2026-03-14"_s);
}

QTEST_GUILESS_MAIN(TestGridDates)
#include "tst_grid_dates.moc"
