// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_model.h"
#include "ui/base/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneAndMore();
    void ranges();
    void allAndInverse();
    void survivesChanges();
    void partsOfAList();
    void keysFarApart();
    void ofALongList();
    void withoutAModel();

private:
    std::unique_ptr<NumberModel> m_model;
    std::unique_ptr<Selection> m_selection;
};

void TestSelection::init()
{
    m_selection = std::make_unique<Selection>();
    m_model = std::make_unique<NumberModel>();
    m_model->set({{u"a"_s, upTo(9)}});
    m_selection->setModel(m_model.get());
}

void TestSelection::oneAndMore()
{
    const QSignalSpy changed(m_selection.get(), &Selection::changed);
    m_selection->select(3);
    m_selection->toggle(7);
    m_selection->toggle(5);
    m_selection->toggle(7);
    QCOMPARE(m_selection->rows(), (QList<int>{3, 5}));
    QCOMPARE(changed.size(), 4);
    m_selection->select(1);
    QCOMPARE(m_selection->rows(), QList<int>{1});
    m_selection->toggle(10); // there is none
    QCOMPARE(m_selection->count(), 1);
}

void TestSelection::ranges()
{
    m_selection->select(6);
    m_selection->extendTo(4);
    QCOMPARE(m_selection->rows(), (QList<int>{4, 5, 6}));
    m_selection->extendTo(8); // from where it began, not from the last end
    QCOMPARE(m_selection->rows(), (QList<int>{6, 7, 8}));
}

void TestSelection::allAndInverse()
{
    m_selection->select(2);
    m_selection->invert();
    QCOMPARE(m_selection->count(), 9);
    QVERIFY(!m_selection->contains(2));
    m_selection->selectAll();
    QCOMPARE(m_selection->count(), 10);
    m_selection->clear();
    QVERIFY(m_selection->isEmpty());
}

void TestSelection::survivesChanges()
{
    m_selection->setRows({2, 3}, true);
    m_model->set({{u"a"_s, {100, 3, 101}}, {u"b"_s, {4}}});
    QCOMPARE(m_selection->rows(), QList<int>{1}); // 3 has moved, 2 is gone
    QCOMPARE(m_selection->count(), 1);
}

void TestSelection::withoutAModel()
{
    m_model.reset();
    m_selection->selectAll();
    m_selection->select(0);
    QVERIFY(m_selection->rows().isEmpty());
    QVERIFY(!m_selection->contains(0));
    QCOMPARE(m_selection->countIn(0, 10), 0);
}

void TestSelection::partsOfAList()
{
    m_selection->select(0);
    m_selection->setRange(4, 3, true);
    QCOMPARE(m_selection->rows(), (QList<int>{0, 4, 5, 6}));
    QCOMPARE(m_selection->countIn(4, 3), 3);
    QCOMPARE(m_selection->countIn(0, 5), 2);
    m_selection->setRange(3, 2, false);
    QCOMPARE(m_selection->rows(), (QList<int>{0, 5, 6}));
    QCOMPARE(m_selection->count(), 3);
}

void TestSelection::keysFarApart()
{
    constexpr qint64 far = qint64(1) << 60;
    m_model->set({{u"a"_s, {far, 0, 1023, 1024, far + 1, 7}}});
    m_selection->setRows({0, 2, 3}, true);
    QVERIFY(m_selection->contains(0) && !m_selection->contains(1) && m_selection->contains(3));
    QCOMPARE(m_selection->keys(), (std::vector<qint64>{far, 1023, 1024}));
    m_selection->toggle(0);
    m_selection->toggle(0);
    m_selection->toggle(2);
    QCOMPARE(m_selection->count(), 2);
    m_selection->invert();
    QCOMPARE(m_selection->rows(), (QList<int>{1, 2, 4, 5}));
}

void TestSelection::ofALongList()
{
    m_model->set({{u"a"_s, upTo(4999)}});
    m_selection->selectAll();
    m_selection->toggle(17);
    QCOMPARE(m_selection->rows().size(), 4999); // most, in their order
    QCOMPARE(m_selection->rows().at(17), 18);
    m_selection->setRows({4000, 3, 900}, false); // those alone
    QCOMPARE(m_selection->rows(), (QList<int>{3, 900, 4000}));
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
