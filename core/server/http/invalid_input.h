// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

namespace kinframe::http {

/// InvalidArgument about a field of a request, with the first 80 characters of what came.
[[nodiscard]] Failure invalidInput(const QString &field, QByteArrayView value, const QString &expected);

} // namespace kinframe::http
