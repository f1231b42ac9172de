// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/export_files.h"

#include "base/file_names.h"
#include "base/files.h"
#include "base/ids.h"
#include "library/asset.h"
#include "library/originals.h"
#include "library/sidecar_files.h"
#include "library/written_words.h"
#include "media/decode.h"
#include "media/encode.h"
#include "media/orientation.h"
#include "storage/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

// Nobody sees the difference to the original at a glance, and the files are a tenth of a lossless one.
constexpr int quality = 90;
constexpr qint64 largestSidecar = 1024 * 1024;

/// One photo as it is needed to copy it.
struct Source
{
    Asset asset;
    QString path;                        ///< of the bytes
    QString sidecar;                     ///< empty: none
    QString moving;                      ///< the video of a live photo; empty: none
    bool isKept = false;                 ///< its bytes lie in the store
    media::WrittenMetadata written = {}; ///< what is said of it here
};

QString sidecarOf(storage::Connection &db, const Services &services, const Source &source)
{
    const QString kept = keptSidecar(services.blobs, source.asset, findOwner(db, source.asset.ownerId));
    return source.isKept ? (QFileInfo(kept).isFile() ? kept : QString()) : findSidecar(source.path);
}

/// `name` is the photo's, also where its file cannot be found.
Result<Source> findSource(const Services &services, qint64 ownerId, const QUuid &uuid, QString &name)
{
    return services.database.read([&](storage::Connection &db) -> Result<Source> {
        const auto asset = findAsset(db, ownerId, uuid);
        if (!asset) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(uuid)}});
        }
        name = asset->fileName;
        const auto path = locateBlob(db, services.blobs, asset->blobId);
        if (!path) {
            return failed(path);
        }
        Source source{*asset, *path, {}, {}, *path == services.blobs.pathOf(asset->sha256)};
        source.sidecar = sidecarOf(db, services, source);
        source.written = writtenOf(db, *asset);
        if (const auto video = asset->liveVideoId ? findAssetById(db, *asset->liveVideoId) : std::nullopt) {
            source.moving = locateBlob(db, services.blobs, video->blobId).value_or(QString());
        }
        return source;
    });
}

QString safeName(const Asset &asset)
{
    const QString name = safeFileName(asset.fileName);
    return name.isEmpty() ? QString::fromLatin1(asset.sha256.toHex()) : name;
}

QString withSuffix(const QString &name, const QString &suffix)
{
    return suffix.isEmpty() ? name : QFileInfo(name).completeBaseName() + u'.' + suffix;
}

/// A file that is written under a name of its own and gets the one it is meant for once it is whole; else it goes.
class NewFile
{
public:
    explicit NewFile(const QString &folder)
        : m_folder(folder)
        , m_file(folder + u"/.kinframe-"_s + toText(QUuid::createUuid()) + u".part"_s)
    {
    }
    ~NewFile()
    {
        if (!m_isDone && m_file.exists()) {
            m_file.close();
            m_file.remove();
        }
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    Result<void> open()
    {
        errno = 0;
        return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)
                   ? Result<void>()
                   : Failure(systemError(m_folder, errno));
    }
    Result<void> write(QByteArrayView bytes) { return writeAll(m_file, bytes); }

    /// Gives the path that it has now.
    Result<QString> finish(const QString &name, const QDateTime &modified)
    {
        m_file.setFileTime(modified, QFileDevice::FileModificationTime); // Where the disk keeps one.
        if (auto synced = syncFile(m_file); !synced) {
            return failed(synced);
        }
        m_file.close();
        constexpr int mostNumbers = 100'000;
        for (int number = 1; number < mostNumbers; ++number) {
            const QString path = m_folder + u'/' + numberedName(name, number);
            if (QFileInfo::exists(path)) {
                continue;
            }
            // Qt renames over nothing: who took the name meanwhile keeps it.
            m_isDone = m_file.rename(path);
            if (m_isDone) {
                return path;
            }
            if (!QFileInfo::exists(path)) {
                return fail(ErrorCode::DiskFailed, {{u"path"_s, path}, {u"reason"_s, m_file.errorString()}});
            }
        }
        return fail(ErrorCode::DiskFailed, {{u"path"_s, m_folder}, {u"reason"_s, u"every name is taken"_s}});
    }

private:
    QString m_folder;
    QFile m_file;
    bool m_isDone = false;
};

/// True where the folder itself is what fails: no other photo can be written either.
bool isOfTheDisk(const Error &error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::DiskReadOnly ||
           error.code == ErrorCode::DiskFailed;
}

class Exporter
{
public:
    Exporter(const ExportOptions &options, const std::stop_token &stop)
        : m_options(options)
        , m_stop(stop)
    {
    }

    Result<void> write(const Source &source)
    {
        const bool isCopied = m_options.format == ExportFormat::Original || source.asset.isVideo;
        const QString name = safeName(source.asset);
        const QDateTime modified = QFileInfo(source.path).lastModified();
        const auto path = isCopied ? copied(source.path, name, modified) : made(source, name, modified);
        if (!path) {
            return failed(path);
        }
        const QString there = QFileInfo(*path).fileName();
        if (isCopied && !source.moving.isEmpty()) {
            const auto moving = copied(source.moving, withSuffix(there, movingSuffix(source)), modified);
            if (!moving) {
                return failed(moving);
            }
        }
        return m_options.withSidecars ? besides(source, there) : Result<void>();
    }

private:
    static QString movingSuffix(const Source &source)
    {
        const auto type = media::sniffFileType(source.moving, {});
        return type ? type->suffix : u"mov"_s;
    }

    Result<QString> copied(const QString &from, const QString &name, const QDateTime &modified)
    {
        NewFile file(m_options.folder);
        if (auto opened = file.open(); !opened) {
            return failed(opened);
        }
        const auto whole = readWhole(from, [&](QByteArrayView bytes) -> Result<void> {
            return m_stop.stop_requested() ? fail(ErrorCode::Canceled) : file.write(bytes);
        });
        return whole ? file.finish(name, modified) : failed(whole);
    }

    Result<QString> made(const Source &source, const QString &name, const QDateTime &modified)
    {
        const auto type = media::sniffFileType(source.path, source.asset.fileName);
        if (!type) {
            return failed(type);
        }
        media::DecodeOptions decode;
        decode.longSide = m_options.longSide;
        decode.stop = m_stop;
        const auto picture = media::decodePicture(source.path, *type, source.asset.orientation, decode);
        if (!picture) {
            return failed(picture);
        }
        const media::Pixels pixels = media::turned(picture->pixels, source.asset.turn);
        const bool isJpeg = m_options.format == ExportFormat::Jpeg;
        const auto bytes = isJpeg ? media::encodeJpeg(pixels, quality) : media::encodeWebP(pixels, quality);
        return bytes ? written(*bytes, withSuffix(name, isJpeg ? u"jpg"_s : u"webp"_s), modified) : failed(bytes);
    }

    Result<void> besides(const Source &source, const QString &picture)
    {
        const auto former =
            source.sidecar.isEmpty() ? Result<QByteArray>(QByteArray()) : readSmallFile(source.sidecar, largestSidecar);
        if (!former) {
            return failed(former);
        }
        // What is no XMP is not ours to mend: it goes along as it is.
        const QByteArray text = media::updatedXmp(*former, source.written, {}, source.sidecar).value_or(*former);
        if (text.isEmpty()) {
            return {};
        }
        const auto path = written(text, picture + u".xmp"_s, QFileInfo(source.path).lastModified());
        return path ? Result<void>() : failed(path);
    }

    Result<QString> written(const QByteArray &bytes, const QString &name, const QDateTime &modified)
    {
        NewFile file(m_options.folder);
        if (auto opened = file.open(); !opened) {
            return failed(opened);
        }
        if (auto all = file.write(bytes); !all) {
            return failed(all);
        }
        return file.finish(name, modified);
    }

    const ExportOptions &m_options;
    const std::stop_token &m_stop;
};

/// A copy in a folder of its own, so that it can have its name.
Result<QString> namedCopy(const Source &source, const QString &folder)
{
    const QString own = folder + u'/' + QString::fromLatin1(source.asset.sha256.toHex());
    const QString path = own + u'/' + safeName(source.asset);
    const QDateTime modified = QFileInfo(source.path).lastModified();
    if (const QFileInfo there(path); there.size() == source.asset.size && there.lastModified() == modified) {
        return path; // No program has changed it since.
    }
    if (auto made = makeFolder(own); !made) {
        return failed(made);
    }
    QFile::remove(path);
    // Qt clones where the file system can.
    QFile original(source.path);
    if (!original.copy(path)) {
        return fail(ErrorCode::DiskFailed, {{u"path"_s, path}, {u"reason"_s, original.errorString()}});
    }
    QFile copy(path);
    if (copy.open(QIODevice::ReadWrite)) {
        copy.setFileTime(modified, QFileDevice::FileModificationTime);
    }
    return path;
}

/// Known beforehand, a full disk is told before an hour has gone by.
Result<void> checkRoom(const Services &services, qint64 ownerId, const std::vector<QUuid> &assets,
                       const QString &folder)
{
    const auto needed = services.database.read([&](storage::Connection &db) -> Result<qint64> {
        qint64 bytes = 0;
        storage::Statement row = db.prepare("SELECT size FROM asset WHERE uuid = ?1 AND owner_id = ?2");
        for (const QUuid &uuid : assets) {
            row.reset();
            row.bindAll(uuid, ownerId);
            bytes += row.step() ? row.int64(0) : 0;
        }
        return bytes;
    });
    const qint64 room = freeSpace(folder);
    if (!needed || room < 0 || *needed <= room) {
        return needed ? Result<void>() : failed(needed);
    }
    constexpr qint64 million = 1'000'000;
    return fail(ErrorCode::DiskFull,
                {{u"path"_s, folder}, {u"missing"_s, u"%1 MB"_s.arg((*needed - room) / million + 1)}});
}

} // namespace

ExportDone exportFiles(const Services &services, qint64 ownerId, const std::vector<QUuid> &assets,
                       const ExportOptions &options, const std::function<void(qint64 done, qint64 total)> &progress,
                       const std::stop_token &stop)
{
    ExportDone done;
    if (auto made = makeFolder(options.folder); !made) {
        done.error = made.error();
        return done;
    }
    if (options.format == ExportFormat::Original) {
        if (auto room = checkRoom(services, ownerId, assets, options.folder); !room) {
            done.error = room.error();
            return done;
        }
    }
    Exporter exporter(options, stop);
    for (qint64 over = 0; over < qint64(assets.size()); ++over) {
        progress(over, qint64(assets.size()));
        if (stop.stop_requested()) {
            done.error = Error{ErrorCode::Canceled, {}, {}};
            return done;
        }
        const QUuid &uuid = assets[size_t(over)];
        QString name;
        const auto source = findSource(services, ownerId, uuid, name);
        const auto written = source ? exporter.write(*source) : failed(source);
        if (written) {
            ++done.photos;
        } else if (source && (isOfTheDisk(written.error()) || written.error().code == ErrorCode::Canceled)) {
            done.error = written.error();
            return done;
        } else {
            done.problems.emplace_back(name, written.error());
        }
    }
    progress(qint64(assets.size()), qint64(assets.size()));
    return done;
}

Result<QStringList> namedFiles(const Services &services, qint64 ownerId, const std::vector<QUuid> &assets,
                               const QString &folder, qint64 limit, const std::stop_token &stop)
{
    QStringList files;
    qint64 bytes = 0;
    for (const QUuid &uuid : assets) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        QString name;
        const auto source = findSource(services, ownerId, uuid, name);
        if (!source) {
            return failed(source);
        }
        if (!source->isKept) {
            files << source->path;
            continue;
        }
        bytes += source->asset.size;
        if (bytes > limit) {
            return fail(ErrorCode::TooLarge);
        }
        auto copy = namedCopy(*source, folder);
        if (!copy) {
            return failed(copy);
        }
        files << *copy;
    }
    return files;
}

} // namespace kinframe::library
