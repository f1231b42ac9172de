// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/files.h"

#include "base/log.h"
#include "library/blob_removals.h"
#include "library/unused_blobs.h"
#include "render/files/file_key.h"
#include "render/files/file_rows.h"
#include "render/files/local_store.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QFile>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 keptUnusedMs = 31 * dayMs;
constexpr int collectedAtOnce = 100; // so that no write of others waits long
constexpr size_t mostObjects = 10'000;

Failure noFile(const QString &id)
{
    constexpr qsizetype shown = 80;
    return fail(ErrorCode::NotFound, {{u"what"_s, u"file"_s}, {u"id"_s, id.left(shown)}});
}

Failure otherBytes(const QString &field, const QString &said, const QString &found)
{
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, field}, {u"value"_s, said}, {u"expected"_s, u"%1, which the file has"_s.arg(found)}});
}

Result<void> checkDigests(const Digests &digests, const FileFacts &facts)
{
    if (facts.md5 && *facts.md5 != digests.md5) {
        return otherBytes(u"hash"_s, QString::fromLatin1(facts.md5->toHex()), QString::fromLatin1(digests.md5.toHex()));
    }
    if (facts.xxh64 && *facts.xxh64 != digests.xxh64) {
        return otherBytes(u"xxhash"_s, QString::number(*facts.xxh64), QString::number(digests.xxh64));
    }
    return {};
}

} // namespace

Files::Files(const library::Services &services, FilesSetup setup)
    : m_services(services)
    , m_setup(std::move(setup))
    , m_store(std::make_shared<LocalStore>(m_setup.objectFolder))
{
}

Files::~Files() = default;

Result<std::vector<StoredFile>> Files::existing(const Asker &asker, std::span<const QByteArray> md5s)
{
    auto found = m_services.database.read([&](Connection &db) -> Result<std::vector<StoredFile>> {
        auto files = findFilesByMd5(db, asker, md5s);
        std::erase_if(files, [&](const StoredFile &file) { return !m_services.blobs.has(file.sha256); });
        return files;
    });
    std::vector<qint64> stale;
    for (const StoredFile &file : found ? *found : std::vector<StoredFile>()) {
        if (file.usedAt < m_setup.clock() - dayMs) {
            stale.push_back(file.id);
        }
    }
    if (stale.empty()) {
        return found;
    }
    // Before the answer: who is told that a file is there counts on it for a while.
    auto marked = m_services.database.write([&](Transaction &transaction) -> Result<void> {
        markUsed(transaction, stale, m_setup.clock());
        return {};
    });
    return marked ? found : failed(marked);
}

Result<AddedFile> Files::addSpooled(qint64 userId, const QString &temporary, const Digests &digests,
                                    const FileFacts &facts)
{
    if (auto checked = checkDigests(digests, facts); !checked) {
        QFile::remove(temporary);
        return failed(checked);
    }
    // The bytes are given once only, so nobody may take them away between storing and recording them.
    auto kept = m_services.blobs.keep(digests.sha256);
    if (auto adopted = m_services.blobs.adopt(temporary, digests); !adopted) {
        QFile::remove(temporary);
        return failed(adopted);
    }
    auto added = record(userId, digests, facts, Origin::Client);
    if (!added && m_services.removals != nullptr) {
        // Unless somebody else has recorded the same bytes.
        kept.reset();
        m_services.removals->take(digests.sha256);
    }
    return added;
}

Result<AddedFile> Files::record(qint64 userId, const Digests &digests, const FileFacts &facts, Origin origin)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<AddedFile> {
        if (!m_services.blobs.has(digests.sha256)) {
            return fail(ErrorCode::FileVanished, {{u"path"_s, facts.fileName}});
        }
        auto added = insertFile(transaction, userId, digests, facts, m_setup.clock());
        if (added && origin == Origin::Client && m_onAdded && store()->isRemote()) {
            m_onAdded(transaction, added->file);
        }
        return added;
    });
}

Result<StoredFile> Files::file(const Asker &asker, qint64 id)
{
    auto found =
        m_services.database.read([&](Connection &db) -> Result<std::optional<StoredFile>> { return findFile(db, id); });
    if (!found) {
        return failed(found);
    }
    if (!*found) {
        return noFile(QString::number(id));
    }
    if ((*found)->ownerId != asker.userId && !asker.isAdmin) {
        return fail(ErrorCode::NotYours, {{u"what"_s, u"file"_s}});
    }
    return **found;
}

Result<StoredFile> Files::fileOfKey(const Asker &asker, const QString &key, const std::stop_token &stop)
{
    if (auto checked = checkKey(u"oss_file_path"_s, key); !checked) {
        return failed(checked);
    }
    auto known = knownByKey(asker, key);
    if (!known) {
        return failed(known);
    }
    if (*known) {
        touchLater((*known)->id);
        return **known;
    }
    const std::shared_ptr<ObjectStore> objects = store();
    // What others have uploaded lies under its hash in a bucket too, and is not everybody's.
    if (objects->isRemote() && !asker.isAdmin && md5OfKey(key)) {
        return noFile(key);
    }
    auto facts = objects->look(key, stop);
    if (!facts) {
        return failed(facts);
    }
    return *facts ? takeObject(asker, key, **facts, stop) : noFile(key);
}

Result<std::optional<StoredFile>> Files::knownByKey(const Asker &asker, const QString &key)
{
    return m_services.database.read([&](Connection &db) -> Result<std::optional<StoredFile>> {
        auto found = findFileByKey(db, asker, key);
        const bool isThere = found && m_services.blobs.has(found->sha256);
        return isThere ? found : std::nullopt;
    });
}

Result<std::optional<StoredFile>> Files::knownObject(const Asker &asker, const QString &key, const ObjectFacts &facts)
{
    std::optional<qint64> id;
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_objects.find(QString::number(asker.userId) + u' ' + key + u'\n' + facts.version);
        id = known == m_objects.end() ? std::nullopt : std::optional(known->second);
    }
    if (!id) {
        return std::optional<StoredFile>();
    }
    return m_services.database.read([&](Connection &db) -> Result<std::optional<StoredFile>> {
        auto found = findFile(db, *id);
        return found && m_services.blobs.has(found->sha256) ? found : std::nullopt;
    });
}

Result<StoredFile> Files::takeObject(const Asker &asker, const QString &key, const ObjectFacts &facts,
                                     const std::stop_token &stop)
{
    if (auto known = knownObject(asker, key, facts); known && *known) {
        touchLater((*known)->id);
        return **known;
    }
    FileFacts said;
    said.fileName = key.mid(key.lastIndexOf(u'/') + 1);
    // The second round is for a deletion of the same bytes that came between storing and recording them.
    for (int round = 0;; ++round) {
        const auto digests = store()->fetch(key, m_services.blobs, stop);
        if (!digests) {
            return digests.error().code == ErrorCode::FileNotFound ? noFile(key) : failed(digests);
        }
        const auto kept = m_services.blobs.keep(digests->sha256);
        const auto added = record(asker.userId, *digests, said, Origin::Store);
        if (!added && (added.error().code != ErrorCode::FileVanished || round > 0)) {
            return failed(added);
        }
        if (added) {
            const std::scoped_lock lock(m_mutex);
            if (m_objects.size() >= mostObjects) {
                m_objects.clear();
            }
            m_objects[QString::number(asker.userId) + u' ' + key + u'\n' + facts.version] = added->file.id;
            return added->file;
        }
    }
}

Result<QString> Files::pathOf(const StoredFile &file) const
{
    return m_services.blobs.has(file.sha256) ? Result<QString>(m_services.blobs.pathOf(file.sha256))
                                             : noFile(QString::number(file.id));
}

void Files::touch(Transaction &transaction, qint64 id) const
{
    markUsed(transaction, {&id, 1}, m_setup.clock());
}

void Files::touchLater(qint64 id)
{
    // The library may close before it is written.
    m_services.database.writeThen(
        [id, now = m_setup.clock()](Transaction &transaction) -> Result<void> {
            markUsed(transaction, {&id, 1}, now);
            return {};
        },
        [](const Result<void> &) {});
}

Result<std::vector<StoredFile>> Files::unused(int limit, qint64 offset)
{
    return m_services.database.read([&](Connection &db) -> Result<std::vector<StoredFile>> {
        return unusedFiles(db, m_setup.clock() - keptUnusedMs, limit, offset);
    });
}

Result<Collected> Files::countUnused()
{
    return m_services.database.read(
        [&](Connection &db) -> Result<Collected> { return countUnusedFiles(db, m_setup.clock() - keptUnusedMs); });
}

Result<Collected> Files::collect(const std::stop_token &stop)
{
    Collected sum;
    const qint64 before = m_setup.clock() - keptUnusedMs;
    while (!stop.stop_requested()) {
        const auto some = unused(collectedAtOnce);
        if (!some || some->empty()) {
            return some ? Result<Collected>(sum) : failed(some);
        }
        // Each is asked for again on the writer thread: somebody may just have used or uploaded it.
        const auto gone = m_services.database.write([&](Transaction &transaction) -> Result<Collected> {
            Collected part;
            for (const StoredFile &file : *some) {
                if (const auto blobId = deleteUnusedFile(transaction, file.id, before)) {
                    library::dropUnusedBlob(transaction, m_services, *blobId);
                    if (m_onCollected && store()->isRemote()) {
                        m_onCollected(transaction, file);
                    }
                    ++part.files;
                    part.bytes += file.size;
                }
            }
            return part;
        });
        if (!gone) {
            return failed(gone);
        }
        sum.files += gone->files;
        sum.bytes += gone->bytes;
        if (gone->files == 0) {
            break; // All of them have been used meanwhile.
        }
    }
    return sum;
}

void Files::setStore(std::shared_ptr<ObjectStore> store)
{
    const std::scoped_lock lock(m_mutex);
    m_store = store ? std::move(store) : std::make_shared<LocalStore>(m_setup.objectFolder);
}

std::shared_ptr<ObjectStore> Files::store() const
{
    const std::scoped_lock lock(m_mutex);
    return m_store;
}

} // namespace kinframe::render
