// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blob_store.h"

#include "base/files.h"
#include "base/ids.h"
#include "base/log.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::storage {
namespace {

using namespace Qt::StringLiterals;

/// A file that removes itself unless it was kept.
class TemporaryFile
{
public:
    explicit TemporaryFile(const QString &path)
        : m_file(path)
    {
    }
    ~TemporaryFile()
    {
        if (!m_kept) {
            m_file.remove();
        }
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    Result<void> open()
    {
        errno = 0;
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            return Failure(systemError(m_file.fileName(), errno));
        }
        return {};
    }
    QFile &file() { return m_file; }
    void keep() { m_kept = true; }

private:
    QFile m_file;
    bool m_kept = false;
};

Error notEnoughRoom(const QString &path, qint64 needed, qint64 free)
{
    const double missing = double(needed - free) / 1e6 + 1;
    return {ErrorCode::DiskFull, {{u"path"_s, path}, {u"missing"_s, u"%1 MB"_s.arg(missing, 0, 'f', 0)}}, {}};
}

Error damaged(const QString &path)
{
    return {ErrorCode::FileDamaged, {{u"path"_s, path}, {u"reason"_s, u"its bytes have changed"_s}}, {}};
}

} // namespace

BlobStore::BlobStore(QString blobFolder, QString temporaryFolder)
    : m_blobFolder(std::move(blobFolder))
    , m_temporaryFolder(std::move(temporaryFolder))
{
}

Result<std::unique_ptr<BlobStore>> BlobStore::open(const QString &blobFolder, const QString &temporaryFolder)
{
    for (const QString &folder : {blobFolder, temporaryFolder}) {
        if (auto made = makeFolder(folder); !made) {
            return failed(made);
        }
    }
    return std::unique_ptr<BlobStore>(new BlobStore(blobFolder, temporaryFolder));
}

QString BlobStore::pathOf(QByteArrayView sha256) const
{
    Q_ASSERT(sha256.size() == 32);
    const QString hex = QString::fromLatin1(sha256.toByteArray().toHex());
    return m_blobFolder + u'/' + hex.left(2) + u'/' + hex.mid(2, 2) + u'/' + hex;
}

bool BlobStore::has(QByteArrayView sha256) const
{
    return QFileInfo(pathOf(sha256)).isFile();
}

bool BlobStore::holds(QByteArrayView sha256) const
{
    const QString path = pathOf(sha256);
    const QByteArray name = sha256.toByteArray();
    const auto stamp = stampOf(path);
    if (!stamp || m_verified.isKnown(name, *stamp)) {
        return stamp.has_value();
    }
    // The stamp is from before the reading: a change during it shows the next time.
    if (!verify(sha256)) {
        return false;
    }
    m_verified.note(name, *stamp);
    return true;
}

QString BlobStore::temporaryPath() const
{
    return m_temporaryFolder + u'/' + toText(newUuid());
}

Result<Digests> BlobStore::addCopyOf(const QString &path, QByteArrayView expected)
{
    const QFileInfo before(path);
    // A reserve stays free: a library on a disk filled to the last byte cannot even delete.
    constexpr qint64 reserve = 32 * 1024 * 1024;
    const qint64 free = freeSpace(m_temporaryFolder);
    if (free >= 0 && before.isFile() && before.size() + reserve > free) {
        return Failure(notEnoughRoom(m_temporaryFolder, before.size() + reserve, free));
    }
    TemporaryFile temporary(temporaryPath());
    if (auto opened = temporary.open(); !opened) {
        return failed(opened);
    }
    MultiHash hash;
    auto read = readWhole(path, [&](QByteArrayView bytes) -> Result<void> {
        hash.add(bytes);
        return writeAll(temporary.file(), bytes);
    });
    if (!read) {
        return failed(read);
    }
    const Digests digests = hash.finish();
    if (digests.size == 0) {
        return fail(ErrorCode::FileEmpty, {{u"path"_s, path}});
    }
    const QFileInfo after(path);
    if (after.size() != before.size() || after.lastModified() != before.lastModified()) {
        return after.exists() ? fail(ErrorCode::FileChanged, {{u"path"_s, path}})
                              : fail(ErrorCode::FileVanished, {{u"path"_s, path}});
    }
    if (!expected.isEmpty() && expected != digests.sha256) {
        return Failure(damaged(path));
    }
    temporary.file().close();
    if (auto adopted = adopt(temporary.file().fileName(), digests); !adopted) {
        return failed(adopted);
    }
    temporary.keep();
    return digests;
}

Result<Digests> BlobStore::addBytes(QByteArrayView bytes)
{
    MultiHash hash;
    hash.add(bytes);
    const Digests digests = hash.finish();
    TemporaryFile temporary(temporaryPath());
    if (auto opened = temporary.open(); !opened) {
        return failed(opened);
    }
    if (auto written = writeAll(temporary.file(), bytes); !written) {
        return failed(written);
    }
    temporary.file().close();
    if (auto adopted = adopt(temporary.file().fileName(), digests); !adopted) {
        return failed(adopted);
    }
    temporary.keep();
    return digests;
}

Result<void> BlobStore::adopt(const QString &temporary, const Digests &digests)
{
    const QString target = pathOf(digests.sha256);
    if (QFileInfo(target).size() == digests.size && holds(digests.sha256)) {
        QFile::remove(temporary);
        // Another thread may just have renamed it there and not have synced yet.
        return syncFolder(QFileInfo(target).path());
    }
    QFile file(temporary);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, temporary}}, file.errorString());
    }
    if (auto synced = syncFile(file); !synced) {
        return synced;
    }
    file.close();
    if (auto made = makeFolderDurably(QFileInfo(target).path()); !made) {
        return made;
    }
    if (auto renamed = renameDurably(temporary, target); !renamed) {
        return renamed;
    }
    if (const auto stamp = stampOf(target)) {
        m_verified.note(digests.sha256, *stamp);
    }
    return {};
}

Result<void> BlobStore::makeFolderDurably(const QString &folder)
{
    // Locked, so that nobody who finds the folder there goes on before its name is on the disk.
    const std::scoped_lock lock(m_folderMutex);
    if (QFileInfo::exists(folder)) {
        return {};
    }
    if (auto made = makeFolder(folder); !made) {
        return made;
    }
    // The names of the two folders above must be on the disk too, or the file could be lost with them.
    for (const QString &above : {QFileInfo(folder).path(), m_blobFolder}) {
        if (auto synced = syncFolder(above); !synced) {
            return synced;
        }
    }
    return {};
}

std::shared_ptr<void> BlobStore::keepAll()
{
    const std::scoped_lock lock(m_removalMutex);
    return m_keeper;
}

std::shared_ptr<void> BlobStore::keep(const QByteArray &sha256)
{
    const std::scoped_lock lock(m_removalMutex);
    std::erase_if(m_kept, [](const auto &entry) { return entry.second.expired(); });
    std::weak_ptr<void> &kept = m_kept[sha256];
    std::shared_ptr<void> handle = kept.lock();
    if (!handle) {
        handle = std::make_shared<int>(0);
        kept = handle;
    }
    return handle;
}

Result<void> BlobStore::remove(QByteArrayView sha256)
{
    const std::scoped_lock lock(m_removalMutex);
    if (isKept(sha256)) {
        return {};
    }
    QFile file(pathOf(sha256));
    if (file.exists() && !file.remove()) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, file.fileName()}}, file.errorString());
    }
    m_verified.forget(sha256.toByteArray());
    return {};
}

Result<QString> BlobStore::setAside(QByteArrayView sha256)
{
    const std::scoped_lock lock(m_removalMutex);
    QFile file(pathOf(sha256));
    if (isKept(sha256) || !file.exists()) {
        return QString();
    }
    if (!file.rename(temporaryPath())) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, pathOf(sha256)}}, file.errorString());
    }
    m_verified.forget(sha256.toByteArray());
    return file.fileName();
}

bool BlobStore::isKept(QByteArrayView sha256) const
{
    const auto kept = m_kept.find(sha256.toByteArray());
    return m_keeper.use_count() > 1 || (kept != m_kept.end() && !kept->second.expired());
}

Result<void> BlobStore::verify(QByteArrayView sha256) const
{
    const QString path = pathOf(sha256);
    Sha256 hash;
    auto read = readWhole(path, [&](QByteArrayView bytes) -> Result<void> {
        hash.add(bytes);
        return {};
    });
    if (!read) {
        return read;
    }
    if (hash.finish() != sha256) {
        return Failure(damaged(path));
    }
    return {};
}

void BlobStore::forEach(const std::function<bool(const QByteArray &)> &visit) const
{
    QDirIterator files(m_blobFolder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QByteArray sha256 = QByteArray::fromHex(files.fileName().toLatin1());
        if (sha256.size() != 32) {
            qCWarning(logStorage).noquote() << "not a blob:" << files.filePath();
            continue;
        }
        if (!visit(sha256)) {
            return;
        }
    }
}

void BlobStore::sweepTemporary() const
{
    QDir folder(m_temporaryFolder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        folder.remove(name);
    }
}

} // namespace kinframe::storage
