// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/comfy_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// No sensible graph is deeper, and one that goes in circles has no end.
constexpr int longestWay = 32;

bool isNumber(const QJsonValue &value)
{
    return value.isDouble() || value.isString(); // Long integers come as strings.
}

/// Some nodes write a name together with a picture of it.
QString wordIn(const QJsonValue &value)
{
    return value.isObject() ? value["content"_L1].toString() : value.toString();
}

/// The value that the first of `names` has. A node that it comes from by such a name may be only a value, which
/// `general` are the names of; what comes with a bundle has its own name.
template <typename Accept>
QJsonValue followed(const ComfyGraph &graph, const ComfyNode &node, const QStringList &names,
                    const QStringList &general, Accept accept)
{
    const QStringList all = names + general;
    const ComfyNode *at = &node;
    bool isValueOnly = false;
    for (int i = 0; i < longestWay && at != nullptr; ++i) {
        const QStringList &wanted = isValueOnly ? all : names;
        for (const QString &name : wanted) {
            if (QJsonValue value = at->values.value(name); accept(value)) {
                return value;
            }
        }
        QString next = at->link(wanted);
        if (next.isEmpty() && isValueOnly && at->links.size() == 1) {
            next = at->links.first();
        }
        isValueOnly = isValueOnly || !next.isEmpty();
        at = graph.find(next.isEmpty() ? at->link(comfyBundles()) : next);
    }
    return QJsonValue::Undefined;
}

class TextGatherer
{
public:
    TextGatherer(const ComfyGraph &graph, PromptSide side)
        : m_graph(graph)
        , m_side(side)
    {
    }

    QString of(const QString &id, int depth = 0)
    {
        const ComfyNode *node = m_graph.find(id);
        if (node == nullptr || depth > longestWay || --m_visits < 0) {
            return {};
        }
        if (isJoin(node->type)) {
            return joined(*node, depth);
        }
        for (const QString &name : names()) {
            if (QString text = input(*node, name, depth); !text.isEmpty()) {
                return text;
            }
        }
        return node->links.size() == 1 ? of(node->links.first(), depth + 1) : QString();
    }

private:
    static bool isJoin(const QString &type)
    {
        return type.contains("concat"_L1, Qt::CaseInsensitive) || type.contains("join"_L1, Qt::CaseInsensitive);
    }

    static bool isPart(const QString &name)
    {
        static const QStringList starts{u"text"_s, u"string"_s, u"prompt"_s, u"input"_s};
        return std::ranges::any_of(starts, [&name](const QString &start) { return name.startsWith(start); });
    }

    /// What a node shows that it put out, then what belongs to the side, then what it is given.
    [[nodiscard]] const QStringList &names() const
    {
        static const QStringList positive{u"text_0"_s,          u"populated_text"_s, u"positive"_s, u"text_positive"_s,
                                          u"positive_prompt"_s, u"text"_s,           u"string"_s,   u"value"_s,
                                          u"prompt"_s,          u"wildcard_text"_s,  u"Text"_s,     u"STRING"_s};
        static const QStringList negative{u"text_0"_s,          u"populated_text"_s, u"negative"_s, u"text_negative"_s,
                                          u"negative_prompt"_s, u"text"_s,           u"string"_s,   u"value"_s,
                                          u"prompt"_s,          u"wildcard_text"_s,  u"Text"_s,     u"STRING"_s};
        return m_side == PromptSide::Positive ? positive : negative;
    }

    QString input(const ComfyNode &node, const QString &name, int depth)
    {
        if (const QString text = node.values.value(name).toString(); !text.isEmpty()) {
            QString taken = text.left(m_room);
            m_room -= taken.size();
            return taken;
        }
        const QString link = node.links.value(name);
        return link.isEmpty() ? QString() : of(link, depth + 1);
    }

    QString joined(const ComfyNode &node, int depth)
    {
        QStringList inputs = node.values.keys() + node.links.keys();
        std::ranges::sort(inputs);
        QStringList parts;
        for (const QString &name : inputs) {
            if (isPart(name)) {
                parts.append(input(node, name, depth));
            }
        }
        parts.removeAll(QString());
        const QString delimiter = node.values.value(u"delimiter"_s).toString();
        return parts.join(delimiter == "\\n"_L1 ? u"\n"_s : delimiter.left(16));
    }

    const ComfyGraph &m_graph;
    PromptSide m_side;
    // Nodes that join what joins them would make more text than there is memory.
    int m_visits = 1000;
    qsizetype m_room = 100'000;
};

} // namespace

const QStringList &comfyBundles()
{
    static const QStringList names{u"pipe"_s, u"basic_pipe"_s, u"base_ctx"_s, u"context"_s};
    return names;
}

QJsonValue comfyNumber(const ComfyGraph &graph, const ComfyNode &node, const QStringList &names)
{
    static const QStringList general{u"value"_s, u"seed"_s,  u"noise_seed"_s, u"number"_s, u"Number"_s,
                                     u"int"_s,   u"float"_s, u"INT"_s,        u"FLOAT"_s,  u"a"_s};
    return followed(graph, node, names, general, isNumber);
}

QString comfyWord(const ComfyGraph &graph, const ComfyNode &node, const QStringList &names)
{
    static const QStringList general{u"value"_s, u"string"_s, u"text"_s};
    const auto isWord = [](const QJsonValue &value) { return !wordIn(value).isEmpty(); };
    return wordIn(followed(graph, node, names, general, isWord));
}

QString comfyText(const ComfyGraph &graph, const QString &nodeId, PromptSide side)
{
    return TextGatherer(graph, side).of(nodeId);
}

} // namespace kinframe::media
