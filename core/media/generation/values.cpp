// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/generation/values.h"

#include "media/generation/text_bytes.h"

#include <algorithm>
#include <cmath>

namespace kinframe::media {
namespace {

template <typename T>
void complete(std::optional<T> &field, const std::optional<T> &other)
{
    if (!field) {
        field = other;
    }
}

std::optional<double> sensible(double number)
{
    constexpr double largest = 1e9;
    return std::abs(number) <= largest ? std::optional(number) : std::nullopt;
}

std::optional<int> wholeFrom1(const std::optional<double> &number, int most)
{
    const bool isCount = number && *number >= 1 && *number <= most && std::trunc(*number) == *number;
    return isCount ? std::optional(int(*number)) : std::nullopt;
}

} // namespace

std::optional<quint64> parsedSeed(QStringView text)
{
    bool isNumber = false;
    const quint64 seed = text.trimmed().toULongLong(&isNumber);
    return isNumber ? std::optional(seed) : std::nullopt;
}

std::optional<quint64> seedOf(const QJsonValue &value)
{
    if (value.isString()) {
        return parsedSeed(value.toString());
    }
    const qint64 seed = value.toInteger(-1);
    return seed >= 0 ? std::optional(quint64(seed)) : std::nullopt;
}

std::optional<int> parsedCount(QStringView text, int most)
{
    return wholeFrom1(parsedNumber(text), most);
}

std::optional<int> countOf(const QJsonValue &value, int most)
{
    return wholeFrom1(numberOf(value), most);
}

std::optional<double> parsedNumber(QStringView text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber ? sensible(number) : std::nullopt;
}

std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isString()) {
        return parsedNumber(value.toString());
    }
    return value.isDouble() ? sensible(value.toDouble()) : std::nullopt;
}

std::optional<double> scaleOf(const QJsonValue &value)
{
    const auto number = numberOf(value);
    return number && *number >= 0 ? number : std::nullopt;
}

std::optional<double> fractionOf(const std::optional<double> &number)
{
    return number && *number >= 0 && *number <= 1 ? number : std::nullopt;
}

QString wordOf(const QJsonValue &value)
{
    return shownText(value.toString());
}

void addLora(std::vector<GenerationLora> &loras, const GenerationLora &lora)
{
    constexpr std::size_t mostLoras = 100;
    const auto same =
        std::ranges::find_if(loras, [&lora](const GenerationLora &other) { return other.name == lora.name; });
    if (same != loras.end()) {
        complete(same->weight, lora.weight);
        same->hash = same->hash.isEmpty() ? lora.hash : same->hash;
    } else if (!lora.name.isEmpty() && loras.size() < mostLoras) {
        loras.push_back(lora);
    }
}

Generation completed(Generation first, const Generation &second)
{
    for (const auto field :
         {&Generation::tool, &Generation::toolVersion, &Generation::model, &Generation::modelHash, &Generation::prompt,
          &Generation::negativePrompt, &Generation::sampler, &Generation::scheduler, &Generation::parameters,
          &Generation::promptJson, &Generation::workflow}) {
        if ((first.*field).isEmpty()) {
            first.*field = second.*field;
        }
    }
    for (const auto field : {&Generation::steps, &Generation::clipSkip, &Generation::width, &Generation::height}) {
        complete(first.*field, second.*field);
    }
    for (const auto field : {&Generation::cfgScale, &Generation::denoise}) {
        complete(first.*field, second.*field);
    }
    complete(first.seed, second.seed);
    for (const GenerationLora &lora : second.loras) {
        addLora(first.loras, lora);
    }
    return first;
}

} // namespace kinframe::media
