// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/command.h"

#include "render/engines/blender_settings.h"
#include "render/engines/file_formats.h"
#include "render/engines/frame_runs.h"
#include "render/engines/maya_paths.h"
#include "render/engines/template_values.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure notAllowed(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
    });
}

// What a task says must stay the value of the option it belongs to.
bool isPlainValue(const QString &value)
{
    return !value.startsWith(u'-') &&
           std::none_of(value.cbegin(), value.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

Result<void> checkJob(const ChunkJob &job)
{
    if (job.frames.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"frames"_s}, {u"expected"_s, u"at least one frame"_s}});
    }
    for (const int frame : job.frames) {
        if (frame < 0) {
            return notAllowed(u"frames"_s, QString::number(frame), u"a whole number from 0"_s);
        }
    }
    if (!isPlainName(job.outputName) || job.outputName.startsWith(u'-')) {
        return notAllowed(u"output_name"_s, job.outputName, u"letters, digits, - and _"_s);
    }
    const QMap<QString, QString> paths = {
        {u"scene"_s, job.scene}, {u"output_dir"_s, job.outputDir}, {u"work_dir"_s, job.workDir}};
    for (auto path = paths.cbegin(); path != paths.cend(); ++path) {
        if (!QDir::isAbsolutePath(*path)) {
            return notAllowed(path.key(), *path, u"an absolute path"_s);
        }
    }
    const QMap<QString, QString> values = {
        {u"renderer"_s, job.renderer},    {u"format"_s, job.format}, {u"camera"_s, job.camera},
        {u"layer"_s, job.layer},          {u"map"_s, job.map},       {u"sequence"_s, job.sequence},
        {u"config"_s, job.pipelineConfig}};
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (!isPlainValue(*value)) {
            return notAllowed(value.key(), *value, u"a name that does not begin with -"_s);
        }
    }
    if (job.engine == Engine::Unreal && (job.map.isEmpty() || job.sequence.isEmpty())) {
        return fail(ErrorCode::MissingField, {{u"field"_s, job.map.isEmpty() ? u"map"_s : u"sequence"_s},
                                              {u"expected"_s, u"an asset of the project"_s}});
    }
    return {};
}

// Values of the whole job; those of its frames come later.
TemplateValues valuesOf(const ChunkJob &job, const EngineSettings &settings)
{
    TemplateValues values;
    values.set(u"scene"_s, job.scene);
    values.set(u"project"_s, job.projectDir.isEmpty() ? QFileInfo(job.scene).path() : job.projectDir);
    values.set(u"work"_s, job.workDir);
    values.set(u"output_dir"_s, job.outputDir);
    values.set(u"output_name"_s, job.outputName);
    values.set(u"renderer"_s, job.renderer);
    values.set(u"format"_s, job.format.isEmpty() ? QString() : formatFor(job.engine, job.format));
    values.set(u"width"_s, job.resolution.has_value(), QString::number(job.resolution.value_or(QSize()).width()));
    values.set(u"height"_s, job.resolution.has_value(), QString::number(job.resolution.value_or(QSize()).height()));
    values.set(u"camera"_s, job.camera);
    values.set(u"layer"_s, job.layer);
    const QString threads = QString::number(job.threads);
    values.set(u"threads"_s, job.threads > 0, threads);
    values.set(u"arnold_threads"_s, job.threads > 0 && job.renderer == u"arnold", threads);
    values.set(u"vray_threads"_s, job.threads > 0 && job.renderer == u"vray", threads);
    values.set(u"gpus"_s, QString::number(job.gpus));
    values.set(u"settings"_s, job.engine == Engine::Blender, blenderSettingsPath(job.workDir));
    values.set(u"map"_s, job.map);
    values.set(u"sequence"_s, job.sequence);
    values.set(u"config"_s, job.pipelineConfig);
    values.extra = settings.extraArguments + job.extraArguments;
    return values;
}

void setFrames(TemplateValues &values, const QList<int> &frames)
{
    const std::vector<FrameRun> runs = runsOf(frames);
    const FrameRun &run = runs.front();
    const bool isEven = runs.size() == 1;
    values.set(u"start"_s, isEven, QString::number(run.start));
    values.set(u"end"_s, isEven, QString::number(run.end));
    values.set(u"step"_s, isEven, QString::number(run.step));
    values.set(u"frame_list"_s, !isEven, frameListOf(frames));
    values.set(u"frames"_s, QString::number(frames.size()));
    values.set(u"frame"_s, frames.size() == 1, QString::number(frames.front()));
}

void setOutput(TemplateValues &values, const ChunkJob &job, const EngineSettings &settings, int frame)
{
    const QString suffix = !job.format.isEmpty()           ? suffixOf(job.format)
                           : settings.fileSuffix.isEmpty() ? u"png"_s
                                                           : settings.fileSuffix;
    values.set(u"output"_s,
               u"%1/%2_%3.%4"_s.arg(job.outputDir, job.outputName).arg(frame, 4, 10, QChar(u'0')).arg(suffix));
}

// What each process renders.
std::vector<QList<int>> sharesOf(const ChunkJob &job, const CommandTemplate &commandTemplate)
{
    std::vector<QList<int>> shares;
    if (uses(commandTemplate, u"frame"_s) || uses(commandTemplate, u"output"_s)) {
        for (const int frame : job.frames) {
            shares.push_back({frame});
        }
        return shares;
    }
    const bool takesRuns = uses(commandTemplate, u"start"_s) || uses(commandTemplate, u"end"_s);
    if (takesRuns && !uses(commandTemplate, u"frame_list"_s)) {
        for (const FrameRun &run : runsOf(job.frames)) {
            shares.push_back(run.frames());
        }
        return shares;
    }
    shares.push_back(job.frames);
    return shares;
}

} // namespace

Result<ChunkCommands> commandsFor(const ChunkJob &job, const QString &program, const EngineSettings &settings)
{
    if (const Result<void> checked = checkJob(job); !checked) {
        return failed(checked);
    }
    const CommandTemplate &commandTemplate =
        settings.arguments.isEmpty() ? defaultTemplate(job.engine) : settings.arguments;
    ChunkCommands chunk;
    chunk.engine = job.engine;
    TemplateValues values = valuesOf(job, settings);
    for (const QList<int> &frames : sharesOf(job, commandTemplate)) {
        setFrames(values, frames);
        setOutput(values, job, settings, frames.front());
        const Result<QStringList> arguments = fillIn(commandTemplate, values);
        if (!arguments) {
            return failed(arguments);
        }
        chunk.commands.push_back({program, *arguments, {}, job.outputDir, frames});
    }
    const bool isFrameEach = chunk.commands.size() > 1 && uses(commandTemplate, u"frame"_s);
    if (isFrameEach || uses(commandTemplate, u"output"_s)) {
        chunk.atOnce = settings.atOnce > 0 ? settings.atOnce : std::max(1, job.threads);
    }
    if (job.engine == Engine::Blender && uses(commandTemplate, u"settings"_s)) {
        chunk.files = blenderSettings(job);
    }
    if (job.engine == Engine::Maya && !job.paths.empty()) {
        chunk.files = mayaPathFiles(job);
        for (Command &command : chunk.commands) {
            command.environment = mayaPathEnvironment(job);
        }
    }
    return chunk;
}

FrameExpectation expectedFrames(const ChunkJob &job, const EngineSettings &settings)
{
    const CommandTemplate &commandTemplate =
        settings.arguments.isEmpty() ? defaultTemplate(job.engine) : settings.arguments;
    // What every job has when it begins.
    ChunkJob begun = job;
    for (QString *path : {&begun.scene, &begun.projectDir, &begun.workDir, &begun.outputDir}) {
        *path = u"/"_s;
    }
    TemplateValues values = valuesOf(begun, settings);
    setFrames(values, {1});
    setOutput(values, begun, settings, 1);
    values.set(u"frame_list"_s, u"1"_s);
    FrameExpectation expected;
    if (!values.extra.isEmpty() && uses(commandTemplate, u"extra"_s)) {
        return expected; // They come last, and may cut to a region or choose another format.
    }
    if (tells(commandTemplate, values, u"format"_s) || tells(commandTemplate, values, u"output"_s)) {
        expected.format = job.format;
    }
    // Blender's scenes may be cut to a border, and Unreal takes these for its window: pictures are as large as the
    // configuration of the pipeline says.
    const bool takesSize = job.engine == Engine::Maya || job.engine == Engine::Command;
    if (takesSize && tells(commandTemplate, values, u"width"_s) && tells(commandTemplate, values, u"height"_s)) {
        expected.dimensions = job.resolution;
    }
    return expected;
}

} // namespace kinframe::render
