// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "render/engines/engine_finder.h"
#include "render/engines/frame_files.h"
#include "render/runners/job_folder.h"
#include "runner_fixture.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

/// The local runner, with scripts of the shell in place of renderers.
class TestLocalRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rendersAndReports();
    void capacityFollows();
    void manyAtOnce();
    void pausedAndResumed();
    void canceled();
    void canceledWhilePaused();
    void killedRenderer();
    void killedWorker();
    void missingWorker();
    void missingProgram();
    void memoryLimit();
    void adoptedAfterAKill();
    void adoptedAfterItsEnd();
    void adoptedButNeverStarted();
    void adoptedButKilled();
    void theLogReadAgainSaysTheSame();
    void theLogReadAgainTellsWhenItWas();
    void unknownChunks();
    void rendersOnWithoutTheRunner();
    void mayaByItsCommandLine();
};

namespace {

// Long enough for a computer that builds meanwhile.

// Takes Maya's arguments and writes what Maya and Arnold write.
constexpr auto mayaScript = R"(#!/bin/sh
cat "${MAYA_SCRIPT_PATH%%:*}/userSetup.mel"
while [ $# -gt 1 ]; do
    case $1 in -s) start=$2 ;; -e) end=$2 ;; -b) step=$2 ;; -rd) folder=$2 ;; -im) name=$2 ;; -of) format=$2 ;; esac
    shift
done
echo "scene $1"
for frame in $(seq "$start" "$step" "$end"); do
    file=$folder/$name.$(printf %04d "$frame").$format
    echo "00:00:01   504MB         |    50% done - 64 rays/pixel"
    echo picture > "$file"
    echo "00:00:09   514MB         |  [driver_exr] writing file \`$file'"
done
echo "// Maya exited with status 0"
)";

void touch(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
}

} // namespace

void TestLocalRunner::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
}

void TestLocalRunner::rendersAndReports()
{
    const RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"echo 50%; touch out/frame_0001.png"_s, u"echo bad; exit 7"_s})));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const Seen seen = f.seen(u"a"_s);
    QCOMPARE(seen.state(), ChunkState::Ended);
    QCOMPARE(seen.reports.front().state, ChunkState::Waiting);
    QVERIFY(seen.was(ChunkState::Running));
    QCOMPARE(seen.end()->reason, EndReason::Failed);
    QCOMPARE(seen.end()->exitCode, 7);
    QCOMPARE(seen.framesStarted(), QList<int>({1, 2}));
    QCOMPARE(seen.framesWritten(), QList<int>({1}));
    QCOMPARE(seen.progress(), 0.5);
    QCOMPARE(seen.reports.back().logSize, f.read(u"a/log"_s).size());
    QVERIFY(!seen.reports.back().node.isEmpty());
    QVERIFY(seen.reports.back().lastOutputMs);
    for (size_t i = 1; i < seen.events.size(); ++i) {
        QVERIFY(seen.events[i].to >= seen.events[i - 1].to);
    }
}

void TestLocalRunner::capacityFollows()
{
    const RunnerFixture f;
    QTRY_VERIFY(f.runner->capacity());
    QCOMPARE(f.runner->capacity()->free.cores, 8);
    ChunkStart chunk = f.scripts(u"a"_s, {u"while [ ! -e go ]; do sleep 0.02; done; echo $CUDA_VISIBLE_DEVICES"_s});
    chunk.needs = {3, 2048, 1};
    QVERIFY(f.runner->start(chunk));
    // At once, not when it has begun.
    QCOMPARE(f.runner->capacity()->free.cores, 5);
    QCOMPARE(f.runner->capacity()->free.memoryMb, qint64(16 * 1024 - 2048));
    QCOMPARE(f.runner->capacity()->free.gpus, 1);
    const auto twice = f.runner->start(chunk);
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Conflict);
    touch(f.path(u"a/go"_s));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QTRY_COMPARE(f.runner->capacity()->free.cores, 8);
    QVERIFY(f.read(u"a/log"_s).contains("\n0\n"));
}

void TestLocalRunner::manyAtOnce()
{
    const RunnerFixture f;
    // Each waits for the one after it, so all must run at the same time.
    constexpr int many = 12;
    for (int i = 0; i < many; ++i) {
        const QString next = f.path(u"mark%1"_s.arg((i + 1) % many));
        QVERIFY(f.runner->start(f.scripts(
            u"chunk%1"_s.arg(i),
            {u"touch '%1'; while [ ! -e '%2' ]; do sleep 0.05; done"_s.arg(f.path(u"mark%1"_s.arg(i)), next)})));
    }
    for (int i = 0; i < many; ++i) {
        QTRY_VERIFY(f.seen(u"chunk%1"_s.arg(i)).isOver());
        QCOMPARE(f.seen(u"chunk%1"_s.arg(i)).end()->reason, EndReason::Done);
    }
}

void TestLocalRunner::pausedAndResumed()
{
    const RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"while [ ! -e go ]; do sleep 0.02; done"_s})));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Running);
    QVERIFY(f.runner->pause(u"a"_s));
    QVERIFY(f.runner->pause(u"a"_s));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Paused);
    touch(f.path(u"a/go"_s));
    QVERIFY(f.runner->resume(u"a"_s));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Done);
    const auto late = f.runner->pause(u"a"_s);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::NotFound);
}

void TestLocalRunner::canceled()
{
    const RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"sleep 1000"_s, u"touch second"_s})));
    QTRY_VERIFY(!f.seen(u"a"_s).framesStarted().isEmpty());
    const qint64 pid = rendererOf(f.path(u"a"_s));
    QVERIFY(isRunning(pid));
    QVERIFY(f.runner->cancel(u"a"_s));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Stopped);
    QVERIFY(!isRunning(pid));
    QVERIFY(!QFile::exists(f.path(u"a/second"_s)));
}

void TestLocalRunner::canceledWhilePaused()
{
    const RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"sleep 1000"_s})));
    QTRY_VERIFY(!f.seen(u"a"_s).framesStarted().isEmpty());
    QVERIFY(f.runner->pause(u"a"_s));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Paused);
    QVERIFY(f.runner->cancel(u"a"_s));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Stopped);
}

void TestLocalRunner::killedRenderer()
{
    const RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"exec sleep 1000"_s})));
    QTRY_VERIFY(rendererOf(f.path(u"a"_s)) > 0);
    QCOMPARE(::kill(pid_t(rendererOf(f.path(u"a"_s))), SIGKILL), 0);
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Failed);
    QCOMPARE(f.seen(u"a"_s).end()->signal, SIGKILL);
    QVERIFY(f.seen(u"a"_s).framesWritten().isEmpty());
}

void TestLocalRunner::killedWorker()
{
    const RunnerFixture f;
    // The inner one is no child of the worker's, so nothing ends it but the runner.
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"setsid sh -c 'echo $$ > inner; exec sleep 1000' & sleep 1000"_s})));
    QTRY_VERIFY(f.read(u"a/inner"_s).endsWith('\n'));
    const qint64 inner = f.read(u"a/inner"_s).trimmed().toInt();
    const qint64 renderer = rendererOf(f.path(u"a"_s));
    QVERIFY(isRunning(inner));
    QCOMPARE(::kill(pid_t(workerOf(f.path(u"a"_s))), SIGKILL), 0);
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).state(), ChunkState::Lost);
    QTRY_VERIFY(!isRunning(inner));
    QTRY_VERIFY(!isRunning(renderer));
}

void TestLocalRunner::missingWorker()
{
    std::mutex mutex;
    std::vector<ChunkReport> reports;
    LocalRunnerSettings settings;
    settings.worker = u"/nowhere/kinframe-render-worker"_s;
    settings.hardware = Hardware();
    const RunnerFixture f;
    LocalRunner runner(settings, [&](const ChunkReport &report) {
        const std::scoped_lock lock(mutex);
        reports.push_back(report);
    });
    QVERIFY(runner.start(f.scripts(u"a"_s, {u"true"_s})));
    const auto last = [&] {
        const std::scoped_lock lock(mutex);
        return reports.empty() ? ChunkReport() : reports.back();
    };
    QTRY_COMPARE(last().state, ChunkState::Ended);
    QCOMPARE(last().end->reason, EndReason::NotStarted);
    QTRY_COMPARE(runner.capacity()->free.cores, runner.capacity()->total.cores);
}

void TestLocalRunner::missingProgram()
{
    const RunnerFixture f;
    ChunkStart chunk = f.scripts(u"a"_s, {u"true"_s});
    chunk.commands.commands[0].program = u"/nowhere/Render"_s;
    QVERIFY(f.runner->start(chunk));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::NotStarted);
}

void TestLocalRunner::memoryLimit()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("counts memory");
#endif
    const RunnerFixture f;
    ChunkStart chunk = f.scripts(u"a"_s, {u"x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 1000"_s});
    chunk.needs.memoryMb = 100;
    QVERIFY(f.runner->start(chunk));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Memory);
}

void TestLocalRunner::adoptedAfterAKill()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("starts a process while threads run, which ThreadSanitizer does not follow");
#endif
    RunnerFixture f;
    QProcess child;
    child.start(QString::fromLocal8Bit(RUNNER_CHILD),
                {f.path(u"."_s), u"echo 25%; while [ ! -e go ]; do sleep 0.02; done; echo 75%; touch done"_s});
    QVERIFY(child.waitForReadyRead(tests::patienceMs));
    QTRY_VERIFY(f.read(u"chunk/log"_s).contains("25%"));
    child.kill();
    QVERIFY(child.waitForFinished(tests::patienceMs));
    const qint64 worker = workerOf(f.path(u"chunk"_s));
    QVERIFY(isRunning(worker));
    QVERIFY(f.runner->adopt(u"chunk"_s, f.path(u"chunk"_s), u"chunk"_s, {2, 0, 0}));
    QTRY_COMPARE(f.seen(u"chunk"_s).state(), ChunkState::Running);
    QCOMPARE(f.seen(u"chunk"_s).progress(), 0.25);
    QTRY_COMPARE(f.runner->capacity()->free.cores, 6);
    // It obeys its new master.
    QVERIFY(f.runner->pause(u"chunk"_s));
    QTRY_COMPARE(f.seen(u"chunk"_s).state(), ChunkState::Paused);
    QVERIFY(f.runner->resume(u"chunk"_s));
    touch(f.path(u"chunk/go"_s));
    QTRY_VERIFY(f.seen(u"chunk"_s).isOver());
    QCOMPARE(f.seen(u"chunk"_s).end()->reason, EndReason::Done);
    QCOMPARE(f.seen(u"chunk"_s).framesWritten(), QList<int>({1}));
    QVERIFY(QFile::exists(f.path(u"chunk/done"_s)));
}

void TestLocalRunner::adoptedAfterItsEnd()
{
    RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"echo 10%"_s, u"exit 3"_s})));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    f.restart();
    QVERIFY(f.runner->adopt(u"a"_s, f.path(u"a"_s), {}, {}));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Failed);
    QCOMPARE(f.seen(u"a"_s).end()->exitCode, 3);
    QCOMPARE(f.seen(u"a"_s).framesWritten(), QList<int>({1}));
}

void TestLocalRunner::adoptedButNeverStarted()
{
    const RunnerFixture f;
    QVERIFY(QDir().mkpath(f.path(u"a"_s)));
    QVERIFY(f.runner->adopt(u"a"_s, f.path(u"a"_s), {}, {}));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Lost);
    QVERIFY(QFile::exists(JobFolder{f.path(u"a"_s)}.stop()));
}

void TestLocalRunner::adoptedButKilled()
{
    RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"setsid sh -c 'echo $$ > inner; exec sleep 1000' & sleep 1000"_s})));
    QTRY_VERIFY(f.read(u"a/inner"_s).endsWith('\n'));
    // Both are killed, as when the computer's owner kills all he sees.
    f.restart();
    QCOMPARE(::kill(pid_t(workerOf(f.path(u"a"_s))), SIGKILL), 0);
    QVERIFY(f.runner->adopt(u"a"_s, f.path(u"a"_s), {}, {}));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Lost);
    QTRY_VERIFY(!isRunning(f.read(u"a/inner"_s).trimmed().toInt()));
}

void TestLocalRunner::theLogReadAgainSaysTheSame()
{
    RunnerFixture f;
    QStringList scripts;
    for (int i = 0; i < 20; ++i) {
        scripts += u"for p in 10 40 90; do echo $p%; done; exit %1"_s.arg(i % 3);
    }
    QVERIFY(f.runner->start(f.scripts(u"a"_s, scripts, 4)));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const Seen before = f.seen(u"a"_s);
    f.restart();
    QVERIFY(f.runner->adopt(u"a"_s, f.path(u"a"_s), {}, {}));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const Seen after = f.seen(u"a"_s);
    QCOMPARE(after.events.size(), before.events.size());
    for (size_t i = 0; i < after.events.size(); ++i) {
        QCOMPARE(after.events[i].from, before.events[i].from);
        QCOMPARE(after.events[i].to, before.events[i].to);
        QCOMPARE(after.events[i].event.index(), before.events[i].event.index());
    }
    QCOMPARE(after.framesWritten().size(), 7);
}

void TestLocalRunner::theLogReadAgainTellsWhenItWas()
{
    RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"echo 10%; while [ ! -e go ]; do sleep 0.02; done"_s, u"echo 20%"_s})));
    QTRY_VERIFY(!f.seen(u"a"_s).framesStarted().isEmpty());
    const qint64 begun = wallMs();
    QVERIFY(f.runner->pause(u"a"_s));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Paused);
    touch(f.path(u"a/go"_s));
    QVERIFY(f.runner->resume(u"a"_s));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const qint64 ended = wallMs();
    f.restart();
    QTRY_VERIFY(wallMs() > ended);
    QVERIFY(f.runner->adopt(u"a"_s, f.path(u"a"_s), {}, {}));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const Seen again = f.seen(u"a"_s);
    QCOMPARE(again.framesWritten(), QList<int>({1, 2}));
    WorkMoment last;
    for (const LoggedEvent &event : again.events) {
        QVERIFY(event.moment);
        QVERIFY(event.moment->at >= last.at && event.moment->at <= ended);
        QVERIFY(event.moment->workedMs >= last.workedMs);
        last = *event.moment;
    }
    QVERIFY(again.events.front().moment->at <= begun);
    QVERIFY(last.pausedMs > 0);
    QVERIFY(*again.reports.back().since <= ended);
    QVERIFY(!again.reports.back().isLive);
}

void TestLocalRunner::unknownChunks()
{
    const RunnerFixture f;
    for (const auto &result : {f.runner->pause(u"x"_s), f.runner->resume(u"x"_s), f.runner->cancel(u"x"_s)}) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
    }
    ChunkStart chunk = f.scripts(u"a"_s, {u"true"_s});
    chunk.folder = u"relative"_s;
    QVERIFY(!f.runner->start(chunk));
    chunk = f.scripts(u"a"_s, {});
    QVERIFY(!f.runner->start(chunk));
}

void TestLocalRunner::rendersOnWithoutTheRunner()
{
    RunnerFixture f;
    QVERIFY(f.runner->start(f.scripts(u"a"_s, {u"while [ ! -e go ]; do sleep 0.02; done; touch done"_s})));
    QTRY_COMPARE(f.seen(u"a"_s).state(), ChunkState::Running);
    f.runner.reset();
    touch(f.path(u"a/go"_s));
    QTRY_VERIFY(QFile::exists(f.path(u"a/done"_s)));
    QTRY_VERIFY(f.read(u"a/events"_s).contains("\"ended\""));
}

void TestLocalRunner::mayaByItsCommandLine()
{
    const RunnerFixture f;
    EngineSettings settings;
    settings.program = f.path(u"Render"_s);
    QFile program(settings.program);
    QVERIFY(program.open(QIODevice::WriteOnly));
    QVERIFY(program.write(mayaScript) > 0);
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    ChunkJob job;
    job.engine = Engine::Maya;
    job.scene = f.path(u"wolf one.ma"_s);
    job.workDir = f.path(u"a"_s);
    job.outputDir = f.path(u"a/out"_s);
    job.frames = {1, 3, 5, 20};
    job.renderer = u"arnold"_s;
    job.format = u"exr"_s;
    job.paths = {{u"C:/textures"_s, f.path(u"C/textures"_s)}};
    const auto found = findEngine(Engine::Maya, settings, u"2024"_s);
    QVERIFY(found);
    const auto commands = commandsFor(job, *found, settings);
    QVERIFY(commands);
    QVERIFY(f.runner->start(f.chunk(u"a"_s, *commands)));
    QTRY_VERIFY(f.seen(u"a"_s).isOver());
    const QByteArray log = f.read(u"a/log"_s);
    QVERIFY2(f.seen(u"a"_s).end()->reason == EndReason::Done, log.constData());
    QCOMPARE(f.seen(u"a"_s).framesStarted(), job.frames);
    QCOMPARE(f.seen(u"a"_s).framesWritten(), job.frames);
    QCOMPARE(frameFiles(job.outputDir).keys(), job.frames);
    QVERIFY2(log.contains("dirmap -m \"C:/textures\""), log.constData());
    QVERIFY2(log.contains(QByteArray("scene ").append(job.scene.toUtf8())), log.constData());
}

QTEST_GUILESS_MAIN(TestLocalRunner)
#include "tst_local_runner.moc"
