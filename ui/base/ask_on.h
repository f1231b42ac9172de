// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <stop_token>

namespace kinframe::ui {

/// Runs `work() -> Result<T>` on the pool, then `done(Result<T>)` on the thread of `receiver`, unless `owner` is gone
/// or `stop` was asked for by then. `done` is destroyed there, too, whether it was called or not. `receiver` outlives
/// what the pool does.
template <typename Work, typename Done>
void askOn(QThreadPool &pool, QObject *receiver, const QObject *owner, Work work, Done done,
           const std::stop_token &stop = {})
{
    pool.start([receiver, owner = QPointer<const QObject>(owner), work = std::move(work),
                done = std::make_shared<Done>(std::move(done)), stop]() mutable {
        auto outcome = std::make_shared<std::optional<decltype(work())>>();
        if (!stop.stop_requested()) {
            outcome->emplace(work());
        }
        QMetaObject::invokeMethod(
            receiver,
            [owner, outcome, done = std::move(done), stop]() mutable {
                if (owner && !stop.stop_requested()) {
                    (*done)(std::move(**outcome));
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace kinframe::ui
