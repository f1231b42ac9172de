// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/motion_photo.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace kinframe::media {
namespace {

constexpr qint64 boxHead = 8;

QByteArray readAt(QIODevice &device, qint64 at, qint64 size)
{
    return at >= 0 && device.seek(at) ? device.read(size) : QByteArray();
}

struct Box
{
    QByteArray type;
    qint64 payload = 0; ///< where it begins
    qint64 end = 0;
};

/// The box at that place, if it ends before `limit`.
std::optional<Box> boxAt(QIODevice &device, qint64 at, qint64 limit)
{
    const QByteArray head = readAt(device, at, 16);
    if (at < 0 || limit - at < boxHead || head.size() < boxHead) {
        return std::nullopt;
    }
    quint64 size = qFromBigEndian<quint32>(head.constData());
    qint64 headSize = boxHead;
    if (size == 1 && head.size() == 16) {
        size = qFromBigEndian<quint64>(head.constData() + 8);
        headSize = 16;
    } else if (size == 0) {
        size = quint64(limit - at);
    }
    if (size < quint64(headSize) || size > quint64(limit - at)) {
        return std::nullopt;
    }
    return Box{head.sliced(4, 4), at + headSize, at + qint64(size)};
}

/// The MP4 file that begins at `at`, as long as its boxes go on; nothing where none does.
std::optional<EmbeddedVideo> mp4At(QIODevice &device, qint64 at, qint64 limit)
{
    constexpr int mostBoxes = 10'000;
    const auto first = boxAt(device, at, limit);
    if (!first || first->type != "ftyp") {
        return std::nullopt;
    }
    static const QList<QByteArray> known{"ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "udta",
                                         "meta", "moof", "mfra", "sidx", "styp", "pdin", "prft", "emsg"};
    bool hasMovie = false;
    qint64 end = first->end;
    for (int i = 0; i < mostBoxes; ++i) {
        const auto box = boxAt(device, end, limit);
        if (!box || !known.contains(box->type)) {
            break;
        }
        hasMovie = hasMovie || box->type == "moov";
        end = box->end;
    }
    return hasMovie ? std::optional(EmbeddedVideo{at, end - at}) : std::nullopt;
}

/// HEIF files have a box of their own for it.
std::optional<EmbeddedVideo> inBox(QIODevice &device)
{
    constexpr int mostBoxes = 1000;
    const auto first = boxAt(device, 0, device.size());
    if (!first || first->type != "ftyp") {
        return std::nullopt;
    }
    qint64 at = first->end;
    for (int i = 0; i < mostBoxes; ++i) {
        const auto box = boxAt(device, at, device.size());
        if (!box) {
            break;
        }
        if (box->type == "mpvd") {
            return mp4At(device, box->payload, box->end);
        }
        at = box->end;
    }
    return std::nullopt;
}

std::optional<EmbeddedVideo> byHints(QIODevice &device, const MotionPhotoHints &hints)
{
    const qint64 size = device.size();
    if (!hints.items.empty()) {
        // The parts stand at the end of the file one after another, so the way is counted backwards.
        qint64 at = size;
        for (auto item = hints.items.rbegin(); item != hints.items.rend(); ++item) {
            if (item->length < 0 || item->padding < 0 || item->length > at || item->padding > at - item->length) {
                break;
            }
            at -= item->length + item->padding;
            if (item->semantic == u"MotionPhoto") {
                if (const auto video = mp4At(device, at, size)) {
                    return video;
                }
                // Some writers count the padding as part of the length.
                return mp4At(device, at + item->padding, size);
            }
        }
    }
    if (hints.fromEnd && *hints.fromEnd > 0 && *hints.fromEnd < size) {
        return mp4At(device, size - *hints.fromEnd, size);
    }
    return std::nullopt;
}

/// Samsung's trailer: blocks of data, a directory of them ("SEFH"), its length and "SEFT", from the file's end
/// backwards.
std::optional<EmbeddedVideo> inTrailer(QIODevice &device)
{
    constexpr quint16 motionPhoto = 0x0a30;
    constexpr qint64 entrySize = 12;
    constexpr qint64 directoryHead = 12;
    constexpr quint32 longestDirectory = 64 * 1024;
    const qint64 size = device.size();
    const QByteArray tail = readAt(device, size - 8, 8);
    const quint32 length = tail.size() == 8 ? qFromLittleEndian<quint32>(tail.constData()) : 0;
    if (!tail.endsWith("SEFT") || length < directoryHead || length > longestDirectory) {
        return std::nullopt;
    }
    const qint64 directoryAt = size - 8 - length;
    const QByteArray directory = readAt(device, directoryAt, length);
    if (directory.size() != qsizetype(length) || !directory.startsWith("SEFH")) {
        return std::nullopt;
    }
    const quint32 count = qFromLittleEndian<quint32>(directory.constData() + 8);
    for (quint32 i = 0; i < count && directoryHead + (i + 1) * entrySize <= length; ++i) {
        const char *entry = directory.constData() + directoryHead + i * entrySize;
        const qint64 block = directoryAt - qFromLittleEndian<quint32>(entry + 4);
        const qint64 blockSize = qFromLittleEndian<quint32>(entry + 8);
        if (qFromLittleEndian<quint16>(entry + 2) != motionPhoto || block < 0 || blockSize > directoryAt - block) {
            continue;
        }
        // Each block repeats its type and says its name before its data.
        const QByteArray head = readAt(device, block, 8);
        const qint64 nameLength = head.size() == 8 ? qint64(qFromLittleEndian<quint32>(head.constData() + 4)) : -1;
        if (nameLength < 0 || nameLength > blockSize - 8) {
            continue;
        }
        if (const auto video = mp4At(device, block + 8 + nameLength, block + blockSize)) {
            return video;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<EmbeddedVideo> locateEmbeddedVideo(QIODevice &device, const MotionPhotoHints &hints)
{
    // What is part of the file's structure before what an editor may have copied along from another file.
    if (const auto video = inBox(device)) {
        return video;
    }
    if (const auto video = inTrailer(device)) {
        return video;
    }
    return hints.isMotionPhoto ? byHints(device, hints) : std::nullopt;
}

} // namespace kinframe::media
