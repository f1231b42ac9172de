// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/ask_on.h"
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
        askOn(m_pool, this, owner, std::move(work), std::move(done));
    }

private:
    explicit SlowWork(Context &context);

    QThreadPool m_pool;
};

} // namespace kinframe::ui
