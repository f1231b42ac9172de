// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/field_problem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

QString shown(const QJsonValue &value)
{
    constexpr int enough = 80;
    if (value.isArray() || value.isObject()) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact)).left(enough);
    }
    return value.toVariant().toString().left(enough);
}

} // namespace

Failure wrongField(const QString &field, const QJsonValue &value, const QString &expected)
{
    if (value.isUndefined()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, expected}});
    }
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, field}, {u"value"_s, shown(value)}, {u"expected"_s, expected}});
}

} // namespace kinframe::render
