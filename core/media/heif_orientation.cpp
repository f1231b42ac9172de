// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/heif_orientation.h"

#include "media/iso_boxes.h"

#include <algorithm>
#include <vector>

namespace kinframe::media {
namespace {

/// Numbers one behind the other; behind the end all are 0.
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    quint32 next(qsizetype size)
    {
        quint32 value = 0;
        for (qsizetype i = 0; i < size; ++i) {
            value = value << 8 | (m_at < m_bytes.size() ? std::uint8_t(m_bytes[m_at]) : 0U);
            ++m_at;
        }
        return value;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

QByteArrayView contentOf(QByteArrayView boxes, QByteArrayView type)
{
    for (const IsoBox &box : isoBoxes(boxes)) {
        if (box.type == type) {
            return box.content;
        }
    }
    return {};
}

quint32 primaryItem(QByteArrayView meta)
{
    Numbers numbers(contentOf(meta, "pitm"));
    const quint32 version = numbers.next(1);
    numbers.next(3);
    return numbers.next(version == 0 ? 2 : 4);
}

/// The numbers, from 1, of the properties that one box of associations gives to an item.
std::vector<quint32> propertiesOf(quint32 item, QByteArrayView associations)
{
    std::vector<quint32> properties;
    Numbers numbers(associations);
    const quint32 version = numbers.next(1);
    const bool wide = (numbers.next(3) & 1) != 0;
    for (quint32 entries = numbers.next(4); entries > 0 && !numbers.atEnd(); --entries) {
        const quint32 id = numbers.next(version < 1 ? 2 : 4);
        for (quint32 count = numbers.next(1); count > 0; --count) {
            // The highest bit says that a reader must know the property.
            const quint32 property = numbers.next(wide ? 2 : 1) & (wide ? 0x7fff : 0x7f);
            if (id == item) {
                properties.push_back(property);
            }
        }
    }
    return properties;
}

} // namespace

bool heifStatesOrientation(QByteArrayView file)
{
    constexpr qsizetype versionAndFlags = 4;
    QByteArrayView meta = contentOf(file, "meta");
    meta = meta.sliced(std::min(versionAndFlags, meta.size()));
    const QByteArrayView properties = contentOf(meta, "iprp");
    const std::vector<IsoBox> all = isoBoxes(contentOf(properties, "ipco"));
    const quint32 primary = primaryItem(meta);
    for (const IsoBox &box : isoBoxes(properties)) {
        if (box.type != "ipma") {
            continue;
        }
        for (const quint32 property : propertiesOf(primary, box.content)) {
            const bool known = property >= 1 && property <= all.size();
            if (known && (all[property - 1].type == "irot" || all[property - 1].type == "imir")) {
                return true;
            }
        }
    }
    return false;
}

} // namespace kinframe::media
