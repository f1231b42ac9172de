// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_upload_routes.h"

#include "base/language.h"
#include "jobs/job.h"
#include "library/importer.h"
#include "library/open_metadata.h"
#include "server/http/invalid_input.h"
#include "server/routes/image_door.h"
#include "server/routes/image_kit.h"
#include "server/routes/json_members.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::MetadataEdit;

std::vector<const http::FormFile *> filesOf(const http::Form &form)
{
    std::vector<const http::FormFile *> files;
    for (const http::FormFile &file : form.files) {
        if (file.name == "file"_L1) {
            files.push_back(&file);
        }
    }
    return files;
}

Result<MetadataEdit> metadataFrom(const QByteArray &json)
{
    MetadataEdit edit;
    if (json.trimmed().isEmpty()) {
        return edit;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return http::invalidInput(u"metadata"_s, json, u"a JSON object for each file, in their order"_s);
    }
    for (const QString &key : memberNames(json)) {
        edit.values.emplace_back(key, document.object().value(key));
    }
    return edit;
}

/// What the form says of its n-th file: its own `metadata`, and `created_at` for all.
Result<MetadataEdit> metadataOf(const http::Form &form, qsizetype n)
{
    auto edit = metadataFrom(form.all(u"metadata").value(n).toUtf8());
    if (!edit) {
        return edit;
    }
    const auto created = form.get(u"created_at");
    const bool isSaid = std::any_of(edit->values.begin(), edit->values.end(),
                                    [](const auto &entry) { return entry.first == "created_at"_L1; });
    if (created && !created->isEmpty() && !isSaid) {
        edit->values.emplace_back(u"created_at"_s, *created);
    }
    // Before the bytes are taken: what cannot be set refuses the file.
    auto checked = library::checkMetadata(*edit);
    return checked ? edit : failed(checked);
}

Result<library::Registered> take(const ApiServices &services, const Request &request, const http::FormFile &file,
                                 qsizetype n)
{
    const auto edit = metadataOf(request.form(), n);
    if (!edit) {
        return failed(edit);
    }
    const accounts::Principal &principal = *request.principal();
    library::FileFacts facts;
    facts.fileName = file.fileName.isEmpty() ? u"upload"_s : file.fileName;
    facts.priority = jobs::priority::upload;
    facts.also = [&](storage::Transaction &transaction, const library::Registered &registered) -> Result<void> {
        if (edit->values.empty()) {
            return {};
        }
        auto done = library::editMetadata(transaction, services.library, principal.userId, registered.uuid, *edit);
        return done ? Result<void>() : failed(done);
    };
    return library::Importer(services.library)
        .addSpooled({principal.userId, principal.uuid, principal.isOwner}, file.take(), file.digests(), facts);
}

Reply upload(const ApiServices &services, const Request &request)
{
    const auto files = filesOf(request.form());
    const qsizetype described = request.form().all(u"metadata").size();
    if (files.empty()) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"file"_s}, {u"expected"_s, u"a file in a multipart form"_s}}, {}});
    }
    if (described > qsizetype(files.size())) {
        return request.refuse({ErrorCode::TooMany,
                               {{u"field"_s, u"metadata"_s},
                                {u"value"_s, QString::number(described)},
                                {u"limit"_s, QString::number(files.size())}},
                               {}});
    }
    QJsonArray success;
    QJsonArray failures;
    bool anyNew = false;
    for (size_t i = 0; i < files.size(); ++i) {
        const http::FormFile &file = *files[i];
        const QString hash = hashText(file.digests().sha256);
        const auto added = take(services, request, file, qsizetype(i));
        if (!added && files.size() == 1) {
            return request.refuse(added.error());
        }
        if (added) {
            anyNew = anyNew || !added->isDuplicate;
            success.append(
                QJsonObject{{u"hash"_s, hash}, {u"file_name"_s, file.fileName}, {u"duplicate"_s, added->isDuplicate}});
        } else {
            failures.append(QJsonObject{{u"hash"_s, hash},
                                        {u"file_name"_s, file.fileName},
                                        {u"error"_s, textOf(added.error(), request.language())}});
        }
    }
    return Reply::json(QJsonObject{{u"success"_s, success}, {u"failed"_s, failures}}, anyNew ? 201 : 200);
}

} // namespace

std::vector<http::Route> imageUploadRoutes(const ApiServices &services)
{
    RouteList routes(services, imageDoor());
    http::Route &uploading = routes.put("/api/images", upload, u"asset.upload"_s);
    uploading.body = http::BodyKind::Multipart;
    uploading.way = http::Way::Straight;
    return routes.take();
}

} // namespace kinframe::server
