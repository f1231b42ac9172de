// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/capture_times.h"

namespace kinframe::media {

void CaptureTimes::add(Source source, const std::optional<CaptureTime> &time)
{
    if (time) {
        m_times.try_emplace(source, *time);
    }
}

std::optional<CaptureTime> CaptureTimes::best(qint64 nowMs) const
{
    for (const auto &[source, time] : m_times) {
        if (!isPlausible(time, nowMs)) {
            continue;
        }
        CaptureTime found = time;
        if (!found.offsetMinutes) {
            found.offsetMinutes = offsetOf(found);
        }
        return found;
    }
    return std::nullopt;
}

std::optional<int> CaptureTimes::offsetOf(const CaptureTime &time) const
{
    // Another date of the same second tells its zone for both. The camera's own count before the satellites', and these
    // before what programs wrote later; IPTC must have a zone by its standard, so most of its zones are made up.
    const auto sameMoment = [&](Source source) -> std::optional<int> {
        const auto other = m_times.find(source);
        const bool same = other != m_times.end() && other->second.wallMs / 1000 == time.wallMs / 1000;
        return same ? other->second.offsetMinutes : std::nullopt;
    };
    for (const Source source : {Source::ExifDigitized, Source::ExifModified}) {
        if (const auto offset = sameMoment(source)) {
            return offset;
        }
    }
    if (m_gpsMs) {
        if (const auto offset = offsetFromGps(time.wallMs, *m_gpsMs)) {
            return offset;
        }
    }
    for (const Source source : {Source::XmpOriginal, Source::XmpCreated, Source::XmpDigitized}) {
        if (const auto offset = sameMoment(source)) {
            return offset;
        }
    }
    return std::nullopt;
}

} // namespace kinframe::media
