// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::PeopleFixture>(); }
    void anotherUsersActIsNotFound();
    void twiceUndoneIsAConflict();
    void laterChangesSurviveAnUndo();
    void aFaceThatMovedOnStays();
    void aFaceComesBackToWhomItsPersonBecame();
    void mergesInACircleEndSomewhere();
    void deletedFacesStayDeleted();
    void everyActIsUndoneAndRedone_data();
    void everyActIsUndoneAndRedone();
    void anEmptiedGroupIsThereToComeBackTo();

private:
    QUuid newest() { return m->history.list(m->owner.userId, 0, 1)->front().uuid; }
    bool undo(const QUuid &act) { return m->history.undo(m->owner.userId, act).has_value(); }
    bool redo(const QUuid &act) { return m->history.redo(m->owner.userId, act).has_value(); }
    /// All that people can say about anybody, as text.
    QString state()
    {
        return *m->database->read([](storage::Connection &db) -> Result<QString> {
            auto row = db.prepare(
                "SELECT (SELECT group_concat(id || ':' || coalesce(person_id, '-') || is_confirmed || is_dismissed) "
                "FROM face) || ' ' || (SELECT group_concat(id || name || coalesce(birth_date, '') || is_hidden || "
                "is_favorite || coalesce(merged_into, '-') || coalesce(cover_face_id, '-')) FROM person "
                "WHERE id <= 2) || ' ' || coalesce((SELECT group_concat(face_id || '/' || person_id) FROM "
                "face_rejection), '') || ' ' || coalesce((SELECT group_concat(low || '/' || high) FROM "
                "person_distinct), '')");
            row.step();
            return row.text(0);
        });
    }
    std::unique_ptr<test::PeopleFixture> m;
};

void HistoryTest::anotherUsersActIsNotFound()
{
    m->name(m->personIn(m->photoOf({m->face(1)})), u"Anna"_s);
    const auto refused = m->history.undo(m->guest.userId, newest());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
}

void HistoryTest::twiceUndoneIsAConflict()
{
    m->name(m->personIn(m->photoOf({m->face(1)})), u"Anna"_s);
    const QUuid act = newest();
    QCOMPARE(m->history.redo(m->owner.userId, act).error().code, ErrorCode::Conflict);
    QVERIFY(undo(act));
    QCOMPARE(m->history.undo(m->owner.userId, act).error().code, ErrorCode::Conflict);
}

void HistoryTest::laterChangesSurviveAnUndo()
{
    const QUuid person = m->personIn(m->photoOf({m->face(1)}));
    m->name(person, u"Anna"_s);
    const QUuid naming = newest();
    QVERIFY(m->people.edit(m->owner.userId, person, {.isFavorite = true}));
    QVERIFY(undo(naming));
    QCOMPARE(m->person(person)->name, QString());
    QVERIFY(m->person(person)->isFavorite);
    QVERIFY(redo(naming));
    m->name(person, u"Anne"_s);
    QVERIFY(undo(naming));
    QCOMPARE(m->person(person)->name, u"Anne"_s);
}

void HistoryTest::aFaceThatMovedOnStays()
{
    const auto photo = m->photoOf({m->face(1)});
    const QUuid anna = m->people.create(m->owner.userId, {.name = u"Anna"_s})->uuid;
    const QUuid bea = m->people.create(m->owner.userId, {.name = u"Bea"_s})->uuid;
    QVERIFY(m->people.moveFaces(m->owner.userId, anna, {m->faceIn(photo).uuid}));
    const QUuid first = newest();
    QVERIFY(m->people.moveFaces(m->owner.userId, bea, {m->faceIn(photo).uuid}));
    QVERIFY(undo(first));
    QCOMPARE(m->personIn(photo), bea);
    QVERIFY(m->faceIn(photo).isConfirmed);
}

void HistoryTest::aFaceComesBackToWhomItsPersonBecame()
{
    const auto photo = m->photoOf({m->face(1)});
    const auto other = m->photoOf({m->face(2)});
    const QUuid first = m->personIn(photo);
    const QUuid anna = m->people.create(m->owner.userId, {.name = u"Anna"_s})->uuid;
    QVERIFY(m->people.moveFaces(m->owner.userId, anna, {m->faceIn(photo).uuid}));
    const QUuid move = newest();
    QVERIFY(m->people.merge(m->owner.userId, m->personIn(other), {first}));
    QVERIFY(undo(move));
    QCOMPARE(m->personIn(photo), m->personIn(other));
}

void HistoryTest::mergesInACircleEndSomewhere()
{
    const auto first = m->photoOf({m->face(1)});
    const auto second = m->photoOf({m->face(2)});
    const QUuid a = m->personIn(first);
    const QUuid b = m->personIn(second);
    QVERIFY(m->people.merge(m->owner.userId, b, {a}));
    const QUuid merge = newest();
    QVERIFY(undo(merge));
    QVERIFY(m->people.merge(m->owner.userId, a, {b}));
    QVERIFY(redo(merge));
    QVERIFY(m->person(a) && m->person(b));
    QCOMPARE(m->person(a)->uuid, m->person(b)->uuid);
    QCOMPARE(m->person(a)->assetCount, 2);
}

void HistoryTest::deletedFacesStayDeleted()
{
    const auto photo = m->photoOf({m->face(1)});
    QVERIFY(m->people.dismissFace(m->owner.userId, m->faceIn(photo).uuid));
    QVERIFY(m->run("DELETE FROM face"));
    QVERIFY(undo(newest()));
    QVERIFY(m->facesIn(photo).empty());
}

void HistoryTest::everyActIsUndoneAndRedone_data()
{
    QTest::addColumn<int>("act");
    const char *const names[] = {"edit", "merge", "split", "move", "dismiss", "draw", "reject", "reject faces"};
    for (int i = 0; i < 8; ++i) {
        QTest::newRow(names[i]) << i;
    }
}

void HistoryTest::everyActIsUndoneAndRedone()
{
    QFETCH(int, act);
    const qint64 user = m->owner.userId;
    const auto first = m->photoOf({m->face(1, 0, 0.1F, 1)});
    const auto second = m->photoOf({m->face(1, 1)});
    const auto third = m->photoOf({m->faceBetween(1, 2, 0.4)});
    m->cluster();
    const QUuid one = m->personIn(first);
    const QUuid other = m->personIn(third);
    QVERIFY(one != other);
    if (act == 5) {
        QVERIFY(m->people.drawFace(user, first.uuid, {0.6F, 0.6F, 0.2F, 0.2F}, other));
        QVERIFY(undo(newest()));
        QCOMPARE(m->facesIn(first).size(), size_t(1));
        QVERIFY(redo(newest()));
        QCOMPARE(m->facesIn(first).size(), size_t(2));
        return;
    }
    const QString before = state();
    switch (act) {
    case 0:
        QVERIFY(m->people.edit(
            user, one, {.name = u"Anna"_s, .birthDate = u"2001-02-03"_s, .isHidden = true, .coverAsset = second.uuid}));
        break;
    case 1:
        QVERIFY(m->people.merge(user, one, {other}));
        break;
    case 2:
        QVERIFY(m->people.split(user, one, {m->faceIn(second).uuid}));
        break;
    case 3:
        QVERIFY(m->people.moveFaces(user, other, {m->faceIn(second).uuid}));
        break;
    case 4:
        QVERIFY(m->people.dismissFace(user, m->faceIn(second).uuid));
        break;
    case 7:
        QVERIFY(m->people.rejectFaces(user, one, {m->faceIn(second).uuid}));
        break;
    default:
        QVERIFY(m->suggestions.reject(user, m->suggestions.list(user, 1, 1)->items.front().uuid));
    }
    const QString after = state();
    QVERIFY(after != before);
    const QUuid entry = newest();
    for (int round = 0; round < 2; ++round) {
        QVERIFY(undo(entry));
        QCOMPARE(state(), before);
        QVERIFY(redo(entry));
        QCOMPARE(state(), after);
    }
}

void HistoryTest::anEmptiedGroupIsThereToComeBackTo()
{
    const auto photo = m->photoOf({m->face(1)});
    const QUuid group = m->personIn(photo);
    const QUuid anna = m->people.create(m->owner.userId, {.name = u"Anna"_s})->uuid;
    QVERIFY(m->people.moveFaces(m->owner.userId, anna, {m->faceIn(photo).uuid}));
    const QUuid move = newest();
    m->cluster();
    QVERIFY(undo(move));
    QCOMPARE(m->personIn(photo), group);
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
