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

/// Who may be others than they were.
struct PeopleChange
{
    bool isEveryone = false; ///< anybody: all faces were sorted anew, or photos came and went
    QSet<QUuid> people;

    [[nodiscard]] bool concerns(const QUuid &person) const { return isEveryone || people.contains(person); }
};

/// Hears for a model of people what happens in the library, and passes it on: at once where it is about people, now and
/// then where it is about photos, of which an import brings hundreds a second. GUI thread.
class PeopleWatch : public QObject
{
    Q_OBJECT

public:
    /// `owner` is an object of the engine.
    explicit PeopleWatch(QObject *owner);

    Q_SIGNAL void changed(const kinframe::ui::PeopleChange &change);

private:
    void hear(const std::vector<Event> &events);

    QTimer m_photosChanged;
};

} // namespace kinframe::ui
