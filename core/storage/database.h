// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "storage/reader_pool.h"
#include "storage/sql_error.h"
#include "storage/transaction.h"
#include "storage/writer.h"

#include <QString>

#include <future>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace kinframe::storage {

struct DatabaseOptions
{
    QString path;         ///< the database file; its folder exists
    QString backupFolder; ///< where the copy before a migration goes; empty: beside the database
    Clock clock = wallMs;
};

/// The library's database: one writer, many readers. Reads see the last committed state, each read one snapshot of it.
/// Every call from any thread but the writer's own, which has its Transaction.
class Database
{
public:
    /// Opens, brings the schema up to date (a copy before, an integrity check after) and starts the writer.
    /// DatabaseNewer, DatabaseDamaged, DiskReadOnly, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs `work(Transaction &) -> Result<T>` on the writer thread. The future is ready when the change is on the
    /// disk, or with the reason why nothing of it is.
    template <typename Work>
    [[nodiscard]] auto writeLater(Work work) -> std::future<std::invoke_result_t<Work, Transaction &>>
    {
        using Outcome = std::invoke_result_t<Work, Transaction &>;
        auto promise = std::make_shared<std::promise<Outcome>>();
        std::future<Outcome> future = promise->get_future();
        writeThen(std::move(work), [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
        return future;
    }

    /// As writeLater, but calls `done(Result<T>)`: on the writer thread, where it must return at once and write
    /// nothing, or on this one where the library closes.
    template <typename Work, typename Done>
    void writeThen(Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Transaction &>;
        auto outcome = std::make_shared<std::optional<Outcome>>();
        auto tell = std::make_shared<Done>(std::move(done));
        Writer::Task task;
        task.run = [work = std::make_shared<Work>(std::move(work)), outcome](Transaction &transaction) -> Result<void> {
            outcome->emplace((*work)(transaction));
            return outcome->value() ? Result<void>{} : Result<void>(failed(outcome->value()));
        };
        task.finish = [tell, outcome](const std::optional<Error> &error) {
            (*tell)(error ? Outcome(Failure(*error)) : std::move(outcome->value()));
        };
        if (!m_writer->submit(std::move(task))) {
            (*tell)(Outcome(fail(ErrorCode::ShuttingDown)));
        }
    }

    /// As writeLater, and waits. Not on the GUI thread, and not from inside a write.
    template <typename Work>
    [[nodiscard]] auto write(Work work) -> std::invoke_result_t<Work, Transaction &>
    {
        Q_ASSERT(!m_writer->isWriterThread());
        return writeLater(std::move(work)).get();
    }

    /// Runs `work(Connection &) -> Result<T>` on this thread over one snapshot. `stop` ends a running query (Canceled).
    template <typename Work>
    [[nodiscard]] auto read(Work work, const std::stop_token &stop = {}) -> std::invoke_result_t<Work, Connection &>
    {
        auto lease = m_readers->take();
        if (!lease) {
            return failed(lease);
        }
        Connection &connection = **lease;
        try {
            const Snapshot snapshot(connection);
            const Connection::StopWatch watch(connection, stop);
            if (stop.stop_requested()) {
                return fail(ErrorCode::Canceled);
            }
            return work(connection);
        } catch (const SqlError &error) {
            return Failure(error.toError());
        }
    }

    /// One snapshot that is read bit by bit, for answers that are too long to be held in memory. It keeps a connection
    /// and the journal from being folded in as long as it lives: not longer than the answer takes. One thread at a
    /// time; the database outlives it.
    class LongRead
    {
    public:
        explicit LongRead(ReaderPool::Lease lease)
            : m_lease(std::move(lease))
            , m_snapshot(*m_lease)
        {
        }

        /// Runs `work(Connection &) -> Result<T>` on this thread over the snapshot.
        template <typename Work>
        [[nodiscard]] auto read(Work work) -> std::invoke_result_t<Work, Connection &>
        {
            try {
                return work(*m_lease);
            } catch (const SqlError &error) {
                return Failure(error.toError());
            }
        }

    private:
        ReaderPool::Lease m_lease;
        Snapshot m_snapshot;
    };
    [[nodiscard]] Result<std::unique_ptr<LongRead>> beginLongRead();

    /// The server's own time in ms: max(wall clock, last stamp).
    [[nodiscard]] qint64 now() const { return m_writer->now(); }
    /// The wall clock alone, which may go back.
    [[nodiscard]] qint64 wallNow() const { return m_clock(); }
    [[nodiscard]] QString path() const { return m_path; }
    /// Copies the database as it is now, while it is used, to a new file.
    [[nodiscard]] Result<void> copyTo(const QString &path);
    /// SQLite's integrity and foreign key checks; empty where all is well.
    [[nodiscard]] Result<QStringList> problems();

private:
    Database() = default;
    QString m_path;
    Clock m_clock;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<Writer> m_writer;
};

} // namespace kinframe::storage
