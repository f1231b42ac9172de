// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <vector>

namespace kinframe::ui {

/// Hears for what shows albums what happens in the library, and passes it on: at once where it is about albums, now and
/// then where it is about photos, of which an import brings hundreds a second. GUI thread.
class AlbumWatch : public QObject
{
    Q_OBJECT

public:
    /// `owner` is an object of the engine.
    explicit AlbumWatch(QObject *owner);

    Q_SIGNAL void albumsChanged(const QSet<QUuid> &albums);
    /// Any album may show other photos, or another number of them.
    Q_SIGNAL void photosChanged();

private:
    void hear(const std::vector<Event> &events);

    QTimer m_photosChanged;
};

} // namespace kinframe::ui
