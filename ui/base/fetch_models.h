// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/model_fetch.h"
#include "ui/base/services.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace kinframe::ui {

/// Fetches face models (none named: the usual ones), with a task in the registry by which they can be cancelled too,
/// and lets what waits for them go on. Waits for the network: on a thread of its own, on which `progressed` is called.
[[nodiscard]] Result<void> fetchModels(const Services &services, const QStringList &names,
                                       const std::function<void(const models::FetchProgress &)> &progressed,
                                       const std::stop_token &stop);

} // namespace kinframe::ui
