// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <optional>

namespace kinframe::render {

/// Why a frame was not rendered, as far as its engine says.
enum class FailureReason {
    Licence,
    Memory,
    MissingTexture,
    MissingFile,
    BadScene, ///< not a scene, damaged, or of a newer version
    Script,
    DiskFull,
    NoCamera,
    Device, ///< the graphics card or its driver
    Option, ///< asked for something that this engine does not have
    Crash,
    Unknown,
};

/// `missing_texture`, …; stable, for the database and the API.
[[nodiscard]] QString nameOf(FailureReason reason);
[[nodiscard]] std::optional<FailureReason> failureReasonOf(const QString &name);

/// The failure as an error with a sentence; `text` is what the engine said (its fact `reason`), cut where it is long.
[[nodiscard]] Error errorFor(FailureReason reason, const QString &text);

} // namespace kinframe::render
