// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "render/engines/log_marks.h"
#include "render/runners/job_watch.h"
#include "support/patience.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anHour = 3'600'000;
constexpr qint64 longAgo = 1'000'000; // ms since 1970

} // namespace

/// What a worker tells in its files, read while it works or long afterwards.
class TestJobWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesAreReadBack();
    void linesOfBeforeAreRead();
    void framesAreTold();
    void piecesOfALogCarryTheirTimes();
    void whatNobodyTimedIsAsLateAsTheLastWord();
    void aWorkerOfBeforeTellsNoTimesOfFrames();
    void pausesAreNoWork();
    void oneThatLivesHasWorkedOn();
    void oneThatStandsStillHasNot();
    void itsEndIsItsLastWord();
    void oneThatIsLostWasSeenLastWhenItWrote();

private:
    [[nodiscard]] JobWatch watch() const
    {
        WorkerJob job;
        job.engine = Engine::Command;
        job.commands = {{u"one"_s, {}, {}, {}, {1}}, {u"two"_s, {}, {}, {}, {2}}};
        return {u"a"_s, m_job, job};
    }
    void append(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size()) {
            qFatal("the test cannot write %s", qPrintable(path));
        }
    }
    void say(const WorkerEvent &event) const { append(m_job.events(), lineOf(event)); }
    // A piece of the log; the worker says afterwards when it wrote it.
    qint64 log(const LogMark &mark) const
    {
        append(m_job.log(), lineOf(mark));
        return QFileInfo(m_job.log()).size();
    }
    void log(const LogMark &mark, const WorkMoment &moment) const
    {
        append(m_job.times(), lineOf(WorkerLogged{log(mark), moment}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    JobFolder m_job;
};

namespace {

constexpr LogMark begun(int command)
{
    return {LogMark::Kind::Started, command, 0, 0, 0};
}

constexpr LogMark done(int command)
{
    return {LogMark::Kind::Ended, command, 0, 0, 1};
}

template <typename Event>
std::vector<LoggedEvent> only(const std::vector<LoggedEvent> &events)
{
    std::vector<LoggedEvent> its;
    for (const LoggedEvent &event : events) {
        if (std::holds_alternative<Event>(event.event)) {
            its.push_back(event);
        }
    }
    return its;
}

} // namespace

void TestJobWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_job = {m_folder->path()};
}

void TestJobWatch::linesAreReadBack()
{
    const auto paused = workerEventFrom(lineOf(WorkerPaused{5, 4}));
    QVERIFY(paused);
    QCOMPARE(std::get<WorkerPaused>(*paused).workedMs, std::optional<qint64>(4));
    const auto ended = workerEventFrom(lineOf(WorkerEnded{5, {EndReason::Time, 1, 2, u"x"_s}, 3}));
    QVERIFY(ended);
    QCOMPARE(std::get<WorkerEnded>(*ended).end.reason, EndReason::Time);
    QCOMPARE(std::get<WorkerEnded>(*ended).workedMs, std::optional<qint64>(3));
    const auto written = workerEventFrom(lineOf(WorkerLogged{7, {5, 4, 1}}));
    QVERIFY(written);
    const auto &logged = std::get<WorkerLogged>(*written);
    QCOMPARE(logged.to, 7);
    QCOMPARE(logged.moment.at, 5);
    QCOMPARE(logged.moment.workedMs, 4);
    QCOMPARE(logged.moment.pausedMs, 1);
}

void TestJobWatch::linesOfBeforeAreRead()
{
    const auto started = workerEventFrom(R"({"at":1,"event":"started","node":"n1","pid":5})");
    QVERIFY(started && !std::get<WorkerStarted>(*started).writesTimes);
    const auto resumed = workerEventFrom(R"({"at":9,"event":"resumed"})");
    QVERIFY(resumed && !std::get<WorkerResumed>(*resumed).workedMs);
    const auto ended = workerEventFrom(R"({"at":9,"event":"ended","exit":3,"reason":"failed","signal":0,"text":""})");
    QVERIFY(ended && !std::get<WorkerEnded>(*ended).workedMs);
    QCOMPARE(std::get<WorkerEnded>(*ended).end.exitCode, 3);
}

void TestJobWatch::framesAreTold()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    log(done(0), {longAgo + 9000, 9000, 0});
    const auto report = watch().look();
    QVERIFY(report);
    QCOMPARE(report->state, ChunkState::Running);
    QCOMPARE(report->node, u"n1"_s);
    QCOMPARE(report->since, std::optional<qint64>(longAgo));
    QCOMPARE(only<FrameStarted>(report->events).size(), size_t(1));
    QCOMPARE(only<FrameWritten>(report->events).size(), size_t(1));
}

void TestJobWatch::piecesOfALogCarryTheirTimes()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    log(done(0), {longAgo + 9000, 8000, 900});
    // Two in one piece.
    log(begun(1));
    log(done(1), {longAgo + 9500, 8500, 900});
    const auto report = watch().look();
    QVERIFY(report);
    const auto started = only<FrameStarted>(report->events);
    const auto written = only<FrameWritten>(report->events);
    QCOMPARE(started.size(), size_t(2));
    QCOMPARE(written.size(), size_t(2));
    QCOMPARE(started[0].moment->at, longAgo + 100);
    QCOMPARE(started[0].moment->workedMs, 100);
    QCOMPARE(written[0].moment->at, longAgo + 9000);
    QCOMPARE(written[0].moment->workedMs, 8000);
    QCOMPARE(written[0].moment->pausedMs, 900);
    QCOMPARE(started[1].moment->at, longAgo + 9500);
    QCOMPARE(written[1].moment->at, longAgo + 9500);
}

void TestJobWatch::whatNobodyTimedIsAsLateAsTheLastWord()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    log(done(0)); // The worker was killed in between.
    const auto report = watch().look();
    QVERIFY(report);
    const auto written = only<FrameWritten>(report->events);
    QCOMPARE(written.size(), size_t(1));
    QCOMPARE(written[0].moment->at, longAgo + 100);
    QCOMPARE(written[0].moment->workedMs, 100);
}

void TestJobWatch::aWorkerOfBeforeTellsNoTimesOfFrames()
{
    append(m_job.events(), R"({"at":1000000,"event":"started","node":"n1","pid":5})"
                           "\n"
                           R"({"at":1060000,"event":"paused"})"
                           "\n"
                           R"({"at":1100000,"event":"resumed"})"
                           "\n");
    log(begun(0));
    const auto report = watch().look();
    QVERIFY(report);
    const auto started = only<FrameStarted>(report->events);
    QCOMPARE(started.size(), size_t(1));
    QVERIFY(!started[0].moment);
    // How long it worked until it told something last is known all the same.
    QCOMPARE(report->workedMs, std::optional<qint64>(60'000));
    QCOMPARE(report->since, std::optional<qint64>(1'100'000));
}

void TestJobWatch::pausesAreNoWork()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    say(WorkerPaused{longAgo + 5000, 4900});
    JobWatch its = watch();
    its.setAlive(true);
    const auto report = its.look();
    QVERIFY(report);
    QCOMPARE(report->state, ChunkState::Paused);
    // Also of one that stands since long ago.
    QCOMPARE(report->workedMs, std::optional<qint64>(4900));
    QVERIFY(report->isLive);
    say(WorkerResumed{longAgo + anHour, 4900});
    const auto resumed = its.look();
    QVERIFY(resumed);
    QCOMPARE(resumed->state, ChunkState::Running);
    // What is told while somebody looks has just been told.
    QVERIFY(*resumed->workedMs >= 4900 && *resumed->workedMs < anHour);
}

void TestJobWatch::oneThatLivesHasWorkedOn()
{
    const qint64 at = wallMs() - anHour;
    say(WorkerStarted{at, u"n1"_s, 5});
    log(begun(0), {at + 100, 100, 0});
    JobWatch its = watch();
    const auto before = its.look();
    QVERIFY(before);
    // Nobody knows yet.
    QVERIFY(!before->isLive);
    QCOMPARE(before->workedMs, std::optional<qint64>(100));
    its.setAlive(true);
    ChunkReport now;
    its.stamp(now);
    QVERIFY(now.isLive);
    QVERIFY(*now.workedMs >= anHour && *now.workedMs < 2 * anHour);
}

void TestJobWatch::oneThatStandsStillHasNot()
{
    const qint64 at = wallMs() - anHour;
    say(WorkerStarted{at, u"n1"_s, 5});
    JobWatch its = watch();
    its.setAlive(true);
    const auto before = its.look();
    QVERIFY(before && *before->workedMs >= anHour);
    its.setAlive(false); // A cluster has stopped it.
    ChunkReport stopped;
    its.stamp(stopped);
    QVERIFY(!stopped.isLive);
    const qint64 asked = steadyMs();
    QTRY_VERIFY(steadyMs() > asked);
    ChunkReport later;
    its.stamp(later);
    QCOMPARE(later.workedMs, stopped.workedMs);
    its.setAlive(true);
    its.stamp(later);
    QVERIFY(*later.workedMs >= *stopped.workedMs && *later.workedMs < 2 * anHour);
}

void TestJobWatch::itsEndIsItsLastWord()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    log(done(0), {longAgo + 9000, 8000, 900});
    say(WorkerEnded{longAgo + 9100, {}, 8100});
    JobWatch its = watch();
    QVERIFY(its.look());
    QVERIFY(its.hasEnded());
    const ChunkReport last = its.last();
    QCOMPARE(last.state, ChunkState::Ended);
    QCOMPARE(last.since, std::optional<qint64>(longAgo + 9100));
    QCOMPARE(last.workedMs, std::optional<qint64>(8100));
}

void TestJobWatch::oneThatIsLostWasSeenLastWhenItWrote()
{
    say(WorkerStarted{longAgo, u"n1"_s, 5});
    log(begun(0), {longAgo + 100, 100, 0});
    JobWatch its = watch();
    QVERIFY(its.look());
    const ChunkReport last = its.last();
    QCOMPARE(last.state, ChunkState::Lost);
    QCOMPARE(last.since, std::optional(QFileInfo(m_job.log()).lastModified().toMSecsSinceEpoch()));
    QCOMPARE(last.workedMs, std::optional<qint64>(100));
}

QTEST_GUILESS_MAIN(TestJobWatch)
#include "tst_job_watch.moc"
