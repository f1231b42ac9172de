// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/translations.h"

#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QQmlEngine>

#include <cstring>

namespace kinframe::app {

using namespace Qt::StringLiterals;

QString Catalogue::translate(const char *context, const char *text, const char *disambiguation, int n) const
{
    const QString whole = QTranslator::translate(context, text, disambiguation, n);
    const char *colon = whole.isNull() ? std::strrchr(context, ':') : nullptr;
    return colon ? QTranslator::translate(colon + 1, text, disambiguation, n) : whole;
}

Translations::Translations(ui::Preferences &preferences, QQmlEngine &engine)
    : m_preferences(preferences)
    , m_engine(engine)
{
    connect(&preferences, &ui::Preferences::languageChanged, this, &Translations::apply);
    apply();
}

void Translations::apply()
{
    const Language language = m_preferences.spoken();
    ui::setWindowLanguage(language);
    QCoreApplication::removeTranslator(&m_translator);
    // Dates and numbers follow the language of the texts, in the form of the person's country where it fits.
    const QLocale system = QLocale::system();
    const QLocale::Language spoken = language == Language::Chinese ? QLocale::Chinese : QLocale::English;
    const QLocale locale = system.language() == spoken ? system : QLocale(spoken);
    QLocale::setDefault(locale);
    const QString name = language == Language::Chinese ? u"kinframe_zh_CN"_s : u"kinframe_en"_s;
    if (m_translator.load(name, u":/i18n"_s)) {
        QCoreApplication::installTranslator(&m_translator);
    }
    m_engine.setUiLanguage(locale.name());
    m_engine.retranslate();
}

} // namespace kinframe::app
