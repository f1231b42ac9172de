// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_fixture.h"

#include "support/json_schema.h"

#include <QJsonArray>
#include <QJsonObject>

/// Calls with JSON as clients of Immich make them; the answers are held against its description, where it is here.
class ImmichCalls
{
public:
    /// `schema`: of the answer, or of each of its items where it is a list; empty: not looked at.
    QJsonValue call(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {},
                    const QString &schema = {});
    QJsonObject object(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {},
                       const QString &schema = {})
    {
        return call(method, target, body, schema).toObject();
    }
    QJsonArray list(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {},
                    const QString &schema = {})
    {
        return call(method, target, body, schema).toArray();
    }

    [[nodiscard]] static QByteArray path(const char *before, const QJsonValue &id, const char *after = "");
    [[nodiscard]] static QJsonArray texts(const std::vector<QUuid> &ids);
    [[nodiscard]] qint64 stampOf(const QUuid &asset);

    ApiFixture api;
    int status = 0;       ///< of the last call
    QStringList problems; ///< of all calls, with Immich's description
    bool hasSchema = false;

private:
    const kinframe::test::JsonSchema m_schema = kinframe::test::JsonSchema::ofImmich(QStringLiteral("2.7.5"));
};
