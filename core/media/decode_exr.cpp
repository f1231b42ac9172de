// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_exr.h"

#include "media/exr_structure.h"
#include "media/opencv_decode.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <cmath>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

/// OpenCV opens EXR only where this is set when it first looks; before `main` no other thread reads the environment.
const bool exrEnabled = qputenv("OPENCV_IO_ENABLE_OPENEXR", "1");

/// Linear light (0..1) to sRGB's curve, in place; not numbers become black, brighter light white.
void encodeLight(cv::Mat &picture)
{
    cv::patchNaNs(picture, 0);
    cv::min(cv::max(picture, 0), 1, picture);
    for (int y = 0; y < picture.rows; ++y) {
        auto *at = picture.ptr<float>(y);
        const int channels = picture.channels();
        for (int i = 0; i < picture.cols * channels; ++i) {
            const bool isAlpha = channels == 4 && i % 4 == 3;
            if (!isAlpha) {
                at[i] = at[i] <= 0.0031308F ? at[i] * 12.92F : 1.055F * std::pow(at[i], 1 / 2.4F) - 0.055F;
            }
        }
    }
}

/// EXR's colours are multiplied by their opacity.
void unpremultiply(cv::Mat &picture)
{
    for (int y = 0; y < picture.rows; ++y) {
        auto *at = picture.ptr<cv::Vec4f>(y);
        for (int x = 0; x < picture.cols; ++x) {
            const float alpha = at[x][3];
            for (int channel = 0; channel < 3 && alpha > 0; ++channel) {
                at[x][channel] /= alpha;
            }
        }
    }
}

/// The size that the header states, or why there is nothing to show.
Result<Dimensions> checkStructure(const PictureSource &source, const ExrStructure &structure)
{
    if (structure.state == ExrStructure::State::CutShort) {
        return truncated(source);
    }
    if (structure.state == ExrStructure::State::Damaged) {
        return damaged(source, u"EXR: its header is invalid"_s);
    }
    if (auto good = checkSize(source, structure.width, structure.height); !good) {
        return failed(good);
    }
    return Dimensions{int(structure.width), int(structure.height)};
}

} // namespace

Result<DecodedStage> decodeExr(const PictureSource &source)
{
    const ExrStructure structure = readExrStructure(source.bytes);
    if (const auto size = checkStructure(source, structure); !size) {
        return failed(size);
    }
    cv::Mat picture = exrEnabled ? unpackedByOpenCv(source, cv::IMREAD_UNCHANGED) : cv::Mat();
    if (picture.empty()) {
        return damaged(source, u"EXR: its data is invalid, or it has no colours"_s);
    }
    if (picture.depth() != CV_32F) {
        picture.convertTo(picture, CV_32F);
    }
    if (picture.channels() == 4) {
        unpremultiply(picture);
    }
    encodeLight(picture);
    return DecodedStage{pixelsOf(eightBits(picture)), {picture.cols, picture.rows}, {}, false, false};
}

Result<Dimensions> exrDimensions(const PictureSource &source)
{
    return checkStructure(source, readExrStructure(source.bytes));
}

} // namespace kinframe::media
