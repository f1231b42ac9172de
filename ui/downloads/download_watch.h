// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <vector>

namespace kinframe::ui {

class Context;

/// What happened to downloads, gathered for a moment: a page that shows thousands is not to read all the time. GUI
/// thread.
class DownloadWatch : public QObject
{
    Q_OBJECT

public:
    struct Amount
    {
        qint64 received = 0;
        qint64 total = -1;
    };
    struct Changes
    {
        QHash<QString, Amount> progress; ///< by task
        QSet<QString> tasks;             ///< whose status changed
        QStringList files;               ///< that became complete
        bool isMany = false;             ///< also others than these
    };

    DownloadWatch(Context *context, QObject *parent);
    /// How long it gathers.
    void setPace(std::chrono::milliseconds pace) { m_later.setInterval(pace); }

    Q_SIGNAL void changed(const kinframe::ui::DownloadWatch::Changes &changes);

private:
    void hear(const std::vector<Event> &events);

    Changes m_changes;
    QTimer m_later;
};

} // namespace kinframe::ui
