// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/runners/slurm_settings.h"
#include "render/runners/slurm_test.h"

#include <QString>
#include <QVariantMap>

namespace kinframe::ui {

// The settings of a cluster as people write them: `partition`, `account`, `worker`, `commandFolder`, `arguments` (one a
// line) and `environment` (NAME=value, one a line). All of it in the window's language, on any thread.

[[nodiscard]] QVariantMap textsOf(const render::SlurmSettings &settings);
/// InvalidArgument.
[[nodiscard]] Result<render::SlurmSettings> slurmSettingsOf(const QVariantMap &texts);
/// What is wrong with a setting, by what it is called in the window.
[[nodiscard]] QString problemOf(const Error &error);

/// What the test of the connection has found.
[[nodiscard]] QString foundText(const render::SlurmFound &found);
/// Why the test has failed, and what to do.
[[nodiscard]] QString testProblemOf(const Error &error);

} // namespace kinframe::ui
