// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QString>
#include <QUuid>

namespace kinframe::render {

/// The work space of a task: its folder below that of all renders.
struct WorkFolder
{
    QString path;

    WorkFolder(const QString &renders, qint64 taskId)
        : path(renders + u'/' + QString::number(taskId))
    {
    }

    /// The scene and its files, each at its server path.
    [[nodiscard]] QString files() const { return path + QStringLiteral("/files"); }
    /// What came out well.
    [[nodiscard]] QString frames() const { return path + QStringLiteral("/frames"); }
    [[nodiscard]] QString chunks() const { return path + QStringLiteral("/chunks"); }
    /// Of one process of the engine: its log, what it is told and what it tells.
    [[nodiscard]] QString chunk(const QUuid &id) const { return chunks() + u'/' + toText(id); }
    [[nodiscard]] static QString work(const QString &chunk) { return chunk + QStringLiteral("/work"); }
    [[nodiscard]] static QString output(const QString &chunk) { return chunk + QStringLiteral("/out"); }
    /// A file that says where the engine writes, for engines that write elsewhere.
    [[nodiscard]] static QString outputNote(const QString &chunk) { return chunk + QStringLiteral("/output_folder"); }
    /// At so many frames a second.
    [[nodiscard]] QString preview(int frameRate) const
    {
        return path + QStringLiteral("/preview_%1.mp4").arg(frameRate);
    }
};

} // namespace kinframe::render
