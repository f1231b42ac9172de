// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/command.h"
#include "render/engines/frame_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

/// The command lines, argument by argument.
class TestRenderCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blenderRange();
    void blenderList();
    void blenderOptionsComeBeforeTheFrames();
    void blenderSettings();
    void mayaRange();
    void mayaRunsOfUnevenFrames();
    void mayaPaths();
    void unreal();
    void oneProcessAFrame();
    void noShell();
    void templatesAsText();
    void whatIsExpectedOfPictures();
    void refused_data();
    void refused();
};

namespace {

ChunkJob jobOf(Engine engine, const QList<int> &frames)
{
    ChunkJob job;
    job.engine = engine;
    job.scene = u"/work/scene one.blend"_s;
    job.workDir = u"/work/chunk"_s;
    job.outputDir = u"/work/out"_s;
    job.frames = frames;
    return job;
}

ChunkCommands commandsOf(const ChunkJob &job, const EngineSettings &settings = {})
{
    const auto commands = commandsFor(job, u"/usr/bin/program"_s, settings);
    if (!commands) {
        qFatal("%s", qPrintable(commands.error().forLog()));
    }
    return *commands;
}

} // namespace

void TestRenderCommands::blenderRange()
{
    ChunkJob job = jobOf(Engine::Blender, {3, 5, 7});
    job.threads = 2;
    job.format = u"exr"_s;
    const ChunkCommands chunk = commandsOf(job);
    QCOMPARE(chunk.commands.size(), size_t(1));
    QCOMPARE(chunk.atOnce, 1);
    const Command &command = chunk.commands.front();
    QCOMPARE(command.program, u"/usr/bin/program"_s);
    QCOMPARE(command.frames, QList<int>({3, 5, 7}));
    QCOMPARE(command.arguments, QStringList({u"-b"_s,
                                             u"--disable-autoexec"_s,
                                             u"/work/scene one.blend"_s,
                                             u"-t"_s,
                                             u"2"_s,
                                             u"--python-exit-code"_s,
                                             u"9"_s,
                                             u"--python"_s,
                                             u"/work/chunk/settings.py"_s,
                                             u"-o"_s,
                                             u"/work/out/frame_####"_s,
                                             u"-F"_s,
                                             u"OPEN_EXR"_s,
                                             u"-s"_s,
                                             u"3"_s,
                                             u"-e"_s,
                                             u"7"_s,
                                             u"-j"_s,
                                             u"2"_s,
                                             u"-a"_s}));
}

void TestRenderCommands::blenderList()
{
    const ChunkCommands chunk = commandsOf(jobOf(Engine::Blender, {10, 1, 2, 3, 7}));
    QCOMPARE(chunk.commands.size(), size_t(1));
    QCOMPARE(chunk.commands.front().arguments.mid(chunk.commands.front().arguments.size() - 2),
             QStringList({u"-f"_s, u"10,1..3,7"_s}));
    QVERIFY(!chunk.commands.front().arguments.contains(u"-a"_s));
}

void TestRenderCommands::blenderOptionsComeBeforeTheFrames()
{
    ChunkJob job = jobOf(Engine::Blender, {1});
    job.extraArguments = {u"--cycles-print-stats"_s};
    EngineSettings settings;
    settings.extraArguments = {u"--log-level"_s, u"1"_s};
    const QStringList arguments = commandsOf(job, settings).commands.front().arguments;
    QCOMPARE(arguments.last(), u"-a"_s);
    QVERIFY(arguments.indexOf(u"--log-level"_s) < arguments.indexOf(u"-s"_s));
    QCOMPARE(arguments.indexOf(u"--cycles-print-stats"_s), arguments.indexOf(u"--log-level"_s) + 2);
}

void TestRenderCommands::blenderSettings()
{
    ChunkJob job = jobOf(Engine::Blender, {1});
    job.paths = {{u"C:/textures"_s, u"/work/C/textures"_s}};
    job.resolution = QSize(160, 90);
    job.camera = u"It's \"quoted\""_s;
    const ChunkCommands chunk = commandsOf(job);
    QCOMPARE(chunk.files.size(), size_t(2));
    QCOMPARE(chunk.files[0].path, u"/work/chunk/settings.py"_s);
    QCOMPARE(chunk.files[1].path, u"/work/chunk/settings.json"_s);
    const QJsonObject settings = QJsonDocument::fromJson(chunk.files[1].bytes).object();
    QCOMPARE(settings[u"width"_s].toInt(), 160);
    QCOMPARE(settings[u"camera"_s].toString(), job.camera);
    QCOMPARE(settings[u"paths"_s].toArray()[0].toObject()[u"to"_s].toString(), u"/work/C/textures"_s);
    QVERIFY(!chunk.files[0].bytes.contains("quoted"));
}

void TestRenderCommands::mayaRange()
{
    ChunkJob job = jobOf(Engine::Maya, {1, 2, 3});
    job.scene = u"/work/wolf.ma"_s;
    job.projectDir = u"/work"_s;
    job.renderer = u"arnold"_s;
    job.format = u"exr"_s;
    job.resolution = QSize(1920, 1080);
    job.camera = u"renderCam"_s;
    job.threads = 4;
    const ChunkCommands chunk = commandsOf(job);
    QCOMPARE(chunk.commands.size(), size_t(1));
    QCOMPARE(
        chunk.commands.front().arguments,
        QStringList({u"-r"_s,   u"arnold"_s,    u"-proj"_s,       u"/work"_s,      u"-s"_s,           u"1"_s,
                     u"-e"_s,   u"3"_s,         u"-b"_s,          u"1"_s,          u"-rd"_s,          u"/work/out"_s,
                     u"-im"_s,  u"frame"_s,     u"-fnc"_s,        u"name.#.ext"_s, u"-pad"_s,         u"4"_s,
                     u"-of"_s,  u"exr"_s,       u"-x"_s,          u"1920"_s,       u"-y"_s,           u"1080"_s,
                     u"-cam"_s, u"renderCam"_s, u"-ai:threads"_s, u"4"_s,          u"/work/wolf.ma"_s}));
}

void TestRenderCommands::mayaRunsOfUnevenFrames()
{
    const ChunkCommands chunk = commandsOf(jobOf(Engine::Maya, {1, 2, 3, 20, 10}));
    QCOMPARE(chunk.commands.size(), size_t(3));
    QCOMPARE(chunk.commands[0].frames, QList<int>({1, 2, 3}));
    QCOMPARE(chunk.commands[1].frames, QList<int>({20}));
    QCOMPARE(chunk.commands[2].frames, QList<int>({10}));
    QCOMPARE(chunk.atOnce, 1);
}

void TestRenderCommands::mayaPaths()
{
    ChunkJob job = jobOf(Engine::Maya, {1});
    job.paths = {{u"C:\\maps"_s, u"/work/C/\"maps\""_s}};
    const ChunkCommands chunk = commandsOf(job);
    QCOMPARE(chunk.files.size(), size_t(1));
    QVERIFY(chunk.files[0].bytes.contains("dirmap -m \"C:\\\\maps\" \"/work/C/\\\"maps\\\"\";"));
    QVERIFY(chunk.commands.front().environment[u"MAYA_SCRIPT_PATH"_s].startsWith(u"/work/chunk"_s));
}

void TestRenderCommands::unreal()
{
    ChunkJob job = jobOf(Engine::Unreal, {0, 1, 2});
    job.scene = u"/work/P.uproject"_s;
    job.map = u"/Game/Maps/Main"_s;
    job.sequence = u"/Game/Shot.Shot"_s;
    job.pipelineConfig = u"/Game/Config.Config"_s;
    job.resolution = QSize(1280, 720);
    QCOMPARE(commandsOf(job).commands.front().arguments,
             QStringList({u"/work/P.uproject"_s, u"/Game/Maps/Main"_s, u"-game"_s, u"-LevelSequence=/Game/Shot.Shot"_s,
                          u"-MoviePipelineConfig=/Game/Config.Config"_s, u"-windowed"_s, u"-resx=1280"_s,
                          u"-resy=720"_s, u"-RenderOffscreen"_s, u"-Unattended"_s, u"-NoLoadingScreen"_s, u"-log"_s,
                          u"-stdout"_s, u"-FullStdOutLogOutput"_s}));
    QVERIFY(rendersWholeSequence(Engine::Unreal));
    QCOMPARE(outputDirOf(job), u"/work/Saved/MovieRenders"_s);
    QCOMPARE(outputDirOf(jobOf(Engine::Blender, {1})), u"/work/out"_s);
}

void TestRenderCommands::oneProcessAFrame()
{
    ChunkJob job = jobOf(Engine::Command, {1, 2, 12345});
    job.threads = 2;
    EngineSettings settings;
    settings.arguments = {{u"{scene}"_s, u"-o"_s, u"{output}"_s, u"--at={frame}"_s, u"{{literal}"_s}, {u"{camera}"_s}};
    settings.fileSuffix = u"tga"_s;
    const ChunkCommands chunk = commandsOf(job, settings);
    QCOMPARE(chunk.commands.size(), size_t(3));
    QCOMPARE(chunk.atOnce, 2);
    QCOMPARE(chunk.commands[2].frames, QList<int>({12345}));
    QCOMPARE(chunk.commands[2].arguments,
             QStringList({u"/work/scene one.blend"_s, u"-o"_s, u"/work/out/frame_12345.tga"_s, u"--at=12345"_s,
                          u"{literal}"_s}));
    QCOMPARE(chunk.commands[0].arguments[2], u"/work/out/frame_0001.tga"_s);
}

void TestRenderCommands::noShell()
{
    ChunkJob job = jobOf(Engine::Command, {1});
    job.scene = u"/work/$(reboot); `id` \"x\" 'y'.dat"_s;
    EngineSettings settings;
    settings.arguments = {{u"{scene}"_s, u"{output}"_s}};
    QCOMPARE(commandsOf(job, settings).commands.front().arguments.front(), job.scene);
}

void TestRenderCommands::templatesAsText()
{
    const QString text = u"-b \"a file\" {scene}\n--x=\"1 2\"\n\n  -f {frame}  "_s;
    const CommandTemplate lines = templateFromText(text);
    QCOMPARE(lines, CommandTemplate({{u"-b"_s, u"a file"_s, u"{scene}"_s}, {u"--x=1 2"_s}, {u"-f"_s, u"{frame}"_s}}));
    QCOMPARE(templateFromText(textOf(lines)), lines);
    for (const Engine engine : {Engine::Blender, Engine::Maya, Engine::Unreal}) {
        QCOMPARE(templateFromText(textOf(defaultTemplate(engine))), defaultTemplate(engine));
    }
}

// What the engine is not told it may do as it likes.
void TestRenderCommands::whatIsExpectedOfPictures()
{
    ChunkJob job;
    job.resolution = QSize(160, 90);
    job.format = u"exr"_s;
    const auto expected = [&](Engine engine, const CommandTemplate &arguments = {}) {
        job.engine = engine;
        EngineSettings settings;
        settings.arguments = arguments;
        return expectedFrames(job, settings);
    };
    QCOMPARE(expected(Engine::Maya).dimensions, QSize(160, 90));
    QCOMPARE(expected(Engine::Maya).format, u"exr"_s);
    QVERIFY(!expected(Engine::Blender).dimensions);
    QCOMPARE(expected(Engine::Blender).format, u"exr"_s);
    QVERIFY(!expected(Engine::Unreal).dimensions);
    QVERIFY(expected(Engine::Unreal).format.isEmpty());
    QVERIFY(!expected(Engine::Command, {{u"{scene}"_s, u"{output}"_s}}).dimensions);
    QCOMPARE(expected(Engine::Command, {{u"{scene}"_s, u"{output}"_s}}).format, u"exr"_s);
    QVERIFY(expected(Engine::Command, {{u"{scene}"_s, u"{frame}"_s}}).format.isEmpty());
    QVERIFY(!expected(Engine::Command, {{u"-w"_s, u"{width}"_s}}).dimensions);
    const CommandTemplate both = {{u"{scene}"_s, u"{start}"_s, u"{frame_list}"_s, u"{width}x{height}"_s}};
    QCOMPARE(expected(Engine::Command, both).dimensions, QSize(160, 90));
    // A line that is left out tells nothing.
    const CommandTemplate withCamera = {{u"{width}x{height}"_s, u"{camera}"_s}};
    QVERIFY(!expected(Engine::Command, withCamera).dimensions);
    job.camera = u"eye"_s;
    QCOMPARE(expected(Engine::Command, withCamera).dimensions, QSize(160, 90));
    // What others add may say otherwise.
    job.extraArguments = {u"-reg"_s, u"0"_s, u"80"_s, u"0"_s, u"45"_s};
    QVERIFY(!expected(Engine::Maya).dimensions);
    QVERIFY(expected(Engine::Maya).format.isEmpty());
    QCOMPARE(expected(Engine::Command, both).dimensions, QSize(160, 90));
}

void TestRenderCommands::refused_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"frames", "negative", "output_name", "camera", "renderer", "scene", "command", "brace"}) {
        QTest::newRow(field) << QString::fromLatin1(field);
    }
}

void TestRenderCommands::refused()
{
    QFETCH(const QString, field);
    ChunkJob job = jobOf(Engine::Blender, {1});
    EngineSettings settings;
    if (field == u"frames") {
        job.frames.clear();
    } else if (field == u"negative") {
        job.frames = {1, -1};
    } else if (field == u"output_name") {
        job.outputName = u"../up"_s;
    } else if (field == u"camera") {
        job.camera = u"--python-expr"_s;
    } else if (field == u"renderer") {
        job.renderer = u"CYCLES\n"_s;
    } else if (field == u"scene") {
        job.scene = u"scene.blend"_s;
    } else if (field == u"command") {
        settings.arguments = {{u"{password}"_s}};
    } else {
        settings.arguments = {{u"{scene"_s}};
    }
    const auto commands = commandsFor(job, u"/usr/bin/program"_s, settings);
    QVERIFY(!commands);
    QVERIFY(commands.error().code == ErrorCode::InvalidArgument || commands.error().code == ErrorCode::MissingField);
}

QTEST_APPLESS_MAIN(TestRenderCommands)
#include "tst_render_commands.moc"
