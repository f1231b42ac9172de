// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "library/live_photos.h"
#include "library/trash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void wrongValuesChangeNothing_data();
    void wrongValuesChangeNothing();
    void whatAnotherUserHasIsNotFound();
    void aMergeWithOneselfIsRefused();
    void everyChangeOfAPersonStampsTheirPhotos();
    void aMergeTakesEverythingAlong();
    void rejectionsGoThroughAMerge();
    void facesMoveByPhotoAndPerson();
    void aDismissedFaceStaysAway();
    void hiddenHalvesAndTrashDoNotCount();
    void groupsGoWithTheirLastPhoto();
    void whoWasSingledOutOutlivesTheirPhotos();
    void aFailedDeletionLeavesEverybody();

private:
    Result<void> destroy(const library::Registered &photo, const Result<void> &outcome = {})
    {
        return m->change([&](storage::Transaction &tx) -> Result<void> {
            auto deleted = library::Trash(*m->services).deleteForGood(tx, m->owner.userId, photo.uuid);
            return deleted ? outcome : deleted;
        });
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void PeopleTest::wrongValuesChangeNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("birthDate");
    QTest::addColumn<QString>("color");
    QTest::newRow("name") << QString(201, u'x') << QString() << QString();
    QTest::newRow("future") << u"Anna"_s << u"2999-01-01"_s << QString();
    QTest::newRow("no date") << u"Anna"_s << u"2001-02-30"_s << QString();
    QTest::newRow("colour") << u"Anna"_s << QString() << u"red"_s;
}

void PeopleTest::wrongValuesChangeNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, birthDate);
    QFETCH(QString, color);
    const auto photo = m->photoOf({m->face(1)});
    const qint64 stamp = m->stampOf(photo.uuid);
    faces::PersonEdit edit;
    edit.name = name;
    edit.birthDate = birthDate;
    edit.color = color;
    const auto refused = m->people.edit(m->owner.userId, m->personIn(photo), edit);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(m->stampOf(photo.uuid), stamp);
    QCOMPARE(m->number("SELECT count(*) FROM history"), 0);
    faces::PersonEdit cover;
    cover.name = u"Anna"_s;
    cover.coverFace = QUuid::createUuid();
    QVERIFY(!m->people.edit(m->owner.userId, m->personIn(photo), cover));
    QCOMPARE(m->person(m->personIn(photo))->name, QString());
}

void PeopleTest::whatAnotherUserHasIsNotFound()
{
    const auto photo = m->photoOf({m->face(1)});
    const QUuid person = m->personIn(photo);
    const QUuid face = m->faceIn(photo).uuid;
    const qint64 guest = m->guest.userId;
    const QUuid theirs = m->people.create(guest, {.name = u"Guest"_s})->uuid;
    QCOMPARE(m->people.edit(guest, person, {.name = u"x"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(m->people.merge(guest, theirs, {person}).error().code, ErrorCode::NotFound);
    QCOMPARE(m->people.moveFaces(guest, theirs, {face}).error().code, ErrorCode::NotFound);
    QCOMPARE(m->people.moveFaces(m->owner.userId, theirs, {face}).error().code, ErrorCode::NotFound);
    QCOMPARE(m->people.dismissFace(guest, face).error().code, ErrorCode::NotFound);
    QCOMPARE(m->people.drawFace(guest, photo.uuid, {0.1F, 0.1F, 0.1F, 0.1F}, theirs).error().code, ErrorCode::NotFound);
    QCOMPARE(m->personIn(photo), person);
}

void PeopleTest::aMergeWithOneselfIsRefused()
{
    const QUuid person = m->personIn(m->photoOf({m->face(1)}));
    QVERIFY(!m->people.merge(m->owner.userId, person, {person}));
    QVERIFY(!m->people.merge(m->owner.userId, person, {}));
    QVERIFY(m->person(person));
}

void PeopleTest::everyChangeOfAPersonStampsTheirPhotos()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    const auto other = m->photoOf({m->face(2)});
    const QUuid anna = m->personIn(first);
    qint64 stamp = m->stampOf(other.uuid);
    const auto bothChanged = [&] {
        const qint64 least = std::min(m->stampOf(first.uuid), m->stampOf(second.uuid));
        return std::exchange(stamp, std::max(least, stamp)) < least;
    };
    m->name(anna, u"Anna"_s);
    QVERIFY(bothChanged());
    QVERIFY(m->people.merge(m->owner.userId, m->personIn(other), {anna}));
    QVERIFY(bothChanged());
    const auto act = m->history.list(m->owner.userId, 0, 1)->front().uuid;
    QVERIFY(m->history.undo(m->owner.userId, act));
    QVERIFY(bothChanged());
    QVERIFY(m->people.split(m->owner.userId, anna, {m->faceIn(first).uuid, m->faceIn(second).uuid}));
    QVERIFY(bothChanged());
}

void PeopleTest::aMergeTakesEverythingAlong()
{
    const auto first = m->photoOf({m->face(1)});
    const auto second = m->photoOf({m->face(2)});
    const auto third = m->photoOf({m->face(3)});
    const QUuid gone = m->name(m->personIn(second), u"Bea"_s).uuid;
    const QUuid far = m->personIn(third);
    // Named twice in one request: that is no reason to refuse it.
    const auto merged = m->people.merge(m->owner.userId, m->personIn(first), {gone, gone, far});
    QVERIFY(merged);
    QCOMPARE(merged->name, u"Bea"_s);
    QCOMPARE(merged->assetCount, 3);
    QCOMPARE(m->person(gone)->uuid, merged->uuid);
    const auto fourth = m->photoOf({m->face(4)});
    const QUuid last = m->personIn(fourth);
    QVERIFY(m->people.merge(m->owner.userId, last, {merged->uuid}));
    QCOMPARE(m->person(far)->uuid, last);
    QCOMPARE(m->everybody().people.size(), size_t(1));
}

void PeopleTest::rejectionsGoThroughAMerge()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto twin = m->photoOf({m->face(1, 1)});
    const auto other = m->photoOf({m->face(2)});
    QVERIFY(m->people.split(m->owner.userId, m->personIn(first), {m->faceIn(twin).uuid}));
    const QUuid twins = m->personIn(twin);
    // "Not this person" holds for whoever that person turns out to be.
    QVERIFY(m->people.merge(m->owner.userId, m->personIn(other), {m->personIn(first)}));
    QVERIFY(m->run("UPDATE face SET is_confirmed = 0 WHERE asset_id = ?1", twin.assetId));
    m->cluster();
    QCOMPARE(m->personIn(twin), twins);
    // Said by a person, it is another matter, and nothing contradicts it afterwards.
    QVERIFY(m->people.merge(m->owner.userId, m->personIn(other), {twins}));
    QCOMPARE(m->number("SELECT count(*) FROM face_rejection r JOIN face f ON f.id = r.face_id AND f.person_id = "
                       "r.person_id"),
             0);
    m->cluster();
    QCOMPARE(m->personIn(twin), m->personIn(other));
}

void PeopleTest::facesMoveByPhotoAndPerson()
{
    const auto first = m->photoOf({m->face(1)});
    const auto second = m->photoOf({m->face(2)});
    const QUuid old = m->personIn(first);
    const QUuid to = m->people.create(m->owner.userId, {.name = u"Anna"_s})->uuid;
    QVERIFY(!m->people.moveFacesOfAssets(m->owner.userId, to, {{second.uuid, old}}));
    QVERIFY(m->people.merge(m->owner.userId, m->personIn(second), {old}));
    // The id of a merged person goes on finding the person it went into.
    QVERIFY(m->people.moveFacesOfAssets(m->owner.userId, to, {{first.uuid, old}}));
    QCOMPARE(m->personIn(first), to);
}

void PeopleTest::aDismissedFaceStaysAway()
{
    const auto photo = m->photoOf({m->face(1)});
    QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(photo).uuid));
    m->find(photo, {m->face(1, 0, 0.15F)});
    m->cluster();
    QVERIFY(m->facesIn(photo).empty());
    QCOMPARE(m->number("SELECT count(*) FROM face WHERE is_dismissed = 1 AND person_id IS NULL"), 1);
}

void PeopleTest::hiddenHalvesAndTrashDoNotCount()
{
    const auto image = m->photoOf({m->face(1, 0)});
    const auto video = m->photoOf({m->face(1, 1), m->face(2, 0, 0.6F)});
    const QUuid person = m->personIn(image);
    QCOMPARE(m->person(person)->assetCount, 2);
    QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
        library::linkLivePhoto(tx, m->changes, image.assetId, video.assetId);
        return {};
    }));
    QCOMPARE(m->person(person)->assetCount, 1);
    QCOMPARE(m->everybody().people.size(), size_t(1));
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, image.uuid);
    }));
    QVERIFY(m->everybody().people.empty());
    QVERIFY(m->person(person));
}

void PeopleTest::groupsGoWithTheirLastPhoto()
{
    const auto both = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
    const auto one = m->photoOf({m->face(1, 1)});
    const QUuid first = m->personIn(one);
    const QUuid second = m->personIn(both, 1);
    QList<QUuid> changed;
    const auto subscription = m->events.subscribe([&](const Event &event) {
        if (event.type == "person.changed"_L1) {
            changed << event.id;
        }
    });
    QVERIFY(destroy(both));
    QVERIFY(m->person(first));
    QVERIFY(!m->person(second));
    QCOMPARE(changed, QList<QUuid>{second});
    QCOMPARE(m->number("SELECT count(*) FROM person"), 1);
    // Nobody who is gone is matched any more.
    const auto again = m->photoOf({m->face(2, 1)});
    QVERIFY(m->person(m->personIn(again)));
    QCOMPARE(m->number("SELECT count(*) FROM person"), 2);
}

void PeopleTest::whoWasSingledOutOutlivesTheirPhotos()
{
    const auto named = m->photoOf({m->face(1)});
    const auto merged = m->photoOf({m->face(2)});
    const auto absorbed = m->photoOf({m->face(3)});
    const QUuid anna = m->name(m->personIn(named), u"Anna"_s).uuid;
    const QUuid whole = m->personIn(merged);
    const QUuid former = m->personIn(absorbed);
    QVERIFY(m->people.merge(m->owner.userId, whole, {former}));
    for (const auto &photo : {named, merged, absorbed}) {
        QVERIFY(destroy(photo));
    }
    QVERIFY(m->person(anna));
    QCOMPARE(m->person(former)->uuid, whole); // So that the merge can be undone.
}

void PeopleTest::aFailedDeletionLeavesEverybody()
{
    const auto photo = m->photoOf({m->face(1, 0)});
    const QUuid person = m->personIn(photo);
    QVERIFY(!destroy(photo, fail(ErrorCode::Conflict)));
    QCOMPARE(m->personIn(photo), person);
    QCOMPARE(m->personIn(m->photoOf({m->face(1, 1)})), person);
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "tst_people.moc"
