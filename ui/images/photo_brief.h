// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QString>
#include <QUuid>

#include <span>
#include <unordered_map>
#include <vector>

namespace kinframe::ui {

/// What a photo shows in a list.
struct PhotoBrief
{
    qint64 id = 0;
    QString uuid; ///< as text
    QString name;
    qint64 stamp = 0; ///< changes with what is seen of the photo, not with what is said about it
    qint64 durationMs = 0;
    qint64 createdAt = 0;
    qint64 offsetMinutes = 0; ///< where the file says
    bool hasOffset = false;
    int state = 0; ///< as library::AssetState
    int rating = 0;
    bool isReady = false; ///< there is a thumbnail
    bool isVideo = false;
    bool isLive = false;
    bool isFavourite = false;
    bool isArchived = false;
    int stacked = 0; ///< how many its stack has; 0: it is in none
};

/// Those that there still are, in the order asked for. Throws SqlError.
[[nodiscard]] std::vector<PhotoBrief> readBriefs(storage::Connection &db, qint64 userId, std::span<const qint64> ids);

/// The briefs of what was looked at lately, by row id.
class BriefCache
{
public:
    /// Null where it is not known.
    [[nodiscard]] const PhotoBrief *find(qint64 id) const;
    /// Whether it must be read: not known, or changed since.
    [[nodiscard]] bool isWanted(qint64 id) const;
    void insert(PhotoBrief brief);
    /// It is still shown as it was, until it is read again.
    void outdate(qint64 id);
    void remove(qint64 id) { m_entries.erase(id); }
    void clear() { m_entries.clear(); }
    /// Keeps those of the ids where there are too many.
    template <typename Keep>
    void trim(Keep keep)
    {
        if (m_entries.size() > most) {
            std::erase_if(m_entries, [&](const auto &entry) { return !keep(entry.first); });
        }
    }

private:
    static constexpr size_t most = 6000; // some twenty screens at 4K
    struct Entry
    {
        PhotoBrief brief;
        bool isOutdated = false;
    };
    std::unordered_map<qint64, Entry> m_entries;
};

} // namespace kinframe::ui
