// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_tries.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;
using Next = DownloadTries::Next;
using std::chrono::milliseconds;

namespace {

const Error offline{ErrorCode::NetworkFailed, {}, {}};
const Error gone{ErrorCode::RemoteNotFound, {}, {}};
const Error wrong{ErrorCode::RemoteChecksum, {}, {}};

DownloadTries triesOf(int addresses)
{
    std::vector<QUrl> urls;
    for (int i = 0; i < addresses; ++i) {
        urls.emplace_back(u"http://u:p@one.example/%1?key=s"_s.arg(i));
    }
    return {urls, RetryPolicy()};
}

} // namespace

class TestDownloadTries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeRetries();
    void progressRenewsRetries();
    void slowProgressDoesNot();
    void eachAddressHasItsRetries();
    void wrongBytesOfTheLast();
    void wrongBytesOfAnEarlierProcess();
    void wrongBytesAfterStartingOver();
    void theMostHopefulError();
    void sources();
};

void TestDownloadTries::threeRetries()
{
    DownloadTries tries = triesOf(1);
    tries.begin(0);
    for (const int expected : {500, 1000, 2000}) {
        const auto decision = tries.failed(offline, 0, {}, 0);
        QCOMPARE(decision.next, Next::SameLater);
        QCOMPARE(decision.delay, milliseconds(expected));
    }
    QCOMPARE(tries.failed(offline, 0, {}, 0).next, Next::None);
    QCOMPARE(tries.error().code, ErrorCode::NetworkFailed);
}

void TestDownloadTries::progressRenewsRetries()
{
    DownloadTries tries = triesOf(1);
    tries.begin(0);
    for (qint64 size = 0; size < 100'000'000; size += 2'000'000) {
        QCOMPARE(tries.failed(offline, size, {}, 0).next, Next::SameLater);
    }
}

void TestDownloadTries::slowProgressDoesNot()
{
    DownloadTries tries = triesOf(1);
    tries.begin(50'000'000);
    // A byte per request would otherwise go on for ever.
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(tries.failed(offline, 50'000'001 + i, {}, 0).next, Next::SameLater);
    }
    QCOMPARE(tries.failed(offline, 50'000'004, {}, 0).next, Next::None);
}

void TestDownloadTries::eachAddressHasItsRetries()
{
    DownloadTries tries = triesOf(2);
    tries.begin(0);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(tries.failed(offline, 0, {}, 0).next, Next::SameLater);
    }
    QCOMPARE(tries.failed(offline, 0, {}, 0).next, Next::Other);
    QCOMPARE(tries.url().path(), u"/1"_s);
    tries.begin(0);
    QCOMPARE(tries.failed(offline, 0, {}, 0).next, Next::SameLater);
    QCOMPARE(tries.failed(gone, 0, {}, 0).next, Next::None);
}

void TestDownloadTries::wrongBytesOfTheLast()
{
    DownloadTries tries = triesOf(2);
    tries.begin(0);
    QCOMPARE(tries.wrongBytes(wrong), Next::Other);
    tries.begin(0);
    QCOMPARE(tries.wrongBytes(wrong), Next::SameAnew);
    QCOMPARE(tries.wrongBytes(wrong), Next::None);
    QCOMPARE(tries.error().code, ErrorCode::RemoteChecksum);
}

void TestDownloadTries::wrongBytesOfAnEarlierProcess()
{
    DownloadTries tries = triesOf(2);
    tries.begin(1000);
    QCOMPARE(tries.wrongBytes(wrong), Next::SameAnew);
    QCOMPARE(tries.url().path(), u"/0"_s);
    QCOMPARE(tries.wrongBytes(wrong), Next::Other);
}

void TestDownloadTries::wrongBytesAfterStartingOver()
{
    DownloadTries tries = triesOf(2);
    tries.begin(1000);
    tries.startedOver();
    QCOMPARE(tries.wrongBytes(wrong), Next::Other);
}

void TestDownloadTries::theMostHopefulError()
{
    DownloadTries tries = triesOf(3);
    tries.begin(0);
    QCOMPARE(tries.failed(gone, 0, {}, 0).next, Next::Other);
    tries.begin(0);
    for (int i = 0; i < 4; ++i) {
        (void)tries.failed(offline, 0, {}, 0);
    }
    tries.begin(0);
    QCOMPARE(tries.failed(gone, 0, {}, 0).next, Next::None);
    QCOMPARE(tries.error().code, ErrorCode::NetworkFailed);
}

void TestDownloadTries::sources()
{
    QCOMPARE(triesOf(1).source().size(), 64);
    const DownloadTries same({QUrl(u"http://other:pw@one.example/0?key=s"_s)}, {});
    QCOMPARE(same.source(), triesOf(1).source());
    const DownloadTries different({QUrl(u"http://one.example/0?key=t"_s)}, {});
    QVERIFY(different.source() != triesOf(1).source());
}

QTEST_APPLESS_MAIN(TestDownloadTries)
#include "tst_download_tries.moc"
