// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/writeback_job.h"

#include "base/files.h"
#include "library/asset_file.h"
#include "library/importer.h"
#include "library/originals.h"
#include "library/owner.h"
#include "library/read_sidecar.h"
#include "library/register_asset.h"
#include "library/settings.h"
#include "library/sidecar_files.h"
#include "library/written_words.h"
#include "media/orientation.h"
#include "media/picture_bytes.h"
#include "media/write_file.h"
#include "storage/database.h"

#include <QDateTime>
#include <QFileInfo>

namespace kinframe::library {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

/// All that is needed of a photo to write about it.
struct WriteBackJob::Photo
{
    Asset asset;
    Owner owner;
    QString path; ///< of its bytes
    bool isInPlace = false;
    bool isOnlyPlace = false; ///< of its bytes, which nobody else has
    bool hasChanged = false;  ///< since it was recorded
    std::optional<qint64> folderId;
    QString known; ///< what its sidecar said when it was last read or written
    bool writesSidecar = false;
    bool writesFile = false;
    media::WrittenMetadata written;

    media::FileType type = {};
    media::Metadata embedded = {}; ///< what the file says by itself
    QString present = {};          ///< the sidecar's text now

    [[nodiscard]] media::RegionFrame frame() const;
};

namespace {

// Each is a row and a wake-up of a worker, and others want to write too.
constexpr int photosPerWrite = 200;

struct Place
{
    QString path;
    std::optional<qint64> folderId;
};

/// Where the bytes lie in place and are still those that were hashed.
std::vector<Place> placesOf(Connection &db, const Asset &asset)
{
    std::vector<Place> places;
    Statement statement = db.prepare("SELECT path, size, modified_ns, folder_id FROM file_reference "
                                     "WHERE asset_id = ?1 AND missing_since IS NULL ORDER BY id");
    statement.bindAll(asset.id);
    while (statement.step()) {
        const QString path = statement.text(0);
        if (QFileInfo(path).size() == statement.int64(1) && modifiedNs(path) == statement.int64(2)) {
            places.push_back({path, statement.optionalInt64(3)});
        }
    }
    return places;
}

/// The file in place that has other bytes now than were recorded, where no look through a folder will find that out.
QString changedFile(Connection &db, const Asset &asset)
{
    Statement statement = db.prepare("SELECT min(path) FROM file_reference WHERE asset_id = ?1 AND missing_since IS "
                                     "NULL HAVING count(*) = 1 AND max(folder_id) IS NULL");
    statement.bindAll(asset.id);
    const QString path = statement.step() ? statement.text(0) : QString();
    return QFileInfo(path).isFile() ? path : QString();
}

bool isSharedOrStored(Connection &db, const Asset &asset, bool &isStored)
{
    Statement statement = db.prepare("SELECT stored, refs, (SELECT count(*) FROM file_reference WHERE asset_id = ?2 "
                                     "AND missing_since IS NULL) FROM blob WHERE id = ?1");
    statement.bindAll(asset.blobId, asset.id);
    isStored = !statement.step() || statement.boolean(0);
    return isStored || statement.int64(1) > 1 || statement.int64(2) > 1;
}

/// What the sidecar says now: beside a file in place what lies there, else what was written last.
Result<QString> presentSidecar(const QString &path, bool isInPlace, const QString &known)
{
    return isInPlace ? sidecarText(findSidecar(path)) : Result<QString>(known);
}

Result<media::Metadata> withSidecar(const media::Metadata &embedded, const QString &text, const QString &path)
{
    if (text.isEmpty()) {
        return embedded;
    }
    const auto sidecar = media::readSidecarText(text.toUtf8(), path, embedded);
    return sidecar ? Result<media::Metadata>(media::merged(embedded, *sidecar)) : failed(sidecar);
}

} // namespace

media::RegionFrame WriteBackJob::Photo::frame() const
{
    media::RegionFrame frame{embedded.width.value_or(0), embedded.height.value_or(0), embedded.orientation.value_or(1)};
    if (frame.width <= 0 || frame.height <= 0) {
        // As it is shown, turned back by what a person has turned it and by what the file says.
        frame.width = int(asset.width.value_or(0));
        frame.height = int(asset.height.value_or(0));
        if ((asset.turn % 2 != 0) != media::swapsSides(frame.orientation)) {
            std::swap(frame.width, frame.height);
        }
    }
    return frame;
}

WriteBackJob::WriteBackJob(const Services &services, FaceSource faces)
    : m_services(services)
    , m_faces(std::move(faces))
{
}

Result<jobs::Effect> WriteBackJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    if (job.subject.isNull()) {
        return everything(context);
    }
    for (int round = 0;; ++round) {
        auto loaded = load(job);
        if (!loaded || !*loaded) {
            return loaded ? Result<jobs::Effect>(jobs::Effect()) : failed(loaded);
        }
        Photo &photo = **loaded;
        if (photo.hasChanged) {
            return takeChangedFile(photo);
        }
        auto type = media::sniffFileType(photo.path, photo.asset.fileName);
        auto present = presentSidecar(photo.path, photo.isInPlace, photo.known);
        if (!type || !present) {
            return !type ? failed(type) : failed(present);
        }
        const bool hasOthers = !present->isEmpty() && *present != photo.known && round == 0;
        if (!hasOthers && !photo.writesSidecar) {
            return jobs::Effect();
        }
        photo.type = *type;
        photo.embedded = readMetadataGently(photo.path, *type, {});
        photo.present = *present;
        if (!hasOthers) {
            return write(std::move(photo));
        }
        const auto before = withSidecar(photo.embedded, photo.known, photo.path);
        const auto now = withSidecar(photo.embedded, photo.present, findSidecar(photo.path));
        if (!now) {
            return failed(now);
        }
        const SidecarChange change{before.value_or(photo.embedded), *now, photo.present};
        auto taken = m_services.database.write([&](Transaction &transaction) -> Result<void> {
            return takeSidecarChange(transaction, m_services, photo.asset, change);
        });
        // Where others have marked people, it is written when these have been taken over too.
        if (!taken || change.hasOtherRegions()) {
            return taken ? Result<jobs::Effect>(jobs::Effect()) : failed(taken);
        }
    }
}

Result<jobs::Effect> WriteBackJob::everything(jobs::JobContext &context)
{
    auto total = m_services.database.read([&](Connection &db) -> Result<qint64> {
        Statement statement = db.prepare("SELECT count(*) FROM asset WHERE trashed_at IS NULL");
        statement.step();
        return statement.int64(0);
    });
    if (!total) {
        return failed(total);
    }
    qint64 done = 0;
    for (qint64 after = 0;;) {
        if (context.shouldStop()) {
            return fail(ErrorCode::Canceled);
        }
        auto asked = m_services.database.write([&](Transaction &transaction) -> Result<std::vector<qint64>> {
            std::vector<qint64> ids;
            Statement statement =
                transaction.prepare("SELECT id FROM asset WHERE id > ?1 AND trashed_at IS NULL ORDER BY id LIMIT ?2");
            statement.bindAll(after, photosPerWrite);
            while (statement.step()) {
                ids.push_back(statement.int64(0));
            }
            writeBackLater(transaction, m_services.jobs, ids);
            return ids;
        });
        if (!asked || asked->empty()) {
            return asked ? Result<jobs::Effect>(jobs::Effect()) : failed(asked);
        }
        after = asked->back();
        done += qint64(asked->size());
        context.progress(done, *total);
    }
}

Result<std::optional<WriteBackJob::Photo>> WriteBackJob::load(const jobs::Job &job)
{
    return m_services.database.read([&](Connection &db) -> Result<std::optional<Photo>> {
        const auto asset = findAsset(db, job.userId.value_or(0), job.subject);
        // Before it is read, what the file says would look like taken away.
        if (!asset || !asset->isReady || asset->trashedAt || asset->isHidden) {
            return std::optional<Photo>();
        }
        Photo photo;
        photo.asset = *asset;
        photo.owner = findOwner(db, asset->ownerId);
        bool isStored = false;
        const bool isElsewhere = isSharedOrStored(db, *asset, isStored);
        const auto places = isStored ? std::vector<Place>() : placesOf(db, *asset);
        photo.writesSidecar = Settings::isOn(db, setting::writeBackSidecars);
        photo.writesFile = photo.writesSidecar && Settings::isOn(db, setting::writeBackFiles);
        if (!isStored && places.empty()) {
            // Its drive is away, or somebody has changed it: then this is asked for again when that is found out.
            photo.path = photo.writesFile ? changedFile(db, *asset) : QString();
            photo.hasChanged = !photo.path.isEmpty();
            return photo.hasChanged ? std::optional(std::move(photo)) : std::nullopt;
        }
        photo.isInPlace = !isStored;
        photo.isOnlyPlace = !isElsewhere;
        photo.path = isStored ? m_services.blobs.pathOf(asset->sha256) : places.front().path;
        photo.folderId = isStored ? std::nullopt : places.front().folderId;
        photo.known = knownSidecar(db, asset->id);
        photo.written = writtenOf(db, *asset);
        // The faces of a video are in frames of it; those of a photo that is still looked at are not known.
        if (asset->state == AssetState::Done && !asset->isVideo && m_faces) {
            photo.written.faces = m_faces(db, *asset);
        }
        return std::optional(std::move(photo));
    });
}

Result<jobs::Effect> WriteBackJob::write(Photo photo)
{
    auto text = writeSidecar(photo);
    if (!text) {
        return failed(text);
    }
    if (!text->isEmpty()) {
        // At once, for until it is noted it would be taken for somebody else's.
        auto noted = m_services.database.write([&](Transaction &transaction) -> Result<void> {
            noteSidecar(transaction, photo.asset.id, QString::fromUtf8(*text));
            return {};
        });
        if (!noted) {
            return failed(noted);
        }
    }
    const bool isForFile = photo.writesFile && photo.isInPlace && photo.isOnlyPlace;
    if (isForFile && media::canWriteInto(photo.type.format)) {
        if (auto written = writeFile(photo); !written) {
            return failed(written);
        }
    }
    return jobs::Effect();
}

Result<QByteArray> WriteBackJob::writeSidecar(const Photo &photo)
{
    if (photo.present.isEmpty() && (!photo.written.saysAnything() || photo.written.isSaidBy(photo.embedded))) {
        return QByteArray();
    }
    const QString target =
        photo.isInPlace ? sidecarToWrite(photo.path) : keptSidecar(m_services.blobs, photo.asset, photo.owner);
    const QByteArray former = photo.present.toUtf8();
    auto text = media::updatedXmp(former, photo.written, photo.frame(), target);
    if (!text) {
        return failed(text);
    }
    // One that came with a photo that was copied in is in the database alone until something is written of it.
    const bool isThere = photo.isInPlace || former.isEmpty() || QFileInfo::exists(target);
    if (*text == former && isThere) {
        return QByteArray();
    }
    const auto now = presentSidecar(photo.path, photo.isInPlace, photo.known);
    if (!now || *now != photo.present) {
        return now ? Result<QByteArray>(fail(ErrorCode::FileChanged, {{u"path"_s, target}})) : failed(now);
    }
    if (auto made = photo.isInPlace ? Result<void>{} : makeFolder(QFileInfo(target).path()); !made) {
        return failed(made);
    }
    if (auto written = replaceFile(target, *text); !written) {
        return failed(written);
    }
    return text;
}

Result<void> WriteBackJob::writeFile(const Photo &photo)
{
    const auto digests = media::writeIntoPicture(photo.path, photo.type, photo.written);
    if (!digests) {
        return failed(digests);
    }
    if (!*digests) {
        return {};
    }
    NewAsset changed;
    changed.owner = photo.owner;
    changed.digests = **digests;
    changed.format = photo.type.suffix;
    changed.mimeType = photo.type.mimeType;
    changed.fileName = photo.asset.fileName;
    changed.fileCreatedAt = photo.asset.fileCreatedAt;
    changed.fileModifiedAt = QFileInfo(photo.path).lastModified().toMSecsSinceEpoch();
    changed.inPlace = InPlaceFile{photo.path, (*digests)->size, modifiedNs(photo.path), photo.folderId};
    changed.priority = jobs::priority::background;
    // Where the program ends before this, the next look at the folder, or else takeChangedFile, does the same.
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        const auto registered = registerAsset(transaction, m_services, changed);
        return registered ? Result<void>{} : Result<void>(failed(registered));
    });
}

Result<jobs::Effect> WriteBackJob::takeChangedFile(const Photo &photo)
{
    FileFacts facts;
    facts.fileName = photo.asset.fileName;
    facts.fileCreatedAt = photo.asset.fileCreatedAt;
    facts.priority = jobs::priority::background;
    const auto taken = Importer(m_services).addFile(photo.owner, photo.path, Importer::Placement::InPlace, facts);
    return taken ? Result<jobs::Effect>(jobs::Effect()) : failed(taken);
}

} // namespace kinframe::library
