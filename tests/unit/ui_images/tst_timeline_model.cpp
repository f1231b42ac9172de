// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include "base/ids.h"
#include "library/trash.h"
#include "library/turn_asset.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr qint64 start = 1'600'000'000'000; // 2020-09-13T12:26:40Z

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newestFirstByDays();
    void theDayOfThePlace();
    void todayAndYesterday();
    void rowsAreFoundByKey();
    void readsWhatIsWanted();
    void newPhotosComeIn();
    void whatIsTrashedGoes();
    void manyAtOnce();
    void changesAreShown();
    void aPhotoMovesToItsDay();
    void filters();
    void noPhotos();
    void moreThanTheFirstScreens();
    void onlyOnesOwn();
    void findsAPhoto();

private:
    void load();
    [[nodiscard]] QList<qint64> keys() const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QVariant shown(int row, TimelineModel::Role role) const { return m_model->index(row).data(role); }
    void trash(const library::Registered &photo);

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<TimelineModel> m_model;
};

void TestTimelineModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_model = m->make<TimelineModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestTimelineModel::cleanup()
{
    m_model.reset();
    m.reset();
}

void TestTimelineModel::load()
{
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
}

QList<qint64> TestTimelineModel::keys() const
{
    QList<qint64> keys;
    for (int row = 0; row < m_model->count(); ++row) {
        keys << m_model->keyAt(row);
    }
    return keys;
}

QStringList TestTimelineModel::titles() const
{
    QStringList titles;
    for (const Section &section : m_model->sections()) {
        titles << section.title;
    }
    return titles;
}

void TestTimelineModel::trash(const library::Registered &photo)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, photo.uuid);
    }));
}

void TestTimelineModel::newestFirstByDays()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto old = m->photoAt(start);
    const auto newest = m->photoAt(start + 2 * day);
    const auto sameDay = m->photoAt(start + hour);
    const auto sameTime = m->photoAt(start + 2 * day);
    load();
    QCOMPARE(keys(), (QList<qint64>{sameTime.assetId, newest.assetId, sameDay.assetId, old.assetId}));
    QCOMPARE(titles(), (QStringList{u"Tuesday, 15 September 2020"_s, u"Sunday, 13 September 2020"_s}));
    QCOMPARE(m_model->sections()[1].first, 2);
    QCOMPARE(m_model->sections()[1].count, 2);
    QCOMPARE(shown(0, TimelineModel::AspectRole).toFloat(), 1.25F);
}

void TestTimelineModel::theDayOfThePlace()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m->photoAt(start, 13 * 60);
    load();
    QCOMPARE(titles(), QStringList{u"Monday, 14 September 2020"_s});
}

void TestTimelineModel::todayAndYesterday()
{
    const QDateTime noon(QDate::currentDate(), QTime(12, 0), Qt::UTC);
    m->photoAt(noon.toMSecsSinceEpoch());
    m->photoAt(noon.addDays(-1).toMSecsSinceEpoch());
    load();
    QCOMPARE(titles(), (QStringList{u"Today"_s, u"Yesterday"_s}));
}

void TestTimelineModel::rowsAreFoundByKey()
{
    const auto first = m->photoAt(start);
    const auto second = m->photoAt(start + hour);
    load();
    QCOMPARE(m_model->rowOf(first.assetId), 1);
    QCOMPARE(m_model->rowOf(second.assetId), 0);
    QCOMPARE(m_model->rowOf(second.assetId + 1000), -1);
    QCOMPARE(m_model->rowOf(-1), -1);
}

void TestTimelineModel::readsWhatIsWanted()
{
    const auto photo = m->photoAt(start);
    for (int i = 1; i < 50; ++i) {
        m->photoAt(start + i * hour);
    }
    QVERIFY(m->run("UPDATE asset SET is_favorite = 1, rating = 3.6 WHERE id = ?1", photo.assetId));
    load();
    QCOMPARE(shown(49, TimelineModel::AssetIdRole), u""_s);
    m_model->want(45, 60);
    QTRY_COMPARE(shown(49, TimelineModel::AssetIdRole), toText(photo.uuid));
    QCOMPARE(shown(0, TimelineModel::AssetIdRole), u""_s);
    QCOMPARE(shown(49, TimelineModel::IsFavouriteRole), true);
    QCOMPARE(shown(49, TimelineModel::RatingRole), 4);
    QVERIFY(
        shown(49, TimelineModel::PictureRole).toString().startsWith(u"image://library/thumb/"_s + toText(photo.uuid)));
    QVERIFY(shown(49, TimelineModel::NameRole).toString().contains(u"a.jpg"_s));
}

void TestTimelineModel::newPhotosComeIn()
{
    m->photoAt(start);
    m->photoAt(start + 2 * day);
    load();
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const auto between = m->photoAt(start + day);
    QTRY_COMPARE(m_model->count(), 3);
    QTRY_COMPARE(m_model->keyAt(1), between.assetId);
    QCOMPARE(m_model->sections().size(), 3U);
    QVERIFY(!inserted.isEmpty());
}

void TestTimelineModel::whatIsTrashedGoes()
{
    const auto photo = m->photoAt(start);
    const auto other = m->photoAt(start + hour);
    load();
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    trash(photo);
    QTRY_COMPARE(keys(), QList<qint64>{other.assetId});
    QCOMPARE(removed.size(), 1);
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, other.uuid);
    }));
    QTRY_COMPARE(m_model->count(), 0);
    QVERIFY(m_model->sections().empty());
}

void TestTimelineModel::manyAtOnce()
{
    m->photoAt(start);
    load();
    std::vector<library::Registered> photos;
    for (int i = 0; i < 200; ++i) {
        photos.push_back(m->photoAt(start + i * hour));
    }
    QTRY_COMPARE(m_model->count(), 201);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        for (const auto &photo : photos) {
            (void)library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, photo.uuid);
        }
        return {};
    }));
    QTRY_COMPARE(m_model->count(), 1);
    QCOMPARE(m_model->sections().size(), 1U);
}

void TestTimelineModel::changesAreShown()
{
    const auto photo = m->photoAt(start);
    load();
    m_model->want(0, 0);
    QTRY_VERIFY(!shown(0, TimelineModel::AssetIdRole).toString().isEmpty());
    const QString before = shown(0, TimelineModel::PictureRole).toString();
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET is_favorite = 1 WHERE id = ?1", photo.assetId);
        m->changes.touch(transaction, photo.assetId);
        return {};
    }));
    QTRY_COMPARE(shown(0, TimelineModel::IsFavouriteRole), true);
    QCOMPARE(shown(0, TimelineModel::PictureRole).toString(), before); // the picture is the same
    QVERIFY(library::turnAsset(*m->services, m->owner.userId, photo.uuid, 1));
    QTRY_VERIFY(shown(0, TimelineModel::PictureRole).toString() != before); // so that it is loaded anew
    QTRY_COMPARE(shown(0, TimelineModel::AspectRole).toFloat(), 0.8F);
    QVERIFY(reset.isEmpty());
}

void TestTimelineModel::aPhotoMovesToItsDay()
{
    const auto photo = m->photoAt(start);
    m->photoAt(start + day);
    load();
    QCOMPARE(m_model->rowOf(photo.assetId), 1);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE asset SET created_at = ?2 WHERE id = ?1", photo.assetId, start + 2 * day);
        m->changes.touch(transaction, photo.assetId);
        return {};
    }));
    QTRY_COMPARE(m_model->rowOf(photo.assetId), 0);
    QCOMPARE(m_model->sections().size(), 2U);
}

void TestTimelineModel::filters()
{
    const auto favourite = m->photoAt(start);
    const auto video = m->photoAt(start + hour);
    const auto trashed = m->photoAt(start + 2 * hour);
    const auto hidden = m->photoAt(start + 3 * hour);
    const auto archived = m->photoAt(start + 4 * hour);
    QVERIFY(m->run("UPDATE asset SET is_archived = 1, is_favorite = 1 WHERE id = ?1", archived.assetId));
    QVERIFY(m->run("UPDATE asset SET is_favorite = 1 WHERE id = ?1", favourite.assetId));
    QVERIFY(m->run("UPDATE asset SET is_video = 1, duration_ms = 62000 WHERE id = ?1", video.assetId));
    QVERIFY(m->run("UPDATE asset SET is_hidden = 1, is_video = 1 WHERE id = ?1", hidden.assetId));
    trash(trashed);
    load();
    QCOMPARE(keys(), (QList<qint64>{video.assetId, favourite.assetId}));
    m_model->setFilter(TimelineModel::Filter::Favourites);
    QTRY_COMPARE(keys(), QList<qint64>{favourite.assetId});
    m_model->setFilter(TimelineModel::Filter::Videos);
    QTRY_COMPARE(keys(), QList<qint64>{video.assetId});
    m_model->want(0, 0);
    QTRY_COMPARE(shown(0, TimelineModel::DurationRole), u"1:02"_s);
    m_model->setFilter(TimelineModel::Filter::Archive);
    QTRY_COMPARE(keys(), QList<qint64>{archived.assetId});
    m_model->setFilter(TimelineModel::Filter::Trash);
    QTRY_COMPARE(keys(), QList<qint64>{trashed.assetId});
    m_model->setFilter(TimelineModel::Filter::All);
    QTRY_COMPARE(m_model->count(), 2);
}

void TestTimelineModel::noPhotos()
{
    load();
    QCOMPARE(m_model->count(), 0);
    m_model->want(0, 10);
    QVERIFY(m_model->sections().empty());
    m->photoAt(start);
    QTRY_COMPARE(m_model->count(), 1);
}

void TestTimelineModel::moreThanTheFirstScreens()
{
    m->addRows(2000, start);
    int first = 0; // the first are there before the rest
    connect(m_model.get(), &QAbstractItemModel::modelReset, m_model.get(), [&] { first = m_model->count(); });
    load();
    QVERIFY(first > 0 && first < 2000);
    QTRY_COMPARE(m_model->count(), 2000);
    for (int row = 1; row < 2000; ++row) {
        QVERIFY(m_model->keyAt(row) < m_model->keyAt(row - 1));
    }
    const Section &last = m_model->sections().back();
    QCOMPARE(last.first + last.count, 2000);
    // Reading all of it anew keeps what is shown until the answer is there.
    m_model->reload();
    QCOMPARE(m_model->count(), 2000);
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
    QCOMPARE(m_model->count(), 2000);
}

void TestTimelineModel::onlyOnesOwn()
{
    m->photoAt(start);
    const QString file = m->write(u"theirs.jpg"_s, m->jpeg(3, 32, 32));
    QVERIFY(m->addFor(m->guest, file, library::Importer::Placement::Copy));
    load();
    QCOMPARE(m_model->count(), 1);
}

void TestTimelineModel::findsAPhoto()
{
    const auto old = m->photoAt(start - day);
    m->addRows(700, start); // more than are read at first
    const QSignalSpy found(m_model.get(), &TimelineModel::found);
    m_model->componentComplete();
    m_model->find(toText(old.uuid));
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found[0].first().toInt(), 700);
    m_model->find(toText(newUuid()));
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(found[1].first().toInt(), -1);
    m_model->find(u"no id"_s);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[2].first().toInt(), -1);
    trash(old);
    QTRY_COMPARE(m_model->rowOf(old.assetId), -1);
    m_model->find(toText(old.uuid));
    QTRY_COMPARE(found.size(), 4);
    QCOMPARE(found[3].first().toInt(), -1);
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
