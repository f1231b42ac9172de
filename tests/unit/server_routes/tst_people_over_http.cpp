// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"

#include <QJsonArray>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestPeopleOverHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosOfAPersonComeNewestFirst();
    void mergedPeopleAreFound();
    void unknownPeopleAreToldByEachDoor();
    void peopleAreListed();
    void peopleChange();
    void mergingTellsOfEach();
    void boxesComeInPixels();
    void boxesOutsideAreRefused();
    void dismissedFacesAreGone();
    void actsAreUndone();
    void faceWithoutAPreviewHasNoPicture();
};

namespace {

QByteArray path(const char *pattern, const QUuid &id)
{
    return QByteArray(pattern).replace("{id}", toText(id).toLatin1());
}

QByteArray jsonWith(const QString &field, const QJsonValue &value)
{
    return QJsonDocument(QJsonObject{{field, value}}).toJson();
}

} // namespace

void TestPeopleOverHttp::photosOfAPersonComeNewestFirst()
{
    ApiFixture fixture;
    const QUuid person = fixture.addPerson(u"张三"_s);
    QStringList newestFirst;
    for (int i = 1; i <= 3; ++i) {
        const QUuid asset = fixture.addAsset(i * 1000);
        fixture.addFace(asset, person);
        newestFirst.prepend(toText(asset));
    }
    const QJsonObject first = ApiFixture::objectOf(fixture.get(path("/api/person/{id}/assets?size=2", person)));
    QCOMPARE(first.value("total"_L1).toInt(), 3);
    QCOMPARE(first.value("page"_L1).toInt(), 1);
    QCOMPARE(first.value("size"_L1).toInt(), 2);
    const QJsonArray items = first.value("items"_L1).toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].toObject().value("id"_L1).toString(), newestFirst[0]);
    QCOMPARE(items[0].toObject().value("thumbnailPath"_L1).toString(),
             u"/api/assets/%1/thumbnail"_s.arg(newestFirst[0]));
    const QJsonObject rest = ApiFixture::objectOf(fixture.get(path("/api/person/{id}/assets?size=2&page=2", person)));
    QCOMPARE(rest.value("items"_L1).toArray()[0].toObject().value("id"_L1).toString(), newestFirst[2]);
    QCOMPARE(fixture.get(path("/api/person/{id}/assets?size=1001", person)).status(), 400);
    QCOMPARE(fixture.get(path("/api/person/{id}/assets?page=0", person)).status(), 400);
}

void TestPeopleOverHttp::mergedPeopleAreFound()
{
    ApiFixture fixture;
    const QUuid stays = fixture.addPerson(u"A"_s);
    const QUuid goes = fixture.addPerson(u"B"_s);
    fixture.addFace(fixture.addAsset(1), goes);
    QCOMPARE(fixture.post(path("/api/people/{id}/merge", stays), jsonWith(u"ids"_s, QJsonArray{toText(goes)})).status(),
             200);
    const QJsonObject person = ApiFixture::objectOf(fixture.get(path("/api/person/{id}", goes)));
    QCOMPARE(person.value("id"_L1).toString(), toText(stays));
    const QJsonObject photos = ApiFixture::objectOf(fixture.get(path("/api/person/{id}/assets", goes)));
    QCOMPARE(photos.value("total"_L1).toInt(), 1);
}

void TestPeopleOverHttp::unknownPeopleAreToldByEachDoor()
{
    ApiFixture fixture;
    const http::Reply singular = fixture.get(path("/api/person/{id}/assets", newUuid()));
    QCOMPARE(singular.status(), 404);
    QCOMPARE(ApiFixture::objectOf(singular).value("statusCode"_L1).toInt(), 404);
    const http::Reply plural = fixture.get(path("/api/people/{id}", newUuid()));
    QCOMPARE(plural.status(), 400);
    QCOMPARE(ApiFixture::objectOf(plural).value("message"_L1).toString(), u"Not found or no person.read access"_s);
    QCOMPARE(fixture.get("/api/person/person-1").status(), 404);
}

void TestPeopleOverHttp::peopleAreListed()
{
    ApiFixture fixture;
    fixture.addPerson(u"A"_s);
    const QUuid hidden = fixture.addPerson(u"Bob"_s);
    QCOMPARE(fixture.call({"PUT", path("/api/people/{id}", hidden), R"({"isHidden":true})"}).status(), 200);
    const QJsonObject seen = ApiFixture::objectOf(fixture.get("/api/people"));
    QCOMPARE(seen.value("people"_L1).toArray().size(), 1);
    QCOMPARE(seen.value("total"_L1).toInt(), 1);
    QCOMPARE(seen.value("hidden"_L1).toInt(), 1);
    QCOMPARE(seen.value("hasNextPage"_L1).toBool(true), false);
    const QJsonObject all = ApiFixture::objectOf(fixture.get("/api/people?withHidden=true&name=bo"));
    QCOMPARE(all.value("people"_L1).toArray()[0].toObject().value("id"_L1).toString(), toText(hidden));
    QCOMPARE(fixture.get("/api/people?withHidden=yes").status(), 400);
}

void TestPeopleOverHttp::peopleChange()
{
    ApiFixture fixture;
    const http::Reply made = fixture.post("/api/people", R"({"name":"A","birthDate":"2001-02-03"})");
    QCOMPARE(made.status(), 201);
    const QByteArray id = ApiFixture::objectOf(made).value("id"_L1).toString().toLatin1();
    const QJsonObject changed = ApiFixture::objectOf(
        fixture.call({"PUT", "/api/people/" + id, R"({"birthDate":null,"isFavorite":true,"color":"#aabbcc"})"}));
    QVERIFY(changed.value("birthDate"_L1).isNull());
    QCOMPARE(changed.value("name"_L1).toString(), u"A"_s);
    QCOMPARE(changed.value("isFavorite"_L1).toBool(), true);
    QCOMPARE(changed.value("color"_L1).toString(), u"#aabbcc"_s);
    const QJsonArray results = ApiFixture::arrayOf(
        fixture.call({"PUT", "/api/people",
                      R"({"people":[{"id":")" + id + R"(","name":"B"},{"id":")" + toText(newUuid()).toLatin1() +
                          R"(","name":"C"},{"id":")" + id + R"(","birthDate":"tomorrow"}]})"}));
    QCOMPARE(results.size(), 3);
    QCOMPARE(results[0].toObject().value("success"_L1).toBool(), true);
    QCOMPARE(results[1].toObject().value("error"_L1).toString(), u"not_found"_s);
    QCOMPARE(results[2].toObject().value("error"_L1).toString(), u"validation"_s);
    QCOMPARE(ApiFixture::objectOf(fixture.get("/api/people/" + id)).value("name"_L1).toString(), u"B"_s);
    QCOMPARE(fixture.call({"PUT", "/api/people", "{}"}).status(), 400);
}

void TestPeopleOverHttp::mergingTellsOfEach()
{
    ApiFixture fixture;
    const QUuid stays = fixture.addPerson(u"A"_s);
    const QString goes = toText(fixture.addPerson(u"B"_s));
    const QString unknown = toText(newUuid());
    const QByteArray merge = path("/api/people/{id}/merge", stays);
    const QJsonArray results =
        ApiFixture::arrayOf(fixture.post(merge, jsonWith(u"ids"_s, QJsonArray{goes, unknown, goes})));
    QCOMPARE(results.size(), 3);
    QVERIFY(results[0].toObject().value("success"_L1).toBool());
    QCOMPARE(results[1].toObject().value("error"_L1).toString(), u"not_found"_s);
    QVERIFY(results[2].toObject().value("success"_L1).toBool());
    // Asked again, they are one already.
    QCOMPARE(fixture.post(merge, jsonWith(u"ids"_s, QJsonArray{goes})).status(), 200);
    QCOMPARE(fixture.post(merge, jsonWith(u"ids"_s, QJsonArray{toText(stays)})).status(), 400);
    QCOMPARE(fixture.post(merge, jsonWith(u"ids"_s, u"x"_s)).status(), 400);
}

void TestPeopleOverHttp::boxesComeInPixels()
{
    ApiFixture fixture;
    const QUuid person = fixture.addPerson(u"A"_s);
    const QUuid asset = fixture.addAsset(1);
    const QByteArray body = R"({"assetId":")" + toText(asset).toLatin1() + R"(","personId":")" +
                            toText(person).toLatin1() +
                            R"(","imageWidth":200,"imageHeight":100,"x":20,"y":10,"width":40,"height":50})";
    const http::Reply drawn = fixture.post("/api/faces", body);
    QCOMPARE(drawn.status(), 201);
    const QJsonObject face = ApiFixture::arrayOf(fixture.get(path("/api/faces?id={id}", asset)))[0].toObject();
    QCOMPARE(face.value("imageWidth"_L1).toInt(), 1000);
    QCOMPARE(face.value("boundingBoxX1"_L1).toInt(), 100);
    QCOMPARE(face.value("boundingBoxY1"_L1).toInt(), 50);
    QCOMPARE(face.value("boundingBoxX2"_L1).toInt(), 300);
    QCOMPARE(face.value("boundingBoxY2"_L1).toInt(), 300);
    QCOMPARE(face.value("sourceType"_L1).toString(), u"manual"_s);
    QCOMPARE(face.value("person"_L1).toObject().value("id"_L1).toString(), toText(person));
}

void TestPeopleOverHttp::boxesOutsideAreRefused()
{
    ApiFixture fixture;
    const QByteArray ids = R"({"assetId":")" + toText(fixture.addAsset(1)).toLatin1() + R"(","personId":")" +
                           toText(fixture.addPerson(u"A"_s)).toLatin1() + R"(","imageWidth":200,"imageHeight":100,)";
    QCOMPARE(fixture.post("/api/faces", ids + R"("x":170,"y":0,"width":40,"height":50})").status(), 400);
    QCOMPARE(fixture.post("/api/faces", ids + R"("x":-1,"y":0,"width":40,"height":50})").status(), 400);
    QCOMPARE(fixture.post("/api/faces", ids + R"("x":0,"y":0,"width":40})").status(), 400);
    QCOMPARE(fixture.post("/api/faces", ids + R"("x":0.5,"y":0,"width":40,"height":50})").status(), 400);
}

void TestPeopleOverHttp::dismissedFacesAreGone()
{
    ApiFixture fixture;
    const QUuid asset = fixture.addAsset(1);
    const QUuid face = fixture.addFace(asset, fixture.addPerson(u"A"_s));
    QCOMPARE(fixture.call({"DELETE", path("/api/faces/{id}", face), R"({"force":1})"}).status(), 400);
    QCOMPARE(fixture.call({"DELETE", path("/api/faces/{id}", face), R"({"force":false})"}).status(), 204);
    QCOMPARE(ApiFixture::arrayOf(fixture.get(path("/api/faces?id={id}", asset))).size(), 0);
    QCOMPARE(fixture.call({"DELETE", path("/api/faces/{id}", face)}).status(), 400);
}

void TestPeopleOverHttp::actsAreUndone()
{
    ApiFixture fixture;
    const QUuid person = fixture.addPerson(u"A"_s);
    QCOMPARE(fixture.call({"PUT", path("/api/people/{id}", person), R"({"name":"B"})"}).status(), 200);
    const QJsonObject page = ApiFixture::objectOf(fixture.get("/api/history?size=1"));
    const QJsonObject entry = page.value("items"_L1).toArray()[0].toObject();
    QCOMPARE(entry.value("kind"_L1).toString(), u"name"_s);
    QVERIFY(entry.value("undoneAt"_L1).isNull());
    QVERIFY(page.value("next"_L1).isDouble());
    const QByteArray undo = "/api/history/" + entry.value("id"_L1).toString().toLatin1();
    QCOMPARE(fixture.post(undo + "/undo").status(), 200);
    QCOMPARE(ApiFixture::objectOf(fixture.get(path("/api/people/{id}", person))).value("name"_L1).toString(), u"A"_s);
    QCOMPARE(fixture.post(undo + "/undo").status(), 409);
    QCOMPARE(fixture.post(undo + "/redo").status(), 200);
    QCOMPARE(ApiFixture::objectOf(fixture.get(path("/api/people/{id}", person))).value("name"_L1).toString(), u"B"_s);
}

void TestPeopleOverHttp::faceWithoutAPreviewHasNoPicture()
{
    ApiFixture fixture;
    const QUuid person = fixture.addPerson(u"A"_s);
    QCOMPARE(fixture.get(path("/api/people/{id}/thumbnail", person)).status(), 400);
    const QUuid face = fixture.addFace(fixture.addAsset(1), person);
    QCOMPARE(fixture.get(path("/api/faces/{id}/thumbnail", face)).status(), 400);
}

QTEST_GUILESS_MAIN(TestPeopleOverHttp)
#include "tst_people_over_http.moc"
