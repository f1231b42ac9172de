// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace kinframe::http {

/// Without the spaces and tabs at both ends.
[[nodiscard]] QByteArrayView trimmed(QByteArrayView text);
/// One or more of the characters that RFC 9110 lets stand in a token.
[[nodiscard]] bool isToken(QByteArrayView text);
/// ASCII only.
[[nodiscard]] bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right);
/// One to eighteen ASCII digits as a number; nothing else is one.
[[nodiscard]] std::optional<qint64> digits(QByteArrayView text);
/// The elements of a comma-separated list, trimmed, without the empty ones; commas inside quotes do not count.
[[nodiscard]] std::vector<QByteArrayView> listElements(QByteArrayView header);

/// A header such as `form-data; name="file"; filename="a.jpg"`.
struct ParameterizedValue
{
    QByteArray value;                                          ///< in lower case
    std::vector<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case, values without their quotes

    [[nodiscard]] std::optional<QByteArray> parameter(QByteArrayView name) const;
};

/// Nothing where the text breaks the grammar or a parameter comes twice.
[[nodiscard]] std::optional<ParameterizedValue> parseParameterized(QByteArrayView header);

} // namespace kinframe::http
