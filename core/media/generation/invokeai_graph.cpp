// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/invokeai_parts.h"

#include "media/generation/values.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// `invokeai_graph` as what leads into each field of each node.
class Graph
{
public:
    explicit Graph(const QJsonObject &graph)
        : m_nodes(graph["nodes"_L1].toObject())
    {
        for (const QJsonValue edge : graph["edges"_L1].toArray()) {
            const QJsonValue to = edge["destination"_L1];
            const QString source = edge["source"_L1]["node_id"_L1].toString();
            m_sources.insert({to["node_id"_L1].toString(), to["field"_L1].toString()}, source);
        }
    }

    [[nodiscard]] const QJsonObject &nodes() const { return m_nodes; }

    /// The node that leads into that field; empty where none does.
    [[nodiscard]] QJsonObject behind(const QString &nodeId, QLatin1StringView field) const
    {
        return m_nodes[m_sources.value({nodeId, field})].toObject();
    }

    /// The prompt that leads into that field, through nodes that only pass it on.
    [[nodiscard]] QString promptBehind(QString nodeId, QString field) const
    {
        constexpr int longestWay = 16;
        for (int i = 0; i < longestWay; ++i) {
            nodeId = m_sources.value({nodeId, field});
            const QJsonObject node = m_nodes[nodeId].toObject();
            for (const auto key : {"prompt"_L1, "value"_L1}) {
                if (QString text = wordOf(node[key]); !text.isEmpty()) {
                    return text;
                }
            }
            // A collector takes many; one of them has the text. Others hand a prompt on from a node of its own.
            field = node["type"_L1].toString() == "collect"_L1  ? u"item"_s
                    : m_sources.contains({nodeId, u"prompt"_s}) ? u"prompt"_s
                                                                : u"value"_s;
        }
        return {};
    }

    /// What the field says, or the node that leads into it.
    [[nodiscard]] QJsonValue value(const QString &nodeId, const QJsonObject &node, QLatin1StringView field) const
    {
        const QJsonObject source = behind(nodeId, field);
        for (const auto key : {field, "value"_L1, "seed"_L1}) {
            if (QJsonValue value = source[key]; value.isDouble() || value.isString()) {
                return value;
            }
        }
        return node[field];
    }

private:
    QJsonObject m_nodes;
    QHash<std::pair<QString, QString>, QString> m_sources;
};

void addSampling(Generation &generation, const Graph &graph, const QString &id, const QJsonObject &node)
{
    Generation found;
    found.steps = countOf(graph.value(id, node, node.contains("steps"_L1) ? "steps"_L1 : "num_steps"_L1), mostSteps);
    found.cfgScale = scaleOf(graph.value(id, node, node.contains("guidance"_L1) ? "guidance"_L1 : "cfg_scale"_L1));
    found.sampler = wordOf(graph.value(id, node, "scheduler"_L1));
    found.seed = seedOf(graph.value(id, node, "seed"_L1));
    found.width = countOf(graph.value(id, node, "width"_L1), mostPixels);
    found.height = countOf(graph.value(id, node, "height"_L1), mostPixels);
    for (const auto &field : {u"positive_conditioning"_s, u"positive_text_conditioning"_s}) {
        found.prompt = found.prompt.isEmpty() ? graph.promptBehind(id, field) : found.prompt;
    }
    for (const auto &field : {u"negative_conditioning"_s, u"negative_text_conditioning"_s}) {
        found.negativePrompt = found.negativePrompt.isEmpty() ? graph.promptBehind(id, field) : found.negativePrompt;
    }
    generation = completed(std::move(generation), found);
}

void addNoise(Generation &generation, const Graph &graph, const QString &id, const QJsonObject &node)
{
    Generation found;
    found.seed = seedOf(graph.value(id, node, "seed"_L1));
    found.width = countOf(graph.value(id, node, "width"_L1), mostPixels);
    found.height = countOf(graph.value(id, node, "height"_L1), mostPixels);
    generation = completed(std::move(generation), found);
}

} // namespace

Generation invokeGraph(const QJsonObject &object)
{
    const Graph graph(object);
    Generation generation;
    for (auto entry = graph.nodes().begin(); entry != graph.nodes().end(); ++entry) {
        const QJsonObject node = entry.value().toObject();
        const QString type = node["type"_L1].toString();
        if (type == "core_metadata"_L1) {
            generation = completed(invokeMetadata(node), generation);
        } else if (type == "noise"_L1) {
            addNoise(generation, graph, entry.key(), node);
        } else if (type.contains("denoise"_L1)) {
            addSampling(generation, graph, entry.key(), node);
        } else if (type.contains("model_loader"_L1)) {
            // Of the metadata it has the two that matter here, in the same form.
            const Generation loader = invokeMetadata({{u"model"_s, node["model"_L1]}});
            generation = completed(std::move(generation), loader);
        } else if (type.contains("lora"_L1) && node.contains("lora"_L1)) {
            const QJsonArray loras{QJsonObject{{u"lora"_s, node["lora"_L1]}, {u"weight"_s, node["weight"_L1]}}};
            generation = completed(std::move(generation), invokeMetadata({{u"loras"_s, loras}}));
        }
    }
    return generation;
}

} // namespace kinframe::media
