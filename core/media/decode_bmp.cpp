// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/decode_bmp.h"

#include "media/opencv_decode.h"

#include <QtEndian>

#include <opencv2/imgcodecs.hpp>

#include <cstdlib>

namespace kinframe::media {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype fileHeaderSize = 14;

struct BmpHeader
{
    qint64 width = 0;
    qint64 height = 0;
    qint64 end = 0; ///< of the picture's data, where it is not packed
};

template <typename Number>
Number numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

Result<BmpHeader> readHeader(const PictureSource &source)
{
    const QByteArrayView bytes = source.bytes;
    constexpr qsizetype oldSize = fileHeaderSize + 12;
    constexpr qsizetype newSize = fileHeaderSize + 40;
    const bool isOld = bytes.size() >= oldSize && numberAt<quint32>(bytes, fileHeaderSize) == 12;
    if (!isOld && bytes.size() < newSize) {
        return truncated(source);
    }
    BmpHeader header;
    // A negative height says that the uppermost row comes first.
    header.width = isOld ? numberAt<quint16>(bytes, 18) : numberAt<qint32>(bytes, 18);
    header.height = isOld ? numberAt<quint16>(bytes, 20) : std::abs(qint64(numberAt<qint32>(bytes, 22)));
    const qint64 bits = numberAt<quint16>(bytes, isOld ? 24 : 28);
    const quint32 compression = isOld ? 0 : numberAt<quint32>(bytes, 30);
    const bool packed = compression == 1 || compression == 2;
    const qint64 rowSize = (header.width * bits + 31) / 32 * 4;
    header.end = packed ? numberAt<quint32>(bytes, 2) : numberAt<quint32>(bytes, 10) + rowSize * header.height;
    return header;
}

} // namespace

Result<DecodedStage> decodeBmp(const PictureSource &source)
{
    const auto header = readHeader(source);
    if (!header) {
        return failed(header);
    }
    if (auto good = checkSize(source, header->width, header->height); !good) {
        return failed(good);
    }
    if (header->end > source.bytes.size()) {
        return truncated(source);
    }
    const cv::Mat picture = unpackedByOpenCv(source, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
    if (picture.empty()) {
        return damaged(source, u"BMP: its data does not fit its header"_s);
    }
    return DecodedStage{pixelsOf(picture), {picture.cols, picture.rows}, {}, false, false};
}

Result<Dimensions> bmpDimensions(const PictureSource &source)
{
    const auto header = readHeader(source);
    if (!header) {
        return failed(header);
    }
    return Dimensions{int(header->width), int(header->height)};
}

} // namespace kinframe::media
