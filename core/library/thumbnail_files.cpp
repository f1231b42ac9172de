// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/thumbnail_files.h"

#include "base/files.h"
#include "base/ids.h"
#include "media/thumbnails.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

/// Renamed into place, but not synced: a thumbnail lost with the power is made again.
Result<void> writeOne(const QString &path, const QByteArray &bytes)
{
    QFile file(path + u'.' + toText(newUuid()));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, path}}, file.errorString());
    }
    if (auto written = writeAll(file, bytes); !written) {
        file.remove();
        return written;
    }
    file.close();
    auto renamed = renameOver(file.fileName(), path);
    if (!renamed) {
        file.remove();
    }
    return renamed;
}

} // namespace

QString thumbnailPath(const QString &folder, const QByteArray &sha256, ThumbnailKind kind, int turn)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    const QString size = kind == ThumbnailKind::Thumbnail ? u"256"_s : u"1440"_s;
    const QString turned = turn == 0 ? QString() : u'-' + QString::number(turn);
    return folder + u'/' + hex.left(2) + u'/' + hex.mid(2, 2) + u'/' + hex + u'-' + size + turned;
}

Result<void> writeThumbnailFiles(const QString &folder, const QByteArray &sha256,
                                 const media::EncodedThumbnails &thumbnails, int turn)
{
    const QString small = thumbnailPath(folder, sha256, ThumbnailKind::Thumbnail, turn);
    if (auto made = makeFolder(QFileInfo(small).path()); !made) {
        return made;
    }
    if (auto written = writeOne(small, thumbnails.thumbnail.bytes); !written) {
        return written;
    }
    return writeOne(thumbnailPath(folder, sha256, ThumbnailKind::Preview, turn), thumbnails.preview.bytes);
}

void removeThumbnails(const QString &folder, const QByteArray &sha256)
{
    for (int turn = 0; turn < 4; ++turn) {
        QFile::remove(thumbnailPath(folder, sha256, ThumbnailKind::Thumbnail, turn));
        QFile::remove(thumbnailPath(folder, sha256, ThumbnailKind::Preview, turn));
    }
}

void forEachThumbnail(const QString &folder, const std::function<bool(const QString &, const QByteArray &)> &visit)
{
    constexpr qsizetype digits = 64;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileName();
        const QByteArray sha256 = QByteArray::fromHex(name.left(digits).toLatin1());
        const bool isThumbnail = sha256.size() * 2 == digits && name.mid(digits, 1) == "-"_L1;
        if (isThumbnail && !visit(path, sha256)) {
            return;
        }
    }
}

} // namespace kinframe::library
