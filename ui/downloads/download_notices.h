// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop_message.h"
#include "ui/desktop/file_manager.h"
#include "ui/desktop/network_watch.h"
#include "ui/desktop/sleep_lock.h"
#include "ui/downloads/summary_watch.h"

#include <QElapsedTimer>
#include <QObject>
#include <QQmlParserStatus>
#include <qqml.h>

namespace kinframe::ui {

/// What the desktop notices of downloads, whatever page is shown: one message that says how far they are and what came
/// of them, a computer that stays awake for long ones, and the network's comings and goings. GUI thread.
class DownloadNotices : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)

public:
    explicit DownloadNotices(QObject *parent = nullptr);

    void classBegin() override {}
    void componentComplete() override;

    [[nodiscard]] const SleepLock &sleepLock() const { return m_sleep; }

    /// The person has clicked on the message.
    Q_SIGNAL void showWanted();
    /// The desktop takes messages only from the tray's icon.
    Q_SIGNAL void trayMessage(const QString &title, const QString &text);
    /// Something keeps the downloads from going on: what, and what to do.
    Q_SIGNAL void troubled(const QString &text);

private:
    void follow();
    void tellProgress();
    void tellEnd();
    void tellTrouble();
    void hear(const QString &key);

    Context *m_context = nullptr;
    SummaryWatch *m_watch = nullptr;
    DesktopMessage m_message;
    SleepLock m_sleep;
    NetworkWatch m_network;
    FileManager m_files;
    QStringList m_fresh; ///< files that nobody was told of yet
    QStringList m_told;  ///< those that the last message was about
    qint64 m_failedBefore = 0;
    QString m_trouble;
    QElapsedTimer m_sinceTold;
    bool m_isBusy = false;
    bool m_isDismissed = false; ///< the person has closed what said how far they are
};

} // namespace kinframe::ui
