// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sidecar_files.h"

#include "base/files.h"
#include "base/ids.h"
#include "library/file_list.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestSidecar = 1024 * 1024;

QString fullName(const QString &picture)
{
    return picture + u".xmp"_s;
}

QString shortName(const QString &picture)
{
    const QFileInfo info(picture);
    return info.path() + u'/' + info.completeBaseName() + u".xmp"_s;
}

/// A raw file and the camera's JPEG of it, for example, of which the sidecar is the raw file's.
bool sharesItsName(const QString &picture)
{
    const QFileInfo info(picture);
    const QString base = info.completeBaseName();
    const auto names = QDir(info.path()).entryList(QDir::Files);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return name != info.fileName() && QFileInfo(name).completeBaseName() == base && looksLikeMedia(name);
    });
}

} // namespace

QString findSidecar(const QString &picture)
{
    for (const QString &name : {fullName(picture), shortName(picture)}) {
        if (QFileInfo(name).isFile()) {
            return name;
        }
    }
    return {};
}

QString sidecarToWrite(const QString &picture)
{
    const QString found = findSidecar(picture);
    return found == shortName(picture) && !sharesItsName(picture) ? found : fullName(picture);
}

Result<QString> sidecarText(const QString &sidecar)
{
    if (sidecar.isEmpty() || !QFileInfo::exists(sidecar)) {
        return QString();
    }
    const auto bytes = readSmallFile(sidecar, largestSidecar);
    return bytes ? Result<QString>(QString::fromUtf8(*bytes)) : failed(bytes);
}

bool isSidecarOf(const QString &sidecar, const QString &picture)
{
    return sidecar == fullName(picture) || sidecar == shortName(picture);
}

QString keptSidecarFolder(const storage::BlobStore &blobs)
{
    return QFileInfo(blobs.folder()).path() + u"/sidecars"_s;
}

QString keptSidecar(const storage::BlobStore &blobs, const Asset &asset, const Owner &owner)
{
    const QString name = QString::fromLatin1(asset.sha256.toHex());
    const QString whose = owner.isOwner ? QString() : QString(u"/users/"_s + toText(owner.uuid));
    return keptSidecarFolder(blobs) + whose + u'/' + name.first(2) + u'/' + name.sliced(2, 2) + u'/' + name + u".xmp"_s;
}

void dropKeptSidecar(storage::Transaction &transaction, const storage::BlobStore &blobs, const Asset &asset)
{
    const QString path = keptSidecar(blobs, asset, findOwner(transaction.db(), asset.ownerId));
    transaction.afterCommit([path] { QFile::remove(path); });
}

Result<void> copyKeptSidecars(const QString &from, const QString &to, const std::stop_token &stop)
{
    QDirIterator files(from, {u"*.xmp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const QString source = files.next();
        const QString target = to + source.sliced(from.size());
        const auto bytes = readSmallFile(source, largestSidecar);
        if (!bytes) {
            return failed(bytes);
        }
        if (const auto there = readSmallFile(target, largestSidecar); there && *there == *bytes) {
            continue;
        }
        if (auto made = makeFolder(QFileInfo(target).path()); !made) {
            return made;
        }
        if (auto written = replaceFile(target, *bytes); !written) {
            return written;
        }
    }
    return {};
}

} // namespace kinframe::library
