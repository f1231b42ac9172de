// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <qqml.h>

namespace kinframe::ui {

/// The desktop's program for files. GUI thread; nothing waits.
class FileManager : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// Shows the folder of these files with them selected; only the folder where the desktop cannot select.
    Q_INVOKABLE void show(const QStringList &files);
    /// Opens the file with the program that the person has for its kind.
    Q_INVOKABLE void open(const QString &file);
};

} // namespace kinframe::ui
