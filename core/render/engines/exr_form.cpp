// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/exr_form.h"

#include <QtEndian>

#include <vector>

namespace kinframe::render {
namespace {

constexpr quint32 deepFlag = 0x800;
constexpr quint32 partsFlag = 0x1000;
constexpr size_t mostParts = 10'000;

bool isColour(QByteArrayView channel)
{
    return channel == "R" || channel == "G" || channel == "B" || channel == "Y";
}

class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    std::optional<ExrForm> read()
    {
        constexpr quint32 magic = 20000630;
        if (m_bytes.size() < 8 || number<quint32>(0) != magic) {
            return std::nullopt;
        }
        const auto version = number<quint32>(4);
        m_form.isDeep = (version & deepFlag) != 0;
        m_at = 8;
        if (!readHeader()) {
            return std::nullopt;
        }
        if ((version & partsFlag) != 0) {
            // One empty name ends a header, a second one ends them all.
            while (m_at < m_bytes.size() && m_bytes[m_at] != '\0') {
                if (m_blocks.size() > mostParts || !readHeader()) {
                    return std::nullopt;
                }
            }
            ++m_at;
            m_form.isWhole = allBlocksAreThere();
        }
        return m_form;
    }

private:
    template <typename Number>
    [[nodiscard]] Number number(qsizetype at) const
    {
        return qFromLittleEndian<Number>(m_bytes.data() + at);
    }

    [[nodiscard]] bool has(qsizetype at, qint64 count) const { return count >= 0 && m_bytes.size() - at >= count; }

    // Attributes: name and type, both ended by a zero, then the value's size and the value.
    bool readHeader()
    {
        qint64 blocks = 0;
        while (has(m_at, 1) && m_bytes[m_at] != '\0') {
            const qsizetype nameEnd = m_bytes.indexOf('\0', m_at);
            const qsizetype typeEnd = nameEnd < 0 ? -1 : m_bytes.indexOf('\0', nameEnd + 1);
            if (typeEnd < 0 || !has(typeEnd, 5)) {
                return false;
            }
            const qint64 size = number<quint32>(typeEnd + 1);
            const qsizetype value = typeEnd + 5;
            if (!has(value, size)) {
                return false;
            }
            const QByteArrayView name = m_bytes.sliced(m_at, nameEnd - m_at);
            if (name == "channels" && m_blocks.empty()) {
                readChannels(m_bytes.sliced(value, size));
            } else if (name == "displayWindow" && size == 16 && m_blocks.empty()) {
                m_form.window = windowAt(value);
            } else if (name == "chunkCount" && size == 4) {
                blocks = number<qint32>(value);
            }
            m_at = value + size;
        }
        m_blocks.push_back(blocks);
        ++m_at;
        return has(m_at, 0);
    }

    // Its corners, which both belong to it.
    [[nodiscard]] QSize windowAt(qsizetype at) const
    {
        const qint64 width = qint64(number<qint32>(at + 8)) - number<qint32>(at) + 1;
        const qint64 height = qint64(number<qint32>(at + 12)) - number<qint32>(at + 4) + 1;
        constexpr qint64 most = 1'000'000;
        const bool isPlausible = width > 0 && height > 0 && width <= most && height <= most;
        return isPlausible ? QSize(int(width), int(height)) : QSize();
    }

    void readChannels(QByteArrayView list)
    {
        constexpr qsizetype factsSize = 16;
        for (qsizetype at = 0; at < list.size() && list[at] != '\0';) {
            const qsizetype end = list.indexOf('\0', at);
            if (end < 0) {
                return;
            }
            m_form.hasColours = m_form.hasColours || isColour(list.sliced(at, end - at));
            at = end + 1 + factsSize;
        }
    }

    // A renderer fills an entry of the tables when it has written the block.
    [[nodiscard]] bool allBlocksAreThere() const
    {
        qsizetype at = m_at;
        for (const qint64 blocks : m_blocks) {
            constexpr qint64 entrySize = 8;
            if (blocks <= 0 || !has(at, blocks * entrySize)) {
                return false;
            }
            for (qint64 i = 0; i < blocks; ++i, at += entrySize) {
                const auto block = number<quint64>(at);
                if (block == 0 || block >= quint64(m_bytes.size())) {
                    return false;
                }
            }
        }
        return true;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    std::vector<qint64> m_blocks; ///< of each part
    ExrForm m_form;
};

} // namespace

std::optional<ExrForm> readExrForm(QByteArrayView bytes)
{
    return Reader(bytes).read();
}

} // namespace kinframe::render
