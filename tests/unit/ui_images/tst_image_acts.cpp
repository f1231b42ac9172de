// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "ui/base/selection.h"
#include "ui/images/image_acts.h"
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
    void ratings();
    void turning();
    void turningWhatCannotBeRead();
    void saysWhatWouldGo();
    void deletingForGoodIsNoActToUndo();
    void whatIsGoneIsLeftOut();

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
    m_photos.clear();
    for (int i = 0; i < 3; ++i) {
        m_photos.push_back(m->photoAt(1'600'000'000'000 + i * 1000));
    }
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

QTEST_GUILESS_MAIN(TestImageActs)
#include "tst_image_acts.moc"
