// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace kinframe::test {

/// The fields of an upload in the order in which they are sent; `assetData` and `sidecarData` are files.
using FormFields = QList<std::pair<QByteArray, QByteArray>>;

/// The Content-Type of immichForm().
[[nodiscard]] QByteArray immichFormType();
[[nodiscard]] QByteArray immichForm(const FormFields &fields, const QByteArray &fileName = "picture.jpg");

/// As clients of Immich send a picture.
[[nodiscard]] FormFields uploadFields(const QByteArray &bytes, const QByteArray &name);
[[nodiscard]] HttpAnswer sendForm(const HttpClient &client, const FormFields &fields,
                                  const QByteArray &fileName = "picture.jpg");

[[nodiscard]] QByteArray sha1Of(const QByteArray &bytes);
/// The `id` of an answer.
[[nodiscard]] QString idOf(const HttpAnswer &answer);

} // namespace kinframe::test
