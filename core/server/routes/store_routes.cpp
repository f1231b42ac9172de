// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/store_routes.h"

#include "render/files/store_choice.h"
#include "server/http/invalid_input.h"
#include "server/routes/render_door.h"
#include "server/routes/render_kit.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QRegularExpression>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using render::S3Settings;

QJsonObject storeJson(const std::optional<S3Settings> &settings)
{
    if (!settings) {
        return {{u"kind"_s, u"local"_s}};
    }
    // The secret stays here.
    return {{u"kind"_s, u"s3"_s},
            {u"endpoint"_s, settings->endpoint.toString(QUrl::FullyEncoded)},
            {u"region"_s, settings->region},
            {u"bucket"_s, settings->bucket},
            {u"access_key"_s, settings->accessKey},
            {u"path_style"_s, settings->isPathStyle}};
}

Result<QUrl> endpointOf(const QJsonObject &body)
{
    const auto text = neededTextIn(body, u"endpoint"_s);
    if (!text) {
        return failed(text);
    }
    const QUrl url(*text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    const bool isBare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && url.userInfo().isEmpty();
    if (!isWeb || !isBare || url.host().isEmpty()) {
        return http::invalidInput(u"endpoint"_s, text->toUtf8(), u"an http or https address"_s);
    }
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveFragment);
}

/// A text that must be there, of one line and no longer than that.
Result<QString> wordIn(const QJsonObject &body, const QString &field, qsizetype longest)
{
    auto text = neededTextIn(body, field);
    if (text && text->size() > longest) {
        return http::invalidInput(field, text->toUtf8(), u"at most %1 characters"_s.arg(longest));
    }
    static const QRegularExpression printable(u"^[!-~]+$"_s);
    if (text && !printable.match(*text).hasMatch()) {
        return http::invalidInput(field, text->toUtf8(), u"a word"_s);
    }
    return text;
}

Result<QString> bucketIn(const QJsonObject &body)
{
    constexpr qsizetype longest = 63;
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9.-]+[a-z0-9]$"_s);
    auto bucket = wordIn(body, u"bucket"_s, longest);
    if (bucket && !form.match(*bucket).hasMatch()) {
        return http::invalidInput(u"bucket"_s, bucket->toUtf8(), u"the name of a bucket"_s);
    }
    return bucket;
}

Result<S3Settings> s3In(const QJsonObject &body)
{
    constexpr qsizetype longest = 256;
    const auto endpoint = endpointOf(body);
    const auto bucket = bucketIn(body);
    const auto accessKey = wordIn(body, u"access_key"_s, longest);
    const auto region =
        body.contains(u"region"_s) ? wordIn(body, u"region"_s, longest) : Result<QString>(u"us-east-1"_s);
    const auto secret = body.contains(u"secret"_s) ? wordIn(body, u"secret"_s, longest) : Result<QString>(QString());
    const auto isPathStyle = flagIn(body, u"path_style"_s);
    std::vector<Error> errors;
    const auto note = [&](const auto &result) {
        if (!result) {
            errors.push_back(result.error());
        }
    };
    note(endpoint);
    note(bucket);
    note(accessKey);
    note(region);
    note(secret);
    note(isPathStyle);
    if (!errors.empty()) {
        return severalErrors(errors);
    }
    S3Settings settings;
    settings.endpoint = *endpoint;
    settings.region = *region;
    settings.bucket = *bucket;
    settings.accessKey = *accessKey;
    settings.secret = secret->toUtf8();
    settings.isPathStyle = isPathStyle->value_or(true);
    return settings;
}

Reply show(const ApiServices &services, const Request &request)
{
    return renderReply(request, services.objectStore->current().map(storeJson));
}

Reply choose(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto kind = body ? neededTextIn(*body, u"kind"_s) : failed(body);
    if (!kind) {
        return request.refuse(kind.error());
    }
    if (*kind != "local"_L1 && *kind != "s3"_L1) {
        return request.refuse(
            http::invalidInput(u"kind"_s, kind->toUtf8(), u"one of: %1"_s.arg(u"local, s3"_s)).value());
    }
    std::optional<S3Settings> chosen;
    if (*kind == "s3"_L1) {
        const auto settings = s3In(*body);
        if (!settings) {
            return request.refuse(settings.error());
        }
        chosen = *settings;
    }
    const auto done = services.objectStore->choose(chosen);
    return done ? renderReply(request, storeJson(chosen)) : request.refuse(done.error());
}

} // namespace

std::vector<http::Route> storeRoutes(const ApiServices &services)
{
    RouteList routes(services, renderDoor());
    routes.get("/api/files/store", show, {}).access = http::Access::Admin;
    routes.put("/api/files/store", choose, {}).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server
