// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/comfy_graph.h"

#include <QJsonValue>

namespace kinframe::media {

/// Inputs through which nodes of extensions hand a bundle of everything on.
[[nodiscard]] const QStringList &comfyBundles();

/// The number that the first of those inputs has, be it written in the node or come through others, as from a node
/// that is only a number. Undefined where there is none.
[[nodiscard]] QJsonValue comfyNumber(const ComfyGraph &graph, const ComfyNode &node, const QStringList &names);

/// The same for one word: the name of a file, a sampler, a scheduler. Empty where there is none.
[[nodiscard]] QString comfyWord(const ComfyGraph &graph, const ComfyNode &node, const QStringList &names);

/// Which of the two prompts is asked for: many nodes have both.
enum class PromptSide { Positive, Negative };

/// The text that comes out of that node, put together where nodes join texts; at most some 100,000 characters.
[[nodiscard]] QString comfyText(const ComfyGraph &graph, const QString &nodeId, PromptSide side);

} // namespace kinframe::media
