// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers_fixture.h"
#include "support/patience.h"
#include "ui/base/load_picture.h"
#include "ui/base/selection.h"
#include "ui/servers/remote_gallery.h"
#include "ui/servers/remote_groups.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::RemoteGallery;
using ui::RemoteGroups;

class TestRemoteGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::ServersFixture>(); }
    void cleanup()
    {
        m_gallery.reset();
        m.reset();
    }
    void thousandsComePageByPage();
    void theyStandUnderTheirDays();
    void theyAreLookedThrough();
    void whatIsHereIsMarked();
    void theSelectionStaysWithItsPhotos();
    void albumsAreAskedFor();
    void whatFailsIsSaid();
    void thumbnailsCome();

private:
    void open(bool isTested = true)
    {
        m_gallery = m->make<RemoteGallery>();
        if (isTested) {
            new QAbstractItemModelTester(m_gallery.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         m_gallery.get());
        }
        m_gallery->setServer(u"attic"_s);
        m_gallery->componentComplete();
        QTRY_VERIFY(m_gallery->status() == RemoteGallery::Status::Ready && !m_gallery->isReading());
    }

    std::unique_ptr<test::ServersFixture> m;
    std::unique_ptr<RemoteGallery> m_gallery;
};

void TestRemoteGallery::thousandsComePageByPage()
{
    constexpr int all = 3000;
    m->addServer(u"attic"_s, all);
    open(false);
    QCOMPARE(m_gallery->count(), all);
    QCOMPARE(m_gallery->rowOf(m_gallery->keyAt(1234)), 1234);
    QCOMPARE(m_gallery->rowOf(all + 5), -1);
    // Read again, nothing moves.
    const QSignalSpy reset(m_gallery.get(), &QAbstractItemModel::modelReset);
    m_gallery->reload();
    QTRY_VERIFY(!m_gallery->isReading());
    QCOMPARE(reset.count(), 0);
}

void TestRemoteGallery::theyStandUnderTheirDays()
{
    m->addServer(u"attic"_s, 70);
    open();
    QCOMPARE(m_gallery->count(), 70);
    int count = 0;
    for (const ui::Section &section : m_gallery->sections()) {
        QCOMPARE(section.first, count);
        QVERIFY(!section.title.isEmpty());
        count += section.count;
    }
    QCOMPARE(count, 70);
    QVERIFY(m_gallery->largePictureAt(0).startsWith(u"image://remote/remote-large/"_s));
    QCOMPARE(m_gallery->largePictureAt(70), QString());
}

void TestRemoteGallery::theyAreLookedThrough()
{
    m->addServer(u"attic"_s, 30);
    open();
    m_gallery->setText(u"IMG_7"_s);
    QTRY_COMPARE(m_gallery->status(), RemoteGallery::Status::Ready);
    QTRY_COMPARE(m_gallery->count(), 1);
    QCOMPARE(m_gallery->valueAt(0, u"fileName"_s).toString(), u"IMG_7.jpg"_s);
    m_gallery->setText({});
    m_gallery->setKind(int(transfer::RemoteKind::Video));
    QTRY_COMPARE(m_gallery->status(), RemoteGallery::Status::Ready);
    QCOMPARE(m_gallery->count(), 0);
    m_gallery->setKind(0);
    QTRY_COMPARE(m_gallery->count(), 30);
}

void TestRemoteGallery::whatIsHereIsMarked()
{
    m->addServer(u"attic"_s, 3);
    open();
    QVERIFY(!m_gallery->valueAt(0, u"isHere"_s).toBool());
    // The bytes of one come in another way.
    const auto photo = m->photo();
    QVERIFY(m->run("UPDATE blob SET sha1 = ?2 WHERE id = (SELECT blob_id FROM asset WHERE id = ?1)", photo.assetId,
                   test::remoteSha1(QByteArray::number(2))));
    m->events.publish({u"asset.added"_s, photo.uuid, {}, {}});
    const auto here = [this] {
        int count = 0;
        for (int row = 0; row < m_gallery->count(); ++row) {
            count += m_gallery->valueAt(row, u"isHere"_s).toBool() ? 1 : 0;
        }
        return count;
    };
    QTRY_COMPARE(here(), 1);
    m_gallery->setMissing(true);
    QTRY_COMPARE(m_gallery->count(), 2);
}

void TestRemoteGallery::theSelectionStaysWithItsPhotos()
{
    m->addServer(u"attic"_s, 10);
    open();
    ui::Selection chosen;
    chosen.setModel(m_gallery.get());
    chosen.select(2);
    chosen.extendTo(4);
    const QStringList ids = m_gallery->assetsAt(chosen.rows());
    QCOMPARE(ids.size(), 3);
    m_gallery->reload();
    QTRY_VERIFY(!m_gallery->isReading());
    QCOMPARE(m_gallery->assetsAt(chosen.rows()), ids);
    // Others than these are not there any more.
    m_gallery->setText(u"nothing is called so"_s);
    QTRY_VERIFY(chosen.isEmpty());
}

void TestRemoteGallery::albumsAreAskedFor()
{
    m->addServer(u"attic"_s, 3);
    m->server.serve("/api/albums",
                    {test::jsonAnswer(QJsonArray{QJsonObject{
                        {u"id"_s, test::remoteText(100)}, {u"albumName"_s, u"Summer"_s}, {u"assetCount"_s, 2}}})});
    const auto groups = m->make<RemoteGroups>();
    groups->setServer(u"attic"_s);
    groups->componentComplete();
    QCOMPARE(m->server.requests("/api/albums"), 0);
    groups->setWanted(true);
    QTRY_COMPARE(groups->count(), 1);
    QCOMPARE(groups->index(0).data(RemoteGroups::NameRole).toString(), u"Summer"_s);
    QCOMPARE(groups->index(0).data(RemoteGroups::CountRole).toString(), u"2"_s);
}

void TestRemoteGallery::whatFailsIsSaid()
{
    m_gallery = m->make<RemoteGallery>();
    m_gallery->setServer(u"nobody"_s);
    m_gallery->componentComplete();
    QTRY_COMPARE(m_gallery->status(), RemoteGallery::Status::Failed);
    QVERIFY(!m_gallery->errorText().isEmpty());
    QVERIFY(!m_gallery->isReading());
}

void TestRemoteGallery::thumbnailsCome()
{
    m->addServer(u"attic"_s, 1);
    test::Answer picture;
    picture.body = test::LibraryFixture::jpeg(9, 60, 40);
    picture.headers = {{"Content-Type", "image/jpeg"}};
    m->server.serve("/api/assets/" + test::remoteText(1).toLatin1() + "/thumbnail", {picture});
    m->server.serve("/api/assets/" + test::remoteText(1).toLatin1() + "/thumbnail?size=thumbnail", {picture});
    open();
    const QString id = m_gallery->valueAt(0, u"picture"_s).toString().mid(int(qstrlen("image://remote/")));
    const auto image = ui::loadPicture(m->context->services(), m->owner.userId, id, 0, {});
    QVERIFY2(image, image ? "" : qPrintable(image.error().forLog()));
    QCOMPARE(image->size(), QSize(60, 40));
    QVERIFY(!ui::loadPicture(m->context->services(), m->owner.userId, u"remote/6e6f/x"_s, 0, {}));
}

QTEST_GUILESS_MAIN(TestRemoteGallery)
#include "tst_remote_gallery.moc"
