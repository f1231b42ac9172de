// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_writer.h"
#include "sync_client.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace kinframe;
using namespace Qt::StringLiterals;
using test::SyncClient;

/// Writers and clients of one library at once, under a clock that jumps: whoever follows the rules holds in the end
/// exactly what the server has.
class SyncModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyHoldsTheSame_data();
    void everybodyHoldsTheSame();

private:
    static constexpr int rounds = 1000;
    static constexpr int roundsPerCheck = 50;
    static constexpr int writers = 3;
    static constexpr qint64 minuteMs = 60'000;
};

void SyncModelTest::everybodyHoldsTheSame_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<qint64>("jump");
    for (unsigned seed = 1; seed <= 5; ++seed) {
        QTest::addRow("far, seed %u", seed) << seed << 120 * minuteMs;
        QTest::addRow("near, seed %u", seed + 5) << seed + 5 << 4 * minuteMs;
    }
}

void SyncModelTest::everybodyHoldsTheSame()
{
    QFETCH(unsigned, seed);
    QFETCH(qint64, jump);
    std::atomic<qint64> time = 1'700'000'000'000;
    std::atomic<qint64> serverIsOff = 0;
    test::LibraryFixture library([&] { return time + serverIsOff; });
    std::vector<SyncClient> clients;
    const auto add = [&](SyncClient::Kind kind, int pageSize, qint64 isOff) {
        clients.emplace_back(*library.database, library.owner.userId,
                             SyncClient::Setup{kind, pageSize, [&time, isOff] { return time + isOff; }});
    };
    for (const int pageSize : {1, 7, 10'000}) {
        add(SyncClient::Kind::Exact, pageSize, 0);
        add(SyncClient::Kind::Stamped, pageSize, 0);
    }
    for (const qint64 isOff : {0LL, 5 * minuteMs, -5 * minuteMs}) {
        add(SyncClient::Kind::Exact, 20, isOff);
        // Their clocks and the server's together may be off by less than the overlap.
        if (isOff + jump < sync::overlapMs) {
            add(SyncClient::Kind::OwnClock, 20, isOff);
            add(SyncClient::Kind::OwnClock, 3, isOff);
        }
    }
    std::mt19937 random(seed);
    std::vector<test::RandomWriter> all;
    for (unsigned i = 0; i < writers; ++i) {
        all.emplace_back(library, seed * 1000 + i);
    }
    for (int done = 0; done < rounds; done += roundsPerCheck) {
        std::vector<std::jthread> threads;
        for (test::RandomWriter &writer : all) {
            threads.emplace_back([&writer] {
                for (int i = 0; i < roundsPerCheck; ++i) {
                    writer.step();
                }
            });
        }
        for (int i = 0; i < roundsPerCheck * 4; ++i) {
            clients[random() % clients.size()].step();
            // Slow enough that a write is on the disk long before the overlap has passed since its stamp.
            time += qint64(random() % 500);
            if (random() % 60 == 0) {
                serverIsOff = qint64(random() % unsigned(2 * jump)) - jump;
            }
        }
        threads.clear();
        time += qint64(random() % 20) * minuteMs;
        const test::Holdings expected = test::holdingsOf(*library.database, library.owner.userId);
        for (size_t i = 0; i < clients.size(); ++i) {
            clients[i].settle();
            QVERIFY2(clients[i].holdings() == expected,
                     qPrintable(u"client %1 after %2 rounds holds %3, not %4"_s.arg(i)
                                    .arg(done)
                                    .arg(clients[i].holdings().size())
                                    .arg(expected.size())));
        }
    }
    // They did not only walk, which finds everything.
    for (const SyncClient &client : clients) {
        QVERIFY2(client.deltas() > client.walks() * 2, qPrintable(u"%1 walks"_s.arg(client.walks())));
    }
}

QTEST_GUILESS_MAIN(SyncModelTest)
#include "tst_sync_model.moc"
