// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

namespace kinframe::ui {

/// One window for a library: a second start hands over what it was given, and the first one shows itself. GUI thread.
class Instance : public QObject
{
    Q_OBJECT

public:
    /// For the library in that folder.
    explicit Instance(const QString &folder, QObject *parent = nullptr);

    /// True where a window of this library runs and has taken over the files (paths of this computer; may be none).
    /// Waits up to a second for it, before there is a window of one's own.
    [[nodiscard]] bool handOver(const QStringList &files) const;
    /// Begins to listen to later starts. False where another one does, or a killed one has left its socket.
    bool listen();
    /// As listen(), in the place of any other: for whoever has the library.
    bool listenAlone();

    /// Somebody has started the program again.
    Q_SIGNAL void started(const QStringList &files);

private:
    void receive();

    QString m_name;
    QLocalServer m_server;
};

} // namespace kinframe::ui
