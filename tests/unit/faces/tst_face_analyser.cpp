// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "faces/face_analyser.h"
#include "faces/face_job.h"
#include "faces/face_jobs.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;

/// What becomes of photos while there are no models.
class FaceAnalyserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::PeopleFixture>();
        m_source = []() -> Result<faces::ModelFiles> { return fail(ErrorCode::ModelMissing); };
    }
    void withoutModelsThePhotoWaits();
    void itsJobSaysWhyItWaits();
    void aFailedSearchIsAChange();

private:
    std::unique_ptr<test::PeopleFixture> m;
    faces::ModelSource m_source;
};

void FaceAnalyserTest::withoutModelsThePhotoWaits()
{
    faces::FaceAnalyser analyser(*m->services, m->indexes, m_source);
    QCOMPARE(analyser.isReady().error().code, ErrorCode::ModelMissing);
    const auto added = *m->upload(m->jpeg(10));
    QVERIFY(m->process(added, &analyser));
    const auto asset = *m->asset(added.uuid);
    QVERIFY(asset.isReady);
    QCOMPARE(asset.state, library::AssetState::Processing);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'faces' AND subject = ?1", added.uuid), 1);
}

void FaceAnalyserTest::itsJobSaysWhyItWaits()
{
    faces::FaceJob faceJob(*m->services, m->indexes, m_source);
    const auto added = *m->upload(m->jpeg(10));
    jobs::Job job;
    job.userId = m->owner.userId;
    job.subject = added.uuid;
    std::any state;
    jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
    const auto refused = faceJob.run(job, context);
    QVERIFY(!refused && context.isHold());
    QCOMPARE(refused.error().code, ErrorCode::ModelMissing);
}

void FaceAnalyserTest::aFailedSearchIsAChange()
{
    faces::FaceJob faceJob(*m->services, m->indexes, m_source);
    const auto added = *m->upload(m->jpeg(10));
    const qint64 stamp = m->stampOf(added.uuid);
    QStringList told;
    const auto subscription = m->events.subscribe([&](const Event &event) { told << event.type; });
    jobs::Job job;
    job.userId = m->owner.userId;
    job.subject = added.uuid;
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return faceJob.fail(tx, job, Error{ErrorCode::ModelUnreadable, {}, {}});
    }));
    QCOMPARE(m->asset(added.uuid)->state, library::AssetState::Failed);
    QVERIFY(m->stampOf(added.uuid) > stamp);
    QVERIFY(told.contains(u"asset.failed"_s));
}

QTEST_GUILESS_MAIN(FaceAnalyserTest)
#include "tst_face_analyser.moc"
