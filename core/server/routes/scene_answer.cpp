// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/scene_answer.h"

#include "base/clock.h"
#include "base/json_values.h"
#include "render/scene/scene_words.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using render::AnalysedScene;
using render::MissingReason;
using render::SceneAsset;
using render::SceneFacts;

QJsonObject infoJson(const SceneFacts &facts)
{
    QJsonArray cameras;
    for (const render::SceneCamera &camera : facts.cameras) {
        if (camera.isRenderable) {
            cameras.append(camera.shape);
        }
    }
    QJsonArray layers;
    for (const render::SceneLayer &layer : facts.layers) {
        layers.append(QJsonObject{{u"name"_s, layer.name}, {u"renderable"_s, layer.isRenderable}});
    }
    const QJsonObject sampling{{u"camera"_s, numberOrNull(facts.sampling.camera)},
                               {u"diffuse"_s, numberOrNull(facts.sampling.diffuse)},
                               {u"specular"_s, numberOrNull(facts.sampling.specular)}};
    QJsonObject info{{u"renderer"_s, textOrNull(facts.renderer)},
                     {u"start_frame"_s, numberOrNull(facts.startFrame)},
                     {u"end_frame"_s, numberOrNull(facts.endFrame)},
                     {u"frame_step"_s, numberOrNull(facts.frameStep)},
                     {u"fps"_s, numberOrNull(facts.framesPerSecond)},
                     {u"width"_s, numberOrNull(facts.width)},
                     {u"height"_s, numberOrNull(facts.height)},
                     {u"image_format"_s, textOrNull(facts.imageFormat)},
                     {u"render_camera"_s, cameras},
                     {u"sampling"_s, sampling},
                     {u"render_layers"_s, layers},
                     {u"format"_s, render::nameOf(facts.format)},
                     {u"application"_s, textOrNull(facts.application)},
                     {u"required_version"_s, textOrNull(facts.requiredVersion)},
                     {u"plugins"_s, QJsonArray::fromStringList(facts.plugins)},
                     {u"playback_range"_s, QJsonValue()}};
    if (facts.playback) {
        info.insert(u"playback_range"_s,
                    QJsonObject{{u"start"_s, facts.playback->start}, {u"end"_s, facts.playback->end}});
    }
    return info;
}

QJsonObject sourceJson(const SceneFacts &facts)
{
    QJsonObject sources;
    bool isSampled = false;
    for (const QString &field :
         {u"renderer"_s, u"start_frame"_s, u"end_frame"_s, u"frame_step"_s, u"width"_s, u"height"_s, u"image_format"_s,
          u"render_camera"_s, u"sampling.camera"_s, u"sampling.diffuse"_s, u"sampling.specular"_s}) {
        const bool isSaid = facts.saidByFile.contains(field);
        sources.insert(field, isSaid ? u"file"_s : u"default"_s);
        isSampled = isSampled || (isSaid && field.startsWith("sampling."_L1));
    }
    sources.insert(u"sampling"_s, isSampled ? u"file"_s : u"default"_s);
    return sources;
}

QString reasonName(MissingReason reason)
{
    switch (reason) {
    case MissingReason::UnresolvedVariable:
        return u"unresolved_variable"_s;
    case MissingReason::NotAccessible:
        return u"not_accessible"_s;
    case MissingReason::NotFound:
        break;
    }
    return u"file_not_found"_s;
}

QJsonObject assetJson(const SceneAsset &asset)
{
    const bool isThere = asset.found.isThere;
    QJsonObject json{{u"path"_s, asset.found.path},
                     {u"scene_path"_s, asset.file.path},
                     {u"node"_s, asset.file.node},
                     {u"size"_s, isThere ? QJsonValue(double(asset.found.size)) : QJsonValue()},
                     {u"type"_s, render::nameOf(asset.file.type)},
                     {u"exists"_s, isThere}};
    if (asset.found.isSet) {
        json.insert(u"files"_s, QJsonArray::fromStringList(asset.found.members));
    }
    return json;
}

} // namespace

QJsonObject sceneAnswer(const AnalysedScene &scene, Language language)
{
    QJsonArray assets;
    QJsonArray missing;
    qint64 size = 0;
    for (const SceneAsset &asset : scene.assets) {
        assets.append(assetJson(asset));
        size += asset.found.isThere ? asset.found.size : 0;
        if (!asset.found.isThere) {
            missing.append(QJsonObject{{u"node"_s, asset.file.node},
                                       {u"path"_s, asset.file.path},
                                       {u"reason"_s, reasonName(asset.found.reason)}});
        }
    }
    QJsonArray transforms;
    for (const render::SceneCamera &camera : scene.facts.cameras) {
        if (camera.isRenderable) {
            transforms.append(camera.transform);
        }
    }
    QJsonArray notes;
    for (const render::SceneNote &note : scene.notes) {
        notes.append(render::textOf(note, language));
    }
    return {{u"scene_file"_s, textOrNull(scene.name)},
            {u"scene_file_size"_s, double(scene.size)},
            {u"scene_file_hash"_s, QString::fromLatin1(scene.md5.toHex())},
            {u"scene_info"_s, infoJson(scene.facts)},
            {u"scene_info_source"_s, sourceJson(scene.facts)},
            {u"render_camera_transforms"_s, transforms},
            {u"asset_summary"_s, QJsonObject{{u"total_count"_s, assets.size()},
                                             {u"total_size"_s, double(size)},
                                             {u"missing_count"_s, missing.size()}}},
            {u"assets"_s, assets},
            {u"missing"_s, missing},
            {u"notes"_s, notes},
            {u"analyzed_at"_s, toIsoShort(scene.analyzedAt)}};
}

} // namespace kinframe::server
