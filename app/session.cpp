// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

namespace kinframe::app {

Result<std::unique_ptr<Session>> Session::begin(const QString &root)
{
    auto session = std::make_unique<Session>();
    auto library = OpenLibrary::open(root);
    if (library) {
        session->m_library = std::move(*library);
        ServeOptions options;
        options.port = 0;
        auto server = RunningServer::start(*session->m_library, options);
        if (!server) {
            return failed(server);
        }
        session->m_server = std::move(*server);
        auto client = ApiClient::connect(session->m_server->url(), session->m_library->root());
        if (!client) {
            return failed(client);
        }
        session->m_client = std::move(*client);
        return session;
    }
    const ServerPlace place = readServerFile(root);
    if (library.error().code != ErrorCode::LibraryBusy || place.url.isEmpty()) {
        return failed(library);
    }
    auto client = ApiClient::connect(place.url, root);
    if (!client || !(*client)->get(QStringLiteral("/api/server/ping"))) {
        return failed(library);
    }
    session->m_client = std::move(*client);
    return session;
}

} // namespace kinframe::app
