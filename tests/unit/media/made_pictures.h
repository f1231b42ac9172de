// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/decode.h"
#include "media/pixels.h"

#include <QByteArray>
#include <QString>

#include <opencv2/core/mat.hpp>

/// Pictures that the tests make themselves, and how they compare them.
namespace made {

/// Four quarters: red, green / blue, white. Turned or mirrored it is another picture.
[[nodiscard]] kinframe::media::Pixels quarters(int width, int height);
/// Smooth colours with a little noise, so that every block of it has something to encode.
[[nodiscard]] kinframe::media::Pixels landscape(int width, int height);

struct JpegKind
{
    enum class Colours { Rgb, Gray, CmykAdobe, YcckAdobe, CmykPlain };
    Colours colours = Colours::Rgb;
    bool progressive = false;
    int quality = 95;
    QByteArray iccProfile = {};
};

/// CMYK kinds are written without black: their inks are the complements of the colours.
[[nodiscard]] QByteArray jpeg(const kinframe::media::Pixels &pixels, const JpegKind &kind = {});
/// By OpenCV's encoder for `.png`, `.tiff`, `.bmp`, `.exr` and so on.
[[nodiscard]] QByteArray encoded(const cv::Mat &picture, const char *suffix, const std::vector<int> &options = {});
[[nodiscard]] cv::Mat matrixOf(const kinframe::media::Pixels &pixels);

struct Colour
{
    int red = 0;
    int green = 0;
    int blue = 0;
    int alpha = 255;
};
[[nodiscard]] Colour colourAt(const kinframe::media::Pixels &pixels, double x, double y);
/// True where no channel differs by more than `tolerance`; else a line on what was found.
[[nodiscard]] bool isNear(const Colour &found, const Colour &expected, int tolerance);

/// Decodes bytes whose type is sniffed first.
[[nodiscard]] kinframe::Result<kinframe::media::Decoded>
decode(const QByteArray &bytes, const kinframe::media::DecodeOptions &options = {}, int exifOrientation = 1);

/// Cuts the bytes at `count` places spread over them and decodes each: none may be shown, all must say truncated or,
/// in the first bytes, not be recognised. Gives the number that did neither.
[[nodiscard]] int wrongAnswersWhenCut(const QByteArray &bytes, int count);

/// A file of the test data, or an empty name where there is none.
[[nodiscard]] QString testFile(const QString &name);

} // namespace made
