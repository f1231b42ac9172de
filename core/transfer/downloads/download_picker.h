// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/downloads/download_rows.h"

#include <deque>
#include <functional>
#include <map>

namespace kinframe::transfer {

/// Whose turn is next. Of each queue and group a few tasks are kept at hand, read with one look at an index; a queue or
/// group that may not begin anything is passed over, and the queues take turns. One thread at a time.
class DownloadPicker
{
public:
    /// Gives the next ones of a queue and group, from that id on.
    using Fetch = std::function<std::vector<DownloadRow>(const QString &queue, DownloadGroup group, qint64 after)>;
    using Allowed = std::function<bool(const QString &queue, DownloadGroup group)>;

    explicit DownloadPicker(Fetch fetch);

    /// There may be newer tasks than those that it has seen.
    void hasNew(const QString &queue, DownloadGroup group);
    /// There may be any: what was read before is read again.
    void hasChanged(const QString &queue, DownloadGroup group);
    void forget();

    /// The task whose turn it is, which is not given again until hasChanged().
    [[nodiscard]] std::optional<DownloadRow> take(const Allowed &allowed);

private:
    struct Line
    {
        std::deque<DownloadRow> ready;
        qint64 after = 0;
        quint64 servedAt = 0; ///< turn
    };
    using Key = std::pair<QString, DownloadGroup>;

    Fetch m_fetch;
    std::map<Key, Line> m_lines; ///< where there may be any
    quint64 m_turn = 0;
};

} // namespace kinframe::transfer
