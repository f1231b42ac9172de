// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus_routes.h"

#include "base/ids.h"
#include "server/http/header_value.h"
#include "server/http/http_date.h"
#include "server/routes/render_door.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/tus_pieces.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::BodyStart;
using http::Reply;
using http::Request;
using render::PartialState;

constexpr const char *version = "1.0.0";
constexpr const char *extensions = "creation,creation-with-upload,checksum,termination,expiration";
constexpr int checksumMismatch = 460; // as tus says

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

Reply createWithPiece(const ApiServices &services, const Request &request, FirstPieceSink &sink)
{
    if (const auto recorded = sink.record(); !recorded) {
        return request.refuse(recorded.error());
    }
    Reply reply = finishPiece(services, request, sink.piece(), 201);
    if (reply.status() == 201) {
        nameLocation(reply, request, sink.piece().uuid);
    }
    return reply;
}

Reply create(const ApiServices &services, const Request &request)
{
    if (const auto sink = std::dynamic_pointer_cast<FirstPieceSink>(request.sink())) {
        return createWithPiece(services, request, *sink);
    }
    if (auto checked = checkTusVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    const auto draft = tusDraftOf(services, request.headers(), *request.principal());
    auto state = draft ? services.partialUploads->record(*draft) : failed(draft);
    if (draft && !state) {
        services.partialUploads->discard(*draft);
    }
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
    if (auto checked = checkTusVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    const auto uuid = tusUploadOf(request.argument("id"));
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
    if (auto checked = checkTusVersion(request.headers()); !checked) {
        return request.refuse(checked.error().error, checked.error().status);
    }
    const auto uuid = tusUploadOf(request.argument("id"));
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
    const auto openFirst = [&services](const BodyStart &start) { return openFirstPiece(services, start); };
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
