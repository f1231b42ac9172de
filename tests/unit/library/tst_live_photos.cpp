// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/live_photos.h"
#include "library/trash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class LivePhotosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::LibraryFixture>();
        m_image = *m->upload(m->jpeg(10), u"IMG_1.jpg"_s);
        m_video = *m->upload(m->jpeg(20), u"IMG_1.mov"_s);
        QVERIFY(m->run("UPDATE asset SET is_video = 1 WHERE id = ?1", m_video.assetId));
    }
    void whicheverHalfComesLastPairs_data();
    void whicheverHalfComesLastPairs();
    void halvesOfTwoUsersAreNoPair();
    void whatLiesInTheTrashWaits();
    void aReplacedVideoIsVisibleAgain();

private:
    void identify(const library::Registered &asset)
    {
        QVERIFY(m->run("UPDATE asset SET content_identifier = 'same' WHERE id = ?1", asset.assetId));
    }
    void pair(const library::Registered &asset)
    {
        QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
            library::pairLivePhoto(tx, m->changes, asset.assetId);
            return {};
        }));
    }
    bool isPaired()
    {
        return m->asset(m_image.uuid)->liveVideoUuid == m_video.uuid && m->asset(m_video.uuid)->isHidden;
    }
    std::unique_ptr<test::LibraryFixture> m;
    library::Registered m_image;
    library::Registered m_video;
};

void LivePhotosTest::whicheverHalfComesLastPairs_data()
{
    QTest::addColumn<bool>("imageFirst");
    QTest::newRow("picture first") << true;
    QTest::newRow("video first") << false;
}

void LivePhotosTest::whicheverHalfComesLastPairs()
{
    QFETCH(bool, imageFirst);
    const auto &first = imageFirst ? m_image : m_video;
    const auto &second = imageFirst ? m_video : m_image;
    identify(first);
    pair(first);
    QVERIFY(!isPaired());
    const qint64 stamp = std::max(m->stampOf(m_image.uuid), m->stampOf(m_video.uuid));
    identify(second);
    pair(second);
    QVERIFY(isPaired());
    QVERIFY(m->stampOf(m_image.uuid) > stamp && m->stampOf(m_video.uuid) > stamp);
}

void LivePhotosTest::halvesOfTwoUsersAreNoPair()
{
    identify(m_image);
    identify(m_video);
    QVERIFY(m->run("UPDATE asset SET owner_id = ?1 WHERE id = ?2", m->guest.userId, m_video.assetId));
    pair(m_image);
    QVERIFY(!m->asset(m_image.uuid)->liveVideoId);
}

void LivePhotosTest::whatLiesInTheTrashWaits()
{
    identify(m_image);
    identify(m_video);
    library::Trash trash(*m->services);
    QVERIFY(m->change([&](storage::Transaction &tx) { return trash.moveToTrash(tx, m->owner.userId, m_video.uuid); }));
    pair(m_image);
    // Else emptying the trash would take the video from its picture.
    QVERIFY(!isPaired());
    QVERIFY(m->change([&](storage::Transaction &tx) { return trash.restore(tx, m->owner.userId, m_video.uuid); }));
    QVERIFY(isPaired());
}

void LivePhotosTest::aReplacedVideoIsVisibleAgain()
{
    const auto other = *m->upload(m->jpeg(30));
    for (const auto &video : {m_video, other}) {
        QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
            library::linkLivePhoto(tx, m->changes, m_image.assetId, video.assetId);
            return {};
        }));
    }
    QVERIFY(!m->asset(m_video.uuid)->isHidden);
    QVERIFY(m->asset(other.uuid)->isHidden);
}

QTEST_GUILESS_MAIN(LivePhotosTest)
#include "tst_live_photos.moc"
