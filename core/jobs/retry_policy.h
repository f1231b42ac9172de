// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "jobs/handler.h"

namespace kinframe::jobs {

/// What becomes of a job whose attempt did not succeed.
enum class Verdict {
    Release, ///< back as it was: nothing is counted
    Attempt, ///< the handler said no
    Timeout, ///< it took too long
    Crash,   ///< the program ended too often while it ran
};

/// False for what the same bytes and the same request will always give again.
[[nodiscard]] bool canGetBetter(const Error &error);
/// How long the handler may take, in ms; 0: for ever.
[[nodiscard]] qint64 timeoutOf(const KindOptions &kind, const Job &job);

struct Sentence
{
    Job job; ///< with what is counted, and when it runs next
    bool isFinal = false;
};
/// `spread` 0 to 1 moves the next try by up to a fifth in either direction.
[[nodiscard]] Sentence judge(const KindOptions &kind, Job job, Verdict verdict, const Error &error, qint64 now,
                             double spread);

} // namespace kinframe::jobs
