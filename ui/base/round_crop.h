// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace kinframe::ui {

/// The middle of a picture as a circle with a smooth edge, `side` pixels wide (0: as wide as the picture allows);
/// around it nothing. From any thread.
[[nodiscard]] QImage roundCrop(const QImage &picture, int side);

} // namespace kinframe::ui
