// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "render/hardware_config.h"
#include "render/states.h"
#include "render/task_request.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::render {

struct FrameCounts
{
    int pending = 0;
    int rendering = 0;
    int completed = 0;
    int failed = 0;
    int cancelled = 0;

    [[nodiscard]] int total() const { return pending + rendering + completed + failed + cancelled; }
    [[nodiscard]] int ended() const { return completed + failed + cancelled; }
};

/// How the test frames stand. Failed: one has failed, or the task before they were rendered.
enum class TestState { None, Pending, Rendering, Completed, Failed };

/// A task as it stands. A value; times in ms since 1970.
struct Task
{
    qint64 id = 0;
    QUuid queueId;
    qint64 ownerId = 0;
    TaskState state = TaskState::Queued;
    TaskState resumesTo = TaskState::Queued; ///< of a paused one
    TaskRequest request;                     ///< without its files
    qint64 sceneFileId = 0;                  ///< 0: its file has gone
    QByteArray sceneMd5;
    qint64 sceneSize = 0;                   ///< bytes
    std::optional<HardwareConfig> hardware; ///< as it was when the task was made; none: nothing fits what is asked for
    QString runner;
    FrameCounts frames;
    TestState tests = TestState::None;
    int timedFrames = 0;         ///< of how many frames the time is known
    qint64 renderMs = 0;         ///< of all those frames together
    std::optional<Error> error;  ///< why it failed
    std::optional<Error> notice; ///< why it waits, or how it renders, or was rendered, other than asked
    qint64 workedMs = 0;         ///< of work until workedSince, pauses and waiting not counted
    std::optional<qint64> workedSince;
    qint64 createdAt = 0;
    std::optional<qint64> startedAt;
    std::optional<qint64> completedAt;
    qint64 updatedAt = 0;
    bool isCleaned = false; ///< its work space has been removed

    /// Percent with one decimal: frames that are rendered of all.
    [[nodiscard]] double progress() const;
    /// What its frames cost so far; none without a price.
    [[nodiscard]] std::optional<double> actualCost() const;
    /// What all of them will, as far as those that are done tell; none before the first of them.
    [[nodiscard]] std::optional<double> estimatedCost() const;
    /// When it will be done, if it goes on as it does; none where nobody knows.
    [[nodiscard]] std::optional<qint64> estimatedCompletion(qint64 now) const;
};

/// A frame of a task. A value; times in ms since 1970.
struct Frame
{
    qint64 id = 0;
    qint64 taskId = 0;
    int number = 0;
    FrameState state = FrameState::Pending;
    bool isTest = false;
    QString outputPath; ///< below the task's folder; empty: none yet
    qint64 outputSize = 0;
    QByteArray outputMd5; ///< 16 bytes
    qint64 assetId = 0;   ///< row id; 0: none (yet)
    QString node;         ///< the computer that rendered it
    std::optional<qint64> renderMs;
    int retries = 0;
    qint64 createdAt = 0;
    std::optional<qint64> startedAt;
    std::optional<qint64> completedAt;
    std::optional<Error> error;
};

/// A file that a task uses.
struct TaskFile
{
    qint64 fileId = 0; ///< 0: it is missing
    QString localPath;
    QString serverPath; ///< below the task's work space
    QByteArray md5;
    qint64 size = 0;
    QString type;
};

} // namespace kinframe::render
