// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/pairing.h"

#include "media/file_type.h"
#include "media/metadata.h"

#include <QUuid>
#include <QtEndian>

#include <map>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// Numbers at places of a maker note, in its byte order; nothing outside of it.
class Note
{
public:
    Note(QByteArrayView bytes, bool bigEndian)
        : m_bytes(bytes)
        , m_bigEndian(bigEndian)
    {
    }

    [[nodiscard]] std::optional<quint16> word(qsizetype at) const { return number<quint16>(at); }
    [[nodiscard]] std::optional<quint32> doubleWord(qsizetype at) const { return number<quint32>(at); }

    [[nodiscard]] QByteArrayView bytes(quint32 at, quint32 size) const
    {
        const bool inside = at <= quint64(m_bytes.size()) && size <= quint64(m_bytes.size()) - at;
        return inside ? m_bytes.sliced(qsizetype(at), qsizetype(size)) : QByteArrayView();
    }

private:
    template <typename T>
    [[nodiscard]] std::optional<T> number(qsizetype at) const
    {
        if (at < 0 || at + qsizetype(sizeof(T)) > m_bytes.size()) {
            return std::nullopt;
        }
        const char *place = m_bytes.data() + at;
        return m_bigEndian ? qFromBigEndian<T>(place) : qFromLittleEndian<T>(place);
    }

    QByteArrayView m_bytes;
    bool m_bigEndian;
};

QStringView stemOf(QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    return dot > 0 ? fileName.first(dot) : fileName;
}

} // namespace

std::optional<QString> normalContentIdentifier(QStringView text)
{
    const QUuid uuid = QUuid::fromString(text.trimmed());
    return uuid.isNull() ? std::nullopt : std::optional(uuid.toString(QUuid::WithoutBraces).toUpper());
}

std::optional<QString> appleContentIdentifier(QByteArrayView makerNote)
{
    // "Apple iOS", NUL, a version, the byte order, then one directory as in TIFF with offsets from the note's
    // beginning.
    constexpr QByteArrayView signature("Apple iOS\0", 10);
    constexpr quint16 contentIdentifierTag = 0x0011;
    constexpr quint16 asciiType = 2;
    constexpr qsizetype orderAt = 12;
    constexpr qsizetype directoryAt = 14;
    constexpr qsizetype entrySize = 12;
    constexpr quint32 longestIdentifier = 256;
    if (!makerNote.startsWith(signature) || makerNote.size() < directoryAt) {
        return std::nullopt;
    }
    const QByteArrayView order = makerNote.sliced(orderAt, 2);
    if (order != "MM" && order != "II") {
        return std::nullopt;
    }
    const Note note(makerNote, order == "MM");
    const quint16 count = note.word(directoryAt).value_or(0);
    for (quint16 i = 0; i < count; ++i) {
        const qsizetype entry = directoryAt + 2 + i * entrySize;
        const auto tag = note.word(entry);
        if (!tag) {
            break;
        }
        if (*tag != contentIdentifierTag || note.word(entry + 2) != asciiType) {
            continue;
        }
        const quint32 size = note.doubleWord(entry + 4).value_or(0);
        const quint32 offset = note.doubleWord(entry + 8).value_or(0);
        // Four bytes or fewer would stand in the entry itself; no identifier is that short.
        if (size <= 4 || size > longestIdentifier) {
            return std::nullopt;
        }
        QByteArrayView text = note.bytes(offset, size);
        if (const qsizetype end = text.indexOf('\0'); end >= 0) {
            text = text.first(end);
        }
        return normalContentIdentifier(QString::fromLatin1(text));
    }
    return std::nullopt;
}

Result<std::optional<QString>> contentIdentifier(const QString &path, const FileType &type)
{
    const auto metadata = readMetadata(path, type);
    if (!metadata) {
        return failed(metadata);
    }
    return metadata->contentIdentifier.isEmpty() ? std::optional<QString>() : metadata->contentIdentifier;
}

std::vector<LivePair> pairLive(std::span<const LiveHalf> halves)
{
    struct Group
    {
        std::vector<const LiveHalf *> images;
        const LiveHalf *video = nullptr;
    };
    std::map<std::pair<QString, QString>, Group> groups;
    for (const LiveHalf &half : halves) {
        if (half.contentIdentifier.isEmpty()) {
            continue;
        }
        Group &group = groups[{half.owner, half.contentIdentifier.toUpper()}];
        if (!half.isVideo) {
            group.images.push_back(&half);
        } else if (group.video == nullptr) {
            group.video = &half;
        }
    }
    std::vector<LivePair> pairs;
    for (const auto &[identity, group] : groups) {
        if (group.video == nullptr || group.images.empty()) {
            continue;
        }
        const QStringView name = stemOf(group.video->fileName);
        const auto named = std::ranges::find_if(group.images, [name](const LiveHalf *image) {
            return stemOf(image->fileName).compare(name, Qt::CaseInsensitive) == 0;
        });
        const LiveHalf *image = named != group.images.end() ? *named : group.images.front();
        pairs.push_back({image->key, group.video->key});
    }
    return pairs;
}

} // namespace kinframe::media
