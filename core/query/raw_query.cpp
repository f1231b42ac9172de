// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/raw_query.h"

#include "query/query_error.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte that stands there, and how many characters it takes.
std::pair<char, int> byteAt(QByteArrayView raw, qsizetype at)
{
    if (raw[at] == '%' && at + 2 < raw.size()) {
        const int high = hexDigit(raw[at + 1]);
        const int low = hexDigit(raw[at + 2]);
        if (high >= 0 && low >= 0) {
            return {char(high * 16 + low), 3};
        }
    }
    return {raw[at], 1};
}

// Whether a plus behind `before` can be no space. `after`: the raw text behind it.
bool isMeantAsPlus(const QByteArray &before, QByteArrayView after)
{
    static const QRegularExpression time(u"T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression zone(u"^\\d\\d(:|%3A)\\d\\d"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression exponent(u"\\d[eE]$"_s);
    constexpr qsizetype longestTime = 30;
    const QString tail = QString::fromLatin1(before.right(longestTime));
    const QString head = QString::fromLatin1(after.first(std::min<qsizetype>(after.size(), 8)));
    if (time.match(tail).hasMatch()) {
        return zone.match(head).hasMatch();
    }
    return exponent.match(tail).hasMatch() && !head.isEmpty() && head.front().isDigit();
}

Result<QString> decoded(QByteArrayView raw)
{
    QByteArray bytes;
    bytes.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        if (raw[at] == '+') {
            bytes += isMeantAsPlus(bytes, raw.sliced(at + 1)) ? '+' : ' ';
            ++at;
            continue;
        }
        const auto [byte, length] = byteAt(raw, at);
        bytes += byte;
        at += length;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0'))) {
        return Failure(notUnderstood(u"$filter"_s, 0, u"text in UTF-8"_s));
    }
    return text;
}

Result<QueryPart> partFrom(QByteArrayView raw)
{
    const qsizetype equals = raw.indexOf('=');
    QueryPart part;
    part.hasValue = equals >= 0;
    const auto name = decoded(part.hasValue ? raw.first(equals) : raw);
    const auto value = decoded(part.hasValue ? raw.sliced(equals + 1) : QByteArrayView());
    if (!name || !value) {
        return failed(name ? value : name);
    }
    part.name = *name;
    part.value = *value;
    part.text = part.hasValue ? QString(part.name + u'=' + part.value) : part.name;
    return part;
}

} // namespace

Result<std::vector<QueryPart>> splitQuery(QByteArrayView raw)
{
    std::vector<QueryPart> parts;
    while (!raw.isEmpty()) {
        const qsizetype end = raw.indexOf('&');
        const QByteArrayView text = end < 0 ? raw : raw.first(end);
        raw = end < 0 ? QByteArrayView() : raw.sliced(end + 1);
        if (text.isEmpty()) {
            continue;
        }
        auto part = partFrom(text);
        if (!part) {
            return failed(part);
        }
        parts.push_back(std::move(*part));
    }
    return parts;
}

} // namespace kinframe::query
