// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/wire_reply.h"

#include "server/http/conditional.h"
#include "server/http/content_encoding.h"
#include "server/http/file_reply.h"
#include "server/http/gzip_stream.h"

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
    wire.length = stream.length;
    wire.pull = std::move(stream.pull);
    if (stream.length >= 0 || !stream.mayGzip || !isCompressible(wire.headers.value("Content-Type"))) {
        return;
    }
    wire.headers.add("Vary", "Accept-Encoding");
    if (acceptsGzip(head.headers.value("Accept-Encoding"))) {
        wire.headers.add("Content-Encoding", "gzip");
        wire.pull = gzipped(std::move(wire.pull));
    }
}

} // namespace

WireReply prepareReply(Reply reply, const Head &head, const ErrorAnswer &answerTo)
{
    if (std::holds_alternative<FileBody>(reply.body())) {
        auto wire = prepareFile(reply, head);
        if (wire) {
            return std::move(*wire);
        }
        reply = answerTo(wire.error());
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

} // namespace kinframe::http
