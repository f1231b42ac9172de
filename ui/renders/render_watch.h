// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// Hears for an object of renders what happens in the library and passes it on a few times a second, however many
/// frames end in that time. GUI thread.
class RenderWatch : public QObject
{
    Q_OBJECT

public:
    /// `owner` is an object of the engine.
    explicit RenderWatch(QObject *owner);

    /// Whether new photos matter: they do while a rendered frame has no picture yet.
    void setAwaitingPictures(bool isAwaiting) { m_isAwaiting = isAwaiting; }

    /// These tasks have changed; `pictures`: some photo came or was read.
    Q_SIGNAL void changed(const QSet<qint64> &tasks, bool pictures);

private:
    void hear(const std::vector<Event> &events);
    void tell();

    QTimer m_later;
    QSet<qint64> m_tasks;
    bool m_isAwaiting = false;
    bool m_hasPictures = false;
};

} // namespace kinframe::ui
