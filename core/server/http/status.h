// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

namespace kinframe::http {

/// The status that a failure is answered with where its door does not say otherwise.
[[nodiscard]] int statusOf(ErrorKind kind);
[[nodiscard]] inline int statusOf(const Error &error)
{
    return statusOf(error.kind());
}

/// `Not Found` for 404; empty for a status that has no name.
[[nodiscard]] QByteArrayView reasonOf(int status);

} // namespace kinframe::http
