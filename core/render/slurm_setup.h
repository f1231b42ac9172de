// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/runners/slurm_settings.h"

#include <QJsonObject>

namespace kinframe::render {

[[nodiscard]] QJsonObject toJson(const SlurmSettings &settings);
/// What is missing is as usual. InvalidArgument with the field, such as `slurm.partition`.
[[nodiscard]] Result<SlurmSettings> slurmSettingsFrom(const QJsonObject &json);

} // namespace kinframe::render
