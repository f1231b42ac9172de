// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/face_engine.h"

#include "base/heap.h"
#include "faces/engine/detector.h"
#include "faces/engine/embedder.h"
#include "faces/engine/quality.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

/// The part around a box in which its landmarks are looked for, as a multiple of the box.
constexpr float searchMargin = 0.5f;
constexpr int searchSide = 320;
constexpr float leastSearchScore = 0.3f;
constexpr float leastSearchOverlap = 0.3f;
/// Where the landmarks of a face lie in its box on the average.
constexpr Landmarks usualLandmarks{Point{0.29f, 0.37f}, Point{0.70f, 0.37f}, Point{0.49f, 0.57f}, Point{0.33f, 0.73f},
                                   Point{0.67f, 0.73f}};

/// A picture as OpenCV sees it, and how it relates to the original.
struct Scene
{
    cv::Mat bgr;
    int originalWidth;
    int originalHeight;

    float width() const { return static_cast<float>(bgr.cols); }
    float height() const { return static_cast<float>(bgr.rows); }
};

Failure refused(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, field}, {u"value"_s, value}, {u"expected"_s, expected}});
}

Failure refusedBox(const Box &box)
{
    return refused(u"box"_s, u"%1, %2, %3 x %4"_s.arg(box.x).arg(box.y).arg(box.width).arg(box.height),
                   u"a part of the picture"_s);
}

Result<Scene> sceneOf(const media::Pixels &picture, int originalWidth, int originalHeight)
{
    if (picture.isNull() || picture.width <= 0 || picture.height <= 0 || originalWidth <= 0 || originalHeight <= 0)
        return refused(u"picture"_s, u"%1 x %2"_s.arg(picture.width).arg(picture.height), u"larger than nothing"_s);
    Scene scene{cv::Mat(picture.height, picture.width, CV_8UC(picture.channels()), picture.bytes.get(),
                        static_cast<std::size_t>(picture.stride)),
                originalWidth, originalHeight};
    if (picture.layout == media::Pixels::Layout::Bgra)
        cv::cvtColor(scene.bgr, scene.bgr, cv::COLOR_BGRA2BGR);
    return scene;
}

DetectedFace describe(const Scene &scene, const FaceCandidate &candidate)
{
    DetectedFace face;
    face.box = {candidate.box.x / scene.width(), candidate.box.y / scene.height(), candidate.box.width / scene.width(),
                candidate.box.height / scene.height()};
    for (std::size_t i = 0; i < face.landmarks.size(); ++i)
        face.landmarks[i] = {candidate.points[i].x / scene.width(), candidate.points[i].y / scene.height()};
    face.score = candidate.score;
    face.sizePixels = std::min(face.box.width * static_cast<float>(scene.originalWidth),
                               face.box.height * static_cast<float>(scene.originalHeight));
    return face;
}

FaceFound measure(Embedder &embedder, const Scene &scene, const FaceCandidate &candidate)
{
    FaceFound found;
    found.face = describe(scene, candidate);
    found.embedding.model = embedder.kind();
    const cv::Mat face = alignedFace(scene.bgr, candidate.points, embedder.wantedFace());
    if (face.empty())
        return found;
    const float size = std::min(candidate.box.width, candidate.box.height);
    found.quality = qualityOf(face, candidate.points, size, candidate.score).total();
    if (found.face.sizePixels >= leastRecognisedSize)
        found.embedding.values = embedder.embed(face);
    return found;
}

FaceCandidate guessed(const cv::Rect2f &box)
{
    FaceCandidate candidate;
    candidate.box = box;
    for (std::size_t i = 0; i < usualLandmarks.size(); ++i)
        candidate.points[i] = {box.x + usualLandmarks[i].x * box.width, box.y + usualLandmarks[i].y * box.height};
    return candidate;
}

/// The box with the points and the score of the face that is found in it, or with the usual ones.
FaceCandidate findInBox(Detector &detector, const cv::Mat &bgr, const cv::Rect2f &box)
{
    const cv::Rect2f wide(box.x - box.width * searchMargin, box.y - box.height * searchMargin,
                          box.width * (1 + 2 * searchMargin), box.height * (1 + 2 * searchMargin));
    const cv::Rect part = cv::Rect(wide) & cv::Rect(cv::Point(), bgr.size());
    FaceCandidate best = guessed(box);
    if (part.area() == 0)
        return best;
    const float scale = static_cast<float>(searchSide) / static_cast<float>(std::max(part.width, part.height));
    cv::Mat crop;
    cv::resize(bgr(part), crop, cv::Size(), scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    float bestOverlap = leastSearchOverlap;
    for (const FaceCandidate &face : detector.detectOnce(crop, leastSearchScore)) {
        const cv::Point2f origin(part.tl());
        const cv::Rect2f place(face.box.tl() / scale + origin, face.box.size() / scale);
        if (const float overlap = overlapOf(place, box); overlap > bestOverlap) {
            bestOverlap = overlap;
            best.score = face.score;
            for (std::size_t i = 0; i < best.points.size(); ++i)
                best.points[i] = face.points[i] / scale + origin;
        }
    }
    return best;
}

Failure engineFailed(const std::exception &exception)
{
    return fail(ErrorCode::Internal, {}, QString::fromLocal8Bit(exception.what()));
}

} // namespace

void prepareEngines()
{
    cv::setNumThreads(1);
}

struct FaceEngine::Networks
{
    Networks(Detector found, Embedder measured)
        : detector(std::move(found))
        , embedder(std::move(measured))
    {
    }

    LargeBlocksKept blocks; ///< first: it goes last
    Detector detector;
    Embedder embedder;
};

FaceEngine::FaceEngine(std::unique_ptr<Networks> networks)
    : m_networks(std::move(networks))
{
}

FaceEngine::~FaceEngine() = default;

Result<std::unique_ptr<FaceEngine>> FaceEngine::load(const ModelFiles &files)
{
    auto detector = Detector::load(files.detector);
    if (!detector)
        return failed(detector);
    auto embedder = Embedder::load(files.recogniser, files.kind);
    if (!embedder)
        return failed(embedder);
    auto networks = std::make_unique<Networks>(std::move(*detector), std::move(*embedder));
    return std::unique_ptr<FaceEngine>(new FaceEngine(std::move(networks)));
}

const ModelTraits &FaceEngine::model() const
{
    return traitsOf(m_networks->embedder.kind());
}

Result<std::vector<FaceFound>> FaceEngine::analyse(const media::Pixels &picture, int originalWidth, int originalHeight)
{
    try {
        const auto scene = sceneOf(picture, originalWidth, originalHeight);
        if (!scene)
            return failed(scene);
        std::vector<FaceFound> faces;
        for (const FaceCandidate &candidate : m_networks->detector.detect(scene->bgr))
            faces.push_back(measure(m_networks->embedder, *scene, candidate));
        return faces;
    } catch (const std::exception &exception) {
        return engineFailed(exception);
    }
}

Result<FaceFound> FaceEngine::analyseBox(const media::Pixels &picture, const Box &box, int originalWidth,
                                         int originalHeight)
{
    try {
        const auto scene = sceneOf(picture, originalWidth, originalHeight);
        if (!scene)
            return failed(scene);
        if (!std::isfinite(box.x + box.y + box.width + box.height))
            return refusedBox(box);
        const cv::Rect2f drawn(box.x * scene->width(), box.y * scene->height(), box.width * scene->width(),
                               box.height * scene->height());
        const cv::Rect2f inside = drawn & cv::Rect2f(0, 0, scene->width(), scene->height());
        if (!(inside.width >= 1 && inside.height >= 1))
            return refusedBox(box);
        return measure(m_networks->embedder, *scene, findInBox(m_networks->detector, scene->bgr, inside));
    } catch (const std::exception &exception) {
        return engineFailed(exception);
    }
}

} // namespace kinframe::faces
