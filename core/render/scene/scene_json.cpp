// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_json.h"

#include "base/json_values.h"
#include "render/scene/scene_words.h"

#include <QJsonArray>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

template <typename Number>
std::optional<Number> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Number(value.toDouble())) : std::nullopt;
}

QJsonArray factsJson(const Error::Facts &facts)
{
    QJsonArray json;
    for (const auto &[key, value] : facts) {
        json.append(QJsonArray{key, value});
    }
    return json;
}

Error::Facts factsFrom(const QJsonArray &json)
{
    Error::Facts facts;
    for (const QJsonValue pair : json) {
        facts.emplace_back(pair[0].toString(), pair[1].toString());
    }
    return facts;
}

QJsonObject listsJson(const SceneFacts &facts)
{
    QJsonArray cameras;
    for (const SceneCamera &camera : facts.cameras) {
        cameras.append(QJsonArray{camera.shape, camera.transform, camera.isRenderable, camera.isOrthographic});
    }
    QJsonArray layers;
    for (const SceneLayer &layer : facts.layers) {
        layers.append(QJsonArray{layer.name, layer.isRenderable});
    }
    QJsonArray files;
    for (const SceneFile &file : facts.files) {
        files.append(QJsonArray{file.node, file.path, nameOf(file.type), nameOf(file.spread)});
    }
    QJsonArray notes;
    for (const SceneNote &note : facts.notes) {
        notes.append(QJsonArray{nameOf(note.notice), factsJson(note.facts)});
    }
    return {{u"cameras"_s, cameras}, {u"layers"_s, layers}, {u"files"_s, files}, {u"notes"_s, notes}};
}

bool readLists(const QJsonObject &json, SceneFacts &facts)
{
    for (const QJsonValue row : json[u"cameras"_s].toArray()) {
        facts.cameras.push_back({row[0].toString(), row[1].toString(), row[2].toBool(), row[3].toBool()});
    }
    for (const QJsonValue row : json[u"layers"_s].toArray()) {
        facts.layers.push_back({row[0].toString(), row[1].toBool()});
    }
    for (const QJsonValue row : json[u"files"_s].toArray()) {
        const auto type = fileTypeOf(row[2].toString());
        const auto spread = spreadOf(row[3].toString());
        if (!type || !spread) {
            return false;
        }
        facts.files.push_back({row[0].toString(), row[1].toString(), *type, *spread});
    }
    for (const QJsonValue row : json[u"notes"_s].toArray()) {
        const auto notice = noticeOf(row[0].toString());
        if (!notice) {
            return false;
        }
        facts.notes.push_back({*notice, factsFrom(row[1].toArray())});
    }
    return true;
}

QStringList sorted(const QSet<QString> &words)
{
    QStringList list(words.begin(), words.end());
    list.sort();
    return list;
}

} // namespace

QJsonObject toJson(const SceneFacts &facts)
{
    QJsonObject json = listsJson(facts);
    json.insert(u"format"_s, nameOf(facts.format));
    json.insert(u"application"_s, facts.application);
    json.insert(u"required_version"_s, facts.requiredVersion);
    json.insert(u"plugins"_s, QJsonArray::fromStringList(facts.plugins));
    json.insert(u"renderer"_s, facts.renderer);
    json.insert(u"start_frame"_s, numberOrNull(facts.startFrame));
    json.insert(u"end_frame"_s, numberOrNull(facts.endFrame));
    json.insert(u"frame_step"_s, numberOrNull(facts.frameStep));
    json.insert(u"fps"_s, numberOrNull(facts.framesPerSecond));
    json.insert(u"width"_s, numberOrNull(facts.width));
    json.insert(u"height"_s, numberOrNull(facts.height));
    json.insert(u"image_format"_s, facts.imageFormat);
    json.insert(u"sampling"_s, QJsonArray{numberOrNull(facts.sampling.camera), numberOrNull(facts.sampling.diffuse),
                                          numberOrNull(facts.sampling.specular)});
    if (facts.playback) {
        json.insert(u"playback"_s, QJsonArray{facts.playback->start, facts.playback->end});
    }
    json.insert(u"said"_s, QJsonArray::fromStringList(sorted(facts.saidByFile)));
    json.insert(u"whole"_s, facts.isWhole);
    return json;
}

std::optional<SceneFacts> sceneFactsFrom(const QJsonObject &json)
{
    const auto format = formatOf(json[u"format"_s].toString());
    if (!format) {
        return std::nullopt;
    }
    SceneFacts facts;
    facts.format = *format;
    facts.application = json[u"application"_s].toString();
    facts.requiredVersion = json[u"required_version"_s].toString();
    for (const QJsonValue plugin : json[u"plugins"_s].toArray()) {
        facts.plugins << plugin.toString();
    }
    facts.renderer = json[u"renderer"_s].toString();
    facts.startFrame = numberFrom<double>(json[u"start_frame"_s]);
    facts.endFrame = numberFrom<double>(json[u"end_frame"_s]);
    facts.frameStep = numberFrom<double>(json[u"frame_step"_s]);
    facts.framesPerSecond = numberFrom<double>(json[u"fps"_s]);
    facts.width = numberFrom<int>(json[u"width"_s]);
    facts.height = numberFrom<int>(json[u"height"_s]);
    facts.imageFormat = json[u"image_format"_s].toString();
    const QJsonArray sampling = json[u"sampling"_s].toArray();
    facts.sampling = {numberFrom<int>(sampling.at(0)), numberFrom<int>(sampling.at(1)),
                      numberFrom<int>(sampling.at(2))};
    if (json.contains(u"playback"_s)) {
        const QJsonArray playback = json[u"playback"_s].toArray();
        facts.playback = FrameSpan{playback.at(0).toDouble(), playback.at(1).toDouble()};
    }
    for (const QJsonValue field : json[u"said"_s].toArray()) {
        facts.saidByFile.insert(field.toString());
    }
    facts.isWhole = json[u"whole"_s].toBool(true);
    return readLists(json, facts) ? std::optional(facts) : std::nullopt;
}

} // namespace kinframe::render
