// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "support/patience.h"
#include "ui/albums/album_acts.h"
#include "ui/albums/album_details.h"
#include "ui/images/timeline_model.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestAlbumDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsShown();
    void itsPhotosAreFound();
    void anAlbumThatGoesAndComesBack();
    void another();

private:
    QString make(const QString &name);
    void finish() { QTRY_VERIFY(!m_acts->isBusy()); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<AlbumActs> m_acts;
    std::unique_ptr<AlbumDetails> m_details;
    std::vector<library::Registered> m_photos;
    QString m_sea;
};

void TestAlbumDetails::init()
{
    m = std::make_unique<test::WindowFixture>();
    QLocale::setDefault(QLocale(QLocale::English));
    m_acts = std::make_unique<AlbumActs>(m->context.get(), &m->undoStack());
    m_photos.clear();
    for (int i = 0; i < 3; ++i) {
        m_photos.push_back(m->photoAt(QDateTime(QDate(2024, 3 + i, 14), {10, 0}, Qt::UTC).toMSecsSinceEpoch()));
    }
    m_sea = make(u"Sea"_s);
    m_details = m->make<AlbumDetails>();
    m_details->setAlbum(m_sea);
    m_details->componentComplete();
    QTRY_COMPARE(m_details->status(), AlbumDetails::Status::Ready);
}

void TestAlbumDetails::cleanup()
{
    m_details.reset();
    m_acts.reset();
    m.reset();
}

QString TestAlbumDetails::make(const QString &name)
{
    QSignalSpy made(m_acts.get(), &AlbumActs::made);
    m_acts->make(name, toText(m_photos[0].uuid));
    finish();
    return made.value(0).value(0).toString();
}

void TestAlbumDetails::whatIsShown()
{
    QCOMPARE(m_details->name(), u"Sea"_s);
    QCOMPARE(m_details->photoCount(), 1);
    QCOMPARE(m_details->datesText(), u"14 Mar 2024"_s);
    QCOMPARE(m_details->cover(), toText(m_photos[0].uuid));
    const QSignalSpy contents(m_details.get(), &AlbumDetails::contentsChanged);
    m_acts->add(m_sea, u"Sea"_s, toText(m_photos[2].uuid));
    QTRY_COMPARE(m_details->photoCount(), 2);
    QCOMPARE(contents.size(), 1);
    QCOMPARE(m_details->datesText(), u"Mar – May 2024"_s);
    QCOMPARE(m_details->order(), QString());
    m_acts->setOldestFirst(m_sea, true);
    QTRY_COMPARE(m_details->order(), u"created_at"_s);
}

void TestAlbumDetails::itsPhotosAreFound()
{
    auto model = m->make<TimelineModel>();
    const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model->setQuery(m_details->query());
    connect(m_details.get(), &AlbumDetails::contentsChanged, model.get(), &TimelineModel::reload);
    model->componentComplete();
    QTRY_COMPARE(model->status(), TimelineModel::Status::Ready);
    QCOMPARE(model->count(), 1);
    QCOMPARE(model->keyAt(0), m_photos[0].assetId);
    m_acts->add(m_sea, u"Sea"_s, toText(m_photos[1].uuid));
    QTRY_COMPARE(model->count(), 2);
    m_acts->remove(m_sea, u"Sea"_s, toText(m_photos[0].uuid));
    QTRY_COMPARE(model->count(), 1);
    QCOMPARE(model->keyAt(0), m_photos[1].assetId);
    finish();
    m->undoStack().undo();
    QTRY_COMPARE(model->count(), 2);
    model.reset();
}

void TestAlbumDetails::anAlbumThatGoesAndComesBack()
{
    m_acts->deleteAlbums({m_sea});
    QTRY_COMPARE(m_details->status(), AlbumDetails::Status::Gone);
    finish();
    m->undoStack().undo();
    QTRY_COMPARE(m_details->status(), AlbumDetails::Status::Ready);
    QCOMPARE(m_details->name(), u"Sea"_s);
}

void TestAlbumDetails::another()
{
    const QString lake = make(u"Lake"_s);
    m_details->setAlbum(lake);
    QCOMPARE(m_details->name(), QString());
    QTRY_COMPARE(m_details->name(), u"Lake"_s);
    m_details->setAlbum({});
    QCOMPARE(m_details->query(), QString());
}

QTEST_GUILESS_MAIN(TestAlbumDetails)
#include "tst_album_details.moc"
