// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/file_routes.h"

#include "accounts/accounts.h"
#include "base/clock.h"
#include "render/files/file_key.h"
#include "render/files/files.h"
#include "server/http/conditional.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/file_facts.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>
#include <QSet>

#include <chrono>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr qsizetype mostHashes = 10'000;
constexpr std::chrono::seconds linkLasts = std::chrono::hours(1);

/// Each once, in their order.
Result<std::vector<QByteArray>> hashesOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    const QString field = u"hashes"_s;
    const QJsonValue list = body->value(field);
    if (list.isUndefined()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a list of MD5s"_s}});
    }
    if (!list.isArray()) {
        return http::invalidInput(field, list.toVariant().toString().toUtf8(), u"a list of MD5s"_s);
    }
    const QJsonArray array = list.toArray();
    if (array.size() > mostHashes) {
        return fail(ErrorCode::TooMany, {{u"field"_s, field},
                                         {u"value"_s, QString::number(array.size())},
                                         {u"limit"_s, QString::number(mostHashes)}});
    }
    std::vector<QByteArray> hashes;
    QSet<QByteArray> seen;
    for (const QJsonValue value : array) {
        const auto md5 = render::md5From(value.toString());
        if (!md5) {
            return http::invalidInput(field, value.toVariant().toString().toUtf8(), u"32 hexadecimal digits (MD5)"_s);
        }
        if (!seen.contains(*md5)) {
            seen.insert(*md5);
            hashes.push_back(*md5);
        }
    }
    return hashes;
}

Reply checkHashes(const ApiServices &services, const Request &request)
{
    const auto hashes = hashesOf(request);
    if (!hashes) {
        return request.refuse(hashes.error());
    }
    const auto found = services.renderFiles->existing(askerOf(request), *hashes);
    if (!found) {
        return request.refuse(found.error());
    }
    QSet<QByteArray> known;
    QJsonArray existing;
    for (const render::StoredFile &file : *found) {
        known.insert(file.md5);
        existing.append(QJsonObject{{u"hash"_s, QString::fromLatin1(file.md5.toHex())},
                                    {u"asset_id"_s, file.id},
                                    {u"storage_path"_s, file.storageKey()}});
    }
    QJsonArray missing;
    for (const QByteArray &hash : *hashes) {
        if (!known.contains(hash)) {
            missing.append(QString::fromLatin1(hash.toHex()));
        }
    }
    return renderReply(request, QJsonObject{{u"existing"_s, existing}, {u"missing"_s, missing}});
}

Result<const http::FormFile *> oneFile(const http::Form &form)
{
    const http::FormFile *only = nullptr;
    for (const http::FormFile &file : form.files) {
        if (file.name == "file"_L1 && only != nullptr) {
            return http::invalidInput(u"file"_s, "given more than once", u"given once"_s);
        }
        only = file.name == "file"_L1 ? &file : only;
    }
    if (only == nullptr) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"file"_s}, {u"expected"_s, u"a file in a multipart form"_s}});
    }
    return only;
}

Reply upload(const ApiServices &services, const Request &request)
{
    const auto file = oneFile(request.form());
    if (!file) {
        return request.refuse(file.error());
    }
    const auto facts = fileFactsOf(*request.principal(), (*file)->fileName,
                                   [&](const QString &name) { return request.form().get(name); });
    if (!facts) {
        return request.refuse(facts.error());
    }
    const auto added = services.renderFiles->addSpooled(userOf(request), (*file)->take(), (*file)->digests(), *facts);
    if (!added) {
        return request.refuse(added.error());
    }
    const QJsonObject data{{u"asset_id"_s, added->file.id},
                           {u"file_hash"_s, QString::fromLatin1(added->file.md5.toHex())},
                           {u"storage_path"_s, added->file.storageKey()},
                           {u"uploaded"_s, added->isNew},
                           {u"file_size"_s, added->file.size}};
    return renderReply(request, data, added->isNew ? 201 : 200, RenderMessage::FileUploaded);
}

Result<render::StoredFile> fileOfPath(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"file"_s, "asset_id");
    return id ? services.renderFiles->file(askerOf(request), *id) : failed(id);
}

QString contentPath(qint64 id)
{
    return u"/api/files/%1/content"_s.arg(id);
}

/// To the object store where the file lies there, else to this program.
Result<QString> linkTo(const ApiServices &services, const Request &request, const render::StoredFile &file,
                       qint64 expiresAt)
{
    const auto store = services.renderFiles->store();
    if (store->isRemote()) {
        const auto there = store->look(file.storageKey(), request.stopToken());
        if (there && *there) {
            return store->link(file.storageKey(), linkLasts).toString(QUrl::FullyEncoded);
        }
    }
    if (const auto here = services.renderFiles->pathOf(file); !here) {
        return failed(here);
    }
    const QString path = contentPath(file.id);
    return request.origin() +
           u"%1?expires=%2&signature=%3"_s.arg(path, QString::number(expiresAt / 1000),
                                               services.accounts.signLink(path, userOf(request), expiresAt));
}

Reply downloadUrl(const ApiServices &services, const Request &request)
{
    const auto file = fileOfPath(services, request);
    if (!file) {
        return request.refuse(file.error());
    }
    const qint64 now = wallMs() / 1000 * 1000;
    const qint64 expiresAt = now + std::chrono::milliseconds(linkLasts).count();
    const auto link = linkTo(services, request, *file, expiresAt);
    if (!link) {
        return request.refuse(link.error());
    }
    return renderReply(
        request,
        QJsonObject{{u"asset_id"_s, file->id}, {u"download_url"_s, *link}, {u"expires_at"_s, toIsoShort(expiresAt)}});
}

/// Whether the query holds what signLink() has signed, unchanged.
bool isSigned(const ApiServices &services, const Request &request, qint64 id)
{
    const QString signature = request.query().get(u"signature").value_or(QString());
    const QString expires = request.query().get(u"expires").value_or(QString());
    const QStringList parts = signature.split(u'.');
    const bool isSaidTwice = parts.size() == 3 && parts[1].toLongLong() == expires.toLongLong() * 1000;
    return isSaidTwice && services.accounts.checkLink(contentPath(id), signature).has_value();
}

Reply content(const ApiServices &services, const Request &request)
{
    const auto id = rowIdOf(request, u"file"_s, "asset_id");
    if (!id || !isSigned(services, request, *id)) {
        return request.refuse(Error{ErrorCode::Unauthorized, {}, {}});
    }
    // Whoever has the link may have the file: it was asked for by who may.
    const auto file = services.renderFiles->file({0, true}, *id);
    if (!file) {
        return request.refuse(file.error());
    }
    const auto path = services.renderFiles->pathOf(*file);
    if (!path) {
        return request.refuse(path.error());
    }
    http::FileBody body;
    body.path = *path;
    body.etag = http::strongEtag(file->sha256.toHex());
    body.downloadName = file->fileName.isEmpty() ? QString::fromLatin1(file->md5.toHex()) : file->fileName;
    return Reply::file(body);
}

QJsonObject collectedJson(const render::Collected &sum, bool isDryRun)
{
    return {{u"dry_run"_s, isDryRun}, {u"files"_s, sum.files}, {u"bytes"_s, sum.bytes}};
}

Reply collect(const ApiServices &services, const Request &request)
{
    const auto body = request.body().trimmed().isEmpty() ? Result<QJsonObject>(QJsonObject()) : objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto isDryRun = flagIn(*body, u"dry_run"_s);
    if (!isDryRun) {
        return request.refuse(isDryRun.error());
    }
    const bool isDry = isDryRun->value_or(false);
    const auto sum = isDry ? services.renderFiles->countUnused() : services.renderFiles->collect(request.stopToken());
    return sum ? renderReply(request, collectedJson(*sum, isDry)) : request.refuse(sum.error());
}

Reply unused(const ApiServices &services, const Request &request)
{
    const auto page = listPageOf(request, {});
    if (!page) {
        return request.refuse(page.error());
    }
    const auto total = services.renderFiles->countUnused();
    const auto files = services.renderFiles->unused(page->size, page->offset());
    if (!total || !files) {
        return request.refuse(!total ? total.error() : files.error());
    }
    QJsonArray items;
    for (const render::StoredFile &file : *files) {
        items.append(QJsonObject{{u"asset_id"_s, file.id},
                                 {u"file_name"_s, file.fileName},
                                 {u"file_hash"_s, QString::fromLatin1(file.md5.toHex())},
                                 {u"file_size"_s, file.size},
                                 {u"created_at"_s, toIsoShort(file.createdAt)},
                                 {u"used_at"_s, toIsoShort(file.usedAt)}});
    }
    return renderReply(request, pageJson(items, total->files, *page));
}

} // namespace

std::vector<http::Route> fileRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.post("/api/files/check-hashes", checkHashes, u"asset.read"_s).bodyLimit = http::Limits().bulkBytes;
    http::Route &uploading = routes.post("/api/files/upload", upload, u"asset.upload"_s);
    uploading.body = http::BodyKind::Multipart;
    uploading.way = http::Way::Straight;
    routes.get("/api/files/download-url/{asset_id}", downloadUrl, u"asset.download"_s);
    http::Route &bytes = routes.get("/api/files/{asset_id}/content", content, {});
    bytes.access = http::Access::Open;
    bytes.way = http::Way::Straight;
    routes.get("/api/files/unused", unused, {}).access = http::Access::Admin;
    routes.post("/api/files/collect", collect, {}).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server
