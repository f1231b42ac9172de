// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window.h"

#include "app/console.h"
#include "app/stop_signals.h"
#include "app/window/desktop.h"

#include <QGuiApplication>
#include <QIcon>

#include <cstdlib>
#include <utility>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;

QtMessageHandler usualHandler = nullptr;

void sayNoDisplay(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtFatalMsg) {
        std::_Exit(fail({ErrorCode::NoDisplay, {}, {}}));
    }
    if (usualHandler != nullptr && qstrncmp(context.category, "qt.qpa", 6) != 0) {
        usualHandler(type, context, text);
    }
}

} // namespace

ScreenWords::ScreenWords()
{
    usualHandler = qInstallMessageHandler(sayNoDisplay);
}

void ScreenWords::end() const
{
    if (usualHandler != nullptr) {
        qInstallMessageHandler(std::exchange(usualHandler, nullptr));
    }
}

bool hasDisplay()
{
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int runWindow(const Invocation &invocation)
{
    QGuiApplication::setDesktopFileName(u"org.kinframe.Kinframe"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/kinframe/org.kinframe.Kinframe.svg"_s));
    // The window may be gone while the library closes, or be in the tray.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    Desktop desktop(invocation);
    if (desktop.isHandedOver()) {
        return Done;
    }
    QObject::connect(&desktop, &Desktop::ended, qApp, &QCoreApplication::quit);
    if (!desktop.show()) {
        return Failed;
    }
    onStopSignal([&desktop] { desktop.quit(); });
    return QCoreApplication::exec();
}

} // namespace kinframe::app
