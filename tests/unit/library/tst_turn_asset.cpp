// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/missing_thumbnails.h"
#include "library/thumbnail_files.h"
#include "library/trash.h"
#include "library/turn_asset.h"
#include "media/decode.h"
#include "media/encode.h"
#include "support/library_fixture.h"

#include <QDirIterator>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using library::ThumbnailKind;

namespace {

/// Twice as wide as high, white at the left and black at the right.
QByteArray halfWhite()
{
    media::Pixels pixels = media::Pixels::make(128, 64);
    for (int y = 0; y < pixels.height; ++y) {
        std::fill_n(pixels.row(y), 64 * 3, std::uint8_t(255));
        std::fill_n(pixels.row(y) + std::ptrdiff_t(64) * 3, 64 * 3, std::uint8_t(0));
    }
    return *media::encodeJpeg(pixels, 95);
}

struct Corners
{
    int topLeft;
    int topRight;
    int bottomLeft;
};

} // namespace

class TestTurnAsset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingFollows();
    void aFullTurnIsNone();
    void theOriginalStays();
    void processingAgainKeepsIt();
    void anotherUsersPhotoStays();
    void lostThumbnailsComeBackTurned();
    void thumbnailsGoWithThePhoto();
    void isAChange();
    void whatCannotBeReadStays();
    void onlyOnesOwn();

private:
    [[nodiscard]] library::Asset asset(qint64 userId = 0) { return *m->asset(m_photo.uuid, userId); }
    [[nodiscard]] QString thumbnail(const library::Asset &asset) const;
    [[nodiscard]] Corners cornersOf(const library::Asset &asset) const;
    [[nodiscard]] Result<void> turn(int quarterTurns);

    std::unique_ptr<test::LibraryFixture> m;
    library::Registered m_photo;
};

void TestTurnAsset::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_photo = *m->upload(halfWhite());
    QVERIFY(m->process(m_photo));
}

Result<void> TestTurnAsset::turn(int quarterTurns)
{
    return library::turnAsset(*m->services, m->owner.userId, m_photo.uuid, quarterTurns);
}

QString TestTurnAsset::thumbnail(const library::Asset &asset) const
{
    return library::thumbnailPath(m->services->thumbnailFolder, asset.sha256, ThumbnailKind::Thumbnail, asset.turn);
}

Corners TestTurnAsset::cornersOf(const library::Asset &asset) const
{
    const QString path = thumbnail(asset);
    const auto type = media::sniffFileType(path, {});
    if (!type) {
        return {-1, -1, -1};
    }
    const media::Pixels pixels = media::decodePicture(path, *type, 1, {})->pixels;
    const auto shade = [&](int x, int y) { return int(pixels.row(y)[std::ptrdiff_t(x) * pixels.channels()]); };
    return {shade(4, 4), shade(pixels.width - 5, 4), shade(4, pixels.height - 5)};
}

void TestTurnAsset::everythingFollows()
{
    QCOMPARE(asset().width, std::optional<qint64>(128));
    QVERIFY(turn(1)); // what was left is on top
    QCOMPARE(asset().turn, 1);
    QCOMPARE(asset().width, std::optional<qint64>(64));
    QCOMPARE(asset().height, std::optional<qint64>(128));
    Corners corners = cornersOf(asset());
    QVERIFY(corners.topLeft > 200 && corners.topRight > 200 && corners.bottomLeft < 50);
    QVERIFY(turn(1)); // upside down: on the right
    QCOMPARE(asset().width, std::optional<qint64>(128));
    corners = cornersOf(asset());
    QVERIFY(corners.topLeft < 50 && corners.topRight > 200 && corners.bottomLeft < 50);
    QVERIFY(turn(-1));
    corners = cornersOf(asset());
    QVERIFY(corners.topLeft > 200 && corners.topRight > 200 && corners.bottomLeft < 50);
}

void TestTurnAsset::aFullTurnIsNone()
{
    for (int i = 0; i < 4; ++i) {
        QVERIFY(turn(-1));
    }
    QCOMPARE(asset().turn, 0);
    QCOMPARE(asset().width, std::optional<qint64>(128));
    const Corners corners = cornersOf(asset());
    QVERIFY(corners.topLeft > 200 && corners.topRight < 50);
}

void TestTurnAsset::theOriginalStays()
{
    const auto path = m->blobs->pathOf(asset().sha256);
    QFile original(path);
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray before = original.readAll();
    QVERIFY(turn(1));
    original.seek(0);
    QCOMPARE(original.readAll(), before);
    QCOMPARE(m->blobs->pathOf(asset().sha256), path);
}

void TestTurnAsset::processingAgainKeepsIt()
{
    QVERIFY(turn(1));
    library::removeThumbnails(m->services->thumbnailFolder, asset().sha256);
    QVERIFY(m->process(m_photo));
    QCOMPARE(asset().turn, 1);
    QCOMPARE(asset().width, std::optional<qint64>(64));
    QCOMPARE(asset().height, std::optional<qint64>(128));
    const Corners corners = cornersOf(asset());
    QVERIFY(corners.topLeft > 200 && corners.bottomLeft < 50);
}

void TestTurnAsset::anotherUsersPhotoStays()
{
    const QString file = m->write(u"same.jpg"_s, halfWhite());
    const auto same = *m->addFor(m->guest, file, library::Importer::Placement::Copy);
    QVERIFY(m->process(same, nullptr, m->guest.userId));
    QVERIFY(turn(1));
    const library::Asset theirs = *m->asset(same.uuid, m->guest.userId);
    QCOMPARE(theirs.turn, 0);
    QCOMPARE(theirs.width, std::optional<qint64>(128));
    const Corners corners = cornersOf(theirs);
    QVERIFY(corners.topLeft > 200 && corners.topRight < 50);
}

void TestTurnAsset::lostThumbnailsComeBackTurned()
{
    QVERIFY(turn(1));
    library::removeThumbnails(m->services->thumbnailFolder, asset().sha256);
    QVERIFY(!QFile::exists(thumbnail(asset())));
    QVERIFY(library::makeMissingThumbnails(*m->services, asset(), {}));
    const Corners corners = cornersOf(asset());
    QVERIFY(corners.topLeft > 200 && corners.topRight > 200 && corners.bottomLeft < 50);
}

void TestTurnAsset::thumbnailsGoWithThePhoto()
{
    QVERIFY(turn(1));
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, m_photo.uuid);
    }));
    QVERIFY(!QDirIterator(m->services->thumbnailFolder, QDir::Files, QDirIterator::Subdirectories).hasNext());
}

void TestTurnAsset::isAChange()
{
    const qint64 before = m->stampOf(m_photo.uuid);
    QStringList told;
    const auto listening = m->events.subscribe([&](const Event &event) { told << event.type; });
    QVERIFY(turn(1));
    QVERIFY(m->stampOf(m_photo.uuid) > before);
    QCOMPARE(told, QStringList{u"asset.changed"_s});
}

void TestTurnAsset::whatCannotBeReadStays()
{
    QVERIFY(QFile::remove(m->blobs->pathOf(asset().sha256)));
    const qint64 before = m->stampOf(m_photo.uuid);
    QVERIFY(!turn(1));
    QCOMPARE(asset().turn, 0);
    QCOMPARE(m->stampOf(m_photo.uuid), before);
}

void TestTurnAsset::onlyOnesOwn()
{
    const auto refused = library::turnAsset(*m->services, m->guest.userId, m_photo.uuid, 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(asset().turn, 0);
}

QTEST_GUILESS_MAIN(TestTurnAsset)
#include "tst_turn_asset.moc"
