// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_prompt.h"

#include "media/generation/values.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// The inputs of nodes that encode text, for all the encoders that models have.
const QStringList &textInputs()
{
    static const QStringList names{u"text"_s,      u"text_g"_s, u"text_l"_s, u"clip_l"_s, u"clip_g"_s,
                                   u"t5xxl"_s,     u"prompt"_s, u"bert"_s,   u"mt5xl"_s,  u"llama"_s,
                                   u"qwen25_7b"_s, u"string"_s, u"value"_s};
    return names;
}

class Gatherer
{
public:
    Gatherer(const ComfyGraph &graph, PromptSide side)
        : m_graph(graph)
        , m_side(side)
        , m_sideName(side == PromptSide::Positive ? u"positive"_s : u"negative"_s)
    {
    }

    void follow(const QString &id, int depth = 0)
    {
        constexpr int deepest = 64;
        constexpr qsizetype mostNodes = 1000;
        const ComfyNode *node = m_graph.find(id);
        if (node == nullptr || depth > deepest || m_visited.contains(id) || m_visited.size() > mostNodes) {
            return;
        }
        m_visited.insert(id);
        if (node->type == "ConditioningZeroOut"_L1) {
            return; // Whatever was said before, nothing is left of it.
        }
        if (!m_guidance) {
            m_guidance = scaleOf(node->values.value(u"guidance"_s));
        }
        if (addTexts(id, *node)) {
            return;
        }
        for (const QString &next : sources(*node)) {
            follow(next, depth + 1);
        }
    }

    [[nodiscard]] ComfyPrompt result() const
    {
        constexpr qsizetype mostTexts = 100;
        return {m_texts.first(std::min(m_texts.size(), mostTexts)).join(u'\n'), m_guidance, clipSkip()};
    }

private:
    /// False where the node encodes no text.
    bool addTexts(const QString &id, const ComfyNode &node)
    {
        bool isEncoder = false;
        for (const QString &name : QStringList{m_sideName} + textInputs()) {
            const QJsonValue value = node.values.value(name);
            // By the name of a side come texts, and conditioning.
            const QString link = name == m_sideName ? QString() : node.links.value(name);
            if (!value.isString() && link.isEmpty()) {
                continue;
            }
            isEncoder = true;
            const QString text = link.isEmpty() ? value.toString() : comfyText(m_graph, link, m_side);
            if (!text.trimmed().isEmpty() && !m_texts.contains(text)) {
                m_texts.append(text);
            }
        }
        if (isEncoder && m_encoder.isEmpty()) {
            m_encoder = id;
        }
        return isEncoder;
    }

    /// Nodes such as ControlNet's have both sides.
    [[nodiscard]] QStringList sources(const ComfyNode &node) const
    {
        if (const QString side = node.links.value(m_sideName); !side.isEmpty()) {
            return {side};
        }
        QStringList found;
        for (auto link = node.links.begin(); link != node.links.end(); ++link) {
            if (link.key().startsWith("cond"_L1, Qt::CaseInsensitive)) {
                found.append(*link);
            }
        }
        if (found.isEmpty()) {
            const QString bundle = node.links.size() == 1 ? node.links.first() : node.link(comfyBundles());
            found.append(bundle);
        }
        return found;
    }

    /// From the first encoder back to the model's: a node on the way may leave layers out.
    [[nodiscard]] std::optional<int> clipSkip() const
    {
        constexpr int longestWay = 32;
        const ComfyNode *node = m_graph.find(m_encoder);
        for (int i = 0; i < longestWay && node != nullptr; ++i) {
            for (const QString &name : {u"stop_at_clip_layer"_s, u"clip_skip"_s}) {
                if (const auto layer = numberOf(node->values.value(name)); layer && *layer < 0) {
                    return countOf(QJsonValue(-*layer), mostClipSkip);
                }
            }
            const QString next = node->link({u"clip"_s, u"CLIP"_s});
            node = m_graph.find(next.isEmpty() ? node->link(comfyBundles()) : next);
        }
        return std::nullopt;
    }

    const ComfyGraph &m_graph;
    PromptSide m_side;
    QString m_sideName;
    QSet<QString> m_visited;
    QStringList m_texts;
    QString m_encoder;
    std::optional<double> m_guidance;
};

} // namespace

ComfyPrompt comfyPrompt(const ComfyGraph &graph, const QString &nodeId, PromptSide side)
{
    Gatherer gatherer(graph, side);
    gatherer.follow(nodeId);
    return gatherer.result();
}

} // namespace kinframe::media
