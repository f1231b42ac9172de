// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/remote_server.h"
#include "ui/base/context.h"
#include "ui/servers/waiting_work.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QVariantMap>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

/// Gets to know another library, or signs in to a known one again: asks the server, and says what it answered. What is
/// typed comes as a map of `name`, `url`, `key`, `email`, `password` and the `fingerprint` of the only certificate that
/// is taken; a key stands for e-mail and password. GUI thread.
class ServerForm : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    /// What went wrong and what to do; empty: nothing.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The field that it is about: a name of the map; empty: none or all.
    Q_PROPERTY(QString errorField READ errorField NOTIFY changed)
    /// Of a certificate that this computer does not trust: `AB:CD:…`; empty: it was not about that.
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    /// What a test that went well found; empty: none has.
    Q_PROPERTY(QString foundText READ foundText NOTIFY changed)
    /// What the key does not allow; empty: nothing that is needed.
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed)

public:
    explicit ServerForm(QObject *parent = nullptr);
    /// Stops asking.
    ~ServerForm() override;

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString errorField() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString foundText() const;
    [[nodiscard]] QString missingText() const;

    /// Keeps nothing.
    Q_INVOKABLE void tryOut(const QVariantMap &typed);
    /// Keeps it and begins to read its list. Later: done, or an error.
    Q_INVOKABLE void add(const QVariantMap &typed);
    /// Where a fingerprint is given, that certificate is taken from now on. Later: done, or an error.
    Q_INVOKABLE void signIn(const QString &server, const QVariantMap &typed);
    /// With what is kept.
    Q_INVOKABLE void test(const QString &server);
    /// Another address of the same library. Later: done, or an error.
    Q_INVOKABLE void move(const QString &server, const QString &url);
    /// Takes that certificate of it, and no other. Later: done, or an error.
    Q_INVOKABLE void trust(const QString &server, const QString &fingerprint);
    /// Stops asking, and forgets what was found.
    Q_INVOKABLE void reset();

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();
    Q_SIGNAL void done(const QString &server);

private:
    using Facts = transfer::ServerFacts;
    template <typename Work, typename Done>
    void ask(Work work, Done done);

    Context *m_context = nullptr;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    std::optional<Facts> m_facts;
    std::stop_source m_stop;
    WaitingWork m_work;
};

} // namespace kinframe::ui
