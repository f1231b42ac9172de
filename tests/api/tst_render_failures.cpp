// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_scenarios.h"
#include "api/render_tasks.h"
#include "api/scripted_renderer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QString stateOfFrame(const QList<QJsonObject> &frames, int number)
{
    return frames.value(number - 1).value("status"_L1).toString();
}

} // namespace

/// Frames that fail: what becomes of the others, and how they are rendered again.
class RenderFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noCamera_data();
    void noCamera();
    void aTestFrameStopsTheRest();
    void orNot();
    void someOfMany();
    void aFrameIsRenderedAgain();
    void aMissingTexture();
    void aMissingTextureThatMayBe();
    void aTextureAmongTheFiles();
    void tooLongForAFrame();
    void tooLongForATask();
    void cleanupTestCase();

private:
    [[nodiscard]] QString folderOf(qint64 id) const { return m_kinframe.data() + u"/renders/%1"_s.arg(id); }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    ScriptedRenderer m_script;
};

void RenderFailuresTest::initTestCase()
{
    for (const QString &missing : {SceneStock::missingBlender(), ScriptedRenderer::missing()}) {
        if (!missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
    const HttpAnswer set = m_script.setUp(m_client);
    QVERIFY2(set.status == 200, set.text().constData());
}

void RenderFailuresTest::noCamera_data()
{
    QTest::addColumn<bool>("stops");
    QTest::newRow("stops after the test") << true;
    QTest::newRow("goes on") << false;
}

void RenderFailuresTest::noCamera()
{
    QFETCH(const bool, stops);
    const qint64 id = makeTask(m_client, u"no_camera"_s,
                               {{u"total_frames"_s, 5}, {u"test_frames"_s, u"2"_s}, {u"stop_after_test"_s, stops}});
    const auto check = [&] {
        const QJsonObject task = endOf(m_client, id);
        const QList<QJsonObject> frames = framesOf(m_client, id);
        QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
        QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
        QCOMPARE(task.value("test_frame_status"_L1).toString(), u"failed"_s);
        QVERIFY2(task.value("error_message"_L1).toString().contains("camera"_L1), storyOf(m_client, id).constData());
        QCOMPARE(stateOfFrame(frames, 2), u"failed"_s);
        QVERIFY(frames[1].value("error_message"_L1).toString().contains("camera"_L1));
        // What is the same for every frame is not tried with each of them, but none is left open either.
        QCOMPARE(countFrames(frames, u"cancelled"_s) + countFrames(frames, u"failed"_s), 5);
        // Where the test does not stop it, the rest is begun with.
        QVERIFY(stops ? countFrames(frames, u"cancelled"_s) == 4 : stateOfFrame(frames, 1) == "failed"_L1);
        QVERIFY(
            dataOf(m_client.get(taskPath(id, u"/frames/2/log"_s))).value("log"_L1).toString().contains("camera"_L1));
    };
    check();
    const HttpAnswer again = m_client.post(taskPath(id, u"/frames/retry-failed"_s));
    QVERIFY2(again.status == 202, again.text().constData());
    QCOMPARE(dataOf(again),
             (QJsonObject{{u"task_id"_s, id}, {u"frames"_s, QJsonArray{1, 2, 3, 4, 5}}, {u"status"_s, u"pending"_s}}));
    check();
    QCOMPARE(framesOf(m_client, id).at(1).value("retry_count"_L1).toInt(), 1);
    QCOMPARE(dataOf(m_client.get(taskPath(id, u"/frames/2/log"_s))).value("attempts"_L1).toInt(), 2);
}

void RenderFailuresTest::aTestFrameStopsTheRest()
{
    verifyTestFrameStopsTheRest(m_client, m_script);
}

void RenderFailuresTest::orNot()
{
    m_script.forgetBegun();
    const qint64 id = m_script.makeTask(m_client, "begin $1\nif [ $1 = 2 ]; then echo no paint; exit 3; fi\npicture",
                                        {{u"total_frames"_s, 5}, {u"test_frames"_s, u"2"_s}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QVERIFY2(countFrames(frames, u"completed"_s) == 4, storyOf(m_client, id).constData());
    QCOMPARE(stateOfFrame(frames, 2), u"failed"_s);
    QVERIFY2(task.value("error_message"_L1).toString().startsWith("1 of 5 frames failed"_L1),
             storyOf(m_client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
    QCOMPARE(task.value("progress"_L1).toDouble(), 80.0);
    // All tries of the test frame go before the first of the others.
    const QStringList begun = m_script.begun();
    QCOMPARE(begun.lastIndexOf(u"2"_s), begun.count(u"2"_s) - 1);
    QVERIFY(begun.count(u"2"_s) > 1);
    QCOMPARE(begun.size() - begun.count(u"2"_s), 4);
}

void RenderFailuresTest::someOfMany()
{
    verifyFailedFramesAgain(m_client, m_script);
}

void RenderFailuresTest::aFrameIsRenderedAgain()
{
    m_script.forgetBegun();
    const qint64 id = m_script.makeTask(m_client, "begin $1\npicture", {{u"total_frames"_s, 3}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const HttpAnswer nothing = m_client.post(taskPath(id, u"/frames/retry-failed"_s));
    QVERIFY2(nothing.status == 409 && codeOf(nothing) == 3000, nothing.text().constData());
    const HttpAnswer none = m_client.post(taskPath(id, u"/frames/4/retry"_s));
    QVERIFY2(none.status == 404 && codeOf(none) == 2000, none.text().constData());
    const HttpAnswer again = m_client.post(taskPath(id, u"/frames/2/retry"_s));
    QVERIFY2(again.status == 202, again.text().constData());
    QCOMPARE(dataOf(again),
             (QJsonObject{{u"task_id"_s, id}, {u"frames"_s, QJsonArray{2}}, {u"status"_s, u"pending"_s}}));
    QVERIFY(waitUntil([&] { return m_script.begun().count(u"2"_s) == 2; }));
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("completed_frames"_L1).toInt(), 3);
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QCOMPARE(frames[1].value("retry_count"_L1).toInt(), 1);
    QCOMPARE(frames[0].value("retry_count"_L1).toInt(-1), 0);
    QCOMPARE(m_script.begun(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"2"_s}));
}

void RenderFailuresTest::aMissingTexture()
{
    const qint64 id = makeTask(m_client, u"texture"_s, {{u"total_frames"_s, 2}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QVERIFY(task.value("error_message"_L1).toString().startsWith("2 of 2 frames failed"_L1));
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        QCOMPARE(frame.value("status"_L1).toString(), u"failed"_s);
        const QString said = frame.value("error_message"_L1).toString();
        QVERIFY2(said.contains("texture"_L1) && said.contains("C:/textures/wood.png"_L1), qPrintable(said));
        QCOMPARE(frame.value("retry_count"_L1).toInt(-1), 0); // It would be missing again.
        // How it looks without is to be had all the same.
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QCOMPARE(pixelsOf(picture.body), QSize(160, 90));
    }
}

void RenderFailuresTest::aMissingTextureThatMayBe()
{
    const qint64 id = makeTask(m_client, u"texture"_s, {{u"task_info"_s, QJsonObject{{u"ignore_missing"_s, true}}}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
}

void RenderFailuresTest::aTextureAmongTheFiles()
{
    const QByteArray wood = madePng(1, "Comment", "wood");
    const HttpAnswer stored = putFile(m_client, wood, {}, u"wood.png"_s);
    const QString unknown(32, u'f');
    const QJsonArray assets{QJsonObject{{u"local_path"_s, u"C:\\textures\\wood.png"_s},
                                        {u"file_hash"_s, QString::fromLatin1(md5Of(wood))},
                                        {u"type"_s, u"texture"_s}},
                            QJsonObject{{u"local_path"_s, u"/home/anna/unused.png"_s}, {u"file_hash"_s, unknown}}};
    const qint64 id = makeTask(m_client, u"texture"_s, {{u"task_info"_s, QJsonObject{{u"assets"_s, assets}}}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const HttpAnswer files = m_client.get(taskPath(id, u"/assets"_s));
    QVERIFY2(files.status == 200, files.text().constData());
    const QJsonObject data = dataOf(files);
    QCOMPARE(data.value("total_count"_L1).toInt(), 2);
    QCOMPARE(data.value("missing_count"_L1).toInt(), 1);
    const QJsonObject first = data.value("assets"_L1)[0].toObject();
    QCOMPARE(first.value("asset_id"_L1), dataOf(stored).value("asset_id"_L1));
    QCOMPARE(first.value("local_path"_L1).toString(), u"C:\\textures\\wood.png"_s);
    QCOMPARE(first.value("server_path"_L1).toString(), u"/C/textures/wood.png"_s);
    QCOMPARE(first.value("file_size"_L1).toInteger(), wood.size());
    QCOMPARE(first.value("file_type"_L1).toString(), u"texture"_s);
    QCOMPARE(first.value("is_missing"_L1).toBool(true), false);
    QCOMPARE(data.value("assets"_L1)[1]["is_missing"_L1].toBool(), true);
    QCOMPARE(dataOf(m_client.get(taskPath(id, u"/assets?page=2&page_size=1"_s))).value("assets"_L1)[0]["file_hash"_L1],
             QJsonValue(unknown));
}

void RenderFailuresTest::tooLongForAFrame()
{
    const qint64 id = makeTask(m_client, u"slow"_s, {{u"frame_timeout"_s, 1}});
    verifyFrameTimeout(m_client, id, folderOf(id));
}

void RenderFailuresTest::tooLongForATask()
{
    const qint64 id = makeTask(m_client, u"slow"_s, {{u"task_timeout"_s, 1}, {u"total_frames"_s, 2}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QVERIFY2(task.value("error_message"_L1).toString().contains("1 second"_L1), storyOf(m_client, id).constData());
    QCOMPARE(countFrames(framesOf(m_client, id), u"completed"_s), 0);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty(); }));
}

void RenderFailuresTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderFailuresTest)
#include "tst_render_failures.moc"
