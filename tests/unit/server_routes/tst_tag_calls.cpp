// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Tags and stacks: what clients make of photos that belong together.
class TagCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void tagsAreMadeWithThoseAbove();
    void tagsOfFilesAreTagsToo();
    void photosAreTagged();
    void severalTagsForManyPhotos();
    void aTagGoesFromItsPhotos();
    void coloursAreSeenOnPhotos();
    void wrongTagsAreRefused();
    void aStackShowsOnePhoto();
    void aStackTakesAnotherIn();
    void aStackOutlivesItsPhotos();
    void wrongStacksAreRefused();

private:
    QJsonArray tags() { return m->list("GET", "/api/tags", {}, u"TagResponseDto"_s); }
    QStringList values()
    {
        QStringList all;
        for (const QJsonValue tag : tags()) {
            all << tag.toObject().value("value"_L1).toString();
        }
        return all;
    }
    QJsonValue idOf(const QString &value)
    {
        return m->call("PUT", "/api/tags", {{u"tags"_s, QJsonArray{value}}}, u"TagResponseDto"_s)
            .toArray()
            .at(0)
            .toObject()
            .value("id"_L1);
    }
    QJsonObject asset(const QUuid &id)
    {
        return m->object("GET", "/api/assets/" + toText(id).toLatin1(), {}, u"AssetResponseDto"_s);
    }
    QStringList tagsOf(const QUuid &id)
    {
        QStringList all;
        for (const QJsonValue tag : asset(id).value("tags"_L1).toArray()) {
            all << tag.toObject().value("value"_L1).toString();
        }
        return all;
    }
    QJsonObject stack(const std::vector<QUuid> &assets)
    {
        return m->object("POST", "/api/stacks", {{u"assetIds"_s, ImmichCalls::texts(assets)}}, u"StackResponseDto"_s);
    }
    QString stackOf(const QUuid &id) { return asset(id).value("stack"_L1).toObject().value("id"_L1).toString(); }

    std::unique_ptr<ImmichCalls> m;
};

void TagCallsTest::tagsAreMadeWithThoseAbove()
{
    const QJsonArray made =
        m->list("PUT", "/api/tags", {{u"tags"_s, QJsonArray{u"a/b/c"_s, u"x"_s, u"x"_s}}}, u"TagResponseDto"_s);
    QCOMPARE(m->status, 200);
    QCOMPARE(made.size(), 2);
    QCOMPARE(made.at(0).toObject().value("name"_L1).toString(), u"c"_s);
    QCOMPARE(made.at(0).toObject().value("parentId"_L1), idOf(u"a/b"_s));
    QCOMPARE(values(), (QStringList{u"a"_s, u"a/b"_s, u"a/b/c"_s, u"x"_s}));
    const QJsonObject below =
        m->object("POST", "/api/tags", {{u"name"_s, u"y"_s}, {u"parentId"_s, idOf(u"x"_s)}, {u"color"_s, u"#FF0000"_s}},
                  u"TagResponseDto"_s);
    QCOMPARE(m->status, 201);
    QCOMPARE(below.value("value"_L1).toString(), u"x/y"_s);
    QCOMPARE(below.value("color"_L1).toString(), u"#FF0000"_s);
    QCOMPARE(m->object("GET", ImmichCalls::path("/api/tags/", below.value("id"_L1)), {}, u"TagResponseDto"_s), below);
    m->call("POST", "/api/tags", {{u"name"_s, u"x"_s}});
    QCOMPARE(m->status, 400);
}

void TagCallsTest::tagsOfFilesAreTagsToo()
{
    const QUuid photo = m->api.addAsset(1);
    m->api.run("INSERT INTO asset_tag(tag, asset_id) SELECT 'sea/deep', id FROM asset WHERE uuid = ?1", photo);
    QCOMPARE(values(), (QStringList{u"sea"_s, u"sea/deep"_s}));
    QCOMPARE(asset(photo).value("tags"_L1).toArray().at(0).toObject(), tags().at(1).toObject());
}

void TagCallsTest::photosAreTagged()
{
    const QUuid photo = m->api.addAsset(1);
    const QUuid other = m->api.addAsset(2);
    const QJsonValue id = idOf(u"sea"_s);
    const QByteArray path = ImmichCalls::path("/api/tags/", id, "/assets");
    const qint64 stamp = m->stampOf(photo);
    const QJsonArray added =
        m->list("PUT", path, {{u"ids"_s, ImmichCalls::texts({photo, photo, newUuid()})}}, u"BulkIdResponseDto"_s);
    QCOMPARE(added.at(0).toObject().value("success"_L1).toBool(), true);
    QCOMPARE(added.at(1).toObject().value("error"_L1).toString(), u"duplicate"_s);
    QCOMPARE(added.at(2).toObject().value("error"_L1).toString(), u"not_found"_s);
    QVERIFY(m->stampOf(photo) > stamp);
    QCOMPARE(tagsOf(photo), QStringList{u"sea"_s});
    const QJsonArray removed =
        m->list("DELETE", path, {{u"ids"_s, ImmichCalls::texts({photo, other})}}, u"BulkIdResponseDto"_s);
    QCOMPARE(removed.at(0).toObject().value("success"_L1).toBool(), true);
    QCOMPARE(removed.at(1).toObject().value("error"_L1).toString(), u"not_found"_s);
    QCOMPARE(tagsOf(photo), QStringList());
    QCOMPARE(values(), QStringList{u"sea"_s}); // It stays until it is deleted.
}

void TagCallsTest::severalTagsForManyPhotos()
{
    const QUuid photo = m->api.addAsset(1);
    const QUuid other = m->api.addAsset(2);
    const QJsonObject body{{u"tagIds"_s, QJsonArray{idOf(u"a"_s), idOf(u"b"_s)}},
                           {u"assetIds"_s, ImmichCalls::texts({photo, other})}};
    QCOMPARE(m->object("PUT", "/api/tags/assets", body, u"TagBulkAssetsResponseDto"_s).value("count"_L1).toInt(), 2);
    QCOMPARE(tagsOf(other), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(m->object("PUT", "/api/tags/assets", body).value("count"_L1).toInt(-1), 0);
}

void TagCallsTest::aTagGoesFromItsPhotos()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonObject body{{u"tagIds"_s, QJsonArray{idOf(u"a"_s), idOf(u"a/b"_s), idOf(u"a0"_s)}},
                           {u"assetIds"_s, ImmichCalls::texts({photo})}};
    m->call("PUT", "/api/tags/assets", body);
    const qint64 stamp = m->stampOf(photo);
    m->call("DELETE", ImmichCalls::path("/api/tags/", idOf(u"a"_s)));
    QCOMPARE(m->status, 204);
    QCOMPARE(tagsOf(photo), QStringList{u"a0"_s});
    QCOMPARE(values(), QStringList{u"a0"_s});
    QVERIFY(m->stampOf(photo) > stamp);
}

void TagCallsTest::coloursAreSeenOnPhotos()
{
    const QUuid photo = m->api.addAsset(1);
    const QJsonValue id = idOf(u"a"_s);
    m->call("PUT", ImmichCalls::path("/api/tags/", id, "/assets"), {{u"ids"_s, ImmichCalls::texts({photo})}});
    const qint64 stamp = m->stampOf(photo);
    const QJsonObject red =
        m->object("PUT", ImmichCalls::path("/api/tags/", id), {{u"color"_s, u"#F00"_s}}, u"TagResponseDto"_s);
    QCOMPARE(red.value("color"_L1).toString(), u"#F00"_s);
    QCOMPARE(asset(photo).value("tags"_L1).toArray().at(0).toObject(), red);
    QVERIFY(m->stampOf(photo) > stamp);
    QVERIFY(
        !m->object("PUT", ImmichCalls::path("/api/tags/", id), {{u"color"_s, QJsonValue::Null}}).contains("color"_L1));
    m->call("PUT", ImmichCalls::path("/api/tags/", id), {{u"color"_s, u"red"_s}});
    QCOMPARE(m->status, 400);
}

void TagCallsTest::wrongTagsAreRefused()
{
    m->call("PUT", "/api/tags", {{u"tags"_s, QJsonArray{u"ok"_s, u"  "_s}}});
    QCOMPARE(m->status, 400);
    m->call("PUT", "/api/tags", {{u"tags"_s, QJsonArray{5}}});
    QCOMPARE(m->status, 400);
    m->call("POST", "/api/tags", {{u"name"_s, u"x"_s}, {u"parentId"_s, toText(newUuid())}});
    QCOMPARE(m->status, 400);
    m->call("DELETE", "/api/tags/" + toText(newUuid()).toLatin1());
    QCOMPARE(m->status, 400);
    QCOMPARE(values(), QStringList());
}

void TagCallsTest::aStackShowsOnePhoto()
{
    const QUuid a = m->api.addAsset(1);
    const QUuid b = m->api.addAsset(2);
    const qint64 stamp = m->stampOf(a);
    const QJsonObject made = stack({b, a});
    QCOMPARE(m->status, 201);
    QCOMPARE(made.value("primaryAssetId"_L1).toString(), toText(b));
    QCOMPARE(made.value("assets"_L1).toArray().size(), 2);
    QVERIFY(m->stampOf(a) > stamp);
    QCOMPARE(asset(a).value("stack"_L1).toObject(),
             (QJsonObject{{u"id"_s, made.value("id"_L1)}, {u"primaryAssetId"_s, toText(b)}, {u"assetCount"_s, 2}}));
    const QByteArray path = ImmichCalls::path("/api/stacks/", made.value("id"_L1));
    const QJsonObject turned = m->object("PUT", path, {{u"primaryAssetId"_s, toText(a)}}, u"StackResponseDto"_s);
    QCOMPARE(turned.value("assets"_L1).toArray().at(0).toObject().value("id"_L1).toString(), toText(a));
    QCOMPARE(m->list("GET", "/api/stacks?primaryAssetId=" + toText(a).toLatin1(), {}, u"StackResponseDto"_s).size(), 1);
    QCOMPARE(m->list("GET", "/api/stacks?primaryAssetId=" + toText(b).toLatin1()).size(), 0);
    m->call("DELETE", path);
    QCOMPARE(m->status, 204);
    QVERIFY(asset(a).value("stack"_L1).isNull());
}

void TagCallsTest::aStackTakesAnotherIn()
{
    std::vector<QUuid> photos;
    for (int i = 0; i < 5; ++i) {
        photos.push_back(m->api.addAsset(i));
    }
    const QString first = stack({photos[0], photos[1]}).value("id"_L1).toString();
    const QString second = stack({photos[4], photos[0]}).value("id"_L1).toString();
    QVERIFY(first != second);
    QCOMPARE(stackOf(photos[1]), second); // It came with the photo that was shown for it.
    QCOMPARE(m->list("GET", "/api/stacks").size(), 1);
    stack({photos[2], photos[1]});
    QCOMPARE(stackOf(photos[0]), second);
    QVERIFY(stackOf(photos[1]) != second);
}

void TagCallsTest::aStackOutlivesItsPhotos()
{
    const QUuid a = m->api.addAsset(1);
    const QUuid b = m->api.addAsset(2);
    const QUuid c = m->api.addAsset(3);
    const QJsonValue id = stack({a, b, c}).value("id"_L1);
    const QByteArray path = ImmichCalls::path("/api/stacks/", id);
    m->call("DELETE", path + "/assets/" + toText(a).toLatin1());
    QCOMPARE(m->status, 400); // It is the one that is shown.
    const qint64 stamp = m->stampOf(b);
    m->call("DELETE", "/api/assets", {{u"ids"_s, ImmichCalls::texts({a})}, {u"force"_s, true}});
    QCOMPARE(m->status, 204);
    QCOMPARE(m->object("GET", path, {}, u"StackResponseDto"_s).value("primaryAssetId"_L1).toString(), toText(b));
    QVERIFY(m->stampOf(b) > stamp);
    m->call("DELETE", path + "/assets/" + toText(c).toLatin1());
    QCOMPARE(m->status, 204);
    QVERIFY(asset(b).value("stack"_L1).isNull());
    m->call("GET", path);
    QCOMPARE(m->status, 400);
}

void TagCallsTest::wrongStacksAreRefused()
{
    const QUuid a = m->api.addAsset(1);
    stack({a});
    QCOMPARE(m->status, 400);
    stack({a, a});
    QCOMPARE(m->status, 400);
    stack({a, newUuid()});
    QCOMPARE(m->status, 400);
    QCOMPARE(m->list("GET", "/api/stacks").size(), 0);
}

QTEST_GUILESS_MAIN(TagCallsTest)
#include "tst_tag_calls.moc"
