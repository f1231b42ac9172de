// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/store_metadata.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Photos by what is known of them, as clients ask for them.
class SearchCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void pagesFollowEachOther();
    void filtersFindWhatTheySay_data();
    void filtersFindWhatTheySay();
    void whatBelongsTogetherIsFound();
    void whatIsPutAwayIsNotFoundByItself();
    void whatCanBeSearchedForIsProposed();
    void someOfAllAreFound();
    void peopleAreFoundByTheirNames();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();

private:
    QJsonObject search(const QJsonObject &body)
    {
        return m->object("POST", "/api/search/metadata", body, u"SearchResponseDto"_s).value("assets"_L1).toObject();
    }
    static QStringList idsOf(const QJsonArray &items)
    {
        QStringList ids;
        for (const QJsonValue item : items) {
            ids << item.toObject().value("id"_L1).toString();
        }
        return ids;
    }
    QStringList found(const QJsonObject &body) { return idsOf(search(body).value("items"_L1).toArray()); }

    std::unique_ptr<ImmichCalls> m;
};

void SearchCallsTest::pagesFollowEachOther()
{
    QStringList newestFirst;
    for (int i = 0; i < 7; ++i) {
        newestFirst.prepend(toText(m->api.addAsset(1000 + i / 2)));
    }
    const QJsonObject first = search({{u"size"_s, 3}});
    QCOMPARE(first.value("nextPage"_L1), QJsonValue(u"2"_s));
    QCOMPARE(first.value("total"_L1).toInt(), 3);
    QStringList all = idsOf(first.value("items"_L1).toArray());
    const QJsonObject second = search({{u"size"_s, 3}, {u"page"_s, 2}});
    all += idsOf(second.value("items"_L1).toArray());
    const QJsonObject third = search({{u"size"_s, 3}, {u"page"_s, 3}});
    all += idsOf(third.value("items"_L1).toArray());
    QCOMPARE(all, newestFirst);
    QVERIFY(third.value("nextPage"_L1).isNull());
    QStringList oldestFirst = newestFirst;
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    QCOMPARE(found({{u"order"_s, u"asc"_s}}), oldestFirst);
    QCOMPARE(found({{u"size"_s, 7}, {u"page"_s, 2}}), QStringList());
    QVERIFY(search({{u"size"_s, 7}}).value("nextPage"_L1).isNull());
    QCOMPARE(m->object("POST", "/api/search/statistics", {{u"type"_s, u"IMAGE"_s}}, u"SearchStatisticsResponseDto"_s)
                 .value("total"_L1)
                 .toInt(),
             7);
    QCOMPARE(m->list("POST", "/api/search/random", {{u"size"_s, 4}}, u"AssetResponseDto"_s).size(), 4);
}

void SearchCallsTest::filtersFindWhatTheySay_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, int count) {
        QTest::newRow(name) << QJsonObject{{field, value}} << count;
    };
    row("name", u"originalFileName"_s, u"SEA_%"_s, 1);
    row("name of another", u"originalFileName"_s, u"SEA_x"_s, 0);
    row("part of a name", u"originalFileName"_s, u"ea_"_s, 1);
    row("picture", u"type"_s, u"IMAGE"_s, 1);
    row("video", u"type"_s, u"VIDEO"_s, 1);
    row("sound", u"type"_s, u"AUDIO"_s, 0);
    row("favourite", u"isFavorite"_s, true, 1);
    row("no favourite", u"isFavorite"_s, false, 1);
    row("taken after", u"takenAfter"_s, u"2020-09-13T12:26:40.000Z"_s, 1);
    row("taken before", u"takenBefore"_s, u"2020-09-13T12:26:39.999Z"_s, 1);
    row("taken before or then", u"takenBefore"_s, u"2020-09-13T14:26:40+02:00"_s, 2);
    row("city", u"city"_s, u"Zürich"_s, 1);
    row("no city", u"city"_s, QJsonValue::Null, 1);
    row("another city", u"city"_s, u"Bern"_s, 0);
    row("make", u"make"_s, u"Canon"_s, 1);
    row("model", u"model"_s, u"EOS"_s, 1);
    row("lens", u"lensModel"_s, u"EF 50"_s, 1);
    row("country", u"country"_s, u"CH"_s, 1);
    row("rating", u"rating"_s, 4, 1);
    row("no rating", u"rating"_s, QJsonValue::Null, 1);
    row("description", u"description"_s, u"THE sea"_s, 1);
    row("device", u"deviceId"_s, u"phone"_s, 1);
    row("text in it", u"ocr"_s, u"x"_s, 0);
    row("offline", u"isOffline"_s, true, 0);
    row("not offline", u"isOffline"_s, false, 2);
    row("not in an album", u"isNotInAlbum"_s, true, 2);
    row("no live photo", u"isMotion"_s, false, 2);
    row("with details", u"withExif"_s, true, 2);
    row("hidden", u"visibility"_s, u"hidden"_s, 0);
    row("untagged", u"tagIds"_s, QJsonValue::Null, 2);
    row("library", u"libraryId"_s, u"00000000-0000-4000-8000-000000000000"_s, 0);
    row("unknown album", u"albumIds"_s, QJsonArray{u"00000000-0000-4000-8000-000000000000"_s}, 0);
    row("unknown tag", u"tagIds"_s, QJsonArray{u"00000000-0000-4000-8000-000000000000"_s}, 0);
    row("checksum", u"checksum"_s, u"AAAAAAAAAAAAAAAAAAAAAAAAAAA="_s, 0);
}

void SearchCallsTest::filtersFindWhatTheySay()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, count);
    const QUuid photo = m->api.addAsset(1'600'000'000'000);
    const QUuid video = m->api.addAsset(1'500'000'000'000);
    media::Metadata metadata;
    metadata.make = u"Canon"_s;
    metadata.model = u"EOS"_s;
    metadata.lensModel = u"EF 50"_s;
    metadata.city = u"Zürich"_s;
    metadata.country = u"CH"_s;
    metadata.description = u"At the sea"_s;
    QVERIFY(m->api.database->write([&](storage::Transaction &transaction) -> Result<void> {
        library::storeMetadata(transaction, *library::findAsset(transaction.db(), m->api.owner.userId, photo),
                               metadata);
        return {};
    }));
    m->api.run("UPDATE asset SET created_at = 1600000000000, file_name = 'sea_%.jpg', rating = 4, is_favorite = 1, "
               "device_id = 'phone' WHERE uuid = ?1",
               photo);
    m->api.run("UPDATE asset SET is_video = 1, file_name = 'clip.mp4' WHERE uuid = ?1", video);
    const QStringList ids = found(body);
    QCOMPARE(m->status, 200);
    QCOMPARE(ids.size(), count);
    QCOMPARE(m->object("POST", "/api/search/statistics", body).value("total"_L1).toInt(), count);
}

void SearchCallsTest::whatBelongsTogetherIsFound()
{
    const QUuid a = m->api.addAsset(1);
    const QUuid b = m->api.addAsset(2);
    const QJsonValue album =
        m->object("POST", "/api/albums", {{u"albumName"_s, u"A"_s}, {u"assetIds"_s, ImmichCalls::texts({a})}})
            .value("id"_L1);
    const QUuid person = m->api.addPerson(u"Anna"_s);
    m->api.addFace(b, person);
    m->api.run("INSERT INTO asset_tag(tag, asset_id) SELECT 'sea/deep', id FROM asset WHERE uuid = ?1", a);
    const QJsonValue sea = m->list("GET", "/api/tags").at(0).toObject().value("id"_L1);
    QCOMPARE(found({{u"albumIds"_s, QJsonArray{album}}}), QStringList{toText(a)});
    QCOMPARE(found({{u"isNotInAlbum"_s, true}}), QStringList{toText(b)});
    QCOMPARE(found({{u"personIds"_s, ImmichCalls::texts({person})}}), QStringList{toText(b)});
    QCOMPARE(found({{u"tagIds"_s, QJsonArray{sea}}}), QStringList{toText(a)});
    QCOMPARE(found({{u"tagIds"_s, QJsonArray{sea}}, {u"personIds"_s, ImmichCalls::texts({person})}}), QStringList());
    QCOMPARE(found({{u"id"_s, toText(b)}}), QStringList{toText(b)});
    const QJsonValue checksum = m->object("GET", "/api/assets/" + toText(a).toLatin1()).value("checksum"_L1);
    QCOMPARE(found({{u"checksum"_s, checksum}}), QStringList{toText(a)});
    const QByteArray hex = QByteArray::fromBase64(checksum.toString().toLatin1()).toHex();
    QCOMPARE(found({{u"checksum"_s, QString::fromLatin1(hex)}}), QStringList{toText(a)});
    QCOMPARE(found({{u"originalPath"_s, u"/api/assets/%1/original"_s.arg(toText(b))}}), QStringList{toText(b)});
}

void SearchCallsTest::whatIsPutAwayIsNotFoundByItself()
{
    const QUuid archived = m->api.addAsset(1);
    const QUuid trashed = m->api.addAsset(2);
    m->api.run("UPDATE asset SET is_archived = 1 WHERE uuid = ?1", archived);
    m->api.run("UPDATE asset SET trashed_at = 5000 WHERE uuid = ?1", trashed);
    QCOMPARE(found({{u"size"_s, 10}}), QStringList());
    QCOMPARE(found({{u"visibility"_s, u"archive"_s}}), QStringList{toText(archived)});
    QCOMPARE(found({{u"withDeleted"_s, true}}), QStringList{toText(trashed)});
    QCOMPARE(found({{u"trashedAfter"_s, u"1970-01-01T00:00:05Z"_s}}), QStringList{toText(trashed)});
    QCOMPARE(found({{u"trashedAfter"_s, u"1970-01-01T00:00:06Z"_s}}), QStringList());
}

void SearchCallsTest::whatCanBeSearchedForIsProposed()
{
    const auto add = [&](const QString &make, const QString &model, const QString &city, const QString &country) {
        const QUuid id = m->api.addAsset(1);
        media::Metadata metadata;
        metadata.make = make;
        metadata.model = model;
        metadata.city = city;
        metadata.country = country;
        QVERIFY(m->api.database->write([&](storage::Transaction &transaction) -> Result<void> {
            library::storeMetadata(transaction, *library::findAsset(transaction.db(), m->api.owner.userId, id),
                                   metadata);
            return {};
        }));
    };
    add(u"Canon"_s, u"EOS"_s, u"Zürich"_s, u"CH"_s);
    add(u"Canon"_s, u"Ixus"_s, u"Bern"_s, u"CH"_s);
    add(u"Nikon"_s, u"D5"_s, u"Wien"_s, u"AT"_s);
    m->api.addAsset(2);
    const auto proposed = [&](const QByteArray &query) {
        return m->list("GET", "/api/search/suggestions?type=" + query);
    };
    QCOMPARE(proposed("camera-make"), (QJsonArray{u"Canon"_s, u"Nikon"_s}));
    QCOMPARE(proposed("camera-make&country=AT"), QJsonArray{u"Nikon"_s});
    QCOMPARE(proposed("camera-model&make=Canon"), (QJsonArray{u"EOS"_s, u"Ixus"_s}));
    QCOMPARE(proposed("country&includeNull=true"), (QJsonArray{u"AT"_s, u"CH"_s, QJsonValue::Null}));
    QCOMPARE(proposed("city&country=CH"), (QJsonArray{u"Bern"_s, u"Zürich"_s}));
    QCOMPARE(proposed("state"), QJsonArray());
    QCOMPARE(proposed("camera-lens-model"), QJsonArray());
    for (const char *wrong : {"", "colour", "city&includeNull=perhaps"}) {
        proposed(wrong);
        QCOMPARE(m->status, 400);
    }
}

void SearchCallsTest::someOfAllAreFound()
{
    for (int i = 0; i < 5; ++i) {
        m->api.addAsset(i);
    }
    QCOMPARE(m->list("GET", "/api/assets/random?count=3", {}, u"AssetResponseDto"_s).size(), 3);
    QCOMPARE(m->list("GET", "/api/assets/random?count=9").size(), 5);
    QCOMPARE(m->list("GET", "/api/assets/random").size(), 1);
    m->call("GET", "/api/assets/random?count=0");
    QCOMPARE(m->status, 400);
}

void SearchCallsTest::peopleAreFoundByTheirNames()
{
    for (const QString &name : {u"Anna Meier"_s, u"Hanna"_s, u"Bo"_s, u"50% Ann"_s}) {
        m->api.addFace(m->api.addAsset(1), m->api.addPerson(name));
    }
    m->api.run("UPDATE person SET is_hidden = 1 WHERE name = 'Hanna'");
    const auto count = [&](const QByteArray &query) {
        return m->list("GET", "/api/search/person?" + query, {}, u"PersonResponseDto"_s).size();
    };
    QCOMPARE(count("name=ann"), 2);
    QCOMPARE(count("name=ann&withHidden=true"), 3);
    QCOMPARE(count("name=50%25"), 1);
    QCOMPARE(count("name=nobody"), 0);
    for (const char *wrong : {"", "name=", "name=a&withHidden=x"}) {
        count(wrong);
        QCOMPARE(m->status, 400);
    }
}

void SearchCallsTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const QString &field, const QJsonValue &value) {
        QTest::addRow("%s %d", qPrintable(field), int(value.type())) << field << value;
    };
    row(u"size"_s, 0);
    row(u"size"_s, u"5"_s);
    row(u"page"_s, 0.5);
    row(u"order"_s, u"up"_s);
    row(u"takenAfter"_s, u"yesterday"_s);
    row(u"isFavorite"_s, u"true"_s);
    row(u"type"_s, u"PICTURE"_s);
    row(u"visibility"_s, u"all"_s);
    row(u"rating"_s, 6);
    row(u"personIds"_s, QJsonArray{u"Anna"_s});
    row(u"albumIds"_s, u"x"_s);
    row(u"id"_s, u"x"_s);
    row(u"city"_s, 5);
}

void SearchCallsTest::wrongInputIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const QJsonObject answer = m->object("POST", "/api/search/metadata", {{field, value}});
    QCOMPARE(m->status, 400);
    QVERIFY2(answer.value("message"_L1).toString().contains(field), qPrintable(answer.value("message"_L1).toString()));
}

QTEST_GUILESS_MAIN(SearchCallsTest)
#include "tst_search_calls.moc"
