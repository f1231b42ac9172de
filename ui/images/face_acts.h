// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/engine/geometry.h"
#include "ui/base/services.h"

#include <QString>
#include <QUuid>

#include <vector>

namespace kinframe::ui {

// What people do with the faces of one photo. Each gives the ids of the acts in the history that it is made of, in
// order. On a thread that may wait.

using Acts = std::vector<QUuid>;

/// Says who it is, by name or, where `person` is not null, by id. An unnamed group as a whole gets the name, or becomes
/// the known person of that name; out of somebody who has a name the face alone moves.
[[nodiscard]] Result<Acts> nameFace(const Services &services, qint64 userId, const QUuid &face, const QString &name,
                                    const QUuid &person);
[[nodiscard]] Result<Acts> drawFace(const Services &services, qint64 userId, const QUuid &asset, const faces::Box &box,
                                    const QString &name, const QUuid &person);
/// The same face in another box.
[[nodiscard]] Result<Acts> reshapeFace(const Services &services, qint64 userId, const QUuid &face,
                                       const faces::Box &box);
[[nodiscard]] Result<Acts> dismissFace(const Services &services, qint64 userId, const QUuid &face);

/// Takes acts back, the last one first; does them again, the first one first.
[[nodiscard]] Result<void> undoActs(const Services &services, qint64 userId, const Acts &acts);
[[nodiscard]] Result<void> redoActs(const Services &services, qint64 userId, const Acts &acts);

} // namespace kinframe::ui
