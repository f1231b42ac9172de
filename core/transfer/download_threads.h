// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/file_settler.h"
#include "transfer/serial_thread.h"

namespace kinframe::transfer {

/// What the downloads of one FileDownloader share: one thread decides and writes, one hashes, one waits for the disk.
struct DownloadThreads
{
    SerialThread disk;
    SerialThread hash;
    FileSettler settler;
};

} // namespace kinframe::transfer
