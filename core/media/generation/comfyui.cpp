// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfyui.h"

#include "media/generation/comfy_graph.h"
#include "media/generation/comfy_model.h"
#include "media/generation/comfy_prompt.h"
#include "media/generation/comfy_sampler.h"
#include "media/generation/exact_json.h"
#include "media/generation/loras.h"
#include "media/generation/source_texts.h"
#include "media/generation/text_bytes.h"
#include "media/generation/values.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr auto promptMark = "prompt:"_L1;
constexpr auto workflowMark = "workflow:"_L1;

/// The node that leads into one of the inputs, of the sampler itself or of what guides it.
QString linkOf(const ComfyGraph &graph, const ComfyNode &sampler, const QStringList &names)
{
    if (QString link = sampler.link(names); !link.isEmpty()) {
        return link;
    }
    if (const ComfyNode *guider = graph.find(sampler.link({u"guider"_s}))) {
        if (QString link = guider->link(names); !link.isEmpty()) {
            return link;
        }
    }
    return sampler.link(comfyBundles());
}

/// One node's input, or that of the node that leads into another of its inputs: newer samplers are put together of
/// several nodes.
QJsonValue numberIn(const ComfyGraph &graph, const ComfyNode &sampler, const QStringList &names, const QString &part)
{
    const QJsonValue own = comfyNumber(graph, sampler, names);
    const ComfyNode *other = graph.find(sampler.links.value(part));
    return own.isUndefined() && other != nullptr ? comfyNumber(graph, *other, names + QStringList{part}) : own;
}

QString wordIn(const ComfyGraph &graph, const ComfyNode &sampler, const QString &name, const QString &part)
{
    const QString own = comfyWord(graph, sampler, {name});
    const ComfyNode *other = graph.find(sampler.links.value(part));
    if (!own.isEmpty() || other == nullptr) {
        return shownText(own.left(200));
    }
    // Some have a node for each sampler, whose type is its name.
    const QString word = comfyWord(graph, *other, {name, part});
    return shownText((word.isEmpty() ? other->type : word).left(200));
}

void addSize(Generation &generation, const ComfyGraph &graph, const ComfyNode &sampler)
{
    static const QStringList latents{u"latent_image"_s, u"latent"_s, u"samples"_s, u"optional_latent"_s};
    constexpr int longestWay = 16;
    const ComfyNode *node = graph.find(linkOf(graph, sampler, latents));
    for (int i = 0; i < longestWay && node != nullptr; ++i) {
        for (const QString &prefix : {QString(), u"empty_latent_"_s}) {
            generation.width = countOf(comfyNumber(graph, *node, {QString(prefix + u"width"_s)}), mostPixels);
            generation.height = countOf(comfyNumber(graph, *node, {QString(prefix + u"height"_s)}), mostPixels);
            if (generation.width && generation.height) {
                return;
            }
        }
        const QString next = node->links.size() == 1 ? node->links.first() : node->link(latents);
        node = graph.find(next);
    }
}

Generation generationOf(const ComfyGraph &graph)
{
    Generation generation;
    const ComfyNode *sampler = graph.find(comfySampler(graph));
    if (sampler == nullptr) {
        return generation;
    }
    const ComfyPrompt positive = comfyPrompt(
        graph, linkOf(graph, *sampler, {u"positive"_s, u"conditioning"_s, u"cond1"_s}), PromptSide::Positive);
    const ComfyPrompt negative = comfyPrompt(graph, linkOf(graph, *sampler, {u"negative"_s}), PromptSide::Negative);
    const ComfyModel model = comfyModel(graph, linkOf(graph, *sampler, {u"model"_s}));
    generation.model = model.name;
    generation.loras = model.loras;
    generation.prompt = shownText(positive.text);
    generation.negativePrompt = shownText(negative.text);
    addLorasOfPrompt(generation.loras, generation.prompt);
    generation.clipSkip = positive.clipSkip;
    generation.seed = seedOf(numberIn(graph, *sampler, {u"noise_seed"_s, u"seed"_s}, u"noise"_s));
    generation.steps = countOf(numberIn(graph, *sampler, {u"steps"_s}, u"sigmas"_s), mostSteps);
    generation.cfgScale = scaleOf(numberIn(graph, *sampler, {u"cfg"_s, u"cfg_conds"_s}, u"guider"_s));
    if (!generation.cfgScale) {
        generation.cfgScale = positive.guidance;
    }
    generation.sampler = wordIn(graph, *sampler, u"sampler_name"_s, u"sampler"_s);
    generation.scheduler = wordIn(graph, *sampler, u"scheduler"_s, u"sigmas"_s);
    generation.denoise = fractionOf(numberOf(numberIn(graph, *sampler, {u"denoise"_s}, u"sigmas"_s)));
    addSize(generation, graph, *sampler);
    return generation;
}

struct Graphs
{
    QString prompt;
    QString workflow;
};

/// JSON as text, whether it was written as such or as an object in an object.
QString jsonText(const QJsonValue &value)
{
    return value.isObject() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
                            : value.toString();
}

Graphs graphsIn(const SourceTexts &texts)
{
    Graphs graphs{texts.find("prompt"_L1), texts.find("workflow"_L1)};
    for (const auto name : {"Model"_L1, "Make"_L1, "ImageDescription"_L1, "UserComment"_L1, "Software"_L1}) {
        const QString text = texts.find(name);
        if (!isComfyUiTag(text)) {
            continue;
        }
        QString &graph = text.startsWith(promptMark, Qt::CaseInsensitive) ? graphs.prompt : graphs.workflow;
        if (graph.isEmpty()) {
            graph = text.sliced(text.indexOf(u':') + 1);
        }
    }
    // Some savers put both into one comment.
    const auto both = graphs.prompt.isEmpty() ? exactJson(texts.find("UserComment"_L1)) : std::nullopt;
    if (both && (both->contains("workflow"_L1) || both->value("prompt"_L1).isObject())) {
        graphs = {jsonText(both->value("prompt"_L1)), jsonText(both->value("workflow"_L1))};
    }
    return graphs;
}

std::optional<ComfyGraph> graphIn(SourceTexts &texts, const QString &text, QLatin1StringView name,
                                  std::optional<ComfyGraph> (*read)(const QJsonObject &))
{
    const auto object = exactJson(text);
    if (!object && looksLikeJson(text)) {
        texts.note(u"%1 is no JSON that can be read"_s.arg(name));
    }
    return object ? read(*object) : std::nullopt;
}

} // namespace

bool isComfyUiTag(const QString &text)
{
    for (const auto mark : {promptMark, workflowMark}) {
        if (text.startsWith(mark, Qt::CaseInsensitive)) {
            return looksLikeJson(QStringView(text).sliced(mark.size()));
        }
    }
    return false;
}

std::optional<Generation> readComfyUi(SourceTexts &texts)
{
    const Graphs graphs = graphsIn(texts);
    const auto prompt = graphIn(texts, graphs.prompt, promptMark, ComfyGraph::ofPrompt);
    const auto workflow = graphIn(texts, graphs.workflow, workflowMark, ComfyGraph::ofWorkflow);
    if (!prompt && !workflow) {
        return std::nullopt;
    }
    // The prompt is what was done; the workflow may have been changed before it was saved.
    Generation generation = generationOf(prompt ? *prompt : *workflow);
    generation.tool = u"ComfyUI"_s;
    generation.promptJson = prompt ? keptText(graphs.prompt) : QString();
    generation.workflow = workflow ? keptText(graphs.workflow) : QString();
    return generation;
}

} // namespace kinframe::media
