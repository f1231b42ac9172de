// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonValue>
#include <QString>

namespace kinframe::render {

/// MissingField where the value is undefined, else InvalidArgument with the first 80 characters of it.
[[nodiscard]] Failure wrongField(const QString &field, const QJsonValue &value, const QString &expected);

} // namespace kinframe::render
