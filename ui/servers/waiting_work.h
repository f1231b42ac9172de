// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
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
        const std::stop_token all = m_stop.get_token();
        m_pool.start([this, owner = QPointer<const QObject>(owner), work = std::move(work), done = std::move(done),
                      stop = std::move(stop), all]() mutable {
            const std::stop_callback onEnd(all, [&stop] { stop.request_stop(); });
            if (stop.stop_requested()) {
                return;
            }
            auto outcome = std::make_shared<decltype(work(stop.get_token()))>(work(stop.get_token()));
            QMetaObject::invokeMethod(
                this,
                [owner, outcome, done = std::move(done), token = stop.get_token()]() mutable {
                    if (owner && !token.stop_requested()) {
                        done(std::move(*outcome));
                    }
                },
                Qt::QueuedConnection);
        });
    }
    /// Runs it to its end, also when this goes.
    void start(std::function<void()> work) { m_pool.start(std::move(work)); }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace kinframe::ui
