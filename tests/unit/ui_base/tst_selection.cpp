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
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
