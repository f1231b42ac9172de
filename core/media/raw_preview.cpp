// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/raw_preview.h"

#include "base/files.h"
#include "media/metadata_exiv2.h"

#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr qint64 largestPreview = 128 * 1024 * 1024;

bool isJpeg(QByteArrayView bytes)
{
    return bytes.startsWith("\xff\xd8\xff");
}

std::optional<qint64> number(const Exiv2::ExifData &exif, const std::string &key)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() || found->count() != 1 ? std::nullopt : integerNumber(*found);
}

qint64 areaOf(const RawPreview &preview)
{
    return qint64(preview.width) * preview.height;
}

bool isBetter(const RawPreview &preview, const RawPreview &best)
{
    if (best.jpeg.isEmpty() || areaOf(preview) != areaOf(best)) {
        return best.jpeg.isEmpty() || areaOf(preview) > areaOf(best);
    }
    return preview.jpeg.size() > best.jpeg.size();
}

void keepBetter(RawPreview &best, RawPreview preview)
{
    if (isJpeg(preview.jpeg) && isBetter(preview, best)) {
        best = std::move(preview);
    }
}

QByteArray readAt(const QString &path, qint64 offset, qint64 size)
{
    const auto file = openForReading(path);
    if (!file || size <= 0 || size > largestPreview || offset < 0 || offset > (*file)->size() - size ||
        !(*file)->seek(offset)) {
        return {};
    }
    const QByteArray bytes = (*file)->read(size);
    return bytes.size() == size ? bytes : QByteArray();
}

/// DNG keeps its previews as directories with one strip, which is a JPEG file as it stands; Exiv2 would wrap it in
/// TIFF.
void addStrips(RawPreview &best, const QString &path, const Exiv2::ExifData &exif)
{
    constexpr qint64 jpegCompression = 7;
    constexpr qint64 reducedImage = 1;
    constexpr std::array<const char *, 10> directories{"Image",     "SubImage1", "SubImage2", "SubImage3", "SubImage4",
                                                       "SubImage5", "SubImage6", "SubImage7", "SubImage8", "SubImage9"};
    for (const char *directory : directories) {
        const std::string group = std::string("Exif.") + directory + '.';
        const auto kind = number(exif, group + "NewSubfileType").value_or(0);
        const auto offset = number(exif, group + "StripOffsets");
        const auto size = number(exif, group + "StripByteCounts");
        if ((kind & reducedImage) == 0 || number(exif, group + "Compression") != jpegCompression || !offset || !size) {
            continue;
        }
        keepBetter(best, {readAt(path, *offset, *size), int(number(exif, group + "ImageWidth").value_or(0)),
                          int(number(exif, group + "ImageLength").value_or(0)), 1});
    }
}

void addPreviews(RawPreview &best, const Exiv2::Image &image)
{
    const Exiv2::PreviewManager manager(image);
    for (const Exiv2::PreviewProperties &properties : manager.getPreviewProperties()) {
        if (properties.mimeType_ != "image/jpeg" || qint64(properties.size_) > largestPreview) {
            continue;
        }
        const RawPreview candidate{{}, int(properties.width_), int(properties.height_), 1};
        if (!best.jpeg.isEmpty() && areaOf(candidate) < areaOf(best)) {
            continue;
        }
        const Exiv2::PreviewImage preview = manager.getPreviewImage(properties);
        RawPreview found = candidate;
        found.jpeg = QByteArray(reinterpret_cast<const char *>(preview.pData()), qsizetype(preview.size()));
        keepBetter(best, std::move(found));
    }
}

} // namespace

Result<RawPreview> readRawPreview(const QString &path)
{
    const auto image = openWithExiv2(path);
    if (!image) {
        return failed(image);
    }
    if (!*image) {
        return fail(ErrorCode::FileNotMedia, {{u"path"_s, path}});
    }
    try {
        const Exiv2::ExifData &exif = (*image)->exifData();
        RawPreview best;
        addStrips(best, path, exif);
        addPreviews(best, **image);
        if (best.jpeg.isEmpty()) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"preview"_s}, {u"id"_s, path}});
        }
        const qint64 orientation = number(exif, "Exif.Image.Orientation").value_or(1);
        best.orientation = orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
        return best;
    } catch (const std::exception &error) {
        return tl::unexpected(exiv2Failure(path, error));
    }
}

} // namespace kinframe::media
