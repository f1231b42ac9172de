// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus_routes.h"

#include "base/ids.h"
#include "render/files/partial_uploads.h"
#include "server/http/header_value.h"
#include "server/http/http_date.h"
#include "server/http/status.h"
#include "server/routes/file_facts.h"
#include "server/routes/render_door.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/tus_headers.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Admitted;
using http::BodyStart;
using http::Refusal;
using http::Reply;
using http::Request;
using render::PartialFile;
using render::PartialState;

constexpr const char *version = "1.0.0";
constexpr const char *extensions = "creation,creation-with-upload,checksum,termination,expiration";
constexpr int checksumMismatch = 460; // as tus says

tl::unexpected<Refusal> refused(const Error &error, int status = 0)
{
    return tl::unexpected(Refusal{.status = status != 0 ? status : http::statusOf(error), .error = error});
}

/// Errors as at the render door, with what every answer of tus must have.
http::Reply tusError(const Error &error, const http::ErrorContext &context)
{
    Reply reply = renderDoor()->shape(error, context);
    reply.set("Tus-Resumable", version);
    if (context.status == 412) {
        reply.set("Tus-Version", version);
    }
    return reply;
}

std::shared_ptr<const http::Door> tusDoor()
{
    static const auto door = std::make_shared<const http::Door>(http::Door{renderDoor()->language, tusError});
    return door;
}

/// One piece while it arrives.
class PieceSink final : public http::BodySink
{
public:
    PieceSink(QUuid upload, std::unique_ptr<PartialFile::Writer> writer)
        : uuid(upload)
        , m_writer(std::move(writer))
    {
    }

    Result<void> add(QByteArrayView bytes) override { return m_writer->add(bytes); }
    /// Finished by the handler: putting it on the disk may take long.
    Result<void> end() override { return {}; }

    PartialFile::Writer &writer() { return *m_writer; }
    /// A later piece may be written.
    void close() { m_writer.reset(); }

    const QUuid uuid;

private:
    std::unique_ptr<PartialFile::Writer> m_writer;
};

Admitted<void> checkVersion(const http::Headers &headers)
{
    if (http::trimmed(headers.value("Tus-Resumable")) == version) {
        return {};
    }
    return refused({ErrorCode::InvalidArgument,
                    {{u"field"_s, u"Tus-Resumable"_s},
                     {u"value"_s, QString::fromLatin1(headers.value("Tus-Resumable"))},
                     {u"expected"_s, QString::fromLatin1(version)}},
                    {}},
                   412);
}

Admitted<void> checkBodyType(const http::Headers &headers)
{
    const QByteArrayView type = http::trimmed(headers.value("Content-Type"));
    const QByteArray expected = "application/offset+octet-stream";
    if (http::equalsIgnoringCase(type, expected)) {
        return {};
    }
    return refused({ErrorCode::Unsupported,
                    {{u"value"_s, QString::fromLatin1(type)}, {u"expected"_s, QString::fromLatin1(expected)}},
                    {}});
}

Result<QUuid> uuidOf(const QString &text)
{
    const auto uuid = uuidFromText(text);
    return uuid ? Result<QUuid>(*uuid)
                : fail(ErrorCode::NotFound, {{u"what"_s, u"upload"_s}, {u"id"_s, text.left(80)}});
}

Result<PartialState> createFrom(const ApiServices &services, const http::Headers &headers,
                                const accounts::Principal &principal)
{
    const auto size = tusBytes(headers, "Upload-Length");
    const auto metadata = tusMetadata(headers);
    if (!size || !metadata) {
        return !size ? failed(size) : failed(metadata);
    }
    const auto get = [&](const QString &name) -> std::optional<QString> {
        const auto found = metadata->find(name);
        return found == metadata->end() ? std::nullopt : std::optional(found->second);
    };
    const QString fileName = get(u"filename"_s).value_or(get(u"name"_s).value_or(QString()));
    const auto facts = fileFactsOf(principal, fileName, get);
    if (!facts) {
        return failed(facts);
    }
    return services.partialUploads->create(principal.userId, *size,
                                           QString::fromLatin1(headers.value("Upload-Metadata")), *facts);
}

/// Opens the body of a POST that brings the first piece along.
Admitted<std::shared_ptr<http::BodySink>> openCreation(const ApiServices &services, const BodyStart &start)
{
    const http::Headers &headers = start.head.headers;
    if (auto checked = checkVersion(headers).and_then([&] { return checkBodyType(headers); }); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto checksum = tusChecksum(headers);
    if (!checksum) {
        return refused(checksum.error());
    }
    const auto state = createFrom(services, headers, *start.principal);
    if (!state) {
        return refused(state.error());
    }
    const qint64 userId = start.principal->userId;
    const QUuid uuid = state->upload.uuid;
    auto writer = services.partialUploads->write(userId, uuid, 0, start.head.contentLength.value_or(-1), *checksum);
    if (!writer) {
        std::ignore = services.partialUploads->remove(userId, uuid);
        return refused(writer.error());
    }
    return std::make_shared<PieceSink>(uuid, std::move(*writer));
}

Admitted<std::shared_ptr<PieceSink>> openPieceAt(const ApiServices &services, const http::Head &head, const QString &id,
                                                 qint64 userId)
{
    const http::Headers &headers = head.headers;
    if (auto checked = checkVersion(headers).and_then([&] { return checkBodyType(headers); }); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto uuid = uuidOf(id);
    const auto offset = tusBytes(headers, "Upload-Offset");
    const auto checksum = tusChecksum(headers);
    if (!uuid || !offset || !checksum) {
        return refused(!uuid ? uuid.error() : !offset ? offset.error() : checksum.error());
    }
    auto writer = services.partialUploads->write(userId, *uuid, *offset, head.contentLength.value_or(-1), *checksum);
    return writer ? Admitted<std::shared_ptr<PieceSink>>(std::make_shared<PieceSink>(*uuid, std::move(*writer)))
                  : refused(writer.error());
}

Admitted<std::shared_ptr<http::BodySink>> openPiece(const ApiServices &services, const BodyStart &start)
{
    return openPieceAt(services, start.head, start.arguments.front(), start.principal->userId)
        .map([](std::shared_ptr<PieceSink> sink) -> std::shared_ptr<http::BodySink> { return sink; });
}

/// With how far it has come, and what became of it.
Reply stateReply(const ApiServices &services, const PartialState &state, int status)
{
    Reply reply(status);
    reply.set("Tus-Resumable", version);
    reply.set("Upload-Offset", QByteArray::number(state.offset));
    reply.set("Upload-Expires", http::httpDate(state.expiresAt));
    if (state.upload.fileId) {
        reply.set("X-Asset-Id", QByteArray::number(*state.upload.fileId));
        if (const auto file = services.renderFiles->file({state.upload.ownerId, false}, *state.upload.fileId)) {
            reply.set("X-File-Hash", file->md5.toHex());
        }
    }
    return reply;
}

/// The piece has come whole.
Reply finishPiece(const ApiServices &services, const Request &request, PieceSink &sink, int status)
{
    const auto finished = sink.writer().finish();
    const auto digests = finished && *finished == render::PieceEnd::Taken ? sink.writer().digests() : std::nullopt;
    sink.close();
    if (!finished) {
        return request.refuse(finished.error());
    }
    if (*finished == render::PieceEnd::Mismatch) {
        return request.refuse(Error{ErrorCode::InvalidArgument,
                                    {{u"field"_s, u"Upload-Checksum"_s},
                                     {u"value"_s, QString::fromLatin1(request.header("Upload-Checksum"))},
                                     {u"expected"_s, u"md5, sha1 or sha256 with its value in base64"_s}},
                                    {}},
                              checksumMismatch);
    }
    const auto state = services.partialUploads->settle(userOf(request), sink.uuid, digests);
    return state ? stateReply(services, *state, status) : request.refuse(state.error());
}

void nameLocation(Reply &reply, const Request &request, const QUuid &uuid)
{
    reply.set("Location", (request.origin() + u"/api/files/tus/"_s + toText(uuid)).toLatin1());
}

Reply create(const ApiServices &services, const Request &request)
{
    if (auto checked = checkVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    if (const auto sink = std::dynamic_pointer_cast<PieceSink>(request.sink())) {
        Reply reply = finishPiece(services, request, *sink, 201);
        if (reply.status() == 201) {
            nameLocation(reply, request, sink->uuid);
        }
        return reply;
    }
    auto state = createFrom(services, request.headers(), *request.principal());
    if (state && state->upload.size == 0) {
        state = services.partialUploads->settle(userOf(request), state->upload.uuid, std::nullopt);
    }
    if (!state) {
        return request.refuse(state.error());
    }
    Reply reply = stateReply(services, *state, 201);
    nameLocation(reply, request, state->upload.uuid);
    return reply;
}

Reply patch(const ApiServices &services, const Request &request)
{
    if (const auto sink = std::dynamic_pointer_cast<PieceSink>(request.sink())) {
        return finishPiece(services, request, *sink, 204);
    }
    // Without a body: a piece of no bytes.
    const auto sink = openPieceAt(services, request.head(), request.argument("id"), userOf(request));
    return sink ? finishPiece(services, request, **sink, 204) : request.refuse(sink.error().error, sink.error().status);
}

Reply head(const ApiServices &services, const Request &request)
{
    if (auto checked = checkVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    const auto uuid = uuidOf(request.argument("id"));
    auto state = uuid ? services.partialUploads->state(userOf(request), *uuid) : failed(uuid);
    // The program ended between the last byte and the answer to it.
    if (state && state->offset == state->upload.size && !state->upload.fileId) {
        state = services.partialUploads->settle(userOf(request), *uuid, std::nullopt);
    }
    if (!state) {
        return request.refuse(state.error());
    }
    Reply reply = stateReply(services, *state, 200);
    reply.set("Upload-Length", QByteArray::number(state->upload.size));
    reply.set("Cache-Control", "no-store");
    if (!state->upload.metadata.isEmpty()) {
        reply.set("Upload-Metadata", state->upload.metadata.toLatin1());
    }
    return reply;
}

Reply terminate(const ApiServices &services, const Request &request)
{
    if (auto checked = checkVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    const auto uuid = uuidOf(request.argument("id"));
    const auto removed = uuid ? services.partialUploads->remove(userOf(request), *uuid) : failed(uuid);
    if (!removed) {
        return request.refuse(removed.error());
    }
    Reply reply(204);
    reply.set("Tus-Resumable", version);
    return reply;
}

Reply options(const ApiServices &services, const Request & /*request*/)
{
    Reply reply(204);
    reply.set("Tus-Resumable", version);
    reply.set("Tus-Version", version);
    reply.set("Tus-Extension", extensions);
    reply.set("Tus-Checksum-Algorithm", "md5,sha1,sha256");
    reply.set("Tus-Max-Size", QByteArray::number(services.partialUploads->limits().fileBytes));
    return reply;
}

/// For clients that can send nothing but GET and POST.
Reply overridden(const ApiServices &services, const Request &request)
{
    const QByteArrayView method = http::trimmed(request.header("X-HTTP-Method-Override"));
    if (method == "PATCH") {
        return patch(services, request);
    }
    if (method == "DELETE") {
        return terminate(services, request);
    }
    return request.refuse(
        Error{ErrorCode::Unsupported, {{u"value"_s, u"POST"_s}, {u"expected"_s, u"PATCH, DELETE"_s}}, {}}, 405);
}

} // namespace

std::vector<http::Route> tusRoutes(const ApiServices &services)
{
    const QString permission = u"asset.upload"_s;
    const auto openFirst = [&services](const BodyStart &start) { return openCreation(services, start); };
    const auto openNext = [&services](const BodyStart &start) { return openPiece(services, start); };
    RouteList routes(services, tusDoor());
    for (const QByteArray path : {"/api/files/tus", "/api/files/tus/{id}"}) {
        routes.add("OPTIONS", path, options, {}).access = http::Access::Open;
    }
    const auto takesBody = [](http::Route &route, http::BodyOpener open) {
        route.body = http::BodyKind::Sink;
        route.openBody = std::move(open);
    };
    takesBody(routes.add("POST", "/api/files/tus", create, permission), openFirst);
    takesBody(routes.add("PATCH", "/api/files/tus/{id}", patch, permission), openNext);
    takesBody(routes.add("POST", "/api/files/tus/{id}", overridden, permission), openNext);
    routes.add("HEAD", "/api/files/tus/{id}", head, permission);
    routes.remove("/api/files/tus/{id}", terminate, permission);
    auto all = routes.take();
    for (http::Route &route : all) {
        route.way = http::Way::Straight;
    }
    return all;
}

} // namespace kinframe::server
