// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_graph.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

enum Mode { Active = 0, Muted = 2, Bypassed = 4 };

/// What stands behind a seed in the editor, and is no input.
bool isSeedControl(const QJsonValue &value)
{
    static const QStringList words{u"fixed"_s, u"increment"_s, u"decrement"_s, u"randomize"_s};
    return value.isBool() || words.contains(value.toString());
}

/// The names of a node's values in the order of their places. Only the usual nodes: those of others are named in newer
/// workflows.
QStringList usualNames(const QString &type)
{
    static const QHash<QString, QStringList> names{
        {u"KSampler"_s, {u"seed"_s, u"steps"_s, u"cfg"_s, u"sampler_name"_s, u"scheduler"_s, u"denoise"_s}},
        {u"KSamplerAdvanced"_s,
         {u"add_noise"_s, u"noise_seed"_s, u"steps"_s, u"cfg"_s, u"sampler_name"_s, u"scheduler"_s, u"start_at_step"_s,
          u"end_at_step"_s, u"return_with_leftover_noise"_s}},
        {u"SamplerCustom"_s, {u"add_noise"_s, u"noise_seed"_s, u"cfg"_s}},
        {u"RandomNoise"_s, {u"noise_seed"_s}},
        {u"CFGGuider"_s, {u"cfg"_s}},
        {u"KSamplerSelect"_s, {u"sampler_name"_s}},
        {u"BasicScheduler"_s, {u"scheduler"_s, u"steps"_s, u"denoise"_s}},
        {u"CheckpointLoaderSimple"_s, {u"ckpt_name"_s}},
        {u"CheckpointLoader"_s, {u"config_name"_s, u"ckpt_name"_s}},
        {u"UNETLoader"_s, {u"unet_name"_s, u"weight_dtype"_s}},
        {u"UnetLoaderGGUF"_s, {u"unet_name"_s}},
        {u"LoraLoader"_s, {u"lora_name"_s, u"strength_model"_s, u"strength_clip"_s}},
        {u"LoraLoaderModelOnly"_s, {u"lora_name"_s, u"strength_model"_s}},
        {u"CLIPTextEncode"_s, {u"text"_s}},
        {u"CLIPTextEncodeFlux"_s, {u"clip_l"_s, u"t5xxl"_s, u"guidance"_s}},
        {u"CLIPTextEncodeSDXL"_s,
         {u"width"_s, u"height"_s, u"crop_w"_s, u"crop_h"_s, u"target_width"_s, u"target_height"_s, u"text_g"_s,
          u"text_l"_s}},
        {u"CLIPTextEncodeSDXLRefiner"_s, {u"ascore"_s, u"width"_s, u"height"_s, u"text"_s}},
        {u"CLIPSetLastLayer"_s, {u"stop_at_clip_layer"_s}},
        {u"FluxGuidance"_s, {u"guidance"_s}},
        {u"EmptyLatentImage"_s, {u"width"_s, u"height"_s, u"batch_size"_s}},
        {u"EmptySD3LatentImage"_s, {u"width"_s, u"height"_s, u"batch_size"_s}},
        {u"PrimitiveNode"_s, {u"value"_s}},
        {u"SaveImage"_s, {u"filename_prefix"_s}},
    };
    return names.value(type);
}

/// Newer workflows say which inputs have a place among the values.
QStringList statedNames(const QJsonArray &inputs)
{
    QStringList names;
    for (const QJsonValue input : inputs) {
        if (const QString name = input["widget"_L1]["name"_L1].toString(); !name.isEmpty()) {
            names.append(name);
        }
    }
    return names;
}

void addValues(ComfyNode &node, const QJsonValue &values, const QStringList &names)
{
    const QJsonObject named = values.toObject();
    for (auto value = named.begin(); value != named.end(); ++value) {
        node.values.insert(value.key(), value.value());
    }
    const QJsonArray listed = values.toArray();
    qsizetype at = 0;
    for (const QString &name : names) {
        if (at >= listed.size()) {
            break;
        }
        node.values.insert(name, listed[at++]);
        if (name.endsWith("seed"_L1) && at < listed.size() && isSeedControl(listed[at])) {
            ++at;
        }
    }
}

/// Which node each link comes from.
QHash<QString, QString> sourcesOf(const QJsonArray &links)
{
    QHash<QString, QString> sources;
    for (const QJsonValue link : links) {
        const QJsonValue id = link.isArray() ? link.toArray().at(0) : link["id"_L1];
        const QJsonValue source = link.isArray() ? link.toArray().at(1) : link["origin_id"_L1];
        sources.insert(id.toVariant().toString(), source.toVariant().toString());
    }
    return sources;
}

ComfyNode workflowNode(const QJsonObject &object, const QHash<QString, QString> &sources)
{
    ComfyNode node;
    const QJsonArray inputs = object["inputs"_L1].toArray();
    const bool isBypassed = object["mode"_L1].toInt() == Bypassed;
    if (!isBypassed) {
        node.type = object["type"_L1].toString();
        const QStringList usual = usualNames(node.type);
        addValues(node, object["widgets_values"_L1], usual.isEmpty() ? statedNames(inputs) : usual);
    }
    for (const QJsonValue input : inputs) {
        const QString source = sources.value(input["link"_L1].toVariant().toString());
        if (const QString name = input["name"_L1].toString(); !source.isEmpty()) {
            node.links.insert(name, source);
            // The place keeps a value that the link overrules.
            node.values.remove(name);
        }
    }
    return node;
}

} // namespace

std::optional<ComfyGraph> ComfyGraph::ofWorkflow(const QJsonObject &workflow)
{
    const QHash<QString, QString> sources = sourcesOf(workflow["links"_L1].toArray());
    ComfyGraph graph;
    for (const QJsonValue value : workflow["nodes"_L1].toArray()) {
        const QJsonObject node = value.toObject();
        if (node["type"_L1].isString() && node["mode"_L1].toInt() != Muted) {
            graph.insert(node["id"_L1].toVariant().toString(), workflowNode(node, sources));
        }
    }
    return graph.ids().isEmpty() ? std::nullopt : std::optional(graph);
}

} // namespace kinframe::media
