// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_bulk_routes.h"

#include "base/language.h"
#include "library/open_metadata.h"
#include "library/remove_many.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/image_door.h"
#include "server/routes/image_kit.h"
#include "server/routes/json_members.h"
#include "server/routes/long_call.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>
#include <QSet>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Removal;

constexpr qsizetype mostItems = 10'000;

Failure tooMany(const QString &field, qsizetype count)
{
    return fail(ErrorCode::TooMany,
                {{u"field"_s, field}, {u"value"_s, QString::number(count)}, {u"limit"_s, QString::number(mostItems)}});
}

/// What is said of one that could not be done: `missing` where it is not there.
QString reasonOf(const Error &error, const Request &request, const char *missing)
{
    return error.code == ErrorCode::NotFound ? translated("Api", missing, request.language())
                                             : textOf(error, request.language());
}

QJsonObject failedEdit(const QString &hash, const Error &error, const Request &request)
{
    return {{u"hash"_s, hash}, {u"error"_s, reasonOf(error, request, QT_TRANSLATE_NOOP("Api", "Image not found"))}};
}

library::MetadataEdit editFrom(const QJsonObject &values)
{
    library::MetadataEdit edit;
    for (auto value = values.begin(); value != values.end(); ++value) {
        edit.values.emplace_back(value.key(), *value);
    }
    return edit;
}

/// The items of a body, in its order, beside those that cannot even be looked up.
struct Wanted
{
    std::vector<library::ItemEdit> items;
    QStringList hashes; ///< of the items, as they came
    QJsonArray failed;
};

Wanted wantedOf(const QJsonObject &body, const Request &request)
{
    Wanted wanted;
    for (const QString &hash : memberNames(request.body())) {
        const auto sha256 = sha256From(hash);
        const QJsonValue values = body.value(hash);
        if (!sha256) {
            wanted.failed.append(failedEdit(hash, noImage(hash).value(), request));
        } else if (!values.isObject()) {
            wanted.failed.append(
                failedEdit(hash, library::wrongMetadata(hash, values, u"a JSON object"_s).value(), request));
        } else {
            wanted.items.push_back({*sha256, editFrom(values.toObject())});
            wanted.hashes << hash;
        }
    }
    return wanted;
}

Reply edit(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    if (body->size() > mostItems) {
        return request.refuse(tooMany(u"body"_s, body->size()).value());
    }
    Wanted wanted = wantedOf(*body, request);
    LongCall call(services, request, u"editing"_s);
    const auto outcomes = library::editMany(
        services.library, userOf(request), wanted.items,
        [&call](qint64 done, qint64 total) { call.progress(done, total); }, call.stopToken());
    if (!outcomes) {
        return request.refuse(outcomes.error());
    }
    QJsonArray success;
    for (qsizetype i = 0; i < wanted.hashes.size(); ++i) {
        const library::EditOutcome &outcome = outcomes->at(size_t(i));
        if (outcome) {
            success.append(wanted.hashes[i]);
        } else {
            wanted.failed.append(failedEdit(wanted.hashes[i], outcome.error(), request));
        }
    }
    return Reply::json(QJsonObject{{u"success"_s, success}, {u"failed"_s, wanted.failed}});
}

/// The texts of `hashes`, each once.
Result<QStringList> hashesIn(const QJsonObject &body)
{
    const QString field = u"hashes"_s;
    const QString expected = u"a list of hashes"_s;
    const QJsonValue value = body.value(field);
    if (value.isUndefined()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, expected}});
    }
    if (!value.isArray()) {
        return library::wrongMetadata(field, value, expected);
    }
    const QJsonArray array = value.toArray();
    if (array.size() > mostItems) {
        return tooMany(field, array.size());
    }
    QStringList hashes;
    for (const auto &hash : array) {
        if (!hash.isString()) {
            return library::wrongMetadata(field, hash, expected);
        }
        hashes << hash.toString().toLower();
    }
    hashes.removeDuplicates();
    return hashes;
}

Reply remove(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto force = flagOf(request, u"force"_s);
    if (!body || !force) {
        return request.refuse(!body ? body.error() : force.error());
    }
    const auto hashes = hashesIn(*body);
    if (!hashes) {
        return request.refuse(hashes.error());
    }
    std::vector<QByteArray> known;
    for (const QString &hash : *hashes) {
        // One that is no hash is nobody's, as any other that is not there.
        known.push_back(sha256From(hash).value_or(QByteArray()));
    }
    LongCall call(services, request, *force ? u"deleting"_s : u"trashing"_s);
    const auto outcomes = library::removeMany(
        services.library, userOf(request), known, *force ? Removal::ForGood : Removal::ToTrash,
        [&call](qint64 done, qint64 total) { call.progress(done, total); }, call.stopToken());
    if (!outcomes) {
        return request.refuse(outcomes.error());
    }
    QJsonArray deleted;
    QJsonArray failed;
    for (qsizetype i = 0; i < hashes->size(); ++i) {
        const auto &outcome = outcomes->at(size_t(i));
        if (outcome) {
            deleted.append(hashes->at(i));
        } else {
            failed.append(QJsonObject{
                {u"hash"_s, hashes->at(i)},
                {u"reason"_s, reasonOf(outcome.error(), request, QT_TRANSLATE_NOOP("Api", "File not found"))}});
        }
    }
    return Reply::json(QJsonObject{{u"deleted"_s, deleted}, {u"failed"_s, failed}, {u"count"_s, int(deleted.size())}});
}

} // namespace

std::vector<http::Route> imageBulkRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, imageDoor());
    routes.post("/api/images", edit, u"asset.update"_s).bodyLimit = bulk;
    http::Route &removing = routes.remove("/api/images", remove, u"asset.delete"_s);
    removing.body = http::BodyKind::Json;
    removing.bodyLimit = bulk;
    return routes.take();
}

} // namespace kinframe::server
