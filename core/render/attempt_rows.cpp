// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/attempt_rows.h"

#include "render/states.h"

namespace kinframe::render {

QSet<int> framesCompletedBy(storage::Connection &db, qint64 chunkId)
{
    storage::Statement rows = db.prepare("SELECT f.number FROM render_attempt a JOIN render_frame f ON f.id = "
                                         "a.frame_id WHERE a.chunk_id = ?1 AND a.state = ?2");
    rows.bindAll(chunkId, int(FrameState::Completed));
    QSet<int> numbers;
    while (rows.step()) {
        numbers.insert(rows.integer(0));
    }
    return numbers;
}

} // namespace kinframe::render
