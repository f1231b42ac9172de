// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "storage/statement.h"

/// In the order in which jobOfRow reads them. A macro, for SQL is put together by the compiler.
#define KINFRAME_JOB_COLUMNS                                                                                           \
    "id, kind, payload, user_id, subject, priority, state, attempts, timeouts, crashes, run_at, error, created_at, "   \
    "updated_at"

namespace kinframe::jobs {

[[nodiscard]] Job jobOfRow(const storage::Statement &row);
[[nodiscard]] bool runsBefore(const Job &left, const Job &right);

} // namespace kinframe::jobs
