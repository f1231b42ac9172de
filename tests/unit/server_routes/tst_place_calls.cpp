// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/store_metadata.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Where photos were taken, as clients ask for it; and what clients look for that there is none of.
class PlaceCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ImmichCalls>(); }
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void photosStandOnTheMap();
    void townsAreShownByTheirNewestPhoto();
    void whatThereIsNoneOfIsEmpty_data();
    void whatThereIsNoneOfIsEmpty();
    void whatIsNotSupportedIsRefused();

private:
    QUuid addFrom(const QString &city, qint64 createdAt)
    {
        const QUuid id = m->api.addAsset(createdAt);
        media::Metadata metadata;
        metadata.city = city;
        const auto stored = m->api.database->write([&](storage::Transaction &transaction) -> Result<void> {
            library::storeMetadata(transaction, *library::findAsset(transaction.db(), m->api.owner.userId, id),
                                   metadata);
            return {};
        });
        m->api.run("UPDATE asset SET created_at = ?2, latitude = 47.5, longitude = 8.25 WHERE uuid = ?1", id,
                   createdAt);
        return stored ? id : QUuid();
    }
    QJsonArray markers(const QByteArray &query = {})
    {
        return m->list("GET", "/api/map/markers" + query, {}, u"MapMarkerResponseDto"_s);
    }

    std::unique_ptr<ImmichCalls> m;
};

void PlaceCallsTest::photosStandOnTheMap()
{
    const QUuid bern = addFrom(u"Bern"_s, 1000);
    const QUuid archived = addFrom(QString(), 2000);
    const QUuid trashed = addFrom(u"Wien"_s, 3000);
    m->api.addAsset(4000);
    m->api.run("UPDATE asset SET is_archived = 1 WHERE uuid = ?1", archived);
    m->api.run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", trashed);
    const QJsonObject marker{{u"id"_s, toText(bern)},
                             {u"lat"_s, 47.5},
                             {u"lon"_s, 8.25},
                             {u"city"_s, u"Bern"_s},
                             {u"state"_s, QJsonValue::Null},
                             {u"country"_s, QJsonValue::Null}};
    QCOMPARE(markers(), QJsonArray{marker});
    QCOMPARE(markers("?isArchived=true").size(), 2);
    QCOMPARE(markers("?isFavorite=true").size(), 0);
    QCOMPARE(markers("?fileCreatedAfter=1970-01-01T00:00:01.000Z").size(), 1);
    QCOMPARE(markers("?fileCreatedAfter=1970-01-01T00:00:01.001Z").size(), 0);
    QCOMPARE(markers("?fileCreatedBefore=1970-01-01T00:00:00.999Z&withPartners=true").size(), 0);
    m->call("GET", "/api/map/markers?fileCreatedAfter=once");
    QCOMPARE(m->status, 400);
}

void PlaceCallsTest::townsAreShownByTheirNewestPhoto()
{
    addFrom(u"Bern"_s, 1000);
    const QUuid bern = addFrom(u"Bern"_s, 3000);
    addFrom(u"Bern"_s, 2000);
    const QUuid aarau = addFrom(u"Aarau"_s, 1000);
    addFrom(QString(), 5000);
    const QJsonArray cities = m->list("GET", "/api/search/cities", {}, u"AssetResponseDto"_s);
    QCOMPARE(cities.size(), 2);
    QCOMPARE(cities.at(0)["id"_L1].toString(), toText(aarau));
    QCOMPARE(cities.at(1)["id"_L1].toString(), toText(bern));
    const QJsonArray explored = m->list("GET", "/api/search/explore", {}, u"SearchExploreResponseDto"_s);
    QCOMPARE(explored.size(), 1);
    QCOMPARE(explored.first()["fieldName"_L1].toString(), u"exifInfo.city"_s);
    QCOMPARE(explored.first()["items"_L1][1]["value"_L1].toString(), u"Bern"_s);
    QCOMPARE(explored.first()["items"_L1][1]["data"_L1]["id"_L1].toString(), toText(bern));
}

void PlaceCallsTest::whatThereIsNoneOfIsEmpty_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"partners?direction=shared-by", "partners?direction=shared-with", "shared-links",
                               "notifications", "activities?albumId=6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f", "duplicates",
                               "search/places?name=Bern", "assets/6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f/ocr"}) {
        QTest::newRow(target) << QByteArray("/api/") + target;
    }
}

void PlaceCallsTest::whatThereIsNoneOfIsEmpty()
{
    QFETCH(QByteArray, target);
    QCOMPARE(m->call("GET", target), QJsonValue(QJsonArray()));
    QCOMPARE(m->status, 200);
}

void PlaceCallsTest::whatIsNotSupportedIsRefused()
{
    const QJsonObject features = m->object("GET", "/api/server/features", {}, u"ServerFeaturesDto"_s);
    for (const char *absent : {"smartSearch", "oauth", "map", "duplicateDetection"}) {
        QCOMPARE(features.value(QLatin1String(absent)), QJsonValue(false));
    }
    m->call("POST", "/api/search/smart", {{u"query"_s, u"a dog"_s}});
    QCOMPARE(m->status, 400);
    m->call("POST", "/api/oauth/authorize", {{u"redirectUri"_s, u"app.immich:///oauth-callback"_s}});
    QCOMPARE(m->status, 400);
    m->object("GET", "/api/activities/statistics", {}, u"ActivityStatisticsResponseDto"_s);
    QCOMPARE(m->status, 200);
}

QTEST_GUILESS_MAIN(PlaceCallsTest)
#include "tst_place_calls.moc"
