// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/api_description.h"

#include <QFile>
#include <QJsonDocument>

// At file scope, as Qt asks: the resource of a static library is not there until somebody calls for it.
static void loadDescription()
{
    Q_INIT_RESOURCE(api_description);
}

namespace kinframe::server {

using namespace Qt::StringLiterals;

const QByteArray &apiDescription()
{
    static const QByteArray description = [] {
        loadDescription();
        QFile file(u":/api/openapi.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return description;
}

QJsonObject apiDescriptionObject()
{
    return QJsonDocument::fromJson(apiDescription()).object();
}

} // namespace kinframe::server
