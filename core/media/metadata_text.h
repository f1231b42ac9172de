// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace kinframe::media {

/// Text of unknown origin as text to keep: UTF-8 where it is that, else Windows-1252; without NULs and control
/// characters but line ends and tabs, trimmed, at most 64 KiB.
[[nodiscard]] QString cleanText(QByteArrayView bytes);
[[nodiscard]] QString cleanText(QStringView text);
/// As cleanText, for the UTF-16 (little endian) that Windows writes into Exif.
[[nodiscard]] QString cleanUtf16(QByteArrayView bytes);

/// Whether a description is what the camera's maker put there (`OLYMPUS DIGITAL CAMERA`), not what anyone wrote.
[[nodiscard]] bool isPlaceholder(QStringView description);

/// Adds the keyword unless it is empty or there already in any case; at most 1000 are kept.
void addKeyword(QStringList &keywords, const QString &keyword);
/// Adds a hierarchical keyword, written with `separator` between its levels, to `paths`, and its last level to
/// `keywords`.
void addKeywordPath(QStringList &keywords, QStringList &paths, const QString &path, QChar separator);

} // namespace kinframe::media
