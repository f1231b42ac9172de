// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <thread>

namespace kinframe::ui {

/// Measures how long the GUI thread leaves others waiting: another thread asks it for a sign of life again and again.
/// Made and destroyed on the GUI thread.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    /// The report goes to `file` when the watch ends, and whenever a longer stall was seen; empty: nowhere.
    explicit StallWatch(QString file, QObject *parent = nullptr);
    ~StallWatch() override;

    /// The window stands: what was seen until now is reported apart, as `startMs`.
    void startIsOver();

    /// So far, in ms; since the start where that is over.
    [[nodiscard]] double longestMs() const { return double(m_longestNs) / 1e6; }
    /// How often it was asked.
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void watch(const std::stop_token &stop);
    void note(qint64 ns);
    void report() const;

    QString m_file;
    std::atomic<qint64> m_longestNs = 0;
    std::atomic<qint64> m_startNs = 0;
    std::atomic<qint64> m_over50 = 0;
    std::atomic<qint64> m_count = 0;
    std::atomic<qint64> m_answered = 0; ///< the number of the last sign of life
    std::jthread m_thread;              ///< last: it uses the rest
};

} // namespace kinframe::ui
