// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/plan_net.h"

#include <string>

namespace kinframe::faces {

namespace {

cv::Mat blobOf(const std::vector<float> &values, const std::vector<int> &shape)
{
    cv::Mat blob(shape, CV_32F);
    std::copy(values.begin(), values.end(), blob.ptr<float>());
    return blob;
}

cv::Mat channelBlob(const std::vector<float> &values)
{
    return blobOf(values, {1, static_cast<int>(values.size())});
}

void describeConvolution(const PlanStep &step, cv::dnn::LayerParams &params)
{
    const PlanWindow &window = step.window;
    params.type = "Convolution";
    params.set("num_output", step.shape.channels);
    params.set("bias_term", !step.bias.empty());
    params.set("group", window.groups);
    params.set("kernel_h", window.kernelHeight);
    params.set("kernel_w", window.kernelWidth);
    params.set("stride_h", window.strideHeight);
    params.set("stride_w", window.strideWidth);
    params.set("dilation_h", window.dilationHeight);
    params.set("dilation_w", window.dilationWidth);
    params.set("pad_t", window.padTop);
    params.set("pad_l", window.padLeft);
    params.set("pad_b", window.padBottom);
    params.set("pad_r", window.padRight);
    const int area = step.shape.channels * window.kernelHeight * window.kernelWidth;
    const int inputs = static_cast<int>(step.weights.size()) / area;
    params.blobs.push_back(
        blobOf(step.weights, {step.shape.channels, inputs, window.kernelHeight, window.kernelWidth}));
    if (!step.bias.empty())
        params.blobs.push_back(channelBlob(step.bias));
}

void describeRelu(const PlanStep &step, cv::dnn::LayerParams &params)
{
    if (step.weights.size() == 1) {
        params.type = "ReLU";
        params.set("negative_slope", step.weights.front());
    } else {
        params.type = "PReLU";
        params.blobs.push_back(channelBlob(step.weights));
    }
}

cv::dnn::LayerParams paramsOf(const PlanStep &step)
{
    cv::dnn::LayerParams params;
    switch (step.kind) {
    case PlanStep::Kind::Input:
        break;
    case PlanStep::Kind::Convolution:
        describeConvolution(step, params);
        break;
    case PlanStep::Kind::LeakyRelu:
        describeRelu(step, params);
        break;
    case PlanStep::Kind::Add:
        params.type = "Eltwise";
        params.set("operation", "sum");
        break;
    case PlanStep::Kind::ChannelAffine:
        params.type = "Scale";
        params.set("bias_term", true);
        params.blobs = {channelBlob(step.weights), channelBlob(step.bias)};
        break;
    case PlanStep::Kind::ChannelProduct:
        params.type = "Scale";
        params.set("axis", 1);
        break;
    case PlanStep::Kind::GlobalAverage:
        params.type = "Pooling";
        params.set("pool", "ave");
        params.set("global_pooling", true);
        break;
    case PlanStep::Kind::Sigmoid:
        params.type = "Sigmoid";
        break;
    }
    return params;
}

} // namespace

cv::dnn::Net buildNet(const NetworkPlan &plan)
{
    cv::dnn::Net net;
    std::vector<int> idOf(plan.steps.size(), 0); // 0 is the input of every network
    for (std::size_t i = 1; i < plan.steps.size(); ++i) {
        cv::dnn::LayerParams params = paramsOf(plan.steps[i]);
        params.name = "step" + std::to_string(i);
        idOf[i] = net.addLayer(params.name, params.type, params);
        int port = 0;
        for (const int input : plan.steps[i].inputs)
            net.connect(idOf[static_cast<std::size_t>(input)], 0, idOf[i], port++);
    }
    return net;
}

} // namespace kinframe::faces
