// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "faces/history.h"

#include <QString>

namespace kinframe::faces {

/// What was done, as a sentence.
[[nodiscard]] QString sentenceOf(const HistoryEntry &entry, Language language);

} // namespace kinframe::faces
