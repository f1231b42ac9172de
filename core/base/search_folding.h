// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace kinframe {

/// A text as a search compares it: one holds the other, whatever the case, where and only where it does so folded. Of
/// languages that are written without spaces each character stands there three times: the index of each three
/// characters that follow each other then finds words of one and of two of them.
[[nodiscard]] QString foldedForSearch(QStringView text);

/// Whether the index can look for it; else each text is looked at.
[[nodiscard]] bool isLongEnoughToLookUp(QStringView folded);

/// Between the folded texts of one asset, so that nothing is found across two of them.
inline constexpr char16_t searchSeparator = u'\x1f';

} // namespace kinframe
