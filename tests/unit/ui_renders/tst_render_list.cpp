// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/base/preferences.h"
#include "ui/renders/render_acts.h"
#include "ui/renders/render_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using RenderState = render::TaskState;
using ui::RenderActs;
using ui::RenderList;

class TestRenderList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::RendersFixture>(); }
    void cleanup() { m_model.reset(); }
    void showsTheNewestFirst();
    void newOnesComeOnTopAndRowsStay();
    void changesShowInTheirRow();
    void olderOnesAreReadOnDemand();
    void theNewestPictureIsShown();
    void actsAreDone();
    void whatCannotBeDoneIsSaid();
    void othersAreNotSeen();
    void onlyThoseOfAStateAreShown();
    void whatMatchesByNowComesAndWhatDoesNotGoes();
    void theyAreFoundByTheirNames();
    void statesAreCounted();
    void whatMovesIsSavedAsAVideo();

private:
    void open();
    [[nodiscard]] QVariant data(int row, int role) const { return m_model->index(row).data(role); }
    [[nodiscard]] QStringList names() const;
    /// How many tasks are said to be in that state.
    [[nodiscard]] int countOf(RenderState state) const;
    void move(qint64 task, RenderState state);
    [[nodiscard]] bool can(int row, const char *what) const { return m_model->can(row, QString::fromLatin1(what)); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<RenderList> m_model;
};

void TestRenderList::open()
{
    m_model = m->make<RenderList>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), RenderList::Status::Ready);
}

QStringList TestRenderList::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->count(); ++row) {
        names << m_model->nameAt(row);
    }
    return names;
}

int TestRenderList::countOf(RenderState state) const
{
    for (const QVariant &one : m_model->counts()) {
        if (one.toMap()[u"state"_s].toInt() == int(state)) {
            return one.toMap()[u"count"_s].toInt();
        }
    }
    return 0;
}

void TestRenderList::move(qint64 task, RenderState state)
{
    (void)m->run("UPDATE render_task SET state = ?2 WHERE id = ?1", task, int(state));
    m->tell(task);
}

void TestRenderList::showsTheNewestFirst()
{
    (void)m->add({.scene = u"old.blend"_s, .state = RenderState::Completed, .frames = 4, .completed = 4});
    (void)m->add({.scene = u"new.blend"_s, .state = RenderState::Failed, .frames = 10, .completed = 6, .failed = 2});
    open();
    QCOMPARE(m_model->count(), 2);
    QCOMPARE(m_model->total(), 2);
    QCOMPARE(data(0, RenderList::NameRole).toString(), u"new.blend"_s);
    QCOMPARE(data(0, RenderList::FractionRole).toDouble(), 0.6);
    QVERIFY(data(0, RenderList::ProgressRole).toString().contains(u"2"_s));
    QCOMPARE(data(0, RenderList::StateToneRole).toString(), u"bad"_s);
    QVERIFY(can(0, "canRetry"));
    QVERIFY(can(0, "canCleanUp"));
    QVERIFY(!can(0, "canPause"));
    QVERIFY(!can(1, "canRetry"));
    QCOMPARE(data(1, RenderList::StateToneRole).toString(), u"good"_s);
}

void TestRenderList::newOnesComeOnTopAndRowsStay()
{
    const qint64 first = m->add({});
    open();
    const QPersistentModelIndex row(m_model->index(0));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const qint64 second = m->add({.scene = u"second.blend"_s});
    m->tell(second);
    QTRY_COMPARE(m_model->count(), 2);
    QCOMPARE(m_model->taskAt(0), int(second));
    QCOMPARE(row.row(), 1);
    QCOMPARE(row.data(RenderList::TaskIdRole).toInt(), int(first));
    QCOMPARE(reset.count(), 0);
}

void TestRenderList::changesShowInTheirRow()
{
    const qint64 task = m->add({.frames = 10, .completed = 3, .rendering = 1});
    (void)m->add({.scene = u"other.blend"_s});
    open();
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    test::setFrame(*m, task, 4, render::FrameState::Completed);
    m->tell(task);
    QTRY_COMPARE(m_model->finishedAt(1), 4);
    QCOMPARE(m_model->unfinishedAt(1), 6);
    // Every few seconds all rows tell how long ago they were, too.
    QList<int> rows;
    for (const QVariantList &change : changed) {
        if (!change[2].value<QList<int>>().contains(RenderList::TimeRole)) {
            rows.append(change[0].toModelIndex().row());
        }
    }
    QCOMPARE(rows, QList<int>{1});
}

void TestRenderList::olderOnesAreReadOnDemand()
{
    for (int i = 0; i < 130; ++i) {
        (void)m->add({.state = RenderState::Completed, .frames = 1, .completed = 1});
    }
    const auto list = m->make<RenderList>(); // The tester of open() would read on by itself.
    list->componentComplete();
    QTRY_COMPARE(list->count(), 100);
    QCOMPARE(list->total(), 130);
    QVERIFY(list->canFetchMore({}));
    list->fetchMore({});
    QVERIFY(!list->canFetchMore({}));
    QTRY_COMPARE(list->count(), 130);
    QVERIFY(!list->canFetchMore({}));
    const QSignalSpy removed(list.get(), &QAbstractItemModel::rowsRemoved);
    list->reload();
    m->context->pool().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(list->count(), 130);
    QCOMPARE(removed.count(), 0);
}

void TestRenderList::theNewestPictureIsShown()
{
    const qint64 task = m->add({.frames = 10, .completed = 5});
    open();
    QCOMPARE(data(0, RenderList::PictureRole).toString(), QString());
    const auto photo = m->photoAt(1000);
    test::setPicture(*m, task, 4, photo.assetId);
    // That it is read now is told of the photo alone.
    m->events.publish({u"asset.processed"_s, photo.uuid, {}, {}});
    QTRY_VERIFY(data(0, RenderList::PictureRole).toString().contains(photo.uuid.toString(QUuid::WithoutBraces)));
    const auto next = m->photoAt(2000);
    test::setPicture(*m, task, 5, next.assetId);
    m->tell(task);
    QTRY_VERIFY(data(0, RenderList::PictureRole).toString().contains(next.uuid.toString(QUuid::WithoutBraces)));
}

void TestRenderList::actsAreDone()
{
    const qint64 task = m->add({.frames = 10, .completed = 3, .failed = 2, .rendering = 1});
    open();
    RenderActs *acts = RenderActs::create(&m->engine, nullptr);
    acts->pause(int(task));
    QTRY_VERIFY(can(0, "canResume"));
    acts->resume(int(task));
    QTRY_VERIFY(can(0, "canPause"));
    const QSignalSpy done(acts, &RenderActs::done);
    acts->retryFailed(int(task));
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(u"2"_s));
    QTRY_COMPARE(m_model->unfinishedAt(0), 7);
    acts->cancel(int(task));
    QTRY_VERIFY(can(0, "canCleanUp"));
    QCOMPARE(m_model->finishedAt(0), 3);
    acts->retryFrames(int(task), {1, 2});
    QTRY_COMPARE(m_model->unfinishedAt(0), 2);
    acts->cancel(int(task));
    QTRY_VERIFY(can(0, "canCleanUp"));
    acts->cleanUp(int(task));
    QTRY_VERIFY(!can(0, "canCleanUp"));
    QVERIFY(!can(0, "canRetry"));
}

void TestRenderList::whatCannotBeDoneIsSaid()
{
    const qint64 task = m->add({.state = RenderState::Completed, .frames = 1, .completed = 1});
    RenderActs *acts = RenderActs::create(&m->engine, nullptr);
    const QSignalSpy wrong(acts, &RenderActs::wentWrong);
    acts->pause(int(task));
    QTRY_COMPARE(wrong.count(), 1);
    QVERIFY(!wrong.first().first().toString().isEmpty());
    acts->cancel(4711);
    QTRY_COMPARE(wrong.count(), 2);
}

void TestRenderList::othersAreNotSeen()
{
    (void)m->add({});
    (void)m->run("UPDATE render_task SET owner_id = ?1", m->guest.userId);
    (void)m->add({.scene = u"mine.blend"_s});
    open();
    QCOMPARE(m_model->count(), 1);
    QCOMPARE(m_model->nameAt(0), u"mine.blend"_s);
}

void TestRenderList::onlyThoseOfAStateAreShown()
{
    (void)m->add({.scene = u"done.blend"_s, .state = RenderState::Completed});
    (void)m->add({.scene = u"first.blend"_s, .state = RenderState::Failed});
    (void)m->add({.scene = u"running.blend"_s});
    (void)m->add({.scene = u"last.blend"_s, .state = RenderState::Failed});
    open();
    QVERIFY(!m_model->isFiltered());
    const QPersistentModelIndex kept(m_model->index(2));
    m_model->setOnly(int(RenderState::Failed));
    QVERIFY(m_model->isFiltered());
    QTRY_COMPARE(names(), (QStringList{u"last.blend"_s, u"first.blend"_s}));
    QCOMPARE(m_model->total(), 2);
    QCOMPARE(kept.row(), 1);
    m_model->setOnly(int(RenderState::Paused));
    QTRY_COMPARE(m_model->count(), 0);
    QCOMPARE(m_model->total(), 0);
    QCOMPARE(m_model->status(), RenderList::Status::Ready);
    m_model->showAll();
    QCOMPARE(m_model->only(), -1);
    QTRY_COMPARE(m_model->count(), 4);
    QCOMPARE(m_model->total(), 4);
}

void TestRenderList::whatMatchesByNowComesAndWhatDoesNotGoes()
{
    const qint64 first = m->add({.scene = u"first.blend"_s});
    const qint64 second = m->add({.scene = u"second.blend"_s, .state = RenderState::Queued});
    open();
    m_model->setOnly(int(RenderState::Rendering));
    QTRY_COMPARE(names(), QStringList{u"first.blend"_s});
    const QPersistentModelIndex kept(m_model->index(0));
    move(second, RenderState::Rendering);
    QTRY_COMPARE(names(), (QStringList{u"second.blend"_s, u"first.blend"_s}));
    QCOMPARE(kept.row(), 1);
    move(first, RenderState::Completed);
    QTRY_COMPARE(names(), QStringList{u"second.blend"_s});
    // One that is none of them is not shown, but counted.
    const qint64 third = m->add({.scene = u"third.blend"_s, .state = RenderState::Completed});
    m->tell(third);
    QTRY_COMPARE(countOf(RenderState::Completed), 2);
    QCOMPARE(names(), QStringList{u"second.blend"_s});
}

void TestRenderList::theyAreFoundByTheirNames()
{
    (void)m->add({.scene = u"Ärger im Hof.blend"_s});
    (void)m->add({.scene = u"castle.blend"_s, .state = RenderState::Completed});
    const qint64 hashed = m->add({.scene = u"harbour.ma"_s});
    (void)m->run("UPDATE render_task SET scene_key = 'assets/' || lower(hex(scene_md5)) WHERE id = ?1", hashed);
    open();
    m_model->setQuery(u" äRG "_s);
    QTRY_COMPARE(names(), QStringList{u"Ärger im Hof.blend"_s});
    QCOMPARE(m_model->total(), 1);
    m_model->setQuery(u"harb"_s);
    QTRY_COMPARE(names(), QStringList{u"harbour.ma"_s});
    // The folders of the key are no part of the name.
    m_model->setQuery(u"alex"_s);
    QTRY_COMPARE(m_model->count(), 0);
    m_model->setQuery(u".blend"_s);
    m_model->setOnly(int(RenderState::Completed));
    QTRY_COMPARE(names(), QStringList{u"castle.blend"_s});
    const qint64 next = m->add({.scene = u"next.blend"_s, .state = RenderState::Completed});
    const qint64 other = m->add({.scene = u"other.ma"_s, .state = RenderState::Completed});
    m->tell(other);
    m->tell(next);
    QTRY_COMPARE(names(), (QStringList{u"next.blend"_s, u"castle.blend"_s}));
}

void TestRenderList::statesAreCounted()
{
    const qint64 task = m->add({});
    (void)m->add({.state = RenderState::Completed});
    (void)m->add({.state = RenderState::Completed});
    open();
    QTRY_COMPARE(m_model->counts().size(), 2);
    QCOMPARE(countOf(RenderState::Completed), 2);
    QCOMPARE(countOf(RenderState::Rendering), 1);
    QVERIFY(!m_model->counts().first().toMap()[u"text"_s].toString().isEmpty());
    m_model->setOnly(int(RenderState::Completed));
    QTRY_COMPARE(m_model->count(), 2);
    QCOMPARE(countOf(RenderState::Rendering), 1);
    m_model->showAll();
    QTRY_COMPARE(m_model->count(), 3);
    move(task, RenderState::Failed);
    QTRY_COMPARE(countOf(RenderState::Failed), 1);
    QCOMPARE(countOf(RenderState::Rendering), 0);
    // Those of others count as little as they are seen.
    (void)m->run("UPDATE user SET is_admin = 0 WHERE id = ?1", m->owner.userId);
    (void)m->run("UPDATE render_task SET owner_id = ?2 WHERE id = ?1", task, m->guest.userId);
    m_model->reload();
    QTRY_COMPARE(countOf(RenderState::Failed), 0);
}

void TestRenderList::whatMovesIsSavedAsAVideo()
{
    (void)m->add({.state = RenderState::Rendering, .frames = 4, .completed = 3});
    (void)m->add({.state = RenderState::Completed, .frames = 1, .completed = 1});
    const qint64 cleaned = m->add({.state = RenderState::Completed, .frames = 4, .completed = 4});
    (void)m->run("UPDATE render_task SET is_cleaned = 1 WHERE id = ?1", cleaned);
    (void)m->add({.state = RenderState::Failed, .frames = 4, .completed = 2, .failed = 2});
    (void)m->add({.state = RenderState::Completed, .frames = 4, .completed = 4});
    open();
    QVERIFY(can(0, "canSaveVideo"));
    QVERIFY(can(1, "canSaveVideo"));
    QVERIFY(can(2, "canSaveVideo"));
    QVERIFY(!can(3, "canSaveVideo"));
    QVERIFY(!can(4, "canSaveVideo"));
}

QTEST_GUILESS_MAIN(TestRenderList)
#include "tst_render_list.moc"
