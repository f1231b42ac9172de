// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/print.h"

#include "query/functions.h"
#include "query/temporal.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// How tightly what a node is made of holds together.
enum Level { OrLevel, AndLevel, EqualityLevel, RelationLevel, SumLevel, ProductLevel, UnaryLevel, InLevel, Tight };

struct Words
{
    const char *text;
    Level level;
};

constexpr Words wordsOf(Operator op)
{
    switch (op) {
    case Operator::Eq:
        return {"eq", EqualityLevel};
    case Operator::Ne:
        return {"ne", EqualityLevel};
    case Operator::Lt:
        return {"lt", RelationLevel};
    case Operator::Le:
        return {"le", RelationLevel};
    case Operator::Gt:
        return {"gt", RelationLevel};
    case Operator::Ge:
        return {"ge", RelationLevel};
    case Operator::Add:
        return {"add", SumLevel};
    case Operator::Sub:
        return {"sub", SumLevel};
    case Operator::Mul:
        return {"mul", ProductLevel};
    case Operator::Div:
        return {"div", ProductLevel};
    case Operator::DivBy:
        return {"divby", ProductLevel};
    case Operator::Mod:
        return {"mod", ProductLevel};
    }
    return {"eq", EqualityLevel};
}

QString two(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString fraction(int nanos)
{
    if (nanos == 0) {
        return {};
    }
    QString digits = QString::number(nanos).rightJustified(9, u'0');
    while (digits.endsWith(u'0')) {
        digits.chop(1);
    }
    return u'.' + digits;
}

QString written(const Date &date)
{
    const CalendarDate day = calendarDate(date);
    return (day.year < 0 ? u"-"_s : QString()) + QString::number(std::abs(day.year)).rightJustified(4, u'0') + u'-' +
           two(day.month) + u'-' + two(day.day);
}

QString written(const TimeOfDay &time)
{
    constexpr qint64 second = 1'000'000'000;
    const qint64 seconds = time.nanos / second;
    return two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60) +
           fraction(int(time.nanos % second));
}

QString written(const Moment &moment)
{
    const int offset = std::abs(moment.offsetMinutes);
    const QString zone =
        offset == 0 ? u"Z"_s
                    : (moment.offsetMinutes < 0 ? u"-"_s : u"+"_s) + two(offset / 60) + u':' + two(offset % 60);
    return written(dateOf(moment)) + u'T' + written(timeOf(moment)) + zone;
}

QString written(const Span &span)
{
    const bool isNegative = span.seconds < 0;
    // The nanoseconds go forward from the seconds.
    const qint64 seconds = isNegative ? -span.seconds - (span.nanos > 0 ? 1 : 0) : span.seconds;
    const int nanos = isNegative && span.nanos > 0 ? 1'000'000'000 - span.nanos : span.nanos;
    return u"duration'"_s + (isNegative ? u"-"_s : QString()) + u"PT"_s + QString::number(seconds) + fraction(nanos) +
           u"S'"_s;
}

QString written(double number)
{
    if (std::isnan(number)) {
        return u"NaN"_s;
    }
    if (std::isinf(number)) {
        return number < 0 ? u"-INF"_s : u"INF"_s;
    }
    const QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    return text.contains(u'.') || text.contains(u'e') ? text : text + u".0"_s;
}

QString written(std::monostate)
{
    return u"null"_s;
}

QString written(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QString written(qint64 number)
{
    return QString::number(number);
}

QString written(const QString &text)
{
    return u'\'' + QString(text).replace("'"_L1, "''"_L1) + u'\'';
}

QString written(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

bool mentions(const Node &node, const QString &name)
{
    return (node.kind == Kind::Property && node.name.section(u'/', 0, 0) == name) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&name](const NodePtr &child) { return mentions(*child, name); });
}

class Printer
{
public:
    QString print(const Node &node, Level around = OrLevel)
    {
        const auto [text, level] = printed(node);
        return level < around ? u'(' + text + u')' : text;
    }

private:
    using Printed = std::pair<QString, Level>;

    Printed printed(const Node &node)
    {
        switch (node.kind) {
        case Kind::Literal:
            return {textOf(node.value), isNegative(node.value) ? UnaryLevel : Tight};
        case Kind::List:
            return {u'(' + joined(node, u","_s, OrLevel) + u')', Tight};
        case Kind::Property:
            return {node.name, Tight};
        case Kind::Variable:
            return {m_names.value(node.slot) + (node.name.isEmpty() ? QString() : u'/' + node.name), Tight};
        case Kind::And:
            return {joined(node, u" and "_s, EqualityLevel), AndLevel};
        case Kind::Or:
            return {joined(node, u" or "_s, AndLevel), OrLevel};
        case Kind::Not:
            return {u"not "_s + print(*node.children[0], InLevel), UnaryLevel};
        case Kind::Negate:
            return {u"-"_s + print(*node.children[0], Tight), UnaryLevel};
        case Kind::Compare:
        case Kind::Arithmetic: {
            const Words words = wordsOf(node.op);
            return {print(*node.children[0], words.level) + u' ' + QLatin1StringView(words.text) + u' ' +
                        print(*node.children[1], Level(words.level + 1)),
                    words.level};
        }
        case Kind::In:
            return {print(*node.children[0], InLevel) + u" in "_s + print(*node.children[1], Tight), InLevel};
        case Kind::Call:
            return call(node);
        case Kind::Any:
        case Kind::All:
            return {lambda(node), Tight};
        case Kind::Count:
            return {node.name + u"/$count"_s, Tight};
        case Kind::IsUnset:
            return {u"%1 eq false or %1 eq null"_s.arg(node.name), OrLevel};
        case Kind::Search:
            break;
        }
        return {u"false"_s, Tight};
    }

    static bool isNegative(const Value &value)
    {
        const auto *whole = std::get_if<qint64>(&value);
        const auto *real = std::get_if<double>(&value);
        return (whole != nullptr && *whole < 0) || (real != nullptr && std::signbit(*real));
    }

    QString joined(const Node &node, const QString &word, Level around)
    {
        QStringList parts;
        for (const NodePtr &child : node.children) {
            parts += print(*child, around);
        }
        return parts.join(word);
    }

    Printed call(const Node &node)
    {
        if (node.function == &containsAnyCase()) {
            return {u"contains(tolower("_s + print(*node.children[0]) + u"),tolower("_s + print(*node.children[1]) +
                        u"))"_s,
                    Tight};
        }
        return {QLatin1StringView(node.function->name) + u'(' + joined(node, u","_s, OrLevel) + u')', Tight};
    }

    QString lambda(const Node &node)
    {
        const QString head = node.name + (node.kind == Kind::Any ? u"/any("_s : u"/all("_s);
        if (node.children.empty()) {
            return head + u')';
        }
        const Node &body = *node.children[0];
        // No name that means something else within.
        QString name = node.name.left(1);
        while (mentions(body, name) || std::find(m_names.cbegin(), m_names.cend(), name) != m_names.cend()) {
            name += u'_';
        }
        m_names.insert(node.slot, name);
        QString text = head + name + u": "_s + print(body) + u')';
        m_names.remove(node.slot);
        return text;
    }

    QHash<int, QString> m_names;
};

} // namespace

QString textOf(const Value &value)
{
    return std::visit([](const auto &known) { return written(known); }, value);
}

QString textOf(const Node &node)
{
    return Printer().print(node);
}

} // namespace kinframe::query
