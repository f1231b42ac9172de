// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/filter_words.h"

#include "query/print.h"
#include "query/property_map.h"
#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using query::Relation;
using query::Value;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

struct Known
{
    const char *name;
    const char *title;
    PropertyKind kind;
};

constexpr Known properties[] = {
    {"rating", QT_TRANSLATE_NOOP("Filter", "Rating"), PropertyKind::Number},
    {"is_favorite", QT_TRANSLATE_NOOP("Filter", "Favourite"), PropertyKind::Flag},
    {"tags", QT_TRANSLATE_NOOP("Filter", "Tag"), PropertyKind::Name},
    {"people", QT_TRANSLATE_NOOP("Filter", "Person"), PropertyKind::Name},
    {"albums", QT_TRANSLATE_NOOP("Filter", "Album"), PropertyKind::Name},
    {"is_archived", QT_TRANSLATE_NOOP("Filter", "Archived"), PropertyKind::Flag},
    {"is_stacked", QT_TRANSLATE_NOOP("Filter", "Stacked"), PropertyKind::Flag},
    {"created_at", QT_TRANSLATE_NOOP("Filter", "Date"), PropertyKind::Day},
    {"camera", QT_TRANSLATE_NOOP("Filter", "Camera"), PropertyKind::Text},
    {"lens", QT_TRANSLATE_NOOP("Filter", "Lens"), PropertyKind::Text},
    {"width", QT_TRANSLATE_NOOP("Filter", "Width"), PropertyKind::Number},
    {"height", QT_TRANSLATE_NOOP("Filter", "Height"), PropertyKind::Number},
    {"size", QT_TRANSLATE_NOOP("Filter", "Size in bytes"), PropertyKind::Number},
    {"file_name", QT_TRANSLATE_NOOP("Filter", "File name"), PropertyKind::Text},
    {"mime_type", QT_TRANSLATE_NOOP("Filter", "File type"), PropertyKind::Text},
    {"duration", QT_TRANSLATE_NOOP("Filter", "Seconds"), PropertyKind::Number},
    {"iso", QT_TRANSLATE_NOOP("Filter", "ISO"), PropertyKind::Number},
    {"f_number", QT_TRANSLATE_NOOP("Filter", "Aperture"), PropertyKind::Number},
    {"exposure_time", QT_TRANSLATE_NOOP("Filter", "Exposure"), PropertyKind::Number},
    {"focal_length", QT_TRANSLATE_NOOP("Filter", "Focal length"), PropertyKind::Number},
    {"type", QT_TRANSLATE_NOOP("Filter", "Kind"), PropertyKind::Text},
    {"model", QT_TRANSLATE_NOOP("Filter", "Model"), PropertyKind::Text},
    {"prompt", QT_TRANSLATE_NOOP("Filter", "Prompt"), PropertyKind::Text},
    {"negative_prompt", QT_TRANSLATE_NOOP("Filter", "Negative prompt"), PropertyKind::Text},
    {"seed", QT_TRANSLATE_NOOP("Filter", "Seed"), PropertyKind::Number},
    {"steps", QT_TRANSLATE_NOOP("Filter", "Steps"), PropertyKind::Number},
    {"cfg_scale", QT_TRANSLATE_NOOP("Filter", "Guidance"), PropertyKind::Number},
    {"sampler", QT_TRANSLATE_NOOP("Filter", "Sampler"), PropertyKind::Text},
    {"is_nsfw", QT_TRANSLATE_NOOP("Filter", "NSFW"), PropertyKind::Flag},
};

const Known *knownOf(const QString &property)
{
    for (const Known &known : properties) {
        if (property == QLatin1StringView(known.name)) {
            return &known;
        }
    }
    return nullptr;
}

// What the reader of queries says it expected, and of what there is too much.
constexpr const char *expectations[] = {
    QT_TRANSLATE_NOOP("Filter", "an operator"),
    QT_TRANSLATE_NOOP("Filter", "an operator or a closing bracket"),
    QT_TRANSLATE_NOOP("Filter", "a property, a value or a function"),
    QT_TRANSLATE_NOOP("Filter", "a list in brackets"),
    QT_TRANSLATE_NOOP("Filter", "a comma or a closing bracket"),
    QT_TRANSLATE_NOOP("Filter", "a property"),
    QT_TRANSLATE_NOOP("Filter", "a property, any or all"),
    QT_TRANSLATE_NOOP("Filter", "any or all"),
    QT_TRANSLATE_NOOP("Filter", "a variable"),
    QT_TRANSLATE_NOOP("Filter", "a colon"),
    QT_TRANSLATE_NOOP("Filter", "a condition"),
    QT_TRANSLATE_NOOP("Filter", "a number"),
    QT_TRANSLATE_NOOP("Filter", "numbers, or dates with durations"),
    QT_TRANSLATE_NOOP("Filter", "a property with one value"),
    QT_TRANSLATE_NOOP("Filter", "a closing quote"),
    QT_TRANSLATE_NOOP("Filter", "a date or time that exists"),
    QT_TRANSLATE_NOOP("Filter", "a space or the end of the value"),
    QT_TRANSLATE_NOOP("Filter", "a regular expression"),
    QT_TRANSLATE_NOOP("Filter", "the name of a property"),
    QT_TRANSLATE_NOOP("Filter", "one of = != > >= < <= ~"),
    QT_TRANSLATE_NOOP("Filter", "a function such as contains(model,'x')"),
    QT_TRANSLATE_NOOP("Filter", "any or all of its members, as in tags/any(t: t eq 'x')"),
    QT_TRANSLATE_NOOP("Filter", "a text"),
    QT_TRANSLATE_NOOP("Filter", "a date"),
    QT_TRANSLATE_NOOP("Filter", "a time of day"),
    QT_TRANSLATE_NOOP("Filter", "a date with a time"),
    QT_TRANSLATE_NOOP("Filter", "a closing bracket"),
    QT_TRANSLATE_NOOP("Filter", "an opening bracket before it"),
    QT_TRANSLATE_NOOP("Filter", "a word"),
    QT_TRANSLATE_NOOP("Filter", "a duration such as 'PT1H'"),
    QT_TRANSLATE_NOOP("Filter", "asc, desc or a comma"),
    QT_TRANSLATE_NOOP("Filter", "properties to order by"),
    QT_TRANSLATE_NOOP("Filter", "values in all lists"),
    QT_TRANSLATE_NOOP("Filter", "a duration"),
    QT_TRANSLATE_NOOP("Filter", "values in a list"),
    QT_TRANSLATE_NOOP("Filter", "levels within each other"),
    QT_TRANSLATE_NOOP("Filter", "any and all within each other"),
    QT_TRANSLATE_NOOP("Filter", "properties, values and operators"),
    QT_TRANSLATE_NOOP("Filter", "characters of a pattern"),
};

QString translated(const QString &words)
{
    for (const char *known : expectations) {
        if (words == QLatin1StringView(known)) {
            return Texts::tr(known);
        }
    }
    // contains with 2 argument(s)
    static const QRegularExpression call(u"^(.+) with (\\d) argument\\(s\\)$"_s);
    const QRegularExpressionMatch match = call.match(words);
    return match.hasMatch() ? Texts::tr("%1(…) with other values: at most %2").arg(match.captured(1), match.captured(2))
                            : words;
}

std::optional<qint64> msOf(const Value &value)
{
    const auto *moment = std::get_if<query::Moment>(&value);
    return moment != nullptr ? std::optional(moment->seconds * 1000 + moment->nanos / 1'000'000) : std::nullopt;
}

QString shown(const query::Condition &condition)
{
    const Value &value = condition.value;
    const QLocale locale;
    if (const auto ms = msOf(value)) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(*ms);
        return local.time() == QTime(0, 0) ? locale.toString(local.date(), QLocale::ShortFormat)
                                           : locale.toString(local, QLocale::ShortFormat);
    }
    if (condition.property == "size"_L1 && std::holds_alternative<qint64>(value)) {
        return bytesText(std::get<qint64>(value));
    }
    if (const auto *real = std::get_if<double>(&value)) {
        return locale.toString(*real, 'g', QLocale::FloatingPointShortest);
    }
    return fieldText(value);
}

} // namespace

PropertyKind kindOf(const QString &property)
{
    if (const Known *known = knownOf(property)) {
        return known->kind;
    }
    switch (query::typeOfProperty(property)) {
    case query::Type::Number:
        return PropertyKind::Number;
    case query::Type::String:
        return PropertyKind::Text;
    case query::Type::Boolean:
        return PropertyKind::Flag;
    default:
        return property.startsWith("is_"_L1) || property.startsWith("has_"_L1) ? PropertyKind::Flag : PropertyKind::Any;
    }
}

QString titleOfProperty(const QString &property)
{
    const Known *known = knownOf(property);
    return known != nullptr ? Texts::tr(known->title) : property;
}

QString titleOfCondition(const query::Condition &condition)
{
    QString title = titleOfProperty(condition.property);
    const bool isDay = kindOf(condition.property) == PropertyKind::Day;
    const QString value = shown(condition);
    switch (condition.relation) {
    case Relation::Equal:
        return Texts::tr("%1: %2").arg(title, value);
    case Relation::NotEqual:
        return Texts::tr("%1 is not %2").arg(title, value);
    case Relation::AtLeast:
        return isDay ? Texts::tr("%1 from %2").arg(title, value) : Texts::tr("%1 ≥ %2").arg(title, value);
    case Relation::More:
        return Texts::tr("%1 > %2").arg(title, value);
    case Relation::AtMost:
        return Texts::tr("%1 ≤ %2").arg(title, value);
    case Relation::Less:
        return isDay ? Texts::tr("%1 before %2").arg(title, value) : Texts::tr("%1 < %2").arg(title, value);
    case Relation::Contains:
        return Texts::tr("%1 contains “%2”").arg(title, value);
    case Relation::Starts:
        return Texts::tr("%1 begins with “%2”").arg(title, value);
    case Relation::True:
        return title;
    case Relation::NotTrue:
        return Texts::tr("Not: %1").arg(title);
    case Relation::Some:
        return Texts::tr("%1 is known").arg(title);
    case Relation::None:
        return Texts::tr("%1 is not known").arg(title);
    case Relation::Has:
        return Texts::tr("%1: %2").arg(title, value);
    case Relation::HasNot:
        return Texts::tr("Without %1: %2").arg(title, value);
    case Relation::Other:
        break;
    }
    return Texts::tr("Custom: %1").arg(condition.text);
}

QString titleOfRelation(Relation relation, PropertyKind kind)
{
    const bool isDay = kind == PropertyKind::Day;
    switch (relation) {
    case Relation::Equal:
        return Texts::tr("is");
    case Relation::NotEqual:
        return Texts::tr("is not");
    case Relation::AtLeast:
        return isDay ? Texts::tr("from") : Texts::tr("at least");
    case Relation::More:
        return Texts::tr("more than");
    case Relation::AtMost:
        return Texts::tr("at most");
    case Relation::Less:
        return isDay ? Texts::tr("before") : Texts::tr("less than");
    case Relation::Contains:
        return Texts::tr("contains");
    case Relation::Starts:
        return Texts::tr("begins with");
    case Relation::True:
        return Texts::tr("yes");
    case Relation::NotTrue:
        return Texts::tr("no, or not said");
    case Relation::Some:
        return Texts::tr("is known");
    case Relation::None:
        return Texts::tr("is not known");
    case Relation::Has:
        return Texts::tr("with");
    case Relation::HasNot:
        return Texts::tr("without");
    case Relation::Other:
        break;
    }
    return {};
}

std::vector<Relation> relationsFor(PropertyKind kind)
{
    using enum Relation;
    switch (kind) {
    case PropertyKind::Number:
        return {AtLeast, AtMost, Equal, NotEqual, More, Less, Some, None};
    case PropertyKind::Flag:
        return {True, NotTrue};
    case PropertyKind::Day:
        return {AtLeast, Less};
    case PropertyKind::Name:
        return {Has, HasNot};
    case PropertyKind::Text:
        return {Contains, Equal, NotEqual, Starts, Some, None};
    case PropertyKind::Any:
        break;
    }
    return {Equal, NotEqual, Contains, AtLeast, AtMost, True, NotTrue, Some, None};
}

bool needsValue(Relation relation)
{
    return relation != Relation::True && relation != Relation::NotTrue && relation != Relation::Some &&
           relation != Relation::None && relation != Relation::Other;
}

QString fieldText(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value)) {
        return *text;
    }
    if (const auto *real = std::get_if<double>(&value)) {
        return QString::number(*real, 'g', QLocale::FloatingPointShortest);
    }
    if (const auto ms = msOf(value)) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(*ms);
        return local.time() == QTime(0, 0) ? local.date().toString(Qt::ISODate) : query::textOf(value);
    }
    return std::holds_alternative<std::monostate>(value) ? QString() : query::textOf(value);
}

std::optional<Value> valueFrom(const QString &written, PropertyKind kind)
{
    const QString text = written.trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (kind == PropertyKind::Text || kind == PropertyKind::Name) {
        return text;
    }
    if (kind == PropertyKind::Day) {
        QDate day = QDate::fromString(text, Qt::ISODate);
        day = day.isValid() ? day : QLocale().toDate(text, QLocale::ShortFormat);
        const QDateTime begin = day.startOfDay();
        return begin.isValid()
                   ? std::optional<Value>(query::Moment{begin.toSecsSinceEpoch(), 0, begin.offsetFromUtc() / 60})
                   : std::nullopt;
    }
    // With a point, or as the person writes numbers.
    bool isNumber = false;
    (void)text.toDouble(&isNumber);
    if (isNumber) {
        return query::numberFrom(text);
    }
    if (const double number = QLocale().toDouble(text, &isNumber); isNumber) {
        return number;
    }
    return kind == PropertyKind::Number ? std::nullopt : std::optional<Value>(text);
}

QString queryComplaint(const Error &error)
{
    if (error.code == ErrorCode::QueryInvalid) {
        return Texts::tr("Expected here: %1.").arg(translated(error.fact(u"expected"_s)));
    }
    if (error.code == ErrorCode::QueryTooComplex) {
        return Texts::tr("That is too much for one filter: at most %1 %2.")
            .arg(error.fact(u"limit"_s), translated(error.fact(u"what"_s)));
    }
    return sentenceOf(error);
}

} // namespace kinframe::ui
