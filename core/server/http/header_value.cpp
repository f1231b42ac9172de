// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_value.h"

#include <algorithm>
#include <cstring>

namespace kinframe::http {
namespace {

bool isTokenCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z') ||
           (character != '\0' && std::strchr("!#$%&'*+-.^_`|~", character) != nullptr);
}

bool isBlank(char character)
{
    return character == ' ' || character == '\t';
}

bool isControl(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && character != '\t') || byte == 0x7F;
}

void skipBlanks(QByteArrayView &rest)
{
    while (!rest.isEmpty() && isBlank(rest.front())) {
        rest = rest.sliced(1);
    }
}

QByteArray takeToken(QByteArrayView &rest)
{
    const auto end = std::find_if_not(rest.begin(), rest.end(), isTokenCharacter);
    const qsizetype length = end - rest.begin();
    QByteArray token = rest.first(length).toByteArray();
    rest = rest.sliced(length);
    return token;
}

/// A backslash escapes a quote or another backslash only: browsers send the ones of file names as they are.
std::optional<QByteArray> takeQuoted(QByteArrayView &rest)
{
    QByteArray text;
    for (qsizetype at = 1; at < rest.size(); ++at) {
        char character = rest[at];
        if (character == '"') {
            rest = rest.sliced(at + 1);
            return text;
        }
        if (isControl(character)) {
            return {};
        }
        if (character == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\')) {
            character = rest[++at];
        }
        text += character;
    }
    return {};
}

/// More than a token may stand here, because boundaries with = and / come unquoted from some clients.
std::optional<QByteArray> takeParameterValue(QByteArrayView &rest)
{
    if (rest.startsWith('"')) {
        return takeQuoted(rest);
    }
    const auto end = std::find_if(rest.begin(), rest.end(), [](char character) {
        return isBlank(character) || isControl(character) || character == ';' || character == '"' || character == '\\';
    });
    const qsizetype length = end - rest.begin();
    if (length == 0) {
        return {};
    }
    QByteArray value = rest.first(length).toByteArray();
    rest = rest.sliced(length);
    return value;
}

bool takeParameter(QByteArrayView &rest, ParameterizedValue &parsed)
{
    const QByteArray name = takeToken(rest).toLower();
    if (name.isEmpty() || !rest.startsWith('=') || parsed.parameter(name)) {
        return false;
    }
    rest = rest.sliced(1);
    std::optional<QByteArray> value = takeParameterValue(rest);
    if (!value) {
        return false;
    }
    parsed.parameters.emplace_back(name, std::move(*value));
    return true;
}

/// A token, or two with a slash between them.
QByteArray takeValue(QByteArrayView &rest)
{
    QByteArray value = takeToken(rest);
    if (!value.isEmpty() && rest.startsWith('/')) {
        rest = rest.sliced(1);
        const QByteArray subtype = takeToken(rest);
        value = subtype.isEmpty() ? QByteArray() : QByteArray(value + '/' + subtype);
    }
    return value.toLower();
}

} // namespace

QByteArrayView trimmed(QByteArrayView text)
{
    skipBlanks(text);
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

std::optional<qint64> digits(QByteArrayView text)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    if (text.isEmpty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), isDigit)) {
        return {};
    }
    qint64 number = 0;
    for (const char character : text) {
        number = number * 10 + (character - '0');
    }
    return number;
}

std::vector<QByteArrayView> listElements(QByteArrayView header)
{
    std::vector<QByteArrayView> elements;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= header.size(); ++at) {
        if (at == header.size() || (header[at] == ',' && !quoted)) {
            const QByteArrayView element = trimmed(header.sliced(start, at - start));
            if (!element.isEmpty()) {
                elements.push_back(element);
            }
            start = at + 1;
        } else if (header[at] == '"') {
            quoted = !quoted;
        } else if (header[at] == '\\' && quoted && at + 1 < header.size()) {
            ++at;
        }
    }
    return elements;
}

std::optional<QByteArray> ParameterizedValue::parameter(QByteArrayView name) const
{
    for (const auto &[key, text] : parameters) {
        if (key == name) {
            return text;
        }
    }
    return {};
}

std::optional<ParameterizedValue> parseParameterized(QByteArrayView header)
{
    QByteArrayView rest = trimmed(header);
    ParameterizedValue parsed;
    parsed.value = takeValue(rest);
    if (parsed.value.isEmpty()) {
        return {};
    }
    for (skipBlanks(rest); !rest.isEmpty(); skipBlanks(rest)) {
        if (!rest.startsWith(';')) {
            return {};
        }
        rest = rest.sliced(1);
        skipBlanks(rest);
        const bool isEmptyParameter = rest.isEmpty() || rest.startsWith(';');
        if (!isEmptyParameter && !takeParameter(rest, parsed)) {
            return {};
        }
    }
    return parsed;
}

} // namespace kinframe::http
