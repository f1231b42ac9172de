// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/door.h"

#include "server/http/status.h"

#include <QJsonObject>

namespace kinframe::http {

using namespace Qt::StringLiterals;

Reply plainError(const Error &error, const ErrorContext &context)
{
    return Reply::json(QJsonObject{{u"message"_s, textOf(error, context.language)},
                                   {u"error"_s, QString::fromLatin1(reasonOf(context.status))},
                                   {u"statusCode"_s, context.status},
                                   {u"correlationId"_s, context.requestId}},
                       context.status);
}

const Door &plainDoor()
{
    static const Door door{Language::English, plainError};
    return door;
}

} // namespace kinframe::http
