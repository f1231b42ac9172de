// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/import_job.h"

#include "base/background_thread.h"
#include "base/bounded_queue.h"
#include "base/clock.h"
#include "base/error_json.h"
#include "base/log.h"
#include "library/file_list.h"

#include <thread>
#include <unordered_set>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

// Each file waits for two syncs of the disk, during which others can be read.
constexpr int fileThreads = 8;
constexpr size_t waitingFiles = 64;
// A page of counts and failures is written this often, so that a reader sees the import advance.
constexpr int filesPerReport = 200;

/// Whether an earlier attempt has got as far as to files, of which there is at least one then.
bool hasBegun(const ImportRun &run)
{
    return run.found > 0;
}

/// The counts of one run, gathered from the threads and written now and then.
class Tally
{
public:
    /// `atLeast`: how many files there are by their names.
    Tally(storage::Database &database, const ImportRun &run, qint64 atLeast)
        : m_database(database)
        , m_runId(run.id)
        , m_atLeast(atLeast)
        , m_addedSince(hasBegun(run) ? std::optional(run.startedAt) : std::nullopt)
    {
    }

    void found() { ++m_found; }
    void done(const QString &path, const Result<Registered> &outcome)
    {
        const std::scoped_lock lock(m_mutex);
        if (!outcome) {
            m_failures.push_back({path, outcome.error()});
            ++m_failed;
        } else {
            ++(isAdded(*outcome) ? m_added : m_duplicates);
        }
        ++m_done;
    }
    [[nodiscard]] qint64 doneCount() const { return m_done; }
    [[nodiscard]] qint64 foundCount() const { return m_found; }

    /// Throws SqlError.
    void store(Transaction &transaction)
    {
        const std::scoped_lock lock(m_mutex);
        transaction.run("UPDATE import_run SET found = ?2, added = ?3, duplicates = ?4, failed = ?5 WHERE id = ?1",
                        m_runId, std::max(m_found.load(), m_atLeast.load()), m_added, m_duplicates, m_failed);
        for (const ImportFailure &failure : m_failures) {
            transaction.run("INSERT INTO import_failure(run_id, path, error) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (run_id, path) DO UPDATE SET error = excluded.error",
                            m_runId, failure.path, toJsonText(failure.error));
        }
        m_failures.clear();
    }
    [[nodiscard]] Result<void> report()
    {
        return m_database.write([this](Transaction &transaction) -> Result<void> {
            store(transaction);
            return {};
        });
    }

    /// The walk is over: what was counted by names does not matter any more.
    void allFound() { m_atLeast = 0; }

private:
    /// What the import itself added before it was interrupted is no duplicate, nor is it added twice.
    bool isAdded(const Registered &registered)
    {
        if (!m_addedSince) {
            return !registered.isDuplicate;
        }
        const bool isOurs = !registered.isDuplicate || registered.importedAt >= *m_addedSince;
        return isOurs && m_addedAssets.insert(registered.assetId).second;
    }

    storage::Database &m_database;
    qint64 m_runId;
    std::atomic<qint64> m_atLeast;
    std::optional<qint64> m_addedSince; ///< of a run that goes on after an interruption
    std::unordered_set<qint64> m_addedAssets;
    std::atomic<qint64> m_found = 0;
    std::atomic<qint64> m_done = 0;
    std::mutex m_mutex;
    qint64 m_added = 0;
    qint64 m_duplicates = 0;
    qint64 m_failed = 0;
    std::vector<ImportFailure> m_failures;
};

Result<Owner> ownerOf(storage::Database &database, qint64 userId)
{
    return database.read([&](Connection &db) -> Result<Owner> {
        const Owner owner = findOwner(db, userId);
        if (owner.uuid.isNull()) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"user"_s}, {u"id"_s, QString::number(userId)}});
        }
        return owner;
    });
}

/// By their names alone, so that progress has an end to count to.
qint64 countFiles(const QStringList &paths, const std::stop_token &stop)
{
    qint64 count = 0;
    const auto walked = walkFiles(
        paths,
        [&](const QString &) {
            ++count;
            return true;
        },
        [](const QString &, const Error &) {}, stop);
    return walked ? count : -1;
}

/// Before the first file is added: since when what is added is this import's. It may have waited for another one.
Result<void> begin(storage::Database &database, ImportRun &run, qint64 files)
{
    if (hasBegun(run)) {
        return {};
    }
    run.startedAt = wallMs();
    return database.write([&](Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE import_run SET started_at = ?2, found = ?3 WHERE id = ?1", run.id, run.startedAt,
                        std::max<qint64>(files, 0));
        return {};
    });
}

/// What would end every further file too: then the import ends, and says so once.
bool endsAll(const Error &error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::DiskReadOnly ||
           error.code == ErrorCode::ShuttingDown;
}

} // namespace

ImportJob::ImportJob(const Services &services)
    : m_services(services)
{
}

Result<jobs::Effect> ImportJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    auto run = findImport(m_services.database, job.userId.value_or(0), job.subject);
    auto owner = ownerOf(m_services.database, job.userId.value_or(0));
    if (!run || !owner) {
        return !run ? failed(run) : failed(owner);
    }
    const qint64 total = countFiles(run->paths, context.stopToken());
    auto tally = std::make_shared<Tally>(m_services.database, *run, total);
    if (auto begun = begin(m_services.database, *run, total); !begun) {
        return failed(begun);
    }
    Importer importer(m_services);
    BoundedQueue<QString> files(waitingFiles);
    std::mutex failureMutex;
    std::optional<Error> failure;
    auto work = [&] {
        while (auto path = files.pop(context.stopToken())) {
            const auto outcome = importer.addFile(*owner, *path, run->placement, {});
            if (!outcome && endsAll(outcome.error())) {
                const std::scoped_lock lock(failureMutex);
                failure = outcome.error();
                files.close();
                return;
            }
            tally->done(*path, outcome);
        }
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < fileThreads; ++i) {
        threads.emplace_back([&work] {
            giveWayToOthers();
            work();
        });
    }
    auto walked = walkFiles(
        run->paths,
        [&](const QString &path) {
            tally->found();
            context.progress(tally->doneCount(), total);
            if (tally->foundCount() % filesPerReport == 0) {
                if (auto reported = tally->report(); !reported) {
                    qCWarning(logLibrary).noquote() << "import counts:" << reported.error().forLog();
                }
            }
            return files.push(path, context.stopToken());
        },
        [&](const QString &path, const Error &error) {
            tally->found();
            tally->done(path, Failure(error));
        },
        context.stopToken());
    files.close();
    threads.clear();
    // Whoever stops it between finding and reading files leaves some: they are not lost, the next run takes them.
    const bool isWhole = tally->doneCount() == tally->foundCount();
    if (walked) {
        tally->allFound();
    }
    if (failure || !walked || !isWhole) {
        if (auto reported = tally->report(); !reported) {
            qCWarning(logLibrary).noquote() << "import counts:" << reported.error().forLog();
        }
    }
    if (failure) {
        return Failure(*failure);
    }
    if (!walked) {
        return failed(walked);
    }
    if (!isWhole) {
        return kinframe::fail(ErrorCode::Canceled);
    }
    return jobs::Effect([tally, id = run->id](Transaction &transaction) -> Result<void> {
        tally->store(transaction);
        transaction.run("UPDATE import_run SET state = 1, finished_at = ?2 WHERE id = ?1", id, wallMs());
        return {};
    });
}

Result<void> ImportJob::fail(Transaction &transaction, const jobs::Job &job, const Error &error)
{
    const auto state = error.code == ErrorCode::Canceled ? ImportState::Canceled : ImportState::Failed;
    transaction.run("UPDATE import_run SET state = ?2, finished_at = ?3 WHERE uuid = ?1 AND state = 0", job.subject,
                    int(state), wallMs());
    if (state == ImportState::Failed) {
        // What ended it stands among its failures under no path.
        transaction.run(
            "INSERT INTO import_failure(run_id, path, error) SELECT id, '', ?2 FROM import_run WHERE uuid = ?1 "
            "ON CONFLICT (run_id, path) DO UPDATE SET error = excluded.error",
            job.subject, toJsonText(error));
    }
    return {};
}

} // namespace kinframe::library
