// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/metadata_exiv2.h"

#include <QFile>
#include <QString>

#include <opencv2/imgcodecs.hpp>

#include <functional>
#include <vector>

namespace kinframe::media::test {

/// Fills in what the picture shall say of itself.
using Describe = std::function<void(Exiv2::ExifData &, Exiv2::IptcData &, Exiv2::XmpData &)>;

/// A grey JPEG of 64 x 48 with that metadata; false where it could not be written.
inline bool makePicture(const QString &path, const Describe &describe)
{
    prepareExiv2();
    const cv::Mat grey(48, 64, CV_8UC3, cv::Scalar(90, 90, 90));
    std::vector<unsigned char> bytes;
    if (!cv::imencode(".jpg", grey, bytes)) {
        return false;
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) != qint64(bytes.size())) {
        return false;
    }
    file.close();
    const auto image = openWithExiv2(path);
    if (!image || !*image) {
        return false;
    }
    describe((*image)->exifData(), (*image)->iptcData(), (*image)->xmpData());
    (*image)->writeMetadata();
    return true;
}

} // namespace kinframe::media::test
