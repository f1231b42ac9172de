// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking through what servers hold: the part of Servers that lists and shows.
#include "transfer/http_errors.h"
#include "transfer/remote/remote_groups.h"
#include "transfer/remote/remote_listing.h"
#include "transfer/remote/servers_inner.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using Picture = RemotePicture;

constexpr qint64 largestPicture = 16 * 1024 * 1024;
constexpr int mostPerPage = 1000;

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// What the bytes are, whatever the server calls them; empty for no picture.
QByteArray typeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff")) {
        return "image/jpeg";
    }
    if (bytes.startsWith("\x89PNG")) {
        return "image/png";
    }
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        return "image/webp";
    }
    return bytes.mid(4, 8) == "ftypavif" ? QByteArray("image/avif") : QByteArray();
}

Picture thumbnailOf(const ServerAccess &access, const QUuid &asset, bool isLarge)
{
    Picture picture;
    picture.name = textOf(asset) + (isLarge ? u".large"_s : u".small"_s);
    if (access.isOld()) {
        picture.path = u"/asset/thumbnail/%1"_s.arg(textOf(asset));
        picture.query.addQueryItem(u"format"_s, isLarge ? u"JPEG"_s : u"WEBP"_s);
    } else {
        picture.path = u"/assets/%1/thumbnail"_s.arg(textOf(asset));
        picture.query.addQueryItem(u"size"_s, isLarge ? u"preview"_s : u"thumbnail"_s);
    }
    return picture;
}

Picture faceOf(const ServerAccess &access, const QUuid &person)
{
    const QString form = access.isOld() ? u"/person/%1/thumbnail"_s : u"/people/%1/thumbnail"_s;
    return {form.arg(textOf(person)), {}, textOf(person) + u".face"_s};
}

Result<RemoteThumbnail> askPicture(const ServerCalls &calls, const Picture &picture, const std::stop_token &stop)
{
    HttpRequest request = calls.request(picture.path, picture.query);
    for (HttpHeader &header : request.headers) {
        if (header.name == "Accept") {
            header.value = "image/*";
        }
    }
    auto answer = calls.fetch(std::move(request), largestPicture, stop);
    if (!answer) {
        return failed(answer);
    }
    const QByteArray type = typeOf(answer->body);
    if (type.isEmpty()) {
        return Failure(invalidAnswer(answer->head.url, u"not a picture"_s));
    }
    return RemoteThumbnail{std::move(answer->body), type};
}

} // namespace

Result<RemoteThumbnail> Servers::Inner::picture(const QString &name,
                                                const std::function<RemotePicture(const ServerAccess &)> &find,
                                                const std::stop_token &stop)
{
    const auto found = row(name);
    if (!found) {
        return failed(found);
    }
    const qint64 id = found->server.id;
    ServerAccess access;
    access.version = found->server.version;
    const RemotePicture wanted = find(access);
    if (auto kept = thumbnails.find(id, wanted.name)) {
        return RemoteThumbnail{*kept, typeOf(*kept)};
    }
    const auto server = known(name);
    if (!server) {
        return failed(server);
    }
    auto asked = noted(id, askPicture(server->calls, wanted, stop));
    if (asked) {
        thumbnails.keep(id, wanted.name, asked->bytes);
    }
    return asked;
}

Result<void> Servers::Inner::lookInto(const QString &name, const std::vector<QUuid> &albums,
                                      const std::vector<QUuid> &people, const std::stop_token &stop) const
{
    if (albums.empty() && people.empty()) {
        return {};
    }
    const auto server = known(name);
    if (!server) {
        return failed(server);
    }
    const qint64 id = server->row.server.id;
    const auto lookAt = [&](GroupKind kind, const std::vector<QUuid> &groups) -> Result<void> {
        for (const QUuid &group : groups) {
            if (auto looked = noted(id, refreshGroup(parts.database, server->calls, id, kind, group, stop)); !looked) {
                return looked;
            }
        }
        return {};
    };
    auto looked = lookAt(GroupKind::Album, albums);
    return looked ? lookAt(GroupKind::Person, people) : looked;
}

Result<RemotePage> Servers::page(const QString &name, qint64 userId, const RemoteFilter &filter, int limit,
                                 const QString &cursor, const std::stop_token &stop)
{
    const auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    if (cursor.isEmpty()) {
        const auto asked = [](const QUuid &group) {
            return group.isNull() ? std::vector<QUuid>() : std::vector<QUuid>{group};
        };
        if (auto looked = m_inner->lookInto(name, asked(filter.album), asked(filter.person), stop); !looked) {
            return failed(looked);
        }
    }
    const ListingView view{row->server.id, userId, filter};
    return m_inner->parts.database.read(
        [&](storage::Connection &db) -> Result<RemotePage> {
            return readPage(db, view, std::clamp(limit, 1, mostPerPage), cursor);
        },
        stop);
}

Result<qint64> Servers::count(const QString &name, qint64 userId, const RemoteFilter &filter,
                              const std::stop_token &stop)
{
    const auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    const ListingView view{row->server.id, userId, filter};
    return m_inner->parts.database.read([&](storage::Connection &db) -> Result<qint64> { return countOf(db, view); },
                                        stop);
}

Result<std::vector<RemoteGroup>> Servers::albums(const QString &name, const std::stop_token &stop)
{
    const auto known = m_inner->known(name);
    return known ? m_inner->noted(known->row.server.id, askAlbums(known->calls, stop)) : failed(known);
}

Result<std::vector<RemoteGroup>> Servers::people(const QString &name, const std::stop_token &stop)
{
    const auto known = m_inner->known(name);
    return known ? m_inner->noted(known->row.server.id, askPeople(known->calls, stop)) : failed(known);
}

Result<RemoteThumbnail> Servers::thumbnail(const QString &name, const QUuid &asset, bool isLarge,
                                           const std::stop_token &stop)
{
    return m_inner->picture(
        name, [&](const ServerAccess &access) { return thumbnailOf(access, asset, isLarge); }, stop);
}

Result<RemoteThumbnail> Servers::face(const QString &name, const QUuid &person, const std::stop_token &stop)
{
    return m_inner->picture(
        name, [&](const ServerAccess &access) { return faceOf(access, person); }, stop);
}

} // namespace kinframe::transfer
