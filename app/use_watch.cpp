// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/use_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace kinframe::app {

UseWatch::UseWatch(std::chrono::milliseconds rest)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT changed(false); });
    QCoreApplication::instance()->installEventFilter(this);
}

bool UseWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::Wheel: {
        const bool wasActive = m_rest.isActive();
        m_rest.start();
        if (!wasActive) {
            Q_EMIT changed(true);
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kinframe::app
