// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/base/selection.h"
#include "ui/images/act_progress.h"
#include "ui/images/image_acts.h"
#include "ui/images/stack_arrangement.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestImageActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void trashAndBack();
    void manyAtOnce();
    void favouritesComeBackAsTheyWere();
    void theArchiveAndBack();
    void aStackIsPutAsideAsOne();
    void ratings();
    void turning();
    void turningWhatCannotBeRead();
    void saysWhatWouldGo();
    void deletingForGoodIsNoActToUndo();
    void whatIsGoneIsLeftOut();
    void oneThatCannotBeReadKeepsNoneBack();
    void theyComeOneAfterTheOther();
    void whatLastsShowsAndCanBeStopped();

private:
    [[nodiscard]] QVariant one(const library::Registered &photo) const { return toText(photo.uuid); }
    [[nodiscard]] library::Asset asset(const library::Registered &photo) { return *m->asset(photo.uuid); }
    [[nodiscard]] bool isTrashed(const library::Registered &photo) { return asset(photo).trashedAt.has_value(); }
    void finish() { QTRY_VERIFY(!m_acts->isBusy()); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<ImageActs> m_acts;
    std::vector<library::Registered> m_photos;
};

void TestImageActs::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<ImageActs>(m->context.get(), &m->undoStack());
    m_photos = m->photosInARow(3);
}

void TestImageActs::cleanup()
{
    m_acts.reset();
    m.reset();
}

void TestImageActs::trashAndBack()
{
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->moveToTrash(one(m_photos[0]));
    QVERIFY(m_acts->isBusy());
    finish();
    QVERIFY(isTrashed(m_photos[0]) && !isTrashed(m_photos[1]));
    QCOMPARE(pushed.size(), 1);
    m->undoStack().undo();
    finish();
    QVERIFY(!isTrashed(m_photos[0]));
    m->undoStack().redo();
    finish();
    QVERIFY(isTrashed(m_photos[0]));
    m_acts->restore(one(m_photos[0]));
    finish();
    QVERIFY(!isTrashed(m_photos[0]));
    m->undoStack().undo(); // undoes the restoring
    finish();
    QVERIFY(isTrashed(m_photos[0]));
}

void TestImageActs::manyAtOnce()
{
    m->addRows(1200, 1'600'000'100'000); // more than fit into one write
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 1203);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    m_acts->moveToTrash(QVariant::fromValue(&selection));
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE trashed_at IS NOT NULL"), 1203);
    QTRY_COMPARE(model->count(), 0);
    QVERIFY(selection.isEmpty()); // what is gone is not selected
    m->undoStack().undo();
    QTRY_COMPARE(model->count(), 1203);
}

void TestImageActs::favouritesComeBackAsTheyWere()
{
    m_acts->setFavourite(one(m_photos[0]), true);
    finish();
    QVERIFY(asset(m_photos[0]).isFavorite);
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    m_acts->setFavourite(QVariant::fromValue(&selection), true);
    finish();
    m->undoStack().undo();
    finish();
    QVERIFY(asset(m_photos[0]).isFavorite && !asset(m_photos[1]).isFavorite);
    m_acts->toggleFavourite(QVariant::fromValue(&selection)); // not all of them are: now they will be
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE is_favorite = 1"), 3);
    m_acts->toggleFavourite(QVariant::fromValue(&selection));
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE is_favorite = 1"), 0);
    m->undoStack().undo();
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE is_favorite = 1"), 3);
}

void TestImageActs::theArchiveAndBack()
{
    m_acts->setArchived(one(m_photos[0]), true);
    finish();
    QVERIFY(asset(m_photos[0]).isArchived && !asset(m_photos[1]).isArchived);
    auto archive = m->make<TimelineModel>();
    archive->setFilter(TimelineModel::Filter::Archive);
    archive->componentComplete();
    QTRY_COMPARE(archive->count(), 1);
    auto others = m->make<TimelineModel>();
    others->componentComplete();
    QTRY_COMPARE(others->count(), 2);
    Selection selection;
    selection.setModel(others.get());
    selection.selectAll();
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->toggleArchived(QVariant::fromValue(&selection));
    finish();
    QTRY_COMPARE(archive->count(), 3);
    QTRY_COMPARE(others->count(), 0);
    QCOMPARE(pushed.size(), 1);
    m->undoStack().undo(); // the one that was there before stays
    finish();
    QTRY_COMPARE(archive->count(), 1);
    archive->want(0, 0);
    QTRY_COMPARE(archive->data(archive->index(0), TimelineModel::IsArchivedRole).toBool(), true);
    m_acts->toggleArchived(one(m_photos[0]));
    finish();
    QTRY_COMPARE(archive->count(), 0);
    QTRY_COMPARE(others->count(), 3);
}

void TestImageActs::aStackIsPutAsideAsOne()
{
    StackArrangement stacked;
    stacked.photos = {m_photos[0].uuid, m_photos[1].uuid};
    stacked.stacks = {stacked.photos};
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        const auto before = arrange(transaction, m->context->services(), m->context->userId(), stacked);
        return before ? Result<void>() : failed(before);
    }));
    m_acts->setArchived(one(m_photos[0]), true);
    finish();
    QVERIFY(asset(m_photos[0]).isArchived && asset(m_photos[1]).isArchived && !asset(m_photos[2]).isArchived);
    m->undoStack().undo();
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE is_archived = 1"), 0);
}

void TestImageActs::ratings()
{
    m_acts->rate(one(m_photos[0]), 4);
    finish();
    QCOMPARE(asset(m_photos[0]).rating, std::optional(4.0));
    m->undoStack().undo();
    finish();
    QVERIFY(!asset(m_photos[0]).rating);
    const QSignalSpy failed(m_acts.get(), &ImageActs::failed);
    m_acts->rate(one(m_photos[0]), 6);
    finish();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!asset(m_photos[0]).rating);
}

void TestImageActs::turning()
{
    m_acts->turn(one(m_photos[0]), 1);
    finish();
    QCOMPARE(asset(m_photos[0]).turn, 1);
    QCOMPARE(asset(m_photos[0]).width, std::optional<qint64>(800));
    m->undoStack().undo();
    finish();
    QCOMPARE(asset(m_photos[0]).turn, 0);
    m->undoStack().redo();
    finish();
    QCOMPARE(asset(m_photos[0]).turn, 1);
}

void TestImageActs::turningWhatCannotBeRead()
{
    QVERIFY(QFile::remove(m->blobs->pathOf(asset(m_photos[0]).sha256)));
    const QSignalSpy failed(m_acts.get(), &ImageActs::failed);
    m_acts->turn(one(m_photos[0]), 1);
    finish();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
    QVERIFY(!m->undoStack().canUndo());
}

void TestImageActs::saysWhatWouldGo()
{
    const auto inPlace = *m->add(m->writeJpeg(u"c.jpg"_s, 99), library::Importer::Placement::InPlace);
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 4);
    Selection selection;
    selection.setModel(model.get());
    selection.select(model->rowOf(inPlace.assetId));
    selection.toggle(model->rowOf(m_photos[0].assetId));
    QSignalSpy described(m_acts.get(), &ImageActs::deletionDescribed);
    m_acts->describeDeletion(QVariant::fromValue(&selection));
    QTRY_COMPARE(described.size(), 1);
    QCOMPARE(described.first().mid(0, 3), (QVariantList{2, 1, 1}));
}

void TestImageActs::deletingForGoodIsNoActToUndo()
{
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->deleteForGood(one(m_photos[0]));
    finish();
    QVERIFY(!m->asset(m_photos[0].uuid));
    QVERIFY(pushed.isEmpty());
}

void TestImageActs::whatIsGoneIsLeftOut()
{
    m_acts->moveToTrash(one(m_photos[0]));
    finish();
    m_acts->deleteForGood(one(m_photos[0]));
    finish();
    const QSignalSpy failed(m_acts.get(), &ImageActs::failed);
    m->undoStack().undo(); // there is nothing left to restore, which is nobody's fault
    finish();
    QVERIFY(failed.isEmpty());
}

void TestImageActs::oneThatCannotBeReadKeepsNoneBack()
{
    QVERIFY(QFile::remove(m->blobs->pathOf(asset(m_photos[1]).sha256)));
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    const QSignalSpy failed(m_acts.get(), &ImageActs::failed);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->turn(QVariant::fromValue(&selection), 1);
    finish();
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE turn = 1"), 2);
    QCOMPARE(failed.size(), 1);
    QVERIFY(pushed.first().first().toString().startsWith(u'2'));
}

void TestImageActs::theyComeOneAfterTheOther()
{
    m_acts->rate(one(m_photos[0]), 1);
    finish();
    m_acts->rate(one(m_photos[0]), 2);
    m_acts->rate(one(m_photos[0]), 3);
    m->undoStack().undo(); // the third, though it has not begun
    m_acts->rate(one(m_photos[0]), 4);
    finish();
    QCOMPARE(asset(m_photos[0]).rating, std::optional(4.0));
    m->undoStack().undo();
    finish();
    QCOMPARE(asset(m_photos[0]).rating, std::optional(2.0)); // the third was taken back before the fourth
    m->undoStack().undo();
    m->undoStack().undo();
    finish();
    QVERIFY(!asset(m_photos[0]).rating);
}

void TestImageActs::whatLastsShowsAndCanBeStopped()
{
    ImageChanges changes;
    for (const auto &photo : m_photos) {
        changes.push_back({photo.uuid, {ImageChange::Kind::Turn, {}, 1}});
    }
    std::stop_source stop;
    QList<qint64> told;
    const ChangesDone done =
        applyChanges(m->context->services(), m->context->userId(), changes, stop.get_token(), [&](qint64 over) {
            told << over;
            stop.request_stop();
        });
    QCOMPARE(told, QList<qint64>{1});
    QCOMPARE(done.done, 1);
    QVERIFY(!done.error);
    QCOMPARE(done.undoing.size(), 1);
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE turn = 1"), 1);

    std::stop_source other;
    TaskInfo info;
    info.kind = u"photos"_s;
    info.total = 3;
    ActProgress progress(m->progress, info, other);
    QTRY_VERIFY((progress.advance(1), !m->progress.snapshot().empty()));
    QCOMPARE(m->progress.snapshot().front().done, 1);
    QVERIFY(m->progress.cancel(m->progress.snapshot().front().id));
    QVERIFY(other.stop_requested());
    ActProgress soon(m->progress, info, other);
    soon.advance(3);
    QCOMPARE(m->progress.snapshot().size(), 1);
}

QTEST_GUILESS_MAIN(TestImageActs)
#include "tst_image_acts.moc"
