// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_sampler.h"

#include "media/generation/comfy_values.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

bool hasAny(const ComfyNode &node, const QStringList &names)
{
    return std::ranges::any_of(
        names, [&node](const QString &name) { return node.values.contains(name) || node.links.contains(name); });
}

/// By what goes into it, since extensions name theirs freely.
bool isSampler(const ComfyNode &node)
{
    static const QStringList noise{u"seed"_s, u"noise_seed"_s, u"noise"_s, u"guider"_s};
    static const QStringList models{u"model"_s, u"guider"_s};
    static const QStringList schedules{u"steps"_s, u"sigmas"_s, u"sampler_name"_s, u"sampler"_s};
    const bool hasModel = !node.link(models).isEmpty() || !node.link(comfyBundles()).isEmpty();
    const bool isNamed = node.type.contains("sampler"_L1, Qt::CaseInsensitive) && !node.link(comfyBundles()).isEmpty();
    return isNamed || (hasModel && hasAny(node, noise) && hasAny(node, schedules));
}

/// The nearest node that paints, of all that lead to `from`, itself included; empty where there is none. What is in
/// `visited` is not looked at again.
QString nearestSampler(const ComfyGraph &graph, const QStringList &from, QSet<QString> &visited)
{
    QStringList queue = from;
    for (qsizetype i = 0; i < queue.size(); ++i) {
        QString id = queue[i];
        const ComfyNode *node = graph.find(id);
        if (node == nullptr || visited.contains(id)) {
            continue;
        }
        visited.insert(id);
        if (isSampler(*node)) {
            return id;
        }
        queue += node->links.values();
    }
    return {};
}

/// From a node that paints back to the one that painted what it was given.
QString firstSampler(const ComfyGraph &graph, QString id)
{
    static const QStringList pictures{u"latent_image"_s, u"latent"_s, u"samples"_s,        u"image"_s,
                                      u"images"_s,       u"pixels"_s, u"optional_latent"_s};
    // More passes than anybody makes.
    constexpr int mostPasses = 32;
    QSet<QString> passes;
    for (int i = 0; i < mostPasses; ++i) {
        passes.insert(id);
        QSet<QString> visited = passes;
        const QString before = nearestSampler(graph, {graph.find(id)->link(pictures)}, visited);
        if (before.isEmpty()) {
            break;
        }
        id = before;
    }
    return id;
}

/// What may have written the file first: savers, then previews, then everything that paints.
QStringList ends(const ComfyGraph &graph)
{
    QStringList savers;
    QStringList previews;
    QStringList samplers;
    for (const QString &id : graph.ids()) {
        const ComfyNode &node = *graph.find(id);
        if (node.type.contains("save"_L1, Qt::CaseInsensitive)) {
            savers.append(id);
        } else if (node.type.contains("preview"_L1, Qt::CaseInsensitive)) {
            previews.append(id);
        } else if (isSampler(node)) {
            samplers.append(id);
        }
    }
    return savers + previews + samplers;
}

} // namespace

QString comfySampler(const ComfyGraph &graph)
{
    QSet<QString> visited;
    for (const QString &end : ends(graph)) {
        if (const QString sampler = nearestSampler(graph, {end}, visited); !sampler.isEmpty()) {
            return firstSampler(graph, sampler);
        }
    }
    return {};
}

} // namespace kinframe::media
