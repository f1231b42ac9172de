// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/opencv_decode.h"

#include "media/opencv_view.h"

#include <QFile>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace kinframe::media {

cv::Mat unpackedByOpenCv(const PictureSource &source, int modes)
{
    // OpenCV reads only, but has no matrix of constant bytes.
    auto *bytes = const_cast<char *>(source.bytes.data());
    const cv::Mat file(1, int(source.bytes.size()), CV_8UC1, bytes);
    try {
#ifndef Q_OS_WIN
        // Elsewhere OpenCV takes names in the narrow code page only.
        if (source.isFile && modes == cv::IMREAD_UNCHANGED) {
            return cv::imread(QFile::encodeName(source.path).toStdString(), modes);
        }
#endif
        return cv::imdecode(file, modes);
    } catch (const cv::Exception &) {
        return {};
    }
}

Pixels pixelsOf(const cv::Mat &matrix)
{
    const auto layout = matrix.channels() == 4 ? Pixels::Layout::Bgra : Pixels::Layout::Bgr;
    Pixels pixels = Pixels::make(matrix.cols, matrix.rows, layout);
    cv::Mat to = viewOf(pixels);
    if (matrix.channels() == 1) {
        cv::cvtColor(matrix, to, cv::COLOR_GRAY2BGR);
    } else {
        matrix.copyTo(to);
    }
    return pixels;
}

cv::Mat eightBits(const cv::Mat &matrix)
{
    cv::Mat result;
    switch (matrix.depth()) {
    case CV_16U:
        matrix.convertTo(result, CV_8U, 1 / 257.0);
        break;
    case CV_32F:
    case CV_64F:
        matrix.convertTo(result, CV_8U, 255);
        break;
    default:
        matrix.convertTo(result, CV_8U);
        break;
    }
    return result;
}

} // namespace kinframe::media
