// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include <QTest>

using namespace kinframe;

class PeopleIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsLikeAnybodyAtFirst();
    void whoIsRemovedIsNotMatched();
    void theMeanOfAllFacesCounts();
    void whatIsStoredIsRead();

private:
    test::PeopleFixture m;
    std::vector<float> vectorOf(int identity, int shot = 0, double similarity = 0.95)
    {
        return m.face(identity, shot, 0.1F, similarity).found.embedding.values;
    }
};

void PeopleIndexTest::nobodyIsLikeAnybodyAtFirst()
{
    faces::PeopleIndex index(m.model);
    QVERIFY(index.match(vectorOf(1), 10, 0).empty());
    index.add(1, {});
    index.remove(2, vectorOf(1));
    QCOMPARE(index.faceCount(), size_t(0));
}

void PeopleIndexTest::whoIsRemovedIsNotMatched()
{
    faces::PeopleIndex index(m.model);
    index.add(1, vectorOf(1, 0));
    index.add(1, vectorOf(1, 1));
    index.remove(1, vectorOf(1, 0));
    QCOMPARE(index.match(vectorOf(1, 1), 10, 0.99F).size(), size_t(1));
    index.remove(1, vectorOf(1, 1));
    QVERIFY(index.match(vectorOf(1, 1), 10, 0).empty());
    QCOMPARE(index.faceCount(), size_t(0));
}

void PeopleIndexTest::theMeanOfAllFacesCounts()
{
    faces::PeopleIndex index(m.model);
    for (int shot = 0; shot < 10; ++shot) {
        index.add(1, vectorOf(1, shot, 0.8));
        index.add(2, vectorOf(2, shot, 0.8));
    }
    const auto matches = index.match(vectorOf(1, 0, 1), 10, 0.5F);
    QCOMPARE(matches.size(), size_t(1));
    QCOMPARE(matches.front().personId, 1);
    QVERIFY(matches.front().similarity > 0.95F);
}

void PeopleIndexTest::whatIsStoredIsRead()
{
    const auto photo = m.photoOf({m.face(1), m.face(2, 0, 0.5F)});
    faces::PeopleIndex index(m.model);
    QVERIFY(m.database->read([&](storage::Connection &db) -> Result<void> {
        index.load(db, m.owner.userId);
        return {};
    }));
    QCOMPARE(index.faceCount(), size_t(2));
    QCOMPARE(index.match(vectorOf(1), 10, 0.9F).front().personId, *m.faceIn(photo, 0).personId);
    faces::PeopleIndex theirs(m.model);
    QVERIFY(m.database->read([&](storage::Connection &db) -> Result<void> {
        theirs.load(db, m.guest.userId);
        return {};
    }));
    QCOMPARE(theirs.faceCount(), size_t(0));
}

QTEST_GUILESS_MAIN(PeopleIndexTest)
#include "tst_people_index.moc"
