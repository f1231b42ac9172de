// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"

#include "base/error_json.h"
#include "base/error_texts.h"
#include "base/fact_words.h"

#include <QLocale>
#include <QTranslator>

namespace kinframe {
namespace {

// Qt's own translation is one language per process; answers to clients differ in language from one to the next, so
// the catalogue is asked directly.
const QTranslator &chinese()
{
    static const std::unique_ptr<QTranslator> catalogue = [] {
        auto translator = std::make_unique<QTranslator>();
        [[maybe_unused]] const bool loaded = translator->load(QStringLiteral(":/i18n/kinframe_zh_CN.qm"));
        Q_ASSERT(loaded);
        return translator;
    }();
    return *catalogue;
}

// `tag` is `zh`, `zh-CN`, `zh_CN.UTF-8`, … for the language `zh`.
bool isOf(QStringView language, QStringView tag)
{
    return tag.startsWith(language, Qt::CaseInsensitive) &&
           (tag.size() == language.size() || !tag[language.size()].isLetterOrNumber());
}

// The `q` of one entry of Accept-Language; 0 where it cannot be read.
double qualityOf(const QList<QStringView> &pieces)
{
    double quality = 1;
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        const QStringView parameter = pieces[i].trimmed();
        if (parameter.startsWith(u"q=", Qt::CaseInsensitive)) {
            bool ok = false;
            const double value = parameter.mid(2).toDouble(&ok);
            quality = ok && value <= 1 ? value : 0;
        }
    }
    return quality;
}

QString factOf(const Error::Facts &facts, const QString &key, Language language)
{
    for (const auto &[name, fact] : facts) {
        if (name == key) {
            return factIn(key, fact, language);
        }
        if (name == u"cause" && key == u"reason") {
            return textOf(errorFromJsonText(fact), language);
        }
    }
    return {};
}

} // namespace

Language languageFor(QStringView acceptLanguage, Language fallback)
{
    Language best = fallback;
    double bestQuality = 0;
    for (QStringView part : acceptLanguage.split(u',')) {
        const auto pieces = part.split(u';');
        const QStringView tag = pieces.front().trimmed();
        const bool isChinese = isOf(u"zh", tag);
        if (!isChinese && !isOf(u"en", tag)) {
            continue;
        }
        if (const double quality = qualityOf(pieces); quality > bestQuality) {
            bestQuality = quality;
            best = isChinese ? Language::Chinese : Language::English;
        }
    }
    return best;
}

Language systemLanguage()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty()) {
            return isOf(u"zh", value) ? Language::Chinese : Language::English;
        }
    }
    return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

QString translated(const char *context, const char *english, Language language)
{
    if (language == Language::Chinese) {
        QString text = chinese().translate(context, english);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return QString::fromUtf8(english);
}

QString filledIn(const QString &text, const Error::Facts &facts, Language language)
{
    // The facts are put in from left to right in one pass, so that a fact holding braces is not read as a place.
    QString out;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0) {
            return out + text.mid(from);
        }
        out += text.mid(from, open - from) + factOf(facts, text.mid(open + 1, close - open - 1), language);
        from = close + 1;
    }
}

QString textOf(const Error &error, Language language)
{
    return filledIn(translated("Error", errorText(error.code).english, language), error.facts, language);
}

} // namespace kinframe
