// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/frame_pictures.h"
#include "ui/renders/render_details.h"
#include "ui/renders/render_frames.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using render::FrameState;
using ui::FramePictures;
using ui::RenderDetails;
using ui::RenderFrames;

class TestRenderFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::RendersFixture>(); }
    void cleanup() { m_model.reset(); }
    void showsEachFrame();
    void framesFillInTheirPlaces();
    void picturesCome();
    void aFailedFrameSaysWhy();
    void tenThousandAreReadWhole();
    void anotherTaskIsShown();
    void aTaskThatIsNotThereSaysSo();
    void detailsFollow();

private:
    void open(qint64 task);
    [[nodiscard]] QVariant data(int row, int role) const { return m_model->index(row).data(role); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<RenderFrames> m_model;
};

void TestRenderFrames::open(qint64 task)
{
    m_model = m->make<RenderFrames>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setTaskId(int(task));
    m_model->componentComplete();
    QTRY_VERIFY(m_model->status() == RenderFrames::Status::Ready || m_model->status() == RenderFrames::Status::Failed);
}

void TestRenderFrames::showsEachFrame()
{
    open(m->add({.frames = 6, .completed = 2, .failed = 1, .rendering = 1, .tests = u"1"_s}));
    QCOMPARE(m_model->count(), 6);
    QCOMPARE(m_model->sections().size(), size_t(1));
    QCOMPARE(data(0, RenderFrames::NumberRole).toInt(), 1);
    QVERIFY(data(0, RenderFrames::TestRole).toBool());
    QVERIFY(!data(0, RenderFrames::TimeRole).toString().isEmpty());
    QCOMPARE(data(2, RenderFrames::StateToneRole).toString(), u"bad"_s);
    QVERIFY(data(3, RenderFrames::BusyRole).toBool());
    QCOMPARE(data(5, RenderFrames::StateIconRole).toString(), u"clock"_s);
    QCOMPARE(m_model->rowOfFrame(6), 5);
    QCOMPARE(m_model->rowOfFrame(7), -1);
    QCOMPARE(m_model->rowOfInterest(), 2);
    QCOMPARE(m_model->framesAt({0, 5, 9}), (QList<int>{1, 6}));
}

void TestRenderFrames::framesFillInTheirPlaces()
{
    const qint64 task = m->add({.frames = 6, .completed = 1, .rendering = 1});
    open(task);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    test::setFrame(*m, task, 2, FrameState::Completed);
    test::setFrame(*m, task, 3, FrameState::Rendering);
    test::setFrame(*m, task, 5, FrameState::Rendering);
    m->tell(task);
    QTRY_VERIFY(data(4, RenderFrames::BusyRole).toBool());
    QCOMPARE(reset.count(), 0);
    // Only what is another one, in runs.
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), 2);
    QCOMPARE(changed[1][0].toModelIndex().row(), 4);
}

void TestRenderFrames::picturesCome()
{
    const qint64 task = m->add({.frames = 6, .completed = 3});
    open(task);
    const auto pictures = m->make<FramePictures>();
    pictures->setSource(m_model.get());
    QCOMPARE(pictures->count(), 0);
    const auto second = m->photoAt(1000);
    test::setPicture(*m, task, 2, second.assetId);
    m->events.publish({u"asset.processed"_s, second.uuid, {}, {}});
    QTRY_COMPARE(pictures->count(), 1);
    QVERIFY(m_model->hasPicture(1));
    QVERIFY(!m_model->hasPicture(0));
    QCOMPARE(pictures->rowOfFrame(2), 0);
    QCOMPARE(pictures->frameAt(0), 2);
    const auto first = m->photoAt(2000);
    test::setPicture(*m, task, 1, first.assetId);
    m->tell(task);
    QTRY_COMPARE(pictures->count(), 2);
    QCOMPARE(pictures->rowOfFrame(2), 1);
    QCOMPARE(pictures->index(0).data(FramePictures::AssetIdRole).toString(), first.uuid.toString(QUuid::WithoutBraces));
}

void TestRenderFrames::aFailedFrameSaysWhy()
{
    const qint64 task = m->add({.frames = 3});
    test::setFrame(*m, task, 2, FrameState::Failed, Error{ErrorCode::RenderNoMemory, {{u"reason"_s, u"CUDA"_s}}, {}});
    open(task);
    QVERIFY(m_model->problemAt(1).contains(u"CUDA"_s));
    QCOMPARE(m_model->problemAt(1), data(1, RenderFrames::ProblemRole).toString());
    QCOMPARE(m_model->problemAt(0), QString());
    QCOMPARE(m_model->problemAt(-1), QString());
    QVERIFY(m_model->factsAt(1).contains(u"2"_s));
}

void TestRenderFrames::tenThousandAreReadWhole()
{
    const qint64 task = m->add({.frames = 10'000, .completed = 4'000});
    open(task);
    QCOMPARE(m_model->count(), 10'000);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    // However many changes there are, they are told together.
    for (int number = 4'001; number <= 4'050; ++number) {
        test::setFrame(*m, task, number, FrameState::Completed);
        m->tell(task);
    }
    QTRY_COMPARE(data(4'049, RenderFrames::StateToneRole).toString(), u"good"_s);
    QVERIFY2(changed.count() <= 10, qPrintable(QString::number(changed.count())));
}

void TestRenderFrames::anotherTaskIsShown()
{
    const qint64 first = m->add({.frames = 3});
    const qint64 second = m->add({.frames = 5});
    open(first);
    QCOMPARE(m_model->count(), 3);
    m_model->setTaskId(int(second));
    QCOMPARE(m_model->count(), 0);
    QTRY_COMPARE(m_model->count(), 5);
}

void TestRenderFrames::aTaskThatIsNotThereSaysSo()
{
    open(4711);
    QCOMPARE(m_model->status(), RenderFrames::Status::Failed);
    QVERIFY(!m_model->errorText().isEmpty());
}

void TestRenderFrames::detailsFollow()
{
    const qint64 task = m->add({.frames = 4, .completed = 2, .rendering = 1});
    const auto details = m->make<RenderDetails>();
    details->setTaskId(int(task));
    details->componentComplete();
    QTRY_COMPARE(details->status(), RenderDetails::Status::Ready);
    QCOMPARE(details->name(), u"castle.blend"_s);
    QVERIFY(details->canPause());
    QVERIFY(!details->timeLine().isEmpty());
    QVERIFY(!details->costLine().isEmpty());
    QCOMPARE(details->fraction(), 0.5);
    test::setFrame(*m, task, 3, FrameState::Completed);
    m->tell(task);
    QTRY_COMPARE(details->finished(), 3);
    details->setTaskId(4711);
    QTRY_COMPARE(details->status(), RenderDetails::Status::Failed);
    QVERIFY(!details->errorText().isEmpty());
    QVERIFY(!details->canPause());
}

QTEST_GUILESS_MAIN(TestRenderFrames)
#include "tst_render_frames.moc"
