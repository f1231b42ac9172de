// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/server_form.h"

#include "accounts/accounts.h"
#include "transfer/remote/servers.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using transfer::NewServer;
using transfer::RemoteServer;
using transfer::ServerFacts;

transfer::SignIn signInFrom(const QVariantMap &typed)
{
    transfer::SignIn signIn;
    signIn.apiKey = typed[u"key"_s].toString().trimmed();
    if (!signIn.isKey()) {
        signIn.email = typed[u"email"_s].toString().trimmed();
        signIn.password = typed[u"password"_s].toString();
    }
    signIn.fingerprint = typed[u"fingerprint"_s].toString();
    return signIn;
}

NewServer serverFrom(const QVariantMap &typed)
{
    NewServer wanted;
    wanted.name = typed[u"name"_s].toString().trimmed();
    wanted.url = typed[u"url"_s].toString().trimmed();
    wanted.signIn = signInFrom(typed);
    wanted.fingerprint = typed[u"fingerprint"_s].toString();
    return wanted;
}

} // namespace

ServerForm::ServerForm(QObject *parent)
    : QObject(parent)
{
}

ServerForm::~ServerForm()
{
    m_stop.request_stop();
}

void ServerForm::componentComplete()
{
    m_context = Context::of(this);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &ServerForm::changed, Qt::QueuedConnection);
    }
}

template <typename Work, typename Done>
void ServerForm::ask(Work work, Done done)
{
    if (!m_context || !m_context->services().servers) {
        return;
    }
    reset();
    m_isBusy = true;
    Q_EMIT changed();
    m_work.ask(
        this, [services = m_context->services(), work](const std::stop_token &stop) { return work(services, stop); },
        [this, done](const auto &outcome) {
            m_isBusy = false;
            if (outcome) {
                done(*outcome);
            } else {
                m_error = outcome.error();
            }
            Q_EMIT changed();
        },
        m_stop);
}

void ServerForm::tryOut(const QVariantMap &typed)
{
    ask([wanted = serverFrom(typed)](const Services &services,
                                     const std::stop_token &stop) { return services.servers->tryOut(wanted, stop); },
        [this](const ServerFacts &facts) { m_facts = facts; });
}

void ServerForm::test(const QString &server)
{
    ask([server](const Services &services,
                 const std::stop_token &stop) { return services.servers->test(server, stop); },
        [this](const ServerFacts &facts) { m_facts = facts; });
}

void ServerForm::add(const QVariantMap &typed)
{
    ask(
        [wanted = serverFrom(typed)](const Services &services, const std::stop_token &stop) {
            auto server = services.servers->add(wanted, stop);
            const auto owner = services.accounts.owner();
            if (server && owner) {
                (void)services.servers->sync(server->name, owner->uuid); // How it goes shows in the list.
            }
            return server;
        },
        [this](const RemoteServer &server) { Q_EMIT done(server.name); });
}

void ServerForm::signIn(const QString &server, const QVariantMap &typed)
{
    ask(
        [server, signIn = signInFrom(typed)](const Services &services, const std::stop_token &stop) {
            return services.servers->signIn(server, signIn, stop);
        },
        [this](const RemoteServer &known) { Q_EMIT done(known.name); });
}

void ServerForm::move(const QString &server, const QString &url)
{
    transfer::ServerChange change;
    change.url = url;
    ask([server, change](const Services &services,
                         const std::stop_token &stop) { return services.servers->change(server, change, stop); },
        [this](const RemoteServer &known) { Q_EMIT done(known.name); });
}

void ServerForm::trust(const QString &server, const QString &fingerprint)
{
    transfer::ServerChange change;
    change.fingerprint = fingerprint;
    ask([server, change](const Services &services,
                         const std::stop_token &stop) { return services.servers->change(server, change, stop); },
        [this](const RemoteServer &known) { Q_EMIT done(known.name); });
}

void ServerForm::reset()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isBusy = false;
    m_error.reset();
    m_facts.reset();
    Q_EMIT changed();
}

QString ServerForm::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QString ServerForm::errorField() const
{
    if (!m_error) {
        return {};
    }
    switch (m_error->code) {
    case ErrorCode::RemoteWrongKey:
    case ErrorCode::RemoteForbidden:
        return u"key"_s;
    case ErrorCode::RemoteWrongLogin:
        return u"password"_s;
    case ErrorCode::RemoteNotLibrary:
    case ErrorCode::RemoteCertificate:
    case ErrorCode::RemoteUntrusted:
    case ErrorCode::NetworkFailed:
    case ErrorCode::NetworkTimeout:
        return u"url"_s;
    case ErrorCode::Conflict:
        return u"name"_s;
    default:
        return m_error->fact(u"field"_s);
    }
}

QString ServerForm::fingerprint() const
{
    return m_error ? m_error->fact(u"fingerprint"_s) : QString();
}

QString ServerForm::foundText() const
{
    if (!m_facts) {
        return {};
    }
    const QString who = m_facts->userName.isEmpty() ? m_facts->email : m_facts->userName;
    return tr("It answers as version %1, and knows you as %2. The calls go to %3.")
        .arg(m_facts->version.text(), who, m_facts->url.toDisplayString());
}

QString ServerForm::missingText() const
{
    return m_facts && !m_facts->missing.isEmpty()
               ? tr("The key does not allow all that is needed here. Give it these permissions there: %1.")
                     .arg(m_facts->missing.join(u", "_s))
               : QString();
}

} // namespace kinframe::ui
