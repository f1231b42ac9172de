// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/strictness.h"
#include "faces/strictness_preview.h"
#include "support/people_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// Two faces whose likeness lies between what the loosest and the strictest setting take for one person.
class StrictnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::PeopleFixture>();
        m_first = m->photoOf({m->face(1, 0, 0.1F, 1)});
        m_second = m->photoOf({m->faceBetween(1, 2, double(m->model.sameThreshold) - 0.05)});
        m->cluster();
    }
    void theUsualIsZeroForEveryUser();
    void newFacesAreMatchedByIt();
    void facesAreSortedByIt();
    void aPreviewSaysWhatWouldBe();
    void aPreviewOfWhatIsSaysThatNothingChanges();
    void aPreviewIsEnded();
    void choosingSortsAnew();

private:
    void set(int strictness)
    {
        QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
            faces::storeStrictness(tx, m->owner.userId, strictness);
            return {};
        }));
    }
    int strictness(qint64 user)
    {
        return *m->database->read(
            [&](storage::Connection &db) -> Result<int> { return faces::strictnessOf(db, user); });
    }
    bool areOne() { return m->personIn(m_first) == m->personIn(m_second); }
    Result<faces::StrictnessPreview> preview(int strictness)
    {
        return faces::previewStrictness(*m->services, m->owner.userId, m->model, strictness, [](double) {}, {});
    }
    std::unique_ptr<test::PeopleFixture> m;
    library::Registered m_first;
    library::Registered m_second;
};

void StrictnessTest::theUsualIsZeroForEveryUser()
{
    QCOMPARE(strictness(m->owner.userId), 0);
    set(faces::mostStrictness + 10);
    QCOMPARE(strictness(m->owner.userId), faces::mostStrictness);
    QCOMPARE(strictness(m->guest.userId), 0);
    QCOMPARE(faces::sameThresholdAt(m->model, 100, 0), faces::sameThresholdFor(m->model, 100));
    QVERIFY(faces::sameThresholdAt(m->model, 100, 1) > faces::sameThresholdAt(m->model, 100, 0));
}

void StrictnessTest::newFacesAreMatchedByIt()
{
    QVERIFY(!areOne());
    set(faces::leastStrictness);
    const auto third = m->photoOf({m->faceBetween(1, 3, double(m->model.sameThreshold) - 0.05)});
    QCOMPARE(m->personIn(third), m->personIn(m_first));
}

void StrictnessTest::facesAreSortedByIt()
{
    set(faces::leastStrictness);
    m->cluster();
    QVERIFY(areOne());
    set(0);
    m->cluster();
    QVERIFY(!areOne());
}

void StrictnessTest::aPreviewSaysWhatWouldBe()
{
    m->name(m->personIn(m_first), u"Anna"_s);
    const auto looser = preview(faces::leastStrictness);
    QVERIFY(looser);
    QCOMPARE(looser->peopleNow, 2);
    QCOMPARE(looser->peopleThen, 1);
    QCOMPARE(looser->joined, 1);
    QCOMPARE(looser->parted, 0);
    QCOMPARE(looser->joins.front().total, 2);
    QCOMPARE(looser->joins.front().people.size(), size_t(2));
    QCOMPARE(looser->joins.front().people.front().name, u"Anna"_s);
    QCOMPARE(looser->joins.front().people.front().cover, m->faceIn(m_first).uuid);
    QVERIFY(!areOne());
    QCOMPARE(strictness(m->owner.userId), 0);

    set(faces::leastStrictness);
    m->name(m->personIn(m_first), u""_s);
    m->cluster();
    const auto stricter = preview(0);
    QVERIFY(stricter);
    QCOMPARE(stricter->peopleNow, 1);
    QCOMPARE(stricter->peopleThen, 2);
    QCOMPARE(stricter->parted, 1);
    QCOMPARE(stricter->parts.front().total, 2);
    QVERIFY(areOne());
}

void StrictnessTest::aPreviewOfWhatIsSaysThatNothingChanges()
{
    const auto same = preview(0);
    QVERIFY(same);
    QCOMPARE(same->peopleNow, same->peopleThen);
    QVERIFY(same->joins.empty() && same->parts.empty());
}

void StrictnessTest::aPreviewIsEnded()
{
    std::stop_source stop;
    int heard = 0;
    const auto ended = faces::previewStrictness(
        *m->services, m->owner.userId, m->model, 0,
        [&](double) {
            ++heard;
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::Canceled);
    QCOMPARE(heard, 1);
}

void StrictnessTest::choosingSortsAnew()
{
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'cluster'"), 0);
    QVERIFY(faces::chooseStrictness(*m->services, m->owner.userId, 3));
    QCOMPARE(strictness(m->owner.userId), 3);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'cluster'"), 1);
}

QTEST_GUILESS_MAIN(StrictnessTest)
#include "tst_strictness.moc"
