// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace kinframe::render {

/// The names in folders, each listed once: a bounded number of folders and of names. One thread at a time, for as long
/// as one look at the disk takes.
class FolderNames
{
public:
    struct Names
    {
        QStringList files; ///< of files and folders, sorted
        bool isCut = false;
    };

    [[nodiscard]] Names in(const QString &folder);

private:
    QHash<QString, Names> m_known;
    qsizetype m_count = 0;
};

} // namespace kinframe::render
