// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// Why tests that need the photos, or the face models, cannot run here; empty where they can.
[[nodiscard]] QString missingPhotos();
[[nodiscard]] QString missingModels();

/// A path below KINFRAME_TESTDATA.
[[nodiscard]] QString testPath(const QString &name);
/// All files in a folder of it and below, in the order of names.
[[nodiscard]] QStringList testFiles(const QString &folder);
[[nodiscard]] QByteArray bytesOf(const QString &path);
[[nodiscard]] bool writeBytes(const QString &path, const QByteArray &bytes);

} // namespace kinframe::test
