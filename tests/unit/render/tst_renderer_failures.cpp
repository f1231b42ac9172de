// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong while frames are rendered, and what becomes of them then.
#include "support/patience.h"
#include "unit/render/render_fixture.h"

#include <QFile>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

class TestRendererFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        m_fixture->begin();
    }
    void cleanup() { m_fixture.reset(); }

    void whatMayHelpIsTriedAgain();
    void whatCannotHelpIsNot();
    void aMissingTextureFailsTheFrameUnlessAskedOtherwise();
    void failedFramesAreAskedForOnceMore();
    void failedFramesAreAskedForInAPause();
    void onlyTheFrameThatWasRenderedPaysForACrash();
    void aLostWorkerCountsForItsFrameOnly();
    void aSceneThatNobodyGetsThroughIsGivenUp();
    void aHopelessSceneIsGivenUpAtOnce();
    void anEngineThatSaysNothingOfItsFilesIsBelieved();
    void anEngineThatWritesNothingIsNot();
    void anotherPictureThanAskedForIsNone_data();
    void anotherPictureThanAskedForIsNone();
    void nothingOutsideOfItsFolderIsTaken();
    void nothingBeginsOnAFullDisk();
    void nothingBeginsWhereTheRunnerIsAway();
    void aChangeThatCannotBeWrittenHoldsUpNoOther();
    void aFrameHasItsTime();
    void aTaskHasItsTime();
    void anEngineThatSaysNothingHasHung();
    void aLogThatIsWholeNamesTheReason();

private:
    QString nextChunk(const QStringList &before = {})
    {
        const auto one = [&] { return m_fixture->order().size() > before.size() && !m_fixture->running().isEmpty(); };
        return QTest::qWaitFor(one, tests::patienceMs) ? m_fixture->running().first() : QString();
    }
    // After so many chunks. One more may have begun in the moment before the end of the last was told; it is ended.
    void nothingGoesOn(int chunks)
    {
        QVERIFY(m_fixture->order().size() <= chunks + 1);
        for (const QString &chunk : m_fixture->running()) {
            QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + chunk));
        }
    }
    // Until the task has ended, all that it asks for goes well.
    void finishAll(qint64 id)
    {
        QTRY_VERIFY(!isEnded(m_fixture->task(id).state) || m_fixture->running().isEmpty());
        m_fixture->finishAll(id);
    }

    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRendererFailures::whatMayHelpIsTriedAgain()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    QStringList seen;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const QString chunk = nextChunk(seen);
        seen = m_fixture->order();
        const QList<int> frames = m_fixture->framesOf(chunk);
        QVERIFY(frames.contains(1));
        m_fixture->renders(chunk, 1, "no picture");
        if (frames.contains(2)) {
            m_fixture->renders(chunk, 2);
        }
        m_fixture->ends(chunk);
    }
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->frames(id), (QList<FrameState>{FrameState::Failed, FrameState::Completed}));
    const Frame frame = m_fixture->frame(id, 1);
    QCOMPARE(frame.retries, 2);
    QCOMPARE(frame.error->code, ErrorCode::FrameBad);
    const Task task = m_fixture->task(id);
    QCOMPARE(task.error->code, ErrorCode::FramesFailed);
    QCOMPARE(task.error->fact(u"failed"_s), u"1"_s);
    QCOMPARE(task.error->fact(u"total"_s), u"2"_s);
    QCOMPARE(task.progress(), 50.0);
    QVERIFY(m_fixture->running().isEmpty());
}

void TestRendererFailures::whatCannotHelpIsNot()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {FrameStarted{1}, Problem{FailureReason::Script, true, u"line 3"_s, 1}});
    m_fixture->ends(chunk, {EndReason::Failed, 9, 0, {}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Failed);
    QCOMPARE(m_fixture->frame(id, 1).error->code, ErrorCode::RenderScriptFailed);
    finishAll(id);
    QCOMPARE(m_fixture->frames(id), (QList<FrameState>{FrameState::Failed, FrameState::Completed}));
    QCOMPARE(m_fixture->frame(id, 1).retries, 0);
}

void TestRendererFailures::aMissingTextureFailsTheFrameUnlessAskedOtherwise()
{
    for (const bool isIgnored : {false, true}) {
        TaskRequest request = m_fixture->request(1);
        request.info[u"ignore_missing"_s] = isIgnored;
        const QStringList before = m_fixture->order();
        const qint64 id = m_fixture->make(request);
        const QString chunk = nextChunk(before);
        m_fixture->says(chunk, {Problem{FailureReason::MissingTexture, false, u"wood.jpg"_s, {}}});
        m_fixture->renders(chunk, 1);
        m_fixture->ends(chunk);
        QTRY_VERIFY(isEnded(m_fixture->task(id).state));
        const Frame frame = m_fixture->frame(id, 1);
        QCOMPARE(frame.state, isIgnored ? FrameState::Completed : FrameState::Failed);
        QCOMPARE(bool(frame.error), !isIgnored);
        // There to be looked at in either case.
        QVERIFY(m_fixture->tasks->output(m_fixture->owner, frame.id));
        if (!isIgnored) {
            QCOMPARE(frame.error->code, ErrorCode::RenderTextureMissing);
            QCOMPARE(frame.error->fact(u"reason"_s), u"wood.jpg"_s);
        }
    }
}

void TestRendererFailures::failedFramesAreAskedForOnceMore()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = nextChunk();
    m_fixture->renders(chunk, 1);
    m_fixture->says(chunk, {FrameStarted{2}, Problem{FailureReason::Script, true, u"x"_s, 2}});
    m_fixture->ends(chunk, {EndReason::Failed, 9, 0, {}});
    finishAll(id);
    QCOMPARE(m_fixture->task(id).frames.failed, 1);
    QCOMPARE(*m_fixture->tasks->retryFailed(m_fixture->owner, id), QList<int>{2});
    QCOMPARE(m_fixture->frame(id, 2).state, FrameState::Pending);
    QVERIFY(!m_fixture->frame(id, 2).error);
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::failedFramesAreAskedForInAPause()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {FrameStarted{1}, Problem{FailureReason::Script, true, u"x"_s, 1}});
    m_fixture->ends(chunk, {EndReason::Failed, 9, 0, {}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Failed);
    QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
    QCOMPARE(*m_fixture->tasks->retryFailed(m_fixture->owner, id), QList<int>{1});
    QCOMPARE(m_fixture->task(id).state, TaskState::Paused);
    QCOMPARE(m_fixture->task(id).resumesTo, TaskState::Rendering);
    const auto resumed = m_fixture->tasks->resume(m_fixture->owner, id);
    QVERIFY(resumed);
    QCOMPARE(resumed->state, TaskState::Rendering);
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::onlyTheFrameThatWasRenderedPaysForACrash()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = nextChunk();
    m_fixture->renders(chunk, 1);
    m_fixture->says(chunk, {FrameStarted{2}});
    m_fixture->ends(chunk, {EndReason::Failed, -1, 11, {}});
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(m_fixture->frame(id, 1).retries, 0);
    QCOMPARE(m_fixture->frame(id, 2).retries, 1);
    QCOMPARE(m_fixture->frame(id, 3).retries, 0);
}

void TestRendererFailures::aLostWorkerCountsForItsFrameOnly()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {FrameStarted{1}});
    ChunkReport lost;
    lost.chunk = chunk;
    lost.state = ChunkState::Lost;
    m_fixture->report(lost);
    QTRY_COMPARE(m_fixture->frame(id, 1).retries, 1);
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(m_fixture->frame(id, 2).retries, 0);
    QVERIFY(!m_fixture->frame(id, 1).error);
}

void TestRendererFailures::aSceneThatNobodyGetsThroughIsGivenUp()
{
    const qint64 id = m_fixture->make(m_fixture->request(500));
    for (int attempt = 0; attempt < 3; ++attempt) {
        QTRY_VERIFY(!m_fixture->running().isEmpty());
        m_fixture->ends(m_fixture->running().first(), {EndReason::Failed, 1, 0, {}});
        QTRY_VERIFY(m_fixture->order().size() > attempt + 1 || isEnded(m_fixture->task(id).state));
    }
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::RenderFailed);
    QCOMPARE(m_fixture->task(id).frames.pending, 0);
    nothingGoesOn(3);
}

void TestRendererFailures::aHopelessSceneIsGivenUpAtOnce()
{
    const qint64 id = m_fixture->make(m_fixture->request(500));
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {Problem{FailureReason::NoCamera, true, u"no camera"_s, {}}});
    m_fixture->ends(chunk, {EndReason::Failed, 1, 0, {}});
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::RenderNoCamera);
    nothingGoesOn(1);
}

void TestRendererFailures::anEngineThatSaysNothingOfItsFilesIsBelieved()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = nextChunk();
    const QString folder = m_fixture->folderOf(chunk);
    for (const int frame : {1, 2}) {
        QFile file(folder + u"/out/frame_%1.jpg"_s.arg(frame, 4, 10, QChar(u'0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::LibraryFixture::jpeg(frame));
    }
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::anEngineThatWritesNothingIsNot()
{
    m_fixture->end();
    m_fixture->maxTries = 1;
    m_fixture->begin();
    const qint64 id = m_fixture->make(m_fixture->request(1));
    m_fixture->ends(nextChunk());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->frame(id, 1).error->code, ErrorCode::FrameNotWritten);
}

void TestRendererFailures::anotherPictureThanAskedForIsNone_data()
{
    QTest::addColumn<QJsonObject>("info");
    QTest::addColumn<bool>("isSaid"); // By the engine, of its picture.
    QTest::addColumn<bool>("isGood");
    const auto sized = [](int width, int height) { return QJsonObject{{u"width"_s, width}, {u"height"_s, height}}; };
    QTest::newRow("its size") << sized(64, 48) << false << true;
    QTest::newRow("another size") << sized(128, 96) << false << false;
    QTest::newRow("another size than said") << sized(64, 48) << true << false;
    QTest::newRow("its format") << QJsonObject{{u"image_format"_s, u"jpeg"_s}} << false << true;
    QTest::newRow("another format") << QJsonObject{{u"image_format"_s, u"png"_s}} << false << false;
}

// Its pictures are JPEG of 64 x 48.
void TestRendererFailures::anotherPictureThanAskedForIsNone()
{
    QFETCH(const QJsonObject, info);
    QFETCH(const bool, isSaid);
    QFETCH(const bool, isGood);
    m_fixture->end();
    m_fixture->maxTries = 1;
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.engines[Engine::Command].arguments = {{u"{scene}"_s, u"{output}"_s}, {u"{width}"_s, u"{height}"_s}};
    QVERIFY(m_fixture->tasks->setSetup(setup));
    m_fixture->begin();
    TaskRequest request = m_fixture->request(1);
    request.info = info;
    const qint64 id = m_fixture->make(request);
    const QString chunk = nextChunk();
    // What is expected is known after a restart too.
    m_fixture->end();
    m_fixture->begin();
    QTRY_COMPARE(m_fixture->adopted(), QStringList{chunk});
    if (isSaid) {
        m_fixture->says(chunk, {FrameStarted{1, QSize(32, 48)}});
    }
    m_fixture->renders(chunk, 1);
    m_fixture->ends(chunk);
    QTRY_VERIFY(isEnded(m_fixture->task(id).state));
    const Frame frame = m_fixture->frame(id, 1);
    QCOMPARE(frame.state, isGood ? FrameState::Completed : FrameState::Failed);
    QVERIFY(isGood || frame.error->code == ErrorCode::FrameBad);
}

void TestRendererFailures::nothingOutsideOfItsFolderIsTaken()
{
    m_fixture->end();
    m_fixture->maxTries = 1;
    m_fixture->begin();
    const QString secret = m_fixture->library.write(u"secret.jpg"_s, test::LibraryFixture::jpeg(3));
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString chunk = nextChunk();
    const QString folder = m_fixture->folderOf(chunk);
    QVERIFY(QFile::link(secret, folder + u"/out/frame_0001.jpg"_s));
    m_fixture->says(chunk, {FrameStarted{1}, FrameWritten{1, secret, {}}});
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QVERIFY(!m_fixture->tasks->output(m_fixture->owner, m_fixture->frame(id, 1).id));
    QVERIFY(QFile::exists(secret));
}

void TestRendererFailures::nothingBeginsOnAFullDisk()
{
    m_fixture->freeSpace = 1000;
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QTRY_VERIFY(m_fixture->task(id).notice);
    QCOMPARE(m_fixture->task(id).notice->code, ErrorCode::DiskFull);
    QCOMPARE(m_fixture->task(id).state, TaskState::Queued);
    QVERIFY(m_fixture->order().isEmpty());
    m_fixture->freeSpace = qint64(1) << 40;
    QTRY_COMPARE(m_fixture->running().size(), 1);
    QVERIFY(!m_fixture->task(id).notice);
    m_fixture->finishes(m_fixture->running().first());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::nothingBeginsWhereTheRunnerIsAway()
{
    m_fixture->setTrouble(Error{ErrorCode::NetworkFailed, {{u"host"_s, u"Slurm"_s}}, {}});
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QTRY_VERIFY(m_fixture->task(id).notice);
    QCOMPARE(m_fixture->task(id).notice->code, ErrorCode::NetworkFailed);
    QCOMPARE(m_fixture->task(id).state, TaskState::Queued);
    QVERIFY(m_fixture->order().isEmpty());
    m_fixture->setTrouble({});
    QTRY_COMPARE(m_fixture->running().size(), 1);
    QVERIFY(!m_fixture->task(id).notice);
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::aChangeThatCannotBeWrittenHoldsUpNoOther()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = nextChunk();
    QVERIFY(m_fixture->library.run("CREATE TRIGGER stubborn BEFORE UPDATE ON render_frame WHEN NEW.number = 2 AND "
                                   "NEW.state = 2 BEGIN SELECT raise(ABORT, 'no'); END"));
    m_fixture->finishes(chunk);
    // Its end is written after what became of its frames: by then the stubborn one has been tried.
    QTRY_COMPARE(m_fixture->library.number("SELECT count(*) FROM render_chunk WHERE state = 2"), 1);
    QCOMPARE(m_fixture->task(id).frames.completed, 2);
    QVERIFY(m_fixture->library.run("DROP TRIGGER stubborn"));
    // It was not lost for good: the frame is as if nobody had rendered it.
    QTRY_VERIFY(!m_fixture->running().isEmpty());
    QCOMPARE(m_fixture->framesOf(m_fixture->running().first()), QList<int>{2});
    finishAll(id);
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRendererFailures::aFrameHasItsTime()
{
    TaskRequest request = m_fixture->request(1);
    request.frameTimeout = 1;
    const qint64 id = m_fixture->make(request);
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {FrameStarted{1}});
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + chunk));
    m_fixture->ends(chunk, {EndReason::Stopped, -1, 15, {}});
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->frame(id, 1).error->code, ErrorCode::FrameTimedOut);
}

void TestRendererFailures::aTaskHasItsTime()
{
    TaskRequest request = m_fixture->request(3);
    request.taskTimeout = 1;
    const qint64 id = m_fixture->make(request);
    const QString chunk = nextChunk();
    m_fixture->says(chunk, {FrameStarted{1}});
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + chunk));
    QCOMPARE(m_fixture->task(id).error->code, ErrorCode::TaskTimedOut);
}

void TestRendererFailures::anEngineThatSaysNothingHasHung()
{
    m_fixture->end();
    m_fixture->maxTries = 1;
    m_fixture->setTotal({16, 64'000, 0});
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.noProgressSeconds = 1;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    m_fixture->begin();
    const auto begins = [this](const QString &chunk) {
        ChunkReport report;
        report.chunk = chunk;
        report.state = ChunkState::Running;
        report.logSize = 10;
        report.events.push_back({0, 10, FrameStarted{1}});
        m_fixture->report(report);
    };
    const qint64 paused = m_fixture->make(m_fixture->request(1));
    const QString rests = nextChunk();
    begins(rests);
    m_fixture->becomes(rests, ChunkState::Paused); // At once, or a slow disk would make it silent for too long.
    QTRY_COMPARE(m_fixture->frame(paused, 1).state, FrameState::Rendering);
    const qint64 silent = m_fixture->make(m_fixture->request(1));
    QTRY_COMPARE(m_fixture->order().size(), 2);
    const QString hangs = m_fixture->order().last();
    begins(hangs);
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + hangs));
    m_fixture->ends(hangs, {EndReason::Stopped, -1, 15, {}});
    QTRY_COMPARE(m_fixture->task(silent).state, TaskState::Failed);
    QCOMPARE(m_fixture->frame(silent, 1).error->code, ErrorCode::EngineSilent);
    QCOMPARE(m_fixture->frame(silent, 1).error->fact(u"seconds"_s), u"1"_s);
    // It has said nothing for longer still, but cannot.
    QVERIFY(!m_fixture->calls().contains(u"cancel "_s + rests));
    m_fixture->becomes(rests, ChunkState::Running);
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + rests));
}

void TestRendererFailures::aLogThatIsWholeNamesTheReason()
{
    m_fixture->end();
    m_fixture->maxTries = 1;
    m_fixture->begin();
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = nextChunk();
    m_fixture->renders(chunk, 1);
    // Said while nothing is rendered, about the frame that never came.
    m_fixture->says(chunk, {Problem{FailureReason::DiskFull, true, u"No space left on device"_s, {}}});
    m_fixture->says(chunk, {FrameStarted{2}});
    m_fixture->ends(chunk, {EndReason::Failed, 1, 0, {}});
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Failed);
    QCOMPARE(m_fixture->frame(id, 2).error->code, ErrorCode::RenderDiskFull);
    QCOMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
}

QTEST_GUILESS_MAIN(TestRendererFailures)
#include "tst_renderer_failures.moc"
