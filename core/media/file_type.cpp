// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/file_type.h"

#include "base/files.h"
#include "media/iso_boxes.h"
#include "media/tiff_structure.h"

#include <QFileInfo>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

/// Enough for every magic number and for the five packets that tell an MPEG transport stream from noise.
constexpr qint64 headSize = 4096;

struct RawKind
{
    QLatin1StringView suffix;
    QLatin1StringView mimeType;
    const char *make; ///< what the maker's name starts with, in upper case; empty where the bytes or the name decide
};

constexpr RawKind rawKinds[] = {
    {"dng"_L1, "image/x-adobe-dng"_L1, ""},
    {"cr2"_L1, "image/x-canon-cr2"_L1, "CANON"},
    {"cr3"_L1, "image/x-canon-cr3"_L1, ""},
    {"nef"_L1, "image/x-nikon-nef"_L1, "NIKON"},
    {"nrw"_L1, "image/x-nikon-nrw"_L1, ""},
    {"arw"_L1, "image/x-sony-arw"_L1, "SONY"},
    {"sr2"_L1, "image/x-sony-sr2"_L1, ""},
    {"orf"_L1, "image/x-olympus-orf"_L1, "OLYMPUS"},
    {"rw2"_L1, "image/x-panasonic-rw2"_L1, "PANASONIC"},
    {"raf"_L1, "image/x-fuji-raf"_L1, "FUJIFILM"},
    {"pef"_L1, "image/x-pentax-pef"_L1, "PENTAX"},
    {"srw"_L1, "image/x-samsung-srw"_L1, "SAMSUNG"},
    {"3fr"_L1, "image/x-hasselblad-3fr"_L1, "HASSELBLAD"},
    {"iiq"_L1, "image/x-phaseone-iiq"_L1, "PHASE ONE"},
    {"rwl"_L1, "image/x-leica-rwl"_L1, "LEICA"},
    {"kdc"_L1, "image/x-kodak-kdc"_L1, "EASTMAN KODAK"},
};

FileType picture(Format format, QLatin1StringView mimeType, QLatin1StringView suffix)
{
    return {format, false, mimeType, suffix};
}

FileType video(Format format, QLatin1StringView mimeType, QLatin1StringView suffix)
{
    return {format, true, mimeType, suffix};
}

FileType raw(QLatin1StringView suffix)
{
    for (const RawKind &kind : rawKinds) {
        if (kind.suffix == suffix) {
            return picture(Format::Raw, kind.mimeType, kind.suffix);
        }
    }
    return picture(Format::Raw, "image/x-dcraw"_L1, "raw"_L1);
}

const RawKind *rawKindOfName(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix();
    for (const RawKind &kind : rawKinds) {
        if (suffix.compare(kind.suffix, Qt::CaseInsensitive) == 0) {
            return &kind;
        }
    }
    return nullptr;
}

const RawKind *rawKindOfMake(const QByteArray &make)
{
    for (const RawKind &kind : rawKinds) {
        if (*kind.make != 0 && make.startsWith(kind.make)) {
            return &kind;
        }
    }
    return nullptr;
}

/// Sensor data is never RGB: a colour filter array, or linear sensor values.
bool isSensorData(const TiffStructure &tiff)
{
    return tiff.photometric == 32803 || tiff.photometric == 34892;
}

FileType tiffOrRaw(const TiffStructure &tiff, QByteArrayView head, const QString &name)
{
    if (tiff.isDng) {
        return raw("dng"_L1);
    }
    if (tiff.isCr2) {
        return raw("cr2"_L1);
    }
    if (head.startsWith("IIU\0"_ba)) {
        return raw("rw2"_L1);
    }
    if (head.sliced(2).startsWith("RO") || head.sliced(2).startsWith("RS") || head.sliced(2).startsWith("OR")) {
        return raw("orf"_L1);
    }
    const RawKind *byMake = rawKindOfMake(tiff.make);
    const RawKind *byName = rawKindOfName(name);
    // Cameras put a small preview first and the sensor's data into a directory below it; exported TIFFs do neither.
    const bool shapedLikeRaw = isSensorData(tiff) || (byMake && tiff.reducedImage && tiff.hasSubDirectories);
    if (byName) {
        return raw(byName->suffix);
    }
    if (shapedLikeRaw) {
        return raw(byMake ? byMake->suffix : "raw"_L1);
    }
    return picture(Format::Tiff, "image/tiff"_L1, "tif"_L1);
}

std::optional<FileType> riff(QByteArrayView head)
{
    if (!head.startsWith("RIFF") || head.size() < 12) {
        return std::nullopt;
    }
    const QByteArrayView kind = head.sliced(8, 4);
    if (kind == "WEBP") {
        return picture(Format::WebP, "image/webp"_L1, "webp"_L1);
    }
    if (kind == "AVI ") {
        return video(Format::Avi, "video/x-msvideo"_L1, "avi"_L1);
    }
    return std::nullopt;
}

/// “BM” alone starts many a text; the header's size behind it has few values.
bool isBmp(QByteArrayView head)
{
    if (!head.startsWith("BM") || head.size() < 18) {
        return false;
    }
    constexpr std::array<int, 8> headerSizes{12, 16, 40, 52, 56, 64, 108, 124};
    const int size = std::uint8_t(head[14]) | std::uint8_t(head[15]) << 8;
    return head[16] == 0 && head[17] == 0 &&
           std::find(headerSizes.begin(), headerSizes.end(), size) != headerSizes.end();
}

/// Packets of 188 bytes, or of 192 with a time stamp before each (AVCHD), each with its sync byte.
bool isTransportStream(QByteArrayView head)
{
    for (const auto &[start, step] : {std::pair{0, 188}, std::pair{4, 192}}) {
        int packets = 0;
        for (qsizetype at = start; at < head.size() && packets < 5 && head[at] == 0x47; at += step) {
            ++packets;
        }
        if (packets == 5) {
            return true;
        }
    }
    return false;
}

std::optional<FileType> otherVideo(QByteArrayView head)
{
    if (head.startsWith("\x1a\x45\xdf\xa3")) {
        const bool web = head.first(std::min<qsizetype>(head.size(), 64)).contains("webm");
        return web ? video(Format::Matroska, "video/webm"_L1, "webm"_L1)
                   : video(Format::Matroska, "video/x-matroska"_L1, "mkv"_L1);
    }
    if (head.startsWith(QByteArrayView("\x00\x00\x01\xba", 4))) {
        return video(Format::MpegPs, "video/mpeg"_L1, "mpg"_L1);
    }
    if (head.startsWith("FLV\x01")) {
        return video(Format::Flv, "video/x-flv"_L1, "flv"_L1);
    }
    if (head.startsWith("\x30\x26\xb2\x75\x8e\x66\xcf\x11")) {
        return video(Format::Asf, "video/x-ms-wmv"_L1, "wmv"_L1);
    }
    if (isTransportStream(head)) {
        return video(Format::MpegTs, "video/mp2t"_L1, "ts"_L1);
    }
    return std::nullopt;
}

std::optional<FileType> simplePicture(QByteArrayView head)
{
    if (head.startsWith("\xff\xd8\xff")) {
        return picture(Format::Jpeg, "image/jpeg"_L1, "jpg"_L1);
    }
    if (head.startsWith("\x89PNG\r\n\x1a\n")) {
        return picture(Format::Png, "image/png"_L1, "png"_L1);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
        return picture(Format::Gif, "image/gif"_L1, "gif"_L1);
    }
    if (head.startsWith("\x76\x2f\x31\x01")) {
        return picture(Format::Exr, "image/x-exr"_L1, "exr"_L1);
    }
    if (head.startsWith("FUJIFILMCCD-RAW")) {
        return raw("raf"_L1);
    }
    if (isBmp(head)) {
        return picture(Format::Bmp, "image/bmp"_L1, "bmp"_L1);
    }
    return riff(head);
}

std::optional<FileType> isoFile(QByteArrayView head)
{
    switch (isoFamilyOf(head)) {
    case IsoFamily::Heic:
        return picture(Format::Heic, "image/heic"_L1, "heic"_L1);
    case IsoFamily::Avif:
        return picture(Format::Avif, "image/avif"_L1, "avif"_L1);
    case IsoFamily::CanonRaw:
        return raw("cr3"_L1);
    case IsoFamily::Mp4:
        return video(Format::Mp4, "video/mp4"_L1, "mp4"_L1);
    case IsoFamily::ThreeGp:
        return video(Format::Mp4, "video/3gpp"_L1, "3gp"_L1);
    case IsoFamily::QuickTime:
        return video(Format::QuickTime, "video/quicktime"_L1, "mov"_L1);
    case IsoFamily::Other:
        break;
    }
    return std::nullopt;
}

Result<FileType> sniff(QByteArrayView head, const BytesAt &bytesAt, const QString &path, const QString &name)
{
    if (head.isEmpty()) {
        return fail(ErrorCode::FileEmpty, {{u"path"_s, path}});
    }
    for (const auto find : {simplePicture, isoFile, otherVideo}) {
        if (auto type = find(head)) {
            return *std::move(type);
        }
    }
    if (const auto tiff = readTiffStructure(bytesAt)) {
        return tiffOrRaw(*tiff, head, name);
    }
    return fail(ErrorCode::FileNotMedia, {{u"path"_s, path}});
}

} // namespace

Result<FileType> sniffFileType(const QString &path, const QString &originalName)
{
    auto opened = openForReading(path);
    if (!opened) {
        return failed(opened);
    }
    QFile &file = **opened;
    bool readable = true;
    const auto bytesAt = [&](qint64 offset, qint64 size) {
        if (offset >= file.size() || !file.seek(offset)) {
            return QByteArray();
        }
        QByteArray bytes = file.read(size);
        readable = readable && file.error() == QFileDevice::NoError;
        return bytes;
    };
    const QByteArray head = bytesAt(0, headSize);
    auto type = sniff(head, bytesAt, path, originalName);
    if (!readable || (head.isEmpty() && file.size() > 0)) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, path}}, file.errorString());
    }
    return type;
}

Result<FileType> sniffBytes(QByteArrayView bytes, const QString &originalName)
{
    const auto bytesAt = [bytes](qint64 offset, qint64 size) {
        if (offset < 0 || offset >= bytes.size()) {
            return QByteArray();
        }
        return bytes.sliced(offset, std::min<qint64>(size, bytes.size() - offset)).toByteArray();
    };
    return sniff(bytes.first(std::min<qsizetype>(bytes.size(), headSize)), bytesAt, originalName, originalName);
}

} // namespace kinframe::media
