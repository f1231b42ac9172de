// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/services.h"

#include <vector>

namespace kinframe::library {

/// The kind of job that reads what is new to read in the files that are in the library already.
inline constexpr char16_t metadataKind[] = u"metadata";

/// Goes through all assets that an older reader has read, some in each write; pictures and faces are left alone. Run
/// again after a stop, it goes on where it was.
class MetadataJob
{
public:
    explicit MetadataJob(const Services &services);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    struct Found;
    [[nodiscard]] Result<std::vector<Found>> next(qint64 after);
    [[nodiscard]] Result<qint64> left();
    [[nodiscard]] Result<void> refresh(const std::vector<Found> &batch);

    Services m_services;
};

} // namespace kinframe::library
