// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/head.h"
#include "server/http/limits.h"
#include "server/http/refusal.h"

#include <QByteArrayView>

#include <optional>

namespace kinframe::http {

/// The method without a new allocation where it is one of the usual.
[[nodiscard]] QByteArray methodName(QByteArrayView text);

/// What the parser lets pass and we do not: unknown methods and transfer encodings, lengths given twice, a missing or
/// doubled Host, unknown expectations. Splits `target` into the head's path and query.
[[nodiscard]] std::optional<Refusal> checkHead(Head &head, QByteArrayView target, const Limits &limits);

} // namespace kinframe::http
