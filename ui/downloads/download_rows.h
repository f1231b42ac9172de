// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/downloads/download_task.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::ui {

/// What the page shows in one row: a download, or both halves of a live photo. A value.
struct DownloadRow
{
    transfer::DownloadTask task;                 ///< of a live photo the half that was read first
    std::optional<transfer::DownloadTask> other; ///< the other half

    /// Stays with it wherever it moves.
    [[nodiscard]] qint64 key() const { return task.id; }
    /// The half that says how it stands: what goes wrong with one goes wrong with both.
    [[nodiscard]] const transfer::DownloadTask &telling() const;
    /// The picture of a live photo, as people know it by that.
    [[nodiscard]] const transfer::DownloadTask &named() const;
    [[nodiscard]] qint64 bytesReceived() const;
    /// -1: not known.
    [[nodiscard]] qint64 totalBytes() const;
    [[nodiscard]] double bytesPerSecond() const;
    /// 0 to 1; -1: not known.
    [[nodiscard]] double fraction() const;
    [[nodiscard]] bool isLive() const { return task.half != transfer::LiveHalf::None; }
    /// Where they lie; empty until they are complete.
    [[nodiscard]] QStringList files() const;
};

/// What can be done with it as it stands.
struct DownloadChoices
{
    bool canPause = false;
    bool canResume = false;
    bool canCancel = false;
    bool canRetry = false;
    bool canRemove = false; ///< from the list
    bool canShow = false;   ///< its file
};
[[nodiscard]] DownloadChoices choicesOf(const DownloadRow &row);

/// Puts a task that no row has yet beside its other half, if that is among the last rows. Gives the row; nothing where
/// it is not there.
std::optional<size_t> pairTask(std::vector<DownloadRow> &rows, const transfer::DownloadTask &task);
/// One row for each, or for the halves of a live photo together, in their order.
[[nodiscard]] std::vector<DownloadRow> rowsOf(std::vector<transfer::DownloadTask> tasks);
/// Whether both look the same to a person.
[[nodiscard]] bool areSame(const DownloadRow &a, const DownloadRow &b);

} // namespace kinframe::ui
