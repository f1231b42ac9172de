// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_rows.h"

#include <algorithm>
#include <array>

namespace kinframe::ui {
namespace {

using transfer::DownloadStatus;
using transfer::DownloadTask;
using transfer::LiveHalf;

// Of two halves the one that comes first here says how both stand.
constexpr std::array telling{DownloadStatus::Failed,   DownloadStatus::NotFound,       DownloadStatus::Canceled,
                             DownloadStatus::Running,  DownloadStatus::WaitingToRetry, DownloadStatus::Paused,
                             DownloadStatus::Enqueued, DownloadStatus::Complete};

auto rankOf(DownloadStatus status)
{
    return std::ranges::find(telling, status) - telling.begin();
}

// The other half is near: both were asked for at once.
constexpr size_t pairsWithin = 64;

} // namespace

const DownloadTask &DownloadRow::telling() const
{
    return other && rankOf(other->status) < rankOf(task.status) ? *other : task;
}

const DownloadTask &DownloadRow::named() const
{
    return other && other->half == LiveHalf::Image ? *other : task;
}

qint64 DownloadRow::bytesReceived() const
{
    return task.bytesReceived + (other ? other->bytesReceived : 0);
}

qint64 DownloadRow::totalBytes() const
{
    if (task.totalBytes < 0 || (other && other->totalBytes < 0)) {
        return -1;
    }
    return task.totalBytes + (other ? other->totalBytes : 0);
}

double DownloadRow::bytesPerSecond() const
{
    const auto speed = [](const DownloadTask &half) {
        return half.status == DownloadStatus::Running ? half.bytesPerSecond : 0;
    };
    return speed(task) + (other ? speed(*other) : 0);
}

double DownloadRow::fraction() const
{
    if (telling().status == DownloadStatus::Complete) {
        return 1;
    }
    const qint64 total = totalBytes();
    return total > 0 ? std::clamp(double(bytesReceived()) / double(total), 0.0, 1.0) : total == 0 ? 0 : -1;
}

QStringList DownloadRow::files() const
{
    QStringList files;
    for (const DownloadTask *half : {&named(), other ? (&named() == &task ? &*other : &task) : nullptr}) {
        if (half != nullptr && half->status == DownloadStatus::Complete && !half->filePath.isEmpty()) {
            files << half->filePath;
        }
    }
    return files;
}

DownloadChoices choicesOf(const DownloadRow &row)
{
    const DownloadStatus status = row.telling().status;
    const bool isEnded = transfer::isEnded(status);
    const bool isPaused = status == DownloadStatus::Paused;
    return {!isEnded && !isPaused,
            isPaused,
            !isEnded,
            (isEnded && status != DownloadStatus::Complete) || status == DownloadStatus::WaitingToRetry,
            isEnded,
            !row.files().isEmpty()};
}

std::optional<size_t> pairTask(std::vector<DownloadRow> &rows, const DownloadTask &task)
{
    if (task.pairId.isEmpty()) {
        return {};
    }
    const size_t first = rows.size() > pairsWithin ? rows.size() - pairsWithin : 0;
    for (size_t row = rows.size(); row > first; --row) {
        DownloadRow &candidate = rows[row - 1];
        if (!candidate.other && candidate.task.pairId == task.pairId && candidate.task.server == task.server) {
            candidate.other = task;
            return row - 1;
        }
    }
    return {};
}

std::vector<DownloadRow> rowsOf(std::vector<DownloadTask> tasks)
{
    std::vector<DownloadRow> rows;
    rows.reserve(tasks.size());
    for (DownloadTask &task : tasks) {
        if (!pairTask(rows, task)) {
            rows.push_back({std::move(task), {}});
        }
    }
    return rows;
}

bool areSame(const DownloadRow &a, const DownloadRow &b)
{
    const auto areSameTasks = [](const DownloadTask &one, const DownloadTask &two) {
        return one.taskId == two.taskId && one.status == two.status && one.updatedAt == two.updatedAt &&
               one.bytesReceived == two.bytesReceived && one.totalBytes == two.totalBytes && one.hold == two.hold &&
               one.bytesPerSecond == two.bytesPerSecond && one.filename == two.filename &&
               one.filePath == two.filePath && one.retryAt == two.retryAt;
    };
    return areSameTasks(a.task, b.task) && a.other.has_value() == b.other.has_value() &&
           (!a.other || areSameTasks(*a.other, *b.other));
}

} // namespace kinframe::ui
