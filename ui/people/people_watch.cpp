// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_watch.h"

#include "ui/base/context.h"
#include "ui/people/people_acts.h"

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto photosGathered = 2s;

} // namespace

PeopleWatch::PeopleWatch(QObject *owner)
    : QObject(owner)
{
    m_photosChanged.setSingleShot(true);
    m_photosChanged.setInterval(photosGathered);
    connect(&m_photosChanged, &QTimer::timeout, this, [this] { Q_EMIT changed({true, {}}); });
    if (Context *context = Context::of(owner)) {
        connect(context, &Context::happened, this, &PeopleWatch::hear);
    }
    // What was done in this window is seen at once, before the library tells of it.
    if (const PeopleActs *acts = PeopleActs::of(owner)) {
        connect(acts, &PeopleActs::acted, this, [this](const QSet<QUuid> &people) { Q_EMIT changed({false, people}); });
    }
}

void PeopleWatch::hear(const std::vector<Event> &events)
{
    PeopleChange change;
    bool havePhotos = false;
    for (const Event &event : events) {
        if (event.type == QLatin1String("person.changed")) {
            change.isEveryone = change.isEveryone || event.id.isNull();
            change.people.insert(event.id);
        }
        havePhotos = havePhotos || event.type.startsWith(QLatin1String("asset."));
    }
    if (havePhotos && !m_photosChanged.isActive()) {
        m_photosChanged.start();
    }
    if (change.isEveryone || !change.people.isEmpty()) {
        Q_EMIT changed(change);
    }
}

} // namespace kinframe::ui
