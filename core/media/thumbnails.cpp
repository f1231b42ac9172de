// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/thumbnails.h"

#include "media/encode.h"
#include "media/scale.h"

#include <exception>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

constexpr int cropQuality = 88;

/// JPEG costs a fifth of WebP's time; what it cannot do is transparency.
Result<EncodedPicture> encoded(const Pixels &pixels, int quality)
{
    const bool transparent = hasTransparency(pixels);
    auto bytes = transparent ? encodeWebP(pixels, quality) : encodeJpeg(pixels, quality);
    if (!bytes) {
        return failed(bytes);
    }
    return EncodedPicture{
        *std::move(bytes), transparent ? u"image/webp"_s : u"image/jpeg"_s, {pixels.width, pixels.height}};
}

/// A window into the same bytes.
Pixels part(const Pixels &pixels, const QRect &area)
{
    std::uint8_t *first = pixels.row(area.y()) + std::ptrdiff_t(area.x()) * pixels.channels();
    return {area.width(), area.height(), pixels.layout, pixels.stride,
            std::shared_ptr<std::uint8_t[]>(pixels.bytes, first)};
}

Result<EncodedThumbnails> thumbnailsOf(const Pixels &upright, const ThumbnailOptions &options)
{
    const Pixels preview = fitted(upright, int(ThumbnailSize::Preview));
    auto encodedPreview = encoded(preview, options.previewQuality);
    if (!encodedPreview) {
        return failed(encodedPreview);
    }
    auto thumbnail = encoded(fitted(preview, int(ThumbnailSize::Thumbnail)), options.thumbnailQuality);
    if (!thumbnail) {
        return failed(thumbnail);
    }
    return EncodedThumbnails{*std::move(thumbnail), *std::move(encodedPreview)};
}

/// OpenCV and memory report by exceptions.
template <typename Function>
auto guarded(const Function &function) -> decltype(function())
{
    try {
        return function();
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Internal, {}, QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace

Result<EncodedThumbnails> makeThumbnails(const Pixels &upright, const ThumbnailOptions &options)
{
    return guarded([&] { return thumbnailsOf(upright, options); });
}

Result<EncodedPicture> cropEncoded(const Pixels &upright, const QRect &area, int longSide)
{
    const QRect inside = area.intersected(QRect(0, 0, upright.width, upright.height));
    if (upright.isNull() || inside.isEmpty()) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, u"area"_s}, {u"value"_s, u"outside"_s}, {u"expected"_s, u"a part of the picture"_s}});
    }
    return guarded([&]() -> Result<EncodedPicture> {
        const Pixels crop = flattenedOnWhite(fitted(part(upright, inside), longSide));
        return encoded(crop, cropQuality);
    });
}

} // namespace kinframe::media
