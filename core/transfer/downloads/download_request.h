// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/downloads/download_rows.h"

namespace kinframe::transfer {

class DownloadSources;

/// What somebody asked for, checked and ready to be stored.
struct PreparedDownload
{
    DownloadRow row; ///< its taskId without the server's name
    HttpHeaders secretHeaders;
};

/// InvalidArgument and MissingField with the field; NotFound for a server that nobody knows.
[[nodiscard]] Result<PreparedDownload> prepareDownload(const NewDownload &wanted, DownloadSources *sources);

/// Not a header: among the secret ones, the query of an address that says a key in it.
inline constexpr char queryHeader[] = "?";

/// The taskId where another server's task has it: with the name of the queue.
[[nodiscard]] QString taskIdAt(const DownloadTask &task);

/// As base64 or in hex, SHA-1 or SHA-256; told apart by their lengths.
[[nodiscard]] std::optional<Checksum> checksumFrom(const QString &text);
/// What an answer's head says of the bytes: `Repr-Digest` or `Digest`.
[[nodiscard]] Checksum checksumFrom(const HttpHead &head);
/// The name that a server gives the file, made safe; empty where it gives none.
[[nodiscard]] QString filenameFrom(const HttpHead &head);
/// The last part of an address, made safe; empty where there is none.
[[nodiscard]] QString filenameFrom(const QUrl &url);

} // namespace kinframe::transfer
