// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/network_plan.h"

#include "faces/engine/ir_values.h"

#include <cstdint>

using namespace Qt::StringLiterals;

namespace kinframe::faces {

namespace {

// Ten to forty times what the network we know takes, so that a hostile file can cost neither memory nor hours.
constexpr qsizetype largestBin = 64 << 20;
constexpr std::int64_t mostWeights = 16 << 20;
constexpr std::int64_t mostActivations = 64 << 20;
constexpr std::int64_t mostProducts = std::int64_t(20) << 30;

class Planner
{
public:
    Planner(const IrGraph &graph, QByteArrayView weights)
        : m_graph(graph)
        , m_bin(weights)
        , m_stepOf(graph.layers.size(), -1)
        , m_uses(graph.layers.size(), 0)
    {
        for (const IrLayer &layer : graph.layers)
            for (const int input : layer.inputs)
                ++m_uses[static_cast<std::size_t>(input)];
    }

    Result<NetworkPlan> plan()
    {
        std::vector<int> order;
        if (m_bin.size() > largestBin || !findOrder(order))
            return unreadableModel(u"it is too large, has no result or goes round in a circle"_s);
        for (const int layer : order)
            if (!lower(layer))
                return unreadableModel(
                    u"its layer %1 (%2) is not what it should be"_s.arg(layer).arg(at(layer).type.left(40)));
        if (m_plan.steps.empty() || m_plan.steps.front().kind != PlanStep::Kind::Input ||
            m_stepOf[static_cast<std::size_t>(order.back())] + 1 != static_cast<int>(m_plan.steps.size()))
            return unreadableModel(u"its input or its result is not what it should be"_s);
        return std::move(m_plan);
    }

private:
    const IrLayer &at(int layer) const { return m_graph.layers[static_cast<std::size_t>(layer)]; }
    bool isConstant(int layer) const { return at(layer).type == "Const"_L1; }
    const PlanStep &stepOf(int layer) const
    {
        return m_plan.steps[static_cast<std::size_t>(m_stepOf[static_cast<std::size_t>(layer)])];
    }

    /// Every layer that the result needs, each after those that it needs itself; constants are read where they are
    /// used.
    bool findOrder(std::vector<int> &order) const
    {
        enum : char { New, Open, Done };
        std::vector<char> state(m_graph.layers.size(), New);
        std::vector<std::pair<int, std::size_t>> stack;
        for (std::size_t i = 0; i < m_graph.layers.size() && stack.empty(); ++i)
            if (m_graph.layers[i].type == "Result"_L1)
                stack.emplace_back(static_cast<int>(i), 0);
        while (!stack.empty()) {
            auto &[layer, next] = stack.back();
            const std::vector<int> &inputs = at(layer).inputs;
            if (next == inputs.size()) {
                state[static_cast<std::size_t>(layer)] = Done;
                order.push_back(layer);
                stack.pop_back();
                continue;
            }
            const int input = inputs[next++];
            char &inputState = state[static_cast<std::size_t>(input)];
            if (inputState == Open)
                return false;
            if (inputState == New && !isConstant(input)) {
                state[static_cast<std::size_t>(layer)] = Open;
                inputState = Open;
                stack.emplace_back(input, 0);
            }
        }
        return !order.empty();
    }

    bool lower(int index)
    {
        const IrLayer &layer = at(index);
        if (layer.type == "Parameter"_L1)
            return lowerInput(index);
        if (layer.type == "Convolution"_L1 || layer.type == "GroupConvolution"_L1)
            return lowerConvolution(index, layer.type.startsWith(u'G'));
        if (layer.type == "PReLU"_L1)
            return lowerRelu(index);
        if (layer.type == "Add"_L1 || layer.type == "Multiply"_L1)
            return lowerArithmetic(index, layer.type == "Add"_L1);
        if (layer.inputs.size() != 1 || isConstant(layer.inputs[0]))
            return false;
        const PlanShape shape = stepOf(layer.inputs[0]).shape;
        if (layer.type == "Sigmoid"_L1)
            return append(index, PlanStep::Kind::Sigmoid, {layer.inputs[0]}, shape);
        if (layer.type == "AvgPool"_L1)
            return lowerAverage(index, shape);
        if (layer.type != "Result"_L1)
            return false;
        m_stepOf[static_cast<std::size_t>(index)] = m_stepOf[static_cast<std::size_t>(layer.inputs[0])];
        return true;
    }

    bool append(int index, PlanStep::Kind kind, const std::vector<int> &layers, PlanShape shape, PlanStep step = {})
    {
        m_activations += std::int64_t(shape.channels) * shape.height * shape.width;
        m_weights += static_cast<std::int64_t>(step.weights.size() + step.bias.size());
        if (m_activations > mostActivations || m_weights > mostWeights || m_products > mostProducts)
            return false;
        step.kind = kind;
        step.shape = shape;
        for (const int layer : layers)
            step.inputs.push_back(m_stepOf[static_cast<std::size_t>(layer)]);
        m_stepOf[static_cast<std::size_t>(index)] = static_cast<int>(m_plan.steps.size());
        m_plan.steps.push_back(std::move(step));
        return true;
    }

    bool lowerInput(int index)
    {
        const auto shape = irNumbers(at(index), u"shape"_s, 4, 1);
        if (!m_plan.steps.empty() || !at(index).inputs.empty() || !shape || shape->at(0) != 1)
            return false;
        return append(index, PlanStep::Kind::Input, {}, {shape->at(1), shape->at(2), shape->at(3)});
    }

    bool lowerConvolution(int index, bool grouped)
    {
        const IrLayer &layer = at(index);
        if (layer.inputs.size() != 2 || isConstant(layer.inputs[0]) || !isConstant(layer.inputs[1]))
            return false;
        const auto strides = irNumbers(layer, u"strides"_s, 2, 1);
        const auto dilations = irNumbers(layer, u"dilations"_s, 2, 1);
        const auto begin = irNumbers(layer, u"pads_begin"_s, 2, 0);
        const auto end = irNumbers(layer, u"pads_end"_s, 2, 0);
        const auto kernel = irConstant(at(layer.inputs[1]), m_bin);
        if (!strides || !dilations || !begin || !end || !kernel || kernel->shape.size() != (grouped ? 5u : 4u) ||
            !layer.attributes.value(u"auto_pad"_s, u"explicit"_s).contains("explicit"_L1))
            return false;
        const auto extent = [&](std::size_t axis) { return kernel->shape[axis + (grouped ? 1 : 0)]; };
        const PlanShape input = stepOf(layer.inputs[0]).shape;
        PlanStep step;
        step.window = {extent(2),
                       extent(3),
                       strides->at(0),
                       strides->at(1),
                       dilations->at(0),
                       dilations->at(1),
                       begin->at(0),
                       begin->at(1),
                       end->at(0),
                       end->at(1),
                       grouped ? kernel->shape[0] : 1};
        const PlanWindow &window = step.window;
        const auto outputExtent = [](int size, int kernelSize, int stride, int dilation, int pads) {
            const int left = size + pads - (dilation * (kernelSize - 1) + 1);
            return left < 0 ? 0 : left / stride + 1;
        };
        const PlanShape output{extent(0) * window.groups,
                               outputExtent(input.height, window.kernelHeight, window.strideHeight,
                                            window.dilationHeight, window.padTop + window.padBottom),
                               outputExtent(input.width, window.kernelWidth, window.strideWidth, window.dilationWidth,
                                            window.padLeft + window.padRight)};
        if (output.height == 0 || output.width == 0 || extent(1) * window.groups != input.channels)
            return false;
        m_products += std::int64_t(output.height) * output.width * static_cast<std::int64_t>(kernel->values.size());
        step.weights = kernel->values;
        return append(index, PlanStep::Kind::Convolution, {layer.inputs[0]}, output, std::move(step));
    }

    bool lowerRelu(int index)
    {
        const IrLayer &layer = at(index);
        if (layer.inputs.size() != 2 || isConstant(layer.inputs[0]) || !isConstant(layer.inputs[1]))
            return false;
        const auto slopes = irConstant(at(layer.inputs[1]), m_bin);
        const PlanShape shape = stepOf(layer.inputs[0]).shape;
        if (!slopes || (slopes->values.size() != 1 && static_cast<int>(slopes->values.size()) != shape.channels))
            return false;
        PlanStep step;
        step.weights = slopes->values;
        return append(index, PlanStep::Kind::LeakyRelu, {layer.inputs[0]}, shape, std::move(step));
    }

    bool lowerArithmetic(int index, bool add)
    {
        if (at(index).inputs.size() != 2)
            return false;
        int first = at(index).inputs[0];
        int second = at(index).inputs[1];
        if (isConstant(first))
            std::swap(first, second);
        if (isConstant(first))
            return false;
        if (isConstant(second))
            return lowerAffine(index, first, second, add);
        if (add)
            return stepOf(first).shape == stepOf(second).shape &&
                   append(index, PlanStep::Kind::Add, {first, second}, stepOf(first).shape);
        if (stepOf(first).shape.height == 1 && stepOf(first).shape.width == 1)
            std::swap(first, second);
        return stepOf(second).shape == PlanShape{stepOf(first).shape.channels, 1, 1} &&
               append(index, PlanStep::Kind::ChannelProduct, {first, second}, stepOf(first).shape);
    }

    bool lowerAffine(int index, int input, int constant, bool add)
    {
        auto tensor = irConstant(at(constant), m_bin);
        const PlanShape shape = stepOf(input).shape;
        const auto channels = static_cast<std::size_t>(shape.channels);
        if (!tensor || (tensor->values.size() != 1 && tensor->shape != std::vector{1, shape.channels, 1, 1}))
            return false;
        if (tensor->values.size() == 1)
            tensor->values.assign(channels, tensor->values.front());
        const int convolution = m_stepOf[static_cast<std::size_t>(input)];
        PlanStep &before = m_plan.steps[static_cast<std::size_t>(convolution)];
        // What is added to a convolution that nothing else uses is its bias.
        if (add && before.kind == PlanStep::Kind::Convolution && before.bias.empty() &&
            m_uses[static_cast<std::size_t>(input)] == 1) {
            before.bias = std::move(tensor->values);
            m_stepOf[static_cast<std::size_t>(index)] = convolution;
            return true;
        }
        PlanStep step;
        step.weights = add ? std::vector<float>(channels, 1.0f) : tensor->values;
        step.bias = add ? tensor->values : std::vector<float>(channels, 0.0f);
        return append(index, PlanStep::Kind::ChannelAffine, {input}, shape, std::move(step));
    }

    bool lowerAverage(int index, PlanShape shape)
    {
        const auto kernel = irNumbers(at(index), u"kernel"_s, 2, 1);
        const auto begin = irNumbers(at(index), u"pads_begin"_s, 2, 0);
        const auto end = irNumbers(at(index), u"pads_end"_s, 2, 0);
        const std::vector<int> none{0, 0};
        if (!kernel || *kernel != std::vector{shape.height, shape.width} || begin != none || end != none)
            return false;
        return append(index, PlanStep::Kind::GlobalAverage, {at(index).inputs[0]}, {shape.channels, 1, 1});
    }

    const IrGraph &m_graph;
    QByteArrayView m_bin;
    std::vector<int> m_stepOf;
    std::vector<int> m_uses;
    NetworkPlan m_plan;
    std::int64_t m_activations = 0;
    std::int64_t m_weights = 0;
    std::int64_t m_products = 0;
};

} // namespace

Result<NetworkPlan> planNetwork(const IrGraph &graph, QByteArrayView weights)
{
    return Planner(graph, weights).plan();
}

} // namespace kinframe::faces
