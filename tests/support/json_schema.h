// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// An OpenAPI 3.0 description to hold answers against, as far as those of Immich use JSON Schema: types, `nullable`,
/// `required`, `enum`, `format`, `minimum`, `maximum`, `items` and how many, `allOf` and references. What it does not
/// know is a problem too.
class JsonSchema
{
public:
    /// That version of Immich, where KINFRAME_TESTDATA leads to it; not isHere() otherwise.
    static JsonSchema ofImmich(const QString &version);

    [[nodiscard]] bool isHere() const { return !m_schemas.isEmpty(); }
    /// What is wrong with the value, each with its path in it; empty where it is all right.
    [[nodiscard]] QStringList problems(const QJsonValue &value, const QString &schemaName) const;

private:
    QStringList check(const QJsonValue &value, const QJsonObject &schema, const QString &path) const;
    QStringList checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &path) const;
    QStringList checkType(const QJsonValue &value, const QJsonObject &schema, const QString &path) const;
    [[nodiscard]] QJsonObject named(const QString &reference) const;

    QJsonObject m_schemas;
};

} // namespace kinframe::test
