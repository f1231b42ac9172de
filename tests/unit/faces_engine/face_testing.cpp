// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_testing.h"

#include <QFileInfo>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace kinframe::faces::test {

namespace {

QString pathBelow(const char *variable, const QString &name)
{
    const QString folder = qEnvironmentVariable(variable);
    const QString path = folder + u'/' + name;
    return !folder.isEmpty() && QFileInfo::exists(path) ? path : QString();
}

media::Pixels pixelsOf(const cv::Mat &bgr)
{
    auto pixels = media::Pixels::make(bgr.cols, bgr.rows);
    cv::Mat view(bgr.rows, bgr.cols, CV_8UC3, pixels.bytes.get(), static_cast<std::size_t>(pixels.stride));
    bgr.copyTo(view);
    return pixels;
}

void normalise(std::vector<float> &vector)
{
    const float norm = std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0f));
    for (float &value : vector)
        value /= norm;
}

} // namespace

QString modelPath(const QString &name)
{
    return pathBelow("KINFRAME_MODELS", name);
}

QString photoPath(const QString &name)
{
    return pathBelow("KINFRAME_TESTDATA", name);
}

ModelFiles installedModels()
{
    return {modelPath(u"face_detection_yunet_2023mar.onnx"_s),
            modelPath(u"omz-source/face-reidentification-retail-0095.xml"_s), RecogniserKind::FaceReidentification0095};
}

bool hasModelsAndPhotos()
{
    const ModelFiles models = installedModels();
    return !models.detector.isEmpty() && !models.recogniser.isEmpty() &&
           !photoPath(u"groups/two_people.jpg"_s).isEmpty();
}

media::Pixels readPhoto(const QString &path)
{
    const cv::Mat bgr = cv::imread(path.toStdString(), cv::IMREAD_COLOR);
    return bgr.empty() ? media::Pixels() : pixelsOf(bgr);
}

media::Pixels resized(const media::Pixels &picture, int width, int height)
{
    const cv::Mat view(picture.height, picture.width, CV_8UC3, picture.bytes.get(),
                       static_cast<std::size_t>(picture.stride));
    cv::Mat smaller;
    cv::resize(view, smaller, cv::Size(width, height), 0, 0, cv::INTER_AREA);
    return pixelsOf(smaller);
}

MadeUpFaces::MadeUpFaces(unsigned seed, std::size_t dimensions)
    : m_random(seed)
    , m_dimensions(dimensions)
{
}

std::vector<float> MadeUpFaces::anybody()
{
    std::vector<float> vector(m_dimensions);
    for (float &value : vector)
        value = m_normal(m_random);
    normalise(vector);
    return vector;
}

std::vector<float> MadeUpFaces::like(const std::vector<float> &middle, float cosineBetween)
{
    std::vector<float> vector = anybody();
    const float own = std::sqrt(1 - cosineBetween);
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] = own * vector[i] + std::sqrt(cosineBetween) * middle[i];
    normalise(vector);
    return vector;
}

std::vector<float> MadeUpFaces::at(const std::vector<float> &face, float cosineToIt)
{
    std::vector<float> vector = anybody();
    const float along = cosine(vector, face);
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] -= along * face[i];
    normalise(vector);
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] = cosineToIt * face[i] + std::sqrt(1 - cosineToIt * cosineToIt) * vector[i];
    return vector;
}

float cosine(const std::vector<float> &a, const std::vector<float> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0f);
}

} // namespace kinframe::faces::test
