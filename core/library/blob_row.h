// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "storage/transaction.h"

namespace kinframe::library {

/// The row id of the blob with these digests, made where there is none; `stored`: its bytes lie in the blob store.
/// Throws SqlError.
[[nodiscard]] qint64 ensureBlob(storage::Transaction &transaction, const Digests &digests, bool stored);

} // namespace kinframe::library
