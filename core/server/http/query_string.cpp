// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/query_string.h"

#include "server/http/invalid_input.h"
#include "server/http/percent.h"

#include <algorithm>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

Result<std::pair<QString, QString>> parsePair(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    const QByteArrayView name = equals < 0 ? text : text.first(equals);
    const QByteArrayView value = equals < 0 ? QByteArrayView() : text.sliced(equals + 1);
    std::optional<QString> decodedName = percentDecodedText(name, PlusSign::Space);
    std::optional<QString> decodedValue = percentDecodedText(value, PlusSign::Space);
    if (!decodedName || !decodedValue) {
        return invalidInput(u"query"_s, text, u"percent-encoded UTF-8"_s);
    }
    return std::pair(std::move(*decodedName), std::move(*decodedValue));
}

} // namespace

Result<QueryString> QueryString::parse(QByteArrayView raw, QueryLimits limits)
{
    if (raw.size() > limits.bytes) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, u"query"_s},
                                          {u"value"_s, u"%1 bytes"_s.arg(raw.size())},
                                          {u"limit"_s, u"%1 bytes"_s.arg(limits.bytes)}});
    }
    QueryString query;
    while (!raw.isEmpty()) {
        const qsizetype end = raw.indexOf('&');
        const QByteArrayView text = end < 0 ? raw : raw.first(end);
        raw = end < 0 ? QByteArrayView() : raw.sliced(end + 1);
        if (text.isEmpty()) {
            continue;
        }
        if (query.m_pairs.size() >= static_cast<std::size_t>(limits.pairs)) {
            return fail(ErrorCode::TooMany, {{u"field"_s, u"query"_s},
                                             {u"value"_s, u"more than %1"_s.arg(limits.pairs)},
                                             {u"limit"_s, QString::number(limits.pairs)}});
        }
        Result<std::pair<QString, QString>> pair = parsePair(text);
        if (!pair) {
            return failed(pair);
        }
        query.m_pairs.push_back(std::move(*pair));
    }
    return query;
}

std::optional<QString> QueryString::get(QStringView name) const
{
    for (const auto &[key, value] : m_pairs) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

QStringList QueryString::all(QStringView name) const
{
    QStringList values;
    for (const auto &[key, value] : m_pairs) {
        if (key == name) {
            values.append(value);
        }
    }
    return values;
}

bool QueryString::has(QStringView name) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [name](const auto &pair) { return pair.first == name; });
}

} // namespace kinframe::http
