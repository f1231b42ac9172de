// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the work spaces of tasks go.
#include "base/files.h"
#include "render/task_conflict.h"
#include "render/tasks.h"
#include "render/work_folder.h"
#include "storage/database.h"

#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::render {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using storage::Statement;
using storage::Transaction;

Result<void> Tasks::claimForCleaning(const Caller &caller, qint64 id, ClaimedIds::Claim &claim)
{
    return m_services.database.write([&](Transaction &transaction) -> Result<void> {
        const auto task = taskFor(transaction.db(), caller, id);
        if (!task) {
            return failed(task);
        }
        Statement busy = transaction.prepare(
            "SELECT EXISTS (SELECT 1 FROM render_chunk WHERE task_id = ?1 AND state < 2) OR EXISTS (SELECT 1 FROM job "
            "WHERE kind = 'render_result' AND state <> 2 AND json_extract(payload, '$.task') = ?1)");
        busy.bindAll(id);
        busy.step();
        if (!isEnded(task->state) || busy.boolean(0)) {
            return isEnded(task->state) ? conflict(u"its last frames are still being stored"_s)
                                        : notAllowedIn(task->state);
        }
        // A chunk counts as ended only after its sweep has begun.
        if (!m_sweeps.awaitEnd(id, 0ms)) {
            return conflict(u"what its last processes have left is still being put away"_s);
        }
        return claim.take(id) ? Result<void>() : beingCleaned();
    });
}

Result<qint64> Tasks::cleanUp(const Caller &caller, qint64 id)
{
    // Whatever comes of it is looked at below, where no more of them begin.
    (void)m_sweeps.awaitEnd(id, m_setup.sweepPatience);
    ClaimedIds::Claim claim(m_cleaning);
    if (const auto claimed = claimForCleaning(caller, id, claim); !claimed) {
        return failed(claimed);
    }
    // First the files go, for good: what is recorded then holds whatever ends the program in between.
    auto freed = removeFolder(WorkFolder(m_setup.folder, id).path);
    if (!freed) {
        return freed;
    }
    const auto recorded = m_services.database.write([&](Transaction &transaction) -> Result<void> {
        const auto task = taskFor(transaction.db(), caller, id);
        if (!task) {
            return failed(task);
        }
        transaction.run("UPDATE render_task SET is_cleaned = 1, updated_at = ?2 WHERE id = ?1", id,
                        transaction.stamp());
        transaction.run("UPDATE render_frame SET output_path = NULL WHERE task_id = ?1", id);
        tell(transaction, *task);
        return {};
    });
    return recorded ? freed : failed(recorded);
}

Result<qint64> Tasks::removeFolder(const QString &folder) const
{
    if (!QFileInfo::exists(folder)) {
        return 0;
    }
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    if (!m_setup.removeFolder(folder)) {
        return fail(ErrorCode::DiskFailed, {{u"path"_s, folder}, {u"reason"_s, u"some of it cannot be removed"_s}});
    }
    const auto synced = syncFolder(m_setup.folder);
    return synced ? Result<qint64>(bytes) : failed(synced);
}

} // namespace kinframe::render
