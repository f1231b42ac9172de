// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/people/people_acts.h"
#include "ui/people/people_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::PeopleModel;

/// Anna in two photos, a group of two photos and one of one.
class TestPeopleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void knownOnesComeFirst();
    void favouritesAreKnown();
    void searchIsByName();
    void hiddenOnesOnDemand();
    void byName();
    void aNewNameMovesOneRow();
    void aMergeKeepsTheOthers();
    void sortedAnewEverybodyIsRead();
    void coversAreReadWhenLookedAt();
    void whomAMergeLeaves();
    void onesNobodyKnows();

private:
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] ui::PeopleActs &acts() { return *ui::PeopleActs::create(&m->engine, nullptr); }
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<PeopleModel> m_model;
    QUuid m_anna;
    QUuid m_two;
    QUuid m_one;
};

void TestPeopleModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_one = m->personIn(m->photoOf({m->face(3)}));
    m_two = m->personIn(m->photoOf({m->face(2, 0)}));
    m->photoOf({m->face(2, 1)});
    m_anna = m->personIn(m->photoOf({m->face(1, 0)}));
    m->photoOf({m->face(1, 1)});
    m->name(m_anna, u"Anna"_s);
    m_model = m->make<PeopleModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), PeopleModel::Status::Ready);
}

QStringList TestPeopleModel::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->count(); ++row) {
        names << m_model->nameAt(row) + QString::number(m_model->index(row).data(PeopleModel::PhotoCountRole).toInt());
    }
    return names;
}

void TestPeopleModel::knownOnesComeFirst()
{
    QCOMPARE(names(), (QStringList{u"Anna2"_s, u"2"_s, u"1"_s}));
    QCOMPARE(m_model->sections().size(), size_t(2));
    QCOMPARE(m_model->sections()[0].count, 1);
    QCOMPARE(m_model->sections()[1].first, 1);
    QCOMPARE(m_model->sections()[1].count, 2);
    QCOMPARE(m_model->namedCount(), 1);
    QCOMPARE(m_model->unnamedCount(), 2);
    QCOMPARE(m_model->rowOf(m_model->keyAt(2)), 2);
    QCOMPARE(m_model->rowOf(-5), -1);
}

void TestPeopleModel::favouritesAreKnown()
{
    acts().setFavourite({m_one.toString(QUuid::WithoutBraces)}, true);
    QTRY_COMPARE(names(), (QStringList{u"1"_s, u"Anna2"_s, u"2"_s}));
    QCOMPARE(m_model->sections()[0].count, 2);
    QVERIFY(m_model->areAllFavourites({0}));
    QVERIFY(!m_model->areAllFavourites({0, 1}));
}

void TestPeopleModel::searchIsByName()
{
    m_model->setSearch(u" nNa "_s);
    QCOMPARE(names(), QStringList{u"Anna2"_s});
    m_model->setSearch(u"nobody"_s);
    QCOMPARE(m_model->count(), 0);
    QVERIFY(m_model->sections().empty());
    QCOMPARE(m_model->unnamedCount(), 2);
    m_model->setSearch({});
    QCOMPARE(m_model->count(), 3);
}

void TestPeopleModel::hiddenOnesOnDemand()
{
    acts().setHidden({m_model->idAt(0), m_model->idAt(2)}, true);
    QTRY_COMPARE(names(), QStringList{u"2"_s});
    QCOMPARE(m_model->hiddenCount(), 2);
    m_model->setWithHidden(true);
    QCOMPARE(m_model->count(), 3);
    QVERIFY(m_model->areAllHidden({0, 2}));
}

void TestPeopleModel::byName()
{
    acts().rename(m_one.toString(QUuid::WithoutBraces), u"aaron"_s);
    QTRY_COMPARE(names(), (QStringList{u"Anna2"_s, u"aaron1"_s, u"2"_s}));
    m_model->setByName(true);
    QCOMPARE(names(), (QStringList{u"aaron1"_s, u"Anna2"_s, u"2"_s}));
}

void TestPeopleModel::aNewNameMovesOneRow()
{
    const qint64 other = m_model->keyAt(2);
    m->name(m_two, u"Bea"_s);
    QTRY_COMPARE(names(), (QStringList{u"Bea2"_s, u"Anna2"_s, u"1"_s}));
    QCOMPARE(m_model->rowOf(other), 2);
    QCOMPARE(m_model->rowOfPerson(m_two.toString()), 0);
}

void TestPeopleModel::aMergeKeepsTheOthers()
{
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    acts().merge(m_model->idAt(0), {m_model->idAt(1)});
    QTRY_COMPARE(names(), (QStringList{u"Anna4"_s, u"1"_s}));
    QCOMPARE(reset.count(), 1);
    m->undoStack().undo();
    QTRY_COMPARE(names(), (QStringList{u"Anna2"_s, u"2"_s, u"1"_s}));
}

void TestPeopleModel::sortedAnewEverybodyIsRead()
{
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1 WHERE id IN (SELECT asset_id FROM face WHERE person_id = (SELECT "
                   "id FROM person WHERE uuid = ?1))",
                   m_one));
    m->events.publish({u"person.changed"_s, {}, {}, {}});
    QTRY_COMPARE(names(), (QStringList{u"Anna2"_s, u"2"_s}));
}

void TestPeopleModel::coversAreReadWhenLookedAt()
{
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QCOMPARE(m_model->index(0).data(PeopleModel::CoverRole).toString(), QString());
    m_model->want(0, 1);
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(m_model->index(0).data(PeopleModel::CoverRole).toString().startsWith(u"image://library/face/"));
    QVERIFY(m_model->index(2).data(PeopleModel::CoverRole).toString().isEmpty());
    m_model->want(0, 1);
    QTest::qWait(0);
    QCOMPARE(changed.count(), 2);
}

void TestPeopleModel::whomAMergeLeaves()
{
    QCOMPARE(m_model->survivorOf({m_model->idAt(2), m_model->idAt(1)}), m_model->idAt(1));
    QCOMPARE(m_model->survivorOf({m_model->idAt(1), m_model->idAt(0)}), m_model->idAt(0));
    QCOMPARE(m_model->survivorOf({}), QString());
}

void TestPeopleModel::onesNobodyKnows()
{
    QCOMPARE(m_model->idAt(-1), QString());
    QCOMPARE(m_model->idAt(3), QString());
    QCOMPARE(m_model->rowOfPerson(u"nonsense"_s), -1);
    QCOMPARE(m_model->idsAt({0, 2}), (QStringList{m_model->idAt(0), m_model->idAt(2)}));
}

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_people_model.moc"
