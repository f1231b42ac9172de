// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_scenarios.h"
#include "api/render_tasks.h"
#include "api/scripted_renderer.h"
#include "api/slurm_cluster.h"
#include "api/test_data.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int manyFrames = 200;

QStringList outputsOf(const QList<QJsonObject> &frames)
{
    QStringList hashes;
    for (const QJsonObject &frame : frames) {
        hashes << frame.value("output_hash"_L1).toString();
    }
    return hashes;
}

QSet<QString> nodesOf(const QList<QJsonObject> &frames)
{
    QSet<QString> nodes;
    for (const QJsonObject &frame : frames) {
        nodes << frame.value("node_id"_L1).toString();
    }
    return nodes;
}

} // namespace

/// Renders on a cluster of Slurm's, with everything that happens to one: what comes out is what comes out here.
class RenderSlurmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theConnectionIsTested();
    void theSameAsHere();
    void aTestFrameStopsTheRest();
    void failedFramesAgain();
    void tooLongForAFrame();
    void whoIsMoreUrgentGoesFirst();
    void blender();
    void whatWaitsIsHeld();
    void whatRendersPauses();
    void cancelled();
    void theProgramIsKilled();
    void aLostNode();
    void theControllerIsAway();
    void cleanupTestCase();

private:
    /// Starts the program.
    void begin();
    /// Renders on that runner, each process with so many cores.
    void renderOn(const QString &runner, int cores) const;
    /// Renders with Tachyon on that runner, each frame after so many seconds.
    void use(const QString &runner, int seconds) const;
    /// Renders with scripts on the cluster.
    void useScript(int cores);
    /// A job of somebody else's that has all of the cluster; its number, empty where that fails.
    [[nodiscard]] QString fillCluster() const;
    [[nodiscard]] qint64 makeFrames(int count) const;
    [[nodiscard]] QString folderOf(qint64 id) const { return m_kinframe->data() + u"/renders/%1"_s.arg(id); }
    [[nodiscard]] bool waitForFrames(qint64 id, int count) const
    {
        return waitUntil([&] { return countFrames(framesOf(m_client, id), u"completed"_s) >= count; });
    }
    [[nodiscard]] bool areJobs(const QString &start) const
    {
        const QStringList jobs = m_cluster->jobs();
        return !jobs.isEmpty() &&
               std::all_of(jobs.begin(), jobs.end(), [&](const QString &job) { return job.startsWith(start); });
    }
    void verifyCompleted(qint64 id, int count) const;

    std::unique_ptr<SlurmCluster> m_cluster;
    std::unique_ptr<KinframeProcess> m_kinframe;
    HttpClient m_client;
    QTemporaryDir m_folder;
    ScriptedRenderer m_script;
    QString m_scene; ///< its key on the server
};

void RenderSlurmTest::initTestCase()
{
    for (const QString &missing : {SlurmCluster::missing(), SceneStock::missingTachyon()}) {
        if (!missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
    }
    m_cluster = std::make_unique<SlurmCluster>();
    QVERIFY2(m_cluster->start(), m_cluster->log().constData());
    m_kinframe = std::make_unique<KinframeProcess>(QString(), Models::None);
    begin();
    m_scene = storeFile(m_client, SceneStock::tachyonScene());
    QFile script(m_folder.filePath(u"slow.sh"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nsleep \"$1\"\nexec tachyon \"$2\" -format TARGA -o \"$3\" -numthreads 1\n");
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void RenderSlurmTest::begin()
{
    QVERIFY2(m_kinframe->start(), m_kinframe->log().constData());
    m_client = m_kinframe->client().withHeaders({"Accept-Language: en"});
}

void RenderSlurmTest::renderOn(const QString &runner, int cores) const
{
    const QJsonObject hardware{{u"id"_s, u"core"_s},
                               {u"config_name"_s, u"A core"_s},
                               {u"ram"_s, 1},
                               {u"cpu_cores"_s, cores},
                               {u"gpu_count"_s, 0},
                               {u"gpu_model"_s, {}},
                               {u"price_per_hour"_s, 36}};
    // All of a setup is put at once, so that what is not said would be as usual again.
    QJsonObject setup = dataOf(m_client.get(u"/api/render-setup"_s));
    setup[u"hardware"] = QJsonArray{hardware};
    setup[u"runner"] = runner;
    setup[u"slurm"] = m_cluster->setup();
    const HttpAnswer set = m_client.put(u"/api/render-setup"_s, setup);
    QVERIFY2(set.status == 200, set.text().constData());
}

void RenderSlurmTest::use(const QString &runner, int seconds) const
{
    const QJsonObject command{{u"program"_s, m_folder.filePath(u"slow.sh"_s)},
                              {u"arguments"_s, u"%1 {scene} {output}"_s.arg(seconds)},
                              {u"file_suffix"_s, u"tga"_s},
                              {u"at_once"_s, 1}};
    const HttpAnswer set = m_client.put(u"/api/render-setup"_s, {{u"engines"_s, QJsonObject{{u"command"_s, command}}}});
    QVERIFY2(set.status == 200, set.text().constData());
    renderOn(runner, 1);
}

void RenderSlurmTest::useScript(int cores)
{
    const HttpAnswer set = m_script.setUp(m_client);
    QVERIFY2(set.status == 200, set.text().constData());
    renderOn(u"slurm"_s, cores);
}

QString RenderSlurmTest::fillCluster() const
{
    const QString script = m_folder.filePath(u"all.sh"_s);
    if (!writeBytes(script, "#!/bin/sh\nexec sleep 600\n")) {
        return {};
    }
    const QByteArray job = m_cluster->run(
        u"sbatch"_s, {u"--parsable"_s, u"--nodes=3"_s, u"--exclusive"_s, u"--output=/dev/null"_s, script});
    return waitUntil([this] { return areJobs(u"RUNNING"_s); }) ? QString::fromLatin1(job.trimmed()) : QString();
}

qint64 RenderSlurmTest::makeFrames(int count) const
{
    const QJsonObject body = taskBody(m_scene, {{u"render_engine"_s, u"command"_s}, {u"total_frames"_s, count}});
    return dataOf(m_client.post(u"/api/tasks/"_s, body)).value("id"_L1).toInteger(-1);
}

void RenderSlurmTest::verifyCompleted(qint64 id, int count) const
{
    const QJsonObject end = endOf(m_client, id);
    const QByteArray story = storyOf(m_client, id) + m_kinframe->log() + m_cluster->log();
    QVERIFY2(end.value("status"_L1) == "completed"_L1, story.constData());
    QCOMPARE(end.value("completed_frames"_L1).toInt(), count);
}

void RenderSlurmTest::theConnectionIsTested()
{
    const auto test = [this](const QJsonObject &slurm) {
        return m_client.post(u"/api/render-setup/test"_s, {{u"slurm"_s, slurm}});
    };
    const HttpAnswer good = test(m_cluster->setup());
    QVERIFY2(good.status == 200, good.text().constData());
    QCOMPARE(dataOf(good).value("partition"_L1).toString(), u"work"_s);
    QCOMPARE(dataOf(good).value("usable_nodes"_L1).toInt(), 3);
    QCOMPARE(dataOf(good).value("usable"_L1)["cpu_cores"_L1].toInt(), 8);
    QCOMPARE(dataOf(good).value("largest_node"_L1)["cpu_cores"_L1].toInt(), 4);

    QJsonObject other = m_cluster->setup();
    other[u"partition"] = u"night"_s;
    QCOMPARE(test(other).status, 400);
    other = m_cluster->setup();
    other[u"command_folder"] = u"/nowhere"_s;
    QCOMPARE(test(other).status, 404);
    QCOMPARE(m_kinframe->anybody().post(u"/api/render-setup/test"_s, {}).status, 401);
}

void RenderSlurmTest::theSameAsHere()
{
    use(u"local"_s, 0);
    const qint64 here = makeFrames(manyFrames);
    verifyCompleted(here, manyFrames);
    use(u"slurm"_s, 0);
    const qint64 there = makeFrames(manyFrames);
    verifyCompleted(there, manyFrames);
    const QList<QJsonObject> frames = framesOf(m_client, there);
    QCOMPARE(outputsOf(frames), outputsOf(framesOf(m_client, here)));
    QVERIFY((QSet<QString>{u"n1"_s, u"n2"_s, u"n3"_s}).contains(nodesOf(frames)));
    QCOMPARE(imagesOfTask(m_client, there).size(), imagesOfTask(m_client, here).size());
}

void RenderSlurmTest::aTestFrameStopsTheRest()
{
    useScript(1);
    verifyTestFrameStopsTheRest(m_client, m_script);
}

void RenderSlurmTest::failedFramesAgain()
{
    useScript(1);
    verifyFailedFramesAgain(m_client, m_script);
}

void RenderSlurmTest::tooLongForAFrame()
{
    useScript(1);
    const qint64 id = m_script.makeTask(m_client, "exec sleep 1000", {{u"frame_timeout"_s, 1}});
    verifyFrameTimeout(m_client, id, folderOf(id));
    QVERIFY(waitUntil([&] { return m_cluster->jobs().isEmpty() && workersIn(folderOf(id)).isEmpty(); }));
}

void RenderSlurmTest::whoIsMoreUrgentGoesFirst()
{
    useScript(4); // One node has as many.
    m_script.forgetBegun();
    const QString fill = fillCluster();
    QVERIFY(!fill.isEmpty());
    const QList<qint64> tasks = makeTasksOf(m_client, m_script, {1, 9});
    QVERIFY(waitUntil([this] { return m_cluster->jobs().filter(u"PENDING"_s).size() == 2; }));
    QCOMPARE(m_script.begun(), QStringList());
    (void)m_cluster->run(u"scancel"_s, {fill});
    verifyOrder(m_client, m_script, tasks, {u"1"_s, u"0"_s});
}

void RenderSlurmTest::blender()
{
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    renderOn(u"slurm"_s, 1);
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"total_frames"_s, 3}, {u"test_frames"_s, u"2"_s}});
    verifyCompleted(id, 3);
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QCOMPARE(pixelsOf(picture.body), QSize(160, 90));
        QVERIFY((QSet<QString>{u"n1"_s, u"n2"_s, u"n3"_s}).contains(frame.value("node_id"_L1).toString()));
    }
    QVERIFY(waitUntil([&] { return imagesOfTask(m_client, id).size() == 3; }));
}

void RenderSlurmTest::whatWaitsIsHeld()
{
    use(u"slurm"_s, 0);
    const QString fill = fillCluster();
    QVERIFY(!fill.isEmpty());
    const qint64 id = makeFrames(10);
    QVERIFY(waitUntil([this] { return m_cluster->jobs().filter(u"PENDING"_s).size() > 1; }));
    const QStringList parts = m_cluster->jobs().filter(u"PENDING"_s);
    // Those that begin together are parts of an array; a slow disk may make more than one of them.
    QVERIFY2(std::ranges::any_of(parts, [](const QString &part) { return part.section(u' ', -1).contains(u'_'); }),
             qPrintable(parts.join(u", ")));
    QCOMPARE(m_client.post(taskPath(id, u"/pause"_s), {}).status, 200);
    QVERIFY(waitUntil([this] {
        const QStringList waiting = m_cluster->jobs().filter(u"PENDING"_s);
        return waiting.size() == waiting.filter(u"JobHeld"_s).size();
    }));
    (void)m_cluster->run(u"scancel"_s, {fill});
    // There is room now, and nobody takes it.
    QVERIFY(waitUntil([this] { return areJobs(u"PENDING JobHeld"_s); }));
    QCOMPARE(countFrames(framesOf(m_client, id), u"completed"_s), 0);
    QCOMPARE(stateOf(m_client, id), u"paused"_s);
    QCOMPARE(m_client.post(taskPath(id, u"/resume"_s), {}).status, 200);
    verifyCompleted(id, 10);
}

void RenderSlurmTest::whatRendersPauses()
{
    use(u"slurm"_s, 2);
    const qint64 id = makeFrames(40);
    QVERIFY(waitForFrames(id, 2));
    QCOMPARE(m_client.post(taskPath(id, u"/pause"_s), {}).status, 200);
    QVERIFY(waitUntil([&] {
        const QList<qint64> renderers = renderersIn(folderOf(id));
        const QStringList waiting = m_cluster->jobs().filter(u"PENDING"_s); // what was about to begin is held
        return !renderers.isEmpty() && std::ranges::all_of(renderers, isStopped) &&
               waiting.size() == waiting.filter(u"JobHeld"_s).size();
    }));
    QCOMPARE(m_client.post(taskPath(id, u"/resume"_s), {}).status, 200);
    verifyCompleted(id, 40);
}

void RenderSlurmTest::cancelled()
{
    use(u"slurm"_s, 30);
    const qint64 id = makeFrames(40);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).size() > 3; }));
    QCOMPARE(m_client.post(taskPath(id, u"/cancel"_s), {}).status, 200);
    QVERIFY(waitUntil([&] { return m_cluster->jobs().isEmpty() && renderersIn(folderOf(id)).isEmpty(); }));
    QCOMPARE(stateOf(m_client, id), u"cancelled"_s);
}

void RenderSlurmTest::theProgramIsKilled()
{
    use(u"slurm"_s, 1);
    const qint64 id = makeFrames(24);
    QVERIFY(waitForFrames(id, 2));
    m_kinframe->kill();
    begin();
    verifyCompleted(id, 24);
    // One whose picture was taken, but not recorded, is rendered again; none is there in part.
    const QStringList outputs = outputsOf(framesOf(m_client, id));
    QCOMPARE(outputs.count(outputs.first()), 24);
    QVERIFY(waitUntil([this] { return m_cluster->jobs().isEmpty(); }));
}

void RenderSlurmTest::aLostNode()
{
    use(u"slurm"_s, 60); // Longer than it takes to see that a node is gone.
    const qint64 id = makeFrames(8);
    const auto rendering = [&] { return countFrames(framesOf(m_client, id), u"rendering"_s); };
    QVERIFY(waitUntil([&] { return rendering() == 8; }));
    const QList<qint64> before = workersIn(folderOf(id));
    use(u"slurm"_s, 0); // What is rendered again need not take so long.
    m_cluster->killNode(u"n1"_s);
    verifyCompleted(id, 8);
    QVERIFY(before.size() == 8);
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QCOMPARE(std::count_if(frames.begin(), frames.end(),
                           [](const QJsonObject &frame) { return frame.value("retry_count"_L1).toInt() > 0; }),
             2);
    QVERIFY(!nodesOf(frames).contains(u"n1"_s));
    // Those that the node went on with have ended too.
    QVERIFY(waitUntil([&] { return workersIn(folderOf(id)).isEmpty() && renderersIn(folderOf(id)).isEmpty(); }));
    m_cluster->startNode(u"n1"_s);
    QVERIFY2(m_cluster->waitForNodes(3), m_cluster->log().constData());
}

void RenderSlurmTest::theControllerIsAway()
{
    use(u"slurm"_s, 1);
    constexpr int count = 160; // far more than is handed over before the controller goes
    const qint64 id = makeFrames(count);
    QVERIFY(waitForFrames(id, 3));
    m_cluster->stopController();
    constexpr int awayMs = 60'000;
    // A minute is what is tested: nothing is told as failed in it.
    QElapsedTimer away;
    for (away.start(); away.elapsed() < awayMs;) {
        const QJsonObject task = taskOf(m_client, id);
        QCOMPARE(task.value("status"_L1).toString(), u"rendering"_s);
        QCOMPARE(task.value("failed_frames"_L1).toInt(), 0);
        QTest::qWait(1000);
    }
    m_cluster->startController();
    verifyCompleted(id, count);
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        QCOMPARE(frame.value("retry_count"_L1).toInt(), 0);
    }
}

void RenderSlurmTest::cleanupTestCase()
{
    QVERIFY(!m_kinframe || m_kinframe->stop());
    m_kinframe.reset();
    m_cluster.reset();
}

int main(int argc, char **argv)
{
    const OrdinaryUser user;
    if (!user.problem().isEmpty()) {
        std::printf("SKIP   : %s\n", qPrintable(user.problem()));
        return 0;
    }
    QCoreApplication application(argc, argv);
    RenderSlurmTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_render_slurm.moc"
