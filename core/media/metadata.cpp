// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "media/file_type.h"
#include "media/metadata_exiv2.h"
#include "media/metadata_heif.h"
#include "media/metadata_parts.h"
#include "media/metadata_video.h"

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// What one file gave, still in Exiv2's words.
struct Sources
{
    Exiv2::ExifData exif;
    Exiv2::IptcData iptc;
    Exiv2::XmpData xmp;
    int width = 0;
    int height = 0;
};

bool isHeif(Format format)
{
    return format == Format::Heic || format == Format::Avif;
}

Metadata understood(const Sources &sources)
{
    const qint64 now = wallMs();
    Metadata metadata;
    CaptureTimes times;
    if (sources.width > 0 && sources.height > 0) {
        metadata.width = sources.width;
        metadata.height = sources.height;
    }
    addXmpWords(metadata, times, sources.xmp);
    addExif(metadata, times, sources.exif, now);
    addExifLocation(metadata, times, sources.exif);
    addIptc(metadata, times, sources.iptc);
    addXmpCamera(metadata, sources.xmp, now);
    addXmpRegions(metadata, sources.xmp);
    metadata.captured = times.best(now);
    return metadata;
}

void decodeBlocks(Sources &sources, const HeifBlocks &blocks)
{
    if (!blocks.exif.isEmpty()) {
        Exiv2::ExifParser::decode(sources.exif, reinterpret_cast<const Exiv2::byte *>(blocks.exif.constData()),
                                  std::uint32_t(blocks.exif.size()));
    }
    if (!blocks.xmp.isEmpty()) {
        Exiv2::XmpParser::decode(sources.xmp, blocks.xmp.toStdString());
    }
}

Result<Sources> readSources(const QString &path, const FileType &type)
{
    Sources sources;
    auto image = openWithExiv2(path);
    if (image && *image) {
        sources.exif = (*image)->exifData();
        sources.iptc = (*image)->iptcData();
        sources.xmp = (*image)->xmpData();
        sources.width = int((*image)->pixelWidth());
        sources.height = int((*image)->pixelHeight());
    }
    if (!isHeif(type.format) || !sources.exif.empty()) {
        return image ? Result<Sources>(std::move(sources)) : failed(image);
    }
    // Exiv2 learned to read these late, and may have been built without it.
    const auto blocks = readHeifBlocks(path);
    if (!blocks) {
        return image ? Result<Sources>(std::move(sources)) : failed(image);
    }
    decodeBlocks(sources, *blocks);
    return sources;
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
        const auto sources = readSources(path, type);
        return sources ? Result<Metadata>(understood(*sources)) : failed(sources);
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

Result<Metadata> readSidecar(const QString &xmpPath, const Metadata &picture)
{
    constexpr qint64 largestSidecar = 16 * 1024 * 1024;
    const auto bytes = readSmallFile(xmpPath, largestSidecar);
    if (!bytes) {
        return failed(bytes);
    }
    prepareExiv2();
    try {
        Exiv2::XmpData xmp;
        if (Exiv2::XmpParser::decode(xmp, bytes->toStdString()) != 0) {
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
