// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_jpeg.h"

#include "media/colour.h"
#include "media/jpeg_reader.h"

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

Failure failureOf(const JpegReader &reader, const PictureSource &source)
{
    switch (reader.state()) {
    case JpegReader::State::EndedEarly:
        return truncated(source, reader.reason());
    case JpegReader::State::Unsupported:
        return unsupported(source, u"JPEG: %1"_s.arg(reader.reason()));
    case JpegReader::State::Canceled:
        return canceled(source);
    case JpegReader::State::Good:
    case JpegReader::State::Corrupt:
        break;
    }
    return damaged(source, reader.reason());
}

} // namespace

Result<DecodedStage> decodeJpeg(const PictureSource &source)
{
    JpegReader reader(source.bytes, source.options.stop);
    if (!reader.readHeader()) {
        return failureOf(reader, source);
    }
    DecodedStage stage;
    stage.original = reader.dimensions();
    if (auto good = checkSize(source, stage.original.width, stage.original.height); !good) {
        return failed(good);
    }
    stage.iccProfile = reader.iccProfile();
    const Dimensions size = reader.reduceTo(source.options.longSide);
    if (size == Dimensions{}) {
        return failureOf(reader, source);
    }
    stage.pixels = Pixels::make(size.width, size.height);
    JpegReader::InkRow inkRow;
    if (reader.isCmyk()) {
        const CmykToSrgb inks(stage.iccProfile,
                              reader.hasAdobeMarker() ? CmykToSrgb::Inks::Inverted : CmykToSrgb::Inks::AsWritten);
        inkRow = [inks](const std::uint8_t *cmyk, std::uint8_t *bgr, int count) { inks.convert(cmyk, bgr, count); };
        stage.iccProfile.clear();
    }
    if (!reader.decodeInto(stage.pixels, inkRow)) {
        return failureOf(reader, source);
    }
    return stage;
}

Result<Dimensions> jpegDimensions(const PictureSource &source)
{
    JpegReader reader(source.bytes, source.options.stop);
    if (!reader.readHeader()) {
        return failureOf(reader, source);
    }
    return reader.dimensions();
}

} // namespace kinframe::media
