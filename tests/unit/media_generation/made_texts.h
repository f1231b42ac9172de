// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/read_generation.h"
#include "media/generation/source_texts.h"

#include <QByteArray>
#include <QtEndian>

#include <initializer_list>
#include <optional>

#include <zlib.h>

namespace kinframe::media::test {

struct NamedText
{
    const char *name;
    QString text;
};

/// What is read from a file that has those texts.
inline std::optional<Generation> generationOf(std::initializer_list<NamedText> texts)
{
    SourceTexts source;
    for (const NamedText &text : texts) {
        source.add(QString::fromLatin1(text.name), text.text);
    }
    return readGeneration(source);
}

inline QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// One chunk of a PNG, as it stands in the file.
inline QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    const QByteArray checked = type + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(checked.constData()), uInt(checked.size()));
    return bigEndian(quint32(content.size())) + checked + bigEndian(quint32(sum));
}

/// zlib's stream of the bytes.
inline QByteArray packed(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4); // Qt puts the size before it.
}

inline QByteArray textChunk(const QByteArray &keyword, const QByteArray &text)
{
    return chunk("tEXt", keyword + '\0' + text);
}

inline QByteArray packedTextChunk(const QByteArray &keyword, const QByteArray &stream)
{
    return chunk("zTXt", keyword + '\0' + '\0' + stream);
}

enum class Packing { None, Zlib };

inline QByteArray internationalChunk(const QByteArray &keyword, const QByteArray &text, Packing packing)
{
    const QByteArray nul(1, '\0');
    const bool isPacked = packing == Packing::Zlib;
    const QByteArray flags = isPacked ? QByteArray("\1\0", 2) : QByteArray("\0\0", 2);
    return chunk("iTXt", keyword + nul + flags + "en" + nul + nul + (isPacked ? packed(text) : text));
}

/// A whole grey picture of 8 x 8 with those chunks before its pixels and behind them.
inline QByteArray png(const QByteArray &before, const QByteArray &behind = {})
{
    const QByteArray header = bigEndian(8) + bigEndian(8) + QByteArray("\10\0\0\0\0", 5);
    const QByteArray pixels(qsizetype(8) * 9, '\0');
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + before + chunk("IDAT", packed(pixels)) + behind +
           chunk("IEND", {});
}

} // namespace kinframe::media::test
