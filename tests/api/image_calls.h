// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace kinframe::test {

struct ImageFile
{
    QString name;
    QByteArray bytes;
    QByteArray metadata = {}; ///< JSON; empty: none is sent
};

/// `PUT /api/images`; `fields` are further text fields of the form, name and value.
[[nodiscard]] HttpAnswer putImages(const HttpClient &client, const QList<ImageFile> &files,
                                   const QList<std::pair<QByteArray, QByteArray>> &fields = {});
/// One made picture of that number with that metadata; its hash.
[[nodiscard]] QString putMade(const HttpClient &client, int number, const QJsonObject &metadata = {});

[[nodiscard]] QString imagePath(const QString &hash, const QString &tail = {});
/// The `metadata` of its record.
[[nodiscard]] QJsonObject metadataOf(const HttpClient &client, const QString &hash);
/// The `error` of an answer in the image door's shape.
[[nodiscard]] QJsonObject errorOf(const HttpAnswer &answer);

/// The hashes of `GET /api/images?…` in their order; the query as it is to stand in the URL.
[[nodiscard]] QStringList hashesOf(const HttpAnswer &answer);

} // namespace kinframe::test
