// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <QJsonObject>

#include <optional>

namespace kinframe::media {

/// `invokeai_metadata`, and the node of a graph that holds the same.
[[nodiscard]] Generation invokeMetadata(const QJsonObject &metadata);
/// `invokeai_graph`: what its nodes for prompts, noise and models say.
[[nodiscard]] Generation invokeGraph(const QJsonObject &graph);
/// `sd-metadata` of version 2.
[[nodiscard]] Generation invokeSdMetadata(const QJsonObject &metadata);
/// `Dream`: the command line of version 1, `"a castle [fog]" -s 50 -S 42 -W 512 -H 512 -C 7.5 -A k_lms`.
[[nodiscard]] Generation invokeDream(const QString &command);

} // namespace kinframe::media
