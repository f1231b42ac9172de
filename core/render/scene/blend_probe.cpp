// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/blend_probe.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

/// How the blocks of a file are laid out: `BLENDER-v304` up to 4.x, `BLENDER17-01v0500` since.
struct Layout
{
    std::size_t header = 12;
    std::size_t pointer = 8; ///< bytes
    bool isBigEndian = false;
    bool isLarge = false; ///< blocks may have more than 2 GB
    int version = 0;      ///< 304 for 3.4

    [[nodiscard]] std::size_t blockHead() const { return isLarge ? 32 : 16 + pointer; }
};

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int numberOf(std::string_view digits)
{
    return QByteArrayView(digits.data(), qsizetype(digits.size())).toByteArray().toInt();
}

std::optional<Layout> layoutOf(std::string_view bytes)
{
    if (bytes.size() < 17 || bytes.substr(0, 7) != "BLENDER") {
        return std::nullopt;
    }
    Layout layout;
    if (bytes[7] == '_' || bytes[7] == '-') {
        if ((bytes[8] != 'v' && bytes[8] != 'V') || !areDigits(bytes.substr(9, 3))) {
            return std::nullopt;
        }
        layout.pointer = bytes[7] == '_' ? 4 : 8;
        layout.isBigEndian = bytes[8] == 'V';
        layout.version = numberOf(bytes.substr(9, 3));
        return layout;
    }
    if (!areDigits(bytes.substr(7, 2)) || bytes[9] != '-' || !areDigits(bytes.substr(10, 2)) || bytes[12] != 'v' ||
        !areDigits(bytes.substr(13, 4))) {
        return std::nullopt;
    }
    layout.header = std::size_t(numberOf(bytes.substr(7, 2)));
    layout.isLarge = true;
    layout.version = numberOf(bytes.substr(13, 4));
    return layout.header >= 17 ? std::optional(layout) : std::nullopt;
}

qint64 integerAt(std::string_view bytes, std::size_t at, bool isBigEndian)
{
    const char *data = bytes.data() + at;
    return isBigEndian ? qFromBigEndian<qint32>(data) : qFromLittleEndian<qint32>(data);
}

/// The bytes of the block with the range of frames: the first, or one soon after it.
std::string_view rangeBlock(std::string_view bytes, const Layout &layout)
{
    constexpr int mostBlocks = 16;
    std::size_t at = layout.header;
    for (int i = 0; i < mostBlocks && at + layout.blockHead() <= bytes.size(); ++i) {
        const std::string_view code = bytes.substr(at, 4);
        const qint64 size = integerAt(bytes, at + (layout.isLarge ? 16 : 4), layout.isBigEndian);
        at += layout.blockHead();
        if (size < 0 || code == "ENDB") {
            break;
        }
        if (code == "REND") {
            return bytes.substr(at, std::size_t(size));
        }
        at += std::min(std::size_t(size), bytes.size());
    }
    return {};
}

QString versionText(int version)
{
    // Written as 279 for 2.79, 304 for 3.4.
    return version < 300 ? u"Blender %1.%2"_s.arg(version / 100).arg(version % 100, 2, 10, QChar(u'0'))
                         : u"Blender %1.%2"_s.arg(version / 100).arg(version % 100);
}

} // namespace

std::optional<SceneFacts> blendFacts(std::string_view beginning)
{
    const auto layout = layoutOf(beginning);
    if (!layout) {
        return std::nullopt;
    }
    SceneFacts facts;
    facts.format = SceneFormat::Blend;
    facts.isWhole = false;
    facts.application = versionText(layout->version);
    const std::string_view range = rangeBlock(beginning, *layout);
    if (range.size() >= 8) {
        facts.startFrame = double(integerAt(range, 0, layout->isBigEndian));
        facts.endFrame = double(integerAt(range, 4, layout->isBigEndian));
        facts.saidByFile = {u"start_frame"_s, u"end_frame"_s};
    }
    return facts;
}

} // namespace kinframe::render
