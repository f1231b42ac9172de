// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/failure_reason.h"

#include <array>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

struct ReasonRow
{
    FailureReason reason;
    const char *name;
    ErrorCode code;
};

constexpr std::array reasons{
    ReasonRow{FailureReason::Licence, "licence", ErrorCode::RenderNoLicence},
    ReasonRow{FailureReason::Memory, "memory", ErrorCode::RenderNoMemory},
    ReasonRow{FailureReason::MissingTexture, "missing_texture", ErrorCode::RenderTextureMissing},
    ReasonRow{FailureReason::MissingFile, "missing_file", ErrorCode::RenderFileMissing},
    ReasonRow{FailureReason::BadScene, "bad_scene", ErrorCode::RenderSceneUnreadable},
    ReasonRow{FailureReason::Script, "script", ErrorCode::RenderScriptFailed},
    ReasonRow{FailureReason::DiskFull, "disk_full", ErrorCode::RenderDiskFull},
    ReasonRow{FailureReason::NoCamera, "no_camera", ErrorCode::RenderNoCamera},
    ReasonRow{FailureReason::Device, "device", ErrorCode::RenderDeviceFailed},
    ReasonRow{FailureReason::Option, "option", ErrorCode::RenderOptionUnknown},
    ReasonRow{FailureReason::Crash, "crash", ErrorCode::RenderCrashed},
    ReasonRow{FailureReason::Unknown, "unknown", ErrorCode::RenderFailed},
};

} // namespace

QString nameOf(FailureReason reason)
{
    for (const ReasonRow &row : reasons) {
        if (row.reason == reason) {
            return QString::fromLatin1(row.name);
        }
    }
    return {};
}

std::optional<FailureReason> failureReasonOf(const QString &name)
{
    for (const ReasonRow &row : reasons) {
        if (name == QLatin1String(row.name)) {
            return row.reason;
        }
    }
    return std::nullopt;
}

Error errorFor(FailureReason reason, const QString &text)
{
    constexpr qsizetype longest = 500;
    ErrorCode code = ErrorCode::RenderFailed;
    for (const ReasonRow &row : reasons) {
        if (row.reason == reason) {
            code = row.code;
        }
    }
    return {code, {{u"reason"_s, text.left(longest)}}, {}};
}

} // namespace kinframe::render
