// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace kinframe::ui {

/// Whether this computer has a network, as far as its system tells; where it tells nothing there is one. GUI thread.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_isThere; }
    /// The system tells of it at all.
    [[nodiscard]] bool isTold() const { return m_isTold; }

    Q_SIGNAL void changed(bool isThere);

private:
    void look();

    bool m_isThere = true;
    bool m_isTold = false;
};

} // namespace kinframe::ui
