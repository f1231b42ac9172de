// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_picker.h"

#include <limits>

namespace kinframe::transfer {

DownloadPicker::DownloadPicker(Fetch fetch)
    : m_fetch(std::move(fetch))
{
}

void DownloadPicker::hasNew(const QString &queue, DownloadGroup group)
{
    // One that comes anew is not before those that wait for their turn already.
    m_lines.try_emplace({queue, group}, Line{{}, 0, m_turn});
}

void DownloadPicker::hasChanged(const QString &queue, DownloadGroup group)
{
    Line &line = m_lines.try_emplace({queue, group}, Line{{}, 0, m_turn}).first->second;
    line.ready.clear();
    line.after = 0;
}

void DownloadPicker::forget()
{
    m_lines.clear();
}

std::optional<DownloadRow> DownloadPicker::take(const Allowed &allowed)
{
    for (;;) {
        auto best = m_lines.end();
        for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
            const bool isEarlier = best == m_lines.end() || line->second.servedAt < best->second.servedAt;
            if (isEarlier && allowed(line->first.first, line->first.second)) {
                best = line;
            }
        }
        if (best == m_lines.end()) {
            return std::nullopt;
        }
        Line &line = best->second;
        if (line.ready.empty()) {
            std::vector<DownloadRow> rows = m_fetch(best->first.first, best->first.second, line.after);
            if (rows.empty()) {
                m_lines.erase(best);
                continue;
            }
            line.after = rows.back().task.id;
            line.ready.assign(std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        }
        line.servedAt = ++m_turn;
        DownloadRow row = std::move(line.ready.front());
        line.ready.pop_front();
        return row;
    }
}

} // namespace kinframe::transfer
