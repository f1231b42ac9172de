// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kinframe::accounts {

/// What hashing a password costs. The default takes 64 MiB and about 0.13 s.
struct PasswordCost
{
    quint64 operations = 2;
    size_t memory = 64 * 1024 * 1024;
};

/// 8 to 256 characters; InvalidArgument.
[[nodiscard]] Result<void> checkPassword(const QString &password);

/// Argon2id on threads of its own, two at a time, so that log-ins cannot take the memory and the processors of the
/// rest. Every call from any thread.
class Passwords
{
public:
    explicit Passwords(PasswordCost cost = {});
    /// Drops what waits: its `done` is told ShuttingDown.
    ~Passwords();
    Passwords(const Passwords &) = delete;
    Passwords &operator=(const Passwords &) = delete;

    /// Waits for its turn. RateLimited where too many wait already.
    [[nodiscard]] Result<QString> hash(const QString &password);
    /// `hash` empty: there is no such user or password, which takes the same time to find out. `done` is called on a
    /// thread of the pool, or at once with RateLimited.
    void verifyLater(const QString &password, const QString &hash, std::function<void(Result<bool>)> done);

private:
    using Task = std::function<void(bool isRefused)>;
    [[nodiscard]] bool post(Task task);
    void work();

    PasswordCost m_cost;
    QString m_nobody; ///< a hash that no password has
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    bool m_isClosing = false;
    std::vector<std::thread> m_threads;
};

} // namespace kinframe::accounts
