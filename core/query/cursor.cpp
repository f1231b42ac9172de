// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/cursor.h"

#include "query/query_error.h"

#include <QCborArray>
#include <QCborValue>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestToken = 12'000;

qint64 checksum(const QString &order)
{
    return qChecksum(order.simplified().toUtf8());
}

struct ToCbor
{
    QCborValue operator()(std::monostate) const { return QCborValue(nullptr); }
    QCborValue operator()(qint64 value) const { return value; }
    QCborValue operator()(double value) const { return value; }
    QCborValue operator()(const QString &value) const { return value; }
    QCborValue operator()(const QByteArray &value) const { return value; }
};

std::optional<Binding> fromCbor(const QCborValue &value)
{
    switch (value.type()) {
    case QCborValue::Null:
        return Binding();
    case QCborValue::Integer:
        return value.toInteger();
    case QCborValue::Double:
        return value.toDouble();
    case QCborValue::String:
        return value.toString();
    case QCborValue::ByteArray:
        return value.toByteArray();
    default:
        return std::nullopt;
    }
}

Failure refused()
{
    return Failure(notUnderstood(u"$skiptoken"_s, 0, u"a token that the same query gave"_s));
}

} // namespace

QString tokenFor(const Cursor &cursor, const QString &order)
{
    QCborArray array{checksum(order)};
    for (const Binding &value : cursor.values) {
        array.append(std::visit(ToCbor(), value));
    }
    const QByteArray bytes = QCborValue(array).toCbor();
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Cursor> cursorFrom(const QString &token, const QString &order, size_t values)
{
    if (token.size() > longestToken) {
        return refused();
    }
    const auto bytes = QByteArray::fromBase64Encoding(token.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes) {
        return refused();
    }
    QCborParserError error;
    const QCborArray array = QCborValue::fromCbor(*bytes, &error).toArray();
    if (error.error != QCborError::NoError || array.size() != qsizetype(values) + 1 ||
        array.first() != QCborValue(checksum(order))) {
        return refused();
    }
    Cursor cursor;
    for (qsizetype index = 1; index < array.size(); ++index) {
        const auto value = fromCbor(array[index]);
        if (!value) {
            return refused();
        }
        cursor.values.push_back(*value);
    }
    return cursor;
}

} // namespace kinframe::query
