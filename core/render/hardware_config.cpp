// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/hardware_config.h"

#include "render/field_problem.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int longestName = 100;
constexpr int mostRam = 4096;
constexpr int mostCores = 1024;
constexpr int mostGpus = 64;
constexpr double highestPrice = 100'000;

Result<int> wholeIn(const QJsonObject &json, const QString &field, int least, int most)
{
    const QJsonValue value = json[field];
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number) || number < least || number > most) {
        return wrongField(field, value, u"a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return int(number);
}

} // namespace

QJsonObject toJson(const HardwareConfig &config)
{
    return {{u"id"_s, config.id},
            {u"config_name"_s, config.name},
            {u"ram"_s, config.ram},
            {u"cpu_cores"_s, config.cores},
            {u"gpu_count"_s, config.gpus},
            {u"gpu_model"_s, config.gpuModel.isEmpty() ? QJsonValue() : QJsonValue(config.gpuModel)},
            {u"price_per_hour"_s, config.pricePerHour},
            {u"is_available"_s, config.isAvailable}};
}

Result<HardwareConfig> hardwareConfigFrom(const QJsonObject &json)
{
    static const QRegularExpression idShape(u"^[A-Za-z0-9_-]{1,50}$"_s);
    HardwareConfig config;
    config.id = json[u"id"].toString();
    if (!idShape.match(config.id).hasMatch()) {
        return wrongField(u"id"_s, json[u"id"], u"1 to 50 letters, digits, - and _"_s);
    }
    config.name = json[u"config_name"].toString().trimmed();
    if (config.name.isEmpty() || config.name.size() > longestName) {
        return wrongField(u"config_name"_s, json[u"config_name"], u"a text of 1 to %1 characters"_s.arg(longestName));
    }
    const auto ram = wholeIn(json, u"ram"_s, 1, mostRam);
    const auto cores = wholeIn(json, u"cpu_cores"_s, 1, mostCores);
    const auto gpus = wholeIn(json, u"gpu_count"_s, 0, mostGpus);
    for (const auto *number : {&ram, &cores, &gpus}) {
        if (!*number) {
            return failed(*number);
        }
    }
    config.ram = *ram;
    config.cores = *cores;
    config.gpus = *gpus;
    config.gpuModel = json[u"gpu_model"].toString().trimmed().left(longestName);
    const QJsonValue price = json[u"price_per_hour"];
    config.pricePerHour = price.toDouble(-1);
    if (!price.isDouble() || config.pricePerHour < 0 || config.pricePerHour > highestPrice) {
        return wrongField(u"price_per_hour"_s, price, u"a number from 0 to %1"_s.arg(highestPrice));
    }
    config.isAvailable = json[u"is_available"].toBool(true);
    return config;
}

std::vector<HardwareConfig> usualHardware()
{
    return {{u"basic"_s, u"基础配置"_s, 16, 8, 0, {}, 0.5, true},
            {u"high_performance"_s, u"高性能配置"_s, 64, 24, 2, u"RTX 4090"_s, 2.5, true},
            {u"ultra_high"_s, u"超高性能配置"_s, 128, 48, 4, u"RTX 4090"_s, 5.0, true}};
}

std::vector<HardwareConfig> matching(std::vector<HardwareConfig> configs, const HardwareNeed &need)
{
    configs.erase(std::remove_if(configs.begin(), configs.end(),
                                 [&need](const HardwareConfig &config) {
                                     return !config.isAvailable || config.ram < need.ram.value_or(0) ||
                                            config.gpus < need.gpus;
                                 }),
                  configs.end());
    std::stable_sort(configs.begin(), configs.end(), [](const HardwareConfig &left, const HardwareConfig &right) {
        return std::tuple(left.pricePerHour, left.ram, left.gpus) <
               std::tuple(right.pricePerHour, right.ram, right.gpus);
    });
    return configs;
}

} // namespace kinframe::render
