// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/unreal_project.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {

using namespace Qt::StringLiterals;

std::optional<SceneFacts> unrealProjectFacts(std::string_view json)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())));
    const QJsonObject project = document.object();
    if (!project.contains("FileVersion"_L1)) {
        return std::nullopt;
    }
    SceneFacts facts;
    facts.format = SceneFormat::UnrealProject;
    // A version, or the number of an engine that was built by hand.
    const QString engine = project["EngineAssociation"_L1].toString().left(80);
    facts.application = engine.isEmpty() ? u"Unreal Engine"_s : QString(u"Unreal Engine "_s + engine);
    facts.requiredVersion = engine;
    facts.renderer = u"unreal"_s;
    for (const QJsonValue value : project["Plugins"_L1].toArray()) {
        constexpr qsizetype mostPlugins = 1'000;
        if (value["Enabled"_L1].toBool() && facts.plugins.size() < mostPlugins) {
            facts.plugins << value["Name"_L1].toString().left(200);
        }
    }
    facts.notes.push_back({SceneNotice::UnrealOnly});
    return facts;
}

} // namespace kinframe::render
