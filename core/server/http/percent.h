// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace kinframe::http {

enum class PlusSign { Literal, Space };

/// Undoes %XX; nothing where a % lacks its two hex digits.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView encoded, PlusSign plus = PlusSign::Literal);
/// Well-formed UTF-8 (no overlong forms, no surrogates) without a NUL.
[[nodiscard]] bool isUtf8Text(QByteArrayView bytes);
/// Text of well-formed UTF-8 (no overlong forms, no surrogates); nothing else, and nothing with a NUL in it.
[[nodiscard]] std::optional<QString> utf8Text(QByteArrayView bytes);
/// Both in turn.
[[nodiscard]] std::optional<QString> percentDecodedText(QByteArrayView encoded, PlusSign plus = PlusSign::Literal);
/// Encodes everything but the unreserved characters of RFC 3986.
[[nodiscard]] QByteArray percentEncoded(QByteArrayView bytes);

} // namespace kinframe::http
