-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What wrk measured, as one line of plain numbers: answers a second, megabytes a second, the 99th percentile of the
-- answers' times in milliseconds, answers that were no success, and connections that broke.
function done(summary, latency, _)
    local seconds = summary.duration / 1e6
    local errors = summary.errors
    print(string.format("measured %.1f %.1f %.3f %d %d", summary.requests / seconds, summary.bytes / seconds / 1e6,
        latency:percentile(99) / 1000, errors.status, errors.connect + errors.read + errors.write))
end
