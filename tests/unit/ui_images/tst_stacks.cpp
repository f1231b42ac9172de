// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stacks as the window shows them and as people work with them.
#include "library/stacks.h"
#include "library/trash.h"
#include "ui/base/selection.h"
#include "ui/images/photo_cursor.h"
#include "ui/images/stack_acts.h"
#include "ui/images/stack_photos.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include "base/ids.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;

/// Over the photos 4 (newest) to 0.
class TestStacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneOfEachIsShown();
    void aSearchFindsAll();
    void backAndForth();
    void unstackingTakesAllApart();
    void anotherCover();
    void takingOneOut();
    void stacksJoin();
    void nothingToDo();
    void withoutItsCover();
    void whatClientsDo();
    void theStripFollows();
    void theCursorStaysWithTheStack();

private:
    [[nodiscard]] QString id(int photo) const { return toText(m_photos[size_t(photo)].uuid); }
    [[nodiscard]] qint64 key(int photo) const { return m_photos[size_t(photo)].assetId; }
    [[nodiscard]] QList<qint64> keys() const;
    void stack(const QList<int> &photos);
    void trash(int photo);
    void change(const std::function<Result<void>(storage::Transaction &)> &work);

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<StackActs> m_acts;
    std::vector<library::Registered> m_photos;
    std::unique_ptr<TimelineModel> m_model;
};

void TestStacks::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<StackActs>(m->context.get(), &m->undoStack());
    m_photos = m->photosInARow(5);
    m_model = m->make<TimelineModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->count(), 5);
}

void TestStacks::cleanup()
{
    m_model.reset();
    m_acts.reset();
    m.reset();
}

QList<qint64> TestStacks::keys() const
{
    QList<qint64> all;
    for (int row = 0; row < m_model->count(); ++row) {
        all << m_model->keyAt(row);
    }
    return all;
}

void TestStacks::change(const std::function<Result<void>(storage::Transaction &)> &work)
{
    QVERIFY(m->change(work));
}

void TestStacks::trash(int photo)
{
    change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, m_photos[size_t(photo)].uuid);
    });
}

/// Through a selection, which is in the order of the list: the newest becomes the cover.
void TestStacks::stack(const QList<int> &photos)
{
    Selection selection;
    selection.setModel(m_model.get());
    QList<int> rows;
    for (const int photo : photos) {
        rows << m_model->rowOf(key(photo));
    }
    selection.setRows(rows, true);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->stack(QVariant::fromValue(&selection));
    QTRY_COMPARE(pushed.size(), 1);
}

void TestStacks::oneOfEachIsShown()
{
    stack({1, 2, 3});
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
    m_model->want(0, 2);
    QTRY_COMPARE(m_model->data(m_model->index(1), TimelineModel::StackedRole).toInt(), 3);
    QCOMPARE(m_model->data(m_model->index(0), TimelineModel::StackedRole).toInt(), 0);
    const QSignalSpy found(m_model.get(), &TimelineModel::found);
    m_model->find(id(2));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().toInt(), 1); // where its cover is
    auto anew = m->make<TimelineModel>();
    anew->componentComplete();
    QTRY_COMPARE(anew->status(), ListModel::Status::Ready);
    QCOMPARE(anew->count(), 3);
}

void TestStacks::aSearchFindsAll()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    m_model->setQuery(QStringLiteral("width gt 0"));
    QTRY_COMPARE(m_model->count(), 5);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->count(), 3);
}

void TestStacks::backAndForth()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    m->undoStack().undo();
    QTRY_COMPARE(m_model->count(), 5);
    QCOMPARE(m->number("SELECT count(*) FROM stack"), 0);
    m->undoStack().redo();
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
}

void TestStacks::unstackingTakesAllApart()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    m_acts->unstack(id(3));
    QTRY_COMPARE(m_model->count(), 5);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
}

void TestStacks::anotherCover()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    const qint64 before = m->number("SELECT id FROM stack");
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->makeCover(id(1));
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(1), key(0)}));
    QTRY_COMPARE(pushed.size(), 1);
    QCOMPARE(m->number("SELECT id FROM stack"), before); // clients know it by its id
    m->undoStack().undo();
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
}

void TestStacks::takingOneOut()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->takeOut(id(3));
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(1), key(0)}));
    QTRY_COMPARE(pushed.size(), 1);
    m_acts->takeOut(id(2)); // of two: then there is no stack any more
    QTRY_COMPARE(m_model->count(), 5);
    QTRY_COMPARE(pushed.size(), 2);
    QCOMPARE(m->number("SELECT count(*) FROM stack"), 0);
    m->undoStack().undo();
    QTRY_COMPARE(m_model->count(), 4);
    m->undoStack().undo();
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
}

void TestStacks::stacksJoin()
{
    stack({1, 2});
    QTRY_COMPARE(m_model->count(), 4);
    stack({3, 2});
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
    QCOMPARE(m->number("SELECT count(*) FROM stack_asset"), 3);
    m->undoStack().undo();
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(2), key(0)}));
    QCOMPARE(m->number("SELECT count(*) FROM stack_asset"), 2);
}

void TestStacks::nothingToDo()
{
    const QSignalSpy failed(m_acts.get(), &StackActs::failed);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->unstack(id(0));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(pushed.isEmpty());
}

void TestStacks::withoutItsCover()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    trash(3);
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(1), key(0)}));
    change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).restore(transaction, m->owner.userId, m_photos[3].uuid);
    });
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(3), key(0)}));
    change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, m_photos[3].uuid);
    });
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(1), key(0)}));
}

void TestStacks::whatClientsDo()
{
    const std::vector<QUuid> photos{m_photos[2].uuid, m_photos[3].uuid};
    change([&](storage::Transaction &transaction) -> Result<void> {
        const auto made = library::createStack(transaction, *m->services, m->owner.userId, photos);
        return made ? Result<void>() : failed(made);
    });
    QTRY_COMPARE(keys(), (QList<qint64>{key(4), key(2), key(1), key(0)}));
}

void TestStacks::theStripFollows()
{
    stack({1, 2, 3});
    auto strip = m->make<StackPhotos>();
    new QAbstractItemModelTester(strip.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, strip.get());
    strip->setAssetId(id(3));
    strip->componentComplete();
    QTRY_COMPARE(strip->count(), 3);
    QCOMPARE(strip->current(), 2);
    QVERIFY(strip->isCover());
    strip->step(-1);
    QCOMPARE(strip->shownId(), id(2));
    QVERIFY(!strip->isCover());
    strip->step(-2); // there is none
    QCOMPARE(strip->shownId(), id(2));
    m_acts->makeCover(id(2));
    QTRY_VERIFY(strip->isCover());
    strip->setAssetId(id(2)); // as the list has it now
    QCOMPARE(strip->shownId(), id(2));
    trash(2);
    QTRY_COMPARE(strip->isStack(), false);
    QCOMPARE(strip->keys().size(), 2); // those that can take its place
    strip->setAssetId(id(1));
    QTRY_COMPARE(strip->count(), 2);
    QCOMPARE(strip->shownId(), id(1));
    strip->setAssetId(id(4));
    QCOMPARE(strip->shownId(), id(4));
    QCOMPARE(strip->count(), 0);
}

void TestStacks::theCursorStaysWithTheStack()
{
    stack({1, 2, 3});
    QTRY_COMPARE(m_model->count(), 3);
    PhotoCursor cursor;
    cursor.setModel(m_model.get());
    cursor.setRow(1);
    QTRY_COMPARE(cursor.assetId(), id(3));
    QStringList seen;
    connect(&cursor, &PhotoCursor::changed, &cursor, [&] { seen << cursor.assetId(); });
    cursor.setOthers({key(1), key(2), key(3)});
    m_acts->makeCover(id(1));
    QTRY_COMPARE(cursor.assetId(), id(1));
    QVERIFY(!seen.contains(id(0)) && !seen.contains(id(4))); // not by way of its neighbours
    trash(1);
    QTRY_COMPARE(cursor.assetId(), id(2));
}

QTEST_GUILESS_MAIN(TestStacks)
#include "tst_stacks.moc"
