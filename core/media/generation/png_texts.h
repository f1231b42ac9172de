// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QIODevice;

namespace kinframe::media {

class SourceTexts;

/// Adds the texts of a PNG picture that image generators write, whether before its pixels or behind them. Reads chunk
/// by chunk and skips the pixels; check sums are not looked at, for some programs write wrong ones. What is broken, or
/// too large, is noted. `device` is open for reading, at its beginning and can seek.
void addPngTexts(QIODevice &device, SourceTexts &texts);

} // namespace kinframe::media
