// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/trash.h"
#include "ui/images/photo_cursor.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include "base/ids.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;

/// Over the photos 4 (newest) to 0.
class TestPhotoCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void knowsItsNeighbours();
    void stepsToTheEnds();
    void staysWithItsPhoto();
    void goesOnWhereItsPhotoGoes();
    void tellsWhenNothingIsLeft();

private:
    [[nodiscard]] QString id(int photo) const { return toText(m_photos[size_t(photo)].uuid); }
    void trash(int photo);

    std::unique_ptr<test::WindowFixture> m;
    std::vector<library::Registered> m_photos;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<PhotoCursor> m_cursor;
};

void TestPhotoCursor::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_photos = m->photosInARow(5);
    m_model = m->make<TimelineModel>();
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
    m_cursor = std::make_unique<PhotoCursor>();
    m_cursor->setModel(m_model.get());
}

void TestPhotoCursor::cleanup()
{
    m_cursor.reset();
    m_model.reset();
    m.reset();
}

void TestPhotoCursor::trash(int photo)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, m_photos[size_t(photo)].uuid);
    }));
}

void TestPhotoCursor::knowsItsNeighbours()
{
    m_cursor->setRow(1);
    QTRY_COMPARE(m_cursor->assetId(), id(3));
    QCOMPARE(m_cursor->previousId(), id(4));
    QCOMPARE(m_cursor->nextId(), id(2));
    QVERIFY(m_cursor->hasPrevious() && m_cursor->hasNext());
}

void TestPhotoCursor::stepsToTheEnds()
{
    m_cursor->setRow(0);
    QTRY_COMPARE(m_cursor->assetId(), id(4));
    m_cursor->step(-1);
    QCOMPARE(m_cursor->row(), 0);
    QVERIFY(!m_cursor->hasPrevious());
    QCOMPARE(m_cursor->previousId(), QString());
    m_cursor->step(4);
    QTRY_COMPARE(m_cursor->assetId(), id(0));
    QVERIFY(!m_cursor->hasNext());
    m_cursor->step(1);
    QCOMPARE(m_cursor->row(), 4);
}

void TestPhotoCursor::staysWithItsPhoto()
{
    m_cursor->setRow(1);
    QTRY_COMPARE(m_cursor->assetId(), id(3));
    m->photoAt(1'700'000'000'000);
    QTRY_COMPARE(m_cursor->row(), 2);
    QCOMPARE(m_cursor->assetId(), id(3));
}

void TestPhotoCursor::goesOnWhereItsPhotoGoes()
{
    m_cursor->setRow(1);
    QTRY_COMPARE(m_cursor->assetId(), id(3));
    trash(3);
    QTRY_COMPARE(m_cursor->assetId(), id(2));
    m_cursor->setRow(3);
    QTRY_COMPARE(m_cursor->assetId(), id(0));
    trash(0); // the last one: back to the one before
    QTRY_COMPARE(m_cursor->assetId(), id(1));
}

void TestPhotoCursor::tellsWhenNothingIsLeft()
{
    m_cursor->setRow(0);
    const QSignalSpy emptied(m_cursor.get(), &PhotoCursor::emptied);
    for (int photo = 0; photo < 5; ++photo) {
        QVERIFY(emptied.isEmpty());
        trash(photo);
        QTRY_COMPARE(m_model->count(), 4 - photo);
    }
    QTRY_VERIFY(!emptied.isEmpty());
}

QTEST_GUILESS_MAIN(TestPhotoCursor)
#include "tst_photo_cursor.moc"
