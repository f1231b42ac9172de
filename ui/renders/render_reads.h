// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/task.h"
#include "render/tasks.h"
#include "ui/base/services.h"

#include <QUuid>

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace kinframe::ui {

// What the window shows of renders, read from the library. None of it on the GUI thread.

/// A task with what is shown of it besides.
struct RenderView
{
    render::Task task;
    QString name;              ///< of its scene, for people
    QUuid picture;             ///< of the newest frame that is a photo of the library; null: none
    qint64 pictureStamp = 0;   ///< another one where the picture is another
    bool lacksPicture = false; ///< a frame is rendered whose picture is still to come
};

/// Which renders are looked at.
struct RenderFilter
{
    std::optional<render::TaskState> state; ///< none: any
    QString name;                           ///< a part of it, however it is written; empty: any

    [[nodiscard]] bool isEmpty() const { return !state && name.isEmpty(); }
    [[nodiscard]] bool matches(const RenderView &view) const;
};

/// How many tasks there are in each state; those that are none are left out.
using RenderCounts = std::map<render::TaskState, qint64>;

struct RenderPage
{
    std::vector<RenderView> views;
    qint64 total = 0; ///< of all that match
    RenderCounts counts;
};

/// A frame as the grid shows it.
struct FrameView
{
    int number = 0;
    render::FrameState state = render::FrameState::Pending;
    bool isTest = false;
    int retries = 0;
    std::optional<qint64> renderMs;
    QString node;
    QString error;           ///< as the database keeps it; empty: none
    QUuid picture;           ///< null: none (yet)
    qint64 pictureStamp = 0; ///< another one where the picture is another

    friend bool operator==(const FrameView &, const FrameView &) = default;
};

/// Who looks at the window, as the tasks know them.
[[nodiscard]] Result<render::Caller> callerOf(const Services &services, qint64 userId);

/// The newest `limit` tasks of those that match.
[[nodiscard]] Result<RenderPage> newestRenders(const Services &services, qint64 userId, const RenderFilter &filter,
                                               int limit, const std::stop_token &stop);
/// Of all tasks.
[[nodiscard]] Result<RenderCounts> countRenders(const Services &services, qint64 userId, const std::stop_token &stop);
/// Those that render now.
[[nodiscard]] Result<std::vector<RenderView>> workingRenders(const Services &services, qint64 userId,
                                                             const std::stop_token &stop);
/// Those of them that are there.
[[nodiscard]] Result<std::vector<RenderView>> someRenders(const Services &services, qint64 userId,
                                                          std::span<const qint64> ids, const std::stop_token &stop);
/// All frames of a task, by number. NotFound, NotYours.
[[nodiscard]] Result<std::vector<FrameView>> framesOf(const Services &services, qint64 userId, qint64 taskId,
                                                      const std::stop_token &stop);

} // namespace kinframe::ui
