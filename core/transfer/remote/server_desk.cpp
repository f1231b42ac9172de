// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Adding servers, changing, testing and removing them: the part of Servers that signs in.
#include "transfer/remote/connection_facts.h"
#include "transfer/remote/server_address.h"
#include "transfer/remote/servers_inner.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 80;
constexpr qsizetype longestSecret = 4096;

Failure invalid(const QString &field, const QString &value, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, field}, {u"value"_s, u"“%1”"_s.arg(value.left(80))}, {u"expected"_s, expected}});
}

/// It stands in addresses, as one part of them.
Result<QString> nameFrom(const QString &typed)
{
    QString name = typed.simplified();
    if (name.isEmpty() || name.size() > longestName || name.contains(u'/') || name == "."_L1 || name == ".."_L1) {
        return invalid(u"name"_s, typed, u"1 to %1 characters, none of them a slash"_s.arg(longestName));
    }
    return name;
}

Result<QString> fingerprintFrom(const QString &typed)
{
    QString digits = typed;
    digits.remove(u':').remove(u' ');
    const QByteArray hex = digits.toLatin1().toLower();
    constexpr qsizetype sha256Digits = 64;
    if (!hex.isEmpty() && (hex.size() != sha256Digits || QByteArray::fromHex(hex).toHex() != hex)) {
        return invalid(u"fingerprint"_s, typed, u"a SHA-256 fingerprint of 64 hex digits"_s);
    }
    return QString::fromLatin1(hex);
}

/// Nothing that could end a header, and neither both nor none.
Result<void> check(const SignIn &signIn)
{
    if (signIn.isKey()) {
        for (const QChar letter : signIn.apiKey) {
            if (letter <= u' ' || letter > u'~' || signIn.apiKey.size() > longestSecret) {
                return invalid(u"apiKey"_s, u"…"_s, u"an API key without spaces"_s);
            }
        }
        return {};
    }
    if (signIn.email.isEmpty() || signIn.password.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, signIn.email.isEmpty() ? u"apiKey"_s : u"password"_s},
                                              {u"expected"_s, u"an API key, or an e-mail address and a password"_s}});
    }
    return {};
}

/// A server that was found and signed in to.
struct Visit
{
    ServerAccess access;
    ServerFacts facts;
};

/// Signs in at a known address.
Result<Visit> visit(HttpClient &client, ServerAccess access, const SignIn &signIn, const std::stop_token &stop)
{
    const auto version = askVersion(client, access, stop);
    if (!version) {
        return failed(version);
    }
    access.version = *version;
    access.usesKey = signIn.isKey();
    const auto secret =
        signIn.isKey() ? Result<QByteArray>(signIn.apiKey.toLatin1()) : logIn(client, access, signIn, stop);
    if (!secret) {
        return failed(secret);
    }
    access.secret = *secret;
    auto facts = askFacts(client, access, stop);
    if (!facts && facts.error().code == ErrorCode::RemoteUnauthorized && signIn.isKey()) {
        return fail(ErrorCode::RemoteWrongKey, {{u"host"_s, access.api.host()}});
    }
    if (!facts) {
        return failed(facts);
    }
    return Visit{std::move(access), std::move(*facts)};
}

Result<Visit> visitNew(HttpClient &client, const NewServer &wanted, const std::stop_token &stop)
{
    const auto address = serverAddressOf(wanted.url);
    const auto fingerprint = fingerprintFrom(wanted.fingerprint);
    const auto checked = check(wanted.signIn);
    if (!address || !fingerprint || !checked) {
        return Failure(!address ? address.error() : !fingerprint ? fingerprint.error() : checked.error());
    }
    const auto api = findApi(client, *address, *fingerprint, stop);
    if (!api) {
        return failed(api);
    }
    ServerAccess access;
    access.api = *api;
    access.fingerprint = *fingerprint;
    return visit(client, std::move(access), wanted.signIn, stop);
}

void takeFacts(RemoteServer &server, const ServerFacts &facts)
{
    server.url = facts.url;
    server.version = facts.version;
    server.userName = facts.userName;
    server.needsSignIn = false;
}

QString newSecretName()
{
    return u"server-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Failure anotherUser()
{
    return fail(ErrorCode::Conflict,
                {{u"reason"_s, u"that is another user or another library; add it as one of its own"_s}});
}

} // namespace

Result<ServerFacts> Servers::tryOut(const NewServer &wanted, const std::stop_token &stop)
{
    auto visited = visitNew(m_inner->parts.client, wanted, stop);
    if (!visited) {
        return failed(visited);
    }
    if (!visited->access.usesKey) {
        logOut(m_inner->parts.client, visited->access);
    }
    return std::move(visited->facts);
}

Result<RemoteServer> Servers::add(const NewServer &wanted, const std::stop_token &stop)
{
    const auto address = serverAddressOf(wanted.url);
    const auto name = nameFrom(wanted.name.isEmpty() && address ? address->host() : wanted.name);
    if (!address || !name) {
        return Failure(!address ? address.error() : name.error());
    }
    if (const auto taken = find(*name); taken && taken->name.compare(*name, Qt::CaseInsensitive) == 0) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"there is a server of that name"_s}});
    }
    auto visited = visitNew(m_inner->parts.client, wanted, stop);
    if (!visited) {
        return failed(visited);
    }
    rows::ServerRow row;
    row.secret = newSecretName();
    RemoteServer &server = row.server;
    server.name = *name;
    server.fingerprint = visited->access.fingerprint;
    server.usesKey = visited->access.usesKey;
    server.email = server.usesKey ? QString() : wanted.signIn.email;
    server.userId = visited->facts.userId;
    server.createdAt = m_inner->parts.clock();
    takeFacts(server, visited->facts);
    // The secret first: without its server it means nothing.
    if (auto kept = m_inner->parts.secrets.write(row.secret, visited->access.secret).get(); !kept) {
        return failed(kept);
    }
    const auto id = m_inner->parts.database.write(
        [&](storage::Transaction &transaction) -> Result<qint64> { return rows::insertServer(transaction, row); });
    if (!id) {
        m_inner->parts.secrets.remove(row.secret, [](const Result<void> &) {});
        return failed(id);
    }
    m_inner->tellChanged();
    return find(*name);
}

Result<RemoteServer> Servers::change(const QString &name, const ServerChange &change, const std::stop_token &stop)
{
    auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    RemoteServer &server = row->server;
    if (change.name) {
        const auto named = nameFrom(*change.name);
        if (!named) {
            return failed(named);
        }
        server.name = *named;
    }
    if (change.url || change.fingerprint) {
        const auto address = change.url ? serverAddressOf(*change.url) : Result<QUrl>(server.url);
        const auto fingerprint = fingerprintFrom(change.fingerprint.value_or(server.fingerprint));
        if (!address || !fingerprint) {
            return Failure(!address ? address.error() : fingerprint.error());
        }
        server.fingerprint = *fingerprint;
        auto access = m_inner->access(*row);
        const auto api = access ? findApi(m_inner->parts.client, *address, *fingerprint, stop) : failed(access);
        if (!api) {
            return failed(api);
        }
        access->api = *api;
        access->fingerprint = *fingerprint;
        const auto version = askVersion(m_inner->parts.client, *access, stop);
        access->version = version.value_or(access->version);
        const auto facts = version ? askFacts(m_inner->parts.client, *access, stop) : failed(version);
        if (!facts) {
            return failed(facts);
        }
        if (facts->userId != server.userId) {
            return anotherUser();
        }
        takeFacts(server, *facts);
    }
    auto written = m_inner->parts.database.write(
        [&](storage::Transaction &transaction) -> Result<void> { return rows::updateServer(transaction, *row); });
    if (!written) {
        return failed(written);
    }
    m_inner->tellChanged();
    return find(server.name);
}

Result<ServerFacts> Servers::test(const QString &name, const std::stop_token &stop)
{
    auto known = m_inner->known(name);
    if (!known) {
        return failed(known);
    }
    ServerAccess access = known->calls.access();
    const qint64 id = known->row.server.id;
    const auto version = askVersion(m_inner->parts.client, access, stop);
    if (!version) {
        return failed(version);
    }
    access.version = *version;
    auto facts = m_inner->noted(id, askFacts(m_inner->parts.client, access, stop));
    if (!facts) {
        return facts;
    }
    takeFacts(known->row.server, *facts);
    auto written = m_inner->parts.database.write(
        [&](storage::Transaction &transaction) -> Result<void> { return rows::updateServer(transaction, known->row); });
    if (!written) {
        return failed(written);
    }
    m_inner->tellChanged();
    return facts;
}

Result<RemoteServer> Servers::signIn(const QString &name, const SignIn &signIn, const std::stop_token &stop)
{
    auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    const auto fingerprint = fingerprintFrom(signIn.fingerprint);
    if (auto checked = check(signIn); !checked || !fingerprint) {
        return Failure(!checked ? checked.error() : fingerprint.error());
    }
    RemoteServer &server = row->server;
    if (!fingerprint->isEmpty()) {
        server.fingerprint = *fingerprint;
    }
    ServerAccess access;
    access.api = server.url;
    access.fingerprint = server.fingerprint;
    const auto visited = visit(m_inner->parts.client, std::move(access), signIn, stop);
    if (!visited) {
        return failed(visited);
    }
    if (visited->facts.userId != server.userId) {
        if (!signIn.isKey()) {
            logOut(m_inner->parts.client, visited->access);
        }
        return anotherUser();
    }
    server.usesKey = signIn.isKey();
    server.email = signIn.isKey() ? QString() : signIn.email;
    takeFacts(server, visited->facts);
    if (auto kept = m_inner->parts.secrets.write(row->secret, visited->access.secret).get(); !kept) {
        return failed(kept);
    }
    auto written = m_inner->parts.database.write(
        [&](storage::Transaction &transaction) -> Result<void> { return rows::updateServer(transaction, *row); });
    if (!written) {
        return failed(written);
    }
    m_inner->tellChanged();
    if (m_inner->signedIn) {
        m_inner->signedIn(server.name);
    }
    return find(server.name);
}

Result<void> Servers::remove(const QString &name)
{
    const auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    const qint64 id = row->server.id;
    m_inner->runs.end(id);
    if (const auto access = m_inner->access(*row); access && !access->usesKey) {
        logOut(m_inner->parts.client, *access);
    }
    // The secret first: where it cannot be removed, the server still stands there to be removed again.
    if (auto gone = m_inner->parts.secrets.remove(row->secret).get(); !gone) {
        return gone;
    }
    auto removed = m_inner->parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("DELETE FROM remote_server WHERE id = ?1", id);
        return {};
    });
    m_inner->thumbnails.removeServer(id);
    m_inner->tellChanged();
    return removed;
}

} // namespace kinframe::transfer
