// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "jobs/job_queue.h"

#include <QJsonObject>

namespace kinframe::server {

/// How one kind of jobs stands; `hold` says in a sentence what they wait for.
[[nodiscard]] QJsonObject kindStatusJson(const QString &kind, const jobs::KindStatus &status, Language language);

} // namespace kinframe::server
