// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"
#include "library/asset.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What tests over a socket cannot hold still: clients that have gone, hashes of former bytes, other users' shapes.
class ImageCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<ApiFixture>();
        m_photo = m->addAsset(1'600'000'000'000);
        m_hash = hashOf(m_photo);
    }
    void aQueryEndsWhenNobodyWaits();
    void manyEditsEndWhenNobodyWaits();
    void theFormerHashStillFindsIt();
    void aLostFileIsNotThere();
    void namesOfErrorsAreOfOneKind();
    void albumsInQueries();
    void whatIsPutAside();

private:
    QByteArray hashOf(const QUuid &photo)
    {
        return m->database
            ->read([&](storage::Connection &db) -> Result<QByteArray> {
                return library::findAsset(db, m->owner.userId, photo)->sha256.toHex();
            })
            .value();
    }
    static QJsonObject errorOf(const http::Reply &reply)
    {
        return ApiFixture::objectOf(reply).value("error"_L1).toObject();
    }
    static std::stop_token gone()
    {
        std::stop_source source;
        source.request_stop();
        return source.get_token();
    }

    std::unique_ptr<ApiFixture> m;
    QUuid m_photo;
    QByteArray m_hash;
};

void ImageCallsTest::aQueryEndsWhenNobodyWaits()
{
    QCOMPARE(m->get("/api/images").status(), 200);
    for (const char *target : {"/api/images", "/api/images?$filter=width%20ge%205", "/api/odata/images"}) {
        const http::Reply reply = m->call({"GET", target, {}, true, {}, gone()});
        QCOMPARE(reply.status(), 503);
        QCOMPARE(errorOf(reply).value("code"_L1).toString(), u"Canceled"_s);
    }
}

void ImageCallsTest::manyEditsEndWhenNobodyWaits()
{
    const QByteArray body = "{\"" + m_hash + "\":{\"note\":1}}";
    QCOMPARE(m->call({"POST", "/api/images", body, true, {}, gone()}).status(), 503);
    QVERIFY(!ApiFixture::objectOf(m->get("/api/images/" + m_hash))["metadata"_L1].toObject().contains(u"note"_s));
    const QByteArray hashes = "{\"hashes\":[\"" + m_hash + "\"]}";
    QCOMPARE(m->call({"DELETE", "/api/images", hashes, true, {}, gone()}).status(), 503);
    QCOMPARE(m->get("/api/images/" + m_hash).status(), 200);
}

void ImageCallsTest::theFormerHashStillFindsIt()
{
    const QByteArray former(64, 'a');
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("INSERT INTO asset_former_hash(owner_id, sha256, asset_id) SELECT owner_id, ?1, id FROM asset",
                        QByteArray::fromHex(former));
        return {};
    }));
    QCOMPARE(ApiFixture::objectOf(m->get("/api/images/" + former)).value("hash"_L1).toString(),
             QString::fromLatin1(m_hash));
    QCOMPARE(m->post("/api/images/" + former, R"({"note": 1})").status(), 200);
    QCOMPARE(ApiFixture::objectOf(m->get("/api/images/" + m_hash))["metadata"_L1]["note"_L1].toInt(), 1);
}

void ImageCallsTest::aLostFileIsNotThere()
{
    // The fixture's photos have no bytes.
    const http::Reply reply = m->get("/api/images/" + m_hash + "/content");
    QCOMPARE(reply.status(), 404);
    QVERIFY(errorOf(reply).value("message"_L1).toString().contains(QString::fromLatin1(m_hash)));
}

void ImageCallsTest::namesOfErrorsAreOfOneKind()
{
    const auto codeOf = [&](const http::Reply &reply) { return errorOf(reply).value("code"_L1).toString(); };
    const QByteArray record = "/api/images/" + m_hash;
    QCOMPARE(codeOf(m->post(record, "[]")), u"InvalidArgument"_s);
    QCOMPARE(codeOf(m->post(record, R"({"size": 1})")), u"ReadOnlyField"_s);
    QCOMPARE(codeOf(m->get("/api/images/nothing")), u"NotFound"_s);
    QCOMPARE(codeOf(m->get("/api/images?$filter=(")), u"InvalidFilter"_s);
    QCOMPARE(codeOf(m->call({"DELETE", "/api/images", "{}"})), u"MissingField"_s);
}

// What one door puts together the other finds at once.
void ImageCallsTest::albumsInQueries()
{
    const QUuid other = m->addAsset(1'600'000'000'001);
    const QByteArray body = R"({"albumName": "Holiday", "assetIds": [")" + toText(m_photo).toLatin1() + "\"]}";
    const QString album = ApiFixture::objectOf(m->post("/api/albums", body)).value("id"_L1).toString();
    const auto found = [this](const QByteArray &filter) {
        const QJsonObject page = ApiFixture::objectOf(m->get("/api/images?$select=albums,tags&$filter=" + filter));
        return page.value("images"_L1).toArray();
    };
    const QByteArray byId = "albums/any(a:%20a/id%20eq%20" + album.toLatin1() + ")";
    const QJsonArray within = found(byId);
    QCOMPARE(within.size(), 1);
    QCOMPARE(within[0]["hash"_L1].toString(), QString::fromLatin1(m_hash));
    QCOMPARE(within[0]["metadata"_L1].toObject(),
             (QJsonObject{{u"albums"_s, QJsonArray{QJsonObject{{u"id"_s, album}, {u"name"_s, u"Holiday"_s}}}}}));
    const QJsonArray without = found("not%20albums/any()");
    QCOMPARE(without.size(), 1);
    QCOMPARE(without[0]["hash"_L1].toString(), QString::fromLatin1(hashOf(other)));
    QCOMPARE(m->call({"DELETE", "/api/albums/" + album.toLatin1()}).status(), 204);
    QVERIFY(found(byId).isEmpty());
    const QByteArray model = ApiFixture::bodyOf(m->get("/api/odata/$metadata"));
    QVERIFY(model.contains("<Property Name=\"albums\" Type=\"Collection(Kinframe.Album)\"/>"));
    QVERIFY(model.contains("<ComplexType Name=\"Album\">"));
}

void ImageCallsTest::whatIsPutAside()
{
    const auto total = [this](const QByteArray &query) {
        return ApiFixture::objectOf(m->get("/api/images?" + query))["pagination"_L1]["total"_L1].toInt(-1);
    };
    QCOMPARE(total("is_archived"), 0);
    QCOMPARE(m->post("/api/images/" + m_hash, R"({"is_archived": true})").status(), 200);
    QCOMPARE(total("is_archived"), 1);
    QCOMPARE(ApiFixture::objectOf(m->get("/api/images/" + m_hash))["metadata"_L1]["is_archived"_L1], QJsonValue(true));
    const QByteArray asset = "/api/assets/" + toText(m_photo).toLatin1();
    QCOMPARE(ApiFixture::objectOf(m->get(asset)).value("visibility"_L1).toString(), u"archive"_s);
    QCOMPARE(m->post("/api/images/" + m_hash, R"({"is_archived": null})").status(), 200);
    QCOMPARE(total("!is_archived"), 1);
    QCOMPARE(ApiFixture::objectOf(m->get(asset)).value("visibility"_L1).toString(), u"timeline"_s);
}

QTEST_GUILESS_MAIN(ImageCallsTest)
#include "tst_image_calls.moc"
