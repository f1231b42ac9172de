// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace kinframe::jobs {

/// Who goes first: higher before lower, then the older.
namespace priority {
constexpr int urgent = 200;      ///< somebody looks at the screen and waits
constexpr int upload = 100;      ///< a person's upload
constexpr int import = 0;        ///< a running import
constexpr int background = -100; ///< nobody waits for it; see JobQueue::setBackgroundShare
} // namespace priority

/// What is to be done.
struct JobSpec
{
    QString kind = {};
    QJsonObject payload = {};
    std::optional<qint64> userId = {}; ///< row id; the job goes when the user goes
    QUuid subject = {};                ///< what it is about, an asset for example
    int priority = priority::import;
    /// Where set, a kind has at most one job with it. One that waits or failed is taken up again, with this payload and
    /// the higher priority; one that runs is run once more afterwards.
    QString dedupeKey = {};
    qint64 notBefore = 0; ///< ms since 1970; 0: now
};

enum class JobState { Waiting = 0, Leased = 1, Failed = 2 };

/// A row of the queue. Finished and cancelled jobs have none.
struct Job
{
    qint64 id = 0;
    QString kind;
    QJsonObject payload;
    std::optional<qint64> userId;
    QUuid subject;
    int priority = 0;
    JobState state = JobState::Waiting;
    int attempts = 0; ///< that failed
    int timeouts = 0; ///< attempts that took too long, counted apart
    int crashes = 0;  ///< how often the program ended while it was leased
    qint64 runAt = 0;
    std::optional<Error> error; ///< the last failure
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
};

} // namespace kinframe::jobs
