// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/events.h"
#include "base/result.h"
#include "transfer/downloads/download_settings.h"
#include "transfer/downloads/download_task.h"
#include "transfer/retry.h"

#include <QStringList>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kinframe {
class ProgressRegistry;
namespace storage {
class Database;
class Transaction;
} // namespace storage
} // namespace kinframe

namespace kinframe::transfer {

class DownloadSources;
class FileDownloader;
class SecretStore;

struct DownloadFilter
{
    std::optional<DownloadStatus> status; ///< none: all
};

struct DownloadPage
{
    std::vector<DownloadTask> items;
    qint64 total = 0; ///< of all pages
};

/// All downloads together.
struct DownloadSummary
{
    std::array<qint64, downloadStatusCount> counts{}; ///< by DownloadStatus
    qint64 bytesReceived = 0;  ///< of what is not ended and what became complete since the queue was last empty
    qint64 totalBytes = 0;     ///< of the same; what is not known yet is guessed from the others
    qint64 completed = 0;      ///< files since the queue was last empty
    double bytesPerSecond = 0; ///< over the last seconds
    std::optional<double> secondsLeft;
    bool isOutsideHours = false;  ///< nothing runs because of the hours that are set
    bool isNetworkLost = false;   ///< nothing runs because no server can be reached
    std::optional<Error> problem; ///< what a person has to do: a full disk, a server to sign in to

    [[nodiscard]] qint64 count(DownloadStatus status) const { return counts[size_t(status)]; }
    [[nodiscard]] qint64 unfinished() const;
};

struct DownloadLimits
{
    int atOnce = 6;
    int atOncePerQueue = 6;
    int atOncePerGroup = 3;
    qint64 stored = 1'000'000; ///< tasks in the list, ended ones too
};

struct DownloadsSetup
{
    DownloadLimits limits = {};
    RetryPolicy retry = {};
    Clock clock = wallMs;
    std::chrono::milliseconds probe{30'000}; ///< after which a server that was lost is tried again, at first
    std::chrono::milliseconds longestProbe{300'000};
    std::chrono::milliseconds diskCheck{5'000}; ///< between two looks whether there is room again
    std::chrono::seconds stallTimeout{30};
    qint64 spareBytes = 32 * 1024 * 1024; ///< of the gallery's disk that are left to others
};

/// Files on their way from other servers to the gallery: what people ask for and see of them, and what fetches them.
/// One by its `taskId`; the halves of a live photo go together: what is asked of one happens to both.
///
/// Tells events: `download.progress` {taskId, bytesReceived, totalBytes} a few times a second of what runs,
/// `download.status` {taskId, status}, `download.complete` {taskId, filePath}, `download.error` {taskId, error}, and
/// `download.changed` without a task where many have changed at once: of more than a hundred nothing else is told then.
/// Every call from any thread but the writer's, none on the GUI thread.
class Downloads
{
public:
    /// All of it outlives this.
    struct Parts
    {
        storage::Database &database;
        EventBus &events;
        FileDownloader &downloader;
        SecretStore *secrets = nullptr;       ///< nullptr: tasks with secret headers are refused
        ProgressRegistry *progress = nullptr; ///< nullptr: not told there
        /// Called in the transaction that makes a file complete: to add it to the library. Throws SqlError.
        std::function<void(storage::Transaction &, const DownloadTask &)> join = {};
        /// The path of a file of the library with these bytes, if it is there. Any thread.
        std::function<std::optional<QString>(const Checksum &)> alreadyHere = {};
        /// Sets the speed of all downloads; bytes a second, 0: no limit. Any thread.
        std::function<void(qint64)> limitSpeed = {};
    };

    explicit Downloads(Parts parts, DownloadsSetup setup = {});
    /// What runs is stopped and goes on at the next start.
    ~Downloads();
    Downloads(const Downloads &) = delete;
    Downloads &operator=(const Downloads &) = delete;

    /// Takes up what an earlier process left, and begins. Before it, tasks are only stored.
    void start();
    /// Who knows the remote libraries; outlives this, or is set to nullptr before it goes.
    void setSources(DownloadSources *sources);

    enum class OnExisting {
        Refuse, ///< Conflict, and nothing is added
        Skip,   ///< the others are added
    };
    /// All or none. InvalidArgument with the field (an address that is not http or https, a group, a header), NotFound
    /// (the server), Conflict where one of that `taskId` has not ended yet, TooMany. One that has ended begins anew.
    [[nodiscard]] Result<std::vector<DownloadTask>> add(std::vector<NewDownload> wanted,
                                                        OnExisting onExisting = OnExisting::Refuse);

    /// The newest first.
    [[nodiscard]] Result<DownloadPage> list(const DownloadFilter &filter, int limit, qint64 offset);
    /// NotFound.
    [[nodiscard]] Result<DownloadTask> find(const QString &taskId);
    [[nodiscard]] Result<DownloadSummary> summary();

    // NotFound; Conflict with the reason where its status does not allow it.
    [[nodiscard]] Result<DownloadTask> pause(const QString &taskId);
    [[nodiscard]] Result<DownloadTask> resume(const QString &taskId);
    /// One that failed, was not found or was canceled begins anew; one that waits is tried at once.
    [[nodiscard]] Result<DownloadTask> retry(const QString &taskId);
    /// What has come of it goes. One that has ended leaves the list; its file stays.
    [[nodiscard]] Result<DownloadTask> cancel(const QString &taskId);

    // The same for many in one go: each gives how many it was about, the other halves of live photos among them. Those
    // whose status does not allow it stay as they are.
    [[nodiscard]] Result<qint64> pauseMany(const QStringList &taskIds);
    [[nodiscard]] Result<qint64> resumeMany(const QStringList &taskIds);
    [[nodiscard]] Result<qint64> retryMany(const QStringList &taskIds);
    /// Those that have ended stay in the list.
    [[nodiscard]] Result<qint64> cancelMany(const QStringList &taskIds);
    /// Those that have ended leave the list; the files stay.
    [[nodiscard]] Result<qint64> removeMany(const QStringList &taskIds);

    // Each gives how many tasks it was about.
    [[nodiscard]] Result<qint64> pauseAll();
    [[nodiscard]] Result<qint64> resumeAll();
    [[nodiscard]] Result<qint64> cancelAll();
    [[nodiscard]] Result<qint64> retryFailed();
    /// Those that have ended leave the list; the files stay.
    [[nodiscard]] Result<qint64> removeEnded();

    [[nodiscard]] Result<DownloadSettings> settings();
    /// InvalidArgument; what writing fails with where the folder cannot be written.
    [[nodiscard]] Result<void> setSettings(const DownloadSettings &settings);

    /// What the system says of the network. Until it is told, servers that cannot be reached are tried now and then.
    void setNetworkReachable(bool isReachable);
    /// Somebody has signed in to that remote library anew: its queue goes on.
    void signedIn(const QString &server);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace kinframe::transfer
