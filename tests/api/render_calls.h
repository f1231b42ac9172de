// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QList>

#include <utility>

namespace kinframe::test {

using FormFields = QList<std::pair<QByteArray, QByteArray>>;

/// `POST /api/files/upload` of one file with further text fields.
[[nodiscard]] HttpAnswer putFile(const HttpClient &client, const QByteArray &bytes, const FormFields &fields = {},
                                 const QString &name = QStringLiteral("wolf.ma"));
/// The `data` of an answer in the envelope.
[[nodiscard]] QJsonObject dataOf(const HttpAnswer &answer);
/// The names of the fields that an error is about.
[[nodiscard]] QStringList wrongFieldsOf(const HttpAnswer &answer);
[[nodiscard]] QByteArray md5Of(const QByteArray &bytes);
/// Bytes that no compression makes smaller, the same each time.
[[nodiscard]] QByteArray madeBytes(int size, int seed);

/// Begins an upload in pieces; its path on the server, empty where that was refused.
[[nodiscard]] QString beginTus(const HttpClient &client, qint64 size, const QByteArray &metadata = {});
/// `PATCH` with those bytes at that place; `more` are whole header lines.
[[nodiscard]] HttpAnswer sendPiece(const HttpClient &client, const QString &upload, qint64 offset,
                                   const QByteArray &bytes, const QList<QByteArray> &more = {});
/// The Upload-Offset that `HEAD` answers; -1 where it does not.
[[nodiscard]] qint64 offsetOf(const HttpClient &client, const QString &upload);

} // namespace kinframe::test
