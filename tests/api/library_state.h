// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace kinframe::test {

/// Asks again and again until it is so; false after minutes, when something hangs.
[[nodiscard]] bool waitUntil(const std::function<bool()> &isSo);

/// Until nothing is imported, processed, looked at or sorted any more.
[[nodiscard]] bool waitUntilIdle(const HttpClient &client);
/// The photo once its people are known or it has failed; empty where that never comes.
[[nodiscard]] QJsonObject waitForPhoto(const HttpClient &client, const QString &id);

/// Imports files and folders of this computer and waits until all of them are looked at; the import's last state.
[[nodiscard]] QJsonObject importAndWait(const HttpClient &client, const QStringList &paths, bool inPlace = false);
/// What could not be taken, in the order of paths: `{"path", "message", …}`.
[[nodiscard]] QJsonArray failuresOf(const HttpClient &client, const QString &importId);

/// The id that a file gets in the library of the computer's owner.
[[nodiscard]] QString ownerAssetId(const QByteArray &bytes);

/// `api.get(path)` as objects of the list `field`, over all pages.
[[nodiscard]] QList<QJsonObject> allItems(const HttpClient &client, const QString &path, const QString &field);

} // namespace kinframe::test
