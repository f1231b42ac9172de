// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <exception>

namespace kinframe::faces {

/// A model's bytes: ModelMissing where there is no file, ModelUnreadable where it cannot be read. Networks are read
/// from bytes and not by path, since OpenCV cannot open paths outside the local 8-bit encoding on Windows.
[[nodiscard]] Result<QByteArray> readModelFile(const QString &path);

/// The failure as ModelUnreadable with this path, unless it is about a missing file.
[[nodiscard]] Error modelError(Error error, const QString &path);
[[nodiscard]] Error modelError(const std::exception &exception, const QString &path);

/// Runs a loading function; what it throws or fails with becomes a model's error.
template <typename T, typename Load>
[[nodiscard]] Result<T> guardedLoad(const QString &path, Load load)
{
    try {
        Result<T> loaded = load();
        if (!loaded)
            return Failure(modelError(loaded.error(), path));
        return loaded;
    } catch (const std::exception &exception) {
        return Failure(modelError(exception, path));
    }
}

} // namespace kinframe::faces
