// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <optional>

namespace kinframe {

/// A fresh random id (UUIDv4).
[[nodiscard]] QUuid newUuid();
/// The id that a SHA-256 (32 bytes) always gives: its first 16 bytes with version 8 and the variant bits set.
[[nodiscard]] QUuid uuidOfSha256(QByteArrayView sha256);
/// An asset's id: of the SHA-256 for the owner of the computer's library, of SHA-256(user id ‖ SHA-256) for others.
[[nodiscard]] QUuid assetUuid(QByteArrayView sha256, const QUuid &userId, bool isOwner);

/// 36 characters in lower case, without braces.
[[nodiscard]] QString toText(const QUuid &id);
/// Reads exactly that form, in any case; nothing else is an id.
[[nodiscard]] std::optional<QUuid> uuidFromText(QStringView text);

/// Bytes from the system's secure source.
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace kinframe
