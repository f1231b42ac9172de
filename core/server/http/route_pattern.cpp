// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_pattern.h"

#include "server/http/invalid_input.h"
#include "server/http/percent.h"

#include <algorithm>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxSegments = 64;

/// The segments between slashes, after the first slash and without a last one.
std::vector<QByteArrayView> cut(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    QByteArrayView rest = path.sliced(1);
    qsizetype slash = 0;
    while (slash >= 0 && segments.size() <= maxSegments + 1) {
        slash = rest.indexOf('/');
        segments.push_back(slash < 0 ? rest : rest.first(slash));
        rest = rest.sliced(slash + 1);
    }
    if (segments.back().isEmpty()) {
        segments.pop_back();
    }
    return segments;
}

bool isArgumentName(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '_';
    });
}

bool isLiteral(QByteArrayView text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](char character) {
        return character == '{' || character == '}' || character == '%' || character == '?' || character == '#';
    });
}

Failure badPattern(QByteArrayView pattern)
{
    return invalidInput(u"pattern"_s, pattern, u"a pattern such as /api/person/{id}/assets"_s);
}

} // namespace

Result<RoutePattern> RoutePattern::parse(QByteArrayView pattern)
{
    if (!pattern.startsWith('/')) {
        return badPattern(pattern);
    }
    RoutePattern parsed;
    std::vector<QByteArray> names;
    for (const QByteArrayView text : cut(pattern)) {
        const bool isArgument = text.size() > 2 && text.startsWith('{') && text.endsWith('}');
        const QByteArray inside = (isArgument ? text.sliced(1, text.size() - 2) : text).toByteArray();
        const bool isDoubled = isArgument && std::find(names.begin(), names.end(), inside) != names.end();
        if (isDoubled || !(isArgument ? isArgumentName(inside) : isLiteral(inside))) {
            return badPattern(pattern);
        }
        if (isArgument) {
            names.push_back(inside);
        }
        parsed.m_segments.push_back({inside, isArgument});
    }
    return parsed;
}

std::vector<QByteArray> RoutePattern::argumentNames() const
{
    std::vector<QByteArray> names;
    for (const Segment &segment : m_segments) {
        if (segment.isArgument) {
            names.push_back(segment.text);
        }
    }
    return names;
}

Result<RoutePath> RoutePath::parse(QByteArrayView encoded)
{
    const auto bad = [encoded](const QString &expected) { return invalidInput(u"path"_s, encoded, expected); };
    if (!encoded.startsWith('/')) {
        return bad(u"a path with a first slash"_s);
    }
    const std::vector<QByteArrayView> cutSegments = cut(encoded);
    if (cutSegments.size() > maxSegments) {
        return bad(u"a path of at most %1 segments"_s.arg(maxSegments));
    }
    RoutePath path;
    path.segments.reserve(cutSegments.size());
    for (const QByteArrayView segment : cutSegments) {
        std::optional<QString> text = percentDecodedText(segment);
        if (!text) {
            return bad(u"percent-encoded UTF-8"_s);
        }
        if (*text == u"."_s || *text == u".."_s) {
            return bad(u"a path without . and .."_s);
        }
        path.segments.push_back(std::move(*text));
    }
    return path;
}

} // namespace kinframe::http
