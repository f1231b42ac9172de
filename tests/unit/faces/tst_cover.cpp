// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face.h"
#include "support/people_fixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe;

class CoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theBestFaceIsTheCover();
    void whatLiesInTheTrashIsNone();
    void theChosenOneComesFirst();
    void aNewMeasureIsHeeded();
    void somebodyWithoutFacesHasNone();

private:
    /// Somebody's face in a photo of its own.
    library::Registered photoWith(float quality, int shot)
    {
        faces::Detection face = m->face(1, shot);
        face.found.quality = quality;
        return m->photoOf({face});
    }
    [[nodiscard]] QUuid cover() const
    {
        const auto face = m->database->read([&](storage::Connection &db) -> Result<std::optional<faces::Face>> {
            return faces::coverOf(db, m->person(m_person)->id);
        });
        return *face ? (*face)->uuid : QUuid();
    }

    std::unique_ptr<test::PeopleFixture> m;
    std::vector<library::Registered> m_photos;
    QUuid m_person;
};

void CoverTest::init()
{
    m = std::make_unique<test::PeopleFixture>();
    m_photos = {photoWith(0.5F, 1), photoWith(0.9F, 2), photoWith(0.7F, 3)};
    m_person = m->personIn(m_photos[0]);
    QVERIFY(std::ranges::all_of(m_photos, [&](const auto &photo) { return m->personIn(photo) == m_person; }));
}

void CoverTest::theBestFaceIsTheCover()
{
    QCOMPARE(cover(), m->faceIn(m_photos[1]).uuid);
    const auto faces = m->database->read([&](storage::Connection &db) -> Result<std::vector<faces::Face>> {
        return faces::facesOfPerson(db, m->person(m_person)->id, 10, 0);
    });
    QCOMPARE(faces->size(), size_t(3));
    QVERIFY(std::ranges::is_sorted(*faces, std::greater(), &faces::Face::quality));
}

void CoverTest::whatLiesInTheTrashIsNone()
{
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1 WHERE uuid = ?1", m_photos[1].uuid));
    QCOMPARE(cover(), m->faceIn(m_photos[2]).uuid);
}

void CoverTest::theChosenOneComesFirst()
{
    const faces::Face worst = m->faceIn(m_photos[0]);
    faces::PersonEdit edit;
    edit.coverFace = worst.uuid;
    QVERIFY(m->people.edit(m->owner.userId, m_person, edit));
    QCOMPARE(cover(), worst.uuid);
    // Where it is somebody else's now, the best one is back.
    QVERIFY(m->people.rejectFaces(m->owner.userId, m_person, {worst.uuid}));
    QCOMPARE(cover(), m->faceIn(m_photos[1]).uuid);
}

void CoverTest::aNewMeasureIsHeeded()
{
    const faces::Face first = m->faceIn(m_photos[0]);
    QVERIFY(m->run("UPDATE detection SET quality = 0.95 WHERE id = ?1", first.detectionId));
    QCOMPARE(cover(), first.uuid);
    // A face that goes over to another detection is as good as that one.
    QVERIFY(m->run("INSERT INTO detection(blob_id, x, y, width, height, score, size_px, quality) SELECT blob_id, x, y, "
                   "width, height, score, size_px, 0.1 FROM detection WHERE id = ?1",
                   first.detectionId));
    QVERIFY(m->run("UPDATE face SET detection_id = (SELECT max(id) FROM detection) WHERE id = ?1", first.id));
    QCOMPARE(cover(), m->faceIn(m_photos[1]).uuid);
}

void CoverTest::somebodyWithoutFacesHasNone()
{
    QVERIFY(m->run("UPDATE asset SET is_hidden = 1"));
    QCOMPARE(cover(), QUuid());
}

QTEST_GUILESS_MAIN(CoverTest)
#include "tst_cover.moc"
