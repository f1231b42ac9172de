// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// A small picture of its own for every number.
[[nodiscard]] QByteArray madeJpeg(int number);
/// The same as a PNG with a text in it.
[[nodiscard]] QByteArray madePng(int number, const QByteArray &keyword, const QByteArray &text);
/// Writes `count` of them into a folder, from that number on; their paths.
[[nodiscard]] QStringList writeJpegs(const QString &folder, int count, int first = 0);
/// A PNG of a few bytes whose head is well formed and says that it is so large.
[[nodiscard]] QByteArray hugePng(quint32 width, quint32 height);

/// All files in a folder and below, relative to it, sorted.
[[nodiscard]] QStringList filesBelow(const QString &folder);
[[nodiscard]] QString sha256Of(const QByteArray &bytes);
/// Where the bytes of that hash lie below a folder of blobs.
[[nodiscard]] QString blobName(const QString &sha256);

} // namespace kinframe::test
