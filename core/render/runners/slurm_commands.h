// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/slurm_calls.h"

#include <QObject>
#include <QProcess>

#include <deque>
#include <functional>

namespace kinframe::render {

/// How a command of Slurm ended.
struct SlurmAnswer
{
    bool isDone = false;  ///< it ended with 0
    bool isAway = false;  ///< the controller did not answer, or the command was stopped: what it did is not known
    bool hasBegun = true; ///< false: there is no such program, or it cannot be run
    QByteArray output;
    QString error; ///< what it said about that
};

/// Runs commands of Slurm, so many at once, the others after them; each has its time, for they wait nine seconds and
/// more for a controller that is away. On the thread it lives on, which it never keeps waiting.
class SlurmCommands : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const SlurmAnswer &)>;

    SlurmCommands(SlurmSettings settings, int atOnce, QObject *parent);
    /// What runs is ended, and its `then` not called.
    ~SlurmCommands() override;

    void run(const SlurmCall &call, Then then);
    [[nodiscard]] bool isIdle() const { return m_running == 0 && m_waiting.empty(); }

private:
    struct Waiting
    {
        SlurmCall call;
        Then then;
    };

    void runMore();
    void begin(const Waiting &next);

    SlurmSettings m_settings;
    int m_atOnce;
    int m_running = 0;
    std::deque<Waiting> m_waiting;
};

/// The same for whoever may wait for it.
[[nodiscard]] SlurmAnswer runSlurm(const SlurmSettings &settings, const SlurmCall &call);

} // namespace kinframe::render
