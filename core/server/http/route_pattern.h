// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <vector>

namespace kinframe::http {

/// `/api/person/{id}/assets`: literal segments, and arguments that each stand for one whole, non-empty segment.
class RoutePattern
{
public:
    struct Segment
    {
        QByteArray text; ///< the literal, or the argument's name
        bool isArgument = false;
    };

    /// InvalidArgument for a pattern without a first slash, with an empty segment, a bad or a doubled name.
    [[nodiscard]] static Result<RoutePattern> parse(QByteArrayView pattern);

    [[nodiscard]] const std::vector<Segment> &segments() const { return m_segments; }
    [[nodiscard]] std::vector<QByteArray> argumentNames() const;

private:
    std::vector<Segment> m_segments;
};

/// A path cut at its slashes while still encoded, then decoded: %2F stays a character of its segment.
class RoutePath
{
public:
    /// Without the query; the result must not outlive it. One last slash is dropped. InvalidArgument (field `path`) for
    /// a path without a first slash, a bad %, a NUL, text that is not UTF-8, a segment `.` or `..`, more than 64
    /// segments.
    [[nodiscard]] static Result<RoutePath> parse(QByteArrayView encoded);

    /// Decoded UTF-8; views of the path that was parsed, or of what is kept here. May hold empty ones, which match
    /// nothing.
    QVarLengthArray<QByteArrayView, 16> segments;

private:
    std::vector<QByteArray> m_decoded;
};

} // namespace kinframe::http
