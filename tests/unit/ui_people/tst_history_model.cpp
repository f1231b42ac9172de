// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/base/preferences.h"
#include "ui/people/history_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::HistoryModel;

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void newOnesComeOnTop();
    void eachIsTakenBackByItself();
    void olderOnesAreReadOnDemand();
    void anotherLanguageIsShownAtOnce();

private:
    void open();
    [[nodiscard]] QString text(int row) const { return m_model->index(row).data(HistoryModel::TextRole).toString(); }
    [[nodiscard]] bool isUndone(int row) const { return m_model->index(row).data(HistoryModel::UndoneRole).toBool(); }
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<HistoryModel> m_model;
    QUuid m_person;
};

void TestHistoryModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_person = m->personIn(m->photoOf({m->face(1)}));
    m->name(m_person, u"Anna"_s);
}

void TestHistoryModel::open()
{
    m_model = m->make<HistoryModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), HistoryModel::Status::Ready);
}

void TestHistoryModel::newOnesComeOnTop()
{
    open();
    QCOMPARE(m_model->count(), 1);
    QVERIFY(text(0).contains(u"Anna"));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m->name(m_person, u"Bea"_s);
    QTRY_COMPARE(m_model->count(), 2);
    QVERIFY(text(0).contains(u"Bea"));
    QCOMPARE(reset.count(), 0);
}

void TestHistoryModel::eachIsTakenBackByItself()
{
    QVERIFY(m->people.edit(m->owner.userId, m_person, {.isFavorite = true}));
    open();
    QCOMPARE(m_model->count(), 2);
    m_model->toggle(1);
    QTRY_VERIFY(isUndone(1));
    QVERIFY(!isUndone(0));
    QCOMPARE(m->person(m_person)->name, QString());
    QVERIFY(m->person(m_person)->isFavorite);
    // To take something back can be taken back, too.
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_VERIFY(!isUndone(1));
    m_model->toggle(1);
    QTRY_VERIFY(isUndone(1));
    m_model->toggle(1);
    QTRY_VERIFY(!isUndone(1));
    QCOMPARE(m->person(m_person)->name, u"Anna"_s);
}

void TestHistoryModel::olderOnesAreReadOnDemand()
{
    for (int i = 0; i < 150; ++i) {
        m->name(m_person, u"Name %1"_s.arg(i));
    }
    const auto history = m->make<HistoryModel>(); // The tester of open() would read on by itself.
    history->componentComplete();
    QTRY_COMPARE(history->count(), 100);
    QVERIFY(history->canFetchMore({}));
    history->fetchMore({});
    QVERIFY(!history->canFetchMore({}));
    QTRY_COMPARE(history->count(), 151);
    QVERIFY(!history->canFetchMore({}));
}

void TestHistoryModel::anotherLanguageIsShownAtOnce()
{
    open();
    const QSignalSpy shown(m_model.get(), &QAbstractItemModel::dataChanged);
    ui::Preferences::of(m_model.get())->setLanguage(u"zh"_s);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().toModelIndex(), m_model->index(0));
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_history_model.moc"
