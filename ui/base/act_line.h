// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"

#include <QObject>

#include <deque>
#include <functional>
#include <stop_token>

namespace kinframe::ui {

/// Acts that are done one after the other, in the order in which they were asked for. GUI thread.
class ActLine : public QObject
{
    Q_OBJECT

public:
    /// Without a context nothing is done. It outlives this.
    explicit ActLine(Context *context, QObject *parent = nullptr);
    /// Stops what runs; nobody is told any more.
    ~ActLine() override;

    [[nodiscard]] bool isBusy() const { return !m_acts.empty(); }
    /// Runs `work(const std::stop_source &) -> Result<T>` on another thread when its turn has come, then
    /// `over(Result<T>)`. What is added meanwhile, since that has led to it, comes before all that waits: an act that
    /// nobody wanted any more is taken back before the next one builds on it.
    template <typename Work, typename Over>
    void add(Work work, Over over)
    {
        insert([this, work = std::move(work), over = std::move(over)] {
            m_context->ask(
                this, [work, stop = m_stop] { return work(stop); },
                [this, over](const auto &outcome) {
                    m_isOver = true;
                    over(outcome);
                    goOn();
                });
        });
    }

    Q_SIGNAL void busyChanged();

private:
    void insert(std::function<void()> act);
    void begin();
    void goOn();

    Context *m_context;
    std::deque<std::function<void()>> m_acts; ///< the first of them runs
    std::stop_source m_stop;                  ///< of that one
    bool m_isOver = false;                    ///< it has come to its end, which is being told
    size_t m_ledTo = 0;                       ///< how many that has led to
};

} // namespace kinframe::ui
