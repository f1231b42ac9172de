// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/album_watch.h"

#include "ui/base/context.h"

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto photosGathered = 2s;

} // namespace

AlbumWatch::AlbumWatch(QObject *owner)
    : QObject(owner)
{
    m_photosChanged.setSingleShot(true);
    m_photosChanged.setInterval(photosGathered);
    connect(&m_photosChanged, &QTimer::timeout, this, &AlbumWatch::photosChanged);
    if (Context *context = Context::of(owner)) {
        connect(context, &Context::happened, this, &AlbumWatch::hear);
    }
}

void AlbumWatch::hear(const std::vector<Event> &events)
{
    QSet<QUuid> albums;
    bool havePhotos = false;
    for (const Event &event : events) {
        if (event.type == "album.changed"_L1) {
            albums.insert(event.id);
        }
        havePhotos = havePhotos || event.type.startsWith("asset."_L1);
    }
    if (havePhotos && !m_photosChanged.isActive()) {
        m_photosChanged.start();
    }
    if (!albums.isEmpty()) {
        Q_EMIT albumsChanged(albums);
    }
}

} // namespace kinframe::ui
