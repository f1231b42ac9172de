// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_model.h"

#include "media/generation/comfy_values.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

const QStringList &nameInputs()
{
    static const QStringList names{u"ckpt_name"_s, u"unet_name"_s,  u"base_ckpt_name"_s, u"model_name"_s,
                                   u"gguf_name"_s, u"checkpoint"_s, u"model_path"_s};
    return names;
}

/// `3` of `lora_name_3`; empty of `lora_name`.
QString numberAtEnd(const QString &name)
{
    qsizetype start = name.size();
    while (start > 0 && name[start - 1].isDigit()) {
        --start;
    }
    return name.sliced(start);
}

std::optional<double> weightFor(const ComfyGraph &graph, const ComfyNode &node, const QString &number)
{
    static const QStringList alone{u"strength_model"_s, u"strength"_s, u"model_strength"_s, u"lora_model_strength"_s};
    static const QStringList numbered{u"strength_"_s, u"model_str_"_s, u"model_weight_"_s, u"lora_wt_"_s,
                                      u"strength_model_"_s};
    if (number.isEmpty()) {
        return numberOf(comfyNumber(graph, node, alone));
    }
    for (const QString &name : numbered) {
        if (const auto weight = numberOf(node.values.value(name + number))) {
            return weight;
        }
    }
    return std::nullopt;
}

bool isOff(const QJsonValue &isOn)
{
    return isOn == QJsonValue(false) || isOn.toString().compare("off"_L1, Qt::CaseInsensitive) == 0;
}

/// A loader of one, or a stack of numbered ones, or of objects with all in them.
void addLoras(std::vector<GenerationLora> &loras, const ComfyGraph &graph, const ComfyNode &node)
{
    for (auto value = node.values.lowerBound(u"lora"_s); value != node.values.end(); ++value) {
        if (!value.key().startsWith("lora"_L1)) {
            break;
        }
        const QString number = numberAtEnd(value.key());
        if (value->isObject() && value->toObject().contains("lora"_L1)) {
            if (!isOff((*value)["on"_L1])) {
                addLora(loras, {modelName((*value)["lora"_L1].toString()), numberOf((*value)["strength"_L1]), {}});
            }
            continue;
        }
        const bool isName = value.key().startsWith("lora_name"_L1) || value.key() == QString(u"lora_"_s + number);
        if (isName && !isOff(node.values.value(QString(u"switch_"_s + number)))) {
            const QString name = comfyWord(graph, node, {value.key()});
            addLora(loras, {modelName(name), weightFor(graph, node, number), {}});
        }
    }
}

} // namespace

ComfyModel comfyModel(const ComfyGraph &graph, const QString &nodeId)
{
    static const QStringList modelInputs{u"model"_s, u"unet"_s, u"MODEL"_s, u"model1"_s, u"base_model"_s};
    static const QStringList stackInputs{u"lora_stack"_s, u"optional_lora_stack"_s};
    constexpr int longestWay = 64;
    ComfyModel model;
    const ComfyNode *node = graph.find(nodeId);
    for (int i = 0; i < longestWay && node != nullptr; ++i) {
        addLoras(model.loras, graph, *node);
        const ComfyNode *stack = graph.find(node->link(stackInputs));
        for (int j = 0; j < longestWay && stack != nullptr; ++j) {
            addLoras(model.loras, graph, *stack);
            stack = graph.find(stack->link(stackInputs));
        }
        const bool isLoader = std::ranges::any_of(nameInputs(), [node](const QString &name) {
            return node->values.contains(name) || node->links.contains(name);
        });
        if (isLoader) {
            model.name = modelName(comfyWord(graph, *node, nameInputs()));
            break;
        }
        QString next = node->link(modelInputs);
        if (next.isEmpty()) {
            next = node->links.size() == 1 ? node->links.first() : node->link(comfyBundles());
        }
        node = graph.find(next);
    }
    // The sampler's end is the last that was mixed in.
    std::ranges::reverse(model.loras);
    return model;
}

} // namespace kinframe::media
