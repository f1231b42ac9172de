// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QThreadPool>
#include <qqml.h>

#include <stop_token>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Context;

/// Rendered sequences on their way out of the library as videos. What is being made shows among what runs and can be
/// stopped there. One for the engine. GUI thread.
class VideoActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    /// Without a context (tests of views) nothing is done.
    explicit VideoActs(Context *context, QObject *parent = nullptr);
    /// Stops what still runs, and waits for it.
    ~VideoActs() override;
    static VideoActs *create(QQmlEngine *engine, QJSEngine *);

    /// The rendered frames of an ended task as an MP4 at that whole path, so many of them a second. A file that has the
    /// name is replaced only where `replaces` says so. Answered by `saved` or `wentWrong`, by neither where it was
    /// stopped.
    Q_INVOKABLE void save(int task, const QString &path, int frameRate, bool replaces);

    /// A sentence, and where the video is.
    Q_SIGNAL void saved(const QString &text, const QString &path);
    /// What went wrong and what to do.
    Q_SIGNAL void wentWrong(const QString &text);

private:
    void finish(const QString &path, const Result<bool> &outcome);

    Context *m_context;
    QThreadPool m_pool; ///< one thread: making a video takes all processors
    std::stop_source m_stop;
};

} // namespace kinframe::ui
