// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_rows.h"

#include "base/error_json.h"
#include "storage/sql_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;
using storage::Transaction;

constexpr char columns[] =
    "id, task_id, user, queue, grp, server, asset_id, url, headers, secret, filename, updates, meta, pair, half, "
    "checksum_kind, checksum, status, hold, stage, received, total, folder, path, error, attempts, retries, retry_at, "
    "created_at, updated_at ";

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QString> given(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

DownloadRow rowOf(const Statement &row)
{
    DownloadRow download;
    DownloadTask &task = download.task;
    int column = 0;
    task.id = row.int64(column++);
    task.taskId = row.text(column++);
    task.user = row.isNull(column) ? QUuid() : row.uuid(column);
    ++column;
    task.queue = row.text(column++);
    task.group = DownloadGroup(row.integer(column++));
    task.server = row.text(column++);
    task.assetId = row.text(column++);
    task.url = QUrl(row.text(column++));
    download.headers = headersFrom(row.text(column++).toUtf8());
    download.secret = row.text(column++);
    task.filename = row.text(column++);
    task.updates = row.boolean(column++);
    task.metaData = QJsonDocument::fromJson(row.text(column++).toUtf8()).object();
    task.pairId = row.text(column++);
    task.half = LiveHalf(row.integer(column++));
    task.checksum.kind = Checksum::Kind(row.integer(column++));
    task.checksum.bytes = row.blob(column++);
    task.status = DownloadStatus(row.integer(column++));
    task.hold = DownloadHold(row.integer(column++));
    download.stage = DownloadStage(row.integer(column++));
    task.bytesReceived = row.int64(column++);
    task.totalBytes = row.int64(column++);
    task.folder = row.text(column++);
    download.path = row.text(column++);
    if (!row.isNull(column)) {
        task.error = errorFromJsonText(row.text(column));
    }
    ++column;
    task.attempts = row.integer(column++);
    download.retries = row.integer(column++);
    task.retryAt = row.optionalInt64(column++);
    task.createdAt = row.int64(column++);
    task.updatedAt = row.int64(column++);
    if (task.status == DownloadStatus::Complete) {
        task.filePath = download.path;
    }
    return download;
}

std::vector<DownloadRow> all(Statement &rows)
{
    std::vector<DownloadRow> downloads;
    while (rows.step()) {
        downloads.push_back(rowOf(rows));
    }
    return downloads;
}

std::optional<DownloadRow> first(Statement &row)
{
    return row.step() ? std::optional(rowOf(row)) : std::nullopt;
}

} // namespace

QByteArray textOf(const HttpHeaders &headers)
{
    QJsonArray list;
    for (const HttpHeader &header : headers) {
        list += QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)};
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

HttpHeaders headersFrom(const QByteArray &text)
{
    HttpHeaders headers;
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    for (const QJsonValue header : list) {
        const QJsonArray pair = header.toArray();
        headers.push_back({pair.at(0).toString().toLatin1(), pair.at(1).toString().toLatin1()});
    }
    return headers;
}

void insertDownload(Transaction &transaction, DownloadRow &row)
{
    DownloadTask &task = row.task;
    task.createdAt = task.updatedAt = transaction.stamp();
    Statement insert = transaction.prepare(
        "INSERT INTO download(task_id, user, queue, grp, server, asset_id, url, headers, secret, filename, updates, "
        "meta, pair, half, checksum_kind, checksum, status, hold, stage, received, total, folder, path, attempts, "
        "retries, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
        "?16, ?17, 0, 0, 0, ?18, '', '', 0, 0, ?19, ?19) RETURNING id");
    insert.bindAll(task.taskId, task.user.isNull() ? std::nullopt : std::optional(task.user), task.queue,
                   int(task.group), task.server, task.assetId, task.url.toString(QUrl::FullyEncoded),
                   QString::fromUtf8(textOf(row.headers)), given(row.secret), task.filename, task.updates,
                   textOf(task.metaData), given(task.pairId), int(task.half), int(task.checksum.kind),
                   task.checksum.bytes, int(task.status), task.totalBytes, task.createdAt);
    insert.step();
    task.id = insert.int64(0);
}

void updateDownload(Transaction &transaction, const DownloadRow &row)
{
    const DownloadTask &task = row.task;
    transaction.run("UPDATE download SET status = ?2, hold = ?3, stage = ?4, received = ?5, total = ?6, folder = ?7, "
                    "path = ?8, filename = ?9, error = ?10, attempts = ?11, retries = ?12, retry_at = ?13, "
                    "updated_at = ?14 WHERE id = ?1",
                    task.id, int(task.status), int(task.hold), int(row.stage), task.bytesReceived, task.totalBytes,
                    task.folder, row.path, task.filename,
                    task.error ? std::optional(toJsonText(*task.error)) : std::nullopt, task.attempts, row.retries,
                    task.retryAt, transaction.stamp());
}

void deleteDownload(Transaction &transaction, qint64 id)
{
    transaction.run("DELETE FROM download WHERE id = ?1", id);
}

std::optional<DownloadRow> findDownload(Connection &db, const QString &taskId)
{
    Statement row = db.prepare(joined({"SELECT ", columns, "FROM download WHERE task_id = ?1"}));
    row.bindAll(taskId);
    return first(row);
}

std::optional<DownloadRow> findDownload(Connection &db, qint64 id)
{
    Statement row = db.prepare(joined({"SELECT ", columns, "FROM download WHERE id = ?1"}));
    row.bindAll(id);
    return first(row);
}

std::optional<DownloadRow> findOtherHalf(Connection &db, const DownloadRow &row)
{
    if (row.task.pairId.isEmpty()) {
        return std::nullopt;
    }
    Statement other = db.prepare(
        joined({"SELECT ", columns, "FROM download WHERE pair = ?1 AND half <> ?2 ORDER BY id DESC LIMIT 1"}));
    other.bindAll(row.task.pairId, int(row.task.half));
    return first(other);
}

std::vector<DownloadRow> listDownloads(Connection &db, const DownloadFilter &filter, int limit, qint64 offset)
{
    Statement rows =
        filter.status ? db.prepare(joined({"SELECT ", columns,
                                           "FROM download WHERE status = ?3 ORDER BY id DESC LIMIT ?1 OFFSET ?2"}))
                      : db.prepare(joined({"SELECT ", columns, "FROM download ORDER BY id DESC LIMIT ?1 OFFSET ?2"}));
    rows.bindAll(limit, offset);
    if (filter.status) {
        rows.bind(3, int(*filter.status));
    }
    return all(rows);
}

qint64 countDownloads(Connection &db, const DownloadFilter &filter)
{
    Statement row = filter.status ? db.prepare("SELECT count(*) FROM download WHERE status = ?1")
                                  : db.prepare("SELECT count(*) FROM download");
    if (filter.status) {
        row.bind(1, int(*filter.status));
    }
    row.step();
    return row.int64(0);
}

std::vector<DownloadRow> nextDownloads(Connection &db, const QString &queue, DownloadGroup group, qint64 after,
                                       int limit)
{
    Statement rows = db.prepare(joined({"SELECT ", columns,
                                        "FROM download INDEXED BY download_turn WHERE status = 0 AND hold = 0 AND "
                                        "queue = ?1 AND grp = ?2 AND id > ?3 ORDER BY id LIMIT ?4"}));
    rows.bindAll(queue, int(group), after, limit);
    return all(rows);
}

std::vector<WaitingCount> countWaiting(Connection &db)
{
    Statement rows = db.prepare("SELECT queue, grp, count(*) FROM download INDEXED BY download_turn WHERE status = 0 "
                                "AND hold = 0 GROUP BY queue, grp");
    std::vector<WaitingCount> counts;
    while (rows.step()) {
        counts.push_back({rows.text(0), DownloadGroup(rows.integer(1)), rows.int64(2)});
    }
    return counts;
}

std::vector<DownloadRow> heldDownloads(Connection &db, DownloadStatus status, DownloadHold hold, int limit)
{
    Statement rows =
        db.prepare(joined({"SELECT ", columns, "FROM download WHERE status = ?1 AND hold = ?2 ORDER BY id LIMIT ?3"}));
    rows.bindAll(int(status), int(hold), limit);
    return all(rows);
}

std::optional<WantedRoom> wantedRoom(Connection &db)
{
    Statement row = db.prepare("SELECT folder, sum(max(total - received, 0)) AS wanted FROM download WHERE status = 3 "
                               "AND hold = 2 GROUP BY folder ORDER BY wanted DESC LIMIT 1");
    return row.step() ? std::optional(WantedRoom{row.text(0), row.int64(1)}) : std::nullopt;
}

std::vector<DownloadRow> namedDownloads(Connection &db)
{
    Statement rows =
        db.prepare(joined({"SELECT ", columns, "FROM download WHERE status < 4 AND stage = 2 ORDER BY status, id"}));
    return all(rows);
}

std::optional<DownloadRow> firstAwayFrom(Connection &db, const QString &queue)
{
    Statement row = db.prepare(
        joined({"SELECT ", columns, "FROM download WHERE status = 2 AND hold = 1 AND queue = ?1 ORDER BY id LIMIT 1"}));
    row.bindAll(queue);
    return first(row);
}

std::vector<DownloadRow> dueDownloads(Connection &db, qint64 now, int limit)
{
    Statement rows = db.prepare(
        joined({"SELECT ", columns,
                "FROM download WHERE status = 2 AND hold = 0 AND retry_at <= ?1 ORDER BY retry_at LIMIT ?2"}));
    rows.bindAll(now, limit);
    return all(rows);
}

std::optional<qint64> nextRetry(Connection &db)
{
    Statement row = db.prepare("SELECT min(retry_at) FROM download WHERE status = 2 AND hold = 0");
    return row.step() ? row.optionalInt64(0) : std::nullopt;
}

std::array<DownloadSums, downloadStatusCount> sumDownloads(Connection &db)
{
    std::array<DownloadSums, downloadStatusCount> sums{};
    Statement rows = db.prepare("SELECT status, count(*), sum(received), sum(max(total, 0)), sum(total < 0) FROM "
                                "download INDEXED BY download_sums GROUP BY status");
    while (rows.step()) {
        sums.at(size_t(rows.integer(0))) = {rows.int64(1), rows.int64(2), rows.int64(3), rows.int64(4)};
    }
    return sums;
}

bool needsSecret(Connection &db, const QString &secret)
{
    Statement row = db.prepare("SELECT 1 FROM download WHERE secret = ?1 AND status <> 4 LIMIT 1");
    row.bindAll(secret);
    return row.step();
}

std::vector<QString> stoppedQueues(Connection &db)
{
    Statement rows = db.prepare("SELECT queue FROM download_stop");
    std::vector<QString> queues;
    while (rows.step()) {
        queues.push_back(rows.text(0));
    }
    return queues;
}

void setStopped(Transaction &transaction, const QString &queue, bool isStopped)
{
    if (isStopped) {
        transaction.run("INSERT OR IGNORE INTO download_stop(queue) VALUES (?1)", queue);
    } else {
        transaction.run("DELETE FROM download_stop WHERE queue = ?1", queue);
    }
}

} // namespace kinframe::transfer
