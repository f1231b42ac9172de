// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"
#include "ui/base/context.h"
#include "ui/renders/render_reads.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QSet>
#include <qqml.h>

#include <memory>
#include <unordered_map>

namespace kinframe::ui {

/// Shows the renders that run among all that runs for long, and says when one has ended. GUI thread.
class RenderProgress : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)

public:
    explicit RenderProgress(QObject *parent = nullptr);
    ~RenderProgress() override;

    void classBegin() override {}
    void componentComplete() override;

    /// A render is done or has failed, in a sentence. One that was cancelled is not told of: who did that knows.
    Q_SIGNAL void ended(int task, const QString &text, bool isFailed);
    /// It could not be cancelled: why, and what to do.
    Q_SIGNAL void wentWrong(const QString &text);

private:
    struct Line;
    void look(const QSet<qint64> &tasks);
    void take(const RenderView &view);
    void follow(const RenderView &view);
    void tellEnd(const RenderView &view);
    void cancel(qint64 task);

    Context *m_context = nullptr;
    std::unordered_map<qint64, ScopedTask> m_running;
    QSet<qint64> m_ended; ///< that were told of
    qint64 m_since = 0;   ///< ms since 1970: what ended before is no news
    QSet<qint64> m_next;  ///< to be looked at once what is being looked at has come
    bool m_isLooking = false;
    std::shared_ptr<Line> m_line; ///< for whoever cancels from another thread
};

} // namespace kinframe::ui
