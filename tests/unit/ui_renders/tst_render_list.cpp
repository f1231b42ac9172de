// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "ui/base/preferences.h"
#include "ui/renders/render_acts.h"
#include "ui/renders/render_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using RenderState = render::TaskState;
using ui::RenderActs;
using ui::RenderList;

class TestRenderList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::RendersFixture>(); }
    void cleanup() { m_model.reset(); }
    void showsTheNewestFirst();
    void newOnesComeOnTopAndRowsStay();
    void changesShowInTheirRow();
    void olderOnesAreReadOnDemand();
    void theNewestPictureIsShown();
    void actsAreDone();
    void whatCannotBeDoneIsSaid();
    void othersAreNotSeen();

private:
    void open();
    [[nodiscard]] QVariant data(int row, int role) const { return m_model->index(row).data(role); }
    [[nodiscard]] bool can(int row, const char *what) const { return m_model->can(row, QString::fromLatin1(what)); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<RenderList> m_model;
};

void TestRenderList::open()
{
    m_model = m->make<RenderList>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), RenderList::Status::Ready);
}

void TestRenderList::showsTheNewestFirst()
{
    (void)m->add({.scene = u"old.blend"_s, .state = RenderState::Completed, .frames = 4, .completed = 4});
    (void)m->add({.scene = u"new.blend"_s, .state = RenderState::Failed, .frames = 10, .completed = 6, .failed = 2});
    open();
    QCOMPARE(m_model->count(), 2);
    QCOMPARE(m_model->total(), 2);
    QCOMPARE(data(0, RenderList::NameRole).toString(), u"new.blend"_s);
    QCOMPARE(data(0, RenderList::FractionRole).toDouble(), 0.6);
    QVERIFY(data(0, RenderList::ProgressRole).toString().contains(u"2"_s));
    QCOMPARE(data(0, RenderList::StateToneRole).toString(), u"bad"_s);
    QVERIFY(can(0, "canRetry"));
    QVERIFY(can(0, "canCleanUp"));
    QVERIFY(!can(0, "canPause"));
    QVERIFY(!can(1, "canRetry"));
    QCOMPARE(data(1, RenderList::StateToneRole).toString(), u"good"_s);
}

void TestRenderList::newOnesComeOnTopAndRowsStay()
{
    const qint64 first = m->add({});
    open();
    const QPersistentModelIndex row(m_model->index(0));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const qint64 second = m->add({.scene = u"second.blend"_s});
    m->tell(second);
    QTRY_COMPARE(m_model->count(), 2);
    QCOMPARE(m_model->taskAt(0), int(second));
    QCOMPARE(row.row(), 1);
    QCOMPARE(row.data(RenderList::TaskIdRole).toInt(), int(first));
    QCOMPARE(reset.count(), 0);
}

void TestRenderList::changesShowInTheirRow()
{
    const qint64 task = m->add({.frames = 10, .completed = 3, .rendering = 1});
    (void)m->add({.scene = u"other.blend"_s});
    open();
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    test::setFrame(*m, task, 4, render::FrameState::Completed);
    m->tell(task);
    QTRY_COMPARE(m_model->finishedAt(1), 4);
    QCOMPARE(m_model->unfinishedAt(1), 6);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
}

void TestRenderList::olderOnesAreReadOnDemand()
{
    for (int i = 0; i < 130; ++i) {
        (void)m->add({.state = RenderState::Completed, .frames = 1, .completed = 1});
    }
    const auto list = m->make<RenderList>(); // The tester of open() would read on by itself.
    list->componentComplete();
    QTRY_COMPARE(list->count(), 100);
    QCOMPARE(list->total(), 130);
    QVERIFY(list->canFetchMore({}));
    list->fetchMore({});
    QVERIFY(!list->canFetchMore({}));
    QTRY_COMPARE(list->count(), 130);
    QVERIFY(!list->canFetchMore({}));
    const QSignalSpy removed(list.get(), &QAbstractItemModel::rowsRemoved);
    list->reload();
    m->context->pool().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(list->count(), 130);
    QCOMPARE(removed.count(), 0);
}

void TestRenderList::theNewestPictureIsShown()
{
    const qint64 task = m->add({.frames = 10, .completed = 5});
    open();
    QCOMPARE(data(0, RenderList::PictureRole).toString(), QString());
    const auto photo = m->photoAt(1000);
    test::setPicture(*m, task, 4, photo.assetId);
    // That it is read now is told of the photo alone.
    m->events.publish({u"asset.processed"_s, photo.uuid, {}, {}});
    QTRY_VERIFY(data(0, RenderList::PictureRole).toString().contains(photo.uuid.toString(QUuid::WithoutBraces)));
    const auto next = m->photoAt(2000);
    test::setPicture(*m, task, 5, next.assetId);
    m->tell(task);
    QTRY_VERIFY(data(0, RenderList::PictureRole).toString().contains(next.uuid.toString(QUuid::WithoutBraces)));
}

void TestRenderList::actsAreDone()
{
    const qint64 task = m->add({.frames = 10, .completed = 3, .failed = 2, .rendering = 1});
    open();
    RenderActs *acts = RenderActs::create(&m->engine, nullptr);
    acts->pause(int(task));
    QTRY_VERIFY(can(0, "canResume"));
    acts->resume(int(task));
    QTRY_VERIFY(can(0, "canPause"));
    const QSignalSpy done(acts, &RenderActs::done);
    acts->retryFailed(int(task));
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(u"2"_s));
    QTRY_COMPARE(m_model->unfinishedAt(0), 7);
    acts->cancel(int(task));
    QTRY_VERIFY(can(0, "canCleanUp"));
    QCOMPARE(m_model->finishedAt(0), 3);
    acts->retryFrames(int(task), {1, 2});
    QTRY_COMPARE(m_model->unfinishedAt(0), 2);
    acts->cancel(int(task));
    QTRY_VERIFY(can(0, "canCleanUp"));
    acts->cleanUp(int(task));
    QTRY_VERIFY(!can(0, "canCleanUp"));
    QVERIFY(!can(0, "canRetry"));
}

void TestRenderList::whatCannotBeDoneIsSaid()
{
    const qint64 task = m->add({.state = RenderState::Completed, .frames = 1, .completed = 1});
    RenderActs *acts = RenderActs::create(&m->engine, nullptr);
    const QSignalSpy wrong(acts, &RenderActs::wentWrong);
    acts->pause(int(task));
    QTRY_COMPARE(wrong.count(), 1);
    QVERIFY(!wrong.first().first().toString().isEmpty());
    acts->cancel(4711);
    QTRY_COMPARE(wrong.count(), 2);
}

void TestRenderList::othersAreNotSeen()
{
    (void)m->add({});
    (void)m->run("UPDATE render_task SET owner_id = ?1", m->guest.userId);
    (void)m->add({.scene = u"mine.blend"_s});
    open();
    QCOMPARE(m_model->count(), 1);
    QCOMPARE(m_model->nameAt(0), u"mine.blend"_s);
}

QTEST_GUILESS_MAIN(TestRenderList)
#include "tst_render_list.moc"
