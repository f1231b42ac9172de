// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/png_texts.h"

#include "media/generation/inflate.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype checkSumSize = 4;
/// Of UTF-8, in the file as well as unpacked.
constexpr qsizetype largestText = SourceTexts::longestText;
/// A picture of 4 GB in the usual pieces of 8 KB has half of these.
constexpr int mostChunks = 1'000'000;
/// Programs write a dozen.
constexpr int mostTextChunks = 64;
/// Each may cost the unpacking of `largestText`.
constexpr int mostDamaged = 4;

/// Keywords that generators write; other texts may be anybody's.
bool isWanted(QByteArrayView keyword)
{
    constexpr std::array<QByteArrayView, 18> wanted{
        "parameters",  "prompt", "workflow",       "Comment",           "Description",    "Software",
        "Source",      "Title",  "fooocus_scheme", "invokeai_metadata", "invokeai_graph", "invokeai_workflow",
        "sd-metadata", "Dream",  "dream",          "UserComment",       "extra_data",     "generation_data"};
    return std::ranges::any_of(wanted, [keyword](QByteArrayView other) { return keyword == other; });
}

bool isText(QByteArrayView type)
{
    return type == "tEXt" || type == "zTXt" || type == "iTXt";
}

/// The bytes up to the next NUL, which both are taken away from `bytes`; nothing where there is none.
std::optional<QByteArrayView> takeString(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    if (end < 0) {
        return std::nullopt;
    }
    const QByteArrayView taken = bytes.first(end);
    bytes = bytes.sliced(end + 1);
    return taken;
}

std::optional<QByteArray> unpacked(QByteArrayView content, bool isPacked)
{
    return isPacked ? inflated(content, largestText) : std::optional(content.toByteArray());
}

/// The text of a chunk behind its keyword.
std::optional<QByteArray> contentOf(QByteArrayView type, QByteArrayView rest)
{
    if (type == "tEXt") {
        return rest.toByteArray();
    }
    if (type == "zTXt") {
        return rest.startsWith('\0') ? unpacked(rest.sliced(1), true) : std::nullopt;
    }
    if (rest.size() < 2 || uchar(rest[0]) > 1) {
        return std::nullopt;
    }
    const bool isPacked = rest[0] == 1;
    rest = rest.sliced(2);
    const bool hasNames = takeString(rest) && takeString(rest); // The language, and the keyword in it.
    return hasNames ? unpacked(rest, isPacked) : std::nullopt;
}

/// False where the chunk is damaged.
bool addChunk(QByteArrayView type, QByteArrayView bytes, SourceTexts &texts)
{
    const auto keyword = takeString(bytes);
    if (!keyword || !isWanted(*keyword) || !texts.find(QLatin1StringView(*keyword)).isEmpty()) {
        return true;
    }
    const QString name = QString::fromLatin1(*keyword);
    const auto content = contentOf(type, bytes);
    if (!content) {
        texts.note(u"the chunk %1 is damaged or unpacks to too much"_s.arg(name));
        return false;
    }
    texts.add(name, textOfBytes(*content));
    return true;
}

} // namespace

void addPngTexts(QIODevice &device, SourceTexts &texts)
{
    if (device.read(signature.size()) != signature) {
        texts.note(u"it is no PNG"_s);
        return;
    }
    int textChunks = 0;
    int damaged = 0;
    for (int i = 0; i < mostChunks; ++i) {
        const QByteArray header = device.read(8);
        if (header.size() < 8) {
            return; // Whoever decodes the pixels says whether the file is whole.
        }
        const qint64 size = qFromBigEndian<quint32>(header.constData());
        const QByteArrayView type = QByteArrayView(header).sliced(4);
        if (type == "IEND") {
            return;
        }
        if (textChunks > mostTextChunks || damaged > mostDamaged) {
            texts.note(u"it has too many texts"_s);
            return;
        }
        const bool isTaken = isText(type) && size <= largestText;
        textChunks += isText(type) ? 1 : 0;
        if (isTaken) {
            const QByteArray bytes = device.read(size);
            if (bytes.size() < size) {
                texts.note(u"it ends within a text"_s);
                return;
            }
            damaged += addChunk(type, bytes, texts) ? 0 : 1;
        } else if (isText(type)) {
            texts.note(u"a text of %1 bytes is too large"_s.arg(size));
        }
        const qint64 next = device.pos() + (isTaken ? 0 : size) + checkSumSize;
        if (next > device.size() || !device.seek(next)) {
            return;
        }
    }
}

} // namespace kinframe::media
