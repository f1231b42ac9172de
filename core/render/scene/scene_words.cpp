// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_words.h"

#include <QtGlobal>

#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

template <typename Value>
struct Named
{
    Value value;
    QLatin1String name;
};

constexpr std::array fileTypes{
    Named<SceneFileType>{SceneFileType::Texture, "texture"_L1},
    Named<SceneFileType>{SceneFileType::Reference, "reference"_L1},
    Named<SceneFileType>{SceneFileType::Cache, "cache"_L1},
    Named<SceneFileType>{SceneFileType::Proxy, "proxy"_L1},
    Named<SceneFileType>{SceneFileType::Audio, "audio"_L1},
    Named<SceneFileType>{SceneFileType::Other, "other"_L1},
};
constexpr std::array spreads{
    Named<Spread>{Spread::One, "one"_L1},
    Named<Spread>{Spread::Tiles, "tiles"_L1},
    Named<Spread>{Spread::Sequence, "sequence"_L1},
};
constexpr std::array formats{
    Named<SceneFormat>{SceneFormat::MayaAscii, "maya_ascii"_L1},
    Named<SceneFormat>{SceneFormat::Blend, "blend"_L1},
    Named<SceneFormat>{SceneFormat::UnrealProject, "unreal_project"_L1},
};

struct NoticeText
{
    SceneNotice value;
    QLatin1String name;
    const char *english;
};

constexpr std::array notices{
    NoticeText{SceneNotice::Truncated, "truncated"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "The file ends too early, as if it was not copied whole: what stood "
                                              "further down is not known.")},
    NoticeText{SceneNotice::TooManyFiles, "too_many_files"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "The scene names more files than are listed: {limit} are.")},
    NoticeText{SceneNotice::UnknownCodeset, "unknown_codeset"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "The scene is written in the characters of code set “{codeset}”, which "
                                              "is not known here: names and paths may be wrong.")},
    NoticeText{SceneNotice::AnimationOff, "animation_off"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "Animation is off in the render settings: without a range only the "
                                              "current frame is rendered.")},
    NoticeText{SceneNotice::NoCamera, "no_camera"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "No camera of the scene is set to be rendered: choose one.")},
    NoticeText{SceneNotice::CameraInReference, "camera_in_reference"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "No camera of this file is set to be rendered; one of its references may "
                                              "have it.")},
    NoticeText{SceneNotice::ReferenceNotLoaded, "reference_not_loaded"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "The reference “{path}” is not loaded in the scene.")},
    NoticeText{SceneNotice::OtherCase, "case_mismatch"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "“{path}” is there as “{found}”: where capital letters matter, it is not "
                                              "found.")},
    NoticeText{SceneNotice::OtherPlace, "other_place"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "“{path}” is not there, but “{found}” has its name and may be it.")},
    NoticeText{SceneNotice::FolderTooLarge, "folder_too_large"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "“{path}” holds so many files that not all of them were looked at.")},
    NoticeText{SceneNotice::BlenderReads, "blender_reads"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "Blender is still reading the scene: ask again in a moment for "
                                              "everything that it says.")},
    NoticeText{SceneNotice::BlenderMissing, "blender_missing"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "Blender is not installed here (“{path}” was looked for): only the range "
                                              "of frames is known.")},
    NoticeText{SceneNotice::BlenderFailed, "blender_failed"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "Blender could not read the scene: {reason}. Only the range of frames is "
                                              "known.")},
    NoticeText{SceneNotice::UnrealOnly, "unreal_only"_L1,
               QT_TRANSLATE_NOOP("SceneNote", "What an Unreal project renders stands in its sequences, which Unreal "
                                              "alone can read: give the frames yourself.")},
};

template <typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &row : table) {
        if (row.value == value) {
            return row.name;
        }
    }
    return {};
}

template <typename Value, typename Table>
std::optional<Value> valueIn(const Table &table, const QString &name)
{
    for (const auto &row : table) {
        if (row.name == name) {
            return row.value;
        }
    }
    return std::nullopt;
}

} // namespace

QString nameOf(SceneFileType type)
{
    return nameIn(fileTypes, type);
}

QString nameOf(Spread spread)
{
    return nameIn(spreads, spread);
}

QString nameOf(SceneFormat format)
{
    return nameIn(formats, format);
}

QString nameOf(SceneNotice notice)
{
    return nameIn(notices, notice);
}

std::optional<SceneFileType> fileTypeOf(const QString &name)
{
    return valueIn<SceneFileType>(fileTypes, name);
}

std::optional<Spread> spreadOf(const QString &name)
{
    return valueIn<Spread>(spreads, name);
}

std::optional<SceneFormat> formatOf(const QString &name)
{
    return valueIn<SceneFormat>(formats, name);
}

std::optional<SceneNotice> noticeOf(const QString &name)
{
    return valueIn<SceneNotice>(notices, name);
}

QString textOf(const SceneNote &note, Language language)
{
    for (const NoticeText &row : notices) {
        if (row.value == note.notice) {
            return filledIn(translated("SceneNote", row.english, language), note.facts, language);
        }
    }
    return {};
}

} // namespace kinframe::render
