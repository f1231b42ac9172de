// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_driver.h"

#include "ui/base/context.h"

#include <QQmlEngine>
#include <QTest>

namespace kinframe::tests {

/// What a person does on the way to a scene; whatever cannot be done ends the program. The driver outlives it.
class Hands
{
public:
    explicit Hands(WindowDriver &driver)
        : m_driver(driver)
    {
    }

    void click(const QString &text) const
    {
        if (!m_driver.click(text)) {
            qFatal("nothing says %s", qPrintable(text));
        }
        QTest::qWait(50);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        m_driver.key(key, modifiers);
        QTest::qWait(50);
    }
    void escape(int times) const
    {
        for (int i = 0; i < times; ++i) {
            key(Qt::Key_Escape);
        }
    }
    void type(const QString &text) const { m_driver.type(text); }
    void go(const QString &place) const { m_driver.go(place); }
    void open(const QString &place, const QVariantMap &target) const { m_driver.open(place, target); }
    void expect(const QString &text) const
    {
        if (!m_driver.waitFor(text)) {
            qFatal("nothing says %s", qPrintable(text));
        }
    }

protected:
    [[nodiscard]] const ui::Context &context() const { return *ui::Context::of(qmlEngine(m_driver.window())); }
    [[nodiscard]] WindowDriver &driver() const { return m_driver; }

private:
    WindowDriver &m_driver;
};

} // namespace kinframe::tests
