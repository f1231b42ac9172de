// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/originals.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

namespace kinframe::library {

using namespace Qt::StringLiterals;

qint64 modifiedNs(const QString &path)
{
#ifdef Q_OS_LINUX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        return qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    }
    return 0;
#else
    return QFileInfo(path).lastModified().toMSecsSinceEpoch() * 1'000'000;
#endif
}

Result<QString> locateBlob(storage::Connection &db, const storage::BlobStore &blobs, qint64 blobId)
{
    storage::Statement blob = db.prepare("SELECT sha256, stored FROM blob WHERE id = ?1");
    blob.bindAll(blobId);
    if (!blob.step()) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"file"_s}, {u"id"_s, QString::number(blobId)}});
    }
    const QString stored = blobs.pathOf(blob.blob(0));
    if (blob.boolean(1) && QFileInfo(stored).isFile()) {
        return stored;
    }
    QString last = stored;
    storage::Statement references =
        db.prepare("SELECT r.path, r.size, r.modified_ns FROM file_reference r JOIN asset a ON a.id = r.asset_id "
                   "WHERE a.blob_id = ?1");
    references.bindAll(blobId);
    while (references.step()) {
        last = references.text(0);
        if (QFileInfo(last).size() == references.int64(1) && modifiedNs(last) == references.int64(2)) {
            return last;
        }
    }
    return fail(ErrorCode::FileNotFound, {{u"path"_s, last}});
}

} // namespace kinframe::library
