// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/remote_groups.h"

#include "storage/database.h"
#include "transfer/remote/json_items.h"
#include "transfer/remote/mirror_rows.h"
#include "transfer/remote/server_rows.h"

#include <QCollator>
#include <QJsonDocument>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostPages = 1000;

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

RemoteGroup albumOf(const QJsonObject &json)
{
    RemoteGroup album;
    album.id = QUuid::fromString(json.value("id"_L1).toString());
    album.name = json.value("albumName"_L1).toString();
    album.count = json.value("assetCount"_L1).toInteger(-1);
    album.cover = QUuid::fromString(json.value("albumThumbnailAssetId"_L1).toString());
    return album;
}

/// Those without a name last.
void sortByName(std::vector<RemoteGroup> &groups)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(groups.begin(), groups.end(), [&](const RemoteGroup &one, const RemoteGroup &other) {
        if (one.name.isEmpty() != other.name.isEmpty()) {
            return other.name.isEmpty();
        }
        return collator.compare(one.name, other.name) < 0;
    });
}

/// The assets of an album or of a person, as they come.
using Take = std::function<Result<void>(const QJsonObject &)>;

Result<void> takeText(QByteArrayView item, const Take &take)
{
    const QJsonDocument document = QJsonDocument::fromJson(item.toByteArray());
    if (!document.isObject()) {
        return fail(ErrorCode::RemoteInvalid, {{u"reason"_s, u"not JSON"_s}});
    }
    return take(document.object());
}

Result<void> streamAssets(const ServerCalls &calls, const QString &path, QByteArrayView list, const Take &take,
                          const std::stop_token &stop)
{
    JsonItems items([&](QByteArrayView member, QByteArrayView item) {
        return member == list ? takeText(item, take) : Result<void>{};
    });
    AnswerReader reader;
    reader.body = [&](QByteArrayView piece) { return items.feed(piece); };
    const auto head = calls.stream(calls.request(path), reader, stop);
    return head ? items.finish() : Result<void>(failed(head));
}

Result<void> searchAssets(const ServerCalls &calls, QJsonObject wanted, const Take &take, const std::stop_token &stop)
{
    wanted.insert(u"size"_s, 1000);
    wanted.insert(u"withExif"_s, true);
    for (int page = 1; page <= mostPages; ++page) {
        wanted.insert(u"page"_s, page);
        const auto answer = calls.post(u"/search/metadata"_s, wanted, stop);
        if (!answer) {
            return failed(answer);
        }
        const QJsonObject assets = answer->value("assets"_L1).toObject();
        for (const QJsonValue asset : assets.value("items"_L1).toArray()) {
            if (auto taken = take(asset.toObject()); !taken) {
                return taken;
            }
        }
        if (assets.value("nextPage"_L1).toString().isEmpty()) {
            break;
        }
    }
    return {};
}

Result<void> eachAsset(const ServerCalls &calls, GroupKind kind, const QUuid &group, const Take &take,
                       const std::stop_token &stop)
{
    const bool isOld = calls.access().isOld();
    if (kind == GroupKind::Person) {
        return isOld ? streamAssets(calls, u"/person/%1/assets"_s.arg(textOf(group)), {}, take, stop)
                     : searchAssets(calls, {{u"personIds"_s, QJsonArray{textOf(group)}}}, take, stop);
    }
    bool isAny = false;
    const Take noted = [&](const QJsonObject &asset) {
        isAny = true;
        return take(asset);
    };
    const QString form = isOld ? u"/album/%1"_s : u"/albums/%1"_s;
    auto taken = streamAssets(calls, form.arg(textOf(group)), "assets", noted, stop);
    // Servers after version 2 do not list them there any more.
    constexpr RemoteVersion searchable{2, 0, 0};
    if (taken && !isAny && calls.access().version >= searchable) {
        return searchAssets(calls, {{u"albumIds"_s, QJsonArray{textOf(group)}}}, take, stop);
    }
    return taken;
}

} // namespace

Result<std::vector<RemoteGroup>> askAlbums(const ServerCalls &calls, const std::stop_token &stop)
{
    std::vector<RemoteGroup> albums;
    QUrlQuery shared;
    shared.addQueryItem(u"shared"_s, u"true"_s);
    for (const QUrlQuery &query : {QUrlQuery(), shared}) {
        const auto answer = calls.list(calls.access().isOld() ? u"/album"_s : u"/albums"_s, stop, query);
        if (!answer && isUnknownCall(answer.error())) {
            return albums;
        }
        if (!answer) {
            return failed(answer);
        }
        for (const QJsonValue value : *answer) {
            const RemoteGroup album = albumOf(value.toObject());
            const bool isKnown = std::any_of(albums.begin(), albums.end(),
                                             [&](const RemoteGroup &other) { return other.id == album.id; });
            if (!album.id.isNull() && !isKnown) {
                albums.push_back(album);
            }
        }
    }
    sortByName(albums);
    return albums;
}

Result<std::vector<RemoteGroup>> askPeople(const ServerCalls &calls, const std::stop_token &stop)
{
    std::vector<RemoteGroup> people;
    for (int page = 1; page <= mostPages; ++page) {
        QUrlQuery query;
        query.addQueryItem(u"withHidden"_s, u"false"_s);
        if (!calls.access().isOld()) {
            query.addQueryItem(u"page"_s, QString::number(page));
            query.addQueryItem(u"size"_s, u"500"_s);
        }
        const auto answer = calls.object(calls.access().isOld() ? u"/person"_s : u"/people"_s, stop, query);
        if (!answer) {
            return failed(answer);
        }
        for (const QJsonValue value : answer->value("people"_L1).toArray()) {
            const QJsonObject json = value.toObject();
            RemoteGroup person;
            person.id = QUuid::fromString(json.value("id"_L1).toString());
            person.name = json.value("name"_L1).toString();
            if (!person.id.isNull() && !json.value("isHidden"_L1).toBool()) {
                people.push_back(person);
            }
        }
        if (!answer->value("hasNextPage"_L1).toBool()) {
            break;
        }
    }
    sortByName(people);
    return people;
}

Result<void> refreshGroup(storage::Database &database, const ServerCalls &calls, qint64 serverId, GroupKind kind,
                          const QUuid &group, const std::stop_token &stop)
{
    std::vector<RemoteAsset> assets;
    auto asked = eachAsset(
        calls, kind, group,
        [&](const QJsonObject &json) -> Result<void> {
            auto asset = remoteAssetFrom(json);
            if (!asset) {
                return failed(asset);
            }
            assets.push_back(std::move(*asset));
            return {};
        },
        stop);
    if (!asked) {
        return asked;
    }
    return database.write([&](storage::Transaction &transaction) -> Result<void> {
        const qint64 generation = rows::mirrorOf(transaction.db(), serverId).generation;
        std::vector<qint64> members;
        for (const RemoteAsset &asset : assets) {
            if (const qint64 row = rows::putAsset(transaction, serverId, asset, generation, rows::Standing::Others)) {
                members.push_back(row);
            }
        }
        rows::setMembers(transaction, serverId, rows::groupRow(transaction, serverId, group), members);
        return {};
    });
}

} // namespace kinframe::transfer
