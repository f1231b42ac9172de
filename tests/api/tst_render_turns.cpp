// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_scenarios.h"
#include "api/render_tasks.h"
#include "api/scripted_renderer.h"

#include <QDateTime>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Whose turn it is where one can render at a time.
class RenderTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoIsMoreUrgentGoesFirst();
    void usersTakeTurns();
    void manyShortFrames();
    void cleanupTestCase();

private:
    /// A task that holds the place until the file `go` is there; it has begun.
    [[nodiscard]] qint64 holdThePlace();
    [[nodiscard]] QDateTime startOf(qint64 id) const
    {
        return QDateTime::fromString(taskOf(m_owner, id).value("started_at"_L1).toString(), Qt::ISODateWithMs);
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve; ///< an admin too: others may not render with commands
    ScriptedRenderer m_script;
};

void RenderTurnsTest::initTestCase()
{
    if (const QString missing = ScriptedRenderer::missing(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s, {u"--admin"_s});
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
}

qint64 RenderTurnsTest::holdThePlace()
{
    m_script.forgetBegun();
    QFile::remove(m_script.path(u"go"_s));
    const qint64 id = m_script.makeTask(m_owner, "begin first\nuntil [ -e \"$HERE/go\" ]; do sleep 0.1; done\npicture",
                                        {{u"priority"_s, 0}});
    return waitUntil([&] { return !m_script.begun().isEmpty(); }) ? id : -1;
}

void RenderTurnsTest::whoIsMoreUrgentGoesFirst()
{
    const HttpAnswer set = m_script.setUp(m_owner);
    QVERIFY2(set.status == 200, set.text().constData());
    const qint64 first = holdThePlace();
    QVERIFY(first > 0);
    const QList<qint64> tasks = makeTasksOf(m_owner, m_script, {0, 5, 10, 1, 5, 10});
    for (const qint64 id : tasks) {
        QCOMPARE(stateOf(m_owner, id), u"queued"_s);
    }
    QVERIFY(m_script.touch(u"go"_s));
    verifyOrder(m_owner, m_script, tasks, {u"first"_s, u"2"_s, u"5"_s, u"1"_s, u"4"_s, u"3"_s, u"0"_s});
    if (QTest::currentTestFailed()) {
        return;
    }
    QDateTime last = startOf(first);
    for (const int number : {2, 5, 1, 4, 3, 0}) {
        QVERIFY(startOf(tasks[number]) >= last);
        last = startOf(tasks[number]);
    }
}

void RenderTurnsTest::usersTakeTurns()
{
    QCOMPARE(m_script.setUp(m_owner).status, 200);
    QVERIFY(holdThePlace() > 0);
    // The owner comes first, twice, and with much.
    constexpr int much = 60;
    const qint64 long1 = m_script.makeTask(m_owner, "begin long\npicture", {{u"total_frames"_s, much}});
    const qint64 long2 = m_script.makeTask(m_owner, "begin more\npicture", {{u"total_frames"_s, much}});
    const qint64 short1 = m_script.makeTask(m_eve, "begin short\npicture", {{u"total_frames"_s, 3}});
    const qint64 short2 = m_script.makeTask(m_eve, "begin other\npicture", {{u"total_frames"_s, 3}});
    QVERIFY(long1 > 0 && long2 > 0 && short1 > 0 && short2 > 0);
    QVERIFY(m_script.touch(u"go"_s));
    for (const qint64 id : {long1, long2, short1, short2}) {
        QVERIFY2(endOf(m_owner, id).value("status"_L1) == "completed"_L1, storyOf(m_owner, id).constData());
    }
    const QStringList begun = m_script.begun();
    QCOMPARE(begun.count(u"long"_s), much);
    QCOMPARE(begun.count(u"short"_s), 3);
    const QByteArray order = begun.join(u' ').toLatin1();
    QVERIFY2(begun.lastIndexOf(u"short"_s) < begun.lastIndexOf(u"long"_s), order.constData());
    QVERIFY2(begun.lastIndexOf(u"other"_s) < begun.lastIndexOf(u"more"_s), order.constData());
    QVERIFY2(startOf(short1) < startOf(long2) && startOf(short1) < startOf(short2), order.constData());
}

void RenderTurnsTest::manyShortFrames()
{
    if (const QString missing = SceneStock::missingTachyon(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    const HttpAnswer set =
        useCommand(m_owner, u"tachyon"_s, u"{scene} -format TARGA -o {output}\n-numthreads 1"_s, u"tga"_s);
    QVERIFY2(set.status == 200, set.text().constData());
    constexpr int many = 200;
    const QJsonObject more{{u"render_engine"_s, u"command"_s}, {u"total_frames"_s, many}, {u"test_frames"_s, u"100"_s}};
    const QString key = storeFile(m_owner, SceneStock::tachyonScene());
    const qint64 id = dataOf(m_owner.post(u"/api/tasks"_s, taskBody(key, more))).value("id"_L1).toInteger(-1);
    QVERIFY(id > 0);
    const QJsonObject task = endOf(m_owner, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_owner, id).constData());
    const QList<QJsonObject> frames = framesOf(m_owner, id);
    QCOMPARE(countFrames(frames, u"completed"_s), many);
    for (const QJsonObject &frame : frames) {
        const HttpAnswer picture = m_owner.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QVERIFY2(picture.status == 200, picture.text().constData());
        // In the head of a TGA, at 12: width and height.
        QVERIFY(picture.body.size() > 160 * 90);
        QCOMPARE(qFromLittleEndian<quint16>(picture.body.constData() + 12), quint16(160));
        QCOMPARE(qFromLittleEndian<quint16>(picture.body.constData() + 14), quint16(90));
    }
}

void RenderTurnsTest::cleanupTestCase()
{
    (void)m_script.touch(u"go"_s);
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
}

QTEST_GUILESS_MAIN(RenderTurnsTest)
#include "tst_render_turns.moc"
