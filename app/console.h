// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonValue>
#include <QString>

namespace kinframe::app {

/// Exit codes of the command line.
enum ExitCode { Done = 0, Failed = 1, WrongUse = 2 };

void printLine(const QString &text);    ///< to stdout
void printError(const QString &text);   ///< to stderr, as `kinframe: …`
int fail(const Error &error);           ///< says it in the person's language; gives Failed
void printJson(const QJsonValue &json); ///< to stdout, indented

/// `12.3 MB`
[[nodiscard]] QString sizeText(qint64 bytes);

/// A bar on the terminal while something long runs; on a pipe, a line now and then. Gone when it ends.
class ProgressBar
{
public:
    explicit ProgressBar(QString what);
    ~ProgressBar();
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    /// `total` -1: not known.
    void show(const QString &what, qint64 done, qint64 total, std::optional<double> secondsLeft = {});
    /// The same of a file that comes: `2.4 MB / 3.7 MB (65 %)`.
    void showBytes(const QString &what, qint64 bytes, qint64 total);
    /// Leaves the line to others, until it is shown again.
    void clear();

private:
    [[nodiscard]] bool isTime();
    void show(const QString &text);
    QString m_what;
    bool m_isTerminal;
    qint64 m_lastShown = 0;
    bool m_isShown = false;
};

} // namespace kinframe::app
