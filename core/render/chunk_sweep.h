// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <stop_token>

namespace kinframe::render {

/// What a chunk has left when it has ended and all its frames are looked at.
struct ChunkLeftovers
{
    QString folder;       ///< of the chunk
    QString framesFolder; ///< where results go
    QSet<int> frames;     ///< that it was to render
    QSet<int> good;       ///< those that it has rendered
    bool hasEndedWell = false;
    qint64 begunAt = 0; ///< ms since 1970
};

/// Makes results of what belongs to good frames beside their pictures (passes, layers), and of what belongs to no frame
/// where the engine came to its end; all else may be half written and goes, with the folders of the chunk. Where
/// something cannot be moved the output stays as it is; so does all where `stop` is asked for. Decodes and waits for
/// the disk: for a thread that may work.
void sweepChunk(const ChunkLeftovers &left, const std::stop_token &stop);

} // namespace kinframe::render
