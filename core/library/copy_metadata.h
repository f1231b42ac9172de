// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// Says of a photo what people said of another one: its tags besides its own, what somebody has set there, and a
/// description, a rating and a place where it has none itself. Whether it is a favourite is left. Called inside a
/// write. TooMany or TooLarge where the record would grow too large. Throws SqlError.
[[nodiscard]] Result<void> copyMetadata(storage::Transaction &transaction, const Services &services, const Asset &from,
                                        const Asset &to);

} // namespace kinframe::library
