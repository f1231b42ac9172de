// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/iso_boxes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace kinframe::media {
namespace {

constexpr qsizetype boxHeaderSize = 8;

struct Box
{
    quint64 size = 0; ///< with its header; 0: to the end of the file
    qsizetype headerSize = boxHeaderSize;
    QByteArrayView type;
};

std::optional<Box> boxAt(QByteArrayView bytes, qsizetype offset)
{
    if (bytes.size() - offset < boxHeaderSize) {
        return std::nullopt;
    }
    Box box{qFromBigEndian<quint32>(bytes.data() + offset), boxHeaderSize, bytes.sliced(offset + 4, 4)};
    if (box.size == 1) {
        box.headerSize = 16;
        if (bytes.size() - offset < box.headerSize) {
            return std::nullopt;
        }
        box.size = qFromBigEndian<quint64>(bytes.data() + offset + boxHeaderSize);
    }
    return box;
}

IsoFamily familyOfBrand(QByteArrayView brand)
{
    constexpr std::array heic{"heic", "heix", "heim", "heis", "hevc", "hevx"};
    constexpr std::array mp4{"isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "mp71", "avc1",
                             "M4V ", "M4VH", "M4VP", "MSNV", "XAVC", "dash", "f4v ", "NDSC", "NDXC", "cmfc"};
    const auto isOneOf = [brand](const auto &brands) {
        return std::any_of(brands.begin(), brands.end(), [brand](const char *other) { return brand == other; });
    };
    if (isOneOf(heic)) {
        return IsoFamily::Heic;
    }
    if (brand == "avif" || brand == "avis") {
        return IsoFamily::Avif;
    }
    if (brand == "crx ") {
        return IsoFamily::CanonRaw;
    }
    if (brand == "qt  ") {
        return IsoFamily::QuickTime;
    }
    if (brand.startsWith("3g")) {
        return IsoFamily::ThreeGp;
    }
    return isOneOf(mp4) ? IsoFamily::Mp4 : IsoFamily::Other;
}

/// Audio books and songs share the video's brands as compatible ones, so they are sorted out by their first.
bool isAudioBrand(QByteArrayView brand)
{
    return brand == "M4A " || brand == "M4B " || brand == "M4P ";
}

IsoFamily familyOfBrands(QByteArrayView brands)
{
    if (brands.size() < 4 || isAudioBrand(brands.first(4))) {
        return IsoFamily::Other;
    }
    for (qsizetype at = 0; at + 4 <= brands.size(); at += 4) {
        // The second word is the minor version.
        if (at == 4) {
            continue;
        }
        if (const IsoFamily family = familyOfBrand(brands.sliced(at, 4)); family != IsoFamily::Other) {
            return family;
        }
    }
    // A picture file that names no codec: the library that opens it finds out.
    return brands.startsWith("mif1") || brands.startsWith("msf1") ? IsoFamily::Heic : IsoFamily::Other;
}

} // namespace

IsoFamily isoFamilyOf(QByteArrayView head)
{
    const auto box = boxAt(head, 0);
    if (!box) {
        return IsoFamily::Other;
    }
    if (box->type == "ftyp" && box->size >= quint64(box->headerSize)) {
        const auto end = qsizetype(std::min<quint64>(box->size, quint64(head.size())));
        return familyOfBrands(head.sliced(box->headerSize, end - box->headerSize));
    }
    // QuickTime before brands: the film's boxes come at once.
    constexpr std::array first{"moov", "mdat", "wide", "pnot", "free", "skip"};
    const bool isOld = std::any_of(first.begin(), first.end(), [&](const char *type) { return box->type == type; });
    return isOld && (box->size == 0 || box->size >= quint64(box->headerSize)) ? IsoFamily::QuickTime : IsoFamily::Other;
}

std::vector<IsoBox> isoBoxes(QByteArrayView bytes)
{
    // Far more than any file has on one level.
    constexpr std::size_t boxLimit = 10'000;
    std::vector<IsoBox> boxes;
    qsizetype offset = 0;
    for (auto box = boxAt(bytes, 0); box && boxes.size() < boxLimit; box = boxAt(bytes, offset)) {
        if (box->size != 0 && box->size < quint64(box->headerSize)) {
            break;
        }
        const quint64 left = quint64(bytes.size() - offset);
        const auto size = qsizetype(box->size == 0 ? left : std::min(box->size, left));
        boxes.push_back({box->type, bytes.sliced(offset + box->headerSize, size - box->headerSize)});
        offset += size;
    }
    return boxes;
}

bool endsWithinBox(QByteArrayView file)
{
    qsizetype offset = 0;
    while (const auto box = boxAt(file, offset)) {
        if (box->size == 0) {
            return false;
        }
        if (box->size < quint64(box->headerSize)) {
            // Not a box at all: whatever follows is somebody's trailer.
            return false;
        }
        if (box->size > quint64(file.size() - offset)) {
            return true;
        }
        offset += qsizetype(box->size);
    }
    return false;
}

} // namespace kinframe::media
