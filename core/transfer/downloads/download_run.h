// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/downloads/download_rows.h"
#include "transfer/downloads/download_sources.h"
#include "transfer/file_download.h"

#include <atomic>
#include <deque>
#include <memory>
#include <stop_token>

namespace kinframe::transfer {

/// What a running download says of itself, read by whoever wants to know. Any thread.
struct RunState
{
    std::atomic<qint64> bytes = 0;
    std::atomic<qint64> first = -1; ///< bytes at the first sign of life
    std::atomic<qint64> total = -1;
    bool wasKnown = false;               ///< the total was known before it began; set before others see it
    std::atomic<bool> hasAnswer = false; ///< the server said something
    std::atomic<qint64> retryAfter = -1; ///< ms that the server asks to be left alone; -1: it does not say
    std::atomic<double> bytesPerSecond = 0;
};

/// How fast bytes come, over the last seconds. One thread at a time.
class SpeedMeter
{
public:
    /// So many have come in all, at that time in ms.
    void add(qint64 bytes, qint64 now);
    [[nodiscard]] double bytesPerSecond() const;

private:
    struct Sample
    {
        qint64 time;
        qint64 bytes;
    };
    std::deque<Sample> m_samples;
};

/// One attempt at a file that is under way. The loop's thread only.
struct DownloadRun
{
    quint64 number = 0;
    DownloadRow row;
    std::stop_source stop = {};
    std::shared_ptr<RunState> state = std::make_shared<RunState>();
    SpeedMeter speed = {};
    qint64 startedAt = 0;    ///< on the clock of steadyMs()
    bool isFetching = false; ///< the engine has it, and will say how it ends
    bool isReceived = false; ///< all of it is here, and only the disk is waited for
    qint64 toldBytes = -1;   ///< in the last event
    qint64 toldAt = 0;       ///< when that was
    qint64 heardBytes = -1;  ///< when the server was last known to be there
    qint64 countedBytes = 0; ///< in the speed of all

    /// Whether the server has said anything since this was last asked.
    [[nodiscard]] bool hasNews();
    /// Bytes of the disk that it will still take, beyond what is set apart for it.
    [[nodiscard]] qint64 missingRoom() const;
};

/// The engine's order for a row, with what the source adds to it.
[[nodiscard]] FileDownload orderFor(const DownloadRow &row, const DownloadSource &source,
                                    std::chrono::seconds stallTimeout, const std::shared_ptr<RunState> &state);

} // namespace kinframe::transfer
