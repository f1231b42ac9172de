// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class AssignerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void tooSmallToRecogniseHasNobody();
    void strangersAreDifferentPeople();
    void theSameFaceIsTheSamePerson();
    void twoFacesOfAPhotoAreTwoPeople();
    void inAVideoOnePersonMayBeInManyFrames();
    void runAgainNothingChanges();
    void namesInTheFileMakePeople();
    void namesInTheFileFindFacesThatAreThere();
    void namesInTheFileNeverOutrankPeople();
    void aRenamedPersonIsNotMadeAgain();
    void aNamedFaceThatIsNotSeenIsDrawn();
    void whatWasDrawnIsNotFoundOnceMore();
    void aFailedWriteIsForgotten();
    void facesFollowAChangedFile();

private:
    static media::FaceRegion region(const QString &name, double x = 0.1)
    {
        return {media::FaceRegion::Kind::Face, name, x, 0.2, 0.15, 0.2};
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void AssignerTest::tooSmallToRecogniseHasNobody()
{
    auto small = m->face(1);
    small.found.face.sizePixels = 27;
    const auto photo = m->photoOf({small});
    QVERIFY(m->personIn(photo).isNull());
    QCOMPARE(m->number("SELECT count(*) FROM person"), 0);
}

void AssignerTest::strangersAreDifferentPeople()
{
    const auto first = m->photoOf({m->face(1)});
    const auto second = m->photoOf({m->face(2)});
    QVERIFY(!m->personIn(first).isNull() && !m->personIn(second).isNull());
    QVERIFY(m->personIn(first) != m->personIn(second));
}

void AssignerTest::theSameFaceIsTheSamePerson()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    QCOMPARE(m->personIn(second), m->personIn(first));
    QVERIFY(m->faceIn(second).similarity.value_or(0) > 0.8);
    QCOMPARE(m->everybody().people.front().assetCount, 2);
}

void AssignerTest::twoFacesOfAPhotoAreTwoPeople()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1, 0.1F), m->face(1, 2, 0.6F, 0.99)});
    QVERIFY(m->personIn(second, 0) != m->personIn(second, 1));
    // The one that is more alike takes the person, wherever it stands.
    QCOMPARE(m->personIn(second, 1), m->personIn(first));
}

void AssignerTest::inAVideoOnePersonMayBeInManyFrames()
{
    const auto known = m->photoOf({m->face(1, 0)});
    auto early = m->face(1, 1);
    auto late = m->face(1, 2);
    auto beside = m->face(1, 3, 0.6F, 0.9);
    early.frameMs = 0;
    late.frameMs = 5000;
    beside.frameMs = 5000;
    const auto video = m->photoOf({early, late, beside});
    int same = 0;
    for (const faces::Face &face : m->facesIn(video)) {
        same += face.personUuid == m->personIn(known) ? 1 : 0;
    }
    QCOMPARE(same, 2);
    QCOMPARE(m->person(m->personIn(known))->assetCount, 2);
    m->cluster();
    QCOMPARE(m->everybody().people.size(), size_t(2));
}

void AssignerTest::runAgainNothingChanges()
{
    const auto photo = m->photoOf({m->face(1), m->face(2, 0, 0.5F)});
    const auto before = m->facesIn(photo);
    const auto again = m->find(photo, {m->face(1), m->face(2, 0, 0.5F)});
    QCOMPARE(again.faces, 0);
    const auto after = m->facesIn(photo);
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].uuid, before[i].uuid);
        QCOMPARE(after[i].personUuid, before[i].personUuid);
    }
}

void AssignerTest::namesInTheFileMakePeople()
{
    const auto photo = m->photo();
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    QCOMPARE(m->person(m->personIn(photo))->name, u"Anna"_s);
    QVERIFY(m->faceIn(photo).isConfirmed);
    const auto other = m->photo();
    m->find(other, {m->face(2)}, {region(u"anna"_s)});
    QCOMPARE(m->personIn(other), m->personIn(photo));
}

void AssignerTest::namesInTheFileFindFacesThatAreThere()
{
    const auto photo = m->photoOf({m->face(1)});
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    QCOMPARE(m->facesIn(photo).size(), size_t(1));
    QCOMPARE(m->person(m->personIn(photo))->name, u"Anna"_s);
    const auto later = m->photoOf({m->face(1, 1)});
    QCOMPARE(m->personIn(later), m->personIn(photo));
}

void AssignerTest::namesInTheFileNeverOutrankPeople()
{
    const auto photo = m->photo();
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    const QUuid bea = m->people.create(m->owner.userId, {.name = u"Bea"_s})->uuid;
    QVERIFY(m->people.moveFaces(m->owner.userId, bea, {m->faceIn(photo).uuid}));
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    QCOMPARE(m->facesIn(photo).size(), size_t(1));
    QCOMPARE(m->personIn(photo), bea);
    QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(photo).uuid));
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    QVERIFY(m->facesIn(photo).empty());
}

void AssignerTest::aRenamedPersonIsNotMadeAgain()
{
    const auto photo = m->photo();
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    m->name(m->personIn(photo), u"Anna Smith"_s);
    m->find(photo, {m->face(1)}, {region(u"Anna"_s)});
    QCOMPARE(m->number("SELECT count(*) FROM person"), 1);
}

void AssignerTest::aNamedFaceThatIsNotSeenIsDrawn()
{
    const auto photo = m->photo();
    const auto assigned = m->find(photo, {}, {region(u"Anna"_s)});
    QCOMPARE(assigned.drawn, 1);
    QVERIFY(m->faceIn(photo).isDrawn);
    QCOMPARE(m->find(photo, {}, {region(u"Anna"_s)}).drawn, 0);
    QCOMPARE(m->facesIn(photo).size(), size_t(1));
}

void AssignerTest::whatWasDrawnIsNotFoundOnceMore()
{
    const auto photo = m->photo();
    m->find(photo, {});
    const QUuid anna = m->people.create(m->owner.userId, {.name = u"Anna"_s})->uuid;
    QVERIFY(m->people.drawFace(m->owner.userId, photo.uuid, {0.1F, 0.2F, 0.15F, 0.2F}, anna));
    m->find(photo, {m->face(1, 0, 0.12F), m->face(2, 0, 0.6F)});
    QCOMPARE(m->facesIn(photo).size(), size_t(2));
    QCOMPARE(m->personIn(photo, 0), anna);
}

void AssignerTest::aFailedWriteIsForgotten()
{
    const auto photo = m->photo();
    const auto refused = m->change([&](storage::Transaction &tx) -> Result<void> {
        const auto asset = library::findAsset(tx.db(), m->owner.userId, photo.uuid);
        faces::storeDetections(tx, asset->blobId, m->model, {m->face(1)});
        (void)faces::assignFaces(tx, m->indexes, m->model, *asset, {});
        return fail(ErrorCode::Conflict);
    });
    QVERIFY(!refused);
    // The person of the failed write was never there: nobody may be matched with them.
    const auto later = m->photoOf({m->face(1)});
    QVERIFY(m->person(m->personIn(later)));
}

void AssignerTest::facesFollowAChangedFile()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto first = *m->add(file, library::Importer::Placement::InPlace);
    m->find(first, {m->face(1, 0, 0.1F), m->face(2, 0, 0.4F), m->face(3, 0, 0.7F)});
    m->name(m->personIn(first, 0), u"Anna"_s);
    const QUuid anna = m->personIn(first, 0);
    const QUuid annasFace = m->faceIn(first, 0).uuid;
    QVERIFY(m->people.moveFaces(m->owner.userId, m->personIn(first, 1), {m->faceIn(first, 1).uuid}));
    QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(first, 2).uuid));
    m->writeJpeg(u"a.jpg"_s, 20);
    QVERIFY(m->add(file, library::Importer::Placement::InPlace)->wasChanged);
    QCOMPARE(m->facesIn(first).size(), size_t(2));
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 2);
    // A crop: the first face stands elsewhere, the second is cut off, the dismissed one is found again.
    m->find(first, {m->face(1, 0, 0.45F), m->face(3, 0, 0.8F)});
    const auto faces = m->facesIn(first);
    QCOMPARE(faces.size(), size_t(2));
    const auto annas =
        std::find_if(faces.begin(), faces.end(), [&](const auto &face) { return face.uuid == annasFace; });
    QVERIFY(annas != faces.end());
    QCOMPARE(annas->personUuid, anna);
    QCOMPARE(annas->box.x, 0.45F);
    // Nothing needs the former bytes any more.
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 1);
}

QTEST_GUILESS_MAIN(AssignerTest)
#include "tst_assigner.moc"
