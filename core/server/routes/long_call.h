// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace kinframe::server {

/// A call that takes long: it shows in the progress registry as long as this lives, and is told to stop when somebody
/// cancels it there or the client goes away.
class LongCall
{
public:
    /// `kind` is the task's kind and title.
    LongCall(const ApiServices &services, const http::Request &request, const QString &kind);
    LongCall(const LongCall &) = delete;
    LongCall &operator=(const LongCall &) = delete;

    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    /// One thread at a time.
    void progress(qint64 done, qint64 total) { m_task.set(done, total); }
    void say(const QJsonObject &facts) { m_task.setFacts(facts); }

private:
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_clientGone;
    ScopedTask m_task;
};

} // namespace kinframe::server
