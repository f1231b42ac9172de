// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int frameCount = 20;
constexpr int testFrame = 10;

QDateTime timeOf(const QJsonObject &object, const char *field)
{
    return QDateTime::fromString(object.value(QLatin1String(field)).toString(), Qt::ISODateWithMs);
}

QList<int> numbersOf(const HttpAnswer &answer)
{
    QList<int> numbers;
    for (const QJsonValue frame : dataOf(answer).value("items"_L1).toArray()) {
        numbers << frame["frame_number"_L1].toInt();
    }
    return numbers;
}

} // namespace

/// Tasks as the source's clients make and follow them: on this computer, without a key.
class RenderTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSixSteps();
    void theTestFrameGoesFirstAndAlone();
    void aFrameIsTold();
    void theLibraryHasThePictures();
    void costsAreOfTheFrames();
    void logsAreOfTheirFrame();
    void fieldsNarrow();
    void framesComeInPages();
    void tasksComeInPages();
    void manyStatusesAtOnce();
    void stepsBetweenFrames();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    qint64 m_task = -1; ///< the one with twenty frames
};

void RenderTasksTest::initTestCase()
{
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    QVERIFY2(m_kinframe.start({u"--trust-loopback"_s}), m_kinframe.log().constData());
    m_client = m_kinframe.anybody();
    const HttpAnswer set = m_client.put(u"/api/render-setup"_s, {{u"engines"_s, enginesNowhere({u"maya"_s, u"ue"_s})}});
    QVERIFY2(set.status == 200, set.text().constData());
}

void RenderTasksTest::theSixSteps()
{
    const QString path = SceneStock::blend(u"plain"_s);
    const HttpAnswer analysed = m_client.post(u"/api/scene/analyse"_s, {{u"scene_file"_s, path}});
    QVERIFY2(analysed.status == 200, analysed.text().constData());
    QCOMPARE(analysed.message(), u"场景分析完成"_s);
    const QString hash = dataOf(analysed).value("scene_file_hash"_L1).toString();
    QCOMPARE(hash.toLatin1(), md5Of(bytesOf(path)));
    // What only Blender reads comes when it has: a caller is not kept waiting for a slow one.
    QJsonObject info;
    QVERIFY(waitUntil([&] {
        const HttpAnswer again = m_client.post(u"/api/scene/analyse"_s, {{u"scene_file"_s, path}});
        info = dataOf(again).value("scene_info"_L1).toObject();
        return info["width"_L1].toInt() != 0;
    }));
    QCOMPARE(info["width"_L1].toInt(), 160);
    QCOMPARE(info["height"_L1].toInt(), 90);

    const QJsonObject asked{{u"hashes"_s, QJsonArray{hash}}};
    const HttpAnswer before = m_client.post(u"/api/files/check-hashes"_s, asked);
    QCOMPARE(dataOf(before).value("missing"_L1).toArray(), QJsonArray{hash});

    const HttpAnswer stored = putFile(m_client, bytesOf(path), {{"hash", hash.toLatin1()}}, u"plain.blend"_s);
    QVERIFY2(stored.status == 201, stored.text().constData());
    QCOMPARE(stored.message(), u"文件上传成功"_s);
    const HttpAnswer after = m_client.post(u"/api/files/check-hashes"_s, asked);
    QCOMPARE(dataOf(after).value("missing"_L1).toArray(), QJsonArray());

    const QJsonObject body{{u"unionid"_s, u"user123"_s},
                           {u"oss_file_path"_s, dataOf(stored).value("storage_path"_L1)},
                           {u"is_compressed"_s, false},
                           {u"render_engine"_s, u"blender"_s},
                           {u"task_info"_s, QJsonObject{{u"renderer"_s, u"CYCLES"_s}, {u"assets"_s, QJsonArray()}}},
                           {u"start_frame"_s, 1},
                           {u"total_frames"_s, 3},
                           {u"priority"_s, 5},
                           {u"test_frames"_s, u"2"_s},
                           {u"cg_version"_s, u"3.4"_s}};
    const HttpAnswer made = m_client.post(u"/api/tasks/"_s, body);
    QVERIFY2(made.status == 201, made.text().constData());
    QCOMPARE(codeOf(made), 201);
    QCOMPARE(made.message(), u"任务创建成功"_s);
    QCOMPARE(keysOf(dataOf(made)), (QStringList{u"celery_task_id"_s, u"created_at"_s, u"estimated_cost"_s,
                                                u"hardware_config"_s, u"hardware_config_id"_s, u"id"_s, u"progress"_s,
                                                u"status"_s, u"test_frames"_s, u"unionid"_s}));
    QCOMPARE(dataOf(made).value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(dataOf(made).value("unionid"_L1).toString(), u"user123"_s);
    const qint64 id = dataOf(made).value("id"_L1).toInteger();

    const QStringList way{u"queued"_s, u"testing"_s, u"rendering"_s, u"completed"_s};
    qsizetype at = 0;
    QVERIFY(waitUntil([&] {
        const qsizetype next = way.indexOf(stateOf(m_client, id));
        const bool isForth = next >= at;
        at = isForth ? next : way.size();
        return at >= way.size() - 1;
    }));
    QVERIFY2(at == way.size() - 1, storyOf(m_client, id).constData());
    const HttpAnswer status = m_client.get(taskPath(id, u"/status"_s));
    QCOMPARE(keysOf(dataOf(status)),
             (QStringList{u"completed_frames"_s, u"created_at"_s, u"estimated_completion"_s, u"failed_frames"_s,
                          u"id"_s, u"progress"_s, u"started_at"_s, u"status"_s, u"total_frames"_s}));
    QCOMPARE(dataOf(status).value("progress"_L1).toDouble(), 100.0);

    for (const QJsonObject &frame : framesOf(m_client, id)) {
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QVERIFY2(picture.status == 200, picture.text().constData());
        QCOMPARE(picture.headers.value("content-type"), QByteArray("image/png"));
        QVERIFY(picture.headers.contains("x-ratelimit-limit"));
        QCOMPARE(pixelsOf(picture.body), QSize(160, 90));
        QCOMPARE(frame.value("output_size"_L1).toInteger(), picture.body.size());
        QCOMPARE(frame.value("output_hash"_L1).toString().toLatin1(), md5Of(picture.body));
    }
}

void RenderTasksTest::theTestFrameGoesFirstAndAlone()
{
    m_task = makeTask(m_client, u"plain"_s,
                      {{u"total_frames"_s, frameCount}, {u"test_frames"_s, QString::number(testFrame)}});
    QVERIFY(m_task > 0);
    const QJsonObject task = endOf(m_client, m_task);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, m_task).constData());
    QCOMPARE(task.value("test_frame_status"_L1).toString(), u"completed"_s);
    QCOMPARE(task.value("completed_frames"_L1).toInt(), frameCount);
    QCOMPARE(task.value("failed_frames"_L1).toInt(-1), 0);
    QCOMPARE(task.value("rendering_frames"_L1).toInt(-1), 0);
    const QList<QJsonObject> frames = framesOf(m_client, m_task);
    QCOMPARE(frames.size(), frameCount);
    const QDateTime tested = timeOf(frames[testFrame - 1], "completed_at");
    QVERIFY(tested.isValid());
    for (int number = 1; number <= frameCount; ++number) {
        const QJsonObject &frame = frames[number - 1];
        QCOMPARE(frame.value("frame_number"_L1).toInt(), number);
        QCOMPARE(frame.value("is_test_frame"_L1).toBool(), number == testFrame);
        const QDateTime started = timeOf(frame, "started_at");
        QVERIFY(started.isValid() && started <= timeOf(frame, "completed_at"));
        QVERIFY2(number == testFrame || started >= tested, qPrintable(QString::number(number)));
        QVERIFY(timeOf(task, "started_at") <= started);
        QVERIFY(timeOf(task, "completed_at") >= timeOf(frame, "completed_at"));
    }
}

void RenderTasksTest::aFrameIsTold()
{
    const HttpAnswer answer = m_client.get(taskPath(m_task, u"/frames/7"_s));
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonObject frame = dataOf(answer);
    QCOMPARE(frame, framesOf(m_client, m_task).at(6));
    QCOMPARE(keysOf(frame),
             (QStringList{u"completed_at"_s, u"created_at"_s, u"error_message"_s, u"frame_number"_s, u"id"_s,
                          u"is_test_frame"_s, u"node_id"_s, u"output_hash"_s, u"output_path"_s, u"output_size"_s,
                          u"render_time"_s, u"retry_count"_s, u"started_at"_s, u"status"_s, u"task_id"_s}));
    QCOMPARE(frame.value("task_id"_L1).toInteger(), m_task);
    QCOMPARE(frame.value("retry_count"_L1).toInt(-1), 0);
    QVERIFY(frame.value("error_message"_L1).isNull());
    QVERIFY(!frame.value("node_id"_L1).toString().isEmpty());
    QVERIFY(frame.value("render_time"_L1).isDouble());
    for (const QString &number : {u"0"_s, u"21"_s, u"-1"_s, u"x"_s, u"99999999999"_s}) {
        const HttpAnswer none = m_client.get(taskPath(m_task, u"/frames/"_s + number));
        QVERIFY2(none.status == 404 && codeOf(none) == 2000, none.text().constData());
    }
}

void RenderTasksTest::theLibraryHasThePictures()
{
    QVERIFY(waitUntil([&] { return imagesOfTask(m_client, m_task).size() >= frameCount; }));
    const QStringList images = imagesOfTask(m_client, m_task);
    QCOMPARE(images.size(), frameCount);
    for (int number = 1; number <= frameCount; ++number) {
        const QJsonObject metadata = metadataOf(m_client, images[number - 1]);
        QCOMPARE(metadata.value("task_id"_L1).toString(), QString::number(m_task));
        QCOMPARE(metadata.value("frame_number"_L1).toInt(), number);
    }
}

void RenderTasksTest::costsAreOfTheFrames()
{
    const QJsonObject task = taskOf(m_client, m_task);
    const QString id = task.value("hardware_config_id"_L1).toString();
    double price = -1;
    const QJsonArray configs = m_client.get(u"/api/hardware-configs"_s).object().value("data"_L1).toArray();
    for (const QJsonValue config : configs) {
        price = config["id"_L1] == id ? config["price_per_hour"_L1].toDouble() : price;
    }
    QVERIFY(price > 0);
    double seconds = 0;
    for (const QJsonObject &frame : framesOf(m_client, m_task)) {
        seconds += frame.value("render_time"_L1).toDouble();
    }
    QVERIFY(seconds > 0);
    constexpr double rounding = 1e-6;
    QVERIFY(std::abs(task.value("actual_cost"_L1).toDouble() - price * seconds / 3600) <= rounding);
    QCOMPARE(task.value("estimated_cost"_L1), task.value("actual_cost"_L1));
}

void RenderTasksTest::logsAreOfTheirFrame()
{
    for (const int number : {testFrame, 1, 2, frameCount}) {
        const QString path = taskPath(m_task, u"/frames/%1/log"_s.arg(number));
        const QJsonObject whole = dataOf(m_client.get(path));
        const QString log = whole.value("log"_L1).toString();
        QVERIFY2(log.contains(u"frame_%1.png"_s.arg(number, 4, 10, QChar(u'0'))), qPrintable(log));
        QVERIFY2(!log.contains(u"Fra:%1 "_s.arg(number + 1)), qPrintable(log));
        QVERIFY2(!log.contains(u"Fra:%1 "_s.arg(number - 1)), qPrintable(log));
        QCOMPARE(whole.value("attempts"_L1).toInt(), 1);
        QCOMPARE(whole.value("is_growing"_L1).toBool(true), false);
        QString pieces;
        constexpr int piece = 100;
        while (pieces.size() < log.size()) {
            const QJsonObject part =
                dataOf(m_client.get(path + u"?limit=%1&offset=%2"_s.arg(piece).arg(pieces.size())));
            const QString text = part.value("log"_L1).toString();
            QVERIFY(!text.isEmpty());
            pieces += text;
        }
        QCOMPARE(pieces, log);
    }
    QCOMPARE(m_client.get(taskPath(m_task, u"/frames/1/log?limit=0"_s)).status, 400);
    QCOMPARE(m_client.get(taskPath(m_task, u"/frames/1/log?attempt=2"_s)).status, 404);
}

void RenderTasksTest::fieldsNarrow()
{
    QCOMPARE(keysOf(dataOf(m_client.get(taskPath(m_task, u"?fields=id,status,progress"_s)))),
             (QStringList{u"id"_s, u"progress"_s, u"status"_s}));
    QCOMPARE(keysOf(dataOf(m_client.get(taskPath(m_task, u"/status?fields=progress,nothing"_s)))),
             QStringList{u"progress"_s});
    const QJsonObject page = dataOf(m_client.get(u"/api/tasks?fields=id"_s));
    QVERIFY(page.contains("total"_L1));
    QCOMPARE(keysOf(page.value("items"_L1)[0].toObject()), QStringList{u"id"_s});
    const QJsonObject frames = dataOf(m_client.get(taskPath(m_task, u"/frames?fields=frame_number,status"_s)));
    QCOMPARE(keysOf(frames.value("items"_L1)[0].toObject()), (QStringList{u"frame_number"_s, u"status"_s}));
}

void RenderTasksTest::framesComeInPages()
{
    const QString frames = taskPath(m_task, u"/frames"_s);
    const HttpAnswer second = m_client.get(frames + u"?page=2&page_size=7"_s);
    QCOMPARE(numbersOf(second), (QList<int>{8, 9, 10, 11, 12, 13, 14}));
    const QJsonObject page = dataOf(second);
    QCOMPARE(keysOf(page), (QStringList{u"items"_s, u"page"_s, u"page_size"_s, u"total"_s, u"total_pages"_s}));
    QCOMPARE(page.value("total"_L1).toInt(), frameCount);
    QCOMPARE(page.value("total_pages"_L1).toInt(), 3);
    QCOMPARE(page.value("page"_L1).toInt(), 2);
    QCOMPARE(numbersOf(m_client.get(frames + u"?order=desc&page_size=2"_s)), (QList<int>{20, 19}));
    QCOMPARE(numbersOf(m_client.get(frames + u"?page=4&page_size=7"_s)), QList<int>());
    QCOMPARE(dataOf(m_client.get(frames + u"?status=completed"_s)).value("total"_L1).toInt(), frameCount);
    QCOMPARE(dataOf(m_client.get(frames + u"?status=failed"_s)).value("total"_L1).toInt(-1), 0);
    for (const QString &wrong : {u"?page=0"_s, u"?page=x"_s, u"?page_size=0"_s, u"?page_size=10001"_s,
                                 u"?status=lost"_s, u"?order=up"_s, u"?sort_by=colour"_s}) {
        const HttpAnswer answer = m_client.get(frames + wrong);
        QVERIFY2(answer.status == 400 && codeOf(answer) == 1002, qPrintable(wrong));
    }
}

void RenderTasksTest::tasksComeInPages()
{
    for (const QString &engine : {u"maya"_s, u"ue"_s}) {
        QVERIFY(makeTask(m_client, u"plain"_s, {{u"render_engine"_s, engine}}) > 0);
    }
    const QJsonObject all = dataOf(m_client.get(u"/api/tasks/?sort_by=id&order=asc"_s));
    const int total = all.value("total"_L1).toInt();
    QVERIFY(total >= 4);
    QCOMPARE(all.value("page_size"_L1).toInt(), 20);
    qint64 last = 0;
    for (int number = 1; number <= total; ++number) {
        const QJsonObject page =
            dataOf(m_client.get(u"/api/tasks?sort_by=id&order=asc&page_size=1&page=%1"_s.arg(number)));
        QCOMPARE(page.value("total_pages"_L1).toInt(), total);
        const qint64 id = page.value("items"_L1)[0]["id"_L1].toInteger();
        QVERIFY(id > last);
        last = id;
    }
    QCOMPARE(dataOf(m_client.get(u"/api/tasks"_s)).value("items"_L1)[0]["id"_L1].toInteger(), last);
    const auto idsOf = [&](const QString &query) {
        QList<qint64> ids;
        for (const QJsonValue task : dataOf(m_client.get(u"/api/tasks?"_s + query)).value("items"_L1).toArray()) {
            ids << task["id"_L1].toInteger();
        }
        return ids;
    };
    QVERIFY(idsOf(u"status=completed"_s).contains(m_task));
    QVERIFY(!idsOf(u"status=failed"_s).contains(m_task));
    QCOMPARE(idsOf(u"status=failed"_s).size(), 2);
    QCOMPARE(idsOf(u"render_engine=maya"_s).size(), 1);
    QVERIFY(!idsOf(u"render_engine=maya"_s).contains(m_task));
    QVERIFY(idsOf(u"render_engine=blender&unionid=anna&status=completed"_s).contains(m_task));
    QCOMPARE(idsOf(u"unionid=user123"_s).size(), 1);
    QCOMPARE(idsOf(u"unionid=nobody"_s).size(), 0);
    for (const QString &wrong : {u"status=done"_s, u"render_engine=paint"_s, u"sort_by=unionid"_s}) {
        QCOMPARE(m_client.get(u"/api/tasks?"_s + wrong).status, 400);
    }
}

void RenderTasksTest::manyStatusesAtOnce()
{
    const QJsonObject asked{{u"task_ids"_s, QJsonArray{m_task, 999'999, m_task}}};
    const HttpAnswer answer = m_client.post(u"/api/tasks/batch-status"_s, asked);
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonArray items = dataOf(answer).value("items"_L1).toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items[0].toObject(), dataOf(m_client.get(taskPath(m_task, u"/status"_s))));
    QCOMPARE(dataOf(answer).value("missing"_L1).toArray(), QJsonArray{999'999});
}

void RenderTasksTest::stepsBetweenFrames()
{
    const qint64 id =
        makeTask(m_client, u"plain"_s,
                 {{u"start_frame"_s, 0}, {u"total_frames"_s, 4}, {u"frame_step"_s, 5}, {u"test_frames"_s, u"15, 5"_s}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QList<int> numbers;
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        numbers << frame.value("frame_number"_L1).toInt();
        QCOMPARE(frame.value("is_test_frame"_L1).toBool(), numbers.last() == 5 || numbers.last() == 15);
    }
    QCOMPARE(numbers, (QList<int>{0, 5, 10, 15}));
}

void RenderTasksTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderTasksTest)
#include "tst_render_tasks.moc"
