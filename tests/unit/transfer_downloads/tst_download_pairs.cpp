// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloads_fixture.h"
#include "support/patience.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

/// The halves of live photos arrive together or not at all.
class DownloadPairsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<DownloadsFixture>();
        m->server.serve("/picture", {withBody("picture")});
        m->server.serve("/video", {withBody("video")});
    }
    void cleanup() { m.reset(); }
    void bothCome();
    void oneNumberForBoth();
    void theFirstWaits();
    void aHalfThatFails_data();
    void aHalfThatFails();
    void whatFailedIsTriedWithItsOtherHalf();
    void areOneToPeople();
    void crashedBetweenTheNames();

private:
    [[nodiscard]] NewDownload half(const char *part, const QString &filename) const
    {
        NewDownload one = m->wanted(part == QByteArray("image") ? "/picture" : "/video", filename);
        one.metaData = {{u"part"_s, QString::fromLatin1(part)}, {u"id"_s, u"live"_s}};
        return one;
    }
    void addBoth()
    {
        const auto tasks = m->downloads->add({half("image", u"IMG_1.HEIC"_s), half("video", u"clip.MOV"_s)});
        QVERIFY(tasks);
        QCOMPARE((*tasks)[0].taskId, u"live:image"_s);
        QCOMPARE((*tasks)[1].taskId, u"live:video"_s);
        QCOMPARE((*tasks)[0].group, DownloadGroup::LivePhoto);
    }
    std::unique_ptr<DownloadsFixture> m;
};

void DownloadPairsTest::bothCome()
{
    addBoth();
    m->start();
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Complete));
    QVERIFY(m->waitFor(u"live:video"_s, DownloadStatus::Complete));
    QCOMPARE(m->files(), (QStringList{u"IMG_1.HEIC"_s, u"IMG_1.MOV"_s}));
    QCOMPARE(m->bytesOf(m->task(u"live:video"_s).filePath), QByteArray("video"));
    QVERIFY(m->arrivals().isEmpty());
}

void DownloadPairsTest::oneNumberForBoth()
{
    QVERIFY(QDir().mkpath(m->gallery()));
    QFile other(m->gallery() + u"/IMG_1.MOV"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    addBoth();
    m->start();
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Complete));
    QCOMPARE(m->files(), (QStringList{u"IMG_1 (2).HEIC"_s, u"IMG_1 (2).MOV"_s, u"IMG_1.MOV"_s}));
}

void DownloadPairsTest::theFirstWaits()
{
    Answer stalls = withBody("video");
    stalls.stallAfter = 1;
    m->setup.stallTimeout = std::chrono::seconds(30);
    m->reopen();
    m->server.serve("/video", {stalls, withBody("video")});
    addBoth();
    m->start();
    QTRY_COMPARE(m->task(u"live:image"_s).hold, DownloadHold::OtherHalf);
    QCOMPARE(m->task(u"live:image"_s).bytesReceived, 7);
    QVERIFY(m->files().isEmpty());
    m->reopen(); // It is not fetched again.
    m->start();
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Complete));
    QCOMPARE(m->server.requests("/picture"), 1);
    QCOMPARE(m->files(), (QStringList{u"IMG_1.HEIC"_s, u"IMG_1.MOV"_s}));
}

void DownloadPairsTest::aHalfThatFails_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<DownloadStatus>("end");
    QTest::newRow("video not found") << QByteArray("/video") << 404 << DownloadStatus::NotFound;
    QTest::newRow("picture refused") << QByteArray("/picture") << 400 << DownloadStatus::Failed;
    QTest::newRow("video after retries") << QByteArray("/video") << 503 << DownloadStatus::Failed;
}

void DownloadPairsTest::aHalfThatFails()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    QFETCH(const DownloadStatus, end);
    Answer refuses;
    refuses.status = status;
    m->server.serve(path, {refuses});
    addBoth();
    m->start();
    const bool isVideo = path == "/video";
    const QString bad = isVideo ? u"live:video"_s : u"live:image"_s;
    const QString good = isVideo ? u"live:image"_s : u"live:video"_s;
    QVERIFY(m->waitFor(bad, end));
    QVERIFY(m->waitFor(good, DownloadStatus::Failed));
    QCOMPARE(m->task(bad).error->fact(u"half"_s), isVideo ? u"video"_s : u"image"_s);
    QCOMPARE(m->task(good).error->code, ErrorCode::LivePhotoIncomplete);
    QCOMPARE(m->task(good).error->fact(u"half"_s), isVideo ? u"video"_s : u"image"_s);
    QVERIFY(m->files().isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return m->arrivals().isEmpty(); }, tests::patienceMs));
    // Both begin anew where one is asked to.
    m->server.serve(path, {withBody("now")});
    QVERIFY(m->downloads->retry(good));
    QVERIFY(m->waitFor(bad, DownloadStatus::Complete) && m->waitFor(good, DownloadStatus::Complete));
    QCOMPARE(m->files().size(), 2);
}

void DownloadPairsTest::whatFailedIsTriedWithItsOtherHalf()
{
    Answer gone;
    gone.status = 404;
    m->server.serve("/video", {gone, withBody("video")});
    addBoth();
    m->start();
    QVERIFY(m->waitFor(u"live:video"_s, DownloadStatus::NotFound));
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Failed));
    QCOMPARE(m->downloads->retryFailed().value(), 2);
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Complete));
    QVERIFY(m->waitFor(u"live:video"_s, DownloadStatus::Complete));
}

void DownloadPairsTest::areOneToPeople()
{
    addBoth();
    QVERIFY(m->downloads->pause(u"live:video"_s));
    QCOMPARE(m->task(u"live:image"_s).status, DownloadStatus::Paused);
    QVERIFY(m->downloads->resume(u"live:image"_s));
    QCOMPARE(m->task(u"live:video"_s).status, DownloadStatus::Enqueued);
    QVERIFY(m->downloads->cancel(u"live:image"_s));
    QCOMPARE(m->task(u"live:video"_s).status, DownloadStatus::Canceled);
    QCOMPARE(m->downloads->retryMany({u"live:video"_s}).value(), 2);
    QCOMPARE(m->task(u"live:image"_s).status, DownloadStatus::Enqueued);
}

// The picture has its name, the video not yet.
void DownloadPairsTest::crashedBetweenTheNames()
{
    addBoth();
    QVERIFY(QDir().mkpath(m->gallery() + u"/.kinframe-downloads"_s));
    QFile picture(m->gallery() + u"/IMG_1.HEIC"_s);
    QVERIFY(picture.open(QIODevice::WriteOnly));
    QFile video(m->gallery() + u"/.kinframe-downloads/%1"_s.arg(m->task(u"live:video"_s).id));
    QVERIFY(video.open(QIODevice::WriteOnly));
    const auto recorded = m->database->write([this](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE download SET status = 1, stage = 2, folder = ?1, path = ?1 || '/IMG_1.' || CASE half "
                        "WHEN 1 THEN 'HEIC' ELSE 'MOV' END",
                        m->gallery());
        return {};
    });
    QVERIFY(recorded);
    m->reopen();
    m->start();
    QVERIFY(m->waitFor(u"live:image"_s, DownloadStatus::Complete));
    QVERIFY(m->waitFor(u"live:video"_s, DownloadStatus::Complete));
    QCOMPARE(m->files(), (QStringList{u"IMG_1.HEIC"_s, u"IMG_1.MOV"_s}));
    QVERIFY(m->arrivals().isEmpty());
}

QTEST_GUILESS_MAIN(DownloadPairsTest)
#include "tst_download_pairs.moc"
