// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <qqml.h>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

class Preferences;

/// Whether a person wants to be shown memories: kept on this computer. One for the engine. GUI thread.
class MemorySettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY changed)
    Q_PROPERTY(bool isDismissed READ isDismissed NOTIFY changed) ///< for today

public:
    MemorySettings(Preferences *preferences, QObject *parent);
    static MemorySettings *create(QQmlEngine *engine, QJSEngine *);

    [[nodiscard]] bool isOn() const;
    void setOn(bool isOn);
    [[nodiscard]] bool isDismissed() const;
    /// They come again tomorrow.
    Q_INVOKABLE void setDismissed(bool isDismissed);

    Q_SIGNAL void changed();

private:
    QPointer<Preferences> m_preferences;
};

} // namespace kinframe::ui
