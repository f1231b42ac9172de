// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace kinframe::ui {

/// One message of the desktop's own service: what is shown later takes the place of what was shown before. GUI thread;
/// nothing waits.
class DesktopMessage : public QObject
{
    Q_OBJECT

public:
    struct Action
    {
        QString key;
        QString text;

        friend bool operator==(const Action &, const Action &) = default;
    };
    struct Content
    {
        QString title = {};
        QString text = {};
        std::vector<Action> actions = {}; ///< buttons; the key `default` is a click on the message itself
        int percent = -1;                 ///< of a bar; -1: none
        bool isQuiet = false;             ///< nobody needs to look now
        bool stays = false;               ///< until it is closed, not for the desktop's usual while

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit DesktopMessage(QObject *parent = nullptr);
    /// What says that something runs goes with it.
    ~DesktopMessage() override;

    void show(const Content &content);
    void close();
    /// It was shown, and neither the person nor the desktop has closed it since.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// The person has pressed that button.
    Q_SIGNAL void invoked(const QString &key);
    /// The person or the desktop has closed it.
    Q_SIGNAL void closed();
    /// The desktop takes messages only from the tray's icon.
    Q_SIGNAL void trayMessage(const QString &title, const QString &text);

private:
    bool m_isOpen = false;
#ifdef KINFRAME_DBUS
    void send();
    Q_SLOT void hearAction(uint id, const QString &key);
    Q_SLOT void hearClosed(uint id, uint reason);

    uint m_id = 0; ///< of the desktop; 0 until it has given one
    bool m_isListening = false;
    bool m_isSending = false;
    Content m_content;                ///< as it was sent last
    std::optional<Content> m_waiting; ///< what came while the desktop had not answered yet
#endif
};

} // namespace kinframe::ui
