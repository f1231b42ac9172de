// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/upload_routes.h"

#include "base/ids.h"
#include "base/language.h"
#include "library/importer.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/upload_facts.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// How the two paths of one call name what happened.
struct Words
{
    QString added;
    QString duplicate;
};

QJsonObject uploadedJson(const library::Registered &registered, const Words &words)
{
    return {{u"id"_s, toText(registered.uuid)},
            {u"duplicate"_s, registered.isDuplicate},
            {u"status"_s, registered.isDuplicate ? words.duplicate : words.added}};
}

Reply upload(const ApiServices &services, const Request &request, const Words &words)
{
    std::vector<const http::FormFile *> files;
    for (const http::FormFile &file : request.form().files) {
        if (file.name == "assetData"_L1) {
            files.push_back(&file);
        }
    }
    if (files.empty()) {
        return request.refuse({ErrorCode::MissingField,
                               {{u"field"_s, u"assetData"_s}, {u"expected"_s, u"a file in a multipart form"_s}},
                               {}});
    }
    for (const http::FormFile *file : files) {
        // Before anything is kept of it.
        if (const auto same = checkChecksum(request, file->digests()); !same) {
            return request.refuse(same.error());
        }
    }
    auto facts = uploadFacts(services, request);
    if (!facts) {
        return request.refuse(facts.error());
    }
    library::Importer importer(services.library);
    QJsonArray answers;
    bool anyNew = false;
    for (const http::FormFile *file : files) {
        facts->fileName = file->fileName.isEmpty() ? u"upload"_s : file->fileName;
        const auto added = importer.addSpooled(ownerOf(request), file->take(), file->digests(), *facts);
        if (!added && files.size() == 1) {
            return request.refuse(added.error());
        }
        anyNew = anyNew || (added && !added->isDuplicate);
        answers.append(
            added ? uploadedJson(*added, words)
                  : QJsonObject{{u"status"_s, u"FAILED"_s}, {u"error"_s, textOf(added.error(), request.language())}});
    }
    const int status = anyNew ? 201 : 200;
    return files.size() == 1 ? Reply::json(answers.first(), status) : Reply::json(answers, status);
}

} // namespace

std::vector<http::Route> uploadRoutes(const ApiServices &services)
{
    http::Route older;
    older.method = "POST";
    older.pattern = "/api/asset/upload";
    older.body = http::BodyKind::Multipart;
    older.way = http::Way::Straight;
    older.permission = u"asset.upload"_s;
    older.door = peopleDoor();
    older.handler = [&services](const Request &request) {
        return upload(services, request, {u"SUCCESS"_s, u"DUPLICATE"_s});
    };
    http::Route current = older;
    current.pattern = "/api/assets";
    current.door = immichDoor();
    current.handler = [&services](const Request &request) {
        return upload(services, request, {u"created"_s, u"duplicate"_s});
    };
    return {older, current};
}

} // namespace kinframe::server
