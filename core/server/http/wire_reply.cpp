// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/wire_reply.h"

#include "base/clock.h"
#include "server/http/conditional.h"
#include "server/http/content_encoding.h"
#include "server/http/file_reply.h"
#include "server/http/gzip_stream.h"
#include "server/http/status.h"

namespace kinframe::http {
namespace {

bool isRead(const Head &head)
{
    return head.method == "GET" || head.method == "HEAD";
}

/// Answers If-None-Match for a body that is there already.
bool isUnchanged(const Reply &reply, const Head &head)
{
    const auto etag = reply.headers().get("ETag");
    if (!etag || reply.status() != 200 || !isRead(head)) {
        return false;
    }
    ConditionHeaders conditions;
    conditions.ifNoneMatch = head.headers.value("If-None-Match");
    return evaluateConditions(conditions, {etag->toByteArray(), std::nullopt}, true) == ConditionOutcome::NotModified;
}

/// Packs what `pull` gives. Kept in a shared pointer because functions are copied.
Reply::Pull gzipped(Reply::Pull pull)
{
    struct State
    {
        Reply::Pull pull;
        GzipStream gzip;
        bool ended = false;
    };
    auto state = std::make_shared<State>(State{std::move(pull), GzipStream(), false});
    return [state]() -> Result<QByteArray> {
        while (!state->ended) {
            auto piece = state->pull();
            if (!piece) {
                return piece;
            }
            state->ended = piece->isEmpty();
            auto packed = state->ended ? state->gzip.finish() : state->gzip.add(*piece);
            if (!packed || !packed->isEmpty()) {
                return packed;
            }
        }
        return QByteArray();
    };
}

void prepareStream(WireReply &wire, Reply::Stream stream, const Head &head)
{
    wire.length = -1;
    wire.pull = std::move(stream.pull);
    if (!stream.mayGzip || !isCompressible(wire.headers.value("Content-Type"))) {
        return;
    }
    wire.headers.add("Vary", "Accept-Encoding");
    if (acceptsGzip(head.headers.value("Accept-Encoding"))) {
        wire.headers.add("Content-Encoding", "gzip");
        wire.pull = gzipped(std::move(wire.pull));
    }
}

const QByteArray &dateNow()
{
    thread_local qint64 second = -1;
    thread_local QByteArray text;
    const qint64 now = wallMs();
    if (now / 1000 != second) {
        second = now / 1000;
        text = httpDate(now);
    }
    return text;
}

} // namespace

WireReply prepareReply(Reply reply, const Head &head, const Door &door, const ErrorContext &context)
{
    if (auto *file = std::get_if<FileBody>(&reply.body()); file != nullptr) {
        auto wire = prepareFile(reply, *file, head);
        if (wire) {
            return std::move(*wire);
        }
        ErrorContext failedContext = context;
        failedContext.status = statusOf(wire.error());
        reply = door.shape(wire.error(), failedContext);
    }
    WireReply wire;
    wire.status = reply.status();
    wire.hasBody = head.method != "HEAD";
    const bool unchanged = isUnchanged(reply, head);
    wire.headers = reply.takeHeaders();
    if (unchanged) {
        wire.status = 304;
        wire.hasBody = false;
        return wire;
    }
    Reply::Body body = reply.takeBody();
    if (auto *bytes = std::get_if<QByteArray>(&body)) {
        wire.length = bytes->size();
        wire.pieces.push_back({std::move(*bytes)});
    } else if (auto *stream = std::get_if<Reply::Stream>(&body)) {
        prepareStream(wire, std::move(*stream), head);
    }
    return wire;
}

QByteArray headText(const WireReply &reply, const Head &head, bool keepAlive, const QByteArray &extra)
{
    QByteArray text;
    text.reserve(512);
    text += "HTTP/1.1 ";
    text += QByteArray::number(reply.status);
    text += ' ';
    text += reasonOf(reply.status);
    text += "\r\nDate: ";
    text += dateNow();
    for (int index = 0; index < reply.headers.size(); ++index) {
        text += "\r\n";
        text += reply.headers.nameAt(index);
        text += ": ";
        text += reply.headers.valueAt(index);
    }
    const bool isBodyless = reply.status == 204 || reply.status == 304 || reply.status < 200;
    if (reply.length >= 0 && !isBodyless) {
        text += "\r\nContent-Length: ";
        text += QByteArray::number(reply.length);
    } else if (reply.length < 0 && head.minorVersion > 0) {
        text += "\r\nTransfer-Encoding: chunked";
    }
    if (!reply.headers.has("Cache-Control")) {
        text += "\r\nCache-Control: no-store";
    }
    text += "\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer";
    text += extra;
    if (!keepAlive) {
        text += "\r\nConnection: close";
    } else if (head.minorVersion == 0) {
        text += "\r\nConnection: keep-alive";
    }
    text += "\r\n\r\n";
    return text;
}

} // namespace kinframe::http
