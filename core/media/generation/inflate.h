// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kinframe::media {

/// What a zlib stream unpacks to; nothing where it is damaged, ends early or unpacks to more than `most` bytes. Never
/// holds more than that.
[[nodiscard]] std::optional<QByteArray> inflated(QByteArrayView packed, qsizetype most);

} // namespace kinframe::media
