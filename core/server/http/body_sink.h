// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"
#include "server/http/head.h"
#include "server/http/refusal.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kinframe::http {

/// Where a route has the bytes of a body go as they come, so that what has come is not lost with its connection. Used
/// by one thread at a time; dropped without end() where the connection breaks.
class BodySink
{
public:
    virtual ~BodySink() = default;

    [[nodiscard]] virtual Result<void> add(QByteArrayView bytes) = 0;
    /// The body has come whole.
    [[nodiscard]] virtual Result<void> end() = 0;
};

/// What is known of a request before its body.
struct BodyStart
{
    const Head &head;
    const std::vector<QString> &arguments; ///< of the path, in their order
    const std::optional<accounts::Principal> &principal;
};

/// Opens the sink for a body, or refuses the request before a byte of it is read. On a network thread: returns within a
/// few milliseconds.
using BodyOpener = std::function<Admitted<std::shared_ptr<BodySink>>(const BodyStart &)>;

} // namespace kinframe::http
