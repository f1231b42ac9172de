// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "base/result.h"
#include "transfer/downloads/download_task.h"

#include <QJsonObject>

#include <vector>

namespace kinframe::server {

/// A download as the API says it, without anything secret.
[[nodiscard]] QJsonObject downloadJson(const transfer::DownloadTask &task, Language language);

/// The `tasks` of a body. InvalidArgument and MissingField with the field.
[[nodiscard]] Result<std::vector<transfer::NewDownload>> downloadsIn(const QJsonObject &body);

} // namespace kinframe::server
