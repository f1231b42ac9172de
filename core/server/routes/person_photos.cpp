// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/person_photos.h"

#include "base/ids.h"
#include "server/routes/people_json.h"

#include <QJsonObject>

namespace kinframe::server {

using namespace Qt::StringLiterals;

QJsonArray photosOf(storage::Connection &db, qint64 personId, int page, int size)
{
    storage::Statement statement = db.prepare("SELECT a.uuid FROM asset a WHERE a.trashed_at IS NULL AND "
                                              "a.id IN (SELECT asset_id FROM face WHERE person_id = ?1) ORDER BY "
                                              "a.created_at DESC, a.id DESC LIMIT ?2 OFFSET ?3");
    statement.bindAll(personId, size, qint64(page - 1) * size);
    QJsonArray photos;
    while (statement.step()) {
        const QUuid id = statement.uuid(0);
        photos.append(QJsonObject{{u"id"_s, toText(id)},
                                  {u"originalPath"_s, assetOriginalPath(id)},
                                  {u"thumbnailPath"_s, assetThumbnailPath(id)}});
    }
    return photos;
}

} // namespace kinframe::server
