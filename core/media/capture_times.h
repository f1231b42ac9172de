// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/capture_time.h"

#include <map>
#include <optional>

namespace kinframe::media {

/// Every date that a file gives for the moment of its capture; picks the one to believe and finds its zone.
class CaptureTimes
{
public:
    /// The best first.
    enum class Source {
        ExifOriginal,
        XmpOriginal,
        XmpCreated,
        ExifDigitized,
        XmpDigitized,
        Iptc,
        ExifModified,
    };

    /// Keeps the first that a source gives.
    void add(Source source, const std::optional<CaptureTime> &time);
    /// The satellites' time at the capture, UTC.
    void setGps(std::optional<qint64> utcMs) { m_gpsMs = utcMs; }

    [[nodiscard]] std::optional<CaptureTime> best(qint64 nowMs) const;

private:
    [[nodiscard]] std::optional<int> offsetOf(const CaptureTime &time) const;

    std::map<Source, CaptureTime> m_times;
    std::optional<qint64> m_gpsMs;
};

} // namespace kinframe::media
