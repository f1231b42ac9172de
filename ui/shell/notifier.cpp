// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
    // The only button there is.
    connect(&m_message, &DesktopMessage::invoked, this, &Notifier::activated);
    connect(&m_message, &DesktopMessage::trayMessage, this, &Notifier::trayMessage);
}

void Notifier::notify(const QString &title, const QString &text)
{
    m_message.show({title, text, {{u"default"_s, tr("Show")}}});
}

} // namespace kinframe::ui
