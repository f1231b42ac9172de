// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/s3_calls.h"

#include <QString>
#include <QVariantMap>

#include <optional>

namespace kinframe::ui {

// An object store as people write it: `endpoint`, `region`, `bucket`, `keyId`, `secret` (only ever towards the store)
// and `isPathStyle`.

[[nodiscard]] QVariantMap textsOf(const render::S3Settings &settings);
[[nodiscard]] render::S3Settings s3SettingsOf(const QVariantMap &texts);
/// What is wrong with what was written, in the window's language, by the name of the field; empty: nothing.
/// `hasSecret`: one is kept already, and none need be written.
[[nodiscard]] QVariantMap problemsWith(const QVariantMap &texts, bool hasSecret);

} // namespace kinframe::ui
