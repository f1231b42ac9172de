// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/content_encoding.h"

#include "server/http/header_value.h"

#include <optional>

namespace kinframe::http {
namespace {

/// A qvalue (0 to 1, up to three decimals) in thousandths; nothing where it is none.
std::optional<int> thousandths(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5 || (text.front() != '0' && text.front() != '1') ||
        (text.size() > 1 && text[1] != '.')) {
        return {};
    }
    const QByteArray decimals = text.size() > 2 ? text.sliced(2).toByteArray() : QByteArray("0");
    const std::optional<qint64> fraction = digits(decimals.leftJustified(3, '0'));
    const int value = text.front() == '1' ? 1000 : 0;
    return fraction && value + *fraction <= 1000 ? std::optional(value + static_cast<int>(*fraction)) : std::nullopt;
}

struct Preferences
{
    std::optional<int> gzip;
    std::optional<int> identity;
    std::optional<int> others;
};

void addPreference(QByteArrayView element, Preferences &preferences)
{
    const qsizetype semicolon = element.indexOf(';');
    const QByteArrayView coding = trimmed(semicolon < 0 ? element : element.first(semicolon));
    const QByteArrayView weight = semicolon < 0 ? QByteArrayView("q=1") : trimmed(element.sliced(semicolon + 1));
    const bool isWeight = weight.size() > 2 && equalsIgnoringCase(weight.first(2), "q=");
    const std::optional<int> value = isWeight ? thousandths(weight.sliced(2)) : std::nullopt;
    if (!value) {
        return;
    }
    if (equalsIgnoringCase(coding, "gzip") || equalsIgnoringCase(coding, "x-gzip")) {
        preferences.gzip = value;
    } else if (equalsIgnoringCase(coding, "identity")) {
        preferences.identity = value;
    } else if (coding == "*") {
        preferences.others = value;
    }
}

} // namespace

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    Preferences preferences;
    for (const QByteArrayView element : listElements(acceptEncoding)) {
        addPreference(element, preferences);
    }
    const int gzip = preferences.gzip.value_or(preferences.others.value_or(0));
    return gzip > 0 && gzip >= preferences.identity.value_or(0);
}

bool isCompressible(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArray type = trimmed(semicolon < 0 ? contentType : contentType.first(semicolon)).toByteArray().toLower();
    return type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml") || type == "application/json" ||
           type == "application/xml" || type == "application/javascript" || type == "application/yaml" ||
           type == "application/x-ndjson" || type == "application/jsonlines+json";
}

} // namespace kinframe::http
