// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/chunk_job.h"

#include <array>

namespace kinframe::render {
namespace {

struct EngineNames
{
    Engine engine;
    const char *name;
    const char *title;
};

constexpr std::array engines{
    EngineNames{Engine::Blender, "blender", "Blender"},
    EngineNames{Engine::Maya, "maya", "Maya"},
    EngineNames{Engine::Unreal, "ue", "Unreal Engine"},
    EngineNames{Engine::Command, "command", "command"},
};

const EngineNames &namesOf(Engine engine)
{
    for (const EngineNames &names : engines) {
        if (names.engine == engine) {
            return names;
        }
    }
    return engines.back();
}

} // namespace

QString nameOf(Engine engine)
{
    return QString::fromLatin1(namesOf(engine).name);
}

std::optional<Engine> engineOf(const QString &name)
{
    for (const EngineNames &names : engines) {
        if (name == QLatin1String(names.name)) {
            return names.engine;
        }
    }
    return std::nullopt;
}

QString titleOf(Engine engine)
{
    return QString::fromLatin1(namesOf(engine).title);
}

bool rendersWholeSequence(Engine engine)
{
    return engine == Engine::Unreal;
}

bool tellsOfItsFrames(Engine engine)
{
    return engine != Engine::Unreal;
}

} // namespace kinframe::render
