// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/import_run.h"

namespace kinframe::library {

/// The kind of job that takes files and folders in.
inline constexpr char16_t importKind[] = u"import";

/// Walks what a person gave and hands every file to the importer, several at a time since each waits for the disk. Run
/// again after a crash, it finds what is in already and goes on.
class ImportJob
{
public:
    explicit ImportJob(const Services &services);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);
    /// The failure hook of the kind.
    [[nodiscard]] Result<void> fail(storage::Transaction &transaction, const jobs::Job &job, const Error &error);

private:
    Services m_services;
};

} // namespace kinframe::library
