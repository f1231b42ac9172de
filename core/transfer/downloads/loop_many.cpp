// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of many downloads at once, thousands perhaps: one statement in one transaction, and no word on each.
#include "storage/sql_text.h"
#include "transfer/downloads/download_loop.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;
using storage::Transaction;

template <typename Values>
QString listOf(const Values &values)
{
    QJsonArray list;
    for (const auto &value : values) {
        list += value;
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

struct StartedFile
{
    DownloadTask task;
    QString secret;
};

/// What is needed to clear up after the rows.
std::vector<StartedFile> startedFiles(Statement &rows)
{
    std::vector<StartedFile> files;
    while (rows.step()) {
        StartedFile file;
        file.task.id = rows.int64(0);
        file.task.folder = rows.text(1);
        file.secret = rows.text(2);
        files.push_back(std::move(file));
    }
    return files;
}

// Of ?1, the ids or NULL, and not of ?2, what is being saved: that ends by itself in a moment.
constexpr std::string_view among =
    " AND (?1 IS NULL OR id IN (SELECT value FROM json_each(?1))) AND id NOT IN (SELECT value FROM json_each(?2))";
constexpr std::string_view updateSets =
    "UPDATE download SET status = ?3, hold = 0, retry_at = NULL, error = NULL, updated_at = ?4";
constexpr std::string_view unfinished = "status < 4 AND stage < 2";

} // namespace

/// With the other halves of their live photos.
Result<Downloads::Loop::Ids> Downloads::Loop::idsOf(const Many &tasks)
{
    if (auto written = flushed(); !written) {
        return failed(written);
    }
    if (!tasks) {
        return Ids();
    }
    return m_parts.database.read([&](Connection &db) -> Result<Ids> {
        Statement rows =
            db.prepare("SELECT id FROM download WHERE task_id IN (SELECT value FROM json_each(?1)) UNION SELECT "
                       "other.id FROM download asked JOIN download other ON other.pair = asked.pair WHERE "
                       "asked.task_id IN (SELECT value FROM json_each(?1))");
        rows.bindAll(listOf(*tasks));
        std::set<qint64> ids;
        while (rows.step()) {
            ids.insert(rows.int64(0));
        }
        return Ids(std::move(ids));
    });
}

/// Gives how many. After idsOf(), so that all is in the database.
Result<qint64> Downloads::Loop::changeMany(const ManyChange &change, const Ids &ids)
{
    const std::optional<QString> of = ids ? std::optional(listOf(*ids)) : std::nullopt;
    const QString saving = listOf(m_saving);
    std::vector<DownloadTask> told;
    auto many = m_parts.database.write([&](Transaction &transaction) -> Result<qint64> {
        Statement rows = transaction.prepare(
            joined({"SELECT task_id, user FROM download WHERE ", change.which, among, " LIMIT ?3"}));
        rows.bindAll(of, saving, qint64(toldEach + 1));
        told.clear();
        while (rows.step()) {
            DownloadTask task;
            task.taskId = rows.text(0);
            task.user = rows.isNull(1) ? QUuid() : rows.uuid(1);
            task.status = change.status;
            told.push_back(std::move(task));
        }
        return transaction.run(joined({updateSets, change.sets, " WHERE ", change.which, among}), of, saving,
                               int(change.status), transaction.stamp());
    });
    if (!many) {
        return many;
    }
    if (told.size() <= toldEach) {
        for (const DownloadTask &task : told) {
            tellStatus(task);
        }
    }
    m_troubles.clear();
    manyChanged();
    return many;
}

void Downloads::Loop::manyChanged()
{
    const auto waiting =
        m_parts.database.read([](Connection &db) -> Result<std::vector<WaitingCount>> { return countWaiting(db); });
    m_picker.forget();
    for (const WaitingCount &line : waiting.value_or(std::vector<WaitingCount>())) {
        m_picker.hasNew(line.queue, line.group);
    }
    m_isSeenStale = true;
    tellMany();
    (void)flush();
}

void Downloads::Loop::releaseAll()
{
    for (const QString &queue : m_servers.stopped()) {
        release(queue);
    }
}

Result<qint64> Downloads::Loop::pauseMany(const Many &tasks)
{
    const auto ids = idsOf(tasks);
    if (!ids) {
        return failed(ids);
    }
    std::vector<DownloadRow> running;
    for (const auto &[id, run] : m_runs) {
        if (!*ids || (*ids)->contains(id)) {
            running.push_back(run.row);
            running.back().task.bytesReceived = run.state->bytes;
        }
    }
    for (const DownloadRow &row : running) {
        stopRun(row.task.id);
        change(row);
    }
    if (auto written = flushed(); !written) {
        return failed(written);
    }
    return changeMany({DownloadStatus::Paused, "", "(status IN (0, 1, 2) OR (status = 3 AND hold = 2)) AND stage < 2"},
                      *ids);
}

Result<qint64> Downloads::Loop::resumeMany(const Many &tasks)
{
    const auto ids = idsOf(tasks);
    if (!ids) {
        return failed(ids);
    }
    releaseAll();
    return changeMany({DownloadStatus::Enqueued, ", retries = 0", "status IN (2, 3)"}, *ids);
}

/// Of all of them those that failed; with a half that failed the other, which was not found.
Result<qint64> Downloads::Loop::retryMany(const Many &tasks)
{
    const auto ids = idsOf(tasks);
    if (!ids) {
        return failed(ids);
    }
    releaseAll();
    newBatch();
    const std::string_view which = tasks ? "status IN (2, 5, 6, 7)"
                                         : "(status = 6 OR (status = 5 AND pair IN (SELECT pair FROM download WHERE "
                                           "status = 6 AND pair IS NOT NULL)))";
    return changeMany({DownloadStatus::Enqueued,
                       ", stage = 0, path = '', retries = 0, folder = CASE WHEN error LIKE '%\"download_folder\"%' "
                       "THEN '' ELSE folder END",
                       which},
                      *ids);
}

Result<qint64> Downloads::Loop::cancelMany(const Many &tasks)
{
    const auto ids = idsOf(tasks);
    if (!ids) {
        return failed(ids);
    }
    const auto started = m_parts.database.read([&](Connection &db) -> Result<std::vector<StartedFile>> {
        Statement rows =
            db.prepare(joined({"SELECT id, folder, secret FROM download WHERE folder <> '' AND ", unfinished, among}));
        rows.bindAll(*ids ? std::optional(listOf(**ids)) : std::nullopt, listOf(m_saving));
        return startedFiles(rows);
    });
    if (!started) {
        return failed(started);
    }
    for (const StartedFile &file : *started) {
        stopRun(file.task.id, [this, task = file.task] { removeArrival(task); });
    }
    return changeMany({DownloadStatus::Canceled, ", stage = 0, path = '', received = 0", unfinished}, *ids);
}

Result<qint64> Downloads::Loop::removeMany(const Many &tasks)
{
    const auto ids = idsOf(tasks);
    if (!ids) {
        return failed(ids);
    }
    const std::optional<QString> of = *ids ? std::optional(listOf(**ids)) : std::nullopt;
    const QString saving = listOf(m_saving);
    const auto unneeded = m_parts.database.read([&](Connection &db) -> Result<std::vector<StartedFile>> {
        Statement rows = db.prepare(joined({"SELECT id, folder, secret FROM download WHERE status > 4 AND (folder <> "
                                            "'' OR secret IS NOT NULL)",
                                            among}));
        rows.bindAll(of, saving);
        return startedFiles(rows);
    });
    QSet<QString> secrets;
    for (const StartedFile &file : unneeded.value_or(std::vector<StartedFile>())) {
        removeArrival(file.task);
        secrets.insert(file.secret);
    }
    auto removed = m_parts.database.write([&](Transaction &transaction) -> Result<qint64> {
        return transaction.run(joined({"DELETE FROM download WHERE status >= 4", among}), of, saving);
    });
    if (removed) {
        manyChanged();
    }
    for (const QString &secret : secrets) {
        dropSecret(secret);
    }
    (void)flush();
    return removed;
}

} // namespace kinframe::transfer
