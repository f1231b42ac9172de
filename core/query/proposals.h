// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <QStringList>

namespace kinframe::query {

/// So many are offered; who wants others writes on.
constexpr qsizetype mostProposals = 20;

/// Names of properties that go on as `written` begins, then those that have it within: those that are built in, then
/// those that somebody gave to an image of the owner. Throws SqlError.
[[nodiscard]] QStringList proposedProperties(storage::Connection &connection, qint64 ownerId, const QString &written);

/// Texts that images of the owner have for a property (`tags`, `people` and `albums` too), in the same way. Throws
/// SqlError.
[[nodiscard]] QStringList proposedValues(storage::Connection &connection, qint64 ownerId, const QString &property,
                                         const QString &written);

} // namespace kinframe::query
