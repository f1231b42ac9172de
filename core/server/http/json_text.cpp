// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QVariant>

#include <algorithm>
#include <string>

namespace kinframe::http {
namespace {

// Of the buffer that a thread writes into again and again.
constexpr size_t largestKept = 256 * 1024;

void add(std::string &text, QByteArrayView part)
{
    text.append(part.data(), size_t(part.size()));
}

/// Qt writes whole documents only: the string is what stands between the brackets of an array of one.
void addAsQtDoes(std::string &text, const QString &string)
{
    const QByteArray array = QJsonDocument(QJsonArray{string}).toJson(QJsonDocument::Compact);
    add(text, QByteArrayView(array).sliced(1, array.size() - 2));
}

void addString(std::string &text, const QString &string)
{
    const auto isPlain = [](QChar c) { return c >= u' ' && c != u'"' && c != u'\\' && c < u'\x7f'; };
    const auto isEscaped = [](QChar c) { return c < u' ' || c == u'"' || c == u'\\' || c.isSurrogate(); };
    if (std::any_of(string.begin(), string.end(), isEscaped)) {
        addAsQtDoes(text, string);
        return;
    }
    text += '"';
    if (std::all_of(string.begin(), string.end(), isPlain)) {
        std::transform(string.begin(), string.end(), std::back_inserter(text),
                       [](QChar c) { return char(c.unicode()); });
    } else {
        add(text, string.toUtf8());
    }
    text += '"';
}

void addNumber(std::string &text, const QJsonValue &value)
{
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong) {
        text += std::to_string(number.toLongLong());
    } else if (const double fraction = number.toDouble(); qIsFinite(fraction)) {
        add(text, QByteArray::number(fraction, 'g', QLocale::FloatingPointShortest));
    } else {
        text += "null";
    }
}

void addValue(std::string &text, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        text += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        addNumber(text, value);
        return;
    case QJsonValue::String:
        addString(text, value.toString());
        return;
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        char before = '[';
        for (const auto &element : array) {
            text += std::exchange(before, ',');
            addValue(text, element);
        }
        text += array.isEmpty() ? "[]" : "]";
        return;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        char before = '{';
        for (auto member = object.begin(); member != object.end(); ++member) {
            text += std::exchange(before, ',');
            addString(text, member.key());
            text += ':';
            addValue(text, member.value());
        }
        text += object.isEmpty() ? "{}" : "}";
        return;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        text += "null";
        return;
    }
}

} // namespace

QByteArray compactJson(const QJsonValue &value)
{
    thread_local std::string text;
    text.clear();
    addValue(text, value);
    QByteArray json(text.data(), qsizetype(text.size()));
    if (text.capacity() > largestKept) {
        text = {};
    }
    return json;
}

} // namespace kinframe::http
