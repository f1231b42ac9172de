// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/services.h"
#include "ui/window/window_driver.h"

#include <QObject>

#include <memory>

namespace kinframe::tests {

/// The page of renders in the whole program, each time over a new library of drawn tasks that nothing renders: from the
/// newest garden, castle, market, harbour_night, tea_house… and lighthouse.
class RendersCase : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] const ui::Services &services() const;
    /// Makes that row the current one; the newest is 0.
    void choose(int row);
    void openRow(int row);
    /// Where videos are saved; it is not there yet.
    [[nodiscard]] QString videos() const { return m_library + QStringLiteral("/videos"); }

    QString m_library;
    std::unique_ptr<WindowDriver> m;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace kinframe::tests
