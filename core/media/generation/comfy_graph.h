// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace kinframe::media {

/// One node of a graph of ComfyUI: what is written in it, and which nodes lead into it, both by the names of inputs.
struct ComfyNode
{
    QString type; ///< `KSampler`; empty for a node that is switched off and only passes on
    QMap<QString, QJsonValue> values;
    QMap<QString, QString> links; ///< to the ids of nodes; they may go in circles, or nowhere

    /// The id that leads into the first of those inputs that has one; empty where none has.
    [[nodiscard]] QString link(const QStringList &names) const;
};

/// The nodes of a graph. A value; at most 20,000 nodes.
class ComfyGraph
{
public:
    /// The chunk `prompt`: the graph as it was executed. Nothing where the object is none.
    [[nodiscard]] static std::optional<ComfyGraph> ofPrompt(const QJsonObject &prompt);
    /// The chunk `workflow`: the graph as the editor keeps it, where values have places in place of names; those of the
    /// usual nodes are known. Nothing where the object is none.
    [[nodiscard]] static std::optional<ComfyGraph> ofWorkflow(const QJsonObject &workflow);

    /// Null where there is none. Lives as long as the graph.
    [[nodiscard]] const ComfyNode *find(const QString &id) const;
    /// Of a prompt by number, so in the order in which they were made; of a workflow as they stand there.
    [[nodiscard]] const QStringList &ids() const { return m_ids; }

    void insert(const QString &id, const ComfyNode &node);

private:
    QHash<QString, ComfyNode> m_nodes;
    QStringList m_ids;
};

} // namespace kinframe::media
