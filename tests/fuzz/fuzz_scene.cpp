// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes of Maya, Blender and Unreal: where the blocks of a file are cut makes no difference, and nothing is longer
// than it may be.
#include "fuzz/input.h"
#include "render/scene/blend_probe.h"
#include "render/scene/maya_reader.h"
#include "render/scene/path_pattern.h"
#include "render/scene/scene_json.h"
#include "render/scene/unpacker.h"
#include "render/scene/unreal_project.h"

#include <algorithm>
#include <string>

using namespace kinframe::render;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

SceneFacts readInBlocks(std::string_view text, std::size_t size)
{
    MayaReader reader;
    for (std::size_t at = 0; at < text.size(); at += size) {
        // A buffer of its own, so that reading past its end is seen.
        reader.add(std::string(text.substr(at, size)));
    }
    return reader.finish(true);
}

void checkMaya(Input &input)
{
    const std::size_t size = 1 + std::size_t(input.byte());
    // Half of the inputs are within the settings, where most can be said.
    const QByteArray head = (input.byte() & 1) != 0
                                ? QByteArray("//Maya ASCII 2022 scene\nselect -ne :defaultRenderGlobals;\n")
                                : QByteArray();
    const QByteArray text = head + input.rest().toByteArray();
    const std::string_view all = viewOf(text);
    const SceneFacts facts = readInBlocks(all, std::max<std::size_t>(all.size(), 1));
    require(facts == readInBlocks(all, size));
    const auto back = sceneFactsFrom(toJson(facts));
    require(back.has_value());
    for (const SceneFile &file : facts.files) {
        require(!file.path.isEmpty() && file.path.size() <= 4200);
        (void)pathPatternOf(file.path, file.spread);
    }
}

void checkUnpacker(Unpacker &unpacker, std::string_view input)
{
    std::size_t unpacked = 0;
    while (unpacked < 16 * 1024 * 1024) {
        const Unpacker::Step step = unpacker.unpack(input);
        require(step.taken <= input.size());
        if (step.isDamaged || (step.taken == 0 && step.bytes.empty())) {
            return;
        }
        input.remove_prefix(step.taken);
        unpacked += step.bytes.size();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    switch (input.byte() % 6) {
    case 0: {
        const QByteArray blend = QByteArray("BLENDER-v304") + input.rest().toByteArray();
        (void)blendFacts(viewOf(blend));
        break;
    }
    case 1:
        (void)unrealProjectFacts(viewOf(input.rest()));
        break;
    case 2:
        checkUnpacker(*makeGunzip(), viewOf(input.rest()));
        break;
    case 3:
        checkUnpacker(*makeUnzstd(), viewOf(input.rest()));
        break;
    default:
        checkMaya(input);
        break;
    }
    return 0;
}
