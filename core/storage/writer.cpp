// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writer.h"

#include "base/log.h"
#include "storage/sql_error.h"

namespace kinframe::storage {
namespace {

constexpr size_t longestQueue = 4096;
// As many writes as one sync of the disk may carry; above that, the first of them would wait too long for its answer.
constexpr size_t largestBatch = 512;

// For a write that says that all is well in a transaction that is no more.
Error endedEarly()
{
    return {ErrorCode::Internal, {}, QStringLiteral("the transaction ended before its writes did")};
}

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, Clock clock, qint64 lastStamp)
    : m_connection(std::move(connection))
    , m_clock(std::move(clock))
    , m_lastStamp(lastStamp)
    , m_queue(longestQueue)
    , m_thread([this] { work(); })
{
}

Writer::~Writer()
{
    finish();
}

void Writer::finish()
{
    m_queue.close();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool Writer::submit(Task task)
{
    return m_queue.push(std::move(task));
}

bool Writer::isWriterThread() const
{
    return std::this_thread::get_id() == m_thread.get_id();
}

qint64 Writer::now() const
{
    return std::max(m_clock(), m_lastStamp.load());
}

void Writer::work()
{
    for (;;) {
        std::vector<Task> batch = takeBatch();
        if (batch.empty()) {
            return;
        }
        runBatch(std::move(batch));
    }
}

std::vector<Writer::Task> Writer::takeBatch()
{
    std::vector<Task> batch;
    auto first = m_queue.pop();
    while (first) {
        batch.push_back(std::move(*first));
        first = batch.size() < largestBatch ? m_queue.tryPop() : std::nullopt;
    }
    return batch;
}

void Writer::runBatch(std::vector<Task> tasks)
{
    std::vector<std::optional<Error>> outcomes(tasks.size());
    Transaction transaction(*m_connection, [this] { return std::max(m_clock(), m_lastStamp.load() + 1); });
    std::optional<Error> lost;
    try {
        m_connection->run("BEGIN IMMEDIATE");
        const Undo undo = tasks.size() == 1 ? Undo::All : Undo::ToSavepoint;
        for (size_t i = 0; i < tasks.size() && !lost; ++i) {
            outcomes[i] = runOne(transaction, tasks[i], undo);
            if (!m_connection->inTransaction() && (undo == Undo::ToSavepoint || !outcomes[i])) {
                // A full disk or an I/O error makes SQLite roll everything back: nobody's write is in the file,
                // whatever the one that met it made of it.
                lost = outcomes[i].value_or(endedEarly());
            }
        }
        if (!lost && m_connection->inTransaction()) {
            if (transaction.isStamped()) {
                m_connection->run("UPDATE meta SET value = ?1 WHERE key = 'last_stamp'", transaction.stamp());
            }
            m_connection->run("COMMIT");
        }
    } catch (const SqlError &error) {
        lost = error.toError();
        if (m_connection->inTransaction()) {
            try {
                m_connection->run("ROLLBACK");
            } catch (const SqlError &rollback) {
                qCCritical(logStorage) << "rollback failed:" << rollback.what();
            }
        }
    }
    if (lost) {
        qCCritical(logStorage).noquote() << "transaction lost:" << lost->forLog();
        for (const auto &hook : transaction.m_rollbackHooks) {
            hook();
        }
    } else {
        if (transaction.isStamped()) {
            m_lastStamp = transaction.stamp();
        }
        for (const auto &hook : transaction.m_hooks) {
            hook();
        }
    }
    for (size_t i = 0; i < tasks.size(); ++i) {
        tasks[i].finish(outcomes[i] ? outcomes[i] : lost);
    }
}

// One that is alone has no neighbours to leave as they are. It needs no savepoint then, which would keep a copy of
// every page before each statement that changes it: most of what a write of many rows does.
std::optional<Error> Writer::runOne(Transaction &transaction, const Task &task, Undo undo)
{
    const bool hasSavepoint = undo == Undo::ToSavepoint;
    const size_t hooks = transaction.m_hooks.size();
    const size_t rollbackHooks = transaction.m_rollbackHooks.size();
    std::optional<Error> failure;
    try {
        if (hasSavepoint) {
            m_connection->run("SAVEPOINT one");
        }
        try {
            if (auto done = task.run(transaction); !done) {
                failure = done.error();
            }
        } catch (const SqlError &error) {
            failure = error.toError();
        } catch (const std::exception &error) {
            failure = Error{ErrorCode::Internal, {}, QString::fromUtf8(error.what())};
        }
        if (failure && m_connection->inTransaction()) {
            m_connection->run(hasSavepoint ? "ROLLBACK TO one" : "ROLLBACK");
        }
        if (hasSavepoint && m_connection->inTransaction()) {
            m_connection->run("RELEASE one");
        }
    } catch (const SqlError &error) {
        failure = error.toError();
    }
    if (failure) {
        transaction.m_hooks.resize(hooks);
        for (size_t i = rollbackHooks; i < transaction.m_rollbackHooks.size(); ++i) {
            transaction.m_rollbackHooks[i]();
        }
        transaction.m_rollbackHooks.resize(rollbackHooks);
    }
    return failure;
}

} // namespace kinframe::storage
