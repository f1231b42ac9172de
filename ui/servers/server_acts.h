// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/base/context.h"
#include "ui/servers/waiting_work.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <qqml.h>

class QJSEngine;
class QQmlEngine;

namespace kinframe::ui {

/// What people do with other libraries, where nobody has to wait for an answer of the server. What it changes is told
/// as an event. One for the engine. GUI thread.
class ServerActs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static ServerActs *create(QQmlEngine *engine, QJSEngine *);
    /// What was to be removed goes now.
    ~ServerActs() override;

    Q_INVOKABLE void sync(const QString &server);
    Q_INVOKABLE void cancelSync(const QString &server);
    /// Can be taken back.
    Q_INVOKABLE void rename(const QString &server, const QString &name);
    /// Hides it at once. It goes for good a while later, as its credentials could not be had back: until then it can be
    /// taken back.
    Q_INVOKABLE void remove(const QString &server);
    [[nodiscard]] bool isHidden(const QString &server) const { return m_hidden.contains(server); }

    /// `assets` by their ids there; `isForLibrary`: added to this library, not only to the gallery folder.
    Q_INVOKABLE void download(const QString &server, const QStringList &assets, bool isForLibrary);
    Q_INVOKABLE void downloadAlbum(const QString &server, const QString &album, bool isForLibrary);
    Q_INVOKABLE void downloadPerson(const QString &server, const QString &person, bool isForLibrary);
    Q_INVOKABLE void downloadAll(const QString &server, bool isForLibrary);

    Q_SIGNAL void done(const QString &text);
    Q_SIGNAL void wentWrong(const QString &text);
    Q_SIGNAL void renamed(const QString &from, const QString &to);
    Q_SIGNAL void hiddenChanged();

private:
    explicit ServerActs(QQmlEngine *engine);
    struct Wish;
    void fetch(Wish wish);
    void changeName(const QString &from, const QString &to, bool isFirst);
    void removeHidden();

    QPointer<Context> m_context; ///< what is left to be done goes with it
    WaitingWork m_work;
    QStringList m_hidden; ///< to be removed soon
    QTimer m_soon;
};

} // namespace kinframe::ui
