// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

class QTimeZone;

namespace kinframe::media {

/// When a picture was taken, as its file says it: the time on the wall where it was taken and, where the file knows it,
/// how far that wall was from UTC.
struct CaptureTime
{
    qint64 wallMs = 0;                ///< the local date and time, in milliseconds as if it were UTC
    std::optional<int> offsetMinutes; ///< local time minus UTC, -720..840; none: read it in the computer's zone

    /// Milliseconds since 1970 UTC; `zone` is asked only where the file names no offset.
    [[nodiscard]] qint64 utcMs(const QTimeZone &zone) const;
    /// `UTC`, `UTC+2`, `UTC-3:30`; empty where the file names no offset.
    [[nodiscard]] QString zoneName() const;

    friend bool operator==(const CaptureTime &, const CaptureTime &) = default;
};

/// Exif's `2019:12:29 19:01:15`, with `subSeconds` (`505`) and `offset` (`-08:00`) where there are such tags. Nothing
/// for dates that do not exist.
[[nodiscard]] std::optional<CaptureTime> parseExifTime(QStringView text, QStringView subSeconds = {},
                                                       QStringView offset = {});
/// ISO 8601 as XMP and QuickTime write it: a date from the year alone to fractions of a second, with or without a zone.
[[nodiscard]] std::optional<CaptureTime> parseIsoTime(QStringView text);
/// `+05:30`, `-0800`, `+2`, `Z` as minutes; nothing for what no place on Earth uses.
[[nodiscard]] std::optional<int> parseOffset(QStringView text);

/// The offset that makes a wall time and a GPS time (UTC, possibly some minutes old) the same moment; nothing where
/// they are not a real zone apart.
[[nodiscard]] std::optional<int> offsetFromGps(qint64 wallMs, qint64 gpsMs);

/// Whether a camera may have meant it: not the zero of some calendar, not before photography, not after tomorrow.
[[nodiscard]] bool isPlausible(const CaptureTime &time, qint64 nowMs);

} // namespace kinframe::media
