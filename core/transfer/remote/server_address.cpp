// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/server_address.h"

#include "transfer/http_errors.h"
#include "transfer/redirect.h"
#include "transfer/remote/server_calls.h"

#include <QHostAddress>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestAddress = 2048;

bool isOfHome(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull()) {
        constexpr std::array<const char *, 4> nets{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"};
        return address.isLoopback() || address.isLinkLocal() || std::any_of(nets.begin(), nets.end(), [&](auto *net) {
                   return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(net)));
               });
    }
    return !host.contains(u'.') || host.endsWith(".local"_L1) || host.endsWith(".lan"_L1) ||
           host.endsWith(".home"_L1) || host.endsWith(".internal"_L1) || host.endsWith(".home.arpa"_L1);
}

Failure badAddress(const QString &typed)
{
    return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"url"_s},
                                             {u"value"_s, u"“%1”"_s.arg(typed.left(80))},
                                             {u"expected"_s, u"an http or https address without a password"_s}});
}

QUrl below(QUrl url, const QString &path)
{
    url.setPath(url.path() + path);
    return url;
}

QUrl withoutSlashes(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

bool isGone(const Error &error)
{
    return error.code != ErrorCode::RemoteNotFound && error.code != ErrorCode::RemoteRefused &&
           error.code != ErrorCode::RemoteInvalid && error.code != ErrorCode::RemoteForbidden &&
           error.code != ErrorCode::RemoteUnauthorized;
}

/// Looks for the calls at one address after the other.
class Search
{
public:
    Search(HttpClient &client, QString fingerprint, std::stop_token stop)
        : m_client(client)
        , m_fingerprint(std::move(fingerprint))
        , m_stop(std::move(stop))
    {
    }

    /// The address after redirects where a library answers; none where nothing such does.
    [[nodiscard]] Result<std::optional<QUrl>> ping(const QUrl &api) const
    {
        for (const QString &path : {u"/server/ping"_s, u"/server-info/ping"_s}) {
            QUrl after;
            const auto answer = ask(api, path, after);
            if (!answer && isGone(answer.error())) {
                return failed(answer);
            }
            if (answer && answer->value("res"_L1).toString() == "pong"_L1 && after.path().endsWith(path)) {
                after.setPath(after.path().chopped(path.size()));
                return std::optional(after);
            }
        }
        return std::optional<QUrl>();
    }

    /// What the server itself says; none where it says nothing.
    [[nodiscard]] Result<std::optional<QUrl>> wellKnown(const QUrl &address) const
    {
        QUrl after;
        const auto answer = ask(address, u"/.well-known/immich"_s, after);
        if (!answer) {
            return isGone(answer.error()) ? Result<std::optional<QUrl>>(failed(answer)) : std::optional<QUrl>();
        }
        const QString endpoint = answer->value("api"_L1).toObject().value("endpoint"_L1).toString();
        const QUrl found = after.resolved(QUrl(endpoint));
        const bool isGood = !endpoint.isEmpty() && isWebAddress(found) && originOf(found) == originOf(after);
        return isGood ? std::optional(withoutSlashes(found)) : std::nullopt;
    }

private:
    Result<QJsonObject> ask(const QUrl &base, const QString &path, QUrl &after) const
    {
        constexpr qint64 enough = 64 * 1024;
        ServerAccess access;
        access.api = base;
        access.fingerprint = m_fingerprint;
        const ServerCalls calls(m_client, access);
        HttpRequest request = calls.request(path);
        request.totalTimeout = std::chrono::seconds(20);
        const auto answer = calls.fetch(std::move(request), enough, m_stop);
        if (!answer) {
            return failed(answer);
        }
        after = answer->head.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
        return QJsonDocument::fromJson(answer->body).object();
    }

    HttpClient &m_client;
    QString m_fingerprint;
    std::stop_token m_stop;
};

} // namespace

Result<QUrl> serverAddressOf(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > longestAddress) {
        return badAddress(typed);
    }
    if (!text.contains("://"_L1)) {
        const QUrl guess(u"http://"_s + text);
        text = (isOfHome(guess.host()) ? u"http://"_s : u"https://"_s) + text;
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !isWebAddress(url) || !url.userInfo().isEmpty()) {
        return badAddress(typed);
    }
    return withoutSlashes(url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::NormalizePathSegments));
}

Result<QUrl> findApi(HttpClient &client, const QUrl &address, const QString &fingerprint, const std::stop_token &stop)
{
    const Search search(client, fingerprint, stop);
    std::vector<QUrl> bases{address};
    if (!address.path().isEmpty()) {
        bases.push_back(address.adjusted(QUrl::RemovePath)); // Copied from a browser, with the page in it.
    }
    for (const QUrl &base : bases) {
        std::vector<QUrl> places;
        if (base.path().endsWith("/api"_L1)) {
            places.push_back(base);
        } else {
            const auto told = search.wellKnown(base);
            if (!told) {
                return failed(told);
            }
            if (*told) {
                places.push_back(**told);
            }
            places.push_back(below(base, u"/api"_s));
        }
        for (const QUrl &place : places) {
            const auto found = search.ping(place);
            if (!found) {
                return failed(found);
            }
            if (*found) {
                return **found;
            }
        }
    }
    return fail(ErrorCode::RemoteNotLibrary, {{u"url"_s, withoutSecrets(address)}});
}

} // namespace kinframe::transfer
