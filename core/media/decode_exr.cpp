// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_exr.h"

#include "media/opencv_decode.h"

#include <QFile>
#include <QtEndian>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

/// OpenCV opens EXR only where this is set when it first looks; before `main` no other thread reads the environment.
const bool exrEnabled = qputenv("OPENCV_IO_ENABLE_OPENEXR", "1");

/// Attributes and channels of render programs fill some kilobytes.
constexpr qsizetype headerLimit = 1024 * 1024;

/// Finds the data window among the header's attributes: name, type (both ended by a zero), size, value.
Result<Dimensions> readHeader(const PictureSource &source)
{
    const QByteArrayView bytes = source.bytes;
    qsizetype at = 8;
    while (at < headerLimit) {
        const qsizetype nameEnd = bytes.indexOf('\0', std::min(at, bytes.size()));
        if (nameEnd == at) {
            return damaged(source, u"EXR: it has no data window"_s);
        }
        const qsizetype typeEnd = nameEnd < 0 ? -1 : bytes.indexOf('\0', nameEnd + 1);
        if (typeEnd < 0 || bytes.size() - typeEnd < 5) {
            return truncated(source);
        }
        const qsizetype size = qFromLittleEndian<quint32>(bytes.data() + typeEnd + 1);
        const qsizetype value = typeEnd + 5;
        if (bytes.size() - value < size) {
            return truncated(source);
        }
        if (bytes.sliced(at, nameEnd - at) == "dataWindow" && size == 16) {
            const auto number = [&](qsizetype index) {
                return qint64(qFromLittleEndian<qint32>(bytes.data() + value + 4 * index));
            };
            const qint64 width = number(2) - number(0) + 1;
            const qint64 height = number(3) - number(1) + 1;
            if (auto good = checkSize(source, width, height); !good) {
                return failed(good);
            }
            return Dimensions{int(width), int(height)};
        }
        at = value + size;
    }
    return damaged(source, u"EXR: its header has no end"_s);
}

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

} // namespace

Result<DecodedStage> decodeExr(const PictureSource &source)
{
    const auto size = readHeader(source);
    if (!size) {
        return failed(size);
    }
    cv::Mat picture = exrEnabled ? unpackedByOpenCv(source, cv::IMREAD_UNCHANGED) : cv::Mat();
    if (picture.empty()) {
        return damaged(source, u"EXR: its data is invalid, cut short, or has no colours"_s);
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
    return readHeader(source);
}

} // namespace kinframe::media
