// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace kinframe::http {

/// Why the gate does not let a request through to its handler.
struct Refusal
{
    int status = 400;
    Error error = {};
    QByteArray allow = {};  ///< of a 405
    int retryAfter = 0;     ///< seconds, of a 429 or 503
    int route = -1;         ///< where the path is known: its door says how the error looks
    bool mustClose = false; ///< what follows on this connection cannot be told from the rest of this request
};

template <typename T>
using Admitted = tl::expected<T, Refusal>;

} // namespace kinframe::http
