// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "transfer/remote/server_calls.h"
#include "transfer/remote/server_rows.h"

#include <functional>

namespace kinframe::storage {
class Database;
} // namespace kinframe::storage

namespace kinframe::transfer {

/// Brings the copy of one server's list up to date: a walk over all of it the first time and where the server wants
/// one, then what has changed. What has come is kept as it comes, so that a walk goes on where it was interrupted.
/// Servers that have neither of these calls are walked over by their search. On the thread that waits.
class Mirror
{
public:
    struct Parts
    {
        storage::Database &database;
        const ServerCalls &calls;
        qint64 serverId;
        QUuid user; ///< whose list it is, there
        /// How many assets of how many (-1: unknown) have been looked at.
        std::function<void(qint64 done, qint64 total)> progress = {};
        Clock clock = wallMs;
        int pageSize = 10'000;
        std::chrono::milliseconds firstDelay{1'000}; ///< before a call that failed is tried again
    };

    /// All of the parts outlive it.
    explicit Mirror(Parts parts);
    ~Mirror();
    Mirror(const Mirror &) = delete;
    Mirror &operator=(const Mirror &) = delete;

    /// What asking fails with after some tries, or the database; Canceled.
    [[nodiscard]] Result<void> run(const std::stop_token &stop);

private:
    class Intake;

    [[nodiscard]] Result<void> walk();
    [[nodiscard]] Result<bool> walkPage();
    [[nodiscard]] Result<void> search();
    [[nodiscard]] Result<bool> askChanges();
    [[nodiscard]] Result<void> beginWalk();
    [[nodiscard]] Result<void> endWalk(const std::optional<QString> &updatedAfter);
    [[nodiscard]] Result<void> send(const QString &path, const std::function<QJsonObject()> &fields, Intake &intake);
    [[nodiscard]] Result<void> sendOnce(const QString &path, const QJsonObject &fields, Intake &intake);
    [[nodiscard]] HttpRequest requestOf(const QString &path, const QJsonObject &fields) const;
    void findTotal();

    Parts m_parts;
    std::stop_token m_stop;
    rows::MirrorRow m_row;
    bool m_asksByPost;
    int m_walks = 0;
    qint64 m_done = 0;
    qint64 m_total = -1;
};

} // namespace kinframe::transfer
