// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"

#include <QString>
#include <QStringView>

namespace kinframe {

/// The fact of an error as people read it. What we say ourselves (under `what`, `expected`, `reason`, `value`, …, in
/// English, perhaps with numbers or names in it) is put into their language; names, numbers and what comes from others
/// is as it is.
[[nodiscard]] QString factIn(QStringView key, const QString &fact, Language language);

} // namespace kinframe
