// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/digest.h"
#include "base/result.h"
#include "library/services.h"
#include "render/files/object_store.h"
#include "render/files/stored_file.h"
#include "storage/transaction.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace kinframe::render {

/// What a client says of a file besides its bytes.
struct FileFacts
{
    QString fileName = {};
    QString fileType = {};
    QString key = {};                   ///< a further name, see checkOwnKey(); empty: none
    std::optional<QByteArray> md5 = {}; ///< that the bytes must have
    std::optional<quint64> xxh64 = {};  ///< the same
};

struct AddedFile
{
    StoredFile file;
    bool isNew = false;
};

/// What a collection took away, or would.
struct Collected
{
    qint64 files = 0;
    qint64 bytes = 0; ///< of all of them; what nobody else has becomes free
};

/// Told of a file within the write that changes it.
using FileHook = std::function<void(storage::Transaction &, const StoredFile &)>;

struct FilesSetup
{
    QString objectFolder; ///< whose files count as objects where no remote store is set up
    Clock clock = wallMs;
};

/// The files that renders need. Their bytes lie in the blob store, beside those of the photos; who has one is asked
/// here. Every call from any thread but the writer's, none on the GUI thread.
class Files
{
public:
    /// The services outlive it.
    Files(const library::Services &services, FilesSetup setup);
    ~Files();
    Files(const Files &) = delete;
    Files &operator=(const Files &) = delete;

    /// Which of the MD5s (16 bytes each) the asker has, each once, in their order; these count as used now.
    [[nodiscard]] Result<std::vector<StoredFile>> existing(const Asker &asker, std::span<const QByteArray> md5s);

    /// Takes over a file on the store's volume, or removes it. InvalidArgument (`hash`, `xxhash`) where its bytes are
    /// others than the facts say, Conflict where the user has another file with the same MD5.
    [[nodiscard]] Result<AddedFile> addSpooled(qint64 userId, const QString &temporary, const Digests &digests,
                                               const FileFacts &facts);

    /// NotFound (a `file`); NotYours.
    [[nodiscard]] Result<StoredFile> file(const Asker &asker, qint64 id);
    /// What a key names: `assets/<md5>`, a key given at upload, an object of the store, which is copied in and becomes
    /// the asker's. NotFound (a `file`); InvalidArgument for what is no key; StoreFailed. Counts as used now.
    [[nodiscard]] Result<StoredFile> fileOfKey(const Asker &asker, const QString &key,
                                               const std::stop_token &stop = {});
    /// Where its bytes lie on this computer; they never change. NotFound where they are lost.
    [[nodiscard]] Result<QString> pathOf(const StoredFile &file) const;

    /// Counts as used now: a task reads it. Within somebody's write. Throws SqlError.
    void touch(storage::Transaction &transaction, qint64 id) const;

    /// Files that no task and no other door knows and nobody has used for 31 days, the oldest first.
    [[nodiscard]] Result<std::vector<StoredFile>> unused(int limit, qint64 offset = 0);
    [[nodiscard]] Result<Collected> countUnused();
    /// Forgets them; their bytes go where nobody else has them.
    [[nodiscard]] Result<Collected> collect(const std::stop_token &stop = {});

    /// Files go to that store from now on, and their links lead there; nullptr: the folder of objects.
    void setStore(std::shared_ptr<ObjectStore> store);
    [[nodiscard]] std::shared_ptr<ObjectStore> store() const;
    /// Told, within the write, of each file that a remote store is to get.
    void onAdded(FileHook hook) { m_onAdded = std::move(hook); }
    /// The same of each file that is collected.
    void onCollected(FileHook hook) { m_onCollected = std::move(hook); }

    [[nodiscard]] const library::Services &services() const { return m_services; }

private:
    [[nodiscard]] Result<std::optional<StoredFile>> knownByKey(const Asker &asker, const QString &key);
    [[nodiscard]] Result<std::optional<StoredFile>> knownObject(const Asker &asker, const QString &key,
                                                                const ObjectFacts &facts);
    [[nodiscard]] Result<StoredFile> takeObject(const Asker &asker, const QString &key, const ObjectFacts &facts,
                                                const std::stop_token &stop);
    enum class Origin { Client, Store };
    [[nodiscard]] Result<AddedFile> record(qint64 userId, const Digests &digests, const FileFacts &facts,
                                           Origin origin);
    void touchLater(qint64 id);

    library::Services m_services;
    FilesSetup m_setup;
    FileHook m_onAdded;
    FileHook m_onCollected;
    mutable std::mutex m_mutex;
    std::shared_ptr<ObjectStore> m_store;
    /// Which file an object was when it was last copied in, by user, key and version.
    std::map<QString, qint64> m_objects;
};

} // namespace kinframe::render
