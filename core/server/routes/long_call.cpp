// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/long_call.h"

namespace kinframe::server {
namespace {

TaskInfo infoOf(const http::Request &request, const QString &kind, std::stop_source stop)
{
    TaskInfo info;
    info.kind = kind;
    info.title = kind;
    info.cancel = [stop]() mutable { stop.request_stop(); };
    info.user = request.principal()->uuid;
    return info;
}

} // namespace

LongCall::LongCall(const ApiServices &services, const http::Request &request, const QString &kind)
    : m_clientGone(request.stopToken(), [this] { m_stop.request_stop(); })
    , m_task(services.progress.begin(infoOf(request, kind, m_stop)))
{
}

} // namespace kinframe::server
