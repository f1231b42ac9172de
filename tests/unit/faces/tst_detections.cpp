// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "library/trash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class DetectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void aFaceThatIsNotFoundAgainGoes();
    void whatSomebodySaidStays_data();
    void whatSomebodySaidStays();
    void aFaceThatMovedKeepsItsRow();
    void theNearestOfSeveralIsTheSame();
    void usersOfTheSameBytesShareDetections();
    void deletedPhotosLeaveNothing();

private:
    faces::StoreOutcome store(const library::Registered &photo, const std::vector<faces::Detection> &found)
    {
        return *m->change([&](storage::Transaction &tx) -> Result<faces::StoreOutcome> {
            return faces::storeDetections(tx, m->asset(photo.uuid)->blobId, m->model, found);
        });
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void DetectionsTest::aFaceThatIsNotFoundAgainGoes()
{
    const auto photo = m->photoOf({m->face(1)});
    const auto outcome = store(photo, {});
    QCOMPARE(outcome.bereaved, std::vector<qint64>{photo.assetId});
    QVERIFY(outcome.hasNewFaces);
    QVERIFY(m->facesIn(photo).empty());
    QCOMPARE(m->number("SELECT count(*) FROM detection"), 0);
    QCOMPARE(m->number("SELECT count(*) FROM embedding"), 0);
}

void DetectionsTest::whatSomebodySaidStays_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("confirmed") << "UPDATE face SET is_confirmed = 1"_ba;
    QTest::newRow("dismissed") << "UPDATE face SET is_dismissed = 1, person_id = NULL"_ba;
    QTest::newRow("rejected") << "INSERT INTO face_rejection SELECT id, person_id FROM face"_ba;
}

void DetectionsTest::whatSomebodySaidStays()
{
    QFETCH(QByteArray, sql);
    const auto photo = m->photoOf({m->face(1)});
    QVERIFY(m->run(sql.constData()));
    QVERIFY(store(photo, {}).bereaved.empty());
    QCOMPARE(m->number("SELECT count(*) FROM face"), 1);
    QCOMPARE(m->number("SELECT count(*) FROM detection"), 1);
}

void DetectionsTest::aFaceThatMovedKeepsItsRow()
{
    const auto photo = m->photoOf({m->face(1, 0, 0.1F)});
    const qint64 before = m->number("SELECT id FROM detection");
    // Another detector: it draws its boxes elsewhere on the same head.
    const auto outcome = store(photo, {m->face(1, 0, 0.16F)});
    QVERIFY(!outcome.hasNewFaces && outcome.bereaved.empty());
    QCOMPARE(m->number("SELECT id FROM detection"), before);
    QCOMPARE(m->facesIn(photo).front().box.x, 0.16F);
}

void DetectionsTest::theNearestOfSeveralIsTheSame()
{
    const auto photo = m->photoOf({m->face(1, 0, 0.10F), m->face(2, 0, 0.20F)});
    const QUuid first = m->personIn(photo, 0);
    const QUuid second = m->personIn(photo, 1);
    // Found the other way round, and the first one a little nearer to where the second was.
    store(photo, {m->face(2, 0, 0.21F), m->face(1, 0, 0.12F)});
    QCOMPARE(m->personIn(photo, 0), first);
    QCOMPARE(m->personIn(photo, 1), second);
}

void DetectionsTest::usersOfTheSameBytesShareDetections()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 200);
    const auto mine = *m->add(file, library::Importer::Placement::Copy);
    const auto theirs = *m->addFor(m->guest, file, library::Importer::Placement::Copy);
    m->find(mine, {m->face(1)});
    m->find(theirs, {m->face(1)}, {}, m->guest.userId);
    QCOMPARE(m->number("SELECT count(*) FROM detection"), 1);
    QVERIFY(!m->personIn(mine).isNull());
    QVERIFY(m->personIn(mine) != m->personIn(theirs));
    QVERIFY(!m->person(m->personIn(theirs)));
    QVERIFY(m->person(m->personIn(theirs), m->guest.userId));
    m->name(m->personIn(mine), u"Anna"_s);
    QCOMPARE(m->everybody(m->guest.userId).people.front().name, QString());
}

void DetectionsTest::deletedPhotosLeaveNothing()
{
    const auto photo = m->photoOf({m->face(1), m->face(2, 0, 0.5F)});
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, photo.uuid);
    }));
    for (const char *sql : {"SELECT count(*) FROM face", "SELECT count(*) FROM detection",
                            "SELECT count(*) FROM embedding", "SELECT count(*) FROM blob"}) {
        QCOMPARE(m->number(sql), 0);
    }
    QVERIFY(m->everybody().people.empty());
    m->cluster();
    QCOMPARE(m->number("SELECT count(*) FROM person"), 0);
}

QTEST_GUILESS_MAIN(DetectionsTest)
#include "tst_detections.moc"
