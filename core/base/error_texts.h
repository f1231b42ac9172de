// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <span>

namespace kinframe {

struct ErrorText
{
    ErrorCode code;
    const char *name;
    ErrorKind kind;
    /// The English sentence, with `{fact}` where a fact belongs; also the key of its translations (context "Error").
    const char *english;
};

[[nodiscard]] std::span<const ErrorText> errorTexts();
[[nodiscard]] const ErrorText &errorText(ErrorCode code);

} // namespace kinframe
