// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/library_keeper.h"

#include "accounts/accounts.h"
#include "app/window/library_holder.h"
#include "base/log.h"

#include <chrono>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A server that is asked to end lets its answers finish first.
constexpr auto longestWait = 30s;
constexpr auto lookAgainAfter = 200ms;

} // namespace

LibraryKeeper::LibraryKeeper(QString root, ServeOptions options)
    : m_root(std::move(root))
    , m_options(std::move(options))
{
    m_thread.setObjectName(u"library"_s);
    m_hand.moveToThread(&m_thread);
    m_thread.start();
}

LibraryKeeper::~LibraryKeeper()
{
    m_isClosing = true;
    QMetaObject::invokeMethod(&m_hand, [this] {
        m_server.reset();
        m_library.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void LibraryKeeper::open()
{
    QMetaObject::invokeMethod(&m_hand, [this] { openNow(); });
}

void LibraryKeeper::takeOver()
{
    QMetaObject::invokeMethod(&m_hand, [this] { takeOverNow(); });
}

void LibraryKeeper::close()
{
    m_isClosing = true;
    QMetaObject::invokeMethod(&m_hand, [this] { closeNow(); });
}

ui::Services LibraryKeeper::services() const
{
    const server::ApiServices &services = m_library->services();
    return {services.library,     services.accounts, services.people,     services.history,  services.suggestions,
            services.recognition, services.models,   services.downloader, services.progress, services.events};
}

// On the library's thread, as all below.
void LibraryKeeper::openNow()
{
    say(openAll());
}

Result<void> LibraryKeeper::openAll()
{
    auto library = OpenLibrary::open(m_root);
    if (!library) {
        return kinframe::failed(library);
    }
    const auto owner = (*library)->services().accounts.owner();
    if (!owner) {
        return kinframe::failed(owner);
    }
    m_library = std::move(*library);
    m_userId = owner->userId;
    startServer();
    return {};
}

void LibraryKeeper::startServer()
{
    auto server = RunningServer::start(*m_library, m_options);
    if (!server && server.error().code == ErrorCode::PortInUse) {
        qCInfo(logApp).noquote() << "another port, for" << server.error().forLog();
        ServeOptions options = m_options;
        options.port = 0;
        server = RunningServer::start(*m_library, options);
    }
    if (server) {
        m_server = std::move(*server);
    } else {
        // The window works without it; programs and phones do not.
        qCWarning(logApp).noquote() << "no server:" << server.error().forLog();
    }
}

void LibraryKeeper::takeOverNow()
{
    askToEnd(servingProcess(m_root));
    const auto until = std::chrono::steady_clock::now() + longestWait;
    Result<void> outcome = openAll();
    while (!outcome && outcome.error().code == ErrorCode::LibraryBusy && !m_isClosing &&
           std::chrono::steady_clock::now() < until) {
        QThread::msleep(std::chrono::milliseconds(lookAgainAfter).count());
        outcome = openAll();
    }
    say(outcome);
}

void LibraryKeeper::closeNow()
{
    m_server.reset();
    m_library.reset();
    Q_EMIT closed();
}

void LibraryKeeper::say(const Result<void> &outcome)
{
    if (outcome) {
        Q_EMIT opened();
        return;
    }
    const bool isBusy = outcome.error().code == ErrorCode::LibraryBusy;
    Q_EMIT failed(outcome.error(), isBusy && servingProcess(m_root) != 0);
}

} // namespace kinframe::app
