// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_watcher.h"

#include "base/clock.h"
#include "base/log.h"
#include "library/folder_places.h"
#include "library/folders.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace kinframe::library {
namespace {

constexpr int glancesPerVolumes = 12;

} // namespace

FolderWatcher::FolderWatcher(const Services &services, const FolderWatchOptions &options)
    : m_services(services)
    , m_options(options)
    , m_system(this)
    , m_gathering(this)
    , m_glance(this)
{
    m_gathering.setSingleShot(true);
    connect(&m_system, &QFileSystemWatcher::directoryChanged, this, &FolderWatcher::changed);
    connect(&m_gathering, &QTimer::timeout, this, &FolderWatcher::askForScans);
    connect(&m_glance, &QTimer::timeout, this, &FolderWatcher::glance);
}

void FolderWatcher::begin()
{
    m_roots = mountedRoots();
    refresh({});
    m_glance.start(m_options.glance);
}

void FolderWatcher::refresh(const QUuid &folderChanged)
{
    auto folders = Folders(m_services).list(0);
    if (!folders) {
        qCWarning(logLibrary).noquote() << "folders:" << folders.error().forLog();
        return;
    }
    QSet<QUuid> seen;
    for (Folder &folder : *folders) {
        if (folder.isWatched) {
            seen.insert(folder.uuid);
            take(std::move(folder), folderChanged);
        }
    }
    for (auto entry = m_watched.begin(); entry != m_watched.end();) {
        if (seen.contains(entry->first)) {
            ++entry;
            continue;
        }
        watch(entry->second, {});
        entry = m_watched.erase(entry);
    }
}

void FolderWatcher::take(Folder folder, const QUuid &folderChanged)
{
    const auto [place, isNew] = m_watched.try_emplace(folder.uuid);
    Watched &watched = place->second;
    const bool isElsewhere = watched.folder.path != folder.path;
    const bool hasChanged = folder.uuid == folderChanged;
    watched.folder = std::move(folder);
    if (isNew || isElsewhere) {
        // Whatever happened while nobody watched.
        scan(watched);
    }
    if (isNew || isElsewhere || hasChanged) {
        const bool hadAny = !watched.folders.isEmpty() && !isElsewhere;
        const bool hasMore = watch(watched, foldersIn(watched));
        if (hadAny && hasMore) {
            // Files may have come into a new folder before it was watched.
            changed(watched.folder.path);
        }
    }
}

QSet<QString> FolderWatcher::foldersIn(Watched &watched) const
{
    watched.isThere = QFileInfo(watched.folder.path).isDir();
    watched.isWhole = watched.isThere;
    if (!watched.isThere) {
        return {};
    }
    QSet<QString> folders{watched.folder.path};
    QDirIterator below(watched.folder.path, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    const auto room = m_options.mostWatched - m_system.directories().size() + watched.folders.size();
    while (below.hasNext() && folders.size() < room) {
        folders.insert(below.next());
    }
    watched.isWhole = !below.hasNext() && folders.size() <= room;
    return watched.isWhole ? folders : QSet<QString>();
}

bool FolderWatcher::watch(Watched &watched, const QSet<QString> &folders)
{
    const QSet<QString> gone = watched.folders - folders;
    const QSet<QString> come = folders - watched.folders;
    if (!gone.isEmpty()) {
        m_system.removePaths(gone.values());
    }
    if (!come.isEmpty() && !m_system.addPaths(come.values()).isEmpty()) {
        watched.isWhole = false;
    }
    watched.folders = folders;
    return !come.isEmpty();
}

void FolderWatcher::changed(const QString &path)
{
    for (auto &[uuid, watched] : m_watched) {
        watched.hasChanged = watched.hasChanged || watched.folder.holds(path);
    }
    if (!m_gathering.isActive()) {
        m_gathering.start(m_options.gathering);
    }
}

void FolderWatcher::askForScans()
{
    for (auto &[uuid, watched] : m_watched) {
        if (watched.hasChanged) {
            scan(watched);
        }
    }
}

void FolderWatcher::glance()
{
    const bool haveVolumesChanged = lookAtVolumes();
    for (auto &[uuid, watched] : m_watched) {
        const bool wasThere = watched.isThere;
        watched.isThere = QFileInfo(watched.folder.path).isDir();
        const auto poll = (watched.isWhole ? m_options.poll : m_options.slowPoll).count();
        const bool isDue = watched.isThere && steadyMs() - watched.lookedAt >= poll;
        if (wasThere != watched.isThere || haveVolumesChanged || isDue) {
            scan(watched);
        }
    }
}

bool FolderWatcher::lookAtVolumes()
{
    // Asking for all volumes wakes drives: rarely, but where a folder is looked for.
    const bool isLooking = std::any_of(m_watched.begin(), m_watched.end(), [](const auto &entry) {
        return !entry.second.isThere || entry.second.folder.missingSince;
    });
    if (!isLooking && ++m_glances % glancesPerVolumes != 0) {
        return false;
    }
    const QStringList roots = mountedRoots();
    const bool haveChanged = roots != m_roots;
    m_roots = roots;
    return haveChanged;
}

void FolderWatcher::scan(Watched &watched)
{
    watched.hasChanged = false;
    watched.lookedAt = steadyMs();
    if (auto asked = Folders(m_services).scanLater(watched.folder.ownerId, watched.folder.uuid); !asked) {
        qCInfo(logLibrary).noquote() << "no look through" << watched.folder.path << asked.error().forLog();
    }
}

} // namespace kinframe::library
