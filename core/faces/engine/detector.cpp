// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/detector.h"

#include "faces/engine/model_file.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace kinframe::faces {

namespace {

// Long sides of the looks. 320 sees faces that fill the picture, 1280 those that are small in it; together they cost
// five times as much as 640 alone and halve the size from which on faces are found (50 px instead of 100 in 12 MP).
constexpr std::array looks{320, 640, 1280};
// A look at the picture as it is makes little sense when it is hardly larger than the look before.
constexpr double leastGrowth = 1.25;

// What a look may contribute to the evidence for a face, and what a face needs: what only one of several looks could
// have seen at all needs more, or every leaf in a large photo would be a face in waiting.
constexpr float weakScore = 0.3f;
constexpr float leastScore = 0.65f;
constexpr float leastLonelyScore = 0.8f;
// Sizes at which a look sees nearly every face: 95 % of them score above 0.7 from 18 px on, and again below 420 px.
constexpr float smallestSeen = 18;
constexpr float largestSeen = 420;
constexpr float sameFaceOverlap = 0.3f;

struct Look
{
    float scale = 1; ///< from the picture to what the network saw
    std::vector<FaceCandidate> candidates;
};

void scaleBy(FaceCandidate &candidate, float x, float y)
{
    candidate.box = {candidate.box.x * x, candidate.box.y * y, candidate.box.width * x, candidate.box.height * y};
    for (cv::Point2f &point : candidate.points)
        point = {point.x * x, point.y * y};
}

/// Looks at `seen`, which is `picture` in another size.
Look lookAt(YuNet &net, const cv::Mat &seen, cv::Size picture)
{
    const float x = static_cast<float>(picture.width) / static_cast<float>(seen.cols);
    const float y = static_cast<float>(picture.height) / static_cast<float>(seen.rows);
    Look look{1 / std::max(x, y), net.run(seen, weakScore)};
    for (FaceCandidate &candidate : look.candidates)
        scaleBy(candidate, x, y);
    return look;
}

float bestMatch(const Look &look, const cv::Rect2f &box)
{
    float best = 0;
    for (const FaceCandidate &candidate : look.candidates)
        if (overlapOf(candidate.box, box) > sameFaceOverlap)
            best = std::max(best, candidate.score);
    return best;
}

/// The mean score over the looks that should have seen the face, or 0 where that is too little.
float evidenceFor(const FaceCandidate &face, const std::vector<Look> &all)
{
    float sum = 0;
    int expected = 0;
    for (const Look &look : all) {
        const float shorter = std::min(face.box.width, face.box.height) * look.scale;
        const float longer = std::max(face.box.width, face.box.height) * look.scale;
        if (shorter < smallestSeen || longer > largestSeen)
            continue;
        sum += bestMatch(look, face.box);
        ++expected;
    }
    const float score = expected == 0 ? face.score : sum / static_cast<float>(expected);
    const bool lonely = expected < 2 && all.size() > 1;
    return score >= (lonely ? leastLonelyScore : leastScore) ? score : 0;
}

/// The sizes in which to look at a picture, largest first.
std::vector<cv::Size> sizesFor(cv::Size picture)
{
    const int longSide = std::max(picture.width, picture.height);
    std::vector<cv::Size> sizes;
    double last = 0;
    for (const int look : looks) {
        const double side = std::min(look, longSide);
        if (last > 0 && side < last * leastGrowth)
            break;
        const double scale = side / longSide;
        sizes.emplace_back(std::max(1, cvRound(picture.width * scale)), std::max(1, cvRound(picture.height * scale)));
        last = side;
    }
    std::reverse(sizes.begin(), sizes.end());
    return sizes;
}

} // namespace

Result<Detector> Detector::load(const QString &path)
{
    return guardedLoad<Detector>(path, [&]() -> Result<Detector> {
        const auto bytes = readModelFile(path);
        if (!bytes)
            return failed(bytes);
        Detector detector{YuNet(*bytes)};
        // One run tells whether it is the network it should be, and not only some network.
        (void)detector.detectOnce(cv::Mat(64, 96, CV_8UC3, cv::Scalar::all(128)), leastScore);
        return detector;
    });
}

Detector::Detector(YuNet net)
    : m_net(std::move(net))
{
}

std::vector<FaceCandidate> Detector::detect(const cv::Mat &bgr)
{
    std::vector<Look> all;
    std::vector<FaceCandidate> candidates;
    cv::Mat seen = bgr;
    for (const cv::Size size : sizesFor(bgr.size())) {
        // Each from the one before: reading all of a large original three times costs more than a look.
        if (size != seen.size()) {
            cv::Mat smaller;
            cv::resize(seen, smaller, size, 0, 0, cv::INTER_AREA);
            seen = smaller;
        }
        all.push_back(lookAt(m_net, seen, bgr.size()));
        candidates.insert(candidates.end(), all.back().candidates.begin(), all.back().candidates.end());
    }
    std::vector<FaceCandidate> faces;
    const cv::Rect2f whole(0, 0, static_cast<float>(bgr.cols), static_cast<float>(bgr.rows));
    for (FaceCandidate &face : suppressOverlaps(std::move(candidates))) {
        face.score = evidenceFor(face, all);
        face.box &= whole;
        if (face.score > 0 && face.box.area() > 0)
            faces.push_back(face);
    }
    std::stable_sort(faces.begin(), faces.end(),
                     [](const FaceCandidate &a, const FaceCandidate &b) { return a.score > b.score; });
    return faces;
}

std::vector<FaceCandidate> Detector::detectOnce(const cv::Mat &bgr, float minScore)
{
    return m_net.run(bgr, minScore);
}

} // namespace kinframe::faces
