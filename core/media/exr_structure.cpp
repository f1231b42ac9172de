// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/exr_structure.h"

#include <QtEndian>

#include <algorithm>

namespace kinframe::media {
namespace {

using State = ExrStructure::State;

/// Attributes and channels of render programs fill some kilobytes.
constexpr qsizetype headerLimit = 1024 * 1024;

class Walker
{
public:
    explicit Walker(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    ExrStructure walk()
    {
        m_structure.state = readHeader();
        const bool hasSize = m_structure.width > 0 && m_structure.height > 0;
        if (m_structure.state == State::Good && !hasSize) {
            m_structure.state = State::Damaged;
        }
        // Files of many parts have a table for each; those are left to the library.
        constexpr quint32 severalParts = 0x1000;
        if (m_structure.state == State::Good && (number<quint32>(4) & severalParts) == 0 && !isWhole()) {
            m_structure.state = State::CutShort;
        }
        return m_structure;
    }

private:
    [[nodiscard]] bool has(qsizetype at, qsizetype count) const { return m_bytes.size() - at >= count; }

    template <typename Number>
    [[nodiscard]] Number number(qsizetype at) const
    {
        return qFromLittleEndian<Number>(m_bytes.data() + at);
    }

    /// Attributes: name and type, both ended by a zero, then the value's size and the value; an empty name ends them.
    State readHeader()
    {
        m_at = 8;
        while (has(m_at, 1) && m_at < headerLimit) {
            if (m_bytes[m_at] == '\0') {
                ++m_at;
                return State::Good;
            }
            const qsizetype nameEnd = m_bytes.indexOf('\0', m_at);
            const qsizetype typeEnd = nameEnd < 0 ? -1 : m_bytes.indexOf('\0', nameEnd + 1);
            if (typeEnd < 0 || !has(typeEnd, 5)) {
                return State::CutShort;
            }
            const qint64 size = number<quint32>(typeEnd + 1);
            const qsizetype value = typeEnd + 5;
            if (!has(value, size)) {
                return State::CutShort;
            }
            if (m_bytes.sliced(m_at, nameEnd - m_at) == "dataWindow" && size == 16) {
                m_structure.width = qint64(number<qint32>(value + 8)) - number<qint32>(value) + 1;
                m_structure.height = qint64(number<qint32>(value + 12)) - number<qint32>(value + 4) + 1;
            }
            m_at = value + size;
        }
        return m_at >= headerLimit ? State::Damaged : State::CutShort;
    }

    /// The table has an entry per block of lines or tile and ends where the first of them begins.
    [[nodiscard]] bool isWhole() const
    {
        if (!has(m_at, 8)) {
            return false;
        }
        const quint64 tableEnd = firstBlock();
        if (tableEnd <= quint64(m_at) || tableEnd > quint64(m_bytes.size()) || (tableEnd - quint64(m_at)) % 8 != 0) {
            return tableEnd != 0 && tableEnd <= quint64(m_bytes.size());
        }
        for (qsizetype at = m_at; quint64(at) < tableEnd; at += 8) {
            // A renderer fills an entry when it has written the block.
            if (const auto block = number<quint64>(at); block == 0 || !blockIsWhole(block)) {
                return false;
            }
        }
        return true;
    }

    /// Blocks may be stored downwards or upwards, so the first in the file is one end of the table or the other; the
    /// first entry is a bound that is always in the table.
    [[nodiscard]] quint64 firstBlock() const
    {
        quint64 first = number<quint64>(m_at);
        for (qsizetype at = m_at; has(at, 8) && quint64(at) < first; at += 8) {
            const auto block = number<quint64>(at);
            first = block > quint64(m_at) ? std::min(first, block) : first;
        }
        return first;
    }

    [[nodiscard]] bool blockIsWhole(quint64 block) const
    {
        constexpr quint32 tiled = 0x200;
        const qsizetype headSize = (number<quint32>(4) & tiled) != 0 ? 20 : 8;
        if (block > quint64(m_bytes.size()) || !has(qsizetype(block), headSize)) {
            return false;
        }
        return has(qsizetype(block) + headSize, number<qint32>(qsizetype(block) + headSize - 4));
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    ExrStructure m_structure;
};

} // namespace

ExrStructure readExrStructure(QByteArrayView bytes)
{
    return bytes.size() < 8 ? ExrStructure{State::CutShort, 0, 0} : Walker(bytes).walk();
}

} // namespace kinframe::media
