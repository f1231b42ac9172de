// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/template_values.h"

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Failure notUnderstood(const QString &argument, const QString &expected)
{
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, u"command"_s}, {u"value"_s, argument}, {u"expected"_s, expected}});
}

struct Filled
{
    QString text;
    bool isWhole = true; ///< every name had a value
};

Result<Filled> fillInArgument(const QString &argument, const TemplateValues &values)
{
    Filled filled;
    for (qsizetype at = 0; at < argument.size(); ++at) {
        if (argument[at] != u'{') {
            filled.text += argument[at];
            continue;
        }
        if (at + 1 < argument.size() && argument[at + 1] == u'{') {
            filled.text += u'{';
            ++at;
            continue;
        }
        const qsizetype end = argument.indexOf(u'}', at);
        if (end < 0) {
            return notUnderstood(argument, u"a name in braces"_s);
        }
        const QString name = argument.mid(at + 1, end - at - 1);
        if (!values.known.contains(name)) {
            return notUnderstood(argument, u"a name that this engine knows"_s);
        }
        const auto value = values.values.constFind(name);
        filled.isWhole = filled.isWhole && value != values.values.constEnd();
        filled.text += value != values.values.constEnd() ? *value : QString();
        at = end;
    }
    return filled;
}

bool holds(const QStringList &line, const QString &name)
{
    const QString inBraces = u'{' + name + u'}';
    return std::any_of(line.cbegin(), line.cend(),
                       [&](const QString &argument) { return argument.contains(inBraces); });
}

} // namespace

void TemplateValues::set(const QString &name, const QString &value)
{
    set(name, !value.isEmpty(), value);
}

void TemplateValues::set(const QString &name, bool hasValue, const QString &value)
{
    known += name;
    if (hasValue) {
        values[name] = value;
    } else {
        values.remove(name);
    }
}

bool uses(const CommandTemplate &commandTemplate, const QString &name)
{
    return std::any_of(commandTemplate.cbegin(), commandTemplate.cend(),
                       [&](const QStringList &line) { return holds(line, name); });
}

bool tells(const CommandTemplate &commandTemplate, const TemplateValues &values, const QString &name)
{
    return std::any_of(commandTemplate.cbegin(), commandTemplate.cend(), [&](const QStringList &line) {
        return holds(line, name) && std::all_of(line.cbegin(), line.cend(), [&](const QString &argument) {
                   const Result<Filled> filled = fillInArgument(argument, values);
                   return argument == u"{extra}" || (filled && filled->isWhole);
               });
    });
}

Result<QStringList> fillIn(const CommandTemplate &commandTemplate, const TemplateValues &values)
{
    QStringList arguments;
    for (const QStringList &line : commandTemplate) {
        QStringList filledLine;
        bool isWhole = true;
        for (const QString &argument : line) {
            if (argument == u"{extra}") {
                filledLine += values.extra;
                continue;
            }
            const Result<Filled> filled = fillInArgument(argument, values);
            if (!filled) {
                return failed(filled);
            }
            isWhole = isWhole && filled->isWhole;
            filledLine += filled->text;
        }
        if (isWhole) {
            arguments += filledLine;
        }
    }
    return arguments;
}

} // namespace kinframe::render
