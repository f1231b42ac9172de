// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"
#include "server/http/route_table.h"
#include "server/routes/all_routes.h"
#include "support/must.h"

#include <QJsonArray>

using namespace kinframe;
using kinframe::test::must;
using namespace Qt::StringLiterals;

ApiFixture::ApiFixture()
    : database(must(storage::Database::open({folder.filePath(u"library.db"_s), folder.path(), wallMs})))
    , blobs(must(storage::BlobStore::open(folder.filePath(u"blobs"_s), folder.filePath(u"tmp"_s))))
    , accounts(must(accounts::Accounts::open(*database, {folder.path(), {}, wallMs})))
    , jobs(std::make_unique<kinframe::jobs::JobQueue>(*database))
    , models(std::make_unique<models::ModelStore>(models::Manifest::builtIn(), folder.path(), QStringList()))
    , owner(must(accounts->owner()))
{
    library.emplace(library::Services{*database, *blobs, *jobs, changes, folder.filePath(u"thumbs"_s)});
    people = std::make_unique<faces::People>(*library, indexes, events);
    history = std::make_unique<faces::History>(*library, indexes, events);
    suggestions = std::make_unique<faces::Suggestions>(*library, indexes, events);
    recognition = std::make_unique<faces::Recognition>(
        *library, [](const QString &) -> Result<faces::ModelFiles> { return fail(ErrorCode::ModelMissing); });
    renderFiles = std::make_unique<render::Files>(*library, render::FilesSetup{folder.filePath(u"objects"_s)});
    partialUploads =
        std::make_unique<render::PartialUploads>(*renderFiles, render::PartialSetup{folder.filePath(u"uploads"_s)});
    objectStore = std::make_unique<render::StoreChoice>(
        render::StoreChoice::Parts{*renderFiles, client, downloader, folder.filePath(u"objects.key"_s)});
    services.emplace(server::ApiServices{*library, *accounts, *people, *history, *suggestions, *recognition, *models,
                                         downloader, progress, events, renderFiles.get(), partialUploads.get(),
                                         objectStore.get()});
    routes = server::allRoutes(*services);
}

http::Reply ApiFixture::call(const Call &call)
{
    http::RouteTable table;
    for (size_t i = 0; i < routes.size(); ++i) {
        must(http::RoutePattern::parse(routes[i].pattern).and_then([&](const http::RoutePattern &pattern) {
            return table.add(routes[i].method, pattern, int(i)).map([] { return 0; });
        }));
    }
    const qsizetype mark = call.target.indexOf('?');
    http::RequestParts parts;
    parts.head.method = call.method;
    parts.head.path = mark < 0 ? call.target : call.target.left(mark);
    parts.head.rawQuery = mark < 0 ? QByteArray() : call.target.mid(mark + 1);
    for (const auto &[name, value] : call.headers) {
        parts.head.headers.add(name, value);
    }
    parts.head.peer.isLoopback = call.isLoopback;
    parts.head.peer.address = QHostAddress(call.isLoopback ? u"127.0.0.1"_s : u"192.0.2.7"_s);
    parts.query = must(http::QueryString::parse(parts.head.rawQuery));
    parts.body = call.body;
    parts.principal = owner;
    parts.stop = call.stop;
    http::RouteMatch match = table.find(parts.head.method, parts.head.path);
    if (match.outcome != http::RouteMatch::Outcome::Found) {
        qFatal("no route for %s %s", call.method.constData(), call.target.constData());
    }
    const http::Route &route = routes[size_t(match.route)];
    const auto names = must(http::RoutePattern::parse(route.pattern)).argumentNames();
    for (size_t i = 0; i < names.size(); ++i) {
        parts.arguments.emplace_back(names[i], match.arguments[i]);
    }
    parts.door = route.door ? route.door.get() : &http::plainDoor();
    return route.handler(http::Request(std::move(parts)));
}

QByteArray ApiFixture::bodyOf(const http::Reply &reply)
{
    const auto *stream = std::get_if<http::Reply::Stream>(&reply.body());
    if (stream == nullptr) {
        return reply.bodyBytes();
    }
    QByteArray all;
    for (;;) {
        const auto piece = stream->pull();
        if (!piece || piece->isEmpty()) {
            return piece ? all : QByteArray();
        }
        all.append(*piece);
    }
}

QJsonObject ApiFixture::objectOf(const http::Reply &reply)
{
    return QJsonDocument::fromJson(bodyOf(reply)).object();
}

QJsonArray ApiFixture::arrayOf(const http::Reply &reply)
{
    return QJsonDocument::fromJson(bodyOf(reply)).array();
}

QUuid ApiFixture::addAsset(qint64 createdAt)
{
    const QByteArray sha256 = randomBytes(32);
    const QUuid uuid = assetUuid(sha256, owner.uuid, owner.isOwner);
    must(database->write([&](storage::Transaction &transaction) -> Result<int> {
        transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, stored, created_at) "
                        "VALUES (?1, ?2, ?3, 1, 5, 1, 1)",
                        sha256, randomBytes(20), randomBytes(16));
        const qint64 blob = transaction.db().lastInsertId();
        transaction.run("INSERT INTO asset_place(uuid) VALUES (?1)", uuid);
        transaction.run("INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, size, "
                        "width, height, created_at, imported_at, updated_at, state, is_ready) "
                        "VALUES (?1, ?2, ?3, ?4, 'jpeg', 0, 'image/jpeg', 'a.jpg', 5, 1000, 500, ?5, 1, 1, 1, 1)",
                        transaction.db().lastInsertId(), uuid, owner.userId, blob, createdAt);
        return 0;
    }));
    return uuid;
}

QUuid ApiFixture::addFace(const QUuid &asset, const std::optional<QUuid> &person)
{
    const QUuid uuid = newUuid();
    must(database->write([&](storage::Transaction &transaction) -> Result<int> {
        transaction.run("INSERT INTO face_model(name) VALUES ('test') ON CONFLICT DO NOTHING");
        transaction.run("INSERT INTO detection(blob_id, detector_id, x, y, width, height, score, size_px, quality) "
                        "SELECT blob_id, (SELECT id FROM face_model WHERE name = 'test'), 0.25, 0.5, 0.1, 0.2, 0.9, "
                        "100, 0.5 FROM asset WHERE uuid = ?1",
                        asset);
        transaction.run("INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id) SELECT ?1, owner_id, id, "
                        "?3, (SELECT id FROM person WHERE uuid = ?4) FROM asset WHERE uuid = ?2",
                        uuid, asset, transaction.db().lastInsertId(), person);
        return 0;
    }));
    return uuid;
}

QUuid ApiFixture::addPerson(const QString &name)
{
    faces::PersonEdit edit;
    edit.name = name;
    return must(people->create(owner.userId, edit)).uuid;
}
