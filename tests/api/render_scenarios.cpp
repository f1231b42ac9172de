// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/render_scenarios.h"

#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QTest>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

QStringList failedFrames(const QList<QJsonObject> &frames)
{
    QStringList numbers;
    for (const QJsonObject &frame : frames) {
        if (frame.value("status"_L1) == "failed"_L1) {
            numbers << QString::number(frame.value("frame_number"_L1).toInt());
        }
    }
    return numbers;
}

} // namespace

void verifyTestFrameStopsTheRest(const HttpClient &client, ScriptedRenderer &script)
{
    script.forgetBegun();
    const qint64 id = script.makeTask(
        client, "begin $1\nif [ $1 = 2 ] && [ ! -e \"$HERE/paint\" ]; then echo no paint; exit 3; fi\npicture",
        {{u"total_frames"_s, 5}, {u"test_frames"_s, u"2,4"_s}, {u"stop_after_test"_s, true}});
    QJsonObject task = endOf(client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(client, id).constData());
    QVERIFY2(task.value("error_message"_L1).toString().contains("test frame 2"_L1), storyOf(client, id).constData());
    const QList<QJsonObject> frames = framesOf(client, id);
    QCOMPARE(failedFrames(frames), QStringList{u"2"_s});
    QCOMPARE(frames[3].value("status"_L1).toString(), u"completed"_s);
    QCOMPARE(countFrames(frames, u"cancelled"_s), 3);
    for (const QString &begun : script.begun()) {
        QVERIFY2(begun == "2"_L1 || begun == "4"_L1, qPrintable(begun));
    }
    QVERIFY(script.touch(u"paint"_s));
    const HttpAnswer again = client.post(taskPath(id, u"/frames/retry-failed"_s));
    QVERIFY2(again.status == 202, again.text().constData());
    QCOMPARE(dataOf(again).value("frames"_L1).toArray(), (QJsonArray{1, 2, 3, 5}));
    task = endOf(client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(client, id).constData());
    QVERIFY(task.value("error_message"_L1).isNull());
    QCOMPARE(task.value("test_frame_status"_L1).toString(), u"completed"_s);
    QCOMPARE(script.begun().count(u"4"_s), 1);
}

void verifyFailedFramesAgain(const HttpClient &client, ScriptedRenderer &script)
{
    script.forgetBegun();
    const qint64 id =
        script.makeTask(client, "begin $1\ncase $1 in 3|6) [ -e \"$HERE/mended\" ] || kill -SEGV $$;; esac\npicture",
                        {{u"total_frames"_s, 8}});
    QJsonObject task = endOf(client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(client, id).constData());
    QVERIFY2(task.value("error_message"_L1).toString().startsWith("2 of 8 frames failed"_L1),
             storyOf(client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
    const QList<QJsonObject> frames = framesOf(client, id);
    QCOMPARE(countFrames(frames, u"completed"_s), 6);
    QCOMPARE(failedFrames(frames), (QStringList{u"3"_s, u"6"_s}));
    const int tries = int(script.begun().count(u"3"_s));
    QVERIFY(frames[2].value("retry_count"_L1).toInt() > 0);
    QCOMPARE(frames[2].value("retry_count"_L1).toInt(), tries - 1);

    QVERIFY(script.touch(u"mended"_s));
    const HttpAnswer again = client.post(taskPath(id, u"/frames/retry-failed"_s));
    QVERIFY2(again.status == 202, again.text().constData());
    QCOMPARE(dataOf(again).value("frames"_L1).toArray(), (QJsonArray{3, 6}));
    task = endOf(client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(client, id).constData());
    QCOMPARE(task.value("completed_frames"_L1).toInt(), 8);
    QVERIFY(task.value("error_code"_L1).isNull());
    const QStringList begun = script.begun();
    QCOMPARE(begun.count(u"3"_s), tries + 1);
    for (const QString &other : {u"1"_s, u"2"_s, u"4"_s, u"5"_s, u"7"_s, u"8"_s}) {
        QCOMPARE(begun.count(other), 1);
    }
}

void verifyFrameTimeout(const HttpClient &client, qint64 id, const QString &folder)
{
    const QJsonObject task = endOf(client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(client, id).constData());
    const QJsonObject frame = framesOf(client, id).first();
    QCOMPARE(frame.value("status"_L1).toString(), u"failed"_s);
    QVERIFY2(frame.value("error_message"_L1).toString().contains("1 second"_L1), storyOf(client, id).constData());
    QVERIFY(waitUntil([&] { return renderersIn(folder).isEmpty(); }));
}

QList<qint64> makeTasksOf(const HttpClient &client, ScriptedRenderer &script, const QList<int> &priorities)
{
    QList<qint64> tasks;
    for (const int priority : priorities) {
        tasks << script.makeTask(client, "begin " + QByteArray::number(tasks.size()) + "\npicture",
                                 {{u"priority"_s, priority}});
    }
    return tasks;
}

void verifyOrder(const HttpClient &client, const ScriptedRenderer &script, const QList<qint64> &tasks,
                 const QStringList &begun)
{
    for (const qint64 id : tasks) {
        QVERIFY2(endOf(client, id).value("status"_L1) == "completed"_L1, storyOf(client, id).constData());
    }
    QCOMPARE(script.begun(), begun);
}

} // namespace kinframe::test
