// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/connection_facts.h"

#include "transfer/http_errors.h"

#include <array>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

const QString everything = u"all"_s;
/// What looking through a library and downloading from it needs.
const std::array needed{u"asset.read"_s, u"asset.view"_s, u"asset.download"_s, u"album.read"_s, u"person.read"_s};

QStringList permissionsOf(const ServerCalls &calls, const std::stop_token &stop)
{
    if (!calls.access().usesKey) {
        return {everything};
    }
    const auto key = calls.object(u"/api-keys/me"_s, stop);
    if (!key || !key->value("permissions"_L1).isArray()) {
        return {everything}; // Older ones have no permissions.
    }
    QStringList permissions;
    for (const QJsonValue permission : key->value("permissions"_L1).toArray()) {
        permissions << permission.toString();
    }
    // Ours say with an empty list what others say with this word.
    return permissions.isEmpty() ? QStringList{everything} : permissions;
}

} // namespace

Result<RemoteVersion> askVersion(HttpClient &client, const ServerAccess &access, const std::stop_token &stop)
{
    const ServerCalls calls(client, access);
    auto answer = calls.object(u"/server/version"_s, stop);
    if (!answer && isUnknownCall(answer.error())) {
        answer = calls.object(u"/server-info/version"_s, stop);
    }
    if (!answer) {
        return failed(answer);
    }
    const RemoteVersion version{answer->value("major"_L1).toInt(-1), answer->value("minor"_L1).toInt(-1),
                                answer->value("patch"_L1).toInt(-1)};
    if (version.major < 0 || version.minor < 0 || version.patch < 0) {
        return fail(ErrorCode::RemoteNotLibrary, {{u"url"_s, withoutSecrets(access.api)}});
    }
    if (version < oldestVersion) {
        return fail(
            ErrorCode::RemoteTooOld,
            {{u"host"_s, access.api.host()}, {u"version"_s, version.text()}, {u"needed"_s, oldestVersion.text()}});
    }
    return version;
}

Result<QByteArray> logIn(HttpClient &client, const ServerAccess &access, const SignIn &signIn,
                         const std::stop_token &stop)
{
    const ServerCalls calls(client, access);
    const auto answer =
        calls.post(u"/auth/login"_s, {{u"email"_s, signIn.email}, {u"password"_s, signIn.password}}, stop);
    if (!answer) {
        const int status = answer.error().fact(u"status"_s).toInt();
        if (status == 400 || status == 401) {
            return fail(ErrorCode::RemoteWrongLogin, {{u"host"_s, access.api.host()}});
        }
        return failed(answer);
    }
    const QByteArray token = answer->value("accessToken"_L1).toString().toLatin1();
    if (token.isEmpty()) {
        return Failure(invalidAnswer(access.api, u"no token came"_s));
    }
    return token;
}

void logOut(HttpClient &client, const ServerAccess &access)
{
    const ServerCalls calls(client, access);
    client.send(calls.request(u"/auth/logout"_s, {}, QJsonObject()), {});
}

Result<ServerFacts> askFacts(HttpClient &client, const ServerAccess &access, const std::stop_token &stop)
{
    const ServerCalls calls(client, access);
    const auto me = calls.object(access.isOld() ? u"/user/me"_s : u"/users/me"_s, stop);
    if (!me) {
        return failed(me);
    }
    ServerFacts facts;
    facts.url = access.api;
    facts.version = access.version;
    facts.userId = QUuid::fromString(me->value("id"_L1).toString());
    facts.userName = me->value("name"_L1).toString();
    facts.email = me->value("email"_L1).toString();
    facts.isAdmin = me->value("isAdmin"_L1).toBool();
    if (facts.userId.isNull()) {
        return Failure(invalidAnswer(access.api, u"it does not say who we are"_s));
    }
    facts.permissions = permissionsOf(calls, stop);
    for (const QString &permission : needed) {
        if (!facts.permissions.contains(everything) && !facts.permissions.contains(permission)) {
            facts.missing << permission;
        }
    }
    return facts;
}

} // namespace kinframe::transfer
