// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_calls.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

namespace {

ChunkStart chunk()
{
    ChunkStart start;
    start.chunk = u"0191-aa"_s;
    start.folder = u"/farm/100%/it's; here"_s;
    start.title = u"kinframe-7"_s;
    start.needs = {4, 2048, 1};
    start.totalSeconds = 3600;
    start.priority = 8;
    return start;
}

} // namespace

class SlurmCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJob();
    void theOwnersWordIsLast();
    void whatIsNotAskedForIsNotSaid();
    void names();
    void theScriptIsAlwaysTheSame();
};

void SlurmCallsTest::aJob()
{
    const SlurmCall call = submitCall({}, chunk(), u"/opt/kinframe-render-worker"_s, Submit::Ready);
    QCOMPARE(call.program, u"sbatch"_s);
    QCOMPARE(call.arguments, (QStringList{u"--parsable"_s, u"--no-requeue"_s, u"--job-name=kinframe-7.0191-aa"_s,
                                          u"--comment=kinframe-7"_s, u"--chdir=/farm/100%/it's; here"_s,
                                          u"--output=/farm/100%%/it's; here/worker.err"_s, u"--nodes=1"_s,
                                          u"--ntasks=1"_s, u"--cpus-per-task=4"_s, u"--nice=200"_s, u"--mem=2048M"_s,
                                          u"--gres=gpu:1"_s, u"--time=91"_s, u"/farm/100%/it's; here/batch.sh"_s,
                                          u"/opt/kinframe-render-worker"_s, u"/farm/100%/it's; here"_s}));
}

void SlurmCallsTest::theOwnersWordIsLast()
{
    SlurmSettings settings;
    settings.partition = u"night"_s;
    settings.account = u"film"_s;
    settings.extraArguments = {u"--time=10"_s, u"--qos=low"_s};
    const QStringList arguments = submitCall(settings, chunk(), u"w"_s, Submit::Held).arguments;
    QVERIFY(arguments.contains(u"--hold"_s));
    QVERIFY(arguments.contains(u"--partition=night"_s));
    QVERIFY(arguments.contains(u"--account=film"_s));
    QVERIFY(arguments.indexOf(u"--time=10"_s) > arguments.indexOf(u"--time=91"_s));
    QCOMPARE(arguments.indexOf(u"--qos=low"_s), arguments.size() - 4);
    QVERIFY(nodesCall(settings).arguments.contains(u"--partition=night"_s));
}

void SlurmCallsTest::whatIsNotAskedForIsNotSaid()
{
    ChunkStart plain = chunk();
    plain.needs = {1, 0, 0};
    plain.totalSeconds = 0;
    plain.priority = 10;
    const QString all = submitCall({}, plain, u"w"_s, Submit::Ready).arguments.join(u'\n');
    for (const char *option : {"--mem", "--gres", "--time", "--hold", "--partition", "--account"}) {
        QVERIFY2(!all.contains(QLatin1String(option)), option);
    }
    QVERIFY(all.contains(u"--nice=0"));
}

void SlurmCallsTest::names()
{
    QCOMPARE(chunkOfJobName(jobNameFor(u"kinframe-7"_s, u"0191-aa"_s)), u"0191-aa"_s);
    QCOMPARE(chunkOfJobName(u"somebody.elses"_s), QString());
    QCOMPARE(chunkOfJobName(u"kinframe"_s), QString());
    QCOMPARE(chunkOfJobName({}), QString());
}

void SlurmCallsTest::theScriptIsAlwaysTheSame()
{
    QCOMPARE(batchScript(), QByteArray("#!/bin/sh\nexec \"$1\" \"$2\"\n"));
}

QTEST_APPLESS_MAIN(SlurmCallsTest)
#include "tst_slurm_calls.moc"
