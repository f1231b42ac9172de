// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_graph.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr qsizetype mostNodes = 20'000;
/// Far more than a node has.
constexpr int mostInputs = 1000;

/// `["4", 0]`: the node, and which of its outputs.
bool isLink(const QJsonValue &value)
{
    const QJsonArray link = value.toArray();
    return link.size() == 2 && (link[0].isString() || link[0].isDouble()) && link[1].isDouble();
}

ComfyNode promptNode(const QJsonObject &object)
{
    ComfyNode node;
    node.type = object["class_type"_L1].toString();
    const QJsonObject inputs = object["inputs"_L1].toObject();
    int count = 0;
    for (auto input = inputs.begin(); input != inputs.end() && count < mostInputs; ++input, ++count) {
        const QJsonValue value = input.value();
        if (isLink(value)) {
            node.links.insert(input.key(), value[0].toVariant().toString());
        } else {
            node.values.insert(input.key(), value);
        }
    }
    return node;
}

bool isBefore(const QString &a, const QString &b)
{
    bool isNumber = false;
    bool isOtherNumber = false;
    const qint64 number = a.toLongLong(&isNumber);
    const qint64 other = b.toLongLong(&isOtherNumber);
    return isNumber && isOtherNumber ? number < other : isNumber != isOtherNumber ? isNumber : a < b;
}

} // namespace

QString ComfyNode::link(const QStringList &names) const
{
    for (const QString &name : names) {
        if (const auto found = links.find(name); found != links.end()) {
            return *found;
        }
    }
    return {};
}

std::optional<ComfyGraph> ComfyGraph::ofPrompt(const QJsonObject &prompt)
{
    ComfyGraph graph;
    for (auto entry = prompt.begin(); entry != prompt.end() && graph.m_ids.size() < mostNodes; ++entry) {
        const QJsonObject node = entry.value().toObject();
        if (node["class_type"_L1].isString()) {
            graph.insert(entry.key(), promptNode(node));
        }
    }
    // A JSON object has lost the order in which it was written.
    std::ranges::sort(graph.m_ids, isBefore);
    return graph.m_ids.isEmpty() ? std::nullopt : std::optional(graph);
}

const ComfyNode *ComfyGraph::find(const QString &id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? nullptr : &*found;
}

void ComfyGraph::insert(const QString &id, const ComfyNode &node)
{
    if (m_ids.size() < mostNodes && !m_nodes.contains(id)) {
        m_nodes.insert(id, node);
        m_ids.append(id);
    }
}

} // namespace kinframe::media
