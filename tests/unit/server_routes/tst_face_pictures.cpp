// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"
#include "faces/face_crop.h"
#include "library/asset.h"
#include "library/thumbnail_files.h"
#include "media/decode.h"
#include "media/thumbnails.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestFacePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAreaIsASquareInsideThePicture_data();
    void theAreaIsASquareInsideThePicture();
    void thePictureShowsTheFace();
    void aPictureThatIsKnownIsNotMadeAgain();
    void aFaceOfAVideoIsTheOneThatWasKept();
    void aThumbnailThatIsNotMadeYetIsNoLackOfAccess();
};

namespace {

constexpr int width = 1000;
constexpr int height = 500;

// Grey, and red where the fixture's faces are.
media::Pixels photo()
{
    media::Pixels pixels = media::Pixels::make(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool isFace = x >= 250 && x < 350 && y >= 250 && y < 350;
            std::uint8_t *pixel = pixels.row(y) + x * 3;
            pixel[0] = pixel[1] = isFace ? 0 : 128;
            pixel[2] = isFace ? 255 : 128;
        }
    }
    return pixels;
}

void writePreview(ApiFixture &fixture, const QUuid &uuid)
{
    const auto asset = fixture.database->read([&](storage::Connection &db) -> Result<library::Asset> {
        return *library::findAsset(db, fixture.owner.userId, uuid);
    });
    QVERIFY(asset);
    const auto thumbnails = media::makeThumbnails(photo());
    QVERIFY(thumbnails);
    QVERIFY(library::writeThumbnailFiles(fixture.library->thumbnailFolder, asset->sha256, *thumbnails));
}

QByteArray pictureOf(const QUuid &face)
{
    return "/api/faces/" + toText(face).toLatin1() + "/thumbnail";
}

} // namespace

void TestFacePictures::theAreaIsASquareInsideThePicture_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QRect>("area");
    QTest::newRow("in the middle") << QRectF(0.45, 0.4, 0.1, 0.2) << QRect(400, 150, 200, 200);
    QTest::newRow("in the corner") << QRectF(0, 0, 0.1, 0.2) << QRect(0, 0, 200, 200);
    QTest::newRow("in the far corner") << QRectF(0.9, 0.8, 0.1, 0.2) << QRect(800, 300, 200, 200);
    QTest::newRow("fills the picture") << QRectF(0.2, 0, 0.5, 1) << QRect(200, 0, 500, 500);
    QTest::newRow("nothing") << QRectF(0.5, 0.5, 0, 0) << QRect(500, 250, 1, 1);
}

void TestFacePictures::theAreaIsASquareInsideThePicture()
{
    QFETCH(QRectF, box);
    const faces::Box part{float(box.x()), float(box.y()), float(box.width()), float(box.height())};
    QTEST(faces::areaAround(part, {width, height}), "area");
}

void TestFacePictures::thePictureShowsTheFace()
{
    ApiFixture fixture;
    const QUuid asset = fixture.addAsset(1);
    const QUuid person = fixture.addPerson(u"A"_s);
    const QUuid face = fixture.addFace(asset, person);
    writePreview(fixture, asset);
    const http::Reply reply = fixture.get(pictureOf(face));
    QCOMPARE(reply.status(), 200);
    QCOMPARE(reply.headers().value("Content-Type").toByteArray(), QByteArray("image/jpeg"));
    const auto type = media::sniffBytes(reply.bodyBytes(), {});
    QVERIFY(type);
    const auto decoded = media::decodeBytes(reply.bodyBytes(), {}, *type, 1, {});
    QVERIFY(decoded);
    QCOMPARE(decoded->pixels.width, 200);
    QCOMPARE(decoded->pixels.height, 200);
    // The face is in the middle, and around it is some of the photo.
    const std::uint8_t *middle = decoded->pixels.row(100) + 100 * 3;
    QVERIFY(middle[2] > 200 && middle[1] < 60);
    const std::uint8_t *corner = decoded->pixels.row(10) + 10 * 3;
    QVERIFY(corner[2] < 180 && corner[1] > 80);
    // The person's cover is their only face.
    QCOMPARE(fixture.get("/api/people/" + toText(person).toLatin1() + "/thumbnail").bodyBytes(), reply.bodyBytes());
}

void TestFacePictures::aPictureThatIsKnownIsNotMadeAgain()
{
    ApiFixture fixture;
    const QUuid asset = fixture.addAsset(1);
    const QUuid face = fixture.addFace(asset, {});
    writePreview(fixture, asset);
    const QByteArray etag = fixture.get(pictureOf(face)).headers().value("ETag").toByteArray();
    QVERIFY(etag.startsWith('"'));
    const http::Reply again = fixture.call({"GET", pictureOf(face), {}, true, {{"If-None-Match", etag}}});
    QCOMPARE(again.status(), 304);
    QCOMPARE(fixture.call({"GET", pictureOf(face), {}, true, {{"If-None-Match", "\"other\""}}}).status(), 200);
}

void TestFacePictures::aFaceOfAVideoIsTheOneThatWasKept()
{
    ApiFixture fixture;
    const QUuid face = fixture.addFace(fixture.addAsset(1), {});
    const QByteArray kept = "the bytes of a JPEG";
    QVERIFY(fixture.database->write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE detection SET frame_ms = 40, crop = ?1", kept);
        return {};
    }));
    QCOMPARE(fixture.get(pictureOf(face)).bodyBytes(), kept);
}

void TestFacePictures::aThumbnailThatIsNotMadeYetIsNoLackOfAccess()
{
    ApiFixture fixture;
    const QByteArray asset = toText(fixture.addAsset(1)).toLatin1();
    for (const QByteArray size : {"thumbnail", "preview"}) {
        QCOMPARE(fixture.get("/api/assets/" + asset + "/thumbnail?size=" + size).status(), 404);
    }
    const QByteArray unknown = toText(newUuid()).toLatin1();
    QCOMPARE(fixture.get("/api/assets/" + unknown + "/thumbnail").status(), 400);
}

QTEST_GUILESS_MAIN(TestFacePictures)
#include "tst_face_pictures.moc"
