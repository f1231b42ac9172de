// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/generation.h"

#include <QJsonValue>
#include <QStringView>

#include <optional>

namespace kinframe::media {

/// A seed, exactly; nothing where it is negative, which means a random one, or no integer.
[[nodiscard]] std::optional<quint64> parsedSeed(QStringView text);
[[nodiscard]] std::optional<quint64> seedOf(const QJsonValue &value);
/// A whole number from 1 to `most`; `20.0` is one.
[[nodiscard]] std::optional<int> parsedCount(QStringView text, int most);
[[nodiscard]] std::optional<int> countOf(const QJsonValue &value, int most);
/// A finite number of sensible size.
[[nodiscard]] std::optional<double> parsedNumber(QStringView text);
[[nodiscard]] std::optional<double> numberOf(const QJsonValue &value);
/// How strictly to follow a prompt: a number that is not negative.
[[nodiscard]] std::optional<double> scaleOf(const QJsonValue &value);
/// How much to paint anew: a number from 0 to 1.
[[nodiscard]] std::optional<double> fractionOf(const std::optional<double> &number);
/// The string's text; empty for anything else.
[[nodiscard]] QString wordOf(const QJsonValue &value);

inline constexpr int mostSteps = 1'000'000;
inline constexpr int mostPixels = 1'000'000;
inline constexpr int mostClipSkip = 100;

/// Unless it is nameless, there already, or the list is full.
void addLora(std::vector<GenerationLora> &loras, const GenerationLora &lora);
/// What `first` does not say is taken from `second`.
[[nodiscard]] Generation completed(Generation first, const Generation &second);

} // namespace kinframe::media
