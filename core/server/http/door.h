// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "server/http/reply.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace kinframe::http {

/// What the shape of an error answer may depend on.
struct ErrorContext
{
    int status = 500; ///< what the gate or statusOf() says; a shape may answer with another
    Language language = Language::English;
    QString requestId = {};
    QByteArray method = {};
    QByteArray path = {}; ///< encoded
};

/// Makes the answer to a failure look as one API's clients expect it. Any thread.
using ErrorShape = std::function<Reply(const Error &, const ErrorContext &)>;

/// One of the APIs that stand over the library: how it speaks.
struct Door
{
    Language language = Language::English; ///< where Accept-Language names none of ours
    ErrorShape shape = {};
    /// Paths: it answers also for what is under one of these, `/api/tasks`, and no call of anybody's.
    std::vector<QByteArray> prefixes = {};
};

/// `{"message", "error", "statusCode", "correlationId"}`
[[nodiscard]] Reply plainError(const Error &error, const ErrorContext &context);
/// Speaks English and answers with plainError.
[[nodiscard]] const Door &plainDoor();

} // namespace kinframe::http
