// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What runners have and what they lack.
#include "support/patience.h"
#include "unit/render/render_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

class TestRendererRunners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        m_fixture->begin();
    }
    void cleanup() { m_fixture.reset(); }

    void moreThanThereIsWaitsOrIsRenderedAnyway();
    void whatWasRenderedWithLessSaysSo();
    void moreThanAClusterHasWaits();
    void enginesOfAClusterAreOnItsNodes();
    void roomThatComesBackIsSeen();

private:
    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRendererRunners::moreThanThereIsWaitsOrIsRenderedAnyway()
{
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.rendersAnyway = false;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    TaskRequest request = m_fixture->request(1);
    request.ram = 64;
    const qint64 id = m_fixture->make(request);
    QTRY_VERIFY(m_fixture->task(id).notice);
    QCOMPARE(m_fixture->task(id).notice->code, ErrorCode::RunnerTooSmall);
    QCOMPARE(m_fixture->task(id).state, TaskState::Queued);
    setup.rendersAnyway = true;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Rendering);
    QCOMPARE(m_fixture->task(id).notice->code, ErrorCode::RenderedWithLess);
}

void TestRendererRunners::whatWasRenderedWithLessSaysSo()
{
    TaskRequest request = m_fixture->request(3);
    request.ram = 64;
    request.testText = u"2"_s;
    request.testFrames = {2};
    const qint64 id = m_fixture->make(request);
    m_fixture->finishes(m_fixture->onlyChunk());
    const auto restRenders = [this] { return m_fixture->order().size() == 2 && m_fixture->running().size() == 1; };
    QTRY_VERIFY(restRenders());
    const auto saysSo = [&] {
        const auto notice = m_fixture->task(id).notice;
        return notice && notice->code == ErrorCode::RenderedWithLess;
    };
    QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
    QVERIFY(saysSo());
    QVERIFY(m_fixture->tasks->resume(m_fixture->owner, id));
    QVERIFY(saysSo());
    m_fixture->finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
    QVERIFY(saysSo());
    // Why one waited is past when it begins, and when it ends.
    m_fixture->setTrouble(Error{ErrorCode::NetworkFailed, {{u"host"_s, u"Slurm"_s}}, {}});
    const qint64 waiting = m_fixture->make(m_fixture->request(1));
    QTRY_VERIFY(m_fixture->task(waiting).notice);
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, waiting));
    QVERIFY(!m_fixture->task(waiting).notice);
}

void TestRendererRunners::moreThanAClusterHasWaits()
{
    TaskRequest request = m_fixture->request(1);
    request.ram = 64;
    const qint64 here = m_fixture->make(request);
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->task(here).state, TaskState::Completed);
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.runner = u"slurm"_s;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    const qint64 id = m_fixture->make(request);
    QTRY_VERIFY(m_fixture->task(id).notice);
    QCOMPARE(m_fixture->task(id).notice->code, ErrorCode::RunnerTooSmall);
    QCOMPARE(m_fixture->task(id).state, TaskState::Queued);
    setup.rendersAnyway = true;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Rendering);
}

void TestRendererRunners::enginesOfAClusterAreOnItsNodes()
{
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.runner = u"slurm"_s;
    setup.engines[Engine::Maya].program = u"/cluster/maya/bin/Render"_s;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    for (const auto &[engine, program] :
         {std::pair(Engine::Maya, u"/cluster/maya/bin/Render"_s), std::pair(Engine::Blender, u"blender"_s)}) {
        TaskRequest request = m_fixture->request(1);
        request.engine = engine;
        request.version = u"0.1"_s;
        const qint64 id = m_fixture->make(request);
        const QString chunk = m_fixture->onlyChunk();
        QVERIFY2(!chunk.isEmpty(), qPrintable(m_fixture->task(id).error.value_or(Error()).forLog()));
        QCOMPARE(m_fixture->programOf(chunk), program);
        m_fixture->finishes(chunk);
        QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    }
}

void TestRendererRunners::roomThatComesBackIsSeen()
{
    m_fixture->setTotal({0, 0, 0}); // As of a cluster whose nodes are all away.
    (void)m_fixture->make(m_fixture->request(1));
    const auto asked = [this] {
        const std::scoped_lock lock(m_fixture->board->mutex);
        return m_fixture->board->asked;
    };
    // More often than there was news: nobody tells that nodes are back.
    constexpr int times = 6;
    QTRY_VERIFY_WITH_TIMEOUT(asked() >= times, 60'000);
    QVERIFY(m_fixture->running().isEmpty());
    m_fixture->setTotal({2, 8000, 0});
    QTRY_COMPARE(m_fixture->running().size(), 1);
}

QTEST_GUILESS_MAIN(TestRendererRunners)
#include "tst_renderer_runners.moc"
