// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace kinframe::server {

/// The names of a JSON object's members in the order in which they stand in the text, each once; QJsonObject sorts
/// them. The text is a whole JSON object that has been read without an error.
[[nodiscard]] QStringList memberNames(QByteArrayView object);

} // namespace kinframe::server
