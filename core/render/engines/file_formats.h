// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"

#include <QString>

namespace kinframe::render {

/// What an engine calls a format that tasks name by its usual suffix; the name itself where we have no better.
[[nodiscard]] QString formatFor(Engine engine, const QString &format);

/// The usual suffix of a format: `jpg` for `jpeg`.
[[nodiscard]] QString suffixOf(const QString &format);

/// What files of a format are: `image/jpeg` for `jpg`; empty where we do not know it.
[[nodiscard]] QString mimeTypeOf(const QString &format);
/// The other way: `jpg` for `image/jpeg`; the type itself where it is of no format that tasks name.
[[nodiscard]] QString suffixOfType(const QString &mimeType);

} // namespace kinframe::render
