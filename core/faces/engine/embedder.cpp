// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/embedder.h"

#include "faces/engine/model_file.h"
#include "faces/engine/plan_net.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

Result<cv::dnn::Net> netOfIr(QByteArrayView xml, QByteArrayView weights, int dimensions)
{
    const auto graph = readIrGraph(xml);
    if (!graph)
        return failed(graph);
    const auto plan = planNetwork(*graph, weights);
    if (!plan)
        return failed(plan);
    if (plan->steps.front().shape != PlanShape{3, 128, 128} || plan->steps.back().shape != PlanShape{dimensions, 1, 1})
        return unreadableModel(u"it is another network than it should be"_s);
    return buildNet(*plan);
}

Result<cv::dnn::Net> readNet(const QString &path, int dimensions)
{
    const auto bytes = readModelFile(path);
    if (!bytes)
        return failed(bytes);
    if (!path.endsWith(".xml"_L1))
        return cv::dnn::readNetFromONNX(bytes->constData(), static_cast<std::size_t>(bytes->size()));
    const auto weights = readModelFile(path.chopped(4) + ".bin"_L1);
    if (!weights)
        return failed(weights);
    return netOfIr(*bytes, *weights, dimensions);
}

} // namespace

Result<Embedder> Embedder::load(const QString &path, RecogniserKind kind)
{
    const int dimensions = traitsOf(kind).dimensions;
    return guardedLoad<Embedder>(path, [&]() -> Result<Embedder> {
        auto net = readNet(path, dimensions);
        if (!net)
            return failed(net);
        Embedder embedder(*net, kind);
        // One run tells whether it is the network it should be, and not only some network.
        const cv::Mat gray(embedder.wantedFace().size, CV_8UC3, cv::Scalar::all(128));
        if (static_cast<int>(embedder.embed(gray).size()) != dimensions)
            return unreadableModel(u"it gives no vector of %1 numbers"_s.arg(dimensions));
        return embedder;
    });
}

Embedder::Embedder(const cv::dnn::Net &net, RecogniserKind kind)
    : m_net(net)
    , m_kind(kind)
{
    m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
}

const FaceTemplate &Embedder::wantedFace() const
{
    static const FaceTemplate reidentification{
        FacePoints{cv::Point2f(30.2946f, 51.6963f), cv::Point2f(65.5318f, 51.6963f), cv::Point2f(48.0252f, 71.7366f),
                   cv::Point2f(33.5493f, 92.3655f), cv::Point2f(62.7299f, 92.3655f)},
        cv::Size2d(128.0 / 96, 128.0 / 112), cv::Size(128, 128)};
    static const FaceTemplate sface{FacePoints{cv::Point2f(38.2946f, 51.6963f), cv::Point2f(73.5318f, 51.5014f),
                                               cv::Point2f(56.0252f, 71.7366f), cv::Point2f(41.5493f, 92.3655f),
                                               cv::Point2f(70.7299f, 92.2041f)},
                                    cv::Size2d(1, 1), cv::Size(112, 112)};
    return m_kind == RecogniserKind::SFace2021 ? sface : reidentification;
}

std::vector<float> Embedder::embed(const cv::Mat &face)
{
    const bool swapRedAndBlue = m_kind == RecogniserKind::SFace2021;
    m_net.setInput(cv::dnn::blobFromImage(face, 1.0, cv::Size(), cv::Scalar(), swapRedAndBlue, false));
    const cv::Mat output = m_net.forward();
    const auto *begin = output.ptr<float>();
    std::vector<float> vector(begin, begin + output.total());
    const double norm = std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
    if (!(norm > 1e-6) || !std::isfinite(norm))
        return {};
    std::transform(vector.begin(), vector.end(), vector.begin(),
                   [norm](float value) { return static_cast<float>(value / norm); });
    return vector;
}

} // namespace kinframe::faces
