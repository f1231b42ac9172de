// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/body_pipe.h"
#include "transfer/serial_thread.h"

#include <QTest>

#include <semaphore>

using namespace kinframe::transfer;
using Offer = BodyPipe::Offer;

class TestBodyPipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReaderIsToldOnce();
    void fullUntilTaken();
    void aSenderThatNeverWaitedIsNotResumed();
    void betweenThreads();
};

void TestBodyPipe::theReaderIsToldOnce()
{
    BodyPipe pipe(100);
    QCOMPARE(pipe.offer("ab"), Offer::First);
    QCOMPARE(pipe.offer("cd"), Offer::Taken);
    QCOMPARE(pipe.take().bytes, QByteArray("abcd"));
    QCOMPARE(pipe.offer("ef"), Offer::First);
}

void TestBodyPipe::fullUntilTaken()
{
    BodyPipe pipe(4);
    QCOMPARE(pipe.offer("abcdef"), Offer::First);
    QCOMPARE(pipe.offer("g"), Offer::Full);
    QCOMPARE(pipe.offer("g"), Offer::Full);
    const BodyPipe::Taken taken = pipe.take();
    QCOMPARE(taken.bytes, QByteArray("abcdef"));
    QVERIFY(taken.resume);
    QCOMPARE(pipe.offer("g"), Offer::First);
    QVERIFY(!pipe.take().resume);
}

void TestBodyPipe::aSenderThatNeverWaitedIsNotResumed()
{
    BodyPipe pipe(4);
    QVERIFY(!pipe.take().resume);
    QCOMPARE(pipe.offer("abcdef"), Offer::First);
    QVERIFY(!pipe.take().resume);
}

void TestBodyPipe::betweenThreads()
{
    constexpr int count = 50'000;
    BodyPipe pipe(64);
    SerialThread reader;
    std::counting_semaphore<> room(0);
    QByteArray all;
    qsizetype most = 0;
    const auto read = [&] {
        const BodyPipe::Taken taken = pipe.take();
        all += taken.bytes;
        most = std::max(most, taken.bytes.size());
        if (taken.resume) {
            room.release();
        }
    };
    for (int i = 0; i < count; ++i) {
        const char byte = char(i);
        for (;;) {
            const Offer offer = pipe.offer({&byte, 1});
            if (offer == Offer::Full) {
                room.acquire();
                continue;
            }
            if (offer == Offer::First) {
                reader.post(read);
            }
            break;
        }
    }
    reader.close();
    QCOMPARE(all.size(), count);
    for (int i = 0; i < count; ++i) {
        if (all.at(i) != char(i)) {
            QFAIL("bytes came in another order");
        }
    }
    QVERIFY(most <= 64);
}

QTEST_APPLESS_MAIN(TestBodyPipe)
#include "tst_body_pipe.moc"
