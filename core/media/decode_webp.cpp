// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_webp.h"

#include "media/scale.h"

#include <QtEndian>

#include <webp/decode.h>
#include <webp/demux.h>

#include <cstring>
#include <memory>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

const std::uint8_t *dataOf(const PictureSource &source)
{
    return reinterpret_cast<const std::uint8_t *>(source.bytes.data());
}

Failure failureOf(VP8StatusCode status, const PictureSource &source)
{
    switch (status) {
    case VP8_STATUS_NOT_ENOUGH_DATA:
    case VP8_STATUS_SUSPENDED:
        return truncated(source);
    case VP8_STATUS_OUT_OF_MEMORY:
        return damaged(source, u"WebP: it wants more memory than there is"_s);
    default:
        return damaged(source, u"WebP: its picture data is invalid"_s);
    }
}

/// The size that the container states; libwebp reads on behind the end of some files without saying so.
bool endsEarly(const PictureSource &source)
{
    return source.bytes.size() < 12 ||
           qFromLittleEndian<quint32>(source.bytes.data() + 4) > quint64(source.bytes.size() - 8);
}

Result<WebPBitstreamFeatures> featuresOf(const PictureSource &source)
{
    WebPBitstreamFeatures features;
    const auto status = WebPGetFeatures(dataOf(source), std::size_t(source.bytes.size()), &features);
    if (status != VP8_STATUS_OK) {
        return failureOf(status, source);
    }
    return features;
}

QByteArray profileIn(const PictureSource &source)
{
    const WebPData data{dataOf(source), std::size_t(source.bytes.size())};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&data), WebPDemuxDelete);
    WebPChunkIterator chunk{};
    QByteArray profile;
    if (demuxer && WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk) != 0) {
        profile = QByteArray(reinterpret_cast<const char *>(chunk.chunk.bytes), qsizetype(chunk.chunk.size));
        WebPDemuxReleaseChunkIterator(&chunk);
    }
    return profile;
}

Result<Pixels> decodeStill(const PictureSource &source, const WebPBitstreamFeatures &features)
{
    const auto layout = features.has_alpha != 0 ? Pixels::Layout::Bgra : Pixels::Layout::Bgr;
    const Dimensions size = fittedSize({features.width, features.height}, source.options.longSide);
    Pixels pixels = Pixels::make(size.width, size.height, layout);
    WebPDecoderConfig config;
    WebPInitDecoderConfig(&config);
    config.options.use_scaling = size != Dimensions{features.width, features.height};
    config.options.scaled_width = size.width;
    config.options.scaled_height = size.height;
    config.output.colorspace = layout == Pixels::Layout::Bgra ? MODE_BGRA : MODE_BGR;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {pixels.bytes.get(), int(pixels.stride), pixels.size()};
    const auto status = WebPDecode(dataOf(source), std::size_t(source.bytes.size()), &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK) {
        return failureOf(status, source);
    }
    return pixels;
}

/// The first frame may cover a part of the canvas only, so it is composed.
Result<Pixels> decodeFirstFrame(const PictureSource &source, const WebPBitstreamFeatures &features)
{
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_BGRA;
    const WebPData data{dataOf(source), std::size_t(source.bytes.size())};
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
        WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    std::uint8_t *canvas = nullptr;
    int timestamp = 0;
    if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &canvas, &timestamp) == 0) {
        return damaged(source, u"WebP: its first frame is invalid"_s);
    }
    Pixels pixels = Pixels::make(features.width, features.height, Pixels::Layout::Bgra);
    std::memcpy(pixels.bytes.get(), canvas, pixels.size());
    return pixels;
}

} // namespace

Result<DecodedStage> decodeWebP(const PictureSource &source)
{
    const auto features = featuresOf(source);
    if (!features) {
        return failed(features);
    }
    if (auto good = checkSize(source, features->width, features->height); !good) {
        return failed(good);
    }
    if (endsEarly(source)) {
        return truncated(source);
    }
    const bool animated = features->has_animation != 0;
    auto pixels = animated ? decodeFirstFrame(source, *features) : decodeStill(source, *features);
    if (!pixels) {
        return failed(pixels);
    }
    return DecodedStage{*std::move(pixels), {features->width, features->height}, profileIn(source), animated, false};
}

Result<Dimensions> webPDimensions(const PictureSource &source)
{
    const auto features = featuresOf(source);
    if (!features) {
        return failed(features);
    }
    return Dimensions{features->width, features->height};
}

} // namespace kinframe::media
