// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/chunk_error.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Error engineFailed(Engine engine, const QString &reason)
{
    return {ErrorCode::EngineFailed, {{u"engine"_s, titleOf(engine)}, {u"reason"_s, reason}}, {}};
}

Error failedProcess(const ChunkEnd &end, Engine engine, const std::vector<Problem> &problems)
{
    const auto cause = causeOf(problems);
    if (cause && (cause->isFatal || cause->reason == FailureReason::Script)) {
        return errorFor(cause->reason, cause->text);
    }
    if (end.signal != 0) {
        return errorFor(FailureReason::Crash, u"signal %1"_s.arg(end.signal));
    }
    return cause ? errorFor(cause->reason, cause->text)
                 : engineFailed(engine, u"it ended with code %1"_s.arg(end.exitCode));
}

} // namespace

std::optional<Error> errorOf(const ChunkReport &last, Engine engine, const Needs &needs, qint64 totalSeconds,
                             const std::vector<Problem> &problems)
{
    if (last.state == ChunkState::Lost) {
        return engineFailed(engine, u"it went away without a word"_s);
    }
    if (!last.end || last.end->reason == EndReason::Done) {
        return std::nullopt;
    }
    switch (last.end->reason) {
    case EndReason::Done:
    case EndReason::Failed:
        return failedProcess(*last.end, engine, problems);
    case EndReason::Stopped:
        return Error{ErrorCode::Canceled, {}, {}};
    case EndReason::Memory:
        return errorFor(FailureReason::Memory, u"more than %1 MB"_s.arg(needs.memoryMb));
    case EndReason::Time:
        return Error{ErrorCode::Timeout, {{u"seconds"_s, QString::number(totalSeconds)}}, {}};
    case EndReason::NotStarted:
        break;
    }
    return engineFailed(engine, last.end->text);
}

} // namespace kinframe::render
