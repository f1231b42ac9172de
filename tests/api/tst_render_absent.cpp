// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Tasks for engines that are not here, made as the source's clients do it: on this computer, without a key.
class RenderAbsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSixStepsOfAMayaScene();
    void theEngineIsSaid_data();
    void theEngineIsSaid();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    QTemporaryDir m_folder;
    QString m_key; ///< of the scene, once it is stored
};

void RenderAbsentTest::initTestCase()
{
    QVERIFY2(m_kinframe.start({u"--trust-loopback"_s}), m_kinframe.log().constData());
    m_client = m_kinframe.anybody();
    // Whatever is installed on the computer that runs this.
    QJsonObject engines;
    for (const QString &engine : {u"maya"_s, u"ue"_s, u"blender"_s, u"command"_s}) {
        engines[engine] = QJsonObject{{u"program"_s, QString(u"/nowhere/"_s + engine + u"/bin/Render"_s)}};
    }
    const HttpAnswer set = m_client.put(u"/api/render-setup"_s, {{u"engines"_s, engines}});
    QVERIFY2(set.status == 200, set.text().constData());
}

void RenderAbsentTest::theSixStepsOfAMayaScene()
{
    const QByteArray scene = "//Maya ASCII 2022 scene\nrequires maya \"2022\";\n"
                             "createNode transform -n \"shot\";\ncreateNode camera -n \"shotShape\" -p \"shot\";\n"
                             "select -ne :defaultRenderGlobals;\n\tsetAttr \".ren\" -type \"string\" \"arnold\";\n";
    const QString path = m_folder.filePath(u"wolf.ma"_s);
    QVERIFY(writeBytes(path, scene));
    const HttpAnswer analysed = m_client.post(u"/api/scene/analyse"_s, {{u"scene_file"_s, path}});
    QVERIFY2(analysed.status == 200, analysed.text().constData());
    QCOMPARE(dataOf(analysed).value("scene_file_hash"_L1).toString().toLatin1(), md5Of(scene));

    const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(scene))}}};
    QCOMPARE(dataOf(m_client.post(u"/api/files/check-hashes"_s, asked)).value("missing"_L1).toArray().size(), 1);

    m_key = storeFile(m_client, path);
    QVERIFY(!m_key.isEmpty());

    const HttpAnswer made = m_client.post(
        u"/api/tasks/"_s,
        taskBody(m_key, {{u"render_engine"_s, u"maya"_s}, {u"total_frames"_s, 5}, {u"test_frames"_s, u"3"_s}}));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = dataOf(made).value("id"_L1).toInteger();

    const QJsonObject status = dataOf(m_client.get(taskPath(id, u"/status"_s)));
    QCOMPARE(status.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(status.value("total_frames"_L1).toInt(), 5);
    QCOMPARE(status.value("completed_frames"_L1).toInt(-1), 0);
    QCOMPARE(taskOf(m_client, id).value("test_frame_status"_L1).toString(), u"failed"_s);
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QCOMPARE(countFrames(frames, u"cancelled"_s), 5);

    const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frames.first().value("id"_L1).toInteger()));
    QVERIFY2(picture.status == 404 && codeOf(picture) == 2002, picture.text().constData());
}

void RenderAbsentTest::theEngineIsSaid_data()
{
    QTest::addColumn<QString>("engine");
    for (const char *engine : {"maya", "ue", "blender", "command"}) {
        QTest::newRow(engine) << QString::fromLatin1(engine);
    }
}

void RenderAbsentTest::theEngineIsSaid()
{
    QFETCH(const QString, engine);
    const HttpAnswer made = m_client.post(u"/api/tasks"_s, taskBody(m_key, {{u"render_engine"_s, engine}}));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = dataOf(made).value("id"_L1).toInteger();
    const QJsonObject task = dataOf(m_client.withHeaders({"Accept-Language: en"}).get(taskPath(id)));
    QCOMPARE(task.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
    const QString said = task.value("error_message"_L1).toString();
    QVERIFY2(said.contains(u"was looked for at “/nowhere/%1/bin/Render”"_s.arg(engine)), qPrintable(said));
    QVERIFY(!task.value("completed_at"_L1).isNull());
    QVERIFY(task.value("test_frame_status"_L1).isNull());
}

void RenderAbsentTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderAbsentTest)
#include "tst_render_absent.moc"
