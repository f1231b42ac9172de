// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>

#include <stop_token>

namespace kinframe::ui {

/// A file that people get a copy of at a place of theirs: it is written beside that place and has its name once it is
/// whole; else nothing is left of it. One thread, not the GUI's.
class FileOut
{
public:
    /// `path` is where it is to be.
    explicit FileOut(QString path);
    ~FileOut();
    FileOut(const FileOut &) = delete;
    FileOut &operator=(const FileOut &) = delete;

    /// Begins, with the folder where that is missing: what the disk refuses is known before there is anything to be
    /// copied. What the disk may fail with.
    [[nodiscard]] Result<void> open();
    /// Copies that file; Canceled, what the disk may fail with.
    [[nodiscard]] Result<void> take(const QString &from, const std::stop_token &stop);
    /// Gives it its name. False where the name is taken and the file that has it is not to be replaced.
    [[nodiscard]] Result<bool> finish(bool replaces);

private:
    QString m_path;
    QFile m_file;
    bool m_isDone = false;
};

} // namespace kinframe::ui
