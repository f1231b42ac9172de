// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_task.h"

#include <array>

namespace kinframe::transfer {
namespace {

constexpr std::array statusNames{"enqueued", "running",   "waiting_to_retry", "paused",
                                 "complete", "not_found", "failed",           "canceled"};
constexpr std::array groupNames{"group_image", "group_video", "group_livephoto"};
constexpr std::array halfNames{"", "image", "video"};

template <typename Value, typename Names>
std::optional<Value> named(const Names &names, const QString &name)
{
    for (size_t index = 0; index < names.size(); ++index) {
        if (name == QLatin1String(names[index])) {
            return Value(index);
        }
    }
    return std::nullopt;
}

} // namespace

QString nameOf(DownloadStatus status)
{
    return QString::fromLatin1(statusNames.at(size_t(status)));
}

std::optional<DownloadStatus> downloadStatusOf(const QString &name)
{
    return named<DownloadStatus>(statusNames, name);
}

QString nameOf(DownloadGroup group)
{
    return QString::fromLatin1(groupNames.at(size_t(group)));
}

std::optional<DownloadGroup> downloadGroupOf(const QString &name)
{
    return named<DownloadGroup>(groupNames, name);
}

QString nameOf(LiveHalf half)
{
    return QString::fromLatin1(halfNames.at(size_t(half)));
}

bool isEnded(DownloadStatus status)
{
    return status >= DownloadStatus::Complete;
}

} // namespace kinframe::transfer
