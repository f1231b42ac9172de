// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/folder_row.h"
#include "library/folder_watch.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace kinframe::library {

/// What FolderWatch does on its thread.
class FolderWatcher : public QObject
{
    Q_OBJECT

public:
    FolderWatcher(const Services &services, const FolderWatchOptions &options);

    void begin();
    /// Reads anew which folders there are, and which folders are in the one that has changed.
    void refresh(const QUuid &folderChanged);

private:
    struct Watched
    {
        Folder folder;
        QSet<QString> folders; ///< that the system watches: it, and those in it
        bool isWhole = false;  ///< the system watches all of them
        bool isThere = true;
        bool hasChanged = false;
        qint64 lookedAt = 0; ///< steady time
    };

    void take(Folder folder, const QUuid &folderChanged);
    /// It and those in it; none where they are too many.
    [[nodiscard]] QSet<QString> foldersIn(Watched &watched) const;
    /// Has the system watch these and no others; whether some are new.
    bool watch(Watched &watched, const QSet<QString> &folders);
    void changed(const QString &path);
    void glance();
    void askForScans();
    [[nodiscard]] bool lookAtVolumes();
    void scan(Watched &watched);

    Services m_services;
    FolderWatchOptions m_options;
    std::map<QUuid, Watched> m_watched;
    QFileSystemWatcher m_system;
    QTimer m_gathering;
    QTimer m_glance;
    int m_glances = 0;
    QStringList m_roots; ///< of the volumes; where they change, a folder that is gone may be found
};

} // namespace kinframe::library
