// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_texts.h"

#include <QLocale>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;
using transfer::DownloadHold;
using transfer::DownloadStatus;

class TestDownloadTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void numbers();
    void whatItIsCalled();
    void whatItWaitsFor();
    void whatToDoAboutIt();
    void aFullDiskIsToldByTheGallery();
    void aCertificateIsToldWithItsFingerprint();
    void whatNeverCameHasOnlyItsSize();
    void everyStatusHasAWord();

private:
    [[nodiscard]] static DownloadRow row(DownloadStatus status)
    {
        DownloadRow row;
        row.task.taskId = u"a"_s;
        row.task.url = QUrl(u"https://photos.example/files/IMG_1.jpg?token=secret"_s);
        row.task.status = status;
        return row;
    }
};

void TestDownloadTexts::numbers()
{
    QCOMPARE(percentText(0.65), u"65 %"_s);
    QCOMPARE(percentText(0.999), u"99 %"_s);
    QCOMPARE(percentText(-1), QString());
    QCOMPARE(amountText(2'400'000, 3'700'000), u"2.4 MB / 3.7 MB"_s);
    QCOMPARE(amountText(2'400'000, -1), u"2.4 MB"_s);
    QCOMPARE(rateText(1'200'000), u"1.2 MB/s"_s);
    QCOMPARE(rateText(0), QString());
    DownloadRow running = row(DownloadStatus::Running);
    running.task.totalBytes = 10'000'000;
    running.task.bytesReceived = 4'000'000;
    running.task.bytesPerSecond = 1'000'000;
    QVERIFY(leftText(running).contains(u'6'));
    running.task.status = DownloadStatus::Paused;
    QCOMPARE(leftText(running), QString());
}

void TestDownloadTexts::whatItIsCalled()
{
    DownloadRow one = row(DownloadStatus::Running);
    QCOMPARE(nameText(one), u"IMG_1.jpg"_s);
    one.task.filename = u"beach.jpg"_s;
    QCOMPARE(nameText(one), u"beach.jpg"_s);
    QCOMPARE(originText(one), u"photos.example"_s);
    one.task.server = u"attic"_s;
    QCOMPARE(originText(one), u"attic"_s);
}

void TestDownloadTexts::whatItWaitsFor()
{
    DownloadRow waiting = row(DownloadStatus::WaitingToRetry);
    waiting.task.retryAt = 15'000;
    QVERIFY(problemText(waiting, 10'000).contains(u'5'));
    waiting.task.hold = DownloadHold::Network;
    const QString network = problemText(waiting, 10'000);
    QVERIFY(!network.isEmpty());
    QVERIFY(!network.contains(u'5'));
    QCOMPARE(signOf(waiting).icon, u"cloud-off"_s);
    DownloadRow live = row(DownloadStatus::Failed);
    live.task.half = transfer::LiveHalf::Video;
    live.task.error = Error{ErrorCode::NetworkTimeout, {{u"host"_s, u"photos.example"_s}}, {}};
    QVERIFY(problemText(live, 0).contains(u"photos.example"_s));
    DownloadRow single = live;
    single.task.half = transfer::LiveHalf::None;
    QVERIFY(problemText(live, 0) != problemText(single, 0));
}

void TestDownloadTexts::whatToDoAboutIt()
{
    const auto remedyFor = [](ErrorCode code, const QString &server) {
        DownloadRow failed = row(DownloadStatus::Failed);
        failed.task.error = Error{code, {}, {}};
        failed.task.server = server;
        return remedyOf(failed);
    };
    QCOMPARE(remedyFor(ErrorCode::RemoteUnauthorized, u"attic"_s), DownloadRemedy::SignIn);
    QCOMPARE(remedyFor(ErrorCode::RemoteUnauthorized, {}), DownloadRemedy::TryAgain);
    QCOMPARE(remedyFor(ErrorCode::DiskFull, {}), DownloadRemedy::FreeSpace);
    QCOMPARE(remedyFor(ErrorCode::DownloadFolder, {}), DownloadRemedy::ChooseFolder);
    QCOMPARE(remedyFor(ErrorCode::NetworkTimeout, {}), DownloadRemedy::TryAgain);
    QCOMPARE(remedyOf(row(DownloadStatus::Running)), DownloadRemedy::Nothing);
    DownloadRow here = row(DownloadStatus::Complete);
    here.task.error = Error{ErrorCode::Conflict, {}, {}};
    QCOMPARE(remedyOf(here), DownloadRemedy::Nothing);
}

void TestDownloadTexts::aFullDiskIsToldByTheGallery()
{
    DownloadRow full = row(DownloadStatus::Paused);
    full.task.hold = DownloadHold::Disk;
    full.task.folder = u"/home/ada/Pictures"_s;
    full.task.error = Error{ErrorCode::DiskFull,
                            {{u"path"_s, u"/home/ada/Pictures/.kinframe-downloads/43"_s}, {u"missing"_s, u"12 MB"_s}},
                            {}};
    QCOMPARE(problemText(full, 0), u"The disk with “/home/ada/Pictures” is full. Free at least 12 MB and try again."_s);
}

void TestDownloadTexts::aCertificateIsToldWithItsFingerprint()
{
    DownloadRow untrusted = row(DownloadStatus::Failed);
    untrusted.task.server = u"attic"_s;
    untrusted.task.error =
        Error{ErrorCode::RemoteCertificate,
              {{u"host"_s, u"attic"_s}, {u"reason"_s, u"self-signed certificate"_s}, {u"fingerprint"_s, u"AB:CD"_s}},
              {}};
    QVERIFY2(problemText(untrusted, 0).contains(u"AB:CD"_s), qPrintable(problemText(untrusted, 0)));
    QCOMPARE(remedyOf(untrusted), DownloadRemedy::Trust);
    // Nobody is known by a mere link.
    untrusted.task.server.clear();
    QCOMPARE(remedyOf(untrusted), DownloadRemedy::TryAgain);
}

void TestDownloadTexts::whatNeverCameHasOnlyItsSize()
{
    DownloadRow lost = row(DownloadStatus::Failed);
    lost.task.totalBytes = 3'700'000;
    QCOMPARE(amountText(lost), u"3.7 MB"_s);
    lost.task.totalBytes = -1;
    QCOMPARE(amountText(lost), QString());
    lost.task.totalBytes = 3'700'000;
    lost.task.bytesReceived = 2'400'000;
    QCOMPARE(amountText(lost), u"2.4 MB / 3.7 MB"_s);
    lost.task.status = DownloadStatus::Complete;
    lost.task.bytesReceived = 3'700'000;
    QCOMPARE(amountText(lost), u"3.7 MB"_s);
}

void TestDownloadTexts::everyStatusHasAWord()
{
    QSet<QString> words;
    for (int status = 0; status < transfer::downloadStatusCount; ++status) {
        const DownloadSign sign = signOf(row(DownloadStatus(status)));
        QVERIFY(!sign.icon.isEmpty());
        QVERIFY(!sign.tone.isEmpty());
        words.insert(sign.text);
    }
    QCOMPARE(words.size(), transfer::downloadStatusCount);
}

QTEST_GUILESS_MAIN(TestDownloadTexts)
#include "tst_download_texts.moc"
