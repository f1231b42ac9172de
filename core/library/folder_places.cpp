// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_places.h"

#include "base/digest.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

// Enough to tell two folders apart, and quickly looked at on a slow drive.
constexpr int filesLookedAt = 24;
constexpr int filesRead = 3;

struct KnownFile
{
    QString below; ///< its path in the folder
    qint64 size = 0;
    QByteArray sha256;
};

Result<std::vector<KnownFile>> someFilesOf(storage::Database &database, const Folder &folder)
{
    return database.read([&](Connection &db) -> Result<std::vector<KnownFile>> {
        std::vector<KnownFile> files;
        // Small ones first: they are read. Which ones does not matter.
        Statement statement =
            db.prepare("SELECT r.path, r.size, b.sha256 FROM file_reference r JOIN asset a ON a.id = r.asset_id "
                       "JOIN blob b ON b.id = a.blob_id WHERE r.folder_id = ?1 ORDER BY r.size LIMIT ?2");
        statement.bindAll(folder.id, filesLookedAt);
        while (statement.step()) {
            files.push_back({statement.text(0).mid(folder.path.size()), statement.int64(1), statement.blob(2)});
        }
        return files;
    });
}

} // namespace

QStringList mountedRoots()
{
    QStringList roots;
    for (const QStorageInfo &volume : QStorageInfo::mountedVolumes()) {
        if (volume.isReady()) {
            roots << volume.rootPath();
        }
    }
    return roots;
}

QString placeBelow(const QStringList &roots, const QString &path)
{
    qsizetype longest = 0;
    for (const QString &root : roots) {
        const QString start = root.endsWith(u'/') ? root : root + u'/';
        if (path.startsWith(start)) {
            longest = std::max(longest, start.size());
        }
    }
    const QString below = path.mid(longest);
    return below.startsWith(u'/') ? below.mid(1) : below;
}

bool isThere(const Folder &folder, bool hadFiles)
{
    const QFileInfo info(folder.path);
    return info.isDir() && info.isReadable() &&
           (!hadFiles || !QDir(folder.path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

Result<bool> holdsPhotosOf(storage::Database &database, const Folder &folder, const QString &path)
{
    const auto known = someFilesOf(database, folder);
    if (!known) {
        return failed(known);
    }
    size_t found = 0;
    int same = 0;
    for (const KnownFile &file : *known) {
        const QFileInfo info(path + file.below);
        if (!info.isFile() || info.size() != file.size) {
            continue;
        }
        ++found;
        if (same < filesRead) {
            const auto digests = digestsOfFile(info.filePath());
            same += digests && digests->sha256 == file.sha256 ? 1 : 0;
        }
    }
    // Some may have been changed or deleted since.
    return known->empty() || (same > 0 && found * 2 >= known->size());
}

Result<QString> findOnVolumes(storage::Database &database, const Folder &folder, const QStringList &roots)
{
    if (folder.place.isEmpty()) {
        return QString();
    }
    for (const QString &root : roots) {
        const QString path = QDir::cleanPath(root + u'/' + folder.place);
        if (path == folder.path || !QFileInfo(path).isDir()) {
            continue;
        }
        const auto holds = holdsPhotosOf(database, folder, path);
        if (!holds) {
            return failed(holds);
        }
        if (*holds && !QDir(path).isEmpty()) {
            return path;
        }
    }
    return QString();
}

} // namespace kinframe::library
