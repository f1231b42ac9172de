// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace kinframe {

/// What a call that can fail gives back. Exceptions of libraries end at the seam where the library is called.
template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return fail(ErrorCode::FileEmpty, {{u"path"_s, path}});`
[[nodiscard]] inline Failure fail(ErrorCode code, Error::Facts facts = {}, QString detail = {})
{
    return Failure(Error{code, std::move(facts), std::move(detail)});
}

/// Hands a failure of one Result on as a failure of another.
template <typename T>
[[nodiscard]] Failure failed(const Result<T> &result)
{
    return Failure(result.error());
}

} // namespace kinframe
