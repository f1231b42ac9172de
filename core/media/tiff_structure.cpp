// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/tiff_structure.h"

#include <QtEndian>

namespace kinframe::media {
namespace {

enum Tag : std::uint16_t {
    NewSubfileType = 0x00fe,
    ImageWidth = 0x0100,
    ImageLength = 0x0101,
    Photometric = 0x0106,
    Make = 0x010f,
    SubDirectories = 0x014a,
    DngVersion = 0xc612,
};

enum FieldType : std::uint16_t { Short = 3 };

/// No camera or program writes more entries into a first directory; files that claim more are not read further.
constexpr std::uint64_t entryLimit = 1000;
constexpr qint64 makeLimit = 64;

class Reader
{
public:
    explicit Reader(const BytesAt &bytesAt)
        : m_bytesAt(bytesAt)
    {
    }

    std::optional<TiffStructure> read()
    {
        const QByteArray head = m_bytesAt(0, 16);
        if (head.size() < 8 || !readByteOrder(head)) {
            return std::nullopt;
        }
        switch (number(head, 2, 2)) {
        case 42:
        case 0x55:   // Panasonic
        case 0x4f52: // Olympus
        case 0x5352:
            break;
        case 43:
            m_big = true;
            break;
        default:
            return std::nullopt;
        }
        TiffStructure structure;
        structure.isCr2 = !m_big && head.size() >= 10 && head.mid(8, 2) == "CR";
        readDirectory(qint64(m_big ? number(head, 8, 8) : number(head, 4, 4)), structure);
        return structure;
    }

private:
    bool readByteOrder(const QByteArray &head)
    {
        m_bigEndian = head.startsWith("MM");
        return m_bigEndian || head.startsWith("II");
    }

    [[nodiscard]] std::uint64_t number(const QByteArray &bytes, qsizetype offset, int size) const
    {
        std::uint64_t value = 0;
        if (offset + size > bytes.size()) {
            return 0;
        }
        for (int i = 0; i < size; ++i) {
            const qsizetype at = offset + (m_bigEndian ? i : size - 1 - i);
            value = value << 8 | std::uint8_t(bytes[at]);
        }
        return value;
    }

    void readDirectory(qint64 offset, TiffStructure &structure)
    {
        const int countSize = m_big ? 8 : 2;
        const qsizetype entrySize = m_big ? 20 : 12;
        if (offset < 8) {
            return;
        }
        const std::uint64_t count = std::min(number(m_bytesAt(offset, countSize), 0, countSize), entryLimit);
        const QByteArray entries = m_bytesAt(offset + countSize, qint64(count) * entrySize);
        for (qsizetype at = 0; at + entrySize <= entries.size(); at += entrySize) {
            readEntry(entries.mid(at, entrySize), structure);
        }
    }

    void readEntry(const QByteArray &entry, TiffStructure &structure) const
    {
        const int valueAt = m_big ? 12 : 8;
        const int valueSize = number(entry, 2, 2) == Short ? 2 : 4;
        const auto value = std::uint32_t(number(entry, valueAt, valueSize));
        switch (number(entry, 0, 2)) {
        case NewSubfileType:
            structure.reducedImage = (value & 1) != 0;
            break;
        case ImageWidth:
            structure.width = value;
            break;
        case ImageLength:
            structure.height = value;
            break;
        case Photometric:
            structure.photometric = value;
            break;
        case Make:
            structure.make = text(entry, valueAt);
            break;
        case SubDirectories:
            structure.hasSubDirectories = true;
            break;
        case DngVersion:
            structure.isDng = true;
            break;
        default:
            break;
        }
    }

    [[nodiscard]] QByteArray text(const QByteArray &entry, int valueAt) const
    {
        const int wordSize = m_big ? 8 : 4;
        const auto size = qint64(std::min<std::uint64_t>(number(entry, 4, wordSize), makeLimit));
        const QByteArray bytes =
            size <= wordSize ? entry.mid(valueAt, size) : m_bytesAt(qint64(number(entry, valueAt, wordSize)), size);
        return bytes.left(qsizetype(qstrnlen(bytes.constData(), std::size_t(bytes.size())))).trimmed().toUpper();
    }

    const BytesAt &m_bytesAt;
    bool m_bigEndian = false;
    bool m_big = false;
};

} // namespace

std::optional<TiffStructure> readTiffStructure(const BytesAt &bytesAt)
{
    return Reader(bytesAt).read();
}

} // namespace kinframe::media
