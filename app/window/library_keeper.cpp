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

LibraryKeeper::LibraryKeeper(QString root, const ServeOptions &options)
    : m_root(std::move(root))
    , m_sharing(m_hand, options)
{
    m_thread.setObjectName(u"library"_s);
    m_hand.moveToThread(&m_thread);
    m_thread.start();
}

LibraryKeeper::~LibraryKeeper()
{
    m_isClosing = true;
    QMetaObject::invokeMethod(&m_hand, [this] {
        m_sharing.end();
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
    return m_library->services();
}

void LibraryKeeper::setInUse(bool isInUse)
{
    QMetaObject::invokeMethod(&m_hand, [this, isInUse] {
        if (m_library) {
            m_library->setInUse(isInUse);
        }
    });
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
    m_sharing.begin(*m_library);
    return {};
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
    m_sharing.end();
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
