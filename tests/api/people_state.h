// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QString>
#include <QStringList>

namespace kinframe::test {

/// Everything that a user's library says of people: who there is, with all their details, and whose each face is in
/// each photo. Without the times of changes, so that the same state is the same value.
[[nodiscard]] QJsonObject peopleState(const HttpClient &client, const QStringList &photos);

/// The faces in a photo, from left to right, as `GET /api/asset/{id}` has them.
[[nodiscard]] QList<QJsonObject> facesIn(const HttpClient &client, const QString &photo);
/// Whose the one face in a photo is, or the n-th from the left.
[[nodiscard]] QString personIn(const HttpClient &client, const QString &photo, qsizetype face = 0);
/// The ids of a person's faces.
[[nodiscard]] QStringList facesOf(const HttpClient &client, const QString &person);
/// The ids of a person's photos.
[[nodiscard]] QStringList photosOf(const HttpClient &client, const QString &person);
[[nodiscard]] QJsonObject personOf(const HttpClient &client, const QString &id);

} // namespace kinframe::test
