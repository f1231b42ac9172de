// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kinframe::render {

// What the worker writes into the log between the lines of the renderers, so that the log alone tells whose they are.

struct LogMark
{
    enum class Kind { Started, GoesOn, Ended };

    Kind kind = Kind::Started;
    int command = 0;
    int exitCode = 0; ///< -1 where a signal ended it
    int signal = 0;
    double seconds = 0; ///< of Ended: how long it ran, without pauses
};

/// A line, with its end.
[[nodiscard]] QByteArray lineOf(const LogMark &mark);
/// Nothing where the line is a renderer's.
[[nodiscard]] std::optional<LogMark> logMarkFrom(QByteArrayView line);
/// A line of a renderer that looks like a mark, so that it does not.
[[nodiscard]] bool looksLikeMark(QByteArrayView line);
/// Says that nothing more is kept of what renderers write, but what tells of frames.
[[nodiscard]] QByteArray cutLine(qint64 limit);

} // namespace kinframe::render
