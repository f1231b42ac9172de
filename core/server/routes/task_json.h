// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "render/task.h"
#include "server/http/request.h"

#include <QJsonObject>

namespace kinframe::render {
struct Caller;
}

namespace kinframe::server {

/// Who asks for tasks; the route asks for credentials.
[[nodiscard]] render::Caller callerOf(const http::Request &request);

// Tasks and frames as the render API writes them.
[[nodiscard]] QJsonObject madeJson(const render::Task &task);
[[nodiscard]] QJsonObject taskJson(const render::Task &task, Language language, qint64 now);
[[nodiscard]] QJsonObject statusJson(const render::Task &task, qint64 now);
[[nodiscard]] QJsonObject frameJson(const render::Frame &frame, Language language);
[[nodiscard]] QJsonObject fileJson(const render::TaskFile &file);

} // namespace kinframe::server
