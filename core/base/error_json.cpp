// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"

#include <QJsonDocument>

namespace kinframe {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Error &error)
{
    QJsonObject facts;
    for (const auto &[key, value] : error.facts) {
        facts.insert(key, value);
    }
    QJsonObject json{{u"code"_s, error.name()}, {u"facts"_s, facts}};
    if (!error.detail.isEmpty()) {
        json.insert(u"detail"_s, error.detail);
    }
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    Error error{errorCodeOf(json.value(u"code"_s).toString()), {}, json.value(u"detail"_s).toString()};
    const QJsonObject facts = json.value(u"facts"_s).toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        error.facts.emplace_back(fact.key(), fact.value().toString());
    }
    return error;
}

QString toJsonText(const Error &error)
{
    return QString::fromUtf8(QJsonDocument(toJson(error)).toJson(QJsonDocument::Compact));
}

Error errorFromJsonText(const QString &text)
{
    return errorFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

} // namespace kinframe
