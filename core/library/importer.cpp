// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/importer.h"

#include "library/originals.h"
#include "library/sidecar_files.h"
#include "library/unused_blobs.h"
#include "media/file_type.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

NewAsset describe(const Owner &owner, const media::FileType &type, const FileFacts &facts, const QString &path)
{
    NewAsset asset;
    asset.owner = owner;
    asset.format = type.suffix;
    asset.isVideo = type.isVideo;
    asset.mimeType = type.mimeType;
    asset.fileName = facts.fileName.isEmpty() ? QFileInfo(path).fileName() : facts.fileName;
    asset.fileCreatedAt = facts.fileCreatedAt;
    asset.fileModifiedAt = facts.fileModifiedAt;
    asset.isFavorite = facts.isFavorite;
    asset.deviceAssetId = facts.deviceAssetId;
    asset.deviceId = facts.deviceId;
    asset.sidecar = facts.sidecar;
    asset.priority = facts.priority;
    asset.isBeyondQuota = facts.isBeyondQuota;
    return asset;
}

} // namespace

Importer::Importer(const Services &services)
    : m_services(services)
{
}

Result<NewAsset> Importer::describeFile(const Owner &owner, const QString &path, FileFacts &facts)
{
    const auto type = media::sniffFileType(path, QFileInfo(path).fileName());
    if (!type) {
        return failed(type);
    }
    if (!facts.fileModifiedAt) {
        facts.fileModifiedAt = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    }
    NewAsset asset = describe(owner, *type, facts, path);
    asset.sidecar = sidecarText(findSidecar(path)).value_or(QString());
    return asset;
}

Result<Registered> Importer::addFile(const Owner &owner, const QString &path, Placement placement, FileFacts facts)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (placement == Placement::InPlace) {
        if (auto known = unchanged(owner, absolute)) {
            return *known;
        }
    }
    const QFileInfo info(absolute);
    auto described = describeFile(owner, absolute, facts);
    if (!described) {
        return failed(described);
    }
    NewAsset &asset = *described;
    if (placement == Placement::Copy) {
        return store(std::move(asset), facts, [&] { return m_services.blobs.addCopyOf(absolute); });
    }
    const auto modified = modifiedNs(absolute);
    asset.inPlace = InPlaceFile{absolute, info.size(), modified, {}};
    return store(std::move(asset), facts, [&]() -> Result<Digests> {
        auto digests = digestsOfFile(absolute);
        if (digests && (modifiedNs(absolute) != modified || digests->size != info.size())) {
            return fail(ErrorCode::FileChanged, {{u"path"_s, absolute}});
        }
        return digests;
    });
}

Result<Importer::Recording> Importer::storeCopy(const Owner &owner, const QString &path, FileFacts facts)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    auto asset = describeFile(owner, absolute, facts);
    if (!asset) {
        return failed(asset);
    }
    auto digests = m_services.blobs.addCopyOf(absolute);
    if (!digests) {
        return failed(digests);
    }
    asset->digests = *digests;
    return [services = m_services, asset = std::move(*asset), facts = std::move(facts),
            kept = m_services.blobs.keep(digests->sha256)](storage::Transaction &transaction) {
        return record(transaction, services, asset, facts);
    };
}

Result<Registered> Importer::addSpooled(const Owner &owner, const QString &temporary, const Digests &digests,
                                        const FileFacts &facts)
{
    const auto type = media::sniffFileType(temporary, facts.fileName);
    if (!type) {
        QFile::remove(temporary);
        Error error = type.error();
        for (auto &[key, value] : error.facts) {
            // The sender knows the file by its own name, and the host's paths are nobody's business.
            value = key == u"path"_s ? facts.fileName : value;
        }
        return Failure(error);
    }
    // The bytes are given once only, so nobody may take them away between storing and recording them.
    auto kept = m_services.blobs.keep(digests.sha256);
    const auto put = [&]() -> Result<Digests> {
        if (auto adopted = m_services.blobs.adopt(temporary, digests); !adopted) {
            QFile::remove(temporary);
            return failed(adopted);
        }
        return digests;
    };
    return store(describe(owner, *type, facts, facts.fileName), facts, put, std::move(kept));
}

Result<Registered> Importer::record(storage::Transaction &transaction, const Services &services, const NewAsset &asset,
                                    const FileFacts &facts)
{
    auto registered = registerAsset(transaction, services, asset);
    if (registered && facts.also) {
        if (auto done = facts.also(transaction, *registered); !done) {
            return failed(done);
        }
    }
    return registered;
}

Result<Registered> Importer::store(NewAsset asset, const FileFacts &facts,
                                   const std::function<Result<Digests>()> &putBytes, std::shared_ptr<void> kept)
{
    // The second round is for a deletion of the same bytes that came between storing and recording them.
    for (int round = 0;; ++round) {
        auto digests = putBytes();
        if (!digests) {
            return failed(digests);
        }
        if (digests->size == 0) {
            return fail(ErrorCode::FileEmpty, {{u"path"_s, asset.fileName}});
        }
        asset.digests = *digests;
        auto registered = m_services.database.write(
            [&](storage::Transaction &transaction) { return record(transaction, m_services, asset, facts); });
        if (!registered && registered.error().code == ErrorCode::QuotaExceeded) {
            // Or whoever has no room could fill the disk with what is refused.
            kept.reset();
            dropUnrecorded(m_services, asset.digests.sha256);
        }
        if (registered || registered.error().code != ErrorCode::FileVanished || round == 1) {
            return registered;
        }
    }
}

std::optional<Registered> Importer::unchanged(const Owner &owner, const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    const qint64 modified = modifiedNs(path);
    auto found = m_services.database.read([&](storage::Connection &db) -> Result<std::optional<Registered>> {
        storage::Statement statement =
            db.prepare("SELECT a.uuid, a.id, a.imported_at FROM file_reference r JOIN asset a ON a.id = r.asset_id "
                       "WHERE r.path = ?1 AND "
                       "r.size = ?2 AND r.modified_ns = ?3 AND a.owner_id = ?4 AND r.missing_since IS NULL AND "
                       "a.trashed_at IS NULL AND a.state <> 2");
        statement.bindAll(path, size, modified, owner.userId);
        if (!statement.step()) {
            return std::optional<Registered>();
        }
        return Registered{statement.uuid(0), statement.int64(1), true, false, false, statement.int64(2)};
    });
    return found ? *found : std::nullopt;
}

} // namespace kinframe::library
