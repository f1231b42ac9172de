// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace kinframe::http {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr qint64 gibibyte = 1024 * mebibyte;

/// Every bound of the server in one place; the defaults are safe, the owner's settings may change them.
struct Limits
{
    // How many at once.
    int connections = 512;
    int connectionsPerAddress = 64; ///< not for this computer
    int poolThreads = 0;            ///< 0: as WorkerPool has them
    int poolQueue = 256;            ///< requests that wait for a thread; beyond it 503
    int requestsPerMinute = 6000;   ///< per credential; not refused for this computer

    // How large.
    qsizetype headBytes = 32 * kibibyte;
    qsizetype targetBytes = 16 * kibibyte; ///< path and query
    int headers = 100;
    qint64 jsonBytes = mebibyte;         ///< of Json and Text bodies whose route sets no limit
    qint64 bulkBytes = 32 * mebibyte;    ///< for routes that take lists
    qint64 uploadBytes = 16 * gibibyte;  ///< of Multipart and Raw bodies whose route sets no limit
    qint64 formTextBytes = 4 * mebibyte; ///< of all the text fields of one form
    qint64 unusedBytes = 64 * kibibyte;  ///< of a body that the route does not read
    qint64 freeSpace = 256 * mebibyte;   ///< must stay free on the spool's volume; beyond it 507
    qint64 queuedBytes = 512 * kibibyte; ///< of a reply, before the pump waits for the client

    // How long.
    std::chrono::milliseconds head{10'000};      ///< from a request's first byte (or the connection) to its last header
    std::chrono::milliseconds idle{60'000};      ///< between two requests
    std::chrono::milliseconds bodyStall{20'000}; ///< in each such span a body must bring minimumRate
    std::chrono::milliseconds writeStall{30'000}; ///< in each such span the client must take minimumRate
    std::chrono::milliseconds linger{
        5'000};                            ///< that the rest of a refused body is read for, so that the answer arrives
    std::chrono::milliseconds stop{5'000}; ///< that replies may take to finish when the server stops
    qint64 minimumRate = kibibyte;         ///< bytes a second
};

} // namespace kinframe::http
