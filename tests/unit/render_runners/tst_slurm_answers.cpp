// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_answers.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

/// What the commands of Slurm 22.05 said, as recorded from a cluster of three nodes.
class SlurmAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobs();
    void states_data();
    void states();
    void submitted_data();
    void submitted();
    void nodes();
    void nodesOfPartitions();
    void whatTheClusterHas();
    void whoIsAway_data();
    void whoIsAway();
};

void SlurmAnswersTest::jobs()
{
    const auto jobs = jobsFrom("1|COMPLETED|None|n1|kinframe-1.aaa\n"
                               "3|FAILED|NonZeroExitCode|n2|kinframe-1.ccc\n"
                               "5|FAILED|BadConstraints||run.sh\n"
                               "half a line\n"
                               "2|PENDING|JobHeldUser||a name | with a line\n");
    QCOMPARE(jobs.size(), size_t(4));
    QCOMPARE(jobs[0].id, u"1"_s);
    QCOMPARE(jobs[0].node, u"n1"_s);
    QCOMPARE(jobs[1].state, SlurmState::Failed);
    QCOMPARE(jobs[2].node, QString());
    QCOMPARE(jobs[3].state, SlurmState::Pending);
    QCOMPARE(jobs[3].reason, u"JobHeldUser"_s);
    QCOMPARE(jobs[3].name, u"a name | with a line"_s);
    QVERIFY(jobsFrom({}).empty());
}

void SlurmAnswersTest::states_data()
{
    QTest::addColumn<SlurmState>("state");
    QTest::addColumn<bool>("isLast");
    const auto row = [](const char *name, SlurmState state, bool isLast) { QTest::newRow(name) << state << isLast; };
    row("PENDING", SlurmState::Pending, false);
    row("CONFIGURING", SlurmState::Running, false);
    row("RUNNING", SlurmState::Running, false);
    row("COMPLETING", SlurmState::Running, false);
    row("SUSPENDED", SlurmState::Suspended, false);
    row("COMPLETED", SlurmState::Completed, true);
    row("FAILED", SlurmState::Failed, true);
    row("CANCELLED", SlurmState::Cancelled, true);
    row("TIMEOUT", SlurmState::Timeout, true);
    row("OUT_OF_MEMORY", SlurmState::OutOfMemory, true);
    row("NODE_FAIL", SlurmState::NodeFailed, true);
    row("PREEMPTED", SlurmState::NodeFailed, true);
    row("SOMETHING_NEW", SlurmState::Unknown, false);
}

void SlurmAnswersTest::states()
{
    QFETCH(const SlurmState, state);
    QFETCH(const bool, isLast);
    QCOMPARE(slurmStateOf(QString::fromLatin1(QTest::currentDataTag())), state);
    QCOMPARE(isOver(state), isLast);
}

void SlurmAnswersTest::submitted_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("job");
    QTest::newRow("plain") << QByteArray("12\n") << u"12"_s;
    QTest::newRow("with its cluster") << QByteArray("12;farm\n") << u"12"_s;
    QTest::newRow("after a greeting") << QByteArray("Welcome to the farm\n345\n") << u"345"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("words") << QByteArray("Submitted batch job\n") << QString();
}

void SlurmAnswersTest::submitted()
{
    QFETCH(const QByteArray, output);
    QFETCH(const QString, job);
    QCOMPARE(submittedJob(output), job);
}

void SlurmAnswersTest::nodes()
{
    const auto nodes = nodesFrom("n1|work*|2|4000|(null)|idle\n"
                                 "n2|work*|2|4000|gpu:a100:2(S:0-1),gpu:old:1,shard:8|mixed\n"
                                 "n3|work*|4|8000|gpu:2|inval\n"
                                 "n4|work*|4+|8000+|gpu|idle*\n"
                                 "n5|work*|4|8000|(null)|idle~\n"
                                 "n6|work*|4|8000|(null)|draining\n");
    QCOMPARE(nodes.size(), size_t(6));
    QCOMPARE(nodes[0].partition, u"work"_s);
    QVERIFY(nodes[0].isUsualPartition);
    QCOMPARE(nodes[0].has.cores, 2);
    QCOMPARE(nodes[0].has.memoryMb, 4000);
    QCOMPARE(nodes[0].has.gpus, 0);
    QCOMPARE(nodes[1].has.gpus, 3);
    QCOMPARE(nodes[2].has.gpus, 2);
    QCOMPARE(nodes[3].has.cores, 4);
    QCOMPARE(nodes[3].has.gpus, 1);
    QList<bool> usable;
    for (const SlurmNode &node : nodes) {
        usable += node.isUsable;
    }
    // One that sleeps to save power is woken by a job.
    QCOMPARE(usable, (QList<bool>{true, true, false, false, true, false}));
}

void SlurmAnswersTest::nodesOfPartitions()
{
    const auto nodes = nodesFrom("n1|day*|2|4000|(null)|idle\n"
                                 "n1|night|2|4000|(null)|idle\n"
                                 "n2|night|2|4000|(null)|idle\n");
    QCOMPARE(inPartition(nodes, {}).size(), size_t(1));
    QCOMPARE(inPartition(nodes, u"night"_s).size(), size_t(2));
    QCOMPARE(inPartition(nodes, u"day,night"_s).size(), size_t(2));
    QVERIFY(inPartition(nodes, u"week"_s).empty());
    QCOMPARE(inPartition(nodesFrom("n1|a|2|4000|(null)|idle\nn2|b|2|4000|(null)|idle\n"), {}).size(), size_t(2));
}

void SlurmAnswersTest::whatTheClusterHas()
{
    const Capacity capacity = capacityOf(nodesFrom("n1|work*|2|4000|(null)|idle\n"
                                                   "n2|work*|4|3000|gpu:1|allocated\n"
                                                   "n3|work*|8|2000|gpu:2|down*\n"));
    QCOMPARE(capacity.total.cores, 6);
    QCOMPARE(capacity.total.memoryMb, 7000);
    QCOMPARE(capacity.total.gpus, 1);
    QCOMPARE(capacity.free.cores, 6);
    // A job for the node that is down waits for it.
    QCOMPARE(capacity.largest.cores, 8);
    QCOMPARE(capacity.largest.memoryMb, 4000);
    QCOMPARE(capacity.largest.gpus, 2);
    QCOMPARE(capacityOf({}).total.cores, 0);
}

void SlurmAnswersTest::whoIsAway_data()
{
    QTest::addColumn<bool>("isAway");
    const auto row = [](const char *text, bool isAway) { QTest::newRow(text) << isAway; };
    row("slurm_load_jobs error: Unable to contact slurm controller (connect failure)", true);
    row("sbatch: error: Batch job submission failed: Socket timed out on send/recv operation", true);
    row("sbatch: error: invalid partition specified: nope\n"
        "sbatch: error: Batch job submission failed: Invalid partition name specified",
        false);
    row("sbatch: error: Batch job submission failed: Requested node configuration is not available", false);
    row("", false);
}

void SlurmAnswersTest::whoIsAway()
{
    QFETCH(const bool, isAway);
    QCOMPARE(saysControllerAway(QString::fromLatin1(QTest::currentDataTag())), isAway);
}

QTEST_APPLESS_MAIN(SlurmAnswersTest)
#include "tst_slurm_answers.moc"
