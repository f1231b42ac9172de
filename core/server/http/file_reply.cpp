// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/file_reply.h"

#include "base/ids.h"
#include "base/log.h"
#include "server/http/byte_range.h"
#include "server/http/conditional.h"
#include "server/http/multipart_ranges.h"
#include "server/http/percent.h"

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

// Smaller files go out with the head in one write; for larger ones the system sends straight from its cache.
constexpr qint64 inlineFileBytes = 16 * 1024;

QByteArray cacheControl(CachePolicy policy)
{
    switch (policy) {
    case CachePolicy::NoStore:
        return "no-store";
    case CachePolicy::Revalidate:
        return "private, no-cache";
    case CachePolicy::Immutable:
        return "private, max-age=31536000, immutable";
    }
    return "no-store";
}

QByteArray contentDisposition(const FileBody &body)
{
    QByteArray plain;
    for (const QChar character : body.downloadName) {
        const char16_t code = character.unicode();
        plain += code < 0x20 || code > 0x7e || code == u'"' || code == u'\\' ? '_' : char(code);
    }
    return (body.isInline ? "inline; filename=\"" : "attachment; filename=\"") + plain + "\"; filename*=UTF-8''" +
           percentEncoded(body.downloadName.toUtf8());
}

void describe(WireReply &wire, const FileBody &body)
{
    Headers &headers = wire.headers;
    headers.add("Accept-Ranges", "bytes");
    if (!headers.has("Cache-Control")) {
        headers.add("Cache-Control", cacheControl(body.cache));
    }
    if (!body.etag.isEmpty()) {
        headers.add("ETag", body.etag);
    }
    if (body.modifiedMs) {
        headers.add("Last-Modified", httpDate(*body.modifiedMs));
    }
}

ConditionOutcome conditionsOf(const Head &head, const FileBody &body)
{
    const ConditionHeaders conditions{head.headers.value("If-Match"), head.headers.value("If-None-Match"),
                                      head.headers.value("If-Modified-Since"),
                                      head.headers.value("If-Unmodified-Since")};
    return evaluateConditions(conditions, {body.etag, body.modifiedMs}, head.method == "GET" || head.method == "HEAD");
}

RangePlan rangesOf(const Head &head, const FileBody &body, qint64 size)
{
    if (head.method != "GET" || !ifRangeHolds(head.headers.value("If-Range"), body.etag, body.modifiedMs)) {
        return {};
    }
    return planRanges(head.headers.value("Range"), size);
}

void addSpan(WireReply &wire, qint64 first, qint64 length)
{
    if (length > 0) {
        wire.pieces.push_back({{}, first, length});
    }
}

void layOutParts(WireReply &wire, const RangePlan &plan, const FileBody &body, qint64 size)
{
    const MultipartRanges parts(plan.ranges, size, body.contentType, randomBytes(16).toHex());
    wire.headers.add("Content-Type", parts.contentType());
    wire.length = parts.contentLength();
    for (size_t index = 0; index < parts.ranges().size(); ++index) {
        wire.pieces.push_back({parts.partHead(index)});
        addSpan(wire, parts.ranges()[index].first, parts.ranges()[index].length());
    }
    wire.pieces.push_back({parts.tail()});
}

void layOut(WireReply &wire, const RangePlan &plan, const FileBody &body, qint64 size)
{
    if (plan.answer == RangePlan::Answer::Unsatisfiable) {
        wire.status = 416;
        wire.headers.add("Content-Range", contentRangeUnsatisfied(size));
        return;
    }
    if (!body.downloadName.isEmpty()) {
        wire.headers.add("Content-Disposition", contentDisposition(body));
    }
    if (plan.answer == RangePlan::Answer::Partial) {
        wire.status = 206;
        if (plan.ranges.size() > 1) {
            layOutParts(wire, plan, body, size);
            return;
        }
        wire.headers.add("Content-Range", contentRange(plan.ranges.front(), size));
        wire.length = plan.ranges.front().length();
        addSpan(wire, plan.ranges.front().first, wire.length);
    } else {
        wire.length = size;
        addSpan(wire, 0, size);
    }
    wire.headers.add("Content-Type", body.contentType);
}

} // namespace

Result<WireReply> prepareFile(Reply &reply, const Head &head)
{
    const FileBody &body = std::get<FileBody>(reply.body());
    auto file = OutgoingFile::open(body.path);
    if (!file) {
        qCWarning(logServer).noquote() << "a file to be sent cannot be opened:" << file.error().forLog();
        return fail(ErrorCode::NotFound, {{u"what"_s, u"file"_s}, {u"id"_s, body.downloadName}});
    }
    WireReply wire;
    wire.status = reply.status();
    wire.headers = reply.takeHeaders();
    wire.keepAlive = body.keepAlive;
    describe(wire, body);
    const ConditionOutcome outcome = conditionsOf(head, body);
    if (outcome != ConditionOutcome::Proceed) {
        wire.status = outcome == ConditionOutcome::NotModified ? 304 : 412;
        wire.hasBody = false;
        return wire;
    }
    const qint64 size = file->size();
    layOut(wire, wire.status == 200 ? rangesOf(head, body, size) : RangePlan{}, body, size);
    wire.hasBody = head.method != "HEAD";
    if (wire.pieces.size() == 1 && wire.length <= inlineFileBytes && wire.hasBody) {
        // Fewer bytes mean that the file shrank; the pump then finds less than promised and breaks off.
        WireReply::Piece &piece = wire.pieces.front();
        QByteArray bytes(piece.length, Qt::Uninitialized);
        if (file->read(bytes.data(), piece.first, piece.length) == piece.length) {
            piece = {std::move(bytes)};
        }
    }
    wire.file.emplace(std::move(*file));
    return wire;
}

} // namespace kinframe::http
