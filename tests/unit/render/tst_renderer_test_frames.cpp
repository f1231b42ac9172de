// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Test frames that fail, and what becomes of the others then.
#include "support/patience.h"
#include "unit/render/render_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

class TestRendererTestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        m_fixture->begin();
    }
    void cleanup() { m_fixture.reset(); }

    void aFailedTestFrameStopsTheTask();
    void aFailedTestFrameStopsNothing();
    void aTestFrameThatDiesOfTheSceneStopsTheTask();
    void aTestFrameThatDiesOfTheSceneStopsNothing_data();
    void aTestFrameThatDiesOfTheSceneStopsNothing();
    void whatTheRestDiesOfStopsTheTask();

private:
    enum class Stops { Yes, No };
    // Of five frames, the third is its test.
    qint64 make(Stops stops)
    {
        TaskRequest request = m_fixture->request(5);
        request.testText = u"3"_s;
        request.testFrames = {3};
        request.stopsAfterTest = stops == Stops::Yes;
        return m_fixture->make(request);
    }
    // The one that is started as that many-th, while it renders.
    QString chunkOf(int count)
    {
        const auto renders = [&] { return m_fixture->order().size() >= count && !m_fixture->running().isEmpty(); };
        return QTest::qWaitFor(renders, tests::patienceMs) ? m_fixture->running().first() : QString();
    }
    void diesOfTheScene(const QString &chunk)
    {
        m_fixture->says(chunk, {Problem{FailureReason::NoCamera, true, u"no camera"_s, {}}});
        m_fixture->ends(chunk, {EndReason::Failed, 1, 0, {}});
    }

    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRendererTestFrames::aFailedTestFrameStopsTheTask()
{
    const qint64 id = make(Stops::Yes);
    const QString chunk = chunkOf(1);
    m_fixture->says(chunk, {FrameStarted{3}, Problem{FailureReason::Script, true, u"line 3"_s, {}}});
    m_fixture->ends(chunk, {EndReason::Failed, 9, 0, {}});
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    const Task task = m_fixture->task(id);
    QCOMPARE(task.error->code, ErrorCode::TestFrameFailed);
    QCOMPARE(task.error->fact(u"frame"_s), u"3"_s);
    QCOMPARE(task.tests, TestState::Failed);
    QCOMPARE(task.frames.cancelled, 4);
    QCOMPARE(m_fixture->order().size(), 1);
    // Once more: the test frame first, then those that it held up.
    QCOMPARE(m_fixture->tasks->retryFailed(m_fixture->owner, id)->size(), 5);
    const QString again = chunkOf(2);
    QCOMPARE(m_fixture->framesOf(again), QList<int>{3});
    m_fixture->finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
    QVERIFY(!m_fixture->task(id).error);
}

void TestRendererTestFrames::aFailedTestFrameStopsNothing()
{
    const qint64 id = make(Stops::No);
    const QString chunk = chunkOf(1);
    m_fixture->says(chunk, {FrameStarted{3}, Problem{FailureReason::Script, true, u"line 3"_s, {}}});
    m_fixture->ends(chunk, {EndReason::Failed, 9, 0, {}});
    QTRY_COMPARE(m_fixture->task(id).tests, TestState::Failed);
    m_fixture->finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).frames.completed, 4);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::FramesFailed);
}

void TestRendererTestFrames::aTestFrameThatDiesOfTheSceneStopsTheTask()
{
    const qint64 id = make(Stops::Yes);
    diesOfTheScene(chunkOf(1));
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::RenderNoCamera);
    QCOMPARE(m_fixture->task(id).frames.cancelled, 4);
    QCOMPARE(m_fixture->order().size(), 1);
}

void TestRendererTestFrames::aTestFrameThatDiesOfTheSceneStopsNothing_data()
{
    QTest::addColumn<bool>("isTakenBack");
    QTest::newRow("as it began") << false;
    QTest::newRow("after the program has begun anew") << true;
}

void TestRendererTestFrames::aTestFrameThatDiesOfTheSceneStopsNothing()
{
    QFETCH(const bool, isTakenBack);
    const qint64 id = make(Stops::No);
    const QString chunk = chunkOf(1);
    QCOMPARE(m_fixture->framesOf(chunk), QList<int>{3});
    if (isTakenBack) {
        m_fixture->end();
        m_fixture->begin();
        QTRY_COMPARE(m_fixture->adopted(), QStringList{chunk});
    }
    diesOfTheScene(chunk);
    QTRY_COMPARE(m_fixture->task(id).tests, TestState::Failed);
    m_fixture->finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::FramesFailed);
    QCOMPARE(m_fixture->task(id).frames.completed, 4);
    QCOMPARE(m_fixture->frame(id, 3).error->code, ErrorCode::RenderNoCamera);
}

void TestRendererTestFrames::whatTheRestDiesOfStopsTheTask()
{
    const qint64 id = make(Stops::No);
    diesOfTheScene(chunkOf(1));
    diesOfTheScene(chunkOf(2));
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::RenderNoCamera);
    QCOMPARE(m_fixture->task(id).frames.failed, 2);
    QCOMPARE(m_fixture->task(id).frames.cancelled, 3);
}

QTEST_GUILESS_MAIN(TestRendererTestFrames)
#include "tst_renderer_test_frames.moc"
