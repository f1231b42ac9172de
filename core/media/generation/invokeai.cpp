// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/invokeai.h"

#include "media/generation/exact_json.h"
#include "media/generation/invokeai_parts.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// A model's name: before version 4 `model_name`, then `name`; at first the name alone.
QString nameOf(const QJsonValue &model)
{
    for (const QString &key : {u"name"_s, u"model_name"_s}) {
        if (QString name = modelName(wordOf(model[key])); !name.isEmpty()) {
            return name;
        }
    }
    return modelName(wordOf(model));
}

Generation partOf(SourceTexts &texts, QLatin1StringView name, Generation (*read)(const QJsonObject &))
{
    const QString text = texts.find(name);
    const auto object = exactJson(text);
    if (!object && !text.isEmpty()) {
        texts.note(u"%1 is no JSON that can be read"_s.arg(name));
    }
    return object ? read(*object) : Generation();
}

} // namespace

Generation invokeMetadata(const QJsonObject &metadata)
{
    Generation generation;
    generation.toolVersion = wordOf(metadata["app_version"_L1]);
    const QJsonValue model = metadata["model"_L1];
    generation.model = nameOf(model);
    generation.modelHash = wordOf(model["hash"_L1]);
    generation.prompt = wordOf(metadata["positive_prompt"_L1]);
    generation.negativePrompt = wordOf(metadata["negative_prompt"_L1]);
    generation.seed = seedOf(metadata["seed"_L1]);
    generation.steps = countOf(metadata["steps"_L1], mostSteps);
    generation.cfgScale = scaleOf(metadata["cfg_scale"_L1]);
    if (!generation.cfgScale) {
        generation.cfgScale = scaleOf(metadata["guidance"_L1]);
    }
    // It has one word for both, as `euler_a` or `dpmpp_2m_k`.
    generation.sampler = wordOf(metadata["scheduler"_L1]);
    generation.denoise = fractionOf(numberOf(metadata["strength"_L1]));
    if (const auto skipped = numberOf(metadata["clip_skip"_L1]); skipped && *skipped >= 0) {
        generation.clipSkip = countOf(QJsonValue(*skipped + 1), mostClipSkip);
    }
    generation.width = countOf(metadata["width"_L1], mostPixels);
    generation.height = countOf(metadata["height"_L1], mostPixels);
    for (const QJsonValue lora : metadata["loras"_L1].toArray()) {
        const QJsonValue network = lora["model"_L1].isObject() ? lora["model"_L1] : lora["lora"_L1];
        addLora(generation.loras, {nameOf(network), numberOf(lora["weight"_L1]), wordOf(network["hash"_L1])});
    }
    return generation;
}

std::optional<Generation> readInvokeAi(SourceTexts &texts)
{
    const QString dream = texts.find("Dream"_L1) + texts.find("dream"_L1);
    const QString workflow = texts.find("invokeai_workflow"_L1);
    const QString graph = texts.find("invokeai_graph"_L1);
    QString parameters = texts.find("invokeai_metadata"_L1) + texts.find("sd-metadata"_L1);
    parameters = parameters.isEmpty() ? dream : parameters;
    if (parameters.isEmpty() && workflow.isEmpty() && graph.isEmpty()) {
        return std::nullopt;
    }
    Generation generation = partOf(texts, "invokeai_metadata"_L1, invokeMetadata);
    generation = completed(std::move(generation), partOf(texts, "sd-metadata"_L1, invokeSdMetadata));
    generation = completed(std::move(generation), partOf(texts, "invokeai_graph"_L1, invokeGraph));
    if (!dream.isEmpty()) {
        generation = completed(std::move(generation), invokeDream(dream));
    }
    generation.tool = u"InvokeAI"_s;
    generation.parameters = keptText(parameters);
    generation.workflow = keptText(workflow.isEmpty() ? graph : workflow);
    return generation;
}

} // namespace kinframe::media
