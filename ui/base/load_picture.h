// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/base/services.h"

#include <QImage>
#include <QString>

#include <stop_token>

namespace kinframe::ui {

/// The picture of an id as PictureProvider has it, at most `longSide` pixels long (0: all of them). NotFound, and what
/// reading the file may fail with. On a thread that may wait.
[[nodiscard]] Result<QImage> loadPicture(const Services &services, qint64 userId, const QString &id, int longSide,
                                         const std::stop_token &stop);

} // namespace kinframe::ui
