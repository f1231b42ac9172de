// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace kinframe::render {

/// A kind of computer that renders, with its price.
struct HardwareConfig
{
    QString id;
    QString name;
    int ram = 0; ///< GB
    int cores = 0;
    int gpus = 0;
    QString gpuModel;        ///< empty: none
    double pricePerHour = 0; ///< in whatever currency the owner counts
    bool isAvailable = true;

    friend bool operator==(const HardwareConfig &, const HardwareConfig &) = default;
};

/// What a task asks of the computer that renders it.
struct HardwareNeed
{
    std::optional<int> ram; ///< GB; none: whatever there is
    int gpus = 0;
};

/// As the API writes it: `config_name`, `cpu_cores`, `price_per_hour`, ….
[[nodiscard]] QJsonObject toJson(const HardwareConfig &config);
/// InvalidArgument or MissingField with the field where it is no configuration: id of 1 to 50 letters, digits, - and _;
/// name of 1 to 100; ram 1 to 4096; cores 1 to 1024; gpus 0 to 64; price 0 to 100000.
[[nodiscard]] Result<HardwareConfig> hardwareConfigFrom(const QJsonObject &json);

/// Those that every library begins with.
[[nodiscard]] std::vector<HardwareConfig> usualHardware();

/// The available ones that meet the need, the cheapest first; of the same price the smaller.
[[nodiscard]] std::vector<HardwareConfig> matching(std::vector<HardwareConfig> configs, const HardwareNeed &need);

} // namespace kinframe::render
