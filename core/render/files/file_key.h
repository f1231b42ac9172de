// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kinframe::render {

/// The most characters that a key may have, in UTF-8: what S3 allows.
constexpr qsizetype longestKey = 1024;

/// A key names an object: segments between slashes, none of them empty, `.` or `..`, without control characters and
/// backslashes. InvalidArgument about the field.
[[nodiscard]] Result<void> checkKey(const QString &field, const QString &key);
/// As checkKey; nor may a client give a key below `assets/`, which the hashes name.
[[nodiscard]] Result<void> checkOwnKey(const QString &field, const QString &key);

/// The 16 bytes of `assets/<md5>`; nothing for another key.
[[nodiscard]] std::optional<QByteArray> md5OfKey(const QString &key);
/// The 16 bytes of 32 hexadecimal digits, in any case.
[[nodiscard]] std::optional<QByteArray> md5From(const QString &text);

} // namespace kinframe::render
