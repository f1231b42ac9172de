// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_intake.h"

#include "base/background_thread.h"
#include "base/error_json.h"
#include "library/change_feed.h"
#include "library/originals.h"
#include "storage/database.h"

#include <QFileInfo>

namespace kinframe::library {
namespace {

using storage::Transaction;

// Each file waits for the disk, during which others can be read; a person may be working on the same disk.
constexpr int fileThreads = 4;
constexpr size_t waitingFiles = 64;
constexpr size_t filesPerWrite = 100;

bool endsAll(const Error &error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::DiskReadOnly ||
           error.code == ErrorCode::ShuttingDown || error.code == ErrorCode::DatabaseFailed;
}

} // namespace

FolderIntake::FolderIntake(const Services &services, const Folder &folder, const Owner &owner, std::stop_token stop)
    : m_services(services)
    , m_folder(folder)
    , m_owner(owner)
    , m_stop(std::move(stop))
    , m_importer(services)
    , m_files(waitingFiles)
{
}

FolderIntake::~FolderIntake()
{
    m_files.close();
}

bool FolderIntake::take(const QString &path)
{
    // Most looks at a folder find nothing new: threads are for those that do.
    while (m_threads.size() < fileThreads) {
        m_threads.emplace_back([this] {
            giveWayToOthers();
            work();
        });
    }
    return m_files.push(path, m_stop);
}

void FolderIntake::work()
{
    const auto placement = m_folder.isCopied ? Importer::Placement::Copy : Importer::Placement::InPlace;
    while (auto path = m_files.pop(m_stop)) {
        auto registered = m_importer.addFile(m_owner, *path, placement, {});
        if (!registered && endsAll(registered.error())) {
            const std::scoped_lock lock(m_mutex);
            m_failure = registered.error();
            m_files.close();
            return;
        }
        note({*path, std::move(registered)});
        ++m_taken;
    }
}

void FolderIntake::note(Outcome outcome)
{
    std::vector<Outcome> full;
    {
        const std::scoped_lock lock(m_mutex);
        m_outcomes.push_back(std::move(outcome));
        if (m_outcomes.size() < filesPerWrite) {
            return;
        }
        full.swap(m_outcomes);
    }
    if (auto recorded = record(std::move(full)); !recorded) {
        const std::scoped_lock lock(m_mutex);
        m_failure = recorded.error();
        m_files.close();
    }
}

Result<void> FolderIntake::finish()
{
    m_files.close();
    m_threads.clear();
    auto recorded = record(std::move(m_outcomes));
    if (m_failure) {
        return Failure(*m_failure);
    }
    if (!recorded) {
        return recorded;
    }
    return m_stop.stop_requested() ? Result<void>(fail(ErrorCode::Canceled)) : Result<void>{};
}

Result<void> FolderIntake::record(std::vector<Outcome> outcomes)
{
    if (outcomes.empty()) {
        return {};
    }
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        for (const Outcome &outcome : outcomes) {
            recordOne(transaction, outcome);
        }
        return {};
    });
}

void FolderIntake::recordOne(Transaction &transaction, const Outcome &outcome)
{
    const QString &path = outcome.path;
    if (!outcome.registered) {
        transaction.run("INSERT INTO folder_left_out(folder_id, path, size, modified_ns, error) "
                        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (folder_id, path) DO UPDATE SET "
                        "size = excluded.size, modified_ns = excluded.modified_ns, error = excluded.error",
                        m_folder.id, path, QFileInfo(path).size(), modifiedNs(path),
                        toJsonText(outcome.registered.error()));
        return;
    }
    const qint64 asset = outcome.registered->assetId;
    transaction.run("DELETE FROM folder_left_out WHERE folder_id = ?1 AND path = ?2", m_folder.id, path);
    if (m_folder.isCopied) {
        transaction.run("DELETE FROM file_reference WHERE folder_id = ?1 AND path = ?2 AND asset_id <> ?3", m_folder.id,
                        path, asset);
        transaction.run("INSERT INTO file_reference(asset_id, folder_id, path, size, modified_ns) "
                        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (asset_id, path) DO UPDATE SET size = excluded.size, "
                        "modified_ns = excluded.modified_ns, folder_id = excluded.folder_id, missing_since = NULL",
                        asset, m_folder.id, path, QFileInfo(path).size(), modifiedNs(path));
    } else {
        transaction.run("UPDATE file_reference SET folder_id = ?3 WHERE asset_id = ?1 AND path = ?2", asset, path,
                        m_folder.id);
    }
}

} // namespace kinframe::library
