// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::render {

/// What a file is to a scene. By its names in scene_words.h.
enum class SceneFileType { Texture, Reference, Cache, Proxy, Audio, Other };

/// Whether a path of a scene names one file or many.
enum class Spread {
    One,
    Tiles,    ///< UDIM: 1001 to 1999
    Sequence, ///< a number per frame
};

/// A path as it stands in the scene.
struct SceneFile
{
    QString node; ///< the first that names it
    QString path;
    SceneFileType type = SceneFileType::Other;
    Spread spread = Spread::One;

    bool operator==(const SceneFile &) const = default;
};

struct SceneCamera
{
    QString shape;
    QString transform; ///< its parent: what the command line's `-cam` wants
    bool isRenderable = false;
    bool isOrthographic = false;

    bool operator==(const SceneCamera &) const = default;
};

struct SceneLayer
{
    QString name;
    bool isRenderable = true;

    bool operator==(const SceneLayer &) const = default;
};

/// What people should know about a scene beyond its figures. The sentence of each is in scene_words.cpp.
enum class SceneNotice {
    Truncated,
    TooManyFiles,
    UnknownCodeset,
    AnimationOff,
    NoCamera,
    CameraInReference,
    ReferenceNotLoaded,
    OtherCase,
    OtherPlace,
    FolderTooLarge,
    BlenderReads,
    BlenderMissing,
    BlenderFailed,
    UnrealOnly,
};

/// A notice with the facts that its sentence names.
struct SceneNote
{
    SceneNotice notice = SceneNotice::Truncated;
    Error::Facts facts = {};

    bool operator==(const SceneNote &) const = default;
};

enum class SceneFormat { MayaAscii, Blend, UnrealProject };

/// Samples per pixel, or what the renderer has for them.
struct SceneSampling
{
    std::optional<int> camera;
    std::optional<int> diffuse;
    std::optional<int> specular;

    bool operator==(const SceneSampling &) const = default;
};

/// Frames of the time slider, which say nothing about what is rendered.
struct FrameSpan
{
    double start = 0;
    double end = 0;

    bool operator==(const FrameSpan &) const = default;
};

/// What a scene's file says, whoever asks and wherever the file lies. A value.
struct SceneFacts
{
    SceneFormat format = SceneFormat::MayaAscii;
    QString application;     ///< that wrote it, with its version; empty where it does not say
    QString requiredVersion; ///< the oldest that may open it
    QStringList plugins;     ///< that it asks for; not all of them need be used
    QString renderer;        ///< empty: unknown
    std::optional<double> startFrame;
    std::optional<double> endFrame;
    std::optional<double> frameStep;
    std::optional<double> framesPerSecond;
    std::optional<int> width; ///< pixels
    std::optional<int> height;
    QString imageFormat; ///< as file names end
    SceneSampling sampling;
    std::optional<FrameSpan> playback;
    /// Which of the fields of the answer's `scene_info` the file itself says; the others are what its program takes
    /// where nothing is said.
    QSet<QString> saidByFile;
    std::vector<SceneCamera> cameras;
    std::vector<SceneLayer> layers;
    std::vector<SceneFile> files;
    std::vector<SceneNote> notes;
    /// False where the program of the scene would know more than could be read here so far.
    bool isWhole = true;

    bool operator==(const SceneFacts &) const = default;
};

} // namespace kinframe::render
