// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/json_writer.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kinframe::server {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr qint64 msOfDay = 86'400'000;
// Of the years 1 to 9999.
constexpr qint64 firstMs = -62'135'596'800'000;
constexpr qint64 lastMs = 253'402'300'799'999;
constexpr qsizetype uuidBytes = 16;

struct Date
{
    int year;
    int month;
    int day;
};

/// Howard Hinnant's days_to_civil: the calendar's eras of 400 years begin in March, so that leap days come last.
Date dateOf(qint64 daysSince1970)
{
    const qint64 shifted = daysSince1970 + 719'468;
    const qint64 era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const auto dayOfEra = int(shifted - era * 146'097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return {int(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1};
}

template <size_t count>
void putDigits(char *to, int value)
{
    for (size_t i = count; i-- > 0; value /= 10) {
        to[i] = char('0' + value % 10);
    }
}

bool isPlain(char character)
{
    const auto code = static_cast<unsigned char>(character);
    return code >= 0x20 && character != '"' && character != '\\';
}

void addEscaped(QByteArray &out, char character)
{
    switch (character) {
    case '"':
        out.append("\\\"");
        return;
    case '\\':
        out.append("\\\\");
        return;
    case '\n':
        out.append("\\n");
        return;
    case '\r':
        out.append("\\r");
        return;
    case '\t':
        out.append("\\t");
        return;
    default:
        out.append("\\u00");
        out.append(hexDigits[static_cast<unsigned char>(character) >> 4U]);
        out.append(hexDigits[static_cast<unsigned char>(character) & 0xFU]);
    }
}

} // namespace

QByteArray uuidText(QByteArrayView rfc4122)
{
    std::array<char, 36> characters{};
    char *to = characters.data();
    for (qsizetype i = 0; i < std::min(uuidBytes, rfc4122.size()); ++i) {
        const auto byte = static_cast<unsigned char>(rfc4122[i]);
        *to++ = hexDigits[byte >> 4U];
        *to++ = hexDigits[byte & 0xFU];
        if (i == 3 || i == 5 || i == 7 || i == 9) {
            *to++ = '-';
        }
    }
    return {characters.data(), to - characters.data()};
}

QString jsonList(std::span<const qint64> ids)
{
    QByteArray list;
    JsonWriter json(list);
    json.beginArray();
    for (const qint64 id : ids) {
        json.number(id);
    }
    json.endArray();
    return QString::fromLatin1(list);
}

void JsonWriter::separate()
{
    const char last = m_out.isEmpty() ? '[' : m_out.back();
    if (last != '{' && last != '[' && last != ':' && last != ',' && last != '\n') {
        m_out.append(',');
    }
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_out.append(bracket);
}

void JsonWriter::name(QByteArrayView name)
{
    separate();
    m_out.append('"').append(name).append("\":");
}

void JsonWriter::plain(QByteArrayView json)
{
    separate();
    m_out.append(json);
}

void JsonWriter::members(QByteArrayView json)
{
    if (!json.isEmpty()) {
        separate();
        m_out.append(json);
    }
}

void JsonWriter::number(qint64 value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    plain({digits.data(), end.ptr - digits.data()});
}

void JsonWriter::number(double value)
{
    if (!std::isfinite(value)) {
        null();
    } else if (value == std::floor(value) && std::abs(value) < 1e15) {
        number(qint64(value));
    } else {
        plain(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
    }
}

void JsonWriter::text(QByteArrayView utf8)
{
    separate();
    m_out.append('"');
    for (const char *rest = utf8.begin(); rest != utf8.end();) {
        const char *special = std::find_if_not(rest, utf8.end(), isPlain);
        m_out.append(rest, special - rest);
        rest = special;
        if (rest != utf8.end()) {
            addEscaped(m_out, *rest++);
        }
    }
    m_out.append('"');
}

void JsonWriter::uuid(const QUuid &id)
{
    uuid(id.toRfc4122());
}

void JsonWriter::uuid(QByteArrayView rfc4122)
{
    separate();
    m_out.append('"').append(uuidText(rfc4122)).append('"');
}

void JsonWriter::base64(QByteArrayView bytes)
{
    separate();
    m_out.append('"').append(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64()).append('"');
}

void JsonWriter::time(qint64 ms, QByteArrayView zone)
{
    const qint64 within = std::clamp(ms, firstMs, lastMs);
    qint64 days = within / msOfDay;
    auto rest = int(within % msOfDay);
    if (rest < 0) {
        rest += int(msOfDay);
        --days;
    }
    const Date date = dateOf(days);
    std::array<char, 25> characters{"\"0000-00-00T00:00:00.000"};
    char *const at = characters.data();
    putDigits<4>(at + 1, date.year);
    putDigits<2>(at + 6, date.month);
    putDigits<2>(at + 9, date.day);
    putDigits<2>(at + 12, rest / 3'600'000);
    putDigits<2>(at + 15, rest / 60'000 % 60);
    putDigits<2>(at + 18, rest / 1000 % 60);
    putDigits<3>(at + 21, rest % 1000);
    plain({at, 24});
    m_out.append(zone).append('"');
}

} // namespace kinframe::server
