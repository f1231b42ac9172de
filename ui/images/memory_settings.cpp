// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/memory_settings.h"

#include "ui/base/preferences.h"

#include <QDate>
#include <QQmlEngine>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString isOnKey = u"memories/shown"_s;
const QString dismissedKey = u"memories/dismissed"_s;

QString today()
{
    return QDate::currentDate().toString(Qt::ISODate);
}

} // namespace

MemorySettings::MemorySettings(Preferences *preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
}

MemorySettings *MemorySettings::create(QQmlEngine *engine, QJSEngine *)
{
    return new MemorySettings(Preferences::create(engine, nullptr), engine);
}

bool MemorySettings::isOn() const
{
    return !m_preferences || m_preferences->value(isOnKey, true).toBool();
}

void MemorySettings::setOn(bool isOn)
{
    if (m_preferences && this->isOn() != isOn) {
        m_preferences->setValue(isOnKey, isOn);
        Q_EMIT changed();
    }
}

bool MemorySettings::isDismissed() const
{
    return m_preferences && m_preferences->value(dismissedKey, QString()).toString() == today();
}

void MemorySettings::setDismissed(bool isDismissed)
{
    if (m_preferences && this->isDismissed() != isDismissed) {
        m_preferences->setValue(dismissedKey, isDismissed ? today() : QString());
        Q_EMIT changed();
    }
}

} // namespace kinframe::ui
