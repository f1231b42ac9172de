// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/scene_facts.h"

#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace kinframe::render {

// What is known of Maya's nodes and of those of its renderers, as tables. Names of attributes are without their dot.

/// What an attribute with a path in it is to the scene.
struct MayaPathAttribute
{
    std::string_view node; ///< its type; may begin or end with `*`
    std::string_view shortName;
    std::string_view longName; ///< as the short one where it has one name only
    SceneFileType type = SceneFileType::Other;
    /// Names of shaders stand there as well: it is a path only where it looks like one.
    bool isPathOnlyWithSlash = false;
};

/// The attributes with paths that a type of node has; empty for most. The same for as long as the program runs.
[[nodiscard]] std::span<const MayaPathAttribute *const> mayaPathAttributes(std::string_view nodeType);

/// A node of which there is one, with an attribute that says how the scene is to be rendered.
enum class MayaSetting {
    Renderer,
    Animation,
    StartFrame,
    EndFrame,
    FrameStep,
    ImageFormat,
    ImageFormatKey,
    Width,
    Height,
    VrayWidth,
    VrayHeight,
    VrayFormat,
    RedshiftFormat,
    RedshiftSamples,
    ArnoldCameraSamples,
    ArnoldDiffuseSamples,
    ArnoldSpecularSamples,
    ArnoldFormat,
    RendermanSamples,
    RendermanDisplay, ///< the type of the node that is connected to it, without its `d_`
    RisSize,          ///< width and height, with a blank between them
    RisSamples,
    RisDisplay,
    AppleseedSamples,
    ScriptBefore,
};
constexpr std::size_t mayaSettingCount = std::size_t(MayaSetting::ScriptBefore) + 1;

/// The node of that type and name has settings: its key for mayaSetting(); empty for others. Without a type, of a node
/// that was selected by its name.
[[nodiscard]] std::string_view mayaSettingNode(std::string_view type, std::string_view name);
[[nodiscard]] std::optional<MayaSetting> mayaSetting(std::string_view node, std::string_view attribute);

/// How file names of that image format end; empty for numbers that are none. 50 and 51 are a plug-in's.
[[nodiscard]] QString mayaImageFormat(int number);
[[nodiscard]] QString redshiftImageFormat(int number);
/// Of what a RenderMan calls its display driver: `openexr`; empty where it writes no pictures.
[[nodiscard]] QString rendermanImageFormat(const QString &driver);
/// Of `film`, `25fps`, …; none for words that are none.
[[nodiscard]] std::optional<double> mayaFramesPerSecond(std::string_view unit);

} // namespace kinframe::render
