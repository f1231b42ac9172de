// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"

#include <QThreadPool>

namespace kinframe::ui {

/// Threads for what waits for other computers, for as long as they take: on the context's own that would keep
/// everything else waiting. One for each context, which ends with it. GUI thread.
class SlowWork : public QObject
{
    Q_OBJECT

public:
    static SlowWork &of(Context &context);
    /// Waits for what runs; the answers are dropped.
    ~SlowWork() override;

    /// Runs `work() -> Result<T>`, then `done(Result<T>)` on the GUI thread, unless `owner` is gone by then.
    template <typename Work, typename Done>
    void ask(const QObject *owner, Work work, Done done)
    {
        m_pool.start(
            [this, owner = QPointer<const QObject>(owner), work = std::move(work), done = std::move(done)]() mutable {
                auto outcome = std::make_shared<decltype(work())>(work());
                QMetaObject::invokeMethod(
                    this,
                    [owner, outcome, done = std::move(done)]() mutable {
                        if (owner) {
                            done(std::move(*outcome));
                        }
                    },
                    Qt::QueuedConnection);
            });
    }

private:
    explicit SlowWork(Context &context);

    QThreadPool m_pool;
};

} // namespace kinframe::ui
