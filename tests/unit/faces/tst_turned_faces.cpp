// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/turn_asset.h"
#include "support/people_fixture.h"

#include <QTest>

using namespace kinframe;
using faces::Box;

namespace {

bool isNear(const Box &a, const Box &b)
{
    const auto close = [](float x, float y) { return std::abs(x - y) < 0.001F; };
    return close(a.x, b.x) && close(a.y, b.y) && close(a.width, b.width) && close(a.height, b.height);
}

} // namespace

/// Faces in photos that somebody has turned.
class TestTurnedFaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void boxesTurn();
    void facesTurnWithTheirPhoto();
    void fromLeftToRightAsItIsShown();
    void aFaceDrawnInATurnedPhoto();
    void foundAgainInATurnedPhoto();

private:
    std::unique_ptr<test::PeopleFixture> m;
    library::Registered m_photo;
    void turn(int quarterTurns)
    {
        QVERIFY(library::turnAsset(*m->services, m->owner.userId, m_photo.uuid, quarterTurns));
    }
};

void TestTurnedFaces::init()
{
    m = std::make_unique<test::PeopleFixture>();
    m_photo = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
}

void TestTurnedFaces::boxesTurn()
{
    const Box box{0.1F, 0.2F, 0.3F, 0.4F};
    QVERIFY(isNear(turned(box, 1), {0.4F, 0.1F, 0.4F, 0.3F})); // what was at the left is on top
    QVERIFY(isNear(turned(box, 2), {0.6F, 0.4F, 0.3F, 0.4F}));
    QVERIFY(isNear(turned(turned(box, 1), -1), box));
    QVERIFY(isNear(turned(turned(box, 3), 5), box));
}

void TestTurnedFaces::facesTurnWithTheirPhoto()
{
    const Box before = m->faceIn(m_photo).box;
    turn(1);
    const faces::Face face = m->faceIn(m_photo, 1);
    QVERIFY(isNear(m->faceIn(m_photo).box, turned(before, 1)) || isNear(face.box, turned(before, 1)));
    QCOMPARE(face.imageWidth, 800);
    QCOMPARE(face.imageHeight, 1000);
    turn(-1);
    QVERIFY(isNear(m->faceIn(m_photo).box, before));
}

void TestTurnedFaces::fromLeftToRightAsItIsShown()
{
    const QUuid left = m->faceIn(m_photo).uuid;
    turn(2);
    QCOMPARE(m->faceIn(m_photo, 1).uuid, left);
}

void TestTurnedFaces::aFaceDrawnInATurnedPhoto()
{
    turn(1);
    const Box box{0.05F, 0.7F, 0.1F, 0.2F};
    const auto drawn = m->people.drawFace(m->owner.userId, m_photo.uuid, box, m->personIn(m_photo));
    QVERIFY(drawn);
    QVERIFY(isNear(drawn->box, box));
    turn(-1);
    const auto faces = m->facesIn(m_photo);
    const auto face = std::ranges::find(faces, drawn->uuid, &faces::Face::uuid);
    QVERIFY(face != faces.end() && isNear(face->box, turned(box, -1)));
}

void TestTurnedFaces::foundAgainInATurnedPhoto()
{
    const QUuid face = m->faceIn(m_photo).uuid;
    turn(1);
    m->find(m_photo, {m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)}); // as the file shows them
    const auto faces = m->facesIn(m_photo);
    QCOMPARE(faces.size(), 2U);
    QVERIFY(std::ranges::find(faces, face, &faces::Face::uuid) != faces.end());
}

QTEST_GUILESS_MAIN(TestTurnedFaces)
#include "tst_turned_faces.moc"
