// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/intake.h"

#include "server/http/network_loop.h"

namespace kinframe::http {

Intake::Intake(NetworkLoop &loop, const Peer &peer, Channel &channel, Deadline &deadline)
    : m_loop(loop)
    , m_peer(peer)
    , m_channel(channel)
    , m_deadline(deadline)
    , m_reader(channel, loop.context().limits, loop.readBuffer())
{
}

Admitted<Intake::Step> Intake::step(std::optional<Exchange> &exchange)
{
    return m_isInBody ? readBody(*exchange) : readHead(exchange);
}

Admitted<Intake::Step> Intake::readHead(std::optional<Exchange> &exchange)
{
    auto head = m_reader.readHead();
    const bool isWhole = !head || head->has_value();
    if (!exchange && (isWhole || m_reader.hasBegun())) {
        exchange.emplace(m_loop.nextRequestId());
        if (!isWhole) {
            m_deadline.set(m_loop.context().limits.head, 0);
        }
    }
    if (!head) {
        exchange->verdict().rate = m_loop.context().policy.countNone(m_peer);
        return tl::unexpected(std::move(head.error()));
    }
    if (!isWhole) {
        return Step::Waits;
    }
    m_isBodyPending = (*head)->hasBody();
    (*head)->peer = m_peer;
    exchange->setHead(std::move(**head));
    return judge(*exchange);
}

Admitted<Intake::Step> Intake::judge(Exchange &exchange)
{
    ServerContext &context = m_loop.context();
    exchange.setVerdict(context.policy.judge(exchange.ownHead()));
    const Verdict &verdict = exchange.verdict();
    if (verdict.refusal) {
        return tl::unexpected(*verdict.refusal);
    }
    const bool wantsBody = verdict.options.isEmpty() && !context.routes.at(verdict.route).isWebSocket;
    return m_isBodyPending && wantsBody ? beginBody(exchange) : Step::Ready;
}

Admitted<Intake::Step> Intake::beginBody(Exchange &exchange)
{
    const ServerContext &context = m_loop.context();
    const Verdict &verdict = exchange.verdict();
    const Route &route = context.routes.at(verdict.route);
    if (route.body == BodyKind::Sink) {
        auto sink = route.openBody({exchange.head(), verdict.arguments, verdict.principal});
        if (!sink) {
            Refusal refusal = sink.error();
            refusal.route = verdict.route;
            return tl::unexpected(std::move(refusal));
        }
        exchange.bodyReader = BodyReader::into(std::move(*sink), verdict.bodyLimit);
    } else {
        auto reader =
            BodyReader::make(route.body, exchange.head(), verdict.bodyLimit, context.limits, context.spoolFolder);
        if (!reader) {
            return tl::unexpected(exchange.refusalOf(reader.error()));
        }
        exchange.bodyReader = std::move(*reader);
    }
    m_isInBody = true;
    m_bodyBytes = 0;
    m_deadline.set(context.limits.bodyStall, 0);
    // Where the body comes already, the client did not wait to be asked. Where the client is gone, the channel says so.
    if (exchange.head().expectsContinue && !m_reader.hasInput()) {
        std::ignore = m_channel.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return Step::Goes;
}

Admitted<Intake::Step> Intake::readBody(Exchange &exchange)
{
    const auto step = m_reader.readBody([this, &exchange](QByteArrayView bytes) {
        m_bodyBytes += bytes.size();
        return exchange.bodyReader->add(bytes);
    });
    if (!step) {
        m_isInBody = false;
        return tl::unexpected(exchange.refusalOf(step.error()));
    }
    if (*step == RequestReader::BodyStep::Whole) {
        m_isInBody = false;
        m_isBodyPending = false;
        return Step::Ready;
    }
    return *step == RequestReader::BodyStep::Some ? Step::Goes : Step::Waits;
}

std::optional<Refusal> Intake::overdue(Exchange &exchange)
{
    const Limits &limits = m_loop.context().limits;
    if (!m_isInBody) {
        exchange.verdict().rate = m_loop.context().policy.countNone(m_peer);
        return m_deadline.refusal(-1);
    }
    if (m_deadline.wasTooSlow(m_bodyBytes, limits.minimumRate)) {
        return m_deadline.refusal(exchange.verdict().route);
    }
    m_deadline.set(limits.bodyStall, m_bodyBytes);
    return std::nullopt;
}

} // namespace kinframe::http
