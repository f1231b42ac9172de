// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sql_value.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace kinframe::query {
namespace {

enum class Tag : char { Boolean = 1, NotANumber, Date, TimeOfDay, Moment, Span, Guid };

constexpr quint64 signBit = quint64(1) << 63;

// Big-endian and with the sign turned round, bytes order as the numbers do.
void append(QByteArray &bytes, qint64 number)
{
    char eight[sizeof(quint64)];
    qToBigEndian(quint64(number) ^ signBit, eight);
    bytes.append(eight, sizeof eight);
}

qint64 numberAt(QByteArrayView bytes, qsizetype at)
{
    if (at + qsizetype(sizeof(quint64)) > bytes.size()) {
        return 0;
    }
    return qint64(qFromBigEndian<quint64>(bytes.data() + at) ^ signBit);
}

QByteArray tagged(Tag tag, std::initializer_list<qint64> numbers)
{
    QByteArray bytes(1, char(tag));
    for (const qint64 number : numbers) {
        append(bytes, number);
    }
    return bytes;
}

struct Encoder
{
    Binding operator()(std::monostate) const { return {}; }
    Binding operator()(bool value) const { return tagged(Tag::Boolean, {value ? 1 : 0}); }
    Binding operator()(qint64 value) const { return value; }
    // SQLite has no NaN: it would become NULL.
    Binding operator()(double value) const { return std::isnan(value) ? Binding(tagged(Tag::NotANumber, {})) : value; }
    Binding operator()(const QString &value) const { return value; }
    Binding operator()(const Date &value) const { return tagged(Tag::Date, {value.days}); }
    Binding operator()(const TimeOfDay &value) const { return tagged(Tag::TimeOfDay, {value.nanos}); }
    Binding operator()(const Moment &value) const
    {
        return tagged(Tag::Moment, {value.seconds, value.nanos, value.offsetMinutes});
    }
    Binding operator()(const Span &value) const { return tagged(Tag::Span, {value.seconds, value.nanos}); }
    Binding operator()(const QUuid &value) const { return QByteArray(1, char(Tag::Guid)) + value.toRfc4122(); }
};

Value fromBlob(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return {};
    }
    const qint64 first = numberAt(bytes, 1);
    const qint64 second = numberAt(bytes, 9);
    switch (Tag(bytes.front())) {
    case Tag::Boolean:
        return first != 0;
    case Tag::NotANumber:
        return std::numeric_limits<double>::quiet_NaN();
    case Tag::Date:
        return Date{first};
    case Tag::TimeOfDay:
        return TimeOfDay{first};
    case Tag::Moment:
        return Moment{first, int(second), int(numberAt(bytes, 17))};
    case Tag::Span:
        return Span{first, int(second)};
    case Tag::Guid:
        return QUuid::fromRfc4122(bytes.sliced(1).toByteArray());
    }
    return {};
}

Value fromBinding(const Binding &binding)
{
    if (const auto *bytes = std::get_if<QByteArray>(&binding)) {
        return fromBlob(*bytes);
    }
    if (const auto *integer = std::get_if<qint64>(&binding)) {
        return *integer;
    }
    if (const auto *real = std::get_if<double>(&binding)) {
        return *real;
    }
    const auto *text = std::get_if<QString>(&binding);
    return text != nullptr ? Value(*text) : Value();
}

} // namespace

Binding encoded(const Value &value)
{
    return std::visit(Encoder(), value);
}

Binding encodedList(const std::vector<Value> &values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Value &value : values) {
        const Binding binding = encoded(value);
        stream << quint8(binding.index());
        std::visit(
            [&stream](const auto &part) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(part)>, std::monostate>) {
                    stream << part;
                }
            },
            binding);
    }
    return bytes;
}

std::vector<Value> decodedList(QByteArrayView bytes)
{
    std::vector<Value> values;
    QDataStream stream(bytes.toByteArray());
    const auto read = [&stream, &values](auto part) {
        stream >> part;
        values.push_back(fromBinding(part));
    };
    while (!stream.atEnd() && stream.status() == QDataStream::Ok) {
        quint8 index = 0;
        stream >> index;
        switch (index) {
        case 1:
            read(qint64());
            break;
        case 2:
            read(double());
            break;
        case 3:
            read(QString());
            break;
        case 4:
            read(QByteArray());
            break;
        default:
            values.emplace_back();
        }
    }
    return values;
}

Value decoded(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(value)), sqlite3_value_bytes(value));
    case SQLITE_BLOB:
        return fromBlob({static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value)});
    default:
        return {};
    }
}

void giveResult(sqlite3_context *context, const Value &value)
{
    const Binding binding = encoded(value);
    const sqlite3_destructor_type copied = SQLITE_TRANSIENT; // NOLINT(cppcoreguidelines-pro-type-cstyle-cast)
    if (const auto *integer = std::get_if<qint64>(&binding)) {
        sqlite3_result_int64(context, *integer);
    } else if (const auto *real = std::get_if<double>(&binding)) {
        sqlite3_result_double(context, *real);
    } else if (const auto *text = std::get_if<QString>(&binding)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_result_text64(context, utf8.constData(), sqlite3_uint64(utf8.size()), copied, SQLITE_UTF8);
    } else if (const auto *bytes = std::get_if<QByteArray>(&binding)) {
        sqlite3_result_blob64(context, bytes->constData(), sqlite3_uint64(bytes->size()), copied);
    } else {
        sqlite3_result_null(context);
    }
}

} // namespace kinframe::query
