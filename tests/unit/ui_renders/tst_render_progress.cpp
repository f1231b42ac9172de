// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/render_progress.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using RenderState = render::TaskState;
using ui::RenderProgress;

/// Renders among all that runs for long, and what is said of their end.
class TestRenderProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatRunsIsShownFromTheBeginning();
    void whatBeginsIsShownAndItsEndIsTold();
    void aFailureIsToldWithItsReason();
    void whatIsPausedOrCancelledIsNotTold();
    void itsEndIsToldAgainAfterAnotherTry();
    void itIsCancelledFromElsewhere();
    void nothingIsLeftOfIt();

private:
    void begin();
    void set(qint64 task, RenderState state, bool isNow = true);
    [[nodiscard]] std::vector<TaskState> running() const { return m->progress.snapshot(); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<RenderProgress> m_progress;
    std::unique_ptr<QSignalSpy> m_ends;
};

void TestRenderProgress::init()
{
    m = std::make_unique<test::RendersFixture>();
}

void TestRenderProgress::cleanup()
{
    m_ends.reset();
    m_progress.reset();
}

void TestRenderProgress::begin()
{
    m_progress = m->make<RenderProgress>();
    m_ends = std::make_unique<QSignalSpy>(m_progress.get(), &RenderProgress::ended);
    m_progress->componentComplete();
}

void TestRenderProgress::set(qint64 task, RenderState state, bool isNow)
{
    (void)m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE render_task SET state = ?2, completed_at = ?3 WHERE id = ?1", task, int(state),
                        isNow ? wallMs() + 1 : 1);
        return {};
    });
    m->tell(task);
}

void TestRenderProgress::whatRunsIsShownFromTheBeginning()
{
    const qint64 task = m->add({.scene = u"castle.blend"_s, .frames = 20, .completed = 5, .failed = 1});
    (void)m->add({.scene = u"later.blend"_s, .state = RenderState::Queued});
    (void)m->add({.scene = u"old.blend"_s, .state = RenderState::Completed});
    begin();
    QTRY_COMPARE(running().size(), size_t(1));
    QCOMPARE(running().front().kind, u"render"_s);
    QCOMPARE(running().front().facts[u"name"].toString(), u"castle.blend"_s);
    QCOMPARE(running().front().facts[u"task_id"].toInteger(), task);
    QTRY_COMPARE(running().front().done, 6);
    QCOMPARE(running().front().total, 20);
    QVERIFY(running().front().canCancel);
    test::setFrame(*m, task, 7, render::FrameState::Completed);
    m->tell(task);
    QTRY_COMPARE(running().front().done, 7);
    QCOMPARE(m_ends->count(), 0);
}

void TestRenderProgress::whatBeginsIsShownAndItsEndIsTold()
{
    begin();
    const qint64 task = m->add({.scene = u"castle.blend"_s, .frames = 3, .completed = 3});
    m->tell(task);
    QTRY_COMPARE(running().size(), size_t(1));
    set(task, RenderState::Completed);
    QTRY_COMPARE(m_ends->count(), 1);
    QCOMPARE(m_ends->first()[0].toInt(), int(task));
    QVERIFY(m_ends->first()[1].toString().contains(u"castle.blend"_s));
    QCOMPARE(m_ends->first()[2].toBool(), false);
    QCOMPARE(running().size(), size_t(0));
    // Its pictures come into the library afterwards, and it is told of again.
    const qint64 other = m->add({.scene = u"other.blend"_s});
    m->tell(task);
    m->tell(other);
    QTRY_COMPARE(running().size(), size_t(1));
    QCOMPARE(m_ends->count(), 1);
}

void TestRenderProgress::aFailureIsToldWithItsReason()
{
    begin();
    const Error missing{ErrorCode::EngineMissing, {{u"engine"_s, u"Maya"_s}, {u"path"_s, u"/opt/maya"_s}}, {}};
    // It never began.
    const qint64 task = m->add({.scene = u"hall.ma"_s, .state = RenderState::Queued, .error = missing});
    set(task, RenderState::Failed);
    QTRY_COMPARE(m_ends->count(), 1);
    QVERIFY(m_ends->first()[1].toString().contains(u"hall.ma"_s));
    QVERIFY(m_ends->first()[1].toString().contains(u"/opt/maya"_s));
    QCOMPARE(m_ends->first()[2].toBool(), true);
}

void TestRenderProgress::whatIsPausedOrCancelledIsNotTold()
{
    const qint64 paused = m->add({.scene = u"paused.blend"_s});
    const qint64 cancelled = m->add({.scene = u"cancelled.blend"_s});
    const qint64 old = m->add({.scene = u"old.blend"_s, .state = RenderState::Completed});
    begin();
    QTRY_COMPARE(running().size(), size_t(2));
    set(paused, RenderState::Paused);
    set(cancelled, RenderState::Cancelled);
    set(old, RenderState::Completed, false);
    QTRY_COMPARE(running().size(), size_t(0));
    const qint64 last = m->add({.scene = u"last.blend"_s});
    set(last, RenderState::Completed);
    QTRY_COMPARE(m_ends->count(), 1);
    QCOMPARE(m_ends->first()[0].toInt(), int(last));
}

void TestRenderProgress::itsEndIsToldAgainAfterAnotherTry()
{
    const qint64 task = m->add({.scene = u"castle.blend"_s});
    begin();
    QTRY_COMPARE(running().size(), size_t(1));
    set(task, RenderState::Failed);
    QTRY_COMPARE(m_ends->count(), 1);
    set(task, RenderState::Rendering);
    QTRY_COMPARE(running().size(), size_t(1));
    set(task, RenderState::Completed);
    QTRY_COMPARE(m_ends->count(), 2);
    QCOMPARE(m_ends->last()[2].toBool(), false);
}

void TestRenderProgress::itIsCancelledFromElsewhere()
{
    const qint64 task = m->add({.scene = u"castle.blend"_s});
    begin();
    QTRY_COMPARE(running().size(), size_t(1));
    QVERIFY(m->progress.cancel(running().front().id));
    const render::Caller caller{m->owner.userId, u"anna"_s, true};
    QTRY_COMPARE(m->tasks->task(caller, task)->state, RenderState::Cancelled);
    QTRY_COMPARE(running().size(), size_t(0));
    QCOMPARE(m_ends->count(), 0);
}

void TestRenderProgress::nothingIsLeftOfIt()
{
    (void)m->add({.scene = u"castle.blend"_s});
    begin();
    QTRY_COMPARE(running().size(), size_t(1));
    const QUuid id = running().front().id;
    m_ends.reset();
    m_progress.reset();
    QCOMPARE(running().size(), size_t(0));
    QVERIFY(!m->progress.cancel(id));
}

QTEST_GUILESS_MAIN(TestRenderProgress)
#include "tst_render_progress.moc"
