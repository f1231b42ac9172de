// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/ask_on.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace kinframe::ui {

/// Threads for what waits for servers: on the context's own that would keep everything else waiting. GUI thread.
class WaitingWork : public QObject
{
    Q_OBJECT

public:
    explicit WaitingWork(QObject *parent = nullptr);
    /// Stops what runs and waits for it; the answers are dropped.
    ~WaitingWork() override;

    /// Runs `work(stop token) -> Result<T>`, then `done(Result<T>)` on the GUI thread, unless `owner` is gone or `stop`
    /// was asked for by then.
    template <typename Work, typename Done>
    void ask(const QObject *owner, Work work, Done done, std::stop_source stop = std::stop_source())
    {
        const std::stop_token token = stop.get_token();
        auto end = [stop = std::move(stop)]() mutable { stop.request_stop(); };
        askOn(
            m_pool, this, owner,
            [work = std::move(work), token,
             onEnd = std::make_shared<std::stop_callback<decltype(end)>>(m_stop.get_token(), end)]() mutable {
                return work(token);
            },
            std::move(done), token);
    }
    /// Runs it to its end, also when this goes.
    void start(std::function<void()> work) { m_pool.start(std::move(work)); }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace kinframe::ui
