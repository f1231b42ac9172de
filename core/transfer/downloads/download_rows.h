// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"
#include "transfer/downloads/download_task.h"
#include "transfer/downloads/downloads.h"

#include <vector>

namespace kinframe::transfer {

// Downloads in the database. All throw SqlError.

/// How far the file itself is. The numbers are those of the database.
enum class DownloadStage {
    ToFetch = 0,
    Arrived = 1, ///< whole and checked, in the temporary folder
    Named = 2,   ///< about to get the name `path`, or has it already
};

/// A row as a whole: the task and what only the downloads themselves need.
struct DownloadRow
{
    DownloadTask task; ///< without its speed
    HttpHeaders headers;
    QString secret; ///< name of the headers that are kept elsewhere; empty: none
    DownloadStage stage = DownloadStage::ToFetch;
    QString path;
    int retries = 0; ///< in a row
};

/// Headers as they are kept, in the database or as a secret, and back.
[[nodiscard]] QByteArray textOf(const HttpHeaders &headers);
[[nodiscard]] HttpHeaders headersFrom(const QByteArray &text);

/// Gives it its id.
void insertDownload(storage::Transaction &transaction, DownloadRow &row);
/// Everything that may change, at the transaction's time.
void updateDownload(storage::Transaction &transaction, const DownloadRow &row);
void deleteDownload(storage::Transaction &transaction, qint64 id);

[[nodiscard]] std::optional<DownloadRow> findDownload(storage::Connection &db, const QString &taskId);
[[nodiscard]] std::optional<DownloadRow> findDownload(storage::Connection &db, qint64 id);
/// The other half of its live photo, if it is in the list.
[[nodiscard]] std::optional<DownloadRow> findOtherHalf(storage::Connection &db, const DownloadRow &row);

[[nodiscard]] std::vector<DownloadRow> listDownloads(storage::Connection &db, const DownloadFilter &filter, int limit,
                                                     qint64 offset);
[[nodiscard]] qint64 countDownloads(storage::Connection &db, const DownloadFilter &filter);

/// Those whose turn may be next in a queue and group, the oldest first, from that id on.
[[nodiscard]] std::vector<DownloadRow> nextDownloads(storage::Connection &db, const QString &queue, DownloadGroup group,
                                                     qint64 after, int limit);
struct WaitingCount
{
    QString queue;
    DownloadGroup group = DownloadGroup::Image;
    qint64 count = 0;
};
/// How many may be next, where there are any.
[[nodiscard]] std::vector<WaitingCount> countWaiting(storage::Connection &db);
/// With that status and hold, the oldest first.
[[nodiscard]] std::vector<DownloadRow> heldDownloads(storage::Connection &db, DownloadStatus status, DownloadHold hold,
                                                     int limit);
/// Bytes that the files still want which wait for room in that folder, the one with the most of them; none: none waits.
struct WantedRoom
{
    QString folder;
    qint64 bytes = 0;
};
[[nodiscard]] std::optional<WantedRoom> wantedRoom(storage::Connection &db);
/// Those that were about to get their names.
[[nodiscard]] std::vector<DownloadRow> namedDownloads(storage::Connection &db);
/// The oldest of them that waits for its server to be there again.
[[nodiscard]] std::optional<DownloadRow> firstAwayFrom(storage::Connection &db, const QString &queue);
[[nodiscard]] std::vector<DownloadRow> dueDownloads(storage::Connection &db, qint64 now, int limit);
[[nodiscard]] std::optional<qint64> nextRetry(storage::Connection &db);

struct DownloadSums
{
    qint64 count = 0;
    qint64 bytes = 0;
    qint64 total = 0;   ///< of those whose size is known
    qint64 unknown = 0; ///< how many have no known size
};
[[nodiscard]] std::array<DownloadSums, downloadStatusCount> sumDownloads(storage::Connection &db);

/// Whether a task that is not complete needs the secret.
[[nodiscard]] bool needsSecret(storage::Connection &db, const QString &secret);

[[nodiscard]] std::vector<QString> stoppedQueues(storage::Connection &db);
void setStopped(storage::Transaction &transaction, const QString &queue, bool isStopped);

} // namespace kinframe::transfer
