// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "media/file_type.h"
#include "media/generation/png_texts.h"
#include "media/generation/text_bytes.h"
#include "media/metadata_exiv2.h"
#include "media/metadata_generation.h"
#include "media/metadata_heif.h"
#include "media/metadata_parts.h"
#include "media/metadata_video.h"
#include "media/raw_size.h"

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

bool isHeif(Format format)
{
    return format == Format::Heic || format == Format::Avif;
}

Metadata understood(const Exiv2::ExifData &exif, const Exiv2::IptcData &iptc, const Exiv2::XmpData &xmp,
                    Dimensions size)
{
    const qint64 now = wallMs();
    Metadata metadata;
    CaptureTimes times;
    if (size.width > 0 && size.height > 0) {
        metadata.width = size.width;
        metadata.height = size.height;
    }
    addXmpWords(metadata, times, xmp);
    addExif(metadata, times, exif, now);
    addIptc(metadata, times, iptc);
    addXmpCamera(metadata, xmp, now);
    addXmpRegions(metadata, xmp);
    metadata.captured = times.best(now);
    return metadata;
}

Metadata understood(const HeifBlocks &blocks, SourceTexts &texts)
{
    Exiv2::ExifData exif;
    Exiv2::XmpData xmp;
    if (!blocks.exif.isEmpty()) {
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte *>(blocks.exif.constData()),
                                  std::uint32_t(blocks.exif.size()));
    }
    if (!blocks.xmp.isEmpty()) {
        Exiv2::XmpParser::decode(xmp, blocks.xmp.toStdString());
    }
    addSourceTexts(texts, exif, xmp);
    return understood(exif, {}, xmp, {});
}

Result<Metadata> readWithExiv2(const QString &path, const FileType &type, SourceTexts &texts)
{
    const auto image = openWithExiv2(path);
    const bool isRead = image && *image;
    // Exiv2 learned to read HEIF late, and may have been built without it.
    if (isHeif(type.format) && (!isRead || (*image)->exifData().empty())) {
        if (const auto blocks = readHeifBlocks(path); blocks && !(blocks->exif.isEmpty() && blocks->xmp.isEmpty())) {
            return understood(*blocks, texts);
        }
    }
    if (!image) {
        return failed(image);
    }
    if (!*image) {
        return Metadata();
    }
    const Exiv2::Image &known = **image;
    Dimensions size{int(known.pixelWidth()), int(known.pixelHeight())};
    if (type.format == Format::Raw) {
        size = rawSize(known.exifData(), size);
    }
    addSourceTexts(texts, known.exifData(), known.xmpData());
    texts.add(u"Comment"_s, textOfBytes(QByteArrayView(known.comment())));
    return understood(known.exifData(), known.iptcData(), known.xmpData(), size);
}

Result<Metadata> readPictureMetadata(const QString &path, const FileType &type)
{
    SourceTexts texts;
    if (type.format == Format::Png) {
        if (const auto file = openForReading(path)) {
            addPngTexts(**file, texts);
        }
    }
    auto metadata = readWithExiv2(path, type, texts);
    if (!metadata) {
        // The texts of a PNG are whole also where Exiv2 gives up at another.
        Metadata rest;
        addGeneration(rest, texts, path);
        return rest.generation ? rest : std::move(metadata);
    }
    addGeneration(*metadata, texts, path);
    return metadata;
}

} // namespace

QString Metadata::cameraName() const
{
    if (make.isEmpty() || model.isEmpty()) {
        return make + model;
    }
    // `Canon` `Canon EOS 6D`, and `NIKON CORPORATION` `NIKON D7000`.
    const QString brand = make.section(u' ', 0, 0);
    return model.startsWith(brand, Qt::CaseInsensitive) ? model : QString(make + u' ' + model);
}

Result<Metadata> readMetadata(const QString &path, const FileType &type)
{
    if (type.isVideo) {
        return readVideoMetadata(path);
    }
    try {
        return readPictureMetadata(path, type);
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

Result<Metadata> readSidecar(const QString &xmpPath, const Metadata &picture)
{
    constexpr qint64 largestSidecar = 16 * 1024 * 1024;
    const auto bytes = readSmallFile(xmpPath, largestSidecar);
    return bytes ? readSidecarText(*bytes, xmpPath, picture) : failed(bytes);
}

Result<Metadata> readSidecarText(const QByteArray &text, const QString &xmpPath, const Metadata &picture)
{
    prepareExiv2();
    try {
        Exiv2::XmpData xmp;
        if (Exiv2::XmpParser::decode(xmp, text.toStdString()) != 0) {
            return fail(ErrorCode::FileDamaged, {{u"path"_s, xmpPath}, {u"reason"_s, u"XMP"_s}});
        }
        const qint64 now = wallMs();
        Metadata metadata;
        metadata.width = picture.width;
        metadata.height = picture.height;
        metadata.orientation = picture.orientation;
        CaptureTimes times;
        addXmpWords(metadata, times, xmp);
        addXmpCamera(metadata, xmp, now);
        addXmpRegions(metadata, xmp);
        metadata.captured = times.best(now);
        return metadata;
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(xmpPath, error));
    }
}

} // namespace kinframe::media
