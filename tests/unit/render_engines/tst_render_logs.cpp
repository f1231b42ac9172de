// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/failure_cause.h"
#include "render/engines/log_marks.h"
#include "render/engines/log_parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

/// Logs as the renderers write them, and what is read out of them.
class TestRenderLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void theSameHoweverItIsCut_data();
    void theSameHoweverItIsCut();
    void offsetsNameTheLine();
    void twoProcessesAtOnce();
    void marksGoThereAndBack();
    void problems_data();
    void problems();
    void aLineRepeatedIsOneProblem();
    void longLinesAndAnyBytes();
    void whatExplainsAFailure();
};

namespace {

QString wordsOf(const LogEvent &event)
{
    struct Words
    {
        QString operator()(const FrameStarted &e) const
        {
            const QSize size = e.dimensions.value_or(QSize());
            return u"started %1"_s.arg(e.frame) +
                   (e.dimensions ? u" %1x%2"_s.arg(size.width()).arg(size.height()) : QString());
        }
        QString operator()(const FrameProgress &e) const
        {
            const QString left = e.secondsLeft ? u" left %1"_s.arg(*e.secondsLeft) : QString();
            return u"progress %1 %2%%3"_s.arg(e.frame).arg(qRound(e.done * 100)).arg(left);
        }
        QString operator()(const FrameWritten &e) const
        {
            return u"written %1 %2 %3"_s.arg(e.frame.value_or(-1))
                .arg(e.path.isEmpty() ? u"-"_s : e.path, e.seconds ? QString::number(*e.seconds) : u"-"_s);
        }
        QString operator()(const Problem &e) const
        {
            return u"%1 %2"_s.arg(e.isFatal ? u"fatal"_s : u"problem"_s, nameOf(e.reason));
        }
        QString operator()(const CommandStarted &e) const { return u"command %1"_s.arg(e.command); }
        QString operator()(const CommandEnded &e) const
        {
            return u"command %1 ended %2 %3"_s.arg(e.command).arg(e.exitCode).arg(e.signal);
        }
    };
    return std::visit(Words(), event);
}

QStringList wordsOf(const std::vector<LoggedEvent> &events)
{
    QStringList words;
    for (const LoggedEvent &event : events) {
        words += wordsOf(event.event);
    }
    return words;
}

std::vector<LoggedEvent> readWhole(Engine engine, const std::vector<LoggedCommand> &commands, const QByteArray &log)
{
    LogParser parser(engine, commands);
    std::vector<LoggedEvent> events = parser.feed(log);
    for (LoggedEvent &event : parser.finish()) {
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace

void TestRenderLogs::golden_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QList<int>>("frames");
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QStringList>("events");

    QTest::newRow("Blender 3.4 Cycles") << int(Engine::Blender) << QList<int>{1, 2} << QByteArray(R"(Blender 3.4.1
Read blend: /work/cycles.blend
Fra:1 Mem:8.54M (Peak 10.23M) | Time:00:00.00 | Mem:0.00M, Peak:0.00M | Scene, ViewLayer | Synchronizing object | Cube
Fra:1 Mem:9.43M (Peak 10.23M) | Time:00:00.02 | Mem:0.76M, Peak:0.76M | Scene, ViewLayer | Sample 0/4
Fra:1 Mem:9.66M (Peak 10.23M) | Time:00:00.03 | Remaining:01:00.50 | Mem:0.98M, Peak:0.98M | Scene, ViewLayer | Sample 1/4
Fra:1 Mem:9.66M (Peak 10.23M) | Time:00:00.03 | Mem:0.98M, Peak:0.98M | Scene, ViewLayer | Sample 4/4
Fra:1 Mem:9.66M (Peak 10.23M) | Time:00:00.03 | Mem:0.98M, Peak:0.98M | Scene, ViewLayer | Finished
Saved: '/work/out/f_0001.png'
 Time: 00:00.13 (Saving: 00:00.01)

Fra:2 Mem:8.54M (Peak 10.23M) | Time:00:00.00 | Mem:0.00M, Peak:0.00M | Scene, ViewLayer | Initializing
Saved: '/work/out/f_0002.png'
 Time: 00:00.01 (Saving: 00:00.00)


Blender quit
)")
                                        << QStringList{u"started 1"_s,
                                                       u"progress 1 0%"_s,
                                                       u"progress 1 25% left 60.5"_s,
                                                       u"progress 1 100%"_s,
                                                       u"written 1 /work/out/f_0001.png 0.13"_s,
                                                       u"started 2"_s,
                                                       u"written 2 /work/out/f_0002.png 0.01"_s};

    QTest::newRow("Blender 3.4 Workbench, with our script")
        << int(Engine::Blender) << QList<int>{3, 1}
        << QByteArray(
               R"(EGL Error (0x3001): EGL_NOT_INITIALIZED: EGL is not initialized, or could not be initialized, for the specified EGL display connection.
Kinframe: frame 3 begins, 160 x 90
Saved: '/work/out/f_0003.png'
 Time: 00:00.81 (Saving: 00:00.08)
Kinframe: frame 1 begins
Saved: '/work/out/f_0001.png'
 Time: 01:00:01.50 (Saving: 00:00.00)
)")
        << QStringList{u"started 3 160x90"_s, u"written 3 /work/out/f_0003.png 0.81"_s, u"started 1"_s,
                       u"written 1 /work/out/f_0001.png 3601.5"_s};

    QTest::newRow("Blender 5 prefix")
        << int(Engine::Blender) << QList<int>{7}
        << QByteArray(R"(00:01.204  render           | Fra: 7 | Remaining: 00:02.00 | Mem: 12M | Sample 8/16
00:02.000  render           | Saved: '/work/out/f_0007.exr'
)") << QStringList{u"started 7"_s, u"progress 7 50% left 2"_s, u"written 7 /work/out/f_0007.exr -"_s};

    QTest::newRow("Maya with Arnold") << int(Engine::Maya) << QList<int>{1, 2}
                                      << QByteArray(
                                             R"(00:00:00   485MB         |  starting 4 bucket workers of size 64x64 ...
00:00:01   504MB         |     0% done - 64 rays/pixel
00:00:05   510MB         |    50% done - 49 rays/pixel
00:00:09   514MB         |   100% done - 25 rays/pixel
00:00:09   514MB         |  render done in 0:08.090
00:00:09   514MB         |  [driver_exr] writing file `/tmp/output/basic_01.0001.exr'
00:00:09   514MB         | render done
00:00:09   514MB         |     1:  rendering with watermarks because of failed authorization:
00:00:10   504MB         |     5% done - 64 rays/pixel
00:00:12   514MB         |  [driver_exr] writing file `/tmp/output/basic_01.0002.exr'
Scene /tmp/content/basic_01.ma completed.
// Maya exited with status 0
)")
                                      << QStringList{u"started 1"_s,
                                                     u"progress 1 0%"_s,
                                                     u"progress 1 50%"_s,
                                                     u"progress 1 100%"_s,
                                                     u"written 1 /tmp/output/basic_01.0001.exr -"_s,
                                                     u"problem licence"_s,
                                                     u"started 2"_s,
                                                     u"progress 2 5%"_s,
                                                     u"written 2 /tmp/output/basic_01.0002.exr -"_s};

    QTest::newRow("Maya with Redshift") << int(Engine::Maya) << QList<int>{10, 11}
                                        << QByteArray(
                                               "[Redshift] Rendering frame 10...\n"
                                               "INFO : [Redshift] \tBlock 32/48 (7,4) rendered by GPU 0 in 2ms\n"
                                               "       [Redshift] Block 48/48 (14,0) rendered by GPU 1 in 12ms\n"
                                               "[Redshift] Saving: /work/out/frame.0010.exr\n"
                                               "[Redshift] Rendering frame 11...\n"
                                               "Error: [Redshift] License error: (RLM) All licenses in use (-22) //\n")
                                        << QStringList{
                                               u"started 10"_s,       u"progress 10 67%"_s,
                                               u"progress 10 100%"_s, u"written 10 /work/out/frame.0010.exr -"_s,
                                               u"started 11"_s,       u"fatal licence"_s};

    QTest::newRow("Maya with V-Ray")
        << int(Engine::Maya) << QList<int>{5}
        << QByteArray("[2021/Jul/8|06:41:30] [2117 MB] Rendering image...: 12.5%\r"
                      "[2021/Jul/8|06:41:31] [2117 MB] Rendering image...: 50.0%\r"
                      "[2021/Jul/8|06:41:39] [2117 MB] Successfully written image file \"/work/out/fur.0005.exr\"\n"
                      "V-Ray: Total frame time 9.4 s\n")
        << QStringList{u"started 5"_s, u"progress 5 13%"_s, u"progress 5 50%"_s,
                       u"written 5 /work/out/fur.0005.exr -"_s};

    QTest::newRow("Maya with RenderMan") << int(Engine::Maya) << QList<int>{12}
                                         << QByteArray(
                                                "rfm Notice: Rendering perspShape at 12\nR90000   45%\nR90000  100%\n")
                                         << QStringList{u"started 12"_s, u"progress 12 45%"_s, u"progress 12 100%"_s};

    QTest::newRow("Maya's own") << int(Engine::Maya) << QList<int>{5, 6}
                                << QByteArray(
                                       "[PROGRESS] Percentage of rendering done: 43 (whole)\n"
                                       "Finished Rendering C:/Users/c/images/test.0005.png.\n"
                                       "Error: makeCameraRenderable.mel line 34: Camera [None] does not exist.\n"
                                       "Error: file: /var/tmp/ASTMP.mel line 36: Scene /work/x.ma failed to render.\n"
                                       "// Maya exited with status 210\n")
                                << QStringList{u"started 5"_s, u"progress 5 43%"_s,
                                               u"written 5 C:/Users/c/images/test.0005.png -"_s, u"fatal no_camera"_s,
                                               u"fatal unknown"_s};

    QTest::newRow("Unreal")
        << int(Engine::Unreal) << QList<int>{0, 1}
        << QByteArray("LogMovieRenderPipeline: Successfully detected and loaded required movie arguments. Rendering "
                      "will begin once the map is loaded.\n"
                      "[2026.01.01-10.00.00:000][ 12]LogD3D12RHI: Error: Out of video memory trying to allocate\n"
                      "LogMovieRenderPipeline: Error: Render failed\n"
                      "LogMovieRenderPipeline: MoviePipelineLinearExecutorBase finished 1 jobs in +00:00:04.017.\n")
        << QStringList{u"fatal device"_s, u"fatal unknown"_s};

    QTest::newRow("a process a frame") << int(Engine::Command) << QList<int>{4}
                                       << QByteArray("[kinframe] command 0 begins\nRendering Progress:  45% complete\r"
                                                     "[kinframe] command 0 ended by exit 0 after 1.250 s\n")
                                       << QStringList{u"command 0"_s,        u"started 4"_s,
                                                      u"progress 4 0%"_s,    u"progress 4 45%"_s,
                                                      u"written 4 - 1.25"_s, u"command 0 ended 0 0"_s};

    QTest::newRow("a process that was killed")
        << int(Engine::Command) << QList<int>{4}
        << QByteArray("[kinframe] command 0 begins\n[kinframe] command 0 ended by signal 9 after 1.000 s\n")
        << QStringList{u"command 0"_s, u"started 4"_s, u"progress 4 0%"_s, u"command 0 ended -1 9"_s};

    QTest::newRow("a script that failed")
        << int(Engine::Blender) << QList<int>{1}
        << QByteArray("Traceback (most recent call last):\n"
                      "  File \"/work/settings.py\", line 3, in <module>\n"
                      "    nonsense\n"
                      "NameError: name 'nonsense' is not defined\n"
                      "Error: script failed, file: '/work/settings.py', exiting with code 9.\n")
        << QStringList{u"problem script"_s, u"problem unknown"_s};
}

void TestRenderLogs::golden()
{
    QFETCH(const int, engine);
    QFETCH(const QList<int>, frames);
    QFETCH(const QByteArray, log);
    QFETCH(const QStringList, events);
    QCOMPARE(wordsOf(readWhole(Engine(engine), {{frames}}, log)), events);
}

void TestRenderLogs::theSameHoweverItIsCut_data()
{
    golden_data();
}

void TestRenderLogs::theSameHoweverItIsCut()
{
    QFETCH(const int, engine);
    QFETCH(const QList<int>, frames);
    QFETCH(const QByteArray, log);
    const auto whole = readWhole(Engine(engine), {{frames}}, log);
    for (const qsizetype piece : {1, 2, 7, 64}) {
        LogParser parser(Engine(engine), {{frames}});
        std::vector<LoggedEvent> events;
        for (qsizetype at = 0; at < log.size(); at += piece) {
            for (LoggedEvent &event : parser.feed(QByteArrayView(log).sliced(at, std::min(piece, log.size() - at)))) {
                events.push_back(std::move(event));
            }
        }
        for (LoggedEvent &event : parser.finish()) {
            events.push_back(std::move(event));
        }
        QCOMPARE(parser.position(), log.size());
        QCOMPARE(wordsOf(events), wordsOf(whole));
        for (size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(events[i].from, whole[i].from);
            QCOMPARE(events[i].to, whole[i].to);
        }
    }
}

void TestRenderLogs::offsetsNameTheLine()
{
    const QByteArray log = "first\n\nSaved: '/o/f_0001.png'\n Time: 00:01.00 (Saving: 00:00.08)\nlast\n";
    const auto events = readWhole(Engine::Blender, {{{1}}}, log);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(log.mid(events[0].from, events[0].to - events[0].from),
             QByteArray(" Time: 00:01.00 (Saving: 00:00.08)\n"));
}

void TestRenderLogs::twoProcessesAtOnce()
{
    const QByteArray log = "[kinframe] command 0 begins\n10%\n[kinframe] command 1 begins\n20%\n"
                           "[kinframe] command 0 goes on\n30%\n[kinframe] command 1 goes on\n90%\n"
                           "[kinframe] command 1 ended by exit 0 after 2.000 s\n"
                           "[kinframe] command 0 ended by exit 3 after 3.000 s\n";
    QCOMPARE(
        wordsOf(readWhole(Engine::Command, {{{1}}, {{2}}}, log)),
        QStringList({u"command 0"_s, u"started 1"_s, u"progress 1 0%"_s, u"progress 1 10%"_s, u"command 1"_s,
                     u"started 2"_s, u"progress 2 0%"_s, u"progress 2 20%"_s, u"progress 1 30%"_s, u"progress 2 90%"_s,
                     u"written 2 - 2"_s, u"command 1 ended 0 0"_s, u"command 0 ended 3 0"_s}));
}

void TestRenderLogs::marksGoThereAndBack()
{
    for (const LogMark &mark :
         {LogMark{LogMark::Kind::Started, 3, 0, 0, 0}, LogMark{LogMark::Kind::GoesOn, 12, 0, 0, 0},
          LogMark{LogMark::Kind::Ended, 0, 9, 0, 1.5}, LogMark{LogMark::Kind::Ended, 1, -1, 15, 0.25}}) {
        const QByteArray line = lineOf(mark);
        QVERIFY(line.endsWith('\n'));
        const auto read = logMarkFrom(line.chopped(1));
        QVERIFY(read);
        QCOMPARE(read->kind, mark.kind);
        QCOMPARE(read->command, mark.command);
        QCOMPARE(read->exitCode, mark.exitCode);
        QCOMPARE(read->signal, mark.signal);
        QCOMPARE(read->seconds, mark.seconds);
    }
    QVERIFY(!logMarkFrom(cutLine(100).chopped(1)));
    for (const char *line : {"", "[kinframe] ", "[kinframe] command", "[kinframe] command x begins", "command 0 begins",
                             "[kinframe] command 0 ended", "[kinframe] command 0 sleeps"}) {
        QVERIFY2(!logMarkFrom(line), line);
    }
}

void TestRenderLogs::problems_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("event");
    const auto row = [](Engine engine, const char *line, const QString &event) {
        QTest::newRow(line) << int(engine) << QByteArray(line) << event;
    };
    row(Engine::Blender, "Error: Cannot render, no camera", u"fatal no_camera"_s);
    row(Engine::Blender, "Build without OpenImageDenoiser", u"fatal option"_s);
    row(Engine::Blender, "Kinframe: missing texture: /work/C/textures/wood.png", u"problem missing_texture"_s);
    row(Engine::Blender, "Kinframe: missing file: /work/lib.blend", u"problem missing_file"_s);
    row(Engine::Blender, "Error: Render error (No space left on device) cannot save: '/o/f_0001.png'",
        u"fatal disk_full"_s);
    row(Engine::Blender, "Error: Cannot read file \"/work/no.blend\": No such file or directory",
        u"fatal missing_file"_s);
    row(Engine::Blender, "Error: Failed to read blend file '/work/x.blend', not a blend file", u"fatal bad_scene"_s);
    row(Engine::Blender, "Fra:1 Mem:8.54M | Error: System is out of GPU memory", u"started 1"_s);
    row(Engine::Blender, "Error: something that nobody knows", u"problem unknown"_s);
    row(Engine::Maya, "V-Ray error: Could not obtain a license (-97).", u"fatal licence"_s);
    row(Engine::Maya, "[mtoa] Failed batch render", u"fatal unknown"_s);
    row(Engine::Maya, "maya encountered a fatal error", u"fatal crash"_s);
    row(Engine::Maya,
        "00:00:00   368MB ERROR   |  [texturesys] shader:55b3: Invalid image file \"wood.tx\": no such file",
        u"problem missing_texture"_s);
    row(Engine::Maya, "# Error: Plug-in, \"mtoa\", was not found on MAYA_PLUG_IN_PATH. #", u"fatal option"_s);
    row(Engine::Maya, "No devices found. Aborting rendering.", u"fatal device"_s);
    row(Engine::Unreal, "Fatal error: [File:Unknown] [Line: 258]", u"fatal crash"_s);
    row(Engine::Command, "terminate called after throwing an instance of 'std::bad_alloc'", u"fatal memory"_s);
    row(Engine::Command, "Segmentation fault", u"fatal crash"_s);
}

void TestRenderLogs::problems()
{
    QFETCH(const int, engine);
    QFETCH(const QByteArray, line);
    QFETCH(const QString, event);
    const QStringList events = wordsOf(readWhole(Engine(engine), {{{1}}}, line + '\n'));
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.front(), event);
    // A line with progress that holds an error says both.
    QCOMPARE(events.size(), event == u"started 1" ? 2 : 1);
}

void TestRenderLogs::aLineRepeatedIsOneProblem()
{
    QByteArray log;
    for (int i = 0; i < 10'000; ++i) {
        log += "Error: the same\n";
    }
    QCOMPARE(readWhole(Engine::Blender, {{{1}}}, log).size(), size_t(1));
    QByteArray others;
    for (int i = 0; i < 10'000; ++i) {
        others += "Error: number " + QByteArray::number(i) + '\n';
    }
    QCOMPARE(readWhole(Engine::Blender, {{{1}}}, others).size(), size_t(200));
}

void TestRenderLogs::longLinesAndAnyBytes()
{
    // The end of an endless line is not lost, and the next line counts again.
    const QByteArray log = QByteArray(5'000'000, 'x') + "\nSaved: '/o/f_0001.png'\n";
    const auto events = readWhole(Engine::Blender, {{{1}}}, log);
    QCOMPARE(wordsOf(events), QStringList({u"written 1 /o/f_0001.png -"_s}));
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        QByteArray bytes(4096, Qt::Uninitialized);
        for (char &byte : bytes) {
            byte = char(random.bounded(256));
        }
        for (const Engine engine : {Engine::Blender, Engine::Maya, Engine::Unreal, Engine::Command}) {
            LogParser parser(engine, {{{1, 2}}});
            (void)parser.feed("[kinframe] command 99999 begins\n");
            (void)parser.feed(bytes);
            (void)parser.finish();
            QCOMPARE(parser.position(), 32 + bytes.size());
        }
    }
}

void TestRenderLogs::whatExplainsAFailure()
{
    const auto problem = [](FailureReason reason, bool isFatal, const char *text) {
        return Problem{reason, isFatal, QString::fromLatin1(text), {}};
    };
    QVERIFY(!causeOf({}));
    const Problem texture = problem(FailureReason::MissingTexture, false, "texture");
    const Problem failed = problem(FailureReason::Unknown, true, "failed to render");
    const Problem memory = problem(FailureReason::Memory, true, "out of memory");
    const Problem crash = problem(FailureReason::Crash, true, "Segmentation fault");
    const Problem licence = problem(FailureReason::Licence, true, "no licence");
    QCOMPARE(causeOf({texture, failed})->text, failed.text);
    QCOMPARE(causeOf({texture, failed, memory, crash})->text, memory.text);
    QCOMPARE(causeOf({crash, failed})->text, crash.text);
    QCOMPARE(causeOf({licence, memory})->text, licence.text);
    QCOMPARE(causeOf({texture})->text, texture.text);
}

QTEST_APPLESS_MAIN(TestRenderLogs)
#include "tst_render_logs.moc"
