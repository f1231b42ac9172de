// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/sharing.h"

#include <QPointer>
#include <QQmlParserStatus>
#include <qqml.h>

namespace kinframe::ui {

/// How the server in the window stands, for views. GUI thread.
class SharingStatus : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY changed)
    /// In groups that can be compared by eye, on two lines.
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    /// Why others cannot come in, and what to do; empty where nothing is wrong.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// A port that could be used instead; 0: the port is not what is wrong.
    Q_PROPERTY(int freePort READ freePort NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] bool isRunning() const { return m_facts.isRunning; }
    [[nodiscard]] QStringList addresses() const { return m_facts.addresses; }
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] int freePort() const { return m_facts.freePort; }

    void classBegin() override {}
    void componentComplete() override;

    Q_INVOKABLE void retry();
    /// What a phone reads to get in: the address, the key, and the certificate it must find there.
    [[nodiscard]] Q_INVOKABLE QString invitation(const QString &key) const;
    /// What a device reads to be paired: the address, the token, and the certificate it must find there.
    [[nodiscard]] Q_INVOKABLE QString pairing(const QString &token) const;
    /// Puts text on the clipboard.
    Q_INVOKABLE static void copy(const QString &text);

    Q_SIGNAL void changed();

private:
    [[nodiscard]] QString codeText(const QString &name, const QString &secret) const;
    void look();

    QPointer<Sharing> m_sharing;
    SharingFacts m_facts;
};

} // namespace kinframe::ui
