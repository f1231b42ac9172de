// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "faces/people_index.h"
#include "library/services.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::faces {

/// Something that a person did with people.
struct HistoryEntry
{
    qint64 id = 0; ///< grows; pages begin below it
    QUuid uuid;
    QString kind;  ///< `name`, `merge`, `split`, `move`, `dismiss`, `draw`, `confirm`, `reject`, `hide`, …
    qint64 at = 0; ///< ms since 1970
    QJsonObject facts;
    std::optional<qint64> undoneAt;
};

/// What was done, and its undoing. Every call from any thread but the writer's.
class History
{
public:
    History(const library::Services &services, PeopleIndexes &indexes, EventBus &events);

    /// Newest first, below `before` (0: from the newest).
    [[nodiscard]] Result<std::vector<HistoryEntry>> list(qint64 userId, qint64 before, int limit);
    /// Puts back what the act changed; what was changed again since then stays. Conflict where it is undone already.
    [[nodiscard]] Result<HistoryEntry> undo(qint64 userId, const QUuid &entry);
    /// Does an undone act again. Conflict where it is not undone.
    [[nodiscard]] Result<HistoryEntry> redo(qint64 userId, const QUuid &entry);

private:
    enum class Direction { Undo, Redo };
    [[nodiscard]] Result<HistoryEntry> apply(qint64 userId, const QUuid &entry, Direction direction);

    library::Services m_services;
    PeopleIndexes &m_indexes;
    EventBus &m_events;
};

} // namespace kinframe::faces
