// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_calls.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
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

SlurmCall callOf(const SlurmSettings &settings, const ChunkStart &chunk, Submit how)
{
    return submitCall(settings, {&chunk, 1}, u"/opt/kinframe-render-worker"_s, how);
}

} // namespace

class SlurmCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJob();
    void anArray();
    void whatGoesTogether();
    void theOwnersWordIsLast();
    void whatIsNotAskedForIsNotSaid();
    void names();
    void theScriptTakesItsPart_data();
    void theScriptTakesItsPart();
};

void SlurmCallsTest::aJob()
{
    const SlurmCall call = callOf({}, chunk(), Submit::Ready);
    QCOMPARE(call.program, u"sbatch"_s);
    QCOMPARE(call.arguments, (QStringList{u"--parsable"_s, u"--no-requeue"_s, u"--job-name=kinframe-7.0191-aa"_s,
                                          u"--comment=kinframe-7"_s, u"--chdir=/farm/100%/it's; here"_s,
                                          u"--output=/farm/100%%/it's; here/worker.err"_s, u"--nodes=1"_s,
                                          u"--ntasks=1"_s, u"--cpus-per-task=4"_s, u"--nice=200"_s, u"--mem=2048M"_s,
                                          u"--gres=gpu:1"_s, u"--time=91"_s, u"/farm/100%/it's; here/batch.sh"_s,
                                          u"/opt/kinframe-render-worker"_s, u"/farm/100%/it's; here"_s}));
}

void SlurmCallsTest::anArray()
{
    std::vector<ChunkStart> chunks(3, chunk());
    chunks[1].chunk = u"0191-bb"_s;
    chunks[1].folder = u"/farm/100%/b"_s;
    chunks[1].totalSeconds = 7200;
    chunks[2].chunk = u"0191-cc"_s;
    chunks[2].folder = u"/farm/100%/c"_s;
    const QStringList arguments = submitCall({}, chunks, u"/opt/w"_s, Submit::Ready).arguments;
    QVERIFY(arguments.contains(u"--array=0-2"_s));
    QVERIFY(arguments.contains(u"--job-name=kinframe-7.0191-aa"_s));
    QVERIFY(arguments.contains(u"--chdir=/farm/100%"_s));
    QVERIFY(arguments.contains(u"--output=/dev/null"_s));
    QVERIFY2(arguments.contains(u"--time=151"_s), "as long as the longest");
    QCOMPARE(arguments.last(5), (QStringList{u"/farm/100%/it's; here/batch.sh"_s, u"/opt/w"_s,
                                             u"/farm/100%/it's; here"_s, u"/farm/100%/b"_s, u"/farm/100%/c"_s}));
    chunks[2].totalSeconds = 0;
    const QString all = submitCall({}, chunks, u"/opt/w"_s, Submit::Ready).arguments.join(u'\n');
    QVERIFY2(!all.contains(u"--time"), "one of them has no limit");
    QCOMPARE(partOf(u"12"_s, 3), u"12_3"_s);
}

void SlurmCallsTest::whatGoesTogether()
{
    ChunkStart other = chunk();
    other.chunk = u"0191-bb"_s;
    other.folder = u"/farm/100%/b"_s;
    other.totalSeconds = 1;
    QVERIFY(goTogether(chunk(), other));
    const auto without = [&](auto change) {
        ChunkStart changed = other;
        change(changed);
        return !goTogether(chunk(), changed);
    };
    QVERIFY(without([](ChunkStart &its) { its.title = u"kinframe-8"_s; }));
    QVERIFY(without([](ChunkStart &its) { its.priority = 7; }));
    QVERIFY(without([](ChunkStart &its) { its.needs.memoryMb = 1; }));
    QVERIFY(without([](ChunkStart &its) { its.folder = u"/farm/b"_s; }));
}

void SlurmCallsTest::theOwnersWordIsLast()
{
    SlurmSettings settings;
    settings.partition = u"night"_s;
    settings.account = u"film"_s;
    settings.extraArguments = {u"--time=10"_s, u"--qos=low"_s};
    const QStringList arguments = callOf(settings, chunk(), Submit::Held).arguments;
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
    const QString all = callOf({}, plain, Submit::Ready).arguments.join(u'\n');
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

void SlurmCallsTest::theScriptTakesItsPart_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a job") << QString() << QByteArray("a b");
    QTest::newRow("the first") << u"0"_s << QByteArray();
    QTest::newRow("the last") << u"2"_s << QByteArray();
}

void SlurmCallsTest::theScriptTakesItsPart()
{
    QFETCH(QString, part);
    QFETCH(QByteArray, said);
    const QTemporaryDir folder;
    QStringList folders;
    for (const QString &name : {u"a b"_s, u"it's"_s, u"c"_s}) {
        folders += folder.filePath(name);
        QVERIFY(QDir().mkpath(folders.last()));
    }
    QFile script(folder.filePath(u"batch.sh"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(batchScript());
    script.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLURM_ARRAY_TASK_ID"_s, part);
    process.setProcessEnvironment(environment);
    process.start(u"/bin/sh"_s, QStringList{script.fileName(), u"basename"_s} + folders);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().trimmed(), said);
    for (qsizetype i = 0; i < folders.size(); ++i) {
        QFile output(folders[i] + u"/worker.err"_s);
        QCOMPARE(output.exists(), !part.isEmpty() && part.toInt() == i);
        if (output.open(QIODevice::ReadOnly)) {
            QCOMPARE(QString::fromUtf8(output.readAll()).trimmed(), QFileInfo(folders[i]).fileName());
        }
    }
}

QTEST_GUILESS_MAIN(SlurmCallsTest)
#include "tst_slurm_calls.moc"
