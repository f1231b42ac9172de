// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/maya_reader.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// Why tests over real scenes cannot run here; empty where they can.
[[nodiscard]] QString missingScenes();
/// A path below the folder of real Maya scenes.
[[nodiscard]] QString mayaPath(const QString &name);
[[nodiscard]] QByteArray bytesAt(const QString &path);

/// What a Maya ASCII text says, given in blocks of that size (0: all at once).
[[nodiscard]] render::SceneFacts mayaFactsOf(const QByteArray &text, qsizetype blockSize = 0);
/// The names of the notes, in their order.
[[nodiscard]] QStringList noteNames(const render::SceneFacts &facts);
/// `texture sourceimages/grid.png`, one per file.
[[nodiscard]] QStringList fileLines(const render::SceneFacts &facts);
/// As a file of gzip.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

} // namespace kinframe::test
