// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/running_server.h"

#include "base/files.h"
#include "server/http/tls_certificate.h"
#include "server/routes/all_routes.h"
#include "server/routes/api_authenticator.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestServerFile = 4096;

/// A server that listens on all addresses is asked on this computer's own.
QString reachable(const QString &url)
{
    QString own = url;
    return own.replace(u"//0.0.0.0"_s, u"//127.0.0.1"_s).replace(u"//[::]"_s, u"//[::1]"_s);
}

} // namespace

Result<std::unique_ptr<RunningServer>> RunningServer::start(const OpenLibrary &library, const ServeOptions &options)
{
    std::unique_ptr<RunningServer> running(new RunningServer);
    running->m_authenticator = std::make_unique<server::ApiAuthenticator>(library.services().accounts);
    http::ServerOptions http;
    http.host = options.host;
    http.port = options.port;
    http.trustLoopback = options.trustLoopback;
    http.authenticator = running->m_authenticator.get();
    http.routes = server::allRoutes(library.services());
    http.spoolFolder = library.temporaryFolder();
    http.events = &library.services().events;
    if (options.isTls) {
        auto certificate = http::tlsCertificate(library.root(), {options.host});
        if (!certificate) {
            return failed(certificate);
        }
        http.tlsCertificate = certificate->certificatePem;
        http.tlsKey = certificate->keyPem;
        running->m_fingerprint = certificate->fingerprint;
    }
    running->m_server = std::make_unique<http::Server>(std::move(http));
    if (auto started = running->m_server->start(); !started) {
        return failed(started);
    }
    running->m_serverFile = library.serverFile();
    const QJsonObject place{{u"url"_s, reachable(running->url())},
                            {u"pid"_s, double(QCoreApplication::applicationPid())}};
    if (auto written = replaceFile(running->m_serverFile, QJsonDocument(place).toJson(), true); !written) {
        return failed(written);
    }
    return running;
}

RunningServer::~RunningServer()
{
    if (!m_serverFile.isEmpty()) {
        QFile::remove(m_serverFile);
    }
    if (m_server) {
        m_server->stop();
    }
}

ServerPlace readServerFile(const QString &root)
{
    const auto bytes = readSmallFile(root + u"/server.json"_s, largestServerFile);
    if (!bytes) {
        return {};
    }
    const QJsonObject place = QJsonDocument::fromJson(*bytes).object();
    return {place.value("url"_L1).toString(), place.value("pid"_L1).toInteger()};
}

} // namespace kinframe::app
