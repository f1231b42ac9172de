// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_kit.h"

#include "server/routes/json_members.h"
#include "server/routes/route_kit.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kinframe::server {

using namespace Qt::StringLiterals;
using http::Request;

namespace {

constexpr qsizetype hashLength = 64;
constexpr qsizetype shownLength = 80;

bool isHexDigit(QChar c)
{
    const QChar lower = c.toLower();
    return (c >= u'0' && c <= u'9') || (lower >= u'a' && lower <= u'f' && c.unicode() < 0x80);
}

} // namespace

std::optional<QByteArray> sha256From(const QString &text)
{
    if (text.size() != hashLength || !std::all_of(text.begin(), text.end(), isHexDigit)) {
        return std::nullopt;
    }
    return QByteArray::fromHex(text.toLatin1());
}

QString hashText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

Failure noImage(const QString &hash)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"image"_s}, {u"id"_s, hash.left(shownLength)}});
}

Result<QByteArray> hashOf(const Request &request)
{
    const QString text = request.argument("hash");
    const auto sha256 = sha256From(text);
    return sha256 ? Result<QByteArray>(*sha256) : noImage(text);
}

Result<library::Asset> imageOf(storage::Connection &db, const Request &request)
{
    const auto sha256 = hashOf(request);
    if (!sha256) {
        return failed(sha256);
    }
    const auto asset = library::findAssetBySha256(db, userOf(request), *sha256);
    return asset && !asset->trashedAt ? Result<library::Asset>(*asset) : noImage(hashText(*sha256));
}

Result<library::MetadataEdit> metadataEditOf(const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return failed(body);
    }
    library::MetadataEdit edit;
    for (const QString &key : memberNames(request.body())) {
        edit.values.emplace_back(key, body->value(key));
    }
    return edit;
}

QJsonObject imageJson(const library::ImageRecord &record)
{
    QJsonObject json{{u"hash"_s, hashText(record.sha256)}, {u"tags"_s, QJsonArray::fromStringList(record.tags)}};
    for (const QString &key : {u"task_id"_s, u"width"_s, u"height"_s, u"size"_s, u"seed"_s, u"created_at"_s}) {
        const QJsonValue value = record.metadata.value(key);
        json.insert(key, value.isUndefined() ? QJsonValue() : value);
    }
    json.insert(u"metadata"_s, record.metadata);
    return json;
}

} // namespace kinframe::server
