// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_pattern.h"

#include "server/http/invalid_input.h"
#include "server/http/percent.h"

#include <algorithm>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSegments = 64;

/// The segments between slashes, after the first slash and without a last one.
QVarLengthArray<QByteArrayView, 16> cut(QByteArrayView path)
{
    QVarLengthArray<QByteArrayView, 16> segments;
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
    RoutePath path;
    path.segments = cut(encoded);
    if (path.segments.size() > maxSegments) {
        return bad(u"a path of at most %1 segments"_s.arg(maxSegments));
    }
    for (QByteArrayView &segment : path.segments) {
        if (segment.contains('%')) {
            const std::optional<QByteArray> decoded = percentDecoded(segment);
            if (!decoded) {
                return bad(u"percent-encoded UTF-8"_s);
            }
            segment = path.m_decoded.emplace_back(*decoded);
        }
        if (!isUtf8Text(segment)) {
            return bad(u"percent-encoded UTF-8"_s);
        }
        if (segment == "." || segment == "..") {
            return bad(u"a path without . and .."_s);
        }
    }
    return path;
}

} // namespace kinframe::http
