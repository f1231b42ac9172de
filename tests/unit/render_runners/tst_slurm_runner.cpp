// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_runner.h"
#include "runner_fixture.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <mutex>

using namespace kinframe;
using namespace kinframe::render;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

// Commands that are told by files in $CLUSTER what to do: `away`, nobody answers; `refuses`; `noarrays`; `mumbles`, the
// job is taken but nobody says so.
constexpr char sbatch[] = R"(#!/bin/sh
[ -e "$CLUSTER/away" ] && { echo tried > "$CLUSTER/tried"; echo 'sbatch: error: Unable to contact slurm controller (connect failure)' >&2; exit 1; }
[ -e "$CLUSTER/refuses" ] && { echo 'sbatch: error: Batch job submission failed: Invalid account' >&2; exit 1; }
array=
while :; do
    case "$1" in
        --job-name=*) name=${1#--job-name=} ;;
        --array=0-*) array=${1#--array=0-} ;;
        --*) ;;
        *) break ;;
    esac
    shift
done
[ -n "$array" ] && [ -e "$CLUSTER/noarrays" ] && { echo 'sbatch: error: Batch job submission failed: Invalid job array specification' >&2; exit 1; }
until mkdir "$CLUSTER/lock" 2> /dev/null; do sleep 0.01; done
echo "taken $array" >> "$CLUSTER/taken"
number=$(wc -l < "$CLUSTER/taken")
rmdir "$CLUSTER/lock"
if [ -n "$array" ]; then
    for part in $(seq 0 "$array"); do
        SLURM_ARRAY_TASK_ID=$part SLURMD_NODENAME=far setsid sh "$@" > /dev/null 2>&1 &
        echo "${number}_$part|RUNNING|None|far|$name" >> "$CLUSTER/jobs"
    done
else
    SLURMD_NODENAME=far setsid sh "$@" > /dev/null 2>&1 &
    echo "$number|RUNNING|None|far|$name" >> "$CLUSTER/jobs"
fi
[ -e "$CLUSTER/mumbles" ] && { echo 'sbatch: error: Socket timed out on send/recv operation' >&2; exit 1; }
echo "$number"
)";
constexpr char squeue[] = R"(#!/bin/sh
[ -e "$CLUSTER/away" ] && { echo 'Unable to contact slurm controller (connect failure)' >&2; exit 1; }
cat "$CLUSTER/jobs" 2> /dev/null
exit 0
)";
constexpr char sinfo[] = "#!/bin/sh\necho 'far|work*|4|8000|gpu:1|idle'\n";

} // namespace

/// The runner with commands that behave as a cluster's do at their worst; the workers are real.
class SlurmRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void renders();
    void refused();
    void aJobThatNobodyConfirmedIsNotMadeTwice();
    void theControllerComesBack();
    void adoptedWithoutItsNumber();
    void severalAtATimeAreAnArray_data();
    void severalAtATimeAreAnArray();
    void anArrayThatNobodyConfirmedIsFoundAgain();
    void noCommands();
    void cleanup() { m_runner.reset(); }

private:
    void makeRunner()
    {
        m_runner.reset();
        SlurmSettings settings;
        settings.worker = QString::fromLocal8Bit(RENDER_WORKER);
        settings.commandFolder = m_commands;
        settings.environment[u"CLUSTER"_s] = m_fixture->path(u"cluster"_s);
        m_seen = std::make_shared<Sight>();
        m_runner = std::make_unique<SlurmRunner>(settings, [sight = m_seen](const ChunkReport &report) {
            const std::scoped_lock lock(sight->mutex);
            sight->seen.reports.push_back(report);
            sight->seen.events.insert(sight->seen.events.end(), report.events.begin(), report.events.end());
        });
    }
    [[nodiscard]] Seen seen() const
    {
        const std::scoped_lock lock(m_seen->mutex);
        return m_seen->seen;
    }
    void write(const QString &path, const char *text) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    void mark(const QString &name) const { write(m_fixture->path(u"cluster/"_s + name), ""); }
    /// One right after the other: what comes later is in no array with them.
    void startTogether(const std::vector<ChunkStart> &chunks)
    {
        for (const ChunkStart &chunk : chunks) {
            QVERIFY(m_runner->start(chunk));
        }
    }
    [[nodiscard]] qsizetype jobsTaken() const { return m_fixture->read(u"cluster/taken"_s).count('\n'); }

    struct Sight
    {
        std::mutex mutex;
        Seen seen;
    };

    std::unique_ptr<RunnerFixture> m_fixture;
    QString m_commands;
    std::unique_ptr<SlurmRunner> m_runner;
    std::shared_ptr<Sight> m_seen;
};

void SlurmRunnerTest::init()
{
    m_fixture = std::make_unique<RunnerFixture>();
    m_commands = m_fixture->path(u"bin"_s);
    QVERIFY(QDir().mkpath(m_commands) && QDir().mkpath(m_fixture->path(u"cluster"_s)));
    write(m_commands + u"/sbatch"_s, sbatch);
    write(m_commands + u"/squeue"_s, squeue);
    write(m_commands + u"/sinfo"_s, sinfo);
    makeRunner();
}

void SlurmRunnerTest::renders()
{
    QTRY_VERIFY(m_runner->capacity());
    QCOMPARE(m_runner->capacity()->total.cores, 4);
    QCOMPARE(m_runner->capacity()->largest.gpus, 1);
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"echo one"_s, u"exit 3"_s});
    chunk.title = u"kinframe-1"_s;
    chunk.needs = {3, 100, 0};
    QVERIFY(m_runner->start(chunk));
    QCOMPARE(m_runner->capacity()->free.cores, 1);
    QVERIFY(!m_runner->start(chunk));
    QTRY_VERIFY(seen().isOver());
    const ChunkReport last = seen().reports.back();
    QCOMPARE(last.end->reason, EndReason::Failed);
    QCOMPARE(last.end->exitCode, 3);
    QCOMPARE(last.node, u"far"_s);
    QCOMPARE(last.runnerJob, u"1"_s);
    QVERIFY(seen().was(ChunkState::Running));
    QCOMPARE(seen().framesStarted(), (QList<int>{1, 2}));
    QCOMPARE(m_runner->capacity()->free.cores, 4);
    QCOMPARE(m_runner->cancel(u"a"_s).error().code, ErrorCode::NotFound);
}

void SlurmRunnerTest::refused()
{
    mark(u"refuses"_s);
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"true"_s});
    chunk.title = u"kinframe-1"_s;
    QVERIFY(m_runner->start(chunk));
    QTRY_VERIFY(seen().isOver());
    QCOMPARE(seen().end()->reason, EndReason::NotStarted);
    QVERIFY(seen().end()->text.contains(u"Invalid account"));
}

void SlurmRunnerTest::aJobThatNobodyConfirmedIsNotMadeTwice()
{
    mark(u"mumbles"_s);
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"while [ ! -e go ]; do sleep 0.1; done"_s});
    chunk.title = u"kinframe-1"_s;
    QVERIFY(m_runner->start(chunk));
    QTRY_COMPARE(seen().reports.empty() ? QString() : seen().reports.back().runnerJob, u"1"_s);
    write(m_fixture->path(u"a/go"_s), "");
    QTRY_VERIFY(seen().isOver());
    QCOMPARE(seen().end()->reason, EndReason::Done);
    QCOMPARE(jobsTaken(), 1);
}

void SlurmRunnerTest::theControllerComesBack()
{
    mark(u"away"_s);
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"true"_s});
    chunk.title = u"kinframe-1"_s;
    QVERIFY(m_runner->start(chunk));
    QTRY_VERIFY(!m_fixture->read(u"cluster/tried"_s).isEmpty());
    QVERIFY(seen().state() == ChunkState::Waiting);
    QVERIFY(QFile::remove(m_fixture->path(u"cluster/away"_s)));
    QTRY_VERIFY(seen().isOver());
    QCOMPARE(seen().end()->reason, EndReason::Done);
    QCOMPARE(jobsTaken(), 1);
}

void SlurmRunnerTest::adoptedWithoutItsNumber()
{
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"while [ ! -e go ]; do sleep 0.1; done"_s});
    chunk.title = u"kinframe-1"_s;
    QVERIFY(m_runner->start(chunk));
    QTRY_VERIFY(seen().was(ChunkState::Running));
    makeRunner();
    QVERIFY(m_runner->adopt(u"a"_s, chunk.folder, {}, chunk.needs));
    QTRY_COMPARE(seen().reports.empty() ? QString() : seen().reports.back().runnerJob, u"1"_s);
    QVERIFY(seen().was(ChunkState::Running));
    write(m_fixture->path(u"a/go"_s), "");
    QTRY_VERIFY(seen().isOver());
    QCOMPARE(seen().end()->reason, EndReason::Done);
    QCOMPARE(jobsTaken(), 1);
}

void SlurmRunnerTest::severalAtATimeAreAnArray_data()
{
    QTest::addColumn<bool>("takesArrays");
    QTest::addColumn<qsizetype>("jobs");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("an array") << true << qsizetype(2) << QStringList{u"0"_s, u"1"_s, u"2"_s, {}};
    QTest::newRow("a cluster without arrays") << false << qsizetype(4) << QStringList{{}, {}, {}, {}};
}

void SlurmRunnerTest::severalAtATimeAreAnArray()
{
    QFETCH(bool, takesArrays);
    QFETCH(qsizetype, jobs);
    QFETCH(QStringList, parts);
    if (!takesArrays) {
        mark(u"noarrays"_s);
    }
    std::vector<ChunkStart> chunks;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        chunks.push_back(m_fixture->scripts(name, {u"echo one"_s, u"exit 3"_s}));
        chunks.back().title = name == u"d" ? u"kinframe-2"_s : u"kinframe-1"_s;
    }
    startTogether(chunks);
    const auto ended = [this] {
        QMap<QString, ChunkReport> last;
        for (const ChunkReport &report : seen().reports) {
            if (report.state == ChunkState::Ended) {
                last[report.chunk] = report;
            }
        }
        return last;
    };
    QTRY_COMPARE(ended().size(), 4);
    QCOMPARE(jobsTaken(), jobs);
    QStringList seenParts;
    QSet<QString> numbers;
    for (const ChunkReport &report : ended()) {
        QCOMPARE(report.end->reason, EndReason::Failed);
        QCOMPARE(report.end->exitCode, 3);
        numbers.insert(report.runnerJob.section(u'_', 0, 0));
        seenParts += report.runnerJob.section(u'_', 1);
    }
    QCOMPARE(seenParts, parts);
    QCOMPARE(numbers.size(), jobs);
}

void SlurmRunnerTest::anArrayThatNobodyConfirmedIsFoundAgain()
{
    mark(u"mumbles"_s);
    std::vector<ChunkStart> chunks;
    for (const QString &name : {u"a"_s, u"b"_s}) {
        chunks.push_back(m_fixture->scripts(name, {u"while [ ! -e go ]; do sleep 0.1; done"_s}));
        chunks.back().title = u"kinframe-1"_s;
    }
    startTogether(chunks);
    QTRY_COMPARE(m_fixture->read(u"cluster/jobs"_s).count('\n'), 2);
    // Another program, which knows of the folders only.
    makeRunner();
    for (const ChunkStart &chunk : chunks) {
        QVERIFY(m_runner->adopt(chunk.chunk, chunk.folder, {}, chunk.needs));
    }
    const auto numberOf = [this](const QString &chunk) {
        QString number;
        for (const ChunkReport &report : seen().reports) {
            number = report.chunk == chunk ? report.runnerJob : number;
        }
        return number;
    };
    QTRY_COMPARE(numberOf(u"a"_s), u"1_0"_s);
    QTRY_COMPARE(numberOf(u"b"_s), u"1_1"_s);
    write(m_fixture->path(u"a/go"_s), "");
    write(m_fixture->path(u"b/go"_s), "");
    const auto done = [this] {
        const auto reports = seen().reports;
        return std::count_if(reports.begin(), reports.end(), [](const ChunkReport &report) {
            return report.state == ChunkState::Ended && report.end->reason == EndReason::Done;
        });
    };
    QTRY_COMPARE(done(), 2);
    QCOMPARE(jobsTaken(), 1);
}

void SlurmRunnerTest::noCommands()
{
    QVERIFY(QFile::remove(m_commands + u"/sbatch"_s));
    ChunkStart chunk = m_fixture->scripts(u"a"_s, {u"true"_s});
    chunk.title = u"kinframe-1"_s;
    QVERIFY(m_runner->start(chunk));
    QTRY_VERIFY(seen().isOver());
    QCOMPARE(seen().end()->reason, EndReason::NotStarted);
    QVERIFY(seen().end()->text.contains(u"sbatch"));
}

QTEST_GUILESS_MAIN(SlurmRunnerTest)
#include "tst_slurm_runner.moc"
