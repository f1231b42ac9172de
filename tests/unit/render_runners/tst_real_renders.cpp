// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/engine_finder.h"
#include "render/engines/frame_check.h"
#include "render/engines/frame_files.h"
#include "runner_fixture.h"
#include "test_scenes.h"

#include <QDateTime>
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

/// Blender and Tachyon, from the job to the pictures.
class TestRealRenders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void framesOfBlender_data();
    void framesOfBlender();
    void optionsOfBlender();
    void sizesOfBlender_data();
    void sizesOfBlender();
    void missingTexture();
    void mappedTexture();
    void failuresOfBlender_data();
    void failuresOfBlender();
    void pausedAndCanceled();
    void killedBlender();
    void tooMuchMemory();
    void fullDisk_data();
    void fullDisk();
    void framesOfTachyon();
    void tachyonSaysAllIsWell();

private:
    [[nodiscard]] ChunkJob blenderJob(const RunnerFixture &f, const QString &chunk, const QString &scene,
                                      const QList<int> &frames) const;
    static void start(const RunnerFixture &f, const QString &chunk, const ChunkJob &job,
                      const EngineSettings &settings = {}, qint64 memoryMb = 0);

    QTemporaryDir m_scenes;
};

namespace {

constexpr int patienceMs = 120'000;

} // namespace

void TestRealRenders::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
    if (!blender().isEmpty()) {
        const QString problem = makeBlenderScenes(m_scenes.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void TestRealRenders::init()
{
    const QString test = QString::fromLatin1(QTest::currentTestFunction());
    if (test.contains(u"achyon"_s) ? tachyon().isEmpty() : blender().isEmpty()) {
        QSKIP("the renderer is not installed");
    }
}

ChunkJob TestRealRenders::blenderJob(const RunnerFixture &f, const QString &chunk, const QString &scene,
                                     const QList<int> &frames) const
{
    ChunkJob job;
    job.engine = Engine::Blender;
    job.scene = m_scenes.filePath(scene + u".blend"_s);
    job.workDir = f.path(chunk);
    job.outputDir = f.path(chunk) + u"/out"_s;
    job.frames = frames;
    job.threads = 1;
    job.format = u"png"_s;
    return job;
}

void TestRealRenders::start(const RunnerFixture &f, const QString &chunk, const ChunkJob &job,
                            const EngineSettings &settings, qint64 memoryMb)
{
    const auto program = findEngine(job.engine, settings, {});
    QVERIFY2(program, program ? "" : qPrintable(program.error().forLog()));
    const auto commands = commandsFor(job, *program, settings);
    QVERIFY2(commands, commands ? "" : qPrintable(commands.error().forLog()));
    ChunkStart start = f.chunk(chunk, *commands);
    start.needs.memoryMb = memoryMb;
    QVERIFY(f.runner->start(start));
}

void TestRealRenders::framesOfBlender_data()
{
    QTest::addColumn<QList<int>>("frames");
    QTest::newRow("a range") << QList<int>{1, 2, 3};
    QTest::newRow("every other") << QList<int>{10, 12, 14};
    QTest::newRow("a list") << QList<int>{7, 1, 2};
    QTest::newRow("one with five digits") << QList<int>{12345};
    QTest::newRow("zero") << QList<int>{0};
}

void TestRealRenders::framesOfBlender()
{
    QFETCH(const QList<int>, frames);
    const RunnerFixture f;
    const qint64 begin = QDateTime::currentMSecsSinceEpoch();
    start(f, u"a"_s, blenderJob(f, u"a"_s, u"plain"_s, frames));
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    const Seen seen = f.seen(u"a"_s);
    QVERIFY(seen.end());
    QVERIFY2(seen.end()->reason == EndReason::Done, f.read(u"a/log"_s).constData());
    QCOMPARE(seen.framesStarted(), frames);
    QCOMPARE(seen.framesWritten(), frames);
    QCOMPARE(seen.progress(), 1.0);
    const QMap<int, QStringList> files = frameFiles(f.path(u"a/out"_s));
    QCOMPARE(files.size(), frames.size());
    for (const int frame : frames) {
        QCOMPARE(files[frame].size(), 1);
        const auto checked = checkFrame(files[frame].front(), {begin, QSize(160, 90)});
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().forLog()));
        QVERIFY(checked->decoded);
    }
}

void TestRealRenders::optionsOfBlender()
{
    const RunnerFixture f;
    ChunkJob job = blenderJob(f, u"a"_s, u"plain"_s, {1});
    job.renderer = u"CYCLES"_s;
    job.format = u"exr"_s;
    job.resolution = QSize(64, 48);
    job.camera = u"eye"_s;
    job.outputName = u"other-name"_s;
    start(f, u"a"_s, job);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    const QStringList files = frameFiles(f.path(u"a/out"_s)).value(1);
    QVERIFY2(files.size() == 1, f.read(u"a/log"_s).constData());
    QVERIFY(files.front().endsWith(u"/other-name_0001.exr"_s));
    const auto frame = checkFrame(files.front(), {0, QSize(64, 48)});
    QVERIFY2(frame, frame ? "" : qPrintable(frame.error().forLog()));
    QCOMPARE(frame->mimeType, u"image/x-exr"_s);
}

void TestRealRenders::sizesOfBlender_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("asked");
    QTest::addColumn<QSize>("said");
    QTest::addColumn<QSize>("made");
    QTest::newRow("the scene's") << u"plain"_s << QSize() << QSize(160, 90) << QSize(160, 90);
    QTest::newRow("half of it") << u"half"_s << QSize() << QSize(80, 45) << QSize(80, 45);
    QTest::newRow("the task's") << u"half"_s << QSize(64, 48) << QSize(64, 48) << QSize(64, 48);
    QTest::newRow("cut to a border") << u"border"_s << QSize(64, 48) << QSize() << QSize(32, 48);
}

// It says itself how large its pictures become, so that the others can be told from them.
void TestRealRenders::sizesOfBlender()
{
    QFETCH(const QString, scene);
    QFETCH(const QSize, asked);
    QFETCH(const QSize, said);
    QFETCH(const QSize, made);
    const RunnerFixture f;
    ChunkJob job = blenderJob(f, u"a"_s, scene, {1, 2});
    job.resolution = asked.isEmpty() ? std::nullopt : std::optional(asked);
    start(f, u"a"_s, job);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    for (const int frame : {1, 2}) {
        QCOMPARE(f.seen(u"a"_s).dimensionsOf(frame).value_or(QSize()), said);
        const QString path = frameFiles(f.path(u"a/out"_s)).value(frame).value(0);
        const auto checked = checkFrame(path, {0, made});
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().forLog()));
    }
}

// Blender itself says nothing of it, and exits with 0.
void TestRealRenders::missingTexture()
{
    const RunnerFixture f;
    start(f, u"a"_s, blenderJob(f, u"a"_s, u"texture"_s, {1}));
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Done);
    QVERIFY2(f.seen(u"a"_s).hasProblem(FailureReason::MissingTexture), f.read(u"a/log"_s).constData());
    QVERIFY(f.read(u"a/log"_s).contains("wood.png"));
}

void TestRealRenders::mappedTexture()
{
    const RunnerFixture f;
    // A frame of another render stands for the texture.
    start(f, u"first"_s, blenderJob(f, u"first"_s, u"plain"_s, {1}));
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"first"_s).isOver(), patienceMs);
    QVERIFY(QDir().mkpath(f.path(u"C/textures"_s)));
    QVERIFY(QFile::rename(f.path(u"first/out/frame_0001.png"_s), f.path(u"C/textures/wood.png"_s)));
    ChunkJob job = blenderJob(f, u"a"_s, u"texture"_s, {1});
    job.paths = {{u"c:/Textures"_s, f.path(u"C/textures"_s)}};
    start(f, u"a"_s, job);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Done);
    QVERIFY2(!f.seen(u"a"_s).hasProblem(FailureReason::MissingTexture), f.read(u"a/log"_s).constData());
    QCOMPARE(f.seen(u"a"_s).framesWritten(), QList<int>({1}));
}

void TestRealRenders::failuresOfBlender_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("camera");
    QTest::addColumn<int>("reason");
    QTest::newRow("no camera") << u"no_camera"_s << QString() << int(FailureReason::NoCamera);
    QTest::newRow("another camera") << u"plain"_s << u"nobody"_s << int(FailureReason::NoCamera);
    QTest::newRow("no such scene") << u"nowhere"_s << QString() << int(FailureReason::MissingFile);
    QTest::newRow("no scene") << u"broken"_s << QString() << int(FailureReason::BadScene);
}

void TestRealRenders::failuresOfBlender()
{
    QFETCH(const QString, scene);
    QFETCH(const QString, camera);
    QFETCH(const int, reason);
    QFile broken(m_scenes.filePath(u"broken.blend"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("this is no scene") > 0);
    broken.close();
    const RunnerFixture f;
    ChunkJob job = blenderJob(f, u"a"_s, scene, {1});
    job.camera = camera;
    start(f, u"a"_s, job);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    const QByteArray log = f.read(u"a/log"_s);
    QVERIFY2(f.seen(u"a"_s).end()->reason == EndReason::Failed, log.constData());
    QVERIFY2(f.seen(u"a"_s).hasProblem(FailureReason(reason)), log.constData());
    QVERIFY(f.seen(u"a"_s).framesWritten().isEmpty());
}

void TestRealRenders::pausedAndCanceled()
{
    const RunnerFixture f;
    start(f, u"a"_s, blenderJob(f, u"a"_s, u"slow"_s, {1, 2}));
    QTRY_VERIFY_WITH_TIMEOUT(!f.seen(u"a"_s).framesStarted().isEmpty(), patienceMs);
    QVERIFY(f.runner->pause(u"a"_s));
    QTRY_COMPARE_WITH_TIMEOUT(f.seen(u"a"_s).state(), ChunkState::Paused, patienceMs);
    QVERIFY(f.runner->resume(u"a"_s));
    QTRY_COMPARE_WITH_TIMEOUT(f.seen(u"a"_s).state(), ChunkState::Running, patienceMs);
    const qint64 pid = rendererOf(f.path(u"a"_s));
    QVERIFY(isRunning(pid));
    QVERIFY(f.runner->cancel(u"a"_s));
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Stopped);
    QVERIFY(!isRunning(pid));
    QVERIFY(frameFiles(f.path(u"a/out"_s)).isEmpty());
}

void TestRealRenders::killedBlender()
{
    const RunnerFixture f;
    start(f, u"a"_s, blenderJob(f, u"a"_s, u"slow"_s, {1}));
    QTRY_VERIFY_WITH_TIMEOUT(!f.seen(u"a"_s).framesStarted().isEmpty(), patienceMs);
    QCOMPARE(::kill(pid_t(rendererOf(f.path(u"a"_s))), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Failed);
    QCOMPARE(f.seen(u"a"_s).end()->signal, SIGKILL);
}

void TestRealRenders::tooMuchMemory()
{
    const RunnerFixture f;
    start(f, u"a"_s, blenderJob(f, u"a"_s, u"slow"_s, {1}), {}, 20);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Memory);
}

void TestRealRenders::fullDisk_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("reason");
    QTest::newRow("PNG") << u"png"_s << int(EndReason::Failed) << int(FailureReason::DiskFull);
    // Of these, Blender 3.4 says that they are saved, and exits with 0.
    QTest::newRow("OpenEXR") << u"exr"_s << int(EndReason::Done) << int(FailureReason::DiskFull);
    QTest::newRow("TIFF") << u"tiff"_s << int(EndReason::Done) << int(FailureReason::Unknown);
}

void TestRealRenders::fullDisk()
{
#ifdef Q_OS_LINUX
    QFETCH(const QString, format);
    QFETCH(const int, end);
    QFETCH(const int, reason);
    const RunnerFixture f;
    ChunkJob job = blenderJob(f, u"a"_s, u"plain"_s, {1});
    job.outputDir = f.path(u"disk"_s);
    job.resolution = QSize(640, 480);
    job.format = format;
    QVERIFY(QDir().mkpath(job.outputDir));
    const QByteArray disk = QFile::encodeName(job.outputDir);
    if (::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=8k") != 0) {
        QSKIP("this user may not mount a small disk");
    }
    start(f, u"a"_s, job);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    const QMap<int, QStringList> files = frameFiles(job.outputDir);
    const bool isGood = files.contains(1) && checkFrame(files[1].front(), {});
    ::umount2(disk.constData(), MNT_DETACH);
    const QByteArray log = f.read(u"a/log"_s);
    QVERIFY2(int(f.seen(u"a"_s).end()->reason) == end, log.constData());
    QVERIFY2(f.seen(u"a"_s).hasProblem(FailureReason(reason)), log.constData());
    QVERIFY(!isGood);
#endif
}

void TestRealRenders::framesOfTachyon()
{
    const RunnerFixture f;
    ChunkJob job;
    job.engine = Engine::Command;
    job.scene = makeTachyonScene(m_scenes.path());
    job.workDir = f.path(u"a"_s);
    job.outputDir = f.path(u"a/out"_s);
    job.threads = 2;
    for (int frame = 1; frame <= 20; ++frame) {
        job.frames += frame;
    }
    EngineSettings settings;
    settings.program = tachyon();
    settings.arguments = templateFromText(u"{scene} -format TARGA -o {output}\n-numthreads {threads}"_s);
    settings.fileSuffix = u"tga"_s;
    start(f, u"a"_s, job, settings);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QVERIFY2(f.seen(u"a"_s).end()->reason == EndReason::Done, f.read(u"a/log"_s).constData());
    QList<int> written = f.seen(u"a"_s).framesWritten();
    std::sort(written.begin(), written.end());
    QCOMPARE(written, job.frames);
    const QMap<int, QStringList> files = frameFiles(job.outputDir);
    for (const int frame : job.frames) {
        const auto checked = checkFrame(files.value(frame).value(0), {0, QSize(160, 90)});
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().forLog()));
    }
}

// It exits with 0 whatever happens, so only the files tell.
void TestRealRenders::tachyonSaysAllIsWell()
{
    const RunnerFixture f;
    ChunkJob job;
    job.engine = Engine::Command;
    job.scene = m_scenes.filePath(u"nowhere.dat"_s);
    job.workDir = f.path(u"a"_s);
    job.outputDir = f.path(u"a/out"_s);
    job.frames = {1};
    EngineSettings settings;
    settings.program = tachyon();
    settings.arguments = templateFromText(u"{scene} -format TARGA -o {output}"_s);
    settings.fileSuffix = u"tga"_s;
    start(f, u"a"_s, job, settings);
    QTRY_VERIFY_WITH_TIMEOUT(f.seen(u"a"_s).isOver(), patienceMs);
    QCOMPARE(f.seen(u"a"_s).end()->reason, EndReason::Done);
    QVERIFY(frameFiles(job.outputDir).isEmpty());
}

QTEST_GUILESS_MAIN(TestRealRenders)
#include "tst_real_renders.moc"
