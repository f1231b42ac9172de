// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/renders_case.h"

#include "support/patience.h"
#include "ui/base/context.h"
#include "ui/window/made_library.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QSettings>
#include <QTest>

namespace kinframe::tests {

using namespace Qt::StringLiterals;

void RendersCase::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("KINFRAME_MODELS");
}

void RendersCase::init()
{
    m_library = makeLibrary({.photos = 8, .people = 3, .named = 1});
    // What moves would only make the test wait.
    QSettings settings(m_library + u"/window.ini"_s, QSettings::IniFormat);
    settings.setValue(u"window/reducedMotion"_s, true);
    settings.setValue(u"renders/videoFolder"_s, videos());
    settings.sync();
    m = std::make_unique<WindowDriver>(m_library);
    QVERIFY(m->start());
    QTRY_COMPARE(m->state().status(), ui::LibraryState::Status::Ready);
    WindowDriver::hearWarnings();
    m->go(u"renders"_s);
    QVERIFY(m->waitFor(u"castle.blend"_s));
}

void RendersCase::cleanup()
{
    m.reset();
    QCOMPARE(WindowDriver::warnings(), QStringList());
    QDir(m_library).removeRecursively();
}

const ui::Services &RendersCase::services() const
{
    return ui::Context::of(qmlEngine(m->window()))->services();
}

void RendersCase::choose(int row)
{
    m->key(Qt::Key_Home);
    for (int i = 0; i < row; ++i) {
        m->key(Qt::Key_Down);
    }
}

void RendersCase::openRow(int row)
{
    choose(row);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"frames"_s));
}

} // namespace kinframe::tests
