// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlParserStatus>
#include <QUrl>
#include <qqml.h>

namespace kinframe::ui {

/// Whether this library has never been used, and which folders with photos a person is likely to have. GUI thread.
class FirstRun : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool isNeeded READ isNeeded NOTIFY changed)
    /// Folders of this computer that exist and hold pictures, as the desktop names them.
    Q_PROPERTY(QList<QUrl> suggestions READ suggestions NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool isNeeded() const { return m_isNeeded; }
    [[nodiscard]] QList<QUrl> suggestions() const { return m_suggestions; }

    void classBegin() override {}
    void componentComplete() override;

    /// The person has chosen, or wants none of it: not asked again.
    Q_INVOKABLE void finish();
    [[nodiscard]] Q_INVOKABLE static QString pathOf(const QUrl &folder);

    Q_SIGNAL void changed();

private:
    bool m_isNeeded = false;
    QList<QUrl> m_suggestions;
};

} // namespace kinframe::ui
