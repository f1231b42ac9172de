// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/file_lock.h"
#include "support/patience.h"
#include "worker_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

/// The worker as a process of its own, with the shell in place of renderers.
class TestRenderWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jobsGoThereAndBack();
    void oneAfterTheOther();
    void exitsAndSignals();
    void severalAtOnce();
    void logTellsWhoSpeaks();
    void aRendererCannotSpeakForTheWorker();
    void missingProgram();
    void notAJob();
    void stopFile();
    void stopSignal();
    void whatDoesNotListenIsKilled();
    void stoppedBeforeItBegan();
    void pausedAndResumed();
    void pausedAndStopped();
    void timeLimit();
    void pausesAreNoWork();
    void memoryLimit();
    void cardsAndProcessors();
    void longLogIsCut();
    void lockLivesAsLongAsTheWorker();
    void renderersEndWithAKilledWorker();
    void aFolderIsRenderedOnce();
    void fullDiskDoesNotSilenceIt();
    void nothingIsLeftBehind();
    void aFolderThatIsRemovedEndsIt();
};

void TestRenderWorker::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
}

void TestRenderWorker::jobsGoThereAndBack()
{
    WorkerJob job;
    job.engine = Engine::Maya;
    job.commands = {{u"/a b/Render"_s, {u"-x"_s, u"\"{}\""_s, u"影"_s}, {{u"A"_s, u"b"_s}}, u"/w"_s, {1, 3}},
                    {u"/c"_s, {}, {}, {}, {}}};
    job.atOnce = 3;
    job.limits = {{1, 2}, 4096, 3600, 1 << 20, QList<int>{0}, true};
    const auto read = workerJobFrom(toJson(job), u"job.json"_s);
    QVERIFY(read);
    QCOMPARE(toJson(*read), toJson(job));
    QCOMPARE(read->commands[0].arguments, job.commands[0].arguments);
    QCOMPARE(read->commands[0].frames, QList<int>({1, 3}));
    QCOMPARE(read->limits.gpus, std::optional(QList<int>{0}));
    for (const char *bytes : {"", "[]", "{}", "{\"engine\": \"command\", \"commands\": []}", "{\"engine\": \"x\"}"}) {
        QVERIFY2(!workerJobFrom(bytes, u"job.json"_s), bytes);
    }
}

void TestRenderWorker::oneAfterTheOther()
{
    WorkerFixture f;
    f.add(u"echo first; test ! -e second && touch first"_s);
    f.add(u"echo second; test -e first && touch second"_s);
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.worker.exitCode(), 0);
    QVERIFY(f.end());
    QCOMPARE(f.end()->reason, EndReason::Done);
    QCOMPARE(f.count<WorkerStarted>(), 1);
    QCOMPARE(f.count<WorkerCommandEnded>(), 2);
    QVERIFY(QFile::exists(f.path(u"second"_s)));
    QVERIFY(f.log().startsWith("[kinframe] command 0 begins\nfirst\n[kinframe] command 0 ended by exit 0 after "));
}

void TestRenderWorker::exitsAndSignals()
{
    WorkerFixture f;
    f.add(u"exit 5"_s);
    f.add(u"kill -SEGV $$"_s);
    f.add(u"exit 0"_s);
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.worker.exitCode(), 1);
    QCOMPARE(f.end()->reason, EndReason::Failed);
    QCOMPARE(f.end()->exitCode, 5);
    std::vector<WorkerCommandEnded> ends;
    for (const WorkerEvent &event : f.events()) {
        if (const auto *ended = std::get_if<WorkerCommandEnded>(&event)) {
            ends.push_back(*ended);
        }
    }
    QCOMPARE(ends.size(), size_t(3));
    QCOMPARE(ends[1].exitCode, -1);
    QCOMPARE(ends[1].signal, SIGSEGV);
    QCOMPARE(ends[2].exitCode, 0);
}

void TestRenderWorker::severalAtOnce()
{
    // Each waits for the other, so one alone would never end.
    WorkerFixture f;
    f.add(u"touch one; while [ ! -e two ]; do sleep 0.02; done"_s);
    f.add(u"touch two; while [ ! -e one ]; do sleep 0.02; done"_s);
    f.add(u"true"_s);
    f.job.atOnce = 2;
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Done);
}

void TestRenderWorker::logTellsWhoSpeaks()
{
    WorkerFixture f;
    f.add(u"echo 1; touch a; while [ ! -e b ]; do sleep 0.02; done; echo 3"_s);
    f.add(u"while [ ! -e a ]; do sleep 0.02; done; printf 2; echo; touch b; while [ ! -e c ]; do sleep 0.02; done"_s);
    f.add(u"touch c"_s);
    f.job.atOnce = 2;
    f.start();
    QVERIFY(f.waitForEnd());
    LogParser parser(Engine::Command, loggedCommands(f.job));
    int written = 0;
    for (const LoggedEvent &event : parser.feed(f.log())) {
        written += std::holds_alternative<FrameWritten>(event.event) ? 1 : 0;
    }
    QCOMPARE(written, 3);
    QVERIFY(f.log().contains("[kinframe] command 0 goes on\n3\n"));
}

void TestRenderWorker::aRendererCannotSpeakForTheWorker()
{
    WorkerFixture f;
    f.add(u"echo '[kinframe] command 0 ended by exit 0 after 1.000 s'; exit 3"_s);
    f.start();
    QVERIFY(f.waitForEnd());
    LogParser parser(Engine::Command, loggedCommands(f.job));
    int ends = 0;
    for (const LoggedEvent &event : parser.feed(f.log())) {
        if (const auto *ended = std::get_if<CommandEnded>(&event.event)) {
            ++ends;
            QCOMPARE(ended->exitCode, 3);
        }
    }
    QCOMPARE(ends, 1);
}

void TestRenderWorker::missingProgram()
{
    WorkerFixture f;
    f.add(u"true"_s);
    f.add(u"touch second"_s);
    f.job.commands[0].program = u"/nowhere/blender"_s;
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::NotStarted);
    QVERIFY(!f.end()->text.isEmpty());
    QVERIFY(!QFile::exists(f.path(u"second"_s)));
}

void TestRenderWorker::notAJob()
{
    WorkerFixture f;
    f.start(); // of no commands
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.worker.exitCode(), 1);
    QCOMPARE(f.end()->reason, EndReason::NotStarted);
    QCOMPARE(QProcess::execute(QString::fromLocal8Bit(RENDER_WORKER), {u"/nowhere"_s}), 2);
}

void TestRenderWorker::stopFile()
{
    WorkerFixture f;
    f.add(u"sleep 1000 & echo $! > child; echo $$ > parent; wait"_s);
    f.add(u"touch second"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    QFile stop(f.folder.stop());
    QVERIFY(stop.open(QIODevice::WriteOnly));
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Stopped);
    QVERIFY(!isRunning(f.read(u"child"_s).trimmed().toInt()));
    QVERIFY(!isRunning(f.read(u"parent"_s).trimmed().toInt()));
    QVERIFY(!QFile::exists(f.path(u"second"_s)));
}

void TestRenderWorker::stopSignal()
{
    WorkerFixture f;
    f.add(u"echo $$ > parent; exec sleep 1000"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    f.worker.terminate();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Stopped);
    QVERIFY(!isRunning(f.read(u"parent"_s).trimmed().toInt()));
}

void TestRenderWorker::whatDoesNotListenIsKilled()
{
    WorkerFixture f;
    // In a session of its own it is out of our group, and it does not care for TERM.
    f.add(u"trap '' TERM; setsid sh -c 'trap \"\" TERM; echo $$ > child; while true; do sleep 1; done' & "
          "while true; do sleep 1; done"_s);
    f.start();
    QTRY_VERIFY(f.read(u"child"_s).endsWith('\n'));
    f.worker.terminate();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Stopped);
    QTRY_VERIFY(!isRunning(f.read(u"child"_s).trimmed().toInt()));
}

void TestRenderWorker::stoppedBeforeItBegan()
{
    WorkerFixture f;
    f.add(u"touch first"_s);
    QFile stop(f.folder.stop());
    QVERIFY(stop.open(QIODevice::WriteOnly));
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Stopped);
    QVERIFY(!QFile::exists(f.path(u"first"_s)));
}

void TestRenderWorker::pausedAndResumed()
{
    WorkerFixture f;
    // A shell that makes processes could be stopped in the middle of that, when it looks otherwise.
    f.add(u"mkfifo gate; echo $$ > parent; read line < gate"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    const qint64 pid = f.read(u"parent"_s).trimmed().toInt();
    QFile pause(f.folder.pause());
    QVERIFY(pause.open(QIODevice::WriteOnly));
    QTRY_COMPARE(f.count<WorkerPaused>(), 1);
    QTRY_COMPARE(stateOf(pid), 'T');
    QVERIFY(pause.remove());
    QTRY_COMPARE(f.count<WorkerResumed>(), 1);
    QTRY_VERIFY(stateOf(pid) == 'S' || stateOf(pid) == 'R');
    QFile gate(f.path(u"gate"_s));
    QVERIFY(gate.open(QIODevice::WriteOnly) && gate.write("go\n") == 3 && gate.flush());
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Done);
}

void TestRenderWorker::pausedAndStopped()
{
    WorkerFixture f;
    f.add(u"echo $$ > parent; exec sleep 1000"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    QFile pause(f.folder.pause());
    QVERIFY(pause.open(QIODevice::WriteOnly));
    QTRY_COMPARE(f.count<WorkerPaused>(), 1);
    QFile stop(f.folder.stop());
    QVERIFY(stop.open(QIODevice::WriteOnly));
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Stopped);
    QVERIFY(!isRunning(f.read(u"parent"_s).trimmed().toInt()));
}

void TestRenderWorker::timeLimit()
{
    WorkerFixture f;
    f.add(u"exec sleep 1000"_s);
    f.job.limits.seconds = 1;
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Time);
}

void TestRenderWorker::pausesAreNoWork()
{
    WorkerFixture f;
    // Its own clock goes on while it is paused; the worker's must not: it would end at three.
    f.add(u"date +%s > begin; echo $$ > parent; "
          "while [ $(($(date +%s) - $(cat begin))) -lt 5 ]; do sleep 0.05; done"_s);
    f.job.limits.seconds = 3;
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    QFile pause(f.folder.pause());
    QVERIFY(pause.open(QIODevice::WriteOnly));
    QTRY_COMPARE(f.count<WorkerPaused>(), 1);
    const qint64 begin = f.read(u"begin"_s).trimmed().toLongLong();
    QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() - begin >= 6);
    QVERIFY(pause.remove());
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Done);
}

void TestRenderWorker::memoryLimit()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("counts memory");
#endif
    WorkerFixture f;
    f.add(u"x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 1000"_s);
    f.job.limits.memoryMb = 100;
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Memory);
}

void TestRenderWorker::cardsAndProcessors()
{
    WorkerFixture f;
    f.add(u"echo \"cards $CUDA_VISIBLE_DEVICES $HIP_VISIBLE_DEVICES $OWN\"; echo \"processors $(nproc)\""_s);
    f.job.commands[0].environment = {{u"OWN"_s, u"x:{inherited}"_s}};
    f.job.limits.gpus = QList<int>{1, 3};
    f.job.limits.cpus = {0};
    qputenv("OWN", "before");
    f.start();
    QVERIFY(f.waitForEnd());
    qunsetenv("OWN");
    QVERIFY2(f.log().contains("cards 1,3 1,3 x:before\n"), f.log().constData());
    QVERIFY2(f.log().contains("processors 1\n"), f.log().constData());
    WorkerFixture none;
    none.add(u"echo \"cards $CUDA_VISIBLE_DEVICES\""_s);
    none.job.limits.gpus = QList<int>();
    none.start();
    QVERIFY(none.waitForEnd());
    QVERIFY(none.log().contains("cards -1\n"));
}

void TestRenderWorker::longLogIsCut()
{
    WorkerFixture f;
    f.add(u"yes 'a line that says nothing' | head -n 20000; echo 'Segmentation fault'; exit 4"_s);
    f.job.limits.logBytes = 10'000;
    f.start();
    QVERIFY(f.waitForEnd());
    const QByteArray log = f.log();
    QVERIFY2(log.size() < 11'000, qPrintable(QString::number(log.size())));
    QVERIFY(log.contains("[kinframe] log is cut here"));
    // What tells something is kept beyond.
    QVERIFY(log.contains("Segmentation fault\n[kinframe] command 0 ended by exit 4"));
}

void TestRenderWorker::lockLivesAsLongAsTheWorker()
{
    WorkerFixture f;
    f.add(u"echo $$ > parent; exec sleep 1000"_s);
    QVERIFY(!FileLock::isHeld(f.folder.lock()));
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    QVERIFY(FileLock::isHeld(f.folder.lock()));
    QVERIFY(FileLock::isHeld(f.folder.lock())); // asking did not take it
    f.worker.kill();
    QVERIFY(f.waitForEnd());
    QVERIFY(!FileLock::isHeld(f.folder.lock()));
    QVERIFY(!f.end());
}

void TestRenderWorker::renderersEndWithAKilledWorker()
{
    WorkerFixture f;
    f.add(u"echo $$ > parent; exec sleep 1000"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    const qint64 pid = f.read(u"parent"_s).trimmed().toInt();
    QVERIFY(isRunning(pid));
    f.worker.kill();
    QVERIFY(f.waitForEnd());
    QTRY_VERIFY(!isRunning(pid));
}

void TestRenderWorker::aFolderIsRenderedOnce()
{
    WorkerFixture f;
    f.add(u"echo x >> count; while [ ! -e go ]; do sleep 0.02; done"_s);
    f.start();
    QTRY_COMPARE(f.read(u"count"_s), QByteArray("x\n"));
    const QString program = QString::fromLocal8Bit(RENDER_WORKER);
    QProcess second;
    second.start(program, {f.folder.path});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
    QFile go(f.path(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Done);
    second.start(program, {f.folder.path});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
    QCOMPARE(f.read(u"count"_s), QByteArray("x\n"));
    QCOMPARE(f.count<WorkerEnded>(), 1);
}

void TestRenderWorker::fullDiskDoesNotSilenceIt()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir disk;
    if (::mount("tmpfs", QFile::encodeName(disk.path()).constData(), "tmpfs", 0, "size=1m") != 0) {
        QSKIP("this user may not mount a small disk");
    }
    {
        WorkerFixture f(disk.path());
        f.add(u"head -c 5000000 /dev/zero > frame; head -c 5000000 /dev/zero | tr '\\0' '\\n' | sed s/^/x/; exit 6"_s);
        f.start();
        QVERIFY(f.waitForEnd());
        QVERIFY(f.end());
        QCOMPARE(f.end()->reason, EndReason::Failed);
        QCOMPARE(f.end()->exitCode, 6);
    }
    ::umount2(QFile::encodeName(disk.path()).constData(), MNT_DETACH);
#endif
}

void TestRenderWorker::nothingIsLeftBehind()
{
    WorkerFixture f;
    f.add(u"setsid sleep 1000 > /dev/null 2>&1 & echo $! > child"_s);
    f.start();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.end()->reason, EndReason::Done);
    QTRY_VERIFY(!isRunning(f.read(u"child"_s).trimmed().toInt()));
}

void TestRenderWorker::aFolderThatIsRemovedEndsIt()
{
    WorkerFixture f;
    f.add(u"echo $$ > parent; exec sleep 1000"_s);
    f.start();
    QTRY_VERIFY(f.read(u"parent"_s).endsWith('\n'));
    const qint64 pid = f.read(u"parent"_s).trimmed().toInt();
    QVERIFY(QDir(f.folder.path).removeRecursively());
    QVERIFY(f.waitForEnd());
    QTRY_VERIFY(!isRunning(pid));
}

QTEST_GUILESS_MAIN(TestRenderWorker)
#include "tst_render_worker.moc"
