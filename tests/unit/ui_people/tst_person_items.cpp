// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/people/people_acts.h"
#include "ui/people/person_details.h"
#include "ui/people/person_items.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Anna on two days of one month and one day of the next.
class TestPersonItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void photosAreUnderTheirDays();
    void facesAreUnderTheirMonths();
    void aFaceThatGoesLeavesTheOthers();
    void anotherPersonIsReadAnew();
    void nobodyHasNoRows();
    void detailsFollowWhatIsDone();
    void whoIsMergedGoesOn();
    void whoIsGoneIsGone();

private:
    template <typename Model>
    std::unique_ptr<Model> items(const QUuid &person);
    std::unique_ptr<ui::PersonDetails> details(const QUuid &person);
    [[nodiscard]] ui::PeopleActs &acts() { return *ui::PeopleActs::create(&m->engine, nullptr); }
    std::unique_ptr<test::WindowFixture> m;
    QUuid m_anna;
    QUuid m_other;
};

void TestPersonItems::init()
{
    m = std::make_unique<test::WindowFixture>();
    const std::array moments{QDateTime({2024, 3, 14}, {10, 0}, Qt::UTC), QDateTime({2024, 3, 14}, {11, 0}, Qt::UTC),
                             QDateTime({2024, 3, 20}, {11, 0}, Qt::UTC), QDateTime({2024, 4, 1}, {11, 0}, Qt::UTC)};
    int shot = 0;
    for (const QDateTime &moment : moments) {
        const auto photo = m->photoAt(moment.toMSecsSinceEpoch());
        m->find(photo, {m->face(1, shot++)});
        m_anna = m->personIn(photo);
    }
    m_other = m->personIn(m->photoOf({m->face(2)}));
}

template <typename Model>
std::unique_ptr<Model> TestPersonItems::items(const QUuid &person)
{
    auto model = m->make<Model>();
    new QAbstractItemModelTester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, model.get());
    model->setPerson(toText(person));
    model->componentComplete();
    return model;
}

std::unique_ptr<ui::PersonDetails> TestPersonItems::details(const QUuid &person)
{
    auto details = m->make<ui::PersonDetails>();
    details->setPerson(toText(person));
    details->componentComplete();
    return details;
}

void TestPersonItems::photosAreUnderTheirDays()
{
    const auto photos = items<ui::PersonPhotos>(m_anna);
    QTRY_COMPARE(photos->count(), 4);
    QCOMPARE(photos->sections().size(), size_t(3));
    QCOMPARE(photos->sections()[2].first, 2);
    QCOMPARE(photos->sections()[2].count, 2);
    QCOMPARE(photos->sections()[0].title, QLocale().toString(QDate(2024, 4, 1), QLocale::LongFormat));
    QCOMPARE(photos->rowOf(photos->keyAt(3)), 3);
    QVERIFY(!photos->assetIdAt(0).isEmpty());
    QCOMPARE(photos->assetIdAt(4), QString());
}

void TestPersonItems::facesAreUnderTheirMonths()
{
    const auto faces = items<ui::PersonFaces>(m_anna);
    QTRY_COMPARE(faces->count(), 4);
    QCOMPARE(faces->sections().size(), size_t(2));
    QCOMPARE(faces->sections()[1].count, 3);
    QCOMPARE(faces->faceIdsAt({0, 1}).size(), 2);
    QCOMPARE(faces->index(0).data(ui::PersonItems::ConfirmedRole).toBool(), false);
}

void TestPersonItems::aFaceThatGoesLeavesTheOthers()
{
    const auto faces = items<ui::PersonFaces>(m_anna);
    QTRY_COMPARE(faces->count(), 4);
    const qint64 last = faces->keyAt(3);
    acts().rejectFaces(toText(m_anna), faces->faceIdsAt({0, 1}));
    QTRY_COMPARE(faces->count(), 2);
    QCOMPARE(faces->rowOf(last), 1);
    m->undoStack().undo();
    QTRY_COMPARE(faces->count(), 4);
    acts().dismissFaces(faces->faceIdsAt({0}));
    QTRY_COMPARE(faces->count(), 3);
}

void TestPersonItems::anotherPersonIsReadAnew()
{
    const auto photos = items<ui::PersonPhotos>(m_anna);
    QTRY_COMPARE(photos->count(), 4);
    photos->setPerson(toText(m_other));
    QCOMPARE(photos->count(), 0);
    QTRY_COMPARE(photos->count(), 1);
}

void TestPersonItems::nobodyHasNoRows()
{
    const auto photos = items<ui::PersonPhotos>({});
    const auto strangers = items<ui::PersonPhotos>(newUuid());
    QTRY_COMPARE(strangers->status(), ui::ListModel::Status::Ready);
    QCOMPARE(strangers->count(), 0);
    QCOMPARE(photos->count(), 0);
}

void TestPersonItems::detailsFollowWhatIsDone()
{
    const auto shown = details(m_anna);
    QTRY_COMPARE(shown->status(), ui::PersonDetails::Status::Ready);
    QCOMPARE(shown->photoCount(), 4);
    QCOMPARE(shown->faceCount(), 4);
    QVERIFY(shown->cover().startsWith(u"image://library/face/"));
    acts().rename(toText(m_anna), u" Anna "_s);
    QTRY_COMPARE(shown->name(), u"Anna"_s);
    acts().setBirthDate(toText(m_anna), u"1990-02-03"_s);
    QTRY_COMPARE(shown->birthDate(), u"1990-02-03"_s);
    QVERIFY(shown->birthText().contains(u"1990"));
    m->undoStack().undo();
    QTRY_VERIFY(shown->birthDate().isEmpty());
    QCOMPARE(shown->name(), u"Anna"_s);
    const QString face = toText(m->facesIn(m->photoOf({m->face(1, 9)})).front().uuid);
    acts().setCover(toText(m_anna), face);
    QTRY_VERIFY(shown->cover().endsWith(face));
}

void TestPersonItems::whoIsMergedGoesOn()
{
    const auto shown = details(m_other);
    QTRY_COMPARE(shown->status(), ui::PersonDetails::Status::Ready);
    const QSignalSpy moved(shown.get(), &ui::PersonDetails::personChanged);
    acts().merge(toText(m_anna), {toText(m_other)});
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(shown->person(), toText(m_anna));
    QCOMPARE(shown->photoCount(), 5);
}

void TestPersonItems::whoIsGoneIsGone()
{
    const auto shown = details(newUuid());
    QTRY_COMPARE(shown->status(), ui::PersonDetails::Status::Gone);
}

QTEST_GUILESS_MAIN(TestPersonItems)
#include "tst_person_items.moc"
