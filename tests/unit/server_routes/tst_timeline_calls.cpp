// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/clock.h"
#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// The timeline by months, as clients lay it out.
class TimelineCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void monthsAreCounted();
    void theMonthIsThatOfThePlace();
    void aMonthHasAllFacts();
    void whatIsAskedForIsThere();
    void stacksAreOne();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();

private:
    QUuid photo(const char *time) { return m->api.addAsset(*fromIso(QString::fromLatin1(time))); }
    QStringList months(const QByteArray &query = {})
    {
        QStringList all;
        for (const QJsonValue one : m->list("GET", "/api/timeline/buckets?" + query, {}, u"TimeBucketsResponseDto"_s)) {
            all << u"%1 %2"_s.arg(one["timeBucket"_L1].toString()).arg(one["count"_L1].toInt());
        }
        return all;
    }
    QJsonObject month(const QByteArray &day, const QByteArray &query = {})
    {
        return m->object("GET", "/api/timeline/bucket?timeBucket=" + day + query, {}, u"TimeBucketAssetResponseDto"_s);
    }

    std::unique_ptr<ImmichCalls> m;
};

void TimelineCallsTest::monthsAreCounted()
{
    QCOMPARE(months(), QStringList());
    photo("2020-01-31T23:59:59Z");
    photo("2020-02-01T00:00:00Z");
    photo("2020-02-29T12:00:00Z");
    photo("1969-12-31T23:59:59Z");
    QCOMPARE(months(), (QStringList{u"2020-02-01 2"_s, u"2020-01-01 1"_s, u"1969-12-01 1"_s}));
    QCOMPARE(months("order=asc").first(), u"1969-12-01 1"_s);
    QCOMPARE(month("1969-12-01").value("id"_L1).toArray().size(), 1);
}

void TimelineCallsTest::theMonthIsThatOfThePlace()
{
    const QUuid far = photo("2020-01-31T20:00:00Z");
    m->api.run("UPDATE asset SET created_offset = 540 WHERE uuid = ?1", far);
    QCOMPARE(months(), QStringList{u"2020-02-01 1"_s});
    QCOMPARE(month("2020-01-01").value("id"_L1).toArray(), QJsonArray());
    const QJsonObject found = month("2020-02-01T00:00:00.000Z"); // As older clients name it.
    QCOMPARE(found.value("id"_L1).toArray(), QJsonArray{toText(far)});
    QCOMPARE(found.value("localOffsetHours"_L1).toArray(), QJsonArray{9});
}

void TimelineCallsTest::aMonthHasAllFacts()
{
    const QUuid a = photo("2020-02-01T10:00:00Z");
    const QUuid b = photo("2020-02-02T10:00:00Z");
    m->api.run(
        "UPDATE asset SET is_video = 1, duration_ms = 3723004, latitude = 47.5, longitude = 8.25, is_favorite = 1 "
        "WHERE uuid = ?1",
        a);
    m->api.run("UPDATE asset SET is_archived = 1, width = NULL WHERE uuid = ?1", b);
    const QJsonObject found = month("2020-02-01", "&withCoordinates=true&withPartners=true");
    QCOMPARE(found.value("id"_L1).toArray(), (QJsonArray{toText(b), toText(a)}));
    QCOMPARE(month("2020-02-01", "&order=asc").value("id"_L1).toArray(), (QJsonArray{toText(a), toText(b)}));
    QCOMPARE(found.value("isImage"_L1).toArray(), (QJsonArray{true, false}));
    QCOMPARE(found.value("ratio"_L1).toArray(), (QJsonArray{1, 2}));
    QCOMPARE(found.value("duration"_L1).toArray().first(), QJsonValue(QJsonValue::Null));
    QVERIFY(found.value("duration"_L1)[1].toString().startsWith("1:02:03.004"_L1));
    QCOMPARE(found.value("visibility"_L1).toArray(), (QJsonArray{u"archive"_s, u"timeline"_s}));
    QCOMPARE(found.value("isFavorite"_L1).toArray(), (QJsonArray{false, true}));
    QCOMPARE(found.value("latitude"_L1).toArray(), (QJsonArray{QJsonValue::Null, 47.5}));
    QVERIFY(!found.contains("stack"_L1));
    for (const QJsonValue list : found) {
        QCOMPARE(list.toArray().size(), 2);
    }
}

void TimelineCallsTest::whatIsAskedForIsThere()
{
    const QUuid a = photo("2020-02-01T10:00:00Z");
    const QUuid b = photo("2020-02-02T10:00:00Z");
    const QUuid trashed = photo("2020-03-01T10:00:00Z");
    const QUuid hidden = photo("2020-04-01T10:00:00Z");
    m->api.run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", trashed);
    m->api.run("UPDATE asset SET is_hidden = 1 WHERE uuid = ?1", hidden);
    m->api.run("UPDATE asset SET is_archived = 1, is_favorite = 1 WHERE uuid = ?1", b);
    const QUuid person = m->api.addPerson(u"Anna"_s);
    m->api.addFace(a, person);
    const QJsonValue album =
        m->object("POST", "/api/albums", {{u"albumName"_s, u"A"_s}, {u"assetIds"_s, ImmichCalls::texts({b})}})
            .value("id"_L1);
    m->api.run("INSERT INTO asset_tag(tag, asset_id) SELECT 'sea', id FROM asset WHERE uuid = ?1", a);
    const QJsonValue tag = m->list("GET", "/api/tags").first()["id"_L1];
    const QStringList one{u"2020-02-01 1"_s};
    QCOMPARE(months(), QStringList{u"2020-02-01 2"_s});
    QCOMPARE(months("visibility=timeline"), one);
    QCOMPARE(months("visibility=archive"), one);
    QCOMPARE(months("visibility=hidden"), QStringList{u"2020-04-01 1"_s});
    QCOMPARE(months("visibility=locked"), QStringList());
    QCOMPARE(months("isTrashed=true"), QStringList{u"2020-03-01 1"_s});
    QCOMPARE(months("isFavorite=true"), one);
    QCOMPARE(months("isFavorite=false"), one);
    QCOMPARE(months(ImmichCalls::path("personId=", toText(person))), one);
    QCOMPARE(months(ImmichCalls::path("albumId=", album)), one);
    QCOMPARE(months(ImmichCalls::path("tagId=", tag)), one);
    QCOMPARE(months(ImmichCalls::path("userId=", toText(m->api.owner.uuid))).size(), 1);
    QCOMPARE(month("2020-02-01", ImmichCalls::path("&albumId=", album)).value("id"_L1).toArray(),
             QJsonArray{toText(b)});
}

void TimelineCallsTest::stacksAreOne()
{
    const QUuid a = photo("2020-02-01T10:00:00Z");
    const QUuid b = photo("2020-02-02T10:00:00Z");
    const QUuid alone = photo("2020-02-03T10:00:00Z");
    const QJsonValue stack =
        m->object("POST", "/api/stacks", {{u"assetIds"_s, ImmichCalls::texts({a, b})}}).value("id"_L1);
    QCOMPARE(months("withStacked=true"), QStringList{u"2020-02-01 2"_s});
    const QJsonObject found = month("2020-02-01", "&withStacked=true");
    QCOMPARE(found.value("id"_L1).toArray(), (QJsonArray{toText(alone), toText(a)}));
    QCOMPARE(found.value("stack"_L1).toArray(), (QJsonArray{QJsonValue::Null, QJsonArray{stack, u"2"_s}}));
}

void TimelineCallsTest::wrongInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"buckets?visibility=all", "buckets?order=up", "buckets?albumId=x", "buckets?isTrashed=perhaps",
          "buckets?tagId=6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f", "buckets?userId=6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f",
          "bucket", "bucket?timeBucket=once", "bucket?timeBucket=2020-13-01"}) {
        QTest::newRow(query) << QByteArray("/api/timeline/") + query;
    }
}

void TimelineCallsTest::wrongInputIsRefused()
{
    QFETCH(QByteArray, query);
    m->call("GET", query);
    QCOMPARE(m->status, 400);
}

QTEST_GUILESS_MAIN(TimelineCallsTest)
#include "tst_timeline_calls.moc"
