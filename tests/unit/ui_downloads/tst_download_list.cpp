// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching_fixture.h"
#include "support/patience.h"
#include "ui/downloads/download_acts.h"
#include "ui/downloads/download_list.h"
#include "ui/downloads/download_overview.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kinframe;
using namespace Qt::StringLiterals;
using transfer::DownloadStatus;
using ui::DownloadActs;
using ui::DownloadList;

class TestDownloadList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::FetchingFixture>(); }
    void cleanup()
    {
        m_list.reset();
        m.reset();
    }
    void showsTheNewestFirst();
    void bothHalvesOfALivePhotoAreOneRow();
    void theHalfThatFailedTells();
    void onlyOneStatusIsShown();
    void olderOnesAreReadOnDemand();
    void allAreReadWhereAllAreMeant();
    void progressShowsWithoutReading();
    void newOnesComeOnTopAndRowsStay();
    void cancelingCanBeTakenBack();
    void allAreCanceledAndComeBack();
    void whatHasEndedLeavesTheList();
    void linksAreFoundInText();
    void linksAreAdded();
    void whatCannotBeDoneIsSaid();
    void filesComeAndAreShown();
    void theWholeIsToldOf();

private:
    void open();
    [[nodiscard]] QVariant data(int row, int role) const { return m_list->index(row).data(role); }
    [[nodiscard]] QString text(int row, int role) const { return data(row, role).toString(); }
    QString add(const QString &name) { return m->downloads->add({m->wanted(name)}).value().front().taskId; }
    [[nodiscard]] DownloadStatus statusOf(const QString &task)
    {
        return m->downloads->find(task).value_or(transfer::DownloadTask()).status;
    }
    [[nodiscard]] DownloadActs *acts() { return DownloadActs::create(&m->engine, nullptr); }

    std::unique_ptr<test::FetchingFixture> m;
    std::unique_ptr<DownloadList> m_list;
};

void TestDownloadList::open()
{
    m_list = m->make<DownloadList>();
    new QAbstractItemModelTester(m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_list.get());
    m_list->componentComplete();
    QTRY_COMPARE(m_list->status(), DownloadList::Status::Ready);
}

void TestDownloadList::showsTheNewestFirst()
{
    const QString old = add(u"old.jpg"_s);
    add(u"new.mov"_s);
    m->setStatus(old, DownloadStatus::Complete, u", received = 2400000, total = 2400000, path = '/g/old.jpg'"_s);
    open();
    QCOMPARE(m_list->count(), 2);
    QCOMPARE(m_list->total(), 2);
    QCOMPARE(text(0, DownloadList::NameRole), u"new.mov"_s);
    QVERIFY(data(0, DownloadList::IsVideoRole).toBool());
    QCOMPARE(text(0, DownloadList::StatusToneRole), u"textSoft"_s);
    QCOMPARE(data(0, DownloadList::FractionRole).toDouble(), -1.0);
    QVERIFY(m_list->can(0, u"canPause"_s));
    QVERIFY(!m_list->can(0, u"canShow"_s));
    QCOMPARE(text(1, DownloadList::StatusToneRole), u"good"_s);
    QCOMPARE(data(1, DownloadList::FractionRole).toDouble(), 1.0);
    QCOMPARE(text(1, DownloadList::AmountRole), u"2.4 MB"_s);
    QCOMPARE(m_list->filesAt({0, 1}), QStringList{u"/g/old.jpg"_s});
    QVERIFY(!m_list->can(1, u"canCancel"_s));
    QVERIFY(m_list->can(1, u"canRemove"_s));
    QCOMPARE(m_list->tasksAt({0, 1}, u"canRemove"_s), QStringList{old});
    QVERIFY(!m_list->factsAt(1).isEmpty());
    QVERIFY(m_list->factsAt(7).isEmpty());
}

void TestDownloadList::bothHalvesOfALivePhotoAreOneRow()
{
    add(u"single.jpg"_s);
    const auto both = m->downloads->add(m->live(u"IMG_1"_s)).value();
    QCOMPARE(both.size(), size_t(2));
    open();
    QCOMPARE(m_list->count(), 2);
    QVERIFY(data(0, DownloadList::IsLiveRole).toBool());
    QCOMPARE(text(0, DownloadList::NameRole), u"IMG_1.heic"_s);
    QCOMPARE(m_list->tasksAt({0}, {}).size(), 1);
    // What happened before may be read anew once more.
    QTRY_VERIFY([&] {
        for (const transfer::DownloadTask &half : both) {
            m->tell(u"download.progress"_s, half.taskId, {{u"bytesReceived"_s, 600'000}, {u"totalBytes"_s, 1'000'000}});
        }
        return QTest::qWaitFor([&] { return data(0, DownloadList::FractionRole).toDouble() > 0; }, 500);
    }());
    QCOMPARE(data(0, DownloadList::FractionRole).toDouble(), 0.6);
    QCOMPARE(text(0, DownloadList::AmountRole), u"1.2 MB / 2.0 MB"_s);
    QCOMPARE(text(0, DownloadList::PercentRole), u"60 %"_s);
}

void TestDownloadList::theHalfThatFailedTells()
{
    const auto both = m->downloads->add(m->live(u"IMG_1"_s)).value();
    m->setStatus(both[1].taskId, DownloadStatus::Failed);
    open();
    QCOMPARE(m_list->count(), 1);
    QCOMPARE(text(0, DownloadList::StatusToneRole), u"bad"_s);
    QVERIFY(m_list->can(0, u"canRetry"_s));
    QVERIFY(!text(0, DownloadList::RemedyTextRole).isEmpty());
}

void TestDownloadList::onlyOneStatusIsShown()
{
    add(u"a.jpg"_s);
    const QString failed = add(u"b.jpg"_s);
    m->setStatus(failed, DownloadStatus::Failed);
    open();
    m_list->setOnly(int(DownloadStatus::Failed));
    QTRY_COMPARE(m_list->status(), DownloadList::Status::Ready);
    QCOMPARE(m_list->count(), 1);
    QCOMPARE(m_list->total(), 1);
    QCOMPARE(text(0, DownloadList::NameRole), u"b.jpg"_s);
    m->setStatus(failed, DownloadStatus::Canceled);
    QTRY_COMPARE(m_list->count(), 0);
    m_list->setOnly(-1);
    QTRY_COMPARE(m_list->count(), 2);
}

void TestDownloadList::olderOnesAreReadOnDemand()
{
    constexpr int all = 10'000;
    m->addMany(all);
    m_list = m->make<DownloadList>(); // The tester of open() would read on by itself.
    m_list->componentComplete();
    QTRY_COMPARE(m_list->count(), 200);
    QCOMPARE(m_list->total(), all);
    QCOMPARE(text(0, DownloadList::NameRole), u"IMG_09999.jpg"_s);
    int pages = 0;
    while (m_list->canFetchMore({}) && ++pages < 100) {
        const int before = m_list->count();
        m_list->fetchMore({});
        QVERIFY(!m_list->canFetchMore({}));
        QTRY_VERIFY(m_list->count() > before);
    }
    QCOMPARE(m_list->count(), all);
    QVERIFY(pages <= 10);
    QCOMPARE(text(all - 1, DownloadList::NameRole), u"IMG_00000.jpg"_s);
    QCOMPARE(m_list->rowOf(m_list->keyAt(4711)), 4711);
    const QSignalSpy removed(m_list.get(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(m_list.get(), &QAbstractItemModel::modelReset);
    add(u"newest.jpg"_s);
    QTRY_COMPARE(m_list->count(), all + 1);
    QCOMPARE(text(0, DownloadList::NameRole), u"newest.jpg"_s);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(reset.count(), 0);
}

void TestDownloadList::allAreReadWhereAllAreMeant()
{
    constexpr int all = 3000;
    m->addMany(all);
    m_list = m->make<DownloadList>(); // As above.
    m_list->componentComplete();
    QTRY_COMPARE(m_list->count(), 200);
    const QSignalSpy read(m_list.get(), &DownloadList::allRead);
    m_list->readAll();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(m_list->count(), all);
    m_list->readAll();
    QCOMPARE(read.count(), 2);
}

void TestDownloadList::progressShowsWithoutReading()
{
    const QString task = add(u"a.jpg"_s);
    add(u"b.jpg"_s);
    open();
    QTRY_VERIFY([&] {
        m->tell(u"download.progress"_s, task, {{u"bytesReceived"_s, 2'400'000}, {u"totalBytes"_s, 3'700'000}});
        return QTest::qWaitFor([&] { return !text(1, DownloadList::AmountRole).isEmpty(); }, 500);
    }());
    QCOMPARE(text(1, DownloadList::AmountRole), u"2.4 MB / 3.7 MB"_s);
    QCOMPARE(text(1, DownloadList::PercentRole), u"64 %"_s);
    QCOMPARE(text(0, DownloadList::AmountRole), QString());
}

void TestDownloadList::newOnesComeOnTopAndRowsStay()
{
    add(u"first.jpg"_s);
    open();
    const QPersistentModelIndex row(m_list->index(0));
    const QSignalSpy reset(m_list.get(), &QAbstractItemModel::modelReset);
    add(u"second.jpg"_s);
    QTRY_COMPARE(m_list->count(), 2);
    QCOMPARE(text(0, DownloadList::NameRole), u"second.jpg"_s);
    QCOMPARE(row.row(), 1);
    QCOMPARE(reset.count(), 0);
}

void TestDownloadList::cancelingCanBeTakenBack()
{
    const QString task = add(u"a.jpg"_s);
    open();
    acts()->cancel({task});
    QTRY_COMPARE(statusOf(task), DownloadStatus::Canceled);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    QTRY_VERIFY(m_list->can(0, u"canRetry"_s));
    m->undoStack().undo();
    QTRY_COMPARE(statusOf(task), DownloadStatus::Enqueued);
    m->undoStack().redo();
    QTRY_COMPARE(statusOf(task), DownloadStatus::Canceled);
}

void TestDownloadList::allAreCanceledAndComeBack()
{
    const QString first = add(u"a.jpg"_s);
    const QString second = add(u"b.jpg"_s);
    const QString over = add(u"c.jpg"_s);
    m->setStatus(over, DownloadStatus::Failed);
    acts()->cancelAll();
    QTRY_COMPARE(statusOf(first), DownloadStatus::Canceled);
    QTRY_COMPARE(statusOf(second), DownloadStatus::Canceled);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(statusOf(first), DownloadStatus::Enqueued);
    QTRY_COMPARE(statusOf(second), DownloadStatus::Enqueued);
    QCOMPARE(statusOf(over), DownloadStatus::Failed);
}

void TestDownloadList::whatHasEndedLeavesTheList()
{
    const QString over = add(u"a.jpg"_s);
    add(u"b.jpg"_s);
    m->setStatus(over, DownloadStatus::Failed);
    open();
    const QSignalSpy done(acts(), &DownloadActs::done);
    acts()->removeEnded();
    QTRY_COMPARE(m_list->count(), 1);
    QCOMPARE(text(0, DownloadList::NameRole), u"b.jpg"_s);
    QTRY_COMPARE(done.count(), 1);
}

void TestDownloadList::linksAreFoundInText()
{
    QCOMPARE(acts()->linksIn(u"see https://a.example/x.jpg and\n http://b.example/y.mov\thttps://a.example/x.jpg"_s),
             QStringList({u"https://a.example/x.jpg"_s, u"http://b.example/y.mov"_s}));
    QVERIFY(acts()->linksIn(u"ftp://a.example/x.jpg file:///etc/passwd https:/// words"_s).isEmpty());
}

void TestDownloadList::linksAreAdded()
{
    open();
    const QSignalSpy done(acts(), &DownloadActs::done);
    const QString link = m->server.url("/x.jpg").toString();
    acts()->add({link});
    QTRY_COMPARE(m_list->count(), 1);
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(u'1'));
}

void TestDownloadList::whatCannotBeDoneIsSaid()
{
    const QString task = add(u"a.jpg"_s);
    m->setStatus(task, DownloadStatus::Complete);
    const QSignalSpy wrong(acts(), &DownloadActs::wentWrong);
    acts()->pause({task});
    QTRY_COMPARE(wrong.count(), 1);
    acts()->retry({u"nobody"_s});
    QTRY_COMPARE(wrong.count(), 2);
    QVERIFY(!wrong.last().first().toString().isEmpty());
}

void TestDownloadList::filesComeAndAreShown()
{
    m->server.serve("/a.jpg", {test::withBody(test::testBytes(100'000))});
    test::Answer gone;
    gone.status = 404;
    m->server.serve("/b.jpg", {gone});
    m->downloads->start();
    open();
    add(u"a.jpg"_s);
    add(u"b.jpg"_s);
    QTRY_COMPARE(m_list->count(), 2);
    QTRY_VERIFY(m_list->can(1, u"canShow"_s));
    QCOMPARE(m_list->filesAt({1}), QStringList{m->gallery() + u"/a.jpg"_s});
    QTRY_COMPARE(text(0, DownloadList::StatusToneRole), u"bad"_s);
    QVERIFY(!text(0, DownloadList::ProblemRole).isEmpty());
}

void TestDownloadList::theWholeIsToldOf()
{
    const auto whole = m->make<ui::DownloadOverview>();
    whole->componentComplete();
    QCOMPARE(whole->title(), QString());
    const QString first = add(u"a.jpg"_s);
    add(u"b.jpg"_s);
    QTRY_COMPARE(whole->unfinished(), 2);
    QVERIFY(!whole->title().isEmpty());
    QVERIFY(whole->canPause());
    QVERIFY(!whole->canResume());
    acts()->pauseAll();
    QTRY_VERIFY(whole->canResume());
    QVERIFY(!whole->canPause());
    m->setStatus(first, DownloadStatus::Failed);
    QTRY_COMPARE(whole->failed(), 1);
    QCOMPARE(whole->ended(), 1);
    QCOMPARE(whole->counts().size(), 2);
}

QTEST_MAIN(TestDownloadList)
#include "tst_download_list.moc"
