// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/preferences.h"

#include <QQmlEngine>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr char propertyName[] = "kinframePreferences";

Preferences *ofEngine(QQmlEngine *engine)
{
    auto *preferences = engine->property(propertyName).value<Preferences *>();
    if (!preferences) {
        preferences = new Preferences({}, engine);
        preferences->attachTo(*engine);
    }
    return preferences;
}

} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

Preferences *Preferences::create(QQmlEngine *engine, QJSEngine *)
{
    return ofEngine(engine);
}

Preferences *Preferences::of(const QObject *object)
{
    return ofEngine(qmlEngine(object));
}

void Preferences::attachTo(QQmlEngine &engine)
{
    engine.setProperty(propertyName, QVariant::fromValue(this));
    QQmlEngine::setObjectOwnership(this, QQmlEngine::CppOwnership);
}

QString Preferences::theme() const
{
    return m_settings.value("window/theme", u"system"_s).toString();
}

void Preferences::setTheme(const QString &theme)
{
    if (theme != this->theme()) {
        m_settings.setValue("window/theme", theme);
        Q_EMIT themeChanged();
    }
}

QString Preferences::language() const
{
    return m_settings.value("window/language").toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (language != this->language()) {
        m_settings.setValue("window/language", language);
        Q_EMIT languageChanged();
    }
}

Language Preferences::spoken() const
{
    return language().isEmpty() ? systemLanguage() : languageFor(language(), Language::English);
}

bool Preferences::isChinese() const
{
    return spoken() == Language::Chinese;
}

double Preferences::textScale() const
{
    return std::clamp(m_settings.value("window/textScale", 1.0).toDouble(), 1.0, 2.0);
}

void Preferences::setTextScale(double scale)
{
    if (scale != textScale()) {
        m_settings.setValue("window/textScale", scale);
        Q_EMIT textScaleChanged();
    }
}

bool Preferences::reducedMotion() const
{
    return m_settings.value("window/reducedMotion", false).toBool();
}

void Preferences::setReducedMotion(bool isReduced)
{
    if (isReduced != reducedMotion()) {
        m_settings.setValue("window/reducedMotion", isReduced);
        Q_EMIT reducedMotionChanged();
    }
}

bool Preferences::closeToTray() const
{
    return m_settings.value("window/closeToTray", false).toBool();
}

void Preferences::setCloseToTray(bool isWanted)
{
    if (isWanted != closeToTray()) {
        m_settings.setValue("window/closeToTray", isWanted);
        Q_EMIT closeToTrayChanged();
    }
}

QVariant Preferences::value(const QString &key, const QVariant &otherwise) const
{
    // An INI file keeps texts only; the default says what type is meant.
    QVariant found = m_settings.value(key, otherwise);
    if (otherwise.isValid()) {
        found.convert(otherwise.metaType());
    }
    return found;
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

} // namespace kinframe::ui
