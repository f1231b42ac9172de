// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts are UTF-8 here; what can be done with its bytes is. A character is a code point.
#include "query/limits.h"
#include "query/pattern.h"
#include "query/sql_functions.h"
#include "query/sql_value.h"

#include <sqlite3.h>

#include <array>
#include <limits>
#include <string_view>

namespace kinframe::query {
namespace {

using Text = std::string_view;

std::optional<Text> textOf(sqlite3_value *value)
{
    if (sqlite3_value_type(value) != SQLITE_TEXT) {
        return std::nullopt;
    }
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return Text(bytes, size_t(sqlite3_value_bytes(value)));
}

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

qint64 charactersIn(Text text)
{
    return std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); });
}

// The byte at which that character begins; the end where there are fewer.
size_t byteOf(Text text, qint64 character)
{
    size_t at = 0;
    for (; at < text.size() && character > 0; --character) {
        ++at;
        while (at < text.size() && continues(text[at])) {
            ++at;
        }
    }
    return at;
}

void giveText(sqlite3_context *context, Text text)
{
    const sqlite3_destructor_type copied = SQLITE_TRANSIENT; // NOLINT(cppcoreguidelines-pro-type-cstyle-cast)
    sqlite3_result_text64(context, text.data() != nullptr ? text.data() : "", text.size(), copied, SQLITE_UTF8);
}

// Two texts to 1 or 0.
template <bool (*test)(Text, Text)>
void tests(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto whole = textOf(arguments[0]);
    const auto part = textOf(arguments[1]);
    if (whole && part) {
        sqlite3_result_int(context, test(*whole, *part) ? 1 : 0);
    } else {
        sqlite3_result_null(context);
    }
}

bool has(Text whole, Text part)
{
    return whole.find(part) != Text::npos;
}

bool isAscii(Text text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

char lowered(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? char(byte | 0x20) : byte;
}

// Most texts are ASCII, and are searched by the million.
bool hasAnyAsciiCase(Text whole, Text part)
{
    return std::search(whole.begin(), whole.end(), part.begin(), part.end(),
                       [](char left, char right) { return lowered(left) == lowered(right); }) != whole.end() ||
           part.empty();
}

bool hasAnyCase(Text whole, Text part)
{
    if (isAscii(whole) && isAscii(part)) {
        return hasAnyAsciiCase(whole, part);
    }
    const auto words = QString::fromUtf8(part.data(), qsizetype(part.size()));
    return QString::fromUtf8(whole.data(), qsizetype(whole.size())).contains(words, Qt::CaseInsensitive);
}

bool beginsWith(Text whole, Text part)
{
    return whole.starts_with(part);
}

bool endsOn(Text whole, Text part)
{
    return whole.ends_with(part);
}

template <QString (*change)(const QString &)>
void changes(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (const auto text = textOf(arguments[0])) {
        giveResult(context, change(QString::fromUtf8(text->data(), qsizetype(text->size()))));
    } else {
        sqlite3_result_null(context);
    }
}

QString lower(const QString &text)
{
    return text.toLower();
}

QString upper(const QString &text)
{
    return text.toUpper();
}

QString trimmed(const QString &text)
{
    return text.trimmed();
}

void length(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (const auto text = textOf(arguments[0])) {
        sqlite3_result_int64(context, charactersIn(*text));
    } else {
        sqlite3_result_null(context);
    }
}

void indexOf(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto whole = textOf(arguments[0]);
    const auto part = textOf(arguments[1]);
    if (!whole || !part) {
        sqlite3_result_null(context);
        return;
    }
    const size_t at = whole->find(*part);
    sqlite3_result_int64(context, at == Text::npos ? -1 : charactersIn(whole->substr(0, at)));
}

void substring(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    const auto text = textOf(arguments[0]);
    for (int index = 1; index < count; ++index) {
        if (sqlite3_value_type(arguments[index]) != SQLITE_INTEGER) {
            sqlite3_result_null(context);
            return;
        }
    }
    if (!text) {
        sqlite3_result_null(context);
        return;
    }
    const size_t start = byteOf(*text, std::max<qint64>(0, sqlite3_value_int64(arguments[1])));
    const Text rest = text->substr(start);
    const qint64 wanted =
        count > 2 ? std::max<qint64>(0, sqlite3_value_int64(arguments[2])) : std::numeric_limits<qint64>::max();
    giveText(context, rest.substr(0, byteOf(rest, wanted)));
}

// Numbers are texts here, as clients write them.
void concat(sqlite3_context *context, int, sqlite3_value **arguments)
{
    std::string joined;
    for (int index = 0; index < 2; ++index) {
        const int type = sqlite3_value_type(arguments[index]);
        if (type == SQLITE_NULL || type == SQLITE_BLOB) {
            sqlite3_result_null(context);
            return;
        }
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(arguments[index]));
        joined.append(bytes, size_t(sqlite3_value_bytes(arguments[index])));
    }
    giveText(context, joined);
}

// Null too where the pattern is none, or takes too many steps.
void matches(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto text = textOf(arguments[0]);
    const auto pattern = textOf(arguments[1]);
    if (!text || !pattern || pattern->size() > size_t(mostPatternLength) * 4) {
        sqlite3_result_null(context);
        return;
    }
    const auto *expression = static_cast<const QRegularExpression *>(sqlite3_get_auxdata(context, 1));
    if (expression == nullptr) {
        auto made = std::make_unique<QRegularExpression>(
            boundedPattern(QString::fromUtf8(pattern->data(), qsizetype(pattern->size()))));
        sqlite3_set_auxdata(context, 1, made.release(),
                            [](void *old) { delete static_cast<QRegularExpression *>(old); });
        expression = static_cast<const QRegularExpression *>(sqlite3_get_auxdata(context, 1));
    }
    const QString subject = QString::fromUtf8(text->data(), qsizetype(text->size()));
    const QRegularExpression once = expression == nullptr
                                        ? boundedPattern(QString::fromUtf8(pattern->data(), qsizetype(pattern->size())))
                                        : *expression;
    const auto match = once.match(subject);
    if (match.isValid()) {
        sqlite3_result_int(context, match.hasMatch() ? 1 : 0);
    } else {
        sqlite3_result_null(context);
    }
}

constexpr std::array functions{
    SqlFunction{"kf_contains", 2, tests<has>},
    SqlFunction{"kf_contains_any_case", 2, tests<hasAnyCase>},
    SqlFunction{"kf_startswith", 2, tests<beginsWith>},
    SqlFunction{"kf_endswith", 2, tests<endsOn>},
    SqlFunction{"kf_matches", 2, matches},
    SqlFunction{"kf_length", 1, length},
    SqlFunction{"kf_indexof", 2, indexOf},
    SqlFunction{"kf_substring", 2, substring},
    SqlFunction{"kf_substring", 3, substring},
    SqlFunction{"kf_tolower", 1, changes<lower>},
    SqlFunction{"kf_toupper", 1, changes<upper>},
    SqlFunction{"kf_trim", 1, changes<trimmed>},
    SqlFunction{"kf_concat", 2, concat},
};

} // namespace

std::span<const SqlFunction> textFunctions()
{
    return functions;
}

} // namespace kinframe::query
