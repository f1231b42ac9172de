// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloads_fixture.h"
#include "support/patience.h"
#include "support/small_disk.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

/// A gallery on a disk that is nearly full.
class DownloadDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m.reset();
        m_disk.reset();
    }
    void knownTooLarge();
    void fullOnTheWay();
    void roomIsReserved();
    void whatHasItsRoomIsLeftAlone();
    void goesOnWhereThereIsRoom();

private:
    [[nodiscard]] QString add(const QByteArray &path, qsizetype size, const QString &name)
    {
        m->server.serve(path, {withBody(testBytes(size))});
        return m->add(m->wanted(path, name));
    }
    [[nodiscard]] bool waitForHold(const QString &id)
    {
        return m->waitFor(id, DownloadStatus::Paused) && m->task(id).hold == DownloadHold::Disk;
    }
    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<DownloadsFixture> m;
};

void DownloadDiskTest::init()
{
    m_disk = std::make_unique<SmallDisk>(12 * 1024 * 1024);
    if (!m_disk->isThere()) {
        QSKIP("no disk can be mounted here");
    }
    m = std::make_unique<DownloadsFixture>();
    DownloadSettings settings = *m->downloads->settings();
    settings.folder = m_disk->path(u"gallery"_s);
    QVERIFY(m->downloads->setSettings(settings));
    m->start();
}

void DownloadDiskTest::knownTooLarge()
{
    const QString id = add("/a", 24'000'000, u"a.mp4"_s);
    QVERIFY(waitForHold(id));
    const Error error = *m->task(id).error;
    QCOMPARE(error.code, ErrorCode::DiskFull);
    const qint64 missing = error.fact(u"missingBytes"_s).toLongLong();
    QVERIFY2(missing > 11'000'000 && missing < 13'000'000, QByteArray::number(missing).constData());
    // And for all of them together.
    const auto problem = [this] { return m->downloads->summary()->problem; };
    QVERIFY(QTest::qWaitFor([&] { return problem().has_value(); }, tests::patienceMs));
    QCOMPARE(problem()->code, ErrorCode::DiskFull);
    const qint64 wanted = problem()->fact(u"missingBytes"_s).toLongLong();
    QVERIFY2(wanted > 11'000'000 && wanted < 13'000'000, QByteArray::number(wanted).constData());
    const QString small = add("/b", 100'000, u"b.jpg"_s); // One that has room is not held up.
    QVERIFY(m->waitFor(small, DownloadStatus::Complete));
    QVERIFY(m->downloads->cancel(id));
    QVERIFY(QTest::qWaitFor([&] { return !problem(); }, tests::patienceMs));
}

void DownloadDiskTest::fullOnTheWay()
{
    Answer endless = withBody(testBytes(16'000'000));
    endless.withoutLength = true;
    m->server.serve("/a", {endless});
    const QString id = m->add(m->wanted("/a", u"a.mp4"_s));
    QVERIFY(waitForHold(id));
    QCOMPARE(m->task(id).error->code, ErrorCode::DiskFull);
    QVERIFY(m->downloads->cancel(id)); // What has come of it makes room.
    QVERIFY(m->waitFor(add("/b", 5'000'000, u"b.mp4"_s), DownloadStatus::Complete));
}

// Each of them fits, both do not.
void DownloadDiskTest::roomIsReserved()
{
    QVERIFY(m_disk->fill(8'000'000));
    Answer slow = withBody(testBytes(5'000'000));
    slow.dripBytes = 50'000;
    m->server.serve("/a", {slow});
    m->server.serve("/b", {slow});
    const QString a = m->add(m->wanted("/a", u"a.mp4"_s));
    const QString b = m->add(m->wanted("/b", u"b.mp4"_s));
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m->downloads->summary()->count(DownloadStatus::Complete) == 1 &&
                   m->downloads->summary()->count(DownloadStatus::Paused) == 1;
        },
        30'000));
    const QString held = m->task(a).status == DownloadStatus::Paused ? a : b;
    QCOMPARE(m->task(held).error->code, ErrorCode::DiskFull);
}

// Large files take theirs before their bytes come: little is free then, and all of them fit.
void DownloadDiskTest::whatHasItsRoomIsLeftAlone()
{
    QVERIFY(m_disk->fill(9'500'000));
    Answer slow = withBody(testBytes(4'500'000));
    slow.dripBytes = 40'000;
    m->server.serve("/a", {slow});
    m->server.serve("/b", {slow});
    const QString a = m->add(m->wanted("/a", u"a.mp4"_s));
    const QString b = m->add(m->wanted("/b", u"b.mp4"_s));
    QVERIFY(m->waitFor(a, DownloadStatus::Complete) && m->waitFor(b, DownloadStatus::Complete));
    QCOMPARE(m->task(a).attempts, 1);
    QCOMPARE(m->task(b).attempts, 1);
}

void DownloadDiskTest::goesOnWhereThereIsRoom()
{
    QVERIFY(m_disk->fill(1'000'000));
    const QString id = add("/a", 3'000'000, u"a.mp4"_s);
    QVERIFY(waitForHold(id));
    QVERIFY(m_disk->empty());
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->bytesOf(m->task(id).filePath), testBytes(3'000'000));
}

QTEST_GUILESS_MAIN(DownloadDiskTest)
#include "tst_download_disk.moc"
