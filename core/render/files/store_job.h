// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "render/files/files.h"

namespace kinframe::render {

inline constexpr const char16_t *storeKind = u"objects";

/// Brings a remote object store in line with the files: puts under `assets/<md5>` what is stored here, and takes away
/// what nobody has any more.
class StoreJob
{
public:
    /// The files outlive it; they tell it of changes from now on.
    explicit StoreJob(Files &files);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    void ask(storage::Transaction &transaction, const StoredFile &file, int priority);

    Files &m_files;
};

} // namespace kinframe::render
