// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace kinframe {

// What may be absent, as JSON: null then.

template <typename Number>
[[nodiscard]] QJsonValue numberOrNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(double(*number)) : QJsonValue(QJsonValue::Null);
}

/// Null also for an empty text.
[[nodiscard]] inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace kinframe
