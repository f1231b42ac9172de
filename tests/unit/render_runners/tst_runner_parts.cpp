// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"
#include "render/runners/hardware.h"
#include "render/runners/shares.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

/// What runners are made of.
class TestRunnerParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOfTheComputer();
    void whatRestsGivesItsProcessors();
    void hardwareIsRead();
    void cardsAreRead();
};

void TestRunnerParts::sharesOfTheComputer()
{
    Shares shares({4, 8000, 2}, {0, 1, 2, 3});
    const Shares::Share one = shares.give(u"one"_s, {2, 3000, 1});
    QCOMPARE(one.cpus, QList<int>({0, 1}));
    QCOMPARE(one.gpus, QList<int>({0}));
    const Shares::Share two = shares.give(u"two"_s, {1, 0, 1});
    QCOMPARE(two.cpus, QList<int>({2}));
    QCOMPARE(two.gpus, QList<int>({1}));
    // More than is left: it shares with the others.
    const Shares::Share three = shares.give(u"three"_s, {2, 6000, 1});
    QVERIFY(three.cpus.isEmpty());
    QCOMPARE(three.gpus, QList<int>({0}));
    QCOMPARE(shares.capacity().free.cores, -1);
    QCOMPARE(shares.capacity().free.memoryMb, qint64(-1000));
    QCOMPARE(shares.capacity().free.gpus, -1);
    shares.takeBack(u"one"_s);
    QCOMPARE(shares.capacity().free.cores, 1);
    QCOMPARE(shares.capacity().total.cores, 4);
    // All of them need not be bound.
    Shares alone({4, 0, 0}, {0, 1, 2, 3});
    QVERIFY(alone.give(u"all"_s, {4, 0, 0}).cpus.isEmpty());
}

void TestRunnerParts::whatRestsGivesItsProcessors()
{
    Shares shares({4, 8000, 1}, {0, 1, 2, 3});
    shares.give(u"one"_s, {3, 3000, 1});
    shares.setResting(u"one"_s, true);
    Capacity capacity = shares.capacity();
    QCOMPARE(capacity.free.cores, 4);
    QCOMPARE(capacity.free.memoryMb, 5000);
    QCOMPARE(capacity.free.gpus, 0);
    QCOMPARE(shares.give(u"two"_s, {2, 0, 0}).cpus, QList<int>({0, 1}));
    QCOMPARE(shares.capacity().free.cores, 2);
    shares.setResting(u"one"_s, false);
    QCOMPARE(shares.capacity().free.cores, -1);
    // One of that name begins anew as any other.
    shares.setResting(u"one"_s, true);
    shares.takeBack(u"one"_s);
    shares.give(u"one"_s, {1, 0, 0});
    QCOMPARE(shares.capacity().free.cores, 1);
    shares.setResting(u"nobody"_s, true);
    QCOMPARE(shares.capacity().free.cores, 1);
}

void TestRunnerParts::hardwareIsRead()
{
    const Hardware hardware = readHardware();
    QVERIFY(hardware.cores >= 1);
    QVERIFY(hardware.memoryMb > 100);
    QVERIFY(!hardware.host.isEmpty());
}

// By what the tool of their maker says, if it says it at all.
void TestRunnerParts::cardsAreRead()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("starts a process while threads run, which ThreadSanitizer does not follow");
#endif
    const QTemporaryDir tools;
    const auto writeTool = [&](const QByteArray &script) {
        QFile tool(tools.filePath(u"nvidia-smi"_s));
        QVERIFY(tool.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(tool.write("#!/bin/sh\n" + script + "\n") > 0);
        QVERIFY(tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    };
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(tools.path()) + ':' + path);
    writeTool("echo 'NVIDIA GeForce RTX 4090, 24564'; echo 'Quadro, old, 8192'");
    std::vector<Gpu> cards;
    for (int i = 0; i < 10 && cards.empty(); ++i) { // It is given two seconds, which a busy computer may need.
        cards = readHardware().gpus;
    }
    writeTool("echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'; exit 9");
    const size_t withoutDriver = readHardware().gpus.size();
    writeTool("exec sleep 1000");
    const Hardware hanging = readHardware();
    qputenv("PATH", path);
    QCOMPARE(cards.size(), size_t(2));
    QCOMPARE(cards[0].name, u"NVIDIA GeForce RTX 4090"_s);
    QCOMPARE(cards[0].memoryMb, qint64(24564));
    QCOMPARE(cards[1].name, u"Quadro, old"_s);
    QCOMPARE(withoutDriver, readHardware().gpus.size());
    QVERIFY(hanging.cores >= 1);
}

QTEST_GUILESS_MAIN(TestRunnerParts)
#include "tst_runner_parts.moc"
