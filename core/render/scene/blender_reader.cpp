// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/blender_reader.h"

#include "base/clock.h"
#include "render/scene/scene_words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QUuid>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int waitStep = 100; ///< ms until the token is looked at again
constexpr qsizetype mostOutput = 32 * 1024 * 1024;
constexpr std::size_t mostListed = 100'000;

QString script()
{
    QFile file(u":/render/blender_facts.py"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Failure failure(const QString &reason, const QString &detail = {})
{
    return fail(ErrorCode::EngineFailed, {{u"engine"_s, u"blender"_s}, {u"reason"_s, reason}}, detail);
}

QStringList arguments(const QString &scene)
{
    // The order matters: what stands behind the scene is done with it.
    return {u"-b"_s, u"--factory-startup"_s,  u"-noaudio"_s, u"--disable-autoexec"_s, scene,   u"-t"_s,
            u"1"_s,  u"--python-exit-code"_s, u"9"_s,        u"--python-expr"_s,      script()};
}

/// Until it ends by itself; the failure otherwise.
Result<QByteArray> outputOf(QProcess &process, std::chrono::milliseconds limit, const std::stop_token &stop)
{
    const qint64 end = steadyMs() + limit.count();
    QByteArray output;
    const auto give = [&](const Failure &why) -> Result<QByteArray> {
        process.kill();
        process.waitForFinished();
        return why;
    };
    bool isRunning = true;
    while (isRunning) {
        isRunning = !process.waitForFinished(waitStep) && process.state() != QProcess::NotRunning;
        output += process.readAllStandardOutput();
        if (stop.stop_requested()) {
            return give(fail(ErrorCode::Canceled));
        }
        if (output.size() > mostOutput) {
            return give(failure(u"its answer was not understood"_s));
        }
        if (isRunning && steadyMs() > end) {
            return give(failure(u"it took longer than %1 seconds"_s.arg(limit.count() / 1000)));
        }
    }
    return output;
}

/// Blender's names of renderers and formats, as others know them.
QString formatOf(const QJsonObject &json)
{
    const QString extension = json[u"extension"_s].toString();
    return extension.startsWith(u'.') ? extension.mid(1) : json[u"format"_s].toString().toLower();
}

void readBlenderLists(const QJsonObject &json, SceneFacts &facts)
{
    for (const QJsonValue row : json[u"cameras"_s].toArray()) {
        facts.cameras.push_back({row[0].toString(), row[1].toString(), row[2].toBool(), row[3].toBool()});
    }
    for (const QJsonValue row : json[u"layers"_s].toArray()) {
        facts.layers.push_back({row[0].toString(), row[1].toBool()});
    }
    QSet<QString> known;
    for (const QJsonValue row : json[u"files"_s].toArray()) {
        const QString path = row[1].toString();
        const SceneFileType type = fileTypeOf(row[2].toString()).value_or(SceneFileType::Other);
        const QString key = nameOf(type) + path;
        if (!known.contains(key) && facts.files.size() < mostListed) {
            known.insert(key);
            facts.files.push_back({row[0].toString(), path, type, spreadOf(row[3].toString()).value_or(Spread::One)});
        }
    }
}

} // namespace

Result<SceneFacts> readWithBlender(const QString &blender, const QString &scene, std::chrono::milliseconds limit,
                                   const std::stop_token &stop)
{
    const QByteArray mark = "kinframe-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KINFRAME_MARK"_s, QString::fromLatin1(mark));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(blender, arguments(scene));
    if (!process.waitForStarted()) {
        return fail(ErrorCode::EngineMissing, {{u"engine"_s, u"blender"_s}, {u"path"_s, blender}},
                    process.errorString());
    }
    const auto output = outputOf(process, limit, stop);
    if (!output) {
        return failed(output);
    }
    auto facts = blenderFactsFrom(*output, mark);
    if (!facts) {
        return process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit
                   ? failure(u"it ended with code %1"_s.arg(process.exitCode()), QString::fromUtf8(output->right(2000)))
                   : failure(u"its answer was not understood"_s);
    }
    return std::move(*facts);
}

std::optional<SceneFacts> blenderFactsFrom(const QByteArray &output, const QByteArray &mark)
{
    const qsizetype begins = output.indexOf(mark);
    const qsizetype from = begins + mark.size();
    const qsizetype ends = begins < 0 ? -1 : output.indexOf(mark, from);
    const QJsonObject json =
        ends < 0 ? QJsonObject() : QJsonDocument::fromJson(output.mid(from, ends - from).trimmed()).object();
    if (!json.contains(u"renderer"_s)) {
        return std::nullopt;
    }
    SceneFacts facts;
    facts.format = SceneFormat::Blend;
    facts.renderer = json[u"renderer"_s].toString().toLower().remove(u"blender_"_s);
    facts.startFrame = json[u"start"_s].toDouble();
    facts.endFrame = json[u"end"_s].toDouble();
    facts.frameStep = json[u"step"_s].toDouble();
    facts.framesPerSecond = json[u"fps"_s].toDouble();
    facts.width = json[u"width"_s].toInt();
    facts.height = json[u"height"_s].toInt();
    facts.imageFormat = formatOf(json);
    facts.saidByFile = {u"renderer"_s, u"start_frame"_s, u"end_frame"_s,    u"frame_step"_s,
                        u"width"_s,    u"height"_s,      u"image_format"_s, u"render_camera"_s};
    if (json[u"samples"_s].isDouble()) {
        facts.sampling.camera = json[u"samples"_s].toInt();
        facts.saidByFile.insert(u"sampling.camera"_s);
    }
    readBlenderLists(json, facts);
    const bool hasCamera = std::any_of(facts.cameras.begin(), facts.cameras.end(),
                                       [](const SceneCamera &camera) { return camera.isRenderable; });
    if (!hasCamera) {
        facts.notes.push_back({SceneNotice::NoCamera});
    }
    return facts;
}

} // namespace kinframe::render
