// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/preferences.h"

#include <QQmlEngine>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr char propertyName[] = "kinframePreferences";
constexpr int saveAfterMs = 300;

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
    , m_file(file)
{
    if (!file.isEmpty()) {
        const QSettings kept(file, QSettings::IniFormat);
        const QStringList keys = kept.allKeys();
        for (const QString &key : keys) {
            m_values.insert(key, kept.value(key));
        }
    }
    m_writer.setMaxThreadCount(1); // one after the other, the last one last
    m_rest.setSingleShot(true);
    m_rest.setInterval(saveAfterMs);
    connect(&m_rest, &QTimer::timeout, this, &Preferences::save);
}

Preferences::~Preferences()
{
    save();
    m_writer.waitForDone();
}

/// A file that is safe takes the disk some time, which the window does not have.
void Preferences::save()
{
    if (m_unsaved.isEmpty() || m_file.isEmpty()) {
        return;
    }
    m_writer.start([file = m_file, values = std::exchange(m_unsaved, {})] {
        QSettings kept(file, QSettings::IniFormat);
        for (const auto &[key, value] : values.asKeyValueRange()) {
            kept.setValue(key, value);
        }
    });
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
    return m_values.value(u"window/theme"_s, u"system"_s).toString();
}

void Preferences::setTheme(const QString &theme)
{
    if (theme != this->theme()) {
        setValue(u"window/theme"_s, theme);
        Q_EMIT themeChanged();
    }
}

QString Preferences::language() const
{
    return m_values.value(u"window/language"_s).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (language != this->language()) {
        setValue(u"window/language"_s, language);
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
    return std::clamp(m_values.value(u"window/textScale"_s, 1.0).toDouble(), 1.0, 2.0);
}

void Preferences::setTextScale(double scale)
{
    if (scale != textScale()) {
        setValue(u"window/textScale"_s, scale);
        Q_EMIT textScaleChanged();
    }
}

bool Preferences::reducedMotion() const
{
    return m_values.value(u"window/reducedMotion"_s, false).toBool();
}

void Preferences::setReducedMotion(bool isReduced)
{
    if (isReduced != reducedMotion()) {
        setValue(u"window/reducedMotion"_s, isReduced);
        Q_EMIT reducedMotionChanged();
    }
}

bool Preferences::closeToTray() const
{
    return m_values.value(u"window/closeToTray"_s, false).toBool();
}

void Preferences::setCloseToTray(bool isWanted)
{
    if (isWanted != closeToTray()) {
        setValue(u"window/closeToTray"_s, isWanted);
        Q_EMIT closeToTrayChanged();
    }
}

QVariant Preferences::value(const QString &key, const QVariant &otherwise) const
{
    // An INI file keeps texts only; the default says what type is meant.
    QVariant found = m_values.value(key, otherwise);
    if (otherwise.isValid()) {
        found.convert(otherwise.metaType());
    }
    return found;
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    if (m_values.value(key) == value && m_values.contains(key)) {
        return;
    }
    m_values.insert(key, value);
    m_unsaved.insert(key, value);
    m_rest.start();
}

} // namespace kinframe::ui
