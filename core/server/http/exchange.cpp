// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/exchange.h"

#include "base/log.h"
#include "server/http/status.h"

namespace kinframe::http {

using namespace Qt::StringLiterals;

Exchange::Exchange(quint64 id)
    : m_id(id)
{
    m_begun.start();
}

Result<std::shared_ptr<const Request>> Exchange::makeRequest(const RouteSet &routes)
{
    RequestParts parts;
    if (bodyReader) {
        auto finished = bodyReader->finish(parts);
        bodyReader.reset();
        if (!finished) {
            return failed(finished);
        }
    }
    parts.head = std::move(m_head);
    parts.arguments = routes.named(m_verdict.route, std::move(m_verdict.arguments));
    parts.query = std::move(m_verdict.query);
    parts.principal = m_verdict.principal;
    parts.id = m_id;
    parts.door = &routes.doorAt(m_verdict.route);
    if (routes.at(m_verdict.route).place == Place::Pool) {
        m_stop.emplace();
        parts.stop = m_stop->get_token();
    }
    m_request = std::make_shared<const Request>(std::move(parts));
    return m_request;
}

void Exchange::cancel()
{
    if (m_stop) {
        m_stop->request_stop();
    }
}

Refusal Exchange::refusalOf(const Error &error) const
{
    Refusal refusal{.status = statusOf(error), .error = error};
    refusal.route = m_verdict.route;
    return refusal;
}

WireReply Exchange::refuse(const Refusal &refusal, const RouteSet &routes) const
{
    const Door &door = routes.doorFor(refusal.route, head().path);
    const auto accepted = head().headers.get("Accept-Language");
    const Language language = accepted ? languageFor(QString::fromLatin1(*accepted), door.language) : door.language;
    const ErrorContext context{refusal.status, language, requestIdText(m_id), head().method, head().path};
    Reply reply = door.shape(refusal.error, context);
    if (!refusal.allow.isEmpty()) {
        reply.set("Allow", refusal.allow);
    }
    if (refusal.retryAfter > 0) {
        reply.set("Retry-After", QByteArray::number(refusal.retryAfter));
    }
    if (reply.status() == 401) {
        reply.set("WWW-Authenticate", "Bearer");
    }
    return prepareReply(std::move(reply), head(), [&](const Error &error) {
        ErrorContext failedContext = context;
        failedContext.status = statusOf(error);
        return door.shape(error, failedContext);
    });
}

WireReply Exchange::answerOptions() const
{
    WireReply reply;
    reply.status = 204;
    reply.hasBody = false;
    reply.headers.add("Allow", m_verdict.options);
    return reply;
}

void Exchange::log(int status, qint64 bodyBytes) const
{
    if (!logServer().isInfoEnabled()) {
        return;
    }
    // The query is left out: signed links and some clients' keys are in it.
    const QByteArray user = m_verdict.principal ? QByteArray::number(m_verdict.principal->userId) : "-";
    const qint64 microseconds = m_begun.nsecsElapsed() / 1000;
    const QByteArray line = "id=" + requestIdText(m_id).toLatin1() + " method=" + head().method +
                            " path=" + head().path + " status=" + QByteArray::number(status) +
                            " bytes=" + QByteArray::number(bodyBytes) +
                            " ms=" + QByteArray::number(double(microseconds) / 1000.0) + " user=" + user +
                            " peer=" + head().peer.addressText.toLatin1();
    qCInfo(logServer).noquote() << QString::fromUtf8(line);
}

} // namespace kinframe::http
