// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/files.h"
#include "render/files/s3_calls.h"

#include <optional>

namespace kinframe::transfer {
class FileDownloader;
}

namespace kinframe::render {

/// Which object store there is, kept as a setting of the library; the secret lies in a file of its own (mode 0600), as
/// the other secrets do. Every call from any thread but the writer's, none on the GUI thread.
class StoreChoice
{
public:
    struct Parts
    {
        Files &files;
        transfer::HttpClient &client;
        transfer::FileDownloader &downloader;
        QString secretPath; ///< `<data>/objects.key`
    };
    /// All of the parts outlive it.
    explicit StoreChoice(const Parts &parts);

    /// What is set; nothing: the folder of objects.
    [[nodiscard]] Result<std::optional<S3Settings>> current() const;
    /// Has the files use what is set.
    [[nodiscard]] Result<void> apply();
    /// Sets it where the bucket can be used (StoreFailed else) and uses it. An empty secret leaves the one that is set.
    [[nodiscard]] Result<void> choose(std::optional<S3Settings> settings);

private:
    [[nodiscard]] Result<void> keep(const std::optional<S3Settings> &settings);

    Parts m_parts;
};

} // namespace kinframe::render
