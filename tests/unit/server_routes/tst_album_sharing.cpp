// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"
#include "stream_client.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Albums that several users see: what each of them may do, and what ends with it.
class AlbumSharingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void aViewerLooksAndDownloads();
    void anEditorAddsAndRemoves();
    void onlyTheOwnerSharesAndDeletes();
    void accessEndsAtOnce();
    void whatIsNotShownIsNotRead();
    void listsAndCounts();
    void sharedFromTheBeginning();
    void wrongInputIsRefused();
    void queriesSeeThem();
    void copiesFollow();

private:
    using As = accounts::Principal;
    As addUser(const QString &name);
    void be(const As &who) { m->api.owner = who; }
    int statusOf(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {});
    void share(const As &with, const QString &role);
    [[nodiscard]] QByteArray album(const char *after = "") const { return "/api/albums/" + m_album + after; }
    [[nodiscard]] static QByteArray photo(const QUuid &id, const char *after = "")
    {
        return "/api/assets/" + toText(id).toLatin1() + after;
    }
    [[nodiscard]] QByteArray member(const As &who) const { return album("/user/") + toText(who.uuid).toLatin1(); }

    std::unique_ptr<ImmichCalls> m;
    As m_ann, m_bob, m_eve;
    QUuid m_shown, m_kept;
    QByteArray m_album;
};

void AlbumSharingTest::init()
{
    m = std::make_unique<ImmichCalls>();
    m_ann = m->api.owner;
    m_bob = addUser(u"Bob"_s);
    m_eve = addUser(u"Eve"_s);
    m_shown = m->api.addAsset(1'000'000);
    m_kept = m->api.addAsset(2'000'000);
    m->api.addFace(m_shown, m->api.addPerson(u"Secret"_s));
    m->api.run("UPDATE asset SET is_favorite = 1");
    m_album = m->object("POST", "/api/albums",
                        {{u"albumName"_s, u"Holiday"_s}, {u"assetIds"_s, ImmichCalls::texts({m_shown})}})
                  .value("id"_L1)
                  .toString()
                  .toLatin1();
}

accounts::Principal AlbumSharingTest::addUser(const QString &name)
{
    As who = m_ann;
    who.uuid = newUuid();
    who.isOwner = false;
    who.isAdmin = false;
    m->api.run("INSERT INTO user(uuid, name, email, created_at, updated_at) VALUES (?1, ?2, ?2 || '@x', 1, 1)",
               who.uuid, name);
    who.userId = m->api.database
                     ->read([&](storage::Connection &db) -> Result<qint64> {
                         auto row = db.prepare("SELECT id FROM user WHERE uuid = ?1");
                         row.bindAll(who.uuid);
                         row.step();
                         return row.int64(0);
                     })
                     .value();
    return who;
}

int AlbumSharingTest::statusOf(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    return m->api.call({method, target, QJsonDocument(body).toJson()}).status();
}

void AlbumSharingTest::share(const As &with, const QString &role)
{
    be(m_ann);
    const QJsonObject one{{u"userId"_s, toText(with.uuid)}, {u"role"_s, role}};
    const QJsonObject shared =
        m->object("PUT", album("/users"), {{u"albumUsers"_s, QJsonArray{one}}}, u"AlbumResponseDto"_s);
    QCOMPARE(m->status, 200);
    QVERIFY(shared.value("shared"_L1).toBool());
}

void AlbumSharingTest::aViewerLooksAndDownloads()
{
    share(m_bob, u"viewer"_s);
    be(m_bob);
    const QJsonObject seen = m->object("GET", album(), {}, u"AlbumResponseDto"_s);
    QCOMPARE(m->status, 200);
    QCOMPARE(seen.value("ownerId"_L1).toString(), toText(m_ann.uuid));
    QCOMPARE(seen["albumUsers"_L1][0]["user"_L1]["name"_L1].toString(), u"Bob"_s);
    QCOMPARE(seen["albumUsers"_L1][0]["role"_L1].toString(), u"viewer"_s);
    // Its photos are somebody's, who keeps to themselves who is in them and what they like.
    for (const QJsonObject &asset : {seen["assets"_L1][0].toObject(), m->object("GET", photo(m_shown))}) {
        QCOMPARE(asset.value("id"_L1).toString(), toText(m_shown));
        QCOMPARE(asset.value("ownerId"_L1).toString(), toText(m_ann.uuid));
        QCOMPARE(asset.value("people"_L1).toArray().size() + asset.value("unassignedFaces"_L1).toArray().size(), 0);
        QCOMPARE(asset.value("isFavorite"_L1).toBool(true), false);
    }
    QCOMPARE(m->object("GET", photo(m_shown)).value("faces"_L1).toArray().size(), 0);
    const QJsonObject info = m->object("POST", "/api/download/info", {{u"albumId"_s, QString::fromLatin1(m_album)}},
                                       u"DownloadResponseDto"_s);
    QCOMPARE(info.value("totalSize"_L1).toInt(), 5);
    QCOMPARE(statusOf("PUT", album("/assets"), {{u"ids"_s, ImmichCalls::texts({m_shown})}}), 400);
    QCOMPARE(statusOf("DELETE", album("/assets"), {{u"ids"_s, ImmichCalls::texts({m_shown})}}), 400);
    QCOMPARE(statusOf("PATCH", album(), {{u"albumName"_s, u"Bob's"_s}}), 400);
    QCOMPARE(statusOf("DELETE", album()), 400);
    // And nothing of it is theirs to change.
    QCOMPARE(statusOf("PUT", photo(m_shown), {{u"isFavorite"_s, true}}), 400);
    QCOMPARE(statusOf("DELETE", "/api/assets", {{u"ids"_s, ImmichCalls::texts({m_shown})}}), 400);
    be(m_ann);
    QCOMPARE(m->object("GET", photo(m_shown)).value("people"_L1).toArray().size(), 1);
    QCOMPARE(m->object("GET", album())["assets"_L1][0]["isFavorite"_L1].toBool(), true);
}

void AlbumSharingTest::anEditorAddsAndRemoves()
{
    share(m_bob, u"editor"_s);
    be(m_bob);
    const QUuid own = m->api.addAsset(3'000'000);
    const QJsonArray added =
        m->list("PUT", album("/assets"), {{u"ids"_s, ImmichCalls::texts({own, m_kept})}}, u"BulkIdResponseDto"_s);
    QCOMPARE(added[0]["success"_L1].toBool(), true);
    QCOMPARE(added[1]["error"_L1].toString(), u"no_permission"_s); // Not theirs, though the album's owner has it.
    QCOMPARE(
        m->object("PATCH", album(), {{u"albumName"_s, u"Ours"_s}}, u"AlbumResponseDto"_s)["albumName"_L1].toString(),
        u"Ours"_s);
    QCOMPARE(m->object("PATCH", album(), {{u"albumThumbnailAssetId"_s, toText(m_shown)}})["albumThumbnailAssetId"_L1],
             QJsonValue(toText(m_shown)));
    QCOMPARE(statusOf("DELETE", album()), 400);
    be(m_ann);
    const QJsonArray both = m->object("GET", album(), {}, u"AlbumResponseDto"_s).value("assets"_L1).toArray();
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[0]["ownerId"_L1].toString(), toText(m_bob.uuid));
    QCOMPARE(both[1]["ownerId"_L1].toString(), toText(m_ann.uuid));
    QCOMPARE(statusOf("GET", photo(own)), 200);
    be(m_bob);
    const QJsonArray gone =
        m->list("DELETE", album("/assets"), {{u"ids"_s, ImmichCalls::texts({own, m_shown})}}, u"BulkIdResponseDto"_s);
    QVERIFY(gone[0]["success"_L1].toBool() && gone[1]["success"_L1].toBool());
    QCOMPARE(statusOf("GET", photo(m_shown)), 400);
    be(m_ann);
    QCOMPARE(statusOf("GET", photo(own)), 400);
}

void AlbumSharingTest::onlyTheOwnerSharesAndDeletes()
{
    share(m_bob, u"editor"_s);
    be(m_bob);
    const QJsonArray eve{QJsonObject{{u"userId"_s, toText(m_eve.uuid)}}};
    QCOMPARE(statusOf("PUT", album("/users"), {{u"albumUsers"_s, eve}}), 400);
    QCOMPARE(statusOf("PUT", member(m_bob), {{u"role"_s, u"viewer"_s}}), 400);
    QCOMPARE(statusOf("DELETE", member(m_ann)), 400);
    be(m_ann);
    QCOMPARE(statusOf("PUT", member(m_bob), {{u"role"_s, u"viewer"_s}}), 204);
    QCOMPARE(m->object("GET", album())["albumUsers"_L1][0]["role"_L1].toString(), u"viewer"_s);
    share(m_eve, u"viewer"_s);
    be(m_eve);
    QCOMPARE(statusOf("DELETE", member(m_bob)), 400);
    QCOMPARE(statusOf("DELETE", album("/user/me")), 204);
    be(m_ann);
    QCOMPARE(statusOf("DELETE", album()), 204);
    be(m_bob);
    QCOMPARE(statusOf("GET", album()), 400);
}

void AlbumSharingTest::accessEndsAtOnce()
{
    share(m_bob, u"viewer"_s);
    be(m_bob);
    QCOMPARE(statusOf("GET", photo(m_shown)), 200);
    be(m_ann);
    QCOMPARE(statusOf("DELETE", member(m_bob)), 204);
    QVERIFY(!m->object("GET", album()).value("shared"_L1).toBool(true));
    be(m_bob);
    const QUuid nothing = newUuid();
    for (const char *after : {"", "/thumbnail", "/original"}) {
        // As for what is not there at all.
        QCOMPARE(statusOf("GET", photo(m_shown, after)), statusOf("GET", photo(nothing, after)));
    }
    const auto refused = [&](const QByteArray &target) { return ApiFixture::objectOf(m->api.get(target)); };
    QJsonObject one = refused(photo(m_shown));
    QJsonObject other = refused(photo(nothing));
    QCOMPARE(one.value("statusCode"_L1), other.value("statusCode"_L1));
    QCOMPARE(one.value("message"_L1).toString().replace(toText(m_shown), toText(nothing)),
             other.value("message"_L1).toString());
    QCOMPARE(statusOf("GET", album()), statusOf("GET", "/api/albums/" + toText(nothing).toLatin1()));
    QCOMPARE(statusOf("POST", "/api/download/info", {{u"assetIds"_s, ImmichCalls::texts({m_shown})}}), 400);
}

void AlbumSharingTest::whatIsNotShownIsNotRead()
{
    share(m_bob, u"viewer"_s);
    be(m_bob);
    QCOMPARE(statusOf("GET", photo(m_kept)), 400);
    QCOMPARE(statusOf("GET", photo(m_kept, "/thumbnail")), 400);
    QCOMPARE(statusOf("GET", photo(m_kept, "/original")), 400);
    be(m_eve);
    QCOMPARE(statusOf("GET", photo(m_shown)), 400);
    // The hidden half of a live photo comes with it; in the trash neither does.
    be(m_ann);
    const QUuid half = m->api.addAsset(5);
    m->api.run("UPDATE asset SET is_hidden = 1, is_video = 1 WHERE uuid = ?1", half);
    m->api.run("UPDATE asset SET live_video_id = (SELECT id FROM asset WHERE uuid = ?2) WHERE uuid = ?1", m_shown,
               half);
    be(m_bob);
    QCOMPARE(statusOf("GET", photo(half)), 200);
    m->api.run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", m_shown);
    QCOMPARE(statusOf("GET", photo(half)), 400);
    QCOMPARE(statusOf("GET", photo(m_shown)), 400);
}

void AlbumSharingTest::listsAndCounts()
{
    share(m_bob, u"viewer"_s);
    m->call("POST", "/api/albums", {{u"albumName"_s, u"Alone"_s}});
    const auto names = [this](const QByteArray &query) {
        QStringList all;
        for (const QJsonValue one : m->list("GET", "/api/albums" + query, {}, u"AlbumResponseDto"_s)) {
            all << one["albumName"_L1].toString();
        }
        all.sort();
        return all;
    };
    const auto counts = [this] {
        const QJsonObject json = m->object("GET", "/api/albums/statistics", {}, u"AlbumStatisticsResponseDto"_s);
        return QList<int>{json["owned"_L1].toInt(), json["shared"_L1].toInt(), json["notShared"_L1].toInt()};
    };
    QCOMPARE(names(""), (QStringList{u"Alone"_s, u"Holiday"_s}));
    QCOMPARE(names("?shared=true"), QStringList{u"Holiday"_s});
    QCOMPARE(names("?shared=false"), QStringList{u"Alone"_s});
    QCOMPARE(counts(), (QList<int>{2, 1, 1}));
    be(m_bob);
    QCOMPARE(names(""), QStringList());
    QCOMPARE(names("?shared=true"), QStringList{u"Holiday"_s});
    QCOMPARE(names("?shared=false"), QStringList());
    QCOMPARE(names("?assetId=" + toText(m_shown).toLatin1()), QStringList{u"Holiday"_s});
    QCOMPARE(counts(), (QList<int>{0, 1, 0}));
}

void AlbumSharingTest::sharedFromTheBeginning()
{
    const QJsonObject bob{{u"userId"_s, toText(m_bob.uuid)}, {u"role"_s, u"editor"_s}};
    const QJsonObject made =
        m->object("POST", "/api/albums", {{u"albumName"_s, u"Both"_s}, {u"albumUsers"_s, QJsonArray{bob}}},
                  u"AlbumResponseDto"_s);
    QCOMPARE(m->status, 201);
    QCOMPARE(made.value("albumUsers"_L1).toArray().size(), 1);
    const QJsonObject nobody{{u"userId"_s, toText(newUuid())}};
    QCOMPARE(statusOf("POST", "/api/albums", {{u"albumName"_s, u"None"_s}, {u"albumUsers"_s, QJsonArray{nobody}}}),
             400);
    QCOMPARE(m->list("GET", "/api/albums").size(), 2); // The last was not made.
}

void AlbumSharingTest::wrongInputIsRefused()
{
    const auto put = [this](const QJsonValue &users) {
        return statusOf("PUT", album("/users"), {{u"albumUsers"_s, users}});
    };
    const QJsonObject bob{{u"userId"_s, toText(m_bob.uuid)}};
    QCOMPARE(put({}), 400);
    QCOMPARE(put(QJsonArray()), 400);
    QCOMPARE(put(QJsonArray{5}), 400);
    QCOMPARE(put(QJsonArray{QJsonObject{{u"userId"_s, toText(m_ann.uuid)}}}), 400);
    QCOMPARE(put(QJsonArray{QJsonObject{{u"userId"_s, toText(m_bob.uuid)}, {u"role"_s, u"owner"_s}}}), 400);
    QCOMPARE(put(QJsonArray{bob, QJsonObject{{u"userId"_s, toText(newUuid())}}}), 400);
    QVERIFY(!m->object("GET", album()).value("shared"_L1).toBool(true)); // All or none.
    QCOMPARE(put(QJsonArray{bob}), 200);
    QCOMPARE(put(QJsonArray{bob}), 400);
    QCOMPARE(statusOf("PUT", member(m_bob), {}), 400);
    QCOMPARE(statusOf("PUT", member(m_eve), {{u"role"_s, u"viewer"_s}}), 400);
    QCOMPARE(statusOf("DELETE", member(m_eve)), 400);
    QCOMPARE(statusOf("DELETE", member(m_ann)), 400);
    QCOMPARE(statusOf("DELETE", album("/user/nobody")), 400);
}

void AlbumSharingTest::queriesSeeThem()
{
    share(m_bob, u"editor"_s);
    be(m_bob);
    const QUuid own = m->api.addAsset(3'000'000);
    QCOMPARE(statusOf("PUT", album("/assets"), {{u"ids"_s, ImmichCalls::texts({own})}}), 200);
    const auto total = [this] {
        const QByteArray query = "/api/images?$filter=albums/any(a:%20a/name%20eq%20'Holiday')&$select=albums";
        const QJsonObject page = ApiFixture::objectOf(m->api.get(query));
        const int found = page["pagination"_L1]["total"_L1].toInt();
        return found == 0 || page["images"_L1][0]["metadata"_L1]["albums"_L1].toArray().size() == 1 ? found : -1;
    };
    QCOMPARE(total(), 1); // Of one's own images.
    be(m_ann);
    QCOMPARE(total(), 1);
    QCOMPARE(statusOf("DELETE", member(m_bob)), 204);
    be(m_bob);
    QCOMPARE(total(), 0);
}

void AlbumSharingTest::copiesFollow()
{
    constexpr char types[] =
        R"("UsersV1","AlbumsV1","AlbumUsersV1","AlbumToAssetsV1","AlbumAssetsV1","AlbumAssetExifsV1")";
    be(m_bob);
    StreamClient bob(m->api, types);
    const auto settle = [&] {
        be(m_bob);
        bob.settle();
    };
    settle();
    QVERIFY(bob.all(u"Album"_s).isEmpty());
    share(m_bob, u"viewer"_s);
    settle();
    QCOMPARE(bob.all(u"Album"_s).keys(), QStringList{QString::fromLatin1(m_album)});
    QCOMPARE(bob.all(u"Album"_s).first().value("ownerId"_L1).toString(), toText(m_ann.uuid));
    QCOMPARE(bob.all(u"AlbumUser"_s).size(), 1);
    QCOMPARE(bob.all(u"AlbumToAsset"_s).size(), 1);
    QVERIFY(bob.all(u"User"_s).contains(toText(m_ann.uuid)));
    QCOMPARE(bob.all(u"AlbumAssetCreate"_s).keys(), QStringList{toText(m_shown)});
    QCOMPARE(bob.all(u"AlbumAssetExifCreate"_s).size(), 1);
    // Changes of others' photos come, as long as they are shown.
    be(m_ann);
    QCOMPARE(statusOf("PUT", photo(m_shown), {{u"rating"_s, 3}}), 200);
    settle();
    QCOMPARE(bob.all(u"AlbumAssetUpdate"_s).keys(), QStringList{toText(m_shown)});
    QCOMPARE(bob.all(u"AlbumAssetExifUpdate"_s).first().value("rating"_L1).toInt(), 3);
    be(m_ann);
    QCOMPARE(statusOf("DELETE", member(m_bob)), 204);
    QCOMPARE(statusOf("PUT", photo(m_shown), {{u"rating"_s, 4}}), 200);
    settle();
    QVERIFY(bob.all(u"Album"_s).isEmpty() && bob.all(u"AlbumToAsset"_s).isEmpty() && bob.all(u"AlbumUser"_s).isEmpty());
    QCOMPARE(bob.all(u"AlbumAssetExifUpdate"_s).first().value("rating"_L1).toInt(), 3);
    QCOMPARE(bob.resets(), 0);
    if (m->hasSchema) {
        const auto schema = test::JsonSchema::ofImmich(u"2.7.5"_s);
        for (const char *type : {"AlbumAssetCreate", "AlbumAssetUpdate"}) {
            QCOMPARE(schema.problems(bob.all(QLatin1StringView(type)).first(), u"SyncAssetV1"_s), QStringList());
        }
        QCOMPARE(schema.problems(bob.all(u"AlbumAssetExifCreate"_s).first(), u"SyncAssetExifV1"_s), QStringList());
    }
}

QTEST_GUILESS_MAIN(AlbumSharingTest)
#include "tst_album_sharing.moc"
