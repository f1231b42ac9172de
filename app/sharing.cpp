// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sharing.h"

#include "base/log.h"
#include "library/settings.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QUrl>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;
using library::Settings;

constexpr int portsTried = 50;

bool isSame(const ServeOptions &one, const ServeOptions &other)
{
    return one.host == other.host && one.port == other.port && one.isTls == other.isTls;
}

ServeOptions sharedOptions(const Settings &settings)
{
    ServeOptions options;
    const bool isOpen = settings.choice(library::setting::sharingReach) == u"network";
    options.host = isOpen ? u"0.0.0.0"_s : u"127.0.0.1"_s;
    options.port = quint16(settings.number(library::setting::sharingPort));
    options.isTls = settings.isOn(library::setting::sharingTls);
    return options;
}

/// Of this computer, as others on its network see it.
QStringList ownAddresses()
{
    QStringList addresses;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        const auto flags = card.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack)) {
            continue;
        }
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLinkLocal()) {
                addresses << entry.ip().toString();
            }
        }
    }
    return addresses;
}

QStringList urlsOf(const ServeOptions &options, const QString &url)
{
    if (options.host != u"0.0.0.0") {
        return {url};
    }
    QStringList urls;
    for (const QString &address : ownAddresses()) {
        urls << u"%1://%2:%3"_s.arg(options.isTls ? u"https"_s : u"http"_s, address).arg(options.port);
    }
    return urls;
}

int freePortAfter(const ServeOptions &options)
{
    QTcpServer probe;
    for (int port = options.port + 1; port <= std::min(65535, options.port + portsTried); ++port) {
        if (probe.listen(QHostAddress(options.host), quint16(port))) {
            return port;
        }
    }
    return 0;
}

} // namespace

Sharing::Sharing(QObject &hand, const ServeOptions &unshared)
    : m_hand(hand)
    , m_unshared(unshared)
{
}

Sharing::~Sharing() = default;

void Sharing::begin(const OpenLibrary &library)
{
    m_library = &library;
    m_subscription = library.services().events.subscribe([this](const Event &event) {
        if (event.type == u"setting.changed" && event.details.value("key"_L1).toString().startsWith(u"sharing.")) {
            serveSoon();
        }
    });
    serve();
}

void Sharing::end()
{
    m_subscription.reset();
    m_server.reset();
    m_serving.reset();
    m_library = nullptr;
}

ui::SharingFacts Sharing::facts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_facts;
}

void Sharing::retry()
{
    serveSoon();
}

void Sharing::serveSoon()
{
    // Several settings that change together ask once.
    if (!m_isAsked.exchange(true)) {
        QMetaObject::invokeMethod(&m_hand, [this] {
            m_isAsked = false;
            serve();
        });
    }
}

void Sharing::serve()
{
    if (!m_library) {
        return;
    }
    const Settings settings(m_library->services().library);
    ui::SharingFacts facts;
    if (!settings.isOn(library::setting::sharingOn)) {
        startUnshared();
        tell(facts);
        return;
    }
    const ServeOptions options = sharedOptions(settings);
    facts.port = options.port;
    if (const auto started = start(options); !started) {
        qCInfo(logApp).noquote() << "not shared:" << started.error().forLog();
        facts.error = started.error();
        facts.freePort = started.error().code == ErrorCode::PortInUse ? freePortAfter(options) : 0;
        startUnshared();
    } else {
        facts.isRunning = true;
        facts.addresses = urlsOf(options, m_server->url());
        facts.fingerprint = m_server->fingerprint();
    }
    tell(facts);
}

Result<void> Sharing::start(const ServeOptions &options)
{
    if (m_server && m_serving && isSame(*m_serving, options)) {
        return {};
    }
    // The same port may be wanted in another way.
    m_server.reset();
    m_serving.reset();
    auto server = RunningServer::start(*m_library, options);
    if (!server) {
        return failed(server);
    }
    m_server = std::move(*server);
    m_serving = options;
    return {};
}

void Sharing::startUnshared()
{
    auto started = start(m_unshared);
    if (!started && started.error().code == ErrorCode::PortInUse) {
        qCInfo(logApp).noquote() << "another port, for" << started.error().forLog();
        ServeOptions options = m_unshared;
        options.port = 0;
        started = start(options);
    }
    if (!started) {
        // The window works without it; commands do not.
        qCWarning(logApp).noquote() << "no server:" << started.error().forLog();
    }
}

void Sharing::tell(const ui::SharingFacts &facts)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (facts == m_facts) {
            return;
        }
        m_facts = facts;
    }
    QMetaObject::invokeMethod(this, &Sharing::changed, Qt::QueuedConnection);
}

} // namespace kinframe::app
