// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// Sorting all faces anew never undoes what people have said.
class ClustersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void twoNamedPeopleStayTwo();
    void aNamedPersonKeepsTheirFaces();
    void splitFacesDoNotComeBack();
    void aMergedGroupStaysWhole();
    void aRejectedSuggestionNeverComesBack();
    void rulingsOutliveAGroupThatIsAbsorbed();
    void whatIsSaidMeanwhileWins_data();
    void whatIsSaidMeanwhileWins();
    void aFaceWithoutAPersonGetsOne();
    void groupsThatAreOneAreJoined();
    void openQuestionsKeepTheirIds();
    void movedFacesChangeTheirPhotos();

private:
    QUuid newPerson(const library::Registered &photo)
    {
        // As a wrong match would have left it: a group of its own.
        (void)m->change([&](storage::Transaction &tx) -> Result<void> {
            const qint64 person = faces::makePerson(tx, m->owner.userId);
            tx.run("UPDATE face SET person_id = ?1 WHERE asset_id = ?2", person, photo.assetId);
            return {};
        });
        m->indexes.forget(m->owner.userId);
        return m->personIn(photo);
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void ClustersTest::twoNamedPeopleStayTwo()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    newPerson(second);
    const QUuid anna = m->name(m->personIn(first), u"Anna"_s).uuid;
    const QUuid twin = m->name(m->personIn(second), u"Her twin"_s).uuid;
    QCOMPARE(m->cluster(), 0);
    QCOMPARE(m->personIn(first), anna);
    QCOMPARE(m->personIn(second), twin);
}

void ClustersTest::aNamedPersonKeepsTheirFaces()
{
    const auto first = m->photoOf({m->face(1)});
    const auto stranger = m->photoOf({m->face(2)});
    QVERIFY(m->run("UPDATE face SET person_id = (SELECT person_id FROM face WHERE asset_id = ?1)", first.assetId));
    m->name(m->personIn(first), u"Anna"_s);
    m->cluster();
    QCOMPARE(m->personIn(stranger), m->personIn(first));
}

void ClustersTest::splitFacesDoNotComeBack()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    const auto third = m->photoOf({m->face(1, 2)});
    const QUuid whole = m->personIn(first);
    const auto part = m->people.split(m->owner.userId, whole, {m->faceIn(third).uuid});
    QVERIFY(part);
    m->cluster();
    QCOMPARE(m->personIn(third), part->uuid);
    QCOMPARE(m->personIn(first), whole);
    QCOMPARE(m->personIn(second), whole);
}

void ClustersTest::aMergedGroupStaysWhole()
{
    const auto first = m->photoOf({m->face(1)});
    const auto second = m->photoOf({m->face(2)});
    const QUuid gone = m->personIn(second);
    const auto merged = m->people.merge(m->owner.userId, m->personIn(first), {gone});
    QVERIFY(merged);
    m->cluster();
    QCOMPARE(m->personIn(second), merged->uuid);
    QCOMPARE(m->person(gone)->uuid, merged->uuid); // Their id goes on finding them.
}

void ClustersTest::aRejectedSuggestionNeverComesBack()
{
    const auto first = m->photoOf({m->face(1, 0, 0.1F, 1)});
    const auto second = m->photoOf({m->faceBetween(1, 2, 0.4)});
    QVERIFY(m->personIn(first) != m->personIn(second));
    m->cluster();
    const auto open = m->suggestions.list(m->owner.userId, 1, 10);
    QCOMPARE(open->total, 1);
    QVERIFY(m->suggestions.reject(m->owner.userId, open->items.front().uuid));
    // Even when the two look the same from now on.
    m->find(second, {m->face(1, 5)});
    QCOMPARE(m->cluster(), 0);
    QVERIFY(m->personIn(first) != m->personIn(second));
    QCOMPARE(m->suggestions.list(m->owner.userId, 1, 10)->total, 0);
}

void ClustersTest::rulingsOutliveAGroupThatIsAbsorbed()
{
    const auto first = m->photoOf({m->face(1, 0, 0.1F, 1)});
    const auto other = m->photoOf({m->faceBetween(1, 2, 0.4)});
    m->cluster();
    QVERIFY(m->suggestions.reject(m->owner.userId, m->suggestions.list(m->owner.userId, 1, 1)->items.front().uuid));
    // A larger group turns out to be the first one's person; the ruling must go with the face.
    const auto second = m->photoOf({m->face(1, 2)});
    newPerson(second);
    const auto third = m->photoOf({m->face(1, 3)});
    QVERIFY(m->run("UPDATE face SET person_id = (SELECT person_id FROM face WHERE asset_id = ?1) WHERE asset_id = ?2",
                   second.assetId, third.assetId));
    m->cluster();
    QCOMPARE(m->personIn(first), m->personIn(second));
    QVERIFY(m->personIn(other) != m->personIn(first));
    m->find(other, {m->face(1, 5)});
    m->cluster();
    QVERIFY(m->personIn(other) != m->personIn(first));
}

void ClustersTest::whatIsSaidMeanwhileWins_data()
{
    QTest::addColumn<int>("act");
    QTest::newRow("named") << 0;
    QTest::newRow("confirmed") << 1;
    QTest::newRow("merged away") << 2;
    QTest::newRow("dismissed") << 3;
}

void ClustersTest::whatIsSaidMeanwhileWins()
{
    QFETCH(int, act);
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    const auto third = m->photoOf({m->face(3)});
    const QUuid own = newPerson(second);
    const QUuid stranger = m->personIn(third);
    m->cluster([&] {
        switch (act) {
        case 0:
            m->name(own, u"Bea"_s);
            break;
        case 1:
            QVERIFY(m->people.moveFaces(m->owner.userId, own, {m->faceIn(second).uuid}));
            break;
        case 2:
            QVERIFY(m->people.merge(m->owner.userId, stranger, {m->personIn(first), own}));
            break;
        default:
            QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(second).uuid));
        }
    });
    if (act == 3) {
        QVERIFY(m->facesIn(second).empty());
        return;
    }
    QCOMPARE(m->personIn(second), act == 2 ? stranger : own);
}

void ClustersTest::aFaceWithoutAPersonGetsOne()
{
    const auto first = m->photoOf({m->face(1)});
    QVERIFY(m->run("UPDATE face SET person_id = NULL"));
    QVERIFY(m->run("DELETE FROM person"));
    QCOMPARE(m->cluster(), 1);
    QVERIFY(m->person(m->personIn(first)));
}

void ClustersTest::groupsThatAreOneAreJoined()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    newPerson(second);
    QCOMPARE(m->cluster(), 1);
    QCOMPARE(m->personIn(first), m->personIn(second));
    QCOMPARE(m->number("SELECT count(*) FROM person"), 1);
}

void ClustersTest::openQuestionsKeepTheirIds()
{
    QVERIFY(!m->personIn(m->photoOf({m->face(1, 0, 0.1F, 1)})).isNull());
    QVERIFY(!m->personIn(m->photoOf({m->faceBetween(1, 2, 0.4)})).isNull());
    m->cluster();
    const auto before = *m->suggestions.list(m->owner.userId, 1, 10);
    m->cluster();
    const auto after = *m->suggestions.list(m->owner.userId, 1, 10);
    QCOMPARE(before.items.size(), size_t(1));
    QCOMPARE(after.items.front().uuid, before.items.front().uuid);
}

void ClustersTest::movedFacesChangeTheirPhotos()
{
    const auto first = m->photoOf({m->face(1, 0)});
    const auto second = m->photoOf({m->face(1, 1)});
    newPerson(second);
    const qint64 stamp = std::max(m->stampOf(first.uuid), m->stampOf(second.uuid));
    QCOMPARE(m->cluster(), 1);
    QVERIFY((m->stampOf(first.uuid) > stamp) != (m->stampOf(second.uuid) > stamp));
}

QTEST_GUILESS_MAIN(ClustersTest)
#include "tst_clusters.moc"
