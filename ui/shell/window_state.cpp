// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_state.h"

#include "ui/base/preferences.h"

#include <QGuiApplication>
#include <QScreen>

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// While somebody drags an edge there is a change for every pixel.
constexpr auto keepAfter = 400ms;

QList<QRect> screenAreas()
{
    QList<QRect> areas;
    for (const QScreen *screen : QGuiApplication::screens()) {
        areas.push_back(screen->availableGeometry());
    }
    return areas;
}

/// Elsewhere Qt only complains: there the desktop decides.
bool canRaise()
{
    const QString platform = QGuiApplication::platformName();
    return !platform.startsWith(u"wayland"_s) && platform != u"offscreen"_s;
}

int areaOf(const QRect &rect)
{
    return rect.isValid() ? rect.width() * rect.height() : 0;
}

} // namespace

WindowState::WindowState(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keepAfter);
    connect(&m_timer, &QTimer::timeout, this, &WindowState::keep);
}

WindowState::~WindowState() = default;

QRect WindowState::fitted(const QRect &wanted, const QList<QRect> &screens)
{
    QRect screen = screens.front();
    bool isOnOne = false;
    for (const QRect &candidate : screens) {
        if (areaOf(candidate & wanted) > (isOnOne ? areaOf(screen & wanted) : 0)) {
            screen = candidate;
            isOnOne = true;
        }
    }
    QRect rect = wanted;
    rect.setSize(rect.size().boundedTo(screen.size()));
    if (!isOnOne) {
        rect.moveCenter(screen.center());
    }
    rect.moveLeft(std::clamp(rect.left(), screen.left(), screen.right() - rect.width() + 1));
    rect.moveTop(std::clamp(rect.top(), screen.top(), screen.bottom() - rect.height() + 1));
    return rect;
}

void WindowState::setWindow(QQuickWindow *window)
{
    if (window == m_window || window == nullptr) {
        return;
    }
    m_window = window;
    Preferences *preferences = Preferences::of(this);
    const QRect kept = preferences->value(u"window/place"_s, QRect()).toRect();
    m_isMaximised = preferences->value(u"window/maximised"_s, false).toBool();
    if (const QList<QRect> screens = screenAreas(); kept.isValid() && !screens.isEmpty()) {
        m_normal = fitted(kept, screens);
        // With its frame, or it would creep down by the height of the title bar each time.
        window->setFramePosition(m_normal.topLeft());
        window->resize(m_normal.size());
    }
    const auto later = [this] { m_timer.start(); };
    connect(window, &QWindow::xChanged, &m_timer, later);
    connect(window, &QWindow::yChanged, &m_timer, later);
    connect(window, &QWindow::widthChanged, &m_timer, later);
    connect(window, &QWindow::heightChanged, &m_timer, later);
    connect(window, &QWindow::windowStateChanged, &m_timer, later);
    Q_EMIT windowChanged();
}

void WindowState::show()
{
    if (m_window) {
        if (m_isMaximised) {
            m_window->showMaximized();
        } else {
            m_window->showNormal();
        }
    }
}

void WindowState::raise()
{
    if (m_window) {
        if (!m_window->isVisible() || m_window->windowState() == Qt::WindowMinimized) {
            show();
        }
        if (canRaise()) {
            m_window->raise();
        }
        m_window->requestActivate();
    }
}

void WindowState::keep()
{
    if (!m_window || !m_window->isVisible() || m_window->windowState() == Qt::WindowMinimized) {
        return;
    }
    m_isMaximised = m_window->windowState() == Qt::WindowMaximized;
    if (m_window->windowState() == Qt::WindowNoState) {
        m_normal = QRect(m_window->framePosition(), m_window->size());
    }
    Preferences *preferences = Preferences::of(this);
    preferences->setValue(u"window/place"_s, m_normal);
    preferences->setValue(u"window/maximised"_s, m_isMaximised);
}

} // namespace kinframe::ui
