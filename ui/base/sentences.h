// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/language.h"

#include <QString>

namespace kinframe::ui {

/// The language that the window speaks. From any thread.
[[nodiscard]] Language windowLanguage();
void setWindowLanguage(Language language);

/// What went wrong and what to do, in the window's language. Codes stay in the log.
[[nodiscard]] QString sentenceOf(const Error &error);

/// `1.2 MB`, as disks and networks count.
[[nodiscard]] QString bytesText(qint64 bytes);

} // namespace kinframe::ui
