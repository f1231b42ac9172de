// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/people_list.h"
#include "support/people_fixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe;

class PeopleListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void saysTheSameAsThePages();
    void whoIsMergedOrEmptyIsNotListed();
    void onesOfAnotherUserAreNotListed();
    void namedOnes();
    void itemsAreNewestFirst();
    void aPhotoWithTwoFacesOfOneIsOnePhoto();
    void trashedPhotosAreNotThere();

private:
    std::vector<faces::ListedPerson> everybody(qint64 user = 0)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::vector<faces::ListedPerson>> {
            return faces::listEverybody(db, user == 0 ? m->owner.userId : user);
        });
    }
    std::optional<faces::ListedPerson> listed(const QUuid &person)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::optional<faces::ListedPerson>> {
            return faces::findListed(db, m->owner.userId, person);
        });
    }
    template <typename Read>
    std::vector<faces::DatedItem> items(const QUuid &person, Read read)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::vector<faces::DatedItem>> {
            return read(db, faces::findPerson(db, m->owner.userId, person)->id);
        });
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void PeopleListTest::saysTheSameAsThePages()
{
    const QUuid anna = m->personIn(m->photoOf({m->face(1, 0)}));
    m->photoOf({m->face(1, 1), m->face(2, 0, 0.6F)});
    m->name(anna, u"Anna"_s);
    QVERIFY(m->people.edit(m->owner.userId, anna, {.isFavorite = true}));
    const auto all = everybody();
    const faces::PeoplePage page = m->everybody();
    QCOMPARE(all.size(), page.people.size());
    for (const faces::Person &person : page.people) {
        const auto same = std::ranges::find(all, person.uuid, &faces::ListedPerson::uuid);
        QVERIFY(same != all.end());
        QCOMPARE(same->name, person.name);
        QCOMPARE(same->isFavorite, person.isFavorite);
        QCOMPARE(same->assetCount, person.assetCount);
        QVERIFY(listed(person.uuid) == *same);
    }
}

void PeopleListTest::whoIsMergedOrEmptyIsNotListed()
{
    const QUuid one = m->personIn(m->photoOf({m->face(1)}));
    const QUuid two = m->personIn(m->photoOf({m->face(2)}));
    QVERIFY(m->people.merge(m->owner.userId, one, {two}));
    QCOMPARE(everybody().size(), size_t(1));
    QVERIFY(!listed(two));
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1"));
    QVERIFY(everybody().empty());
    QVERIFY(!listed(one));
    m->name(one, u"Anna"_s);
    QCOMPARE(everybody().front().assetCount, 0);
    QVERIFY(listed(one).has_value());
}

void PeopleListTest::onesOfAnotherUserAreNotListed()
{
    m->photoOf({m->face(1)});
    QVERIFY(everybody(m->guest.userId).empty());
}

void PeopleListTest::namedOnes()
{
    const QUuid anna = m->personIn(m->photoOf({m->face(1)}));
    m->photoOf({m->face(2)});
    m->name(anna, u"Anna"_s);
    const auto named = *m->database->read([&](storage::Connection &db) -> Result<std::vector<faces::ListedPerson>> {
        return faces::listNamed(db, m->owner.userId);
    });
    QCOMPARE(named.size(), size_t(1));
    QCOMPARE(named.front().uuid, anna);
    QCOMPARE(named.front().assetCount, 1);
}

void PeopleListTest::itemsAreNewestFirst()
{
    const auto older = m->photoOf({m->face(1, 0)});
    const auto newer = m->photoOf({m->face(1, 1)});
    QVERIFY(m->run("UPDATE asset SET created_at = 1000000000000, created_offset = 120 WHERE id = ?1", older.assetId));
    QVERIFY(m->run("UPDATE asset SET created_at = 1500000000000, created_offset = 0 WHERE id = ?1", newer.assetId));
    const auto photos = items(m->personIn(older), faces::photosByDate);
    QCOMPARE(photos.size(), size_t(2));
    QCOMPARE(photos.front().asset, newer.uuid);
    QCOMPARE(photos.back().takenAt, 1000000000000 + 120 * 60'000);
    const auto faces = items(m->personIn(older), faces::facesByDate);
    QCOMPARE(faces.front().face, m->faceIn(newer).uuid);
    QVERIFY(!faces.front().isConfirmed);
}

void PeopleListTest::aPhotoWithTwoFacesOfOneIsOnePhoto()
{
    const auto photo = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
    const QUuid one = m->personIn(photo, 0);
    QVERIFY(m->people.moveFaces(m->owner.userId, one, {m->faceIn(photo, 1).uuid}));
    QCOMPARE(items(one, faces::photosByDate).size(), size_t(1));
    QVERIFY(items(one, faces::photosByDate).front().isConfirmed);
    QCOMPARE(items(one, faces::facesByDate).size(), size_t(2));
}

void PeopleListTest::trashedPhotosAreNotThere()
{
    const auto photo = m->photoOf({m->face(1)});
    const QUuid one = m->personIn(photo);
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1"));
    QVERIFY(items(one, faces::photosByDate).empty());
    QVERIFY(items(one, faces::facesByDate).empty());
}

QTEST_GUILESS_MAIN(PeopleListTest)
#include "tst_people_list.moc"
