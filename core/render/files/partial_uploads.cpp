// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/partial_uploads.h"

#include "base/files.h"
#include "base/ids.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr qint64 reserve = qint64(256) << 20; // stays free, as of any upload

Failure noUpload(const QUuid &uuid)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"upload"_s}, {u"id"_s, toText(uuid)}});
}

Failure tooLarge(qint64 size, qint64 limit)
{
    return fail(
        ErrorCode::TooLarge,
        {{u"field"_s, u"body"_s}, {u"value"_s, u"%1 bytes"_s.arg(size)}, {u"limit"_s, u"%1 bytes"_s.arg(limit)}});
}

/// A second name for the file, so that it is still there where the program ends before it is recorded; its own where
/// the volume has no such names.
QString secondName(const QString &path, const QString &other)
{
    std::error_code error;
    std::filesystem::create_hard_link(path.toStdU16String(), other.toStdU16String(), error);
    return error ? path : other;
}

} // namespace

PartialUploads::PartialUploads(Files &files, PartialSetup setup)
    : m_files(files)
    , m_setup(std::move(setup))
{
}

std::shared_ptr<PartialFile> PartialUploads::fileOf(const QUuid &uuid)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_open, [](const auto &entry) { return entry.second.expired(); });
    std::weak_ptr<PartialFile> &open = m_open[uuid];
    std::shared_ptr<PartialFile> file = open.lock();
    if (!file) {
        file = std::make_shared<PartialFile>(m_setup.folder + u'/' + toText(uuid));
        open = file;
    }
    return file;
}

Result<void> PartialUploads::checkRoom(qint64 size) const
{
    const qint64 free = freeSpace(m_setup.folder);
    const qint64 missing = size + reserve - free;
    if (free < 0 || missing <= 0) {
        return {};
    }
    return fail(ErrorCode::DiskFull,
                {{u"path"_s, u"library"_s}, {u"missing"_s, u"%1 MB"_s.arg(missing / 1'000'000 + 1)}});
}

Result<void> PartialUploads::checkUse(Connection &db, const PartialUpload &upload) const
{
    const PartialLimits &limits = m_setup.limits;
    const PartialUse use = partialUse(db, upload.ownerId);
    if (use.uploads < limits.uploads && use.bytes + upload.size <= limits.bytes) {
        return {};
    }
    constexpr int patience = 3600; // s
    return fail(ErrorCode::RateLimited, {{u"seconds"_s, QString::number(patience)}}, u"too many uploads are begun"_s);
}

Result<PartialState> PartialUploads::create(qint64 userId, qint64 size, const QString &metadata, const FileFacts &facts)
{
    const auto drafted = draft(userId, size, metadata, facts);
    if (!drafted) {
        return failed(drafted);
    }
    auto recorded = record(*drafted);
    if (!recorded) {
        discard(*drafted);
    }
    return recorded;
}

Result<PartialUpload> PartialUploads::draft(qint64 userId, qint64 size, const QString &metadata, const FileFacts &facts)
{
    if (size > m_setup.limits.fileBytes) {
        return tooLarge(size, m_setup.limits.fileBytes);
    }
    if (auto made = makeFolder(m_setup.folder); !made) {
        return failed(made);
    }
    if (auto room = checkRoom(size); !room) {
        return failed(room);
    }
    PartialUpload upload;
    upload.uuid = newUuid();
    upload.ownerId = userId;
    upload.size = size;
    upload.metadata = metadata;
    upload.facts = facts;
    upload.touchedAt = m_setup.clock();
    auto checked =
        m_files.services().database.read([&](Connection &db) -> Result<void> { return checkUse(db, upload); });
    if (!checked) {
        return failed(checked);
    }
    if (auto created = fileOf(upload.uuid)->create(); !created) {
        return failed(created);
    }
    return upload;
}

Result<PartialState> PartialUploads::record(const PartialUpload &draft)
{
    auto written = m_files.services().database.write([&](Transaction &transaction) -> Result<void> {
        // Once more: another may have been recorded meanwhile.
        if (auto checked = checkUse(transaction.db(), draft); !checked) {
            return checked;
        }
        insertPartial(transaction, draft, draft.touchedAt);
        return {};
    });
    return written ? Result<PartialState>(PartialState{draft, 0, draft.touchedAt + m_setup.limits.keptMs})
                   : failed(written);
}

void PartialUploads::discard(const PartialUpload &draft)
{
    fileOf(draft.uuid)->remove();
}

Result<PartialUpload> PartialUploads::find(qint64 userId, const QUuid &uuid)
{
    auto found = m_files.services().database.read(
        [&](Connection &db) -> Result<std::optional<PartialUpload>> { return findPartial(db, uuid); });
    if (!found) {
        return failed(found);
    }
    if (!*found || (*found)->touchedAt + m_setup.limits.keptMs <= m_setup.clock()) {
        return noUpload(uuid);
    }
    if ((*found)->ownerId != userId) {
        return fail(ErrorCode::NotYours, {{u"what"_s, u"upload"_s}});
    }
    return **found;
}

Result<PartialState> PartialUploads::state(qint64 userId, const QUuid &uuid)
{
    auto upload = find(userId, uuid);
    if (!upload) {
        return failed(upload);
    }
    const qint64 offset = upload->fileId ? upload->size : fileOf(uuid)->size();
    if (offset < 0) {
        return noUpload(uuid);
    }
    const qint64 expires = upload->touchedAt + m_setup.limits.keptMs;
    return PartialState{std::move(*upload), offset, expires};
}

Result<std::unique_ptr<PartialFile::Writer>> PartialUploads::write(qint64 userId, const QUuid &uuid, qint64 offset,
                                                                   qint64 length,
                                                                   const std::optional<PieceChecksum> &checksum)
{
    const auto upload = find(userId, uuid);
    if (!upload) {
        return failed(upload);
    }
    const qint64 size = upload->fileId ? upload->size : fileOf(uuid)->size();
    if (size >= 0 && offset != size) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the upload goes on at byte %1"_s.arg(size)}});
    }
    if (upload->fileId) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the upload is whole already"_s}});
    }
    if (length > upload->size - offset) {
        return tooLarge(offset + length, upload->size);
    }
    return PartialFile::write(fileOf(uuid), offset, upload->size, checksum);
}

Result<std::unique_ptr<PartialFile::Writer>> PartialUploads::write(const PartialUpload &draft, qint64 length,
                                                                   const std::optional<PieceChecksum> &checksum)
{
    return length > draft.size ? tooLarge(length, draft.size)
                               : PartialFile::write(fileOf(draft.uuid), 0, draft.size, checksum);
}

Result<PartialState> PartialUploads::settle(qint64 userId, const QUuid &uuid, const std::optional<Digests> &digests)
{
    // One at a time: a client that has lost the answer to its last piece asks while the file is still being recorded.
    const std::shared_ptr<PartialFile> file = fileOf(uuid);
    const std::scoped_lock lock(file->completion());
    auto known = state(userId, uuid);
    if (!known) {
        return known;
    }
    const qint64 now = m_setup.clock();
    auto touched = m_files.services().database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE partial_upload SET touched_at = ?2 WHERE uuid = ?1", uuid, now);
        return {};
    });
    if (!touched) {
        return failed(touched);
    }
    known->upload.touchedAt = now;
    known->expiresAt = now + m_setup.limits.keptMs;
    if (known->offset < known->upload.size || known->upload.fileId) {
        return known;
    }
    const auto added = complete(*known, digests);
    if (!added) {
        return failed(added);
    }
    known->upload.fileId = added->file.id;
    return known;
}

Result<AddedFile> PartialUploads::complete(const PartialState &state, const std::optional<Digests> &digests)
{
    const QUuid &uuid = state.upload.uuid;
    const std::shared_ptr<PartialFile> file = fileOf(uuid);
    const bool isOfAll = digests && digests->size == state.upload.size;
    auto whole = isOfAll ? Result<Digests>(*digests) : digestsOfFile(file->path());
    if (!whole) {
        return failed(whole);
    }
    const QString given = secondName(file->path(), m_files.services().blobs.temporaryPath());
    auto added = m_files.addSpooled(state.upload.ownerId, given, *whole, state.upload.facts);
    if (!added) {
        // Bytes that are wrong stay wrong; where something failed for now, it may be asked for again.
        const ErrorKind kind = added.error().kind();
        if (kind == ErrorKind::BadInput || kind == ErrorKind::Conflict || given == file->path()) {
            std::ignore = forget(uuid);
        }
        return added;
    }
    auto noted = m_files.services().database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE partial_upload SET file_id = ?2 WHERE uuid = ?1", uuid, added->file.id);
        return {};
    });
    if (!noted) {
        return failed(noted);
    }
    file->remove();
    return added;
}

Result<void> PartialUploads::forget(const QUuid &uuid)
{
    fileOf(uuid)->remove();
    return m_files.services().database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("DELETE FROM partial_upload WHERE uuid = ?1", uuid);
        return {};
    });
}

Result<void> PartialUploads::remove(qint64 userId, const QUuid &uuid)
{
    if (const auto upload = find(userId, uuid); !upload) {
        return failed(upload);
    }
    return forget(uuid);
}

Result<qint64> PartialUploads::sweep()
{
    const qint64 before = m_setup.clock() - m_setup.limits.keptMs;
    const auto expired = m_files.services().database.read(
        [&](Connection &db) -> Result<std::vector<QUuid>> { return partialsBefore(db, before); });
    if (!expired) {
        return failed(expired);
    }
    for (const QUuid &uuid : *expired) {
        if (auto gone = forget(uuid); !gone) {
            return failed(gone);
        }
    }
    // Of a program that ended between making a file and recording its upload, or between recording what it became and
    // removing it.
    QDir folder(m_setup.folder);
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files)) {
        const bool isOld = info.lastModified().toMSecsSinceEpoch() < before;
        const auto uuid = uuidFromText(info.completeBaseName());
        const auto isUnused = m_files.services().database.read([&](Connection &db) -> Result<bool> {
            const auto upload = uuid ? findPartial(db, *uuid) : std::nullopt;
            return upload ? upload->fileId.has_value() : isOld;
        });
        if (isUnused && *isUnused) {
            folder.remove(info.fileName());
        }
    }
    return qint64(expired->size());
}

} // namespace kinframe::render
