// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"
#include "render/engines/failure_reason.h"

#include <QByteArrayView>

#include <optional>

namespace kinframe::render {

struct KnownProblem
{
    FailureReason reason;
    bool isFatal;
};

/// What a line of an engine's log complains of, as far as we know its words.
[[nodiscard]] std::optional<KnownProblem> knownProblem(Engine engine, QByteArrayView line);

} // namespace kinframe::render
