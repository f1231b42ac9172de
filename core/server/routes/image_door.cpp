// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_door.h"

#include "base/language.h"
#include "server/http/reply.h"

#include <QJsonObject>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

/// `not_found` as `NotFound`.
QString codeOf(const Error &error)
{
    QString code;
    for (const QString &word : error.name().split(u'_')) {
        code += word.left(1).toUpper() + word.mid(1);
    }
    return code;
}

http::Reply imageError(const Error &error, const http::ErrorContext &context)
{
    const QString named = error.fact(u"code"_s);
    QJsonObject told{{u"code"_s, named.isEmpty() ? codeOf(error) : named},
                     {u"message"_s, textOf(error, context.language)}};
    if (const QString field = error.fact(u"field"_s); !field.isEmpty()) {
        told.insert(u"target"_s, field);
    }
    bool isNumber = false;
    if (const int position = error.fact(u"position"_s).toInt(&isNumber); isNumber) {
        told.insert(u"position"_s, position);
    }
    told.insert(u"correlationId"_s, context.requestId);
    return http::Reply::json(QJsonObject{{u"error"_s, told}}, context.status);
}

} // namespace

std::shared_ptr<const http::Door> imageDoor()
{
    static const auto door = std::make_shared<const http::Door>(http::Door{Language::English, imageError});
    return door;
}

} // namespace kinframe::server
