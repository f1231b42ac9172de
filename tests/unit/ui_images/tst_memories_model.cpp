// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/day_memories.h"
#include "base/clock.h"
#include "library/trash.h"
#include "ui/base/preferences.h"
#include "ui/images/memories_model.h"
#include "ui/images/memory_photos.h"
#include "ui/images/memory_settings.h"
#include "window_fixture.h"

#include "base/ids.h"
#include "support/patience.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

/// Looked at on 17 May 2022.
class TestMemoriesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theYearsOfTheDay();
    void nothingToRemember();
    void turnedOff();
    void anotherDay();
    void savedAndHidden();
    void thoseThatWereSaved();
    void whatClientsDo();
    void whatComesLater();
    void itsPhotos();
    void forToday();

private:
    library::Registered photo(const char *time) { return m->photoAt(*fromIso(QString::fromLatin1(time))); }
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QVariant shown(int row, int role) const { return m_model->data(m_model->index(row), role); }
    void load();

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<MemoriesModel> m_model;
    std::vector<library::Registered> m_photos;
};

void TestMemoriesModel::init()
{
    m = std::make_unique<test::WindowFixture>();
    m_photos = {photo("2019-05-17T08:00:00Z"), photo("2019-05-17T09:00:00Z"), photo("2021-05-17T12:00:00Z"),
                photo("2020-01-01T12:00:00Z")};
    m_model = m->make<MemoriesModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setDay(QDate(2022, 5, 17));
}

void TestMemoriesModel::cleanup()
{
    m_model.reset();
    m.reset();
}

void TestMemoriesModel::load()
{
    m_model->componentComplete();
    QTRY_COMPARE(m_model->status(), ListModel::Status::Ready);
}

QStringList TestMemoriesModel::titles() const
{
    QStringList all;
    for (int row = 0; row < m_model->count(); ++row) {
        all << shown(row, MemoriesModel::TitleRole).toString();
    }
    return all;
}

void TestMemoriesModel::theYearsOfTheDay()
{
    load();
    QCOMPARE(titles(), (QStringList{u"1 year(s) ago"_s, u"3 year(s) ago"_s}));
    QCOMPARE(shown(0, MemoriesModel::PhotosRole).toInt(), 1);
    QCOMPARE(shown(1, MemoriesModel::PhotosRole).toInt(), 2);
    QVERIFY(shown(1, MemoriesModel::PictureRole).toString().contains(toText(m_photos[0].uuid)));
    QVERIFY(shown(1, MemoriesModel::NameRole).toString().contains(u"2019"_s));
}

void TestMemoriesModel::nothingToRemember()
{
    m_model->setDay(QDate(2022, 5, 18));
    load();
    QCOMPARE(m_model->count(), 0);
}

void TestMemoriesModel::turnedOff()
{
    load();
    m_model->setOn(false);
    QCOMPARE(m_model->count(), 0);
    m_model->setOn(true);
    QTRY_COMPARE(m_model->count(), 2);
}

void TestMemoriesModel::anotherDay()
{
    load();
    m_model->setDay(QDate(2022, 1, 1));
    QTRY_COMPARE(titles(), QStringList{u"2 year(s) ago"_s});
}

void TestMemoriesModel::savedAndHidden()
{
    load();
    m_model->setSaved(1, true);
    QTRY_COMPARE(shown(1, MemoriesModel::IsSavedRole).toBool(), true);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(shown(1, MemoriesModel::IsSavedRole).toBool(), false);
    const QSignalSpy pushed(&m->undoStack(), &UndoStack::pushed);
    m_model->hide(0);
    QTRY_COMPARE(titles(), QStringList{u"3 year(s) ago"_s});
    QTRY_COMPARE(pushed.size(), 1);
    m_model->reload(); // the day does not bring it again
    QTRY_COMPARE(m_model->count(), 1);
    m->undoStack().undo();
    QTRY_COMPARE(m_model->count(), 2);
    m->undoStack().redo();
    QTRY_COMPARE(m_model->count(), 1);
    m_model.reset(); // acts outlive the list without harm
    m->undoStack().undo();
}

void TestMemoriesModel::thoseThatWereSaved()
{
    load();
    m_model->setSaved(1, true);
    QTRY_COMPARE(shown(1, MemoriesModel::IsSavedRole).toBool(), true);
    m_model->setDay(QDate(2022, 5, 18)); // on which there are none
    QTRY_COMPARE(m_model->count(), 0);
    m_model->setOn(false);
    m_model->setShowsSaved(true);
    QTRY_COMPARE(m_model->count(), 1);
    QVERIFY(titles().first().contains(u"2019"_s));
    m_model->setSaved(0, false);
    QTRY_COMPARE(m_model->count(), 0);
    m_model->setShowsSaved(false);
    m_model->setOn(true);
    m_model->setDay(QDate(2022, 5, 17));
    QTRY_COMPARE(m_model->count(), 2);
}

void TestMemoriesModel::whatClientsDo()
{
    load();
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        const auto memories = albums::memoriesOf(transaction.db(), m->owner.userId, {});
        albums::tellOfMemory(transaction, m->events, memories.front().uuid);
        return albums::deleteMemory(transaction, m->owner.userId, memories.front().uuid);
    }));
    QTRY_COMPARE(titles(), QStringList{u"3 year(s) ago"_s});
}

void TestMemoriesModel::whatComesLater()
{
    load();
    photo("2010-05-17T12:00:00Z");
    QTRY_COMPARE(titles(), (QStringList{u"1 year(s) ago"_s, u"3 year(s) ago"_s, u"12 year(s) ago"_s}));
}

void TestMemoriesModel::itsPhotos()
{
    load();
    auto photos = m->make<MemoryPhotos>();
    new QAbstractItemModelTester(photos.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, photos.get());
    photos->componentComplete();
    const QSignalSpy ready(photos.get(), &MemoryPhotos::ready);
    photos->setKeys(m_model->open(1));
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(photos->count(), 2);
    QCOMPARE(photos->keyAt(0), m_photos[0].assetId);
    QCOMPARE(photos->data(photos->index(1), MemoryPhotos::AssetIdRole).toString(), toText(m_photos[1].uuid));
    QTRY_COMPARE(m->number("SELECT count(*) FROM memory WHERE seen_at IS NOT NULL"), 1);
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, m_photos[0].uuid);
    }));
    QTRY_COMPARE(photos->count(), 1);
    QCOMPARE(photos->rowOf(m_photos[0].assetId), -1);
    QCOMPARE(photos->rowOf(m_photos[1].assetId), 0);
    QCOMPARE(ready.size(), 1); // it is opened once
}

void TestMemoriesModel::forToday()
{
    const QString file = m->path(u"window.ini"_s);
    {
        Preferences preferences(file);
        MemorySettings settings(&preferences, nullptr);
        const QSignalSpy changed(&settings, &MemorySettings::changed);
        QVERIFY(settings.isOn() && !settings.isDismissed());
        settings.setDismissed(true);
        settings.setOn(false);
        QCOMPARE(changed.size(), 2);
    }
    Preferences preferences(file);
    MemorySettings settings(&preferences, nullptr);
    QVERIFY(!settings.isOn() && settings.isDismissed());
    preferences.setValue(u"memories/dismissed"_s, u"2022-05-17"_s); // that was another day
    QVERIFY(!settings.isDismissed());
}

QTEST_GUILESS_MAIN(TestMemoriesModel)
#include "tst_memories_model.moc"
