// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace kinframe::app {

/// Whether somebody works in the window: keys and mouse of the program, and a while after them. GUI thread.
class UseWatch : public QObject
{
    Q_OBJECT

public:
    explicit UseWatch(std::chrono::milliseconds rest = std::chrono::minutes(2));

    Q_SIGNAL void changed(bool isInUse);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_rest;
};

} // namespace kinframe::app
