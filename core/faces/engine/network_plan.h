// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/engine/openvino_ir.h"

#include <QByteArrayView>

#include <vector>

namespace kinframe::faces {

/// Channels x height x width of what a step gives; there is always one picture at a time.
struct PlanShape
{
    int channels = 0;
    int height = 0;
    int width = 0;

    friend bool operator==(const PlanShape &, const PlanShape &) = default;
};

/// How a convolution moves over its input.
struct PlanWindow
{
    int kernelHeight = 1, kernelWidth = 1;
    int strideHeight = 1, strideWidth = 1;
    int dilationHeight = 1, dilationWidth = 1;
    int padTop = 0, padLeft = 0, padBottom = 0, padRight = 0;
    int groups = 1;
};

struct PlanStep
{
    enum class Kind {
        Input,
        Convolution,    ///< weights: output x input/groups x kernel; bias: none or one for each output channel
        LeakyRelu,      ///< weights: the slope, one or one for each channel
        Add,            ///< of two inputs of the same shape
        ChannelAffine,  ///< input * weights + bias, one of each for each channel
        ChannelProduct, ///< first input * second input, which has one value for each channel
        GlobalAverage,
        Sigmoid,
    };

    Kind kind = Kind::Input;
    std::vector<int> inputs; ///< earlier steps
    PlanShape shape;
    PlanWindow window;
    std::vector<float> weights;
    std::vector<float> bias;
};

/// A network whose every shape is known to fit: step 0 is the input, the last one the output.
struct NetworkPlan
{
    std::vector<PlanStep> steps;
};

/// Puts the graph and the .bin half together and checks all of it, with limits on memory and work, so that whoever
/// runs the plan need check nothing. ModelUnreadable with a `reason`.
[[nodiscard]] Result<NetworkPlan> planNetwork(const IrGraph &graph, QByteArrayView weights);

} // namespace kinframe::faces
