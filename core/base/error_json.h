// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>

namespace kinframe {

/// `{"code": "file_damaged", "facts": {…}, "detail": "…"}`: how the database keeps an error.
[[nodiscard]] QJsonObject toJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QJsonObject &json);

/// The same as text, for a column.
[[nodiscard]] QString toJsonText(const Error &error);
[[nodiscard]] Error errorFromJsonText(const QString &text);

} // namespace kinframe
