// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/people/people_acts.h"
#include "window_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestPeopleActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyAreDoneInOrder();
    void severalPeopleAreOneAct();
    void splitMakesSomebody();
    void facesGoToSomebodyNew();
    void whatGoesWrongIsTold();
    void answersThatContradictNothing();

private:
    [[nodiscard]] ui::PeopleActs &acts() { return *ui::PeopleActs::create(&m->engine, nullptr); }
    [[nodiscard]] QString face(const library::Registered &photo) { return toText(m->faceIn(photo).uuid); }
    [[nodiscard]] QString nameOf(const QUuid &person) { return m->person(person)->name; }
    std::unique_ptr<test::WindowFixture> m;
    library::Registered m_first;
    library::Registered m_second;
    library::Registered m_third;
    QUuid m_anna;
    QUuid m_bea;
};

void TestPeopleActs::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_first = m->photoOf({m->face(1, 0)});
    m_second = m->photoOf({m->face(1, 1)});
    m_third = m->photoOf({m->face(2)});
    m_anna = m->personIn(m_first);
    m_bea = m->personIn(m_third);
}

void TestPeopleActs::theyAreDoneInOrder()
{
    const QSignalSpy pushed(&m->undoStack(), &ui::UndoStack::pushed);
    for (int i = 0; i < 20; ++i) {
        acts().rename(toText(m_anna), u"Name %1"_s.arg(i));
    }
    QVERIFY(acts().isBusy());
    QTRY_COMPARE(pushed.count(), 20);
    QCOMPARE(nameOf(m_anna), u"Name 19"_s);
    m->undoStack().undo();
    m->undoStack().undo();
    QTRY_COMPARE(nameOf(m_anna), u"Name 17"_s);
    m->undoStack().redo();
    QTRY_COMPARE(nameOf(m_anna), u"Name 18"_s);
}

void TestPeopleActs::severalPeopleAreOneAct()
{
    const QSignalSpy pushed(&m->undoStack(), &ui::UndoStack::pushed);
    acts().setFavourite({toText(m_anna), toText(m_bea)}, true);
    QTRY_COMPARE(pushed.count(), 1);
    QVERIFY(m->person(m_anna)->isFavorite && m->person(m_bea)->isFavorite);
    m->undoStack().undo();
    QTRY_VERIFY(!m->person(m_anna)->isFavorite && !m->person(m_bea)->isFavorite);
}

void TestPeopleActs::splitMakesSomebody()
{
    const QSignalSpy made(&acts(), &ui::PeopleActs::made);
    acts().split(toText(m_anna), {face(m_second)});
    QTRY_COMPARE(made.count(), 1);
    QCOMPARE(made.front().front().toString(), toText(m->personIn(m_second)));
    QVERIFY(m->personIn(m_second) != m_anna);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(m->personIn(m_second), m_anna);
}

void TestPeopleActs::facesGoToSomebodyNew()
{
    acts().moveFacesToNew(u"Cleo"_s, {face(m_first), face(m_third)});
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    QCOMPARE(nameOf(m->personIn(m_first)), u"Cleo"_s);
    QCOMPARE(m->personIn(m_first), m->personIn(m_third));
    const QUuid cleo = m->personIn(m_first);
    m->undoStack().undo();
    QTRY_COMPARE(m->personIn(m_third), m_bea);
    QCOMPARE(m->personIn(m_first), m_anna);
    QCOMPARE(nameOf(cleo), QString());
    // Faces that are not there leave nobody behind.
    const qint64 named = m->number("SELECT count(*) FROM person WHERE name <> ''");
    const QSignalSpy wrong(&acts(), &ui::PeopleActs::wentWrong);
    acts().moveFacesToNew(u"Dora"_s, {toText(newUuid())});
    QTRY_COMPARE(wrong.count(), 1);
    QCOMPARE(m->number("SELECT count(*) FROM person WHERE name <> ''"), named);
}

void TestPeopleActs::whatGoesWrongIsTold()
{
    const QSignalSpy wrong(&acts(), &ui::PeopleActs::wentWrong);
    acts().rename(toText(m_anna), QString(201, u'x'));
    QTRY_COMPARE(wrong.count(), 1);
    QVERIFY(!wrong.front().front().toString().isEmpty());
    QVERIFY(!m->undoStack().canUndo());
    acts().rename(toText(m_anna), u"Anna"_s);
    QTRY_COMPARE(nameOf(m_anna), u"Anna"_s);
}

void TestPeopleActs::answersThatContradictNothing()
{
    // Two of three answers make one of all; the third has nothing left to do.
    const QUuid third = m->personIn(m->photoOf({m->face(3)}));
    acts().answer(
        {{newUuid(), m_anna, m_bea, true}, {newUuid(), m_bea, third, true}, {newUuid(), m_anna, third, true}});
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    QCOMPARE(m->everybody().total, 1);
    m->undoStack().undo();
    QTRY_COMPARE(m->everybody().total, 3);
}

QTEST_GUILESS_MAIN(TestPeopleActs)
#include "tst_people_acts.moc"
