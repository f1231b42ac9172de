// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "render/files/s3_calls.h"

namespace kinframe::render {

/// Files above this are put in parts of some 16 MB.
constexpr qint64 multipartAbove = 100'000'000;

/// Puts a file under a key, from the disk: what is in memory of it at once are pages of the system. The file does not
/// change meanwhile. StoreFailed, disk errors, Canceled; nothing is left in the store then.
[[nodiscard]] Result<void> putObject(const S3Calls &calls, const QString &key, const QString &path,
                                     const Digests &digests, const std::stop_token &stop,
                                     qint64 partsAbove = multipartAbove);

} // namespace kinframe::render
