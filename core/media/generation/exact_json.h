// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringView>

#include <optional>

namespace kinframe::media {

/// Whether that is meant as a JSON object.
[[nodiscard]] bool looksLikeJson(QStringView text);

/// The object that `text` begins with, read as the programs mean it that write it with Python's `json`: NaN and
/// infinities are null, and integers that JavaScript's numbers could not hold are strings, so that seeds stay exact.
/// What follows the object does not count. Nothing where it is no object, is nested deeper than 100 or holds more than
/// a million values.
[[nodiscard]] std::optional<QJsonObject> exactJson(QStringView text);

} // namespace kinframe::media
