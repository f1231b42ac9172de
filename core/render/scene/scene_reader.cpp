// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_reader.h"

#include "render/scene/blend_probe.h"
#include "render/scene/maya_reader.h"
#include "render/scene/unreal_project.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure unreadable(const QString &name, const QString &reason)
{
    return fail(ErrorCode::SceneUnreadable, {{u"path"_s, name}, {u"reason"_s, reason}});
}

/// What opening or reading failed with, said of a scene.
Failure ofScene(const QString &name, const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return fail(ErrorCode::SceneMissing, {{u"path"_s, name}}, error.forLog());
    case ErrorCode::FileIsDirectory:
        return unreadable(name, u"it is a folder"_s);
    case ErrorCode::FileUnreadable:
        return unreadable(name, error.fact(u"reason"_s));
    case ErrorCode::FileVanished:
        return unreadable(name, u"it went away while it was read"_s);
    default:
        return Failure(error);
    }
}

std::string_view withoutMark(std::string_view bytes)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    return bytes.substr(0, byteOrderMark.size()) == byteOrderMark ? bytes.substr(byteOrderMark.size()) : bytes;
}

Result<SceneFacts> readMaya(SceneBytes &bytes, std::string_view first)
{
    MayaReader reader;
    reader.add(withoutMark(first));
    for (;;) {
        const auto block = bytes.next();
        if (!block) {
            return failed(block);
        }
        if (block->empty()) {
            return reader.finish(!bytes.isDamaged());
        }
        reader.add(*block);
    }
}

Result<SceneFacts> readUnreal(SceneBytes &bytes, std::string_view first, const QString &name)
{
    constexpr std::size_t most = 4 * 1024 * 1024;
    std::string all(first);
    for (;;) {
        const auto block = bytes.next();
        if (!block) {
            return failed(block);
        }
        if (block->empty()) {
            break;
        }
        all.append(*block);
        if (all.size() > most) {
            return unreadable(name, u"it is too large for an Unreal project"_s);
        }
    }
    auto facts = unrealProjectFacts(withoutMark(all));
    return facts ? Result<SceneFacts>(*facts) : unreadable(name, u"it is no Unreal project"_s);
}

Result<SceneFacts> readKnown(SceneBytes &bytes, const QString &name)
{
    const auto next = bytes.next();
    if (!next) {
        return failed(next);
    }
    const std::string_view first = *next;
    const std::string_view text = withoutMark(first);
    if (text.substr(0, 12) == "//Maya ASCII") {
        return readMaya(bytes, first);
    }
    if (text.substr(0, 4) == "FOR4" || text.substr(0, 4) == "FOR8") {
        return unreadable(name, u"it is a Maya binary file; save it as Maya ASCII (.ma) and send that"_s);
    }
    if (text.substr(0, 7) == "BLENDER") {
        auto facts = blendFacts(first);
        return facts ? Result<SceneFacts>(*facts) : unreadable(name, u"its Blender header is damaged"_s);
    }
    const std::size_t begins = text.find_first_not_of(" \t\r\n");
    if (begins != std::string_view::npos && text[begins] == '{' && name.endsWith(".uproject"_L1, Qt::CaseInsensitive)) {
        return readUnreal(bytes, first, name);
    }
    if (first.empty()) {
        return unreadable(name, bytes.isDamaged() ? u"its packing is damaged"_s : u"it is empty"_s);
    }
    return unreadable(name, u"it is neither Maya ASCII (.ma, .ma.gz) nor Blender (.blend) nor an Unreal project"_s);
}

} // namespace

Result<ReadScene> readScene(const QString &path, const QString &name, const std::stop_token &stop)
{
    auto bytes = SceneBytes::open(path, stop);
    if (!bytes) {
        return ofScene(name, bytes.error());
    }
    auto facts = readKnown(**bytes, name);
    if (!facts) {
        return ofScene(name, facts.error());
    }
    const auto mark = (*bytes)->finish();
    if (!mark) {
        return ofScene(name, mark.error());
    }
    return ReadScene{std::move(*facts), *mark};
}

} // namespace kinframe::render
