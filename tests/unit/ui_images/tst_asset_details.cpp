// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "base/ids.h"
#include "library/trash.h"
#include "library/turn_asset.h"
#include "support/patience.h"
#include "ui/images/asset_details.h"
#include "window_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestAssetDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatIsKnown();
    void followsChanges();
    void theNextPhotoIsNotTheOneBefore();
    void saysWhyItFailed();
    void saysWhereTheOriginalWas();
    void aDeletedPhoto();
    void peopleByName();

private:
    void show(const library::Registered &photo);

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<AssetDetails> m_details;
};

void TestAssetDetails::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_details = m->make<AssetDetails>();
    m_details->componentComplete();
}

void TestAssetDetails::cleanup()
{
    m_details.reset();
    m.reset();
}

void TestAssetDetails::show(const library::Registered &photo)
{
    m_details->setAssetId(toText(photo.uuid));
    QTRY_VERIFY(m_details->isLoaded());
}

void TestAssetDetails::tellsWhatIsKnown()
{
    const auto photo = m->photoAt(1'600'000'000'000);
    QVERIFY(m->run("INSERT INTO asset_exif(asset_id, json) VALUES (?1, ?2)", photo.assetId,
                   uR"({"lensModel": "50 mm", "fNumber": 2.8, "iso": 100, "exposureTime": "1/125", "city": "Oslo",
                       "country": "Norway", "description": "At the sea"})"_s));
    QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) VALUES ('sea', ?1), ('blue', ?1)", photo.assetId));
    show(photo);
    QCOMPARE(m_details->state(), AssetDetails::State::Done);
    QCOMPARE(m_details->fileName(), u"a.jpg"_s);
    QCOMPARE(m_details->pixels(), QSizeF(1000, 800));
    QCOMPARE(m_details->lens(), u"50 mm"_s);
    QCOMPARE(m_details->placeText(), u"Oslo, Norway"_s);
    QCOMPARE(m_details->description(), u"At the sea"_s);
    QCOMPARE(m_details->tags(), (QStringList{u"blue"_s, u"sea"_s}));
    QVERIFY(m_details->exposureText().startsWith(u"1/125 s · f/2"_s));
    QVERIFY(m_details->errorText().isEmpty());
    QVERIFY(!m_details->isVideo() && m_details->videoUrl().isEmpty());
}

void TestAssetDetails::followsChanges()
{
    const auto photo = m->photoAt(1'600'000'000'000);
    show(photo);
    const QString before = m_details->stamp();
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET is_favorite = 1, rating = 4 WHERE id = ?1", photo.assetId);
        m->changes.touch(transaction, photo.assetId);
        return {};
    }));
    QTRY_VERIFY(m_details->isFavourite());
    QCOMPARE(m_details->rating(), 4);
    QCOMPARE(m_details->stamp(), before); // the picture is the same
    QVERIFY(library::turnAsset(*m->services, m->owner.userId, photo.uuid, 1));
    QTRY_VERIFY(m_details->stamp() != before);
    QCOMPARE(m_details->turn(), 1);
}

void TestAssetDetails::theNextPhotoIsNotTheOneBefore()
{
    const auto photo = m->photoAt(1'600'000'000'000);
    const auto other = m->photoAt(1'600'000'001'000);
    QVERIFY(m->run("UPDATE asset SET file_name = 'b.jpg' WHERE id = ?1", other.assetId));
    show(photo);
    m_details->setAssetId(toText(other.uuid));
    QVERIFY(!m_details->isLoaded());
    QCOMPARE(m_details->fileName(), QString());
    QTRY_COMPARE(m_details->fileName(), u"b.jpg"_s);
    // One that was looked at is there at once, so that going back shows no gap.
    m_details->setAssetId(toText(photo.uuid));
    QVERIFY(m_details->isLoaded());
    QCOMPARE(m_details->fileName(), u"a.jpg"_s);
}

void TestAssetDetails::saysWhyItFailed()
{
    const auto photo = m->photoAt(1'600'000'000'000);
    const Error error{ErrorCode::FileTruncated, {{u"path"_s, u"a.jpg"_s}}, {}};
    QVERIFY(m->run("UPDATE asset SET state = 2, error = ?2 WHERE id = ?1", photo.assetId, toJsonText(error)));
    show(photo);
    QCOMPARE(m_details->state(), AssetDetails::State::Failed);
    QVERIFY(m_details->errorText().contains(u"a.jpg"_s) && m_details->errorText().contains(u"Copy it again"_s));
}

void TestAssetDetails::saysWhereTheOriginalWas()
{
    const QString file = m->writeJpeg(u"c.jpg"_s, 77);
    const auto photo = *m->add(file, library::Importer::Placement::InPlace);
    show(photo);
    QVERIFY(m_details->folder().endsWith(u"photos"_s));
    QVERIFY(QFile::remove(file));
    m_details->reload();
    QTRY_VERIFY(m_details->errorText().contains(u"c.jpg"_s));
}

void TestAssetDetails::aDeletedPhoto()
{
    const auto photo = m->photoAt(1'600'000'000'000);
    show(photo);
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, photo.uuid);
    }));
    QTRY_COMPARE(m_details->state(), AssetDetails::State::Failed);
    QVERIFY(!m_details->errorText().isEmpty());
}

void TestAssetDetails::peopleByName()
{
    const auto photo = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
    (void)m->name(m->personIn(photo, 1), u"张三"_s);
    show(photo);
    QCOMPARE(m_details->people().size(), 2);
    QCOMPARE(m_details->people().at(0).toMap().value(u"name"_s), u""_s);
    QCOMPARE(m_details->people().at(1).toMap().value(u"name"_s), u"张三"_s);
    (void)m->name(m->personIn(photo, 0), u"Anna"_s);
    QTRY_COMPARE(m_details->people().at(0).toMap().value(u"name"_s), u"Anna"_s);
}

QTEST_GUILESS_MAIN(TestAssetDetails)
#include "tst_asset_details.moc"
