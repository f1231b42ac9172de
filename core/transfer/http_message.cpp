// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_message.h"

#include <curl/curl.h>

namespace kinframe::transfer {
namespace {

/// Digits only: neither sign nor space, which toLongLong would take.
std::optional<qint64> naturalNumber(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18) {
        return std::nullopt;
    }
    qint64 number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            return header.value;
        }
    }
    return {};
}

std::optional<qint64> HttpHead::contentLength() const
{
    return naturalNumber(header("Content-Length"));
}

bool HttpHead::encoded() const
{
    const QByteArray encoding = header("Content-Encoding").trimmed().toLower();
    return !encoding.isEmpty() && encoding != "identity";
}

std::optional<ContentRange> ContentRange::parse(QByteArrayView value)
{
    constexpr QByteArrayView unit = "bytes ";
    if (!value.startsWith(unit)) {
        return std::nullopt;
    }
    value = value.sliced(unit.size()).trimmed();
    const qsizetype dash = value.indexOf('-');
    const qsizetype slash = value.indexOf('/');
    if (dash < 0 || slash < dash) {
        return std::nullopt;
    }
    const auto first = naturalNumber(value.first(dash));
    const auto last = naturalNumber(value.sliced(dash + 1, slash - dash - 1));
    const QByteArrayView size = value.sliced(slash + 1);
    const auto total = size == "*" ? std::optional<qint64>(-1) : naturalNumber(size);
    if (!first || !last || !total || *last < *first || (*total >= 0 && *last >= *total)) {
        return std::nullopt;
    }
    return ContentRange{*first, *last, *total};
}

std::optional<qint64> httpDate(const QByteArray &value)
{
    const time_t seconds = curl_getdate(value.constData(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<qint64>(seconds);
}

QString withoutSecrets(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace kinframe::transfer
