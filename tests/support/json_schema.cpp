// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json_schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>
#include <limits>

namespace kinframe::test {
namespace {

using namespace Qt::StringLiterals;

bool hasFormat(const QString &text, const QString &format)
{
    static const QHash<QString, QRegularExpression> formats{
        {u"date-time"_s,
         QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$"_s)},
        {u"date"_s, QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\d$"_s)},
        {u"uuid"_s, QRegularExpression(u"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s)},
    };
    const auto found = formats.constFind(format);
    return found == formats.constEnd() || found->match(text).hasMatch();
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == "integer"_L1) {
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    }
    return (type == "string"_L1 && value.isString()) || (type == "number"_L1 && value.isDouble()) ||
           (type == "boolean"_L1 && value.isBool()) || (type == "array"_L1 && value.isArray()) ||
           (type == "object"_L1 && value.isObject());
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(120);
}

} // namespace

JsonSchema JsonSchema::ofImmich(const QString &version)
{
    JsonSchema schema;
    QFile file(qEnvironmentVariable("KINFRAME_TESTDATA") +
               u"/../spec/immich-schemas/immich-%1.openapi.json"_s.arg(version));
    if (qEnvironmentVariableIsSet("KINFRAME_TESTDATA") && file.open(QIODevice::ReadOnly)) {
        schema.m_schemas = QJsonDocument::fromJson(file.readAll())
                               .object()
                               .value("components"_L1)
                               .toObject()
                               .value("schemas"_L1)
                               .toObject();
    }
    return schema;
}

QJsonObject JsonSchema::named(const QString &reference) const
{
    return m_schemas.value(reference.section(u'/', -1)).toObject();
}

QStringList JsonSchema::problems(const QJsonValue &value, const QString &schemaName) const
{
    return m_schemas.contains(schemaName) ? check(value, named(schemaName), schemaName)
                                          : QStringList{u"there is no schema "_s + schemaName};
}

QStringList JsonSchema::check(const QJsonValue &value, const QJsonObject &schema, const QString &path) const
{
    static const QSet<QString> understood{u"$ref"_s,    u"allOf"_s,   u"type"_s,     u"nullable"_s,   u"enum"_s,
                                          u"format"_s,  u"items"_s,   u"required"_s, u"properties"_s, u"default"_s,
                                          u"minimum"_s, u"maximum"_s, u"minItems"_s, u"maxItems"_s};
    QStringList problems;
    for (const QString &key : schema.keys()) {
        if (!understood.contains(key)) {
            problems << path + u": the test does not know "_s + key;
        }
    }
    if (value.isNull() && schema.value("nullable"_L1).toBool()) {
        return problems;
    }
    if (const QJsonValue reference = schema.value("$ref"_L1); reference.isString()) {
        problems << check(value, named(reference.toString()), path);
    }
    for (const QJsonValue part : schema.value("allOf"_L1).toArray()) {
        problems << check(value, part.toObject(), path);
    }
    if (const QJsonArray words = schema.value("enum"_L1).toArray(); !words.isEmpty() && !words.contains(value)) {
        problems << path + u": "_s + shown(value) + u" is none of "_s + shown(words);
    }
    return problems << checkType(value, schema, path);
}

QStringList JsonSchema::checkType(const QJsonValue &value, const QJsonObject &schema, const QString &path) const
{
    const QString type = schema.value("type"_L1).toString();
    if (!type.isEmpty() && !hasType(value, type)) {
        return {path + u": "_s + shown(value) + u" is no "_s + type};
    }
    QStringList problems;
    if (value.isString() && !hasFormat(value.toString(), schema.value("format"_L1).toString())) {
        problems << path + u": "_s + shown(value) + u" is no "_s + schema.value("format"_L1).toString();
    }
    if (value.isDouble() && (value.toDouble() < schema.value("minimum"_L1).toDouble(value.toDouble()) ||
                             value.toDouble() > schema.value("maximum"_L1).toDouble(value.toDouble()))) {
        problems << path + u": "_s + shown(value) + u" is out of bounds"_s;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (array.size() < schema.value("minItems"_L1).toInt() ||
            array.size() > schema.value("maxItems"_L1).toInt(std::numeric_limits<int>::max())) {
            problems << path + u": %1 items are too few or too many"_s.arg(array.size());
        }
        for (qsizetype i = 0; i < array.size(); ++i) {
            problems << check(array.at(i), schema.value("items"_L1).toObject(), u"%1[%2]"_s.arg(path).arg(i));
        }
    }
    return value.isObject() ? problems << checkObject(value.toObject(), schema, path) : problems;
}

QStringList JsonSchema::checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &path) const
{
    QStringList problems;
    for (const QJsonValue name : schema.value("required"_L1).toArray()) {
        if (!object.contains(name.toString())) {
            problems << path + u'.' + name.toString() + u" is missing"_s;
        }
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (object.contains(property.key())) {
            problems << check(object.value(property.key()), property->toObject(), path + u'.' + property.key());
        }
    }
    return problems;
}

} // namespace kinframe::test
