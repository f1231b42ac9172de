// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/written_faces.h"
#include "library/settings.h"
#include "library/turn_asset.h"
#include "library/writeback.h"
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// Faces as they are written for other programs.
class WrittenFacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNamedHaveTheirNames();
    void whatIsNoFaceHasNone();
    void whoeverWasMergedHasTheNewName();
    void aTurnLeavesThemAsTheFileShowsThem();
    void everyActIsWritten();
    void whatWeWroteConfirmsNothing();

private:
    std::vector<media::FaceRegion> written()
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::vector<media::FaceRegion>> {
            return faces::writtenFaces(db, *library::findAsset(db, m->owner.userId, m_photo.uuid));
        });
    }
    QStringList names()
    {
        QStringList names;
        for (const media::FaceRegion &face : written()) {
            names << face.name;
        }
        return names;
    }
    /// How many photos the act that was just done has written; then none.
    qint64 writtenByTheAct()
    {
        const qint64 jobs =
            m->number("SELECT count(*) FROM job WHERE kind = 'writeback' AND subject = ?1", m_photo.uuid);
        [&] { QVERIFY(m->run("DELETE FROM job")); }();
        return jobs;
    }

    std::unique_ptr<test::PeopleFixture> m;
    library::Registered m_photo;
};

void WrittenFacesTest::init()
{
    m = std::make_unique<test::PeopleFixture>();
    m_photo = m->photoOf({m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)});
    m->name(m->personIn(m_photo, 0), u"张三"_s);
}

void WrittenFacesTest::theNamedHaveTheirNames()
{
    QCOMPARE(names(), (QStringList{u"张三"_s, u""_s}));
    const faces::Box box = m->faceIn(m_photo, 0).box;
    QVERIFY(std::abs(written().front().x - double(box.x)) < 1e-6);
    QVERIFY(std::abs(written().front().height - double(box.height)) < 1e-6);
}

void WrittenFacesTest::whatIsNoFaceHasNone()
{
    QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(m_photo, 0).uuid));
    // It is still told, so that what is written of it goes.
    QCOMPARE(names(), (QStringList{u""_s, u""_s}));
}

void WrittenFacesTest::whoeverWasMergedHasTheNewName()
{
    const auto other = m->photoOf({m->face(3)});
    const QUuid into = m->personIn(other);
    m->name(into, u"李四"_s);
    QVERIFY(m->people.merge(m->owner.userId, into, {m->personIn(m_photo, 0)}));
    QCOMPARE(names().front(), u"李四"_s);
}

void WrittenFacesTest::aTurnLeavesThemAsTheFileShowsThem()
{
    const auto before = written();
    QVERIFY(library::turnAsset(*m->services, m->owner.userId, m_photo.uuid, 1));
    QCOMPARE(written(), before);
}

void WrittenFacesTest::everyActIsWritten()
{
    m->changes.onTouch([this](storage::Transaction &transaction, std::span<const qint64> assetIds) {
        library::writeBackLater(transaction, *m->jobs, assetIds);
    });
    QVERIFY(library::Settings(*m->services).set(library::setting::writeBackSidecars, true));
    QVERIFY(m->run("DELETE FROM job"));
    const qint64 user = m->owner.userId;
    m->name(m->personIn(m_photo, 1), u"李四"_s);
    QCOMPARE(writtenByTheAct(), 1);
    QVERIFY(m->people.moveFaces(user, m->personIn(m_photo, 0), {m->faceIn(m_photo, 1).uuid}));
    QCOMPARE(writtenByTheAct(), 1);
    QVERIFY(m->people.rejectFaces(user, m->personIn(m_photo, 0), {m->faceIn(m_photo, 1).uuid}));
    QCOMPARE(writtenByTheAct(), 1);
    QVERIFY(m->people.merge(user, m->personIn(m_photo, 1), {m->personIn(m_photo, 0)}));
    QCOMPARE(writtenByTheAct(), 1);
    const auto acts = m->history.list(user, 0, 1);
    QVERIFY(acts && m->history.undo(user, acts->front().uuid));
    QCOMPARE(writtenByTheAct(), 1);
    QVERIFY(m->people.dismissFace(user, m->faceIn(m_photo, 1).uuid));
    QCOMPARE(writtenByTheAct(), 1);
}

void WrittenFacesTest::whatWeWroteConfirmsNothing()
{
    // A match of our own, which was written with the name; then the photo is read again.
    const auto regions = written();
    QVERIFY(m->run("UPDATE face SET is_confirmed = 0"));
    static_cast<void>(m->find(m_photo, {m->face(1, 0, 0.1F), m->face(2, 0, 0.6F)}, regions));
    QCOMPARE(m->number("SELECT count(*) FROM face WHERE is_confirmed"), 0);
    QCOMPARE(names(), (QStringList{u"张三"_s, u""_s}));
}

QTEST_GUILESS_MAIN(WrittenFacesTest)
#include "tst_written_faces.moc"
