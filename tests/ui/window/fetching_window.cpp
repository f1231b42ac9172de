// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fetching_window.h"

#include "support/client_fixture.h"
#include "support/patience.h"
#include "transfer/downloads/downloads.h"
#include "ui/window/made_library.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QSettings>
#include <QTest>

namespace kinframe::tests {

using namespace Qt::StringLiterals;

void FetchingWindow::prepare()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("KINFRAME_MODELS");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    test::withoutProxies();
}

FetchingWindow::FetchingWindow()
    : m_library(makeLibrary({.photos = 8, .people = 3, .named = 1}))
{
    // What moves would only make the test wait.
    QSettings(path(u"window.ini"_s), QSettings::IniFormat).setValue(u"window/reducedMotion"_s, true);
}

FetchingWindow::~FetchingWindow()
{
    window.reset();
    QDir(m_library).removeRecursively();
}

bool FetchingWindow::open()
{
    window = std::make_unique<WindowDriver>(m_library);
    if (!window->start() ||
        !QTest::qWaitFor([this] { return window->state().status() == ui::LibraryState::Status::Ready; }, patienceMs)) {
        return false;
    }
    WindowDriver::hearWarnings();
    auto settings = services().downloads->settings();
    if (!settings) {
        return false;
    }
    settings->folder = gallery();
    return services().downloads->setSettings(*settings).has_value();
}

QStringList FetchingWindow::close()
{
    window.reset();
    QStringList warnings = WindowDriver::warnings();
    warnings.removeIf([](const QString &warning) { return warning.contains(u"not fetched"_s); });
    return warnings;
}

const ui::Services &FetchingWindow::services() const
{
    return ui::Context::of(qmlEngine(window->window()))->services();
}

} // namespace kinframe::tests
