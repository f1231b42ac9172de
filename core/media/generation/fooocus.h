// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <QJsonObject>

#include <optional>

namespace kinframe::media {

/// What Fooocus writes in its own scheme, as `parameters` of a PNG or as Exif's comment; also with the labels that it
/// used as names at first. Nothing where the object is not from it. `parameters` is left empty.
[[nodiscard]] std::optional<Generation> readFooocus(const QJsonObject &object);

} // namespace kinframe::media
