// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/progress.h"
#include "storage/database.h"
#include "transfer/downloads/download_mailbox.h"
#include "transfer/downloads/download_picker.h"
#include "transfer/downloads/download_request.h"
#include "transfer/downloads/download_run.h"
#include "transfer/downloads/downloads.h"
#include "transfer/downloads/gallery.h"
#include "transfer/downloads/server_states.h"
#include "transfer/serial_thread.h"

#include <QSet>
#include <QStringList>

#include <future>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kinframe::transfer {

/// The thread behind Downloads, the only one that writes their rows. What it learns it writes in one transaction a turn
/// and tells once it is written; where the database cannot be written it tries again and begins nothing new. Files get
/// their names on a second thread, after the database knows which.
class Downloads::Loop
{
    static constexpr qint64 wholeEvery = 1000; ///< ms between two looks at the sums
    static constexpr size_t toldEach = 100;    ///< of more that change at once it is only told that many do

public:
    Loop(Parts parts, DownloadsSetup setup);
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Has the loop's thread answer, and waits. ShuttingDown.
    template <typename Value>
    [[nodiscard]] Result<Value> ask(std::function<Result<Value>()> question)
    {
        const auto promise = std::make_shared<std::promise<Result<Value>>>();
        auto answer = promise->get_future();
        if (!m_mailbox->post([promise, question = std::move(question)] { promise->set_value(question()); })) {
            return fail(ErrorCode::ShuttingDown);
        }
        return answer.get();
    }
    void post(std::function<void()> letter) { m_mailbox->post(std::move(letter)); }

    // From any thread.
    [[nodiscard]] Result<std::vector<DownloadTask>> add(std::vector<NewDownload> wanted, OnExisting onExisting);
    [[nodiscard]] Result<DownloadPage> list(const DownloadFilter &filter, int limit, qint64 offset);
    [[nodiscard]] Result<DownloadTask> find(const QString &taskId);
    [[nodiscard]] Result<DownloadSummary> summary();
    [[nodiscard]] Result<DownloadSettings> settings();
    [[nodiscard]] Result<void> setSettings(const DownloadSettings &settings);
    void setSources(DownloadSources *sources);

    /// Some by their `taskId`, or nothing: all.
    using Many = std::optional<QStringList>;

    // What follows is for the loop's own thread.
    void start();
    [[nodiscard]] Result<DownloadTask> pause(const QString &taskId);
    [[nodiscard]] Result<DownloadTask> resume(const QString &taskId);
    [[nodiscard]] Result<DownloadTask> retry(const QString &taskId);
    [[nodiscard]] Result<DownloadTask> cancel(const QString &taskId);
    [[nodiscard]] Result<qint64> pauseMany(const Many &tasks);
    [[nodiscard]] Result<qint64> resumeMany(const Many &tasks);
    [[nodiscard]] Result<qint64> cancelMany(const Many &tasks);
    [[nodiscard]] Result<qint64> retryMany(const Many &tasks);
    [[nodiscard]] Result<qint64> removeMany(const Many &tasks);
    void setNetworkReachable(bool isReachable);
    void signedIn(const QString &server);

private:
    using Change = std::function<void(storage::Transaction &)>;
    /// One file, or both of a live photo.
    using Halves = std::vector<DownloadRow>;
    /// A run that was stopped and has not ended yet: until then its file is the engine's.
    struct Stopping
    {
        DownloadTask task;
        std::vector<std::function<void()>> afterwards;
    };

    void work(const std::stop_token &stop);
    [[nodiscard]] std::chrono::milliseconds patience() const;
    [[nodiscard]] qint64 now() const { return m_setup.clock(); }

    // Rows and what is told of them.
    void change(const DownloadRow &row);
    void write(Change change) { m_changes.push_back(std::move(change)); }
    [[nodiscard]] bool flush();
    [[nodiscard]] Result<void> flushed();
    [[nodiscard]] bool isBusy(qint64 id) const;
    void tellStatus(const DownloadTask &task);
    void tell(const DownloadTask &task, const QString &type, QJsonObject details);
    void tellMany();
    void mayBeNext(const DownloadTask &task);

    // Beginning.
    void takeBack();
    void sweepArrivals();
    void dispatch();
    [[nodiscard]] bool mayBegin(const QString &queue, DownloadGroup group) const;
    /// Of the runs, those that take something from a server.
    [[nodiscard]] int countRuns(const std::function<bool(const DownloadTask &)> &which) const;
    void begin(DownloadRow row);
    [[nodiscard]] bool isHereAlready(DownloadRow &row);
    [[nodiscard]] bool joins(const DownloadTask &task) const;
    [[nodiscard]] std::optional<Error> missingRoom(const DownloadRow &row) const;
    void openSource(const DownloadRun &run);
    void opened(qint64 id, quint64 number, const Result<DownloadSource> &source);
    void fetch(DownloadRun &run, const DownloadSource &source);

    // Ending.
    void stopRun(qint64 id, std::function<void()> afterwards = {});
    void received(qint64 id, quint64 number);
    void ended(qint64 id, quint64 number, Result<DownloadedFile> result);
    void runFailed(DownloadRun run, const Error &error);
    void again(DownloadRow row, const RunState &state, const Error &error);
    void away(DownloadRow row, const Error &error);
    void failFor(DownloadRow row, DownloadStatus status, const Error &error);
    void failOtherHalf(const DownloadRow &row);
    void stopQueue(const QString &queue);
    void removeArrival(const DownloadTask &task);
    void dropSecret(const QString &secret);
    void forgetRun(qint64 id);
    [[nodiscard]] Stopping *stoppingRunOf(qint64 id);

    // Saving.
    void arrived(DownloadRow row, const HttpHead &head);
    void verified(const DownloadRow &row, const HttpHead &head, const Result<bool> &matches);
    void save(Halves files);
    void nameThem();
    void named(const Halves &files, const Result<Naming> &naming);
    void complete(DownloadRow row);
    [[nodiscard]] std::optional<DownloadRow> otherHalf(const DownloadRow &row);

    // Commands.
    [[nodiscard]] Result<Halves> halvesOf(const QString &taskId);
    [[nodiscard]] Result<DownloadTask> changed(const Halves &halves);
    [[nodiscard]] Result<std::vector<DownloadTask>> insert(std::vector<PreparedDownload> &prepared,
                                                           OnExisting onExisting);
    void release(const QString &queue);
    void releaseAll();
    void enqueue(DownloadRow &row);
    void newBatch();

    // Many at once.
    using Ids = std::optional<std::set<qint64>>; ///< nothing: all
    [[nodiscard]] Result<Ids> idsOf(const Many &tasks);
    /// What is to become of them, and which of them may.
    struct ManyChange
    {
        DownloadStatus status;
        std::string_view sets;
        std::string_view which;
    };
    [[nodiscard]] Result<qint64> changeMany(const ManyChange &change, const Ids &ids);
    void manyChanged();

    // Watching.
    void watch();
    void watchRuns(qint64 steady);
    void watchRetries();
    void watchServers(qint64 steady);
    void serverAnswered(const QString &queue, qint64 steady);
    void watchDisk(qint64 steady);
    void makeRoom();
    [[nodiscard]] std::optional<Error> fullDisk() const;
    void watchHours();
    void watchWhole(qint64 steady);

    Parts m_parts;
    DownloadsSetup m_setup;
    const std::shared_ptr<DownloadMailbox> m_mailbox = std::make_shared<DownloadMailbox>();
    std::mutex m_sourcesMutex;
    DownloadSources *m_sources = nullptr;

    DownloadSettings m_settings;
    DownloadPicker m_picker;
    ServerStates m_servers;
    QSet<QString> m_probes; ///< lost servers of which one task may be tried
    std::map<qint64, DownloadRun> m_runs;
    std::map<quint64, Stopping> m_stopping; ///< by the number of the run
    std::map<qint64, DownloadRow> m_changed;
    std::vector<Change> m_changes;
    std::vector<Event> m_news;
    std::vector<std::function<void()>> m_afterFlush;
    std::vector<Halves> m_toName;
    std::map<qint64, qint64> m_troubles; ///< since when a task hears nothing from its server, on that of steadyMs()
    QSet<qint64> m_saving;               ///< tasks whose file is being looked at or named
    QSet<QString> m_takenPaths;          ///< names that files are about to get, without case
    QSet<QString> m_galleries;           ///< that can be written
    quint64 m_lastRun = 0;
    std::optional<qint64> m_nextRetry;
    std::optional<bool> m_isReachable;
    qint64 m_diskSeenAt = 0;
    qint64 m_wholeSeenAt = 0;  ///< on the clock of steadyMs()
    bool m_isSeenStale = true; ///< what others see of the whole is older than what is known
    bool m_isStarted = false;
    bool m_canWrite = true;
    bool m_hasMoved = false; ///< something has changed since others were last given their turn
    bool m_awaitsRoom = false;
    bool m_isOutsideHours = false;
    SpeedMeter m_speed;
    qint64 m_bytesEver = 0;
    bool m_batchIsOver = true;
    std::optional<ScopedTask> m_progress;

    /// What others see of the runs and of the whole.
    struct Seen
    {
        std::map<qint64, std::shared_ptr<RunState>> runs;
        qint64 batchFiles = 0;
        qint64 batchBytes = 0;
        double bytesPerSecond = 0;
        bool isOutsideHours = false;
        bool isNetworkLost = false;
        std::optional<Error> problem;
    };
    std::mutex m_seenMutex;
    Seen m_seen;

    std::unique_ptr<SerialThread> m_saver;
    std::jthread m_thread;
};

} // namespace kinframe::transfer
