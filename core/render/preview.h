// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace kinframe::render {

/// The pictures of a sequence as a video at `to`, which appears whole or not at all. Its long side has at most 1920
/// pixels; a picture that cannot be read is left out, unless none can (FileNotMedia). Canceled, what the disk may fail
/// with.
[[nodiscard]] Result<void> makePreview(const QStringList &pictures, const QString &to, double frameRate,
                                       const std::function<void(qint64 done, qint64 total)> &progress,
                                       const std::stop_token &stop);

} // namespace kinframe::render
