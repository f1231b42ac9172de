// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/gif_structure.h"

#include <QtEndian>

namespace kinframe::media {
namespace {

enum Block : std::uint8_t { Extension = 0x21, Image = 0x2c, Trailer = 0x3b };

class Walker
{
public:
    explicit Walker(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    GifStructure walk()
    {
        constexpr qsizetype headerSize = 13;
        if (!has(headerSize)) {
            m_structure.cutShort = true;
            return m_structure;
        }
        m_structure.canvas = {qFromLittleEndian<quint16>(m_bytes.data() + 6),
                              qFromLittleEndian<quint16>(m_bytes.data() + 8)};
        m_at = headerSize + paletteSize(byteAt(10));
        while (nextBlock()) {
        }
        return m_structure;
    }

private:
    [[nodiscard]] bool has(qsizetype count) const { return m_bytes.size() - m_at >= count; }
    [[nodiscard]] std::uint8_t byteAt(qsizetype offset) const { return std::uint8_t(m_bytes[m_at + offset]); }
    static qsizetype paletteSize(std::uint8_t flags) { return (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0; }

    bool nextBlock()
    {
        if (m_at >= m_bytes.size()) {
            // Files without a trailer are common, and whole as long as they end between blocks.
            m_structure.cutShort = m_at > m_bytes.size() || m_structure.frames == 0;
            return false;
        }
        switch (byteAt(0)) {
        case Extension:
            m_at += 2;
            return skipParts();
        case Image:
            return skipImage();
        case Trailer:
            return false;
        default:
            m_structure.damaged = true;
            return false;
        }
    }

    bool skipImage()
    {
        constexpr qsizetype descriptorSize = 10;
        if (!has(descriptorSize)) {
            m_structure.cutShort = true;
            return false;
        }
        // Behind the descriptor and the palette one byte tells the size of the codes.
        m_at += descriptorSize + paletteSize(byteAt(9)) + 1;
        const bool whole = skipParts();
        m_structure.frames += whole ? 1 : 0;
        if (m_structure.frames == 1 && m_structure.firstFrameEnd == 0) {
            m_structure.firstFrameEnd = m_at;
        }
        return whole;
    }

    /// A chain of parts of up to 255 bytes, ended by an empty one.
    bool skipParts()
    {
        while (m_at < m_bytes.size()) {
            const std::uint8_t size = byteAt(0);
            m_at += 1 + size;
            if (size == 0) {
                return true;
            }
        }
        m_structure.cutShort = true;
        return false;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    GifStructure m_structure;
};

} // namespace

GifStructure readGifStructure(QByteArrayView bytes)
{
    return Walker(bytes).walk();
}

} // namespace kinframe::media
