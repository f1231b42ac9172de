// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <map>
#include <string>

namespace cv {
class Mat;
}

namespace kinframe::media::test {

/// A clip that a test makes for itself, in MPEG-4 Part 2 (MPEG-2 in program streams).
struct MadeVideo
{
    int width = 320;
    int height = 240;
    int frames = 50;
    int framesPerSecond = 25;
    int keyFrameEvery = 12;
    int rotation = 0;   ///< degrees clockwise that a player must turn it
    int pixelWidth = 1; ///< against a pixel height of 1
    std::map<std::string, std::string> tags = {};
    /// Paints the BGR frame of that number.
    std::function<void(cv::Mat &, int)> paint;
};

/// In the container that the name's suffix asks for; false where FFmpeg cannot.
[[nodiscard]] bool makeVideo(const QString &path, const MadeVideo &video);

} // namespace kinframe::media::test
