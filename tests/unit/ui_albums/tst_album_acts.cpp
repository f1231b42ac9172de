// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/album.h"
#include "base/ids.h"
#include "support/patience.h"
#include "ui/albums/album_acts.h"
#include "ui/base/selection.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestAlbumActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneIsMadeOfWhatIsSelected();
    void addingTakesBackOnlyWhatWasNew();
    void thoseThatAreThereAreSaid();
    void removingGivesTheCoverBack();
    void textsAndOrder();
    void aCoverThatWasNotChosenIsNotChosenAgain();
    void aDeletedAlbumComesBackAsItWas();
    void undoneAndDoneAgainAtOnce();
    void whatIsGoneIsTold();
    void manyInParts();

private:
    [[nodiscard]] QVariant one(int photo) const { return toText(m_photos[size_t(photo)].uuid); }
    [[nodiscard]] std::vector<albums::Album> all() const
    {
        return *m->database->read([this](storage::Connection &db) -> Result<std::vector<albums::Album>> {
            return albums::albumsOf(db, m->owner.userId);
        });
    }
    [[nodiscard]] albums::Album only() const { return all().at(0); }
    [[nodiscard]] qint64 chosen() const { return m->number("SELECT ifnull(max(cover_id), 0) FROM album"); }
    /// An album with the first two photos.
    QString make();
    void finish() { QTRY_VERIFY(!m_acts->isBusy()); }
    void undo()
    {
        m->undoStack().undo();
        finish();
    }
    void redo()
    {
        m->undoStack().redo();
        finish();
    }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<AlbumActs> m_acts;
    std::vector<library::Registered> m_photos;
};

void TestAlbumActs::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_acts = std::make_unique<AlbumActs>(m->context.get(), &m->undoStack());
    m_photos = m->photosInARow(3);
}

void TestAlbumActs::cleanup()
{
    m_acts.reset();
    m.reset();
}

QString TestAlbumActs::make()
{
    m_acts->make(u"Sea"_s, one(0));
    finish();
    const QString id = toText(only().uuid);
    m_acts->add(id, u"Sea"_s, one(1));
    finish();
    return id;
}

void TestAlbumActs::oneIsMadeOfWhatIsSelected()
{
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    const QSignalSpy made(m_acts.get(), &AlbumActs::made);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->make(u" Sea "_s, QVariant::fromValue(&selection));
    finish();
    QCOMPARE(only().name, u"Sea"_s);
    QCOMPARE(only().assetCount, 3);
    const QUuid uuid = only().uuid;
    QCOMPARE(made.value(0).value(0).toString(), toText(uuid));
    QCOMPARE(pushed.value(0).value(0).toString(), u"Album “Sea” created"_s);
    undo();
    QVERIFY(all().empty());
    redo();
    QCOMPARE(only().uuid, uuid);
    QCOMPARE(only().assetCount, 3);
    undo();
    QVERIFY(all().empty());
}

void TestAlbumActs::addingTakesBackOnlyWhatWasNew()
{
    const QString id = make();
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->add(id, u"Sea"_s, QVariant::fromValue(&selection));
    finish();
    QCOMPARE(only().assetCount, 3);
    QVERIFY(pushed.value(0).value(0).toString().startsWith(u"1 "_s));
    undo();
    QCOMPARE(only().assetCount, 2);
}

void TestAlbumActs::thoseThatAreThereAreSaid()
{
    const QString id = make();
    const QSignalSpy said(m_acts.get(), &AlbumActs::said);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->add(id, u"Sea"_s, one(1));
    finish();
    QCOMPARE(said.size(), 1);
    QCOMPARE(pushed.size(), 0);
}

void TestAlbumActs::removingGivesTheCoverBack()
{
    const QString id = make();
    m_acts->setCover(id, one(0));
    finish();
    QCOMPARE(only().cover, m_photos[0].uuid);
    m_acts->remove(id, u"Sea"_s, one(0));
    finish();
    QCOMPARE(only().assetCount, 1);
    QCOMPARE(only().cover, m_photos[1].uuid);
    undo();
    QCOMPARE(only().assetCount, 2);
    QCOMPARE(only().cover, m_photos[0].uuid);
    redo();
    QCOMPARE(only().assetCount, 1);
}

void TestAlbumActs::textsAndOrder()
{
    const QString id = make();
    m_acts->rename(id, u"Lake"_s);
    m_acts->describe(id, u"Where we were"_s);
    m_acts->setOldestFirst(id, true);
    finish();
    QCOMPARE(only().name, u"Lake"_s);
    QCOMPARE(only().description, u"Where we were"_s);
    QVERIFY(only().isOldestFirst);
    undo();
    undo();
    undo();
    QCOMPARE(only().name, u"Sea"_s);
    QCOMPARE(only().description, QString());
    QVERIFY(!only().isOldestFirst);
    redo();
    QCOMPARE(only().name, u"Lake"_s);
}

void TestAlbumActs::aCoverThatWasNotChosenIsNotChosenAgain()
{
    const QString id = make();
    m_acts->setCover(id, one(0));
    finish();
    QCOMPARE(chosen(), m_photos[0].assetId);
    undo();
    QCOMPARE(chosen(), 0);
    redo();
    QCOMPARE(chosen(), m_photos[0].assetId);
}

void TestAlbumActs::aDeletedAlbumComesBackAsItWas()
{
    const QString id = make();
    m_acts->describe(id, u"Where we were"_s);
    m_acts->setCover(id, one(0));
    m_acts->setOldestFirst(id, true);
    finish();
    const albums::Album before = only();
    const qint64 added = m->number("SELECT sum(added_at) FROM album_asset");
    m_acts->deleteAlbums({id});
    finish();
    QVERIFY(all().empty());
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 3);
    undo();
    const albums::Album after = only();
    QCOMPARE(after.uuid, before.uuid);
    QCOMPARE(after.description, before.description);
    QCOMPARE(after.createdAt, before.createdAt);
    QCOMPARE(after.assetCount, before.assetCount);
    QVERIFY(after.isOldestFirst);
    QCOMPARE(chosen(), m_photos[0].assetId);
    QCOMPARE(m->number("SELECT sum(added_at) FROM album_asset"), added);
    QVERIFY(after.updatedAt > before.updatedAt);
}

void TestAlbumActs::undoneAndDoneAgainAtOnce()
{
    const QString id = make();
    m_acts->deleteAlbums({id});
    finish();
    const QSignalSpy failed(m_acts.get(), &AlbumActs::failed);
    m->undoStack().undo();
    m->undoStack().redo();
    m->undoStack().undo();
    finish();
    QCOMPARE(failed.size(), 0);
    QCOMPARE(only().assetCount, 2);
}

void TestAlbumActs::whatIsGoneIsTold()
{
    const QSignalSpy failed(m_acts.get(), &AlbumActs::failed);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_acts->rename(toText(newUuid()), u"Lake"_s);
    finish();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(pushed.size(), 0);
}

void TestAlbumActs::manyInParts()
{
    constexpr int many = 2 * int(photosAtOnce) + 500;
    m->addRows(many, 1'000'000'000'000);
    auto model = m->make<TimelineModel>();
    model->componentComplete();
    QTRY_COMPARE(model->count(), many + 3);
    Selection selection;
    selection.setModel(model.get());
    selection.selectAll();
    m_acts->make(u"All"_s, QVariant::fromValue(&selection));
    finish();
    QCOMPARE(only().assetCount, many + 3);
    undo();
    QVERIFY(all().empty());
    QCOMPARE(m->number("SELECT count(*) FROM album_asset"), 0);
}

QTEST_GUILESS_MAIN(TestAlbumActs)
#include "tst_album_acts.moc"
