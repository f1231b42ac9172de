// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"

#include <QByteArray>

#include <functional>
#include <stop_token>
#include <vector>

namespace kinframe::library {

enum class Removal {
    ToTrash,
    ForGood,   ///< also of what lies in the trash
    FromTrash, ///< back into the library
};

/// Does that with many photos of a user in one write; one outcome for each, in order: NotFound where the user has no
/// photo with those bytes in that state. Fails as a whole, with nothing done, only where the database fails or `stop`
/// asks (Canceled).
[[nodiscard]] Result<std::vector<Result<void>>>
removeMany(const Services &services, qint64 ownerId, const std::vector<QByteArray> &sha256s, Removal removal,
           const std::function<void(qint64 done, qint64 total)> &progress, const std::stop_token &stop);

} // namespace kinframe::library
