// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/kept_album.h"
#include "base/ids.h"
#include "library/trash.h"
#include "support/patience.h"
#include "ui/albums/album_watch.h"
#include "ui/albums/albums_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::AlbumsModel;
using ui::AlbumWatch;

/// Three albums: of the sea in Jun 2024, of the years from 2019 on, and one without photos.
class TestAlbumsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void whatTheyShow();
    void orders();
    void searchIsByNameAndDescription();
    void clientsChangesAreFollowed();
    void anAlbumThatGoes();
    void photosThatGo();
    void nobodyLooks();
    void othersHaveTheirOwn();
    void tenThousand();

private:
    QUuid make(const QString &name, const std::vector<QUuid> &assets, qint64 createdAt, qint64 owner = 0);
    /// As a client does it.
    void rename(const QUuid &album, const QString &name);
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QVariant value(int row, int role) const { return m_model->index(row).data(role); }
    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<AlbumsModel> m_model;
    std::vector<library::Registered> m_photos;
    QUuid m_sea;
    QUuid m_years;
    QUuid m_empty;
};

QUuid TestAlbumsModel::make(const QString &name, const std::vector<QUuid> &assets, qint64 createdAt, qint64 owner)
{
    albums::AlbumEdit edit;
    edit.name = name;
    return *m->change([&](storage::Transaction &transaction) -> Result<QUuid> {
        const auto album = albums::createAlbum(transaction, owner == 0 ? m->owner.userId : owner, edit, assets).value();
        transaction.run("UPDATE album SET created_at = ?2 WHERE id = ?1", album.id, createdAt);
        albums::tellOfAlbum(transaction, m->events, album.uuid);
        return album.uuid;
    });
}

void TestAlbumsModel::rename(const QUuid &album, const QString &name)
{
    albums::AlbumEdit edit;
    edit.name = name;
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        albums::tellOfAlbum(transaction, m->events, album);
        const auto done = albums::editAlbum(transaction, m->owner.userId, album, edit);
        return done ? Result<void>() : failed(done);
    }));
}

void TestAlbumsModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    QLocale::setDefault(QLocale(QLocale::English));
    m_photos.clear();
    for (const QDate &day : {QDate(2024, 6, 3), QDate(2024, 6, 20), QDate(2019, 1, 1)}) {
        m_photos.push_back(m->photoAt(QDateTime(day, {12, 0}, Qt::UTC).toMSecsSinceEpoch()));
    }
    m_sea = make(u"Sea"_s, {m_photos[0].uuid, m_photos[1].uuid}, 3000);
    m_years = make(u"album 10"_s, {m_photos[0].uuid, m_photos[2].uuid}, 2000);
    m_empty = make(u"album 9"_s, {}, 1000);
    m_model = m->make<AlbumsModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), AlbumsModel::Status::Ready);
}

QStringList TestAlbumsModel::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->count(); ++row) {
        names << value(row, AlbumsModel::NameRole).toString();
    }
    return names;
}

void TestAlbumsModel::whatTheyShow()
{
    QCOMPARE(value(0, AlbumsModel::PhotoCountRole).toInt(), 2);
    QCOMPARE(value(0, AlbumsModel::DatesRole).toString(), u"Jun 2024"_s);
    QCOMPARE(value(0, AlbumsModel::CoverRole).toString(), toText(m_photos[1].uuid));
    QCOMPARE(value(1, AlbumsModel::DatesRole).toString(), u"2019 – 2024"_s);
    QCOMPARE(value(2, AlbumsModel::PhotoCountRole).toInt(), 0);
    QCOMPARE(value(2, AlbumsModel::DatesRole).toString(), QString());
    QCOMPARE(value(2, AlbumsModel::CoverRole).toString(), QString());
    QLocale::setDefault(QLocale(QLocale::Chinese));
    QCOMPARE(value(0, AlbumsModel::DatesRole).toString(), u"2024年6月"_s);
    QCOMPARE(m_model->rowOfAlbum(toText(m_empty)), 2);
    QCOMPARE(m_model->rowOf(m_model->keyAt(1)), 1);
    QCOMPARE(m_model->albumNamed(u"SEA "_s), toText(m_sea));
    QCOMPARE(m_model->albumNamed(u"Se"_s), QString());
}

void TestAlbumsModel::orders()
{
    QCOMPARE(names(), (QStringList{u"Sea"_s, u"album 10"_s, u"album 9"_s}));
    m_model->setOrder(AlbumsModel::Order::ByName);
    QCOMPARE(names(), (QStringList{u"album 9"_s, u"album 10"_s, u"Sea"_s}));
    m_model->setOrder(AlbumsModel::Order::LatestPhotos);
    QCOMPARE(names(), (QStringList{u"Sea"_s, u"album 10"_s, u"album 9"_s}));
    rename(m_empty, u"Lake"_s);
    m_model->setOrder(AlbumsModel::Order::ChangedFirst);
    QTRY_COMPARE(names().value(0), u"Lake"_s);
}

void TestAlbumsModel::searchIsByNameAndDescription()
{
    m_model->setSearch(u" ALBUM"_s);
    QCOMPARE(names(), (QStringList{u"album 10"_s, u"album 9"_s}));
    QCOMPARE(m_model->total(), 3);
    m_model->setSearch(u"none"_s);
    QCOMPARE(m_model->count(), 0);
    QVERIFY(m_model->sections().empty());
    m_model->setSearch({});
    QCOMPARE(m_model->count(), 3);
}

void TestAlbumsModel::clientsChangesAreFollowed()
{
    const QSignalSpy reset(m_model.get(), &AlbumsModel::modelReset);
    rename(m_years, u"Years"_s);
    QTRY_COMPARE(names(), (QStringList{u"Sea"_s, u"Years"_s, u"album 9"_s}));
    QCOMPARE(reset.size(), 0); // Nothing has moved.
    make(u"New"_s, {m_photos[2].uuid}, 9000);
    QTRY_COMPARE(names().value(0), u"New"_s);
    QCOMPARE(value(0, AlbumsModel::DatesRole).toString(), u"1 Jan 2019"_s);
    QCOMPARE(m_model->total(), 4);
}

void TestAlbumsModel::anAlbumThatGoes()
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        albums::tellOfAlbum(transaction, m->events, m_sea);
        return albums::deleteAlbum(transaction, m->owner.userId, m_sea);
    }));
    QTRY_COMPARE(names(), (QStringList{u"album 10"_s, u"album 9"_s}));
    QCOMPARE(m_model->rowOfAlbum(toText(m_sea)), -1);
}

void TestAlbumsModel::photosThatGo()
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        const auto moved = library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, m_photos[1].uuid);
        return moved ? Result<void>() : failed(moved);
    }));
    QTRY_COMPARE(value(0, AlbumsModel::PhotoCountRole).toInt(), 1);
    QCOMPARE(value(0, AlbumsModel::CoverRole).toString(), toText(m_photos[0].uuid));
}

void TestAlbumsModel::nobodyLooks()
{
    // Once this is seen, what was told of the albums as they were made is over.
    rename(m_empty, u"Empty"_s);
    QTRY_COMPARE(m_model->nameAt(2), u"Empty"_s);
    m_model->setOn(false);
    AlbumWatch watch(m_model.get());
    const QSignalSpy photos(&watch, &AlbumWatch::photosChanged);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        const auto moved = library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, m_photos[1].uuid);
        return moved ? Result<void>() : failed(moved);
    }));
    QTRY_COMPARE(photos.size(), 1);
    rename(m_years, u"Years"_s);
    QTRY_COMPARE(m_model->nameAt(1), u"Years"_s); // What happens to albums is followed.
    QCOMPARE(value(0, AlbumsModel::PhotoCountRole).toInt(), 2);
    m_model->setOn(true);
    QTRY_COMPARE(value(0, AlbumsModel::PhotoCountRole).toInt(), 1);
}

void TestAlbumsModel::othersHaveTheirOwn()
{
    make(u"Not mine"_s, {}, 9000, m->guest.userId);
    rename(m_sea, u"Mine"_s);
    QTRY_COMPARE(names().value(0), u"Mine"_s);
    QCOMPARE(m_model->total(), 3);
}

void TestAlbumsModel::tenThousand()
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        for (int i = 0; i < 10'000; ++i) {
            transaction.run("INSERT INTO album(uuid, owner_id, name, description, created_at, updated_at) "
                            "VALUES (randomblob(16), ?1, ?2, '', ?3, 1)",
                            m->owner.userId, u"Many %1"_s.arg(i), 10'000 + i);
        }
        return {};
    }));
    m_model->reload();
    QTRY_COMPARE(m_model->count(), 10'003);
    QCOMPARE(names().value(0), u"Many 9999"_s);
    const QSignalSpy reset(m_model.get(), &AlbumsModel::modelReset);
    rename(m_sea, u"Ocean"_s);
    QTRY_COMPARE(m_model->nameAt(10'000), u"Ocean"_s);
    QCOMPARE(reset.size(), 0);
}

QTEST_GUILESS_MAIN(TestAlbumsModel)
#include "tst_albums_model.moc"
