// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kinframe {

/// A long task as it begins.
struct TaskInfo
{
    QString kind = {};      ///< `import`, `faces`, `model`, …
    QString title = {};     ///< a code; the text is made where it is shown
    QJsonObject facts = {}; ///< what the text names
    QUuid subject = {};     ///< what it is about; may be null
    qint64 total = -1;      ///< -1: not known
    /// Empty: cannot be cancelled. Called from any thread, also just after the task has ended; must return at once.
    std::function<void()> cancel = {};
    QUuid user = {}; ///< whose it is; null: everyone's
};

/// A running task as it stands.
struct TaskState
{
    QUuid id;
    QString kind;
    QString title;
    QJsonObject facts;
    QUuid subject;
    QUuid user;
    qint64 done = 0;
    qint64 total = -1;
    double perSecond = 0;              ///< over the last seconds
    std::optional<double> secondsLeft; ///< none where total or speed are not known
    qint64 startedAt = 0;              ///< ms since 1970
    bool canCancel = false;
    bool isEnded = false;

    [[nodiscard]] QJsonObject toJson() const;
};

/// A task that ends when this goes. Its calls from any thread, one at a time.
class ScopedTask
{
public:
    ScopedTask(ScopedTask &&) noexcept;
    ScopedTask &operator=(ScopedTask &&) noexcept;
    ~ScopedTask();

    [[nodiscard]] QUuid id() const;
    void advance(qint64 by = 1);
    void set(qint64 done, qint64 total);
    void setFacts(const QJsonObject &facts);

private:
    friend class ProgressRegistry;
    struct Entry;
    ScopedTask(std::shared_ptr<struct ProgressTasks> tasks, std::shared_ptr<Entry> entry);
    void end();
    std::shared_ptr<ProgressTasks> m_tasks;
    std::shared_ptr<Entry> m_entry;
    friend struct ProgressTasks;
};

/// All that runs for long, for the window and the API. Publishes `job.progress`, at most five a second for a task, and
/// always its end. Every call from any thread.
class ProgressRegistry
{
public:
    /// `steady` gives milliseconds that never go back.
    explicit ProgressRegistry(EventBus &events, std::function<qint64()> steady = {});

    [[nodiscard]] ScopedTask begin(TaskInfo info);
    /// In the order in which they began.
    [[nodiscard]] std::vector<TaskState> snapshot() const;
    /// False where there is no such task, or it cannot be cancelled.
    bool cancel(const QUuid &id);

private:
    std::shared_ptr<ProgressTasks> m_tasks;
};

} // namespace kinframe
