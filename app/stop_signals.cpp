// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stop_signals.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <atomic>
#include <csignal>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>
#endif

namespace kinframe::app {
namespace {

std::function<void()> &stopAction()
{
    static std::function<void()> action;
    return action;
}

void callOnce()
{
    if (auto action = std::exchange(stopAction(), nullptr)) {
        action();
    }
}

#ifdef Q_OS_WIN

BOOL WINAPI consoleEvent(DWORD)
{
    QMetaObject::invokeMethod(QCoreApplication::instance(), callOnce, Qt::QueuedConnection);
    return TRUE;
}

#else

// A signal handler may do almost nothing; it writes a byte that the event loop reads.
std::atomic<int> writeEnd{-1};

extern "C" void stopSignal(int number)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd.load(), &byte, 1);
    std::signal(number, SIG_DFL);
}

#endif

} // namespace

void onStopSignal(std::function<void()> stop)
{
    stopAction() = std::move(stop);
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(consoleEvent, TRUE);
#else
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return;
    }
    writeEnd = ends[0];
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [notifier] {
        notifier->setEnabled(false);
        callOnce();
    });
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        std::signal(number, stopSignal);
    }
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

} // namespace kinframe::app
