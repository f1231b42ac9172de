// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVariantMap>
#include <qqml.h>

namespace kinframe::ui {

/// Asks a cluster whether it can be used, and says what it answers. GUI thread; nothing waits for it.
class ClusterTest : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// What was found, or why it cannot be used and what to do; empty before.
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    enum class State { Idle, Running, Good, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString text() const { return m_text; }

    /// With settings as RenderSettings::cluster has them, whether they are kept or not.
    Q_INVOKABLE void run(const QVariantMap &cluster);
    /// Forgets what was found; an answer that is still to come is not shown.
    Q_INVOKABLE void clear();

    Q_SIGNAL void changed();

private:
    void show(State state, const QString &text);

    State m_state = State::Idle;
    QString m_text;
    int m_asked = 0; ///< counts, so that only the last answer is shown
};

} // namespace kinframe::ui
