// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QList<qint64> idsOf(const HttpAnswer &answer)
{
    QList<qint64> ids;
    for (const QJsonValue item : dataOf(answer).value("items"_L1).toArray()) {
        ids << item["id"_L1].toInteger();
    }
    return ids;
}

/// A number, or a time as one.
double numberOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return value.isDouble() ? value.toDouble() : double(time.toMSecsSinceEpoch());
}

/// A file that a task names, once under each of the paths.
QJsonArray namedFiles(const QByteArray &md5, const QStringList &paths)
{
    QJsonArray files;
    for (const QString &path : paths) {
        files << QJsonObject{{u"local_path"_s, path}, {u"file_hash"_s, QString::fromLatin1(md5)}};
    }
    return files;
}

} // namespace

/// What answers hold, to the last key, and how lists of them are sorted and narrowed.
class RenderAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allThatATaskTells();
    void filesOfATask();
    void aThousandFilesAtOnce();
    void tasksThatAreAlikeStayInTheirOrder_data();
    void tasksThatAreAlikeStayInTheirOrder();
    void framesAsListsAre();
    void pathsOfNoCall_data();
    void pathsOfNoCall();
    void configurationsAsTheyCome();
    void cleanupTestCase();

private:
    [[nodiscard]] qint64 make(const QJsonObject &more) const
    {
        return dataOf(m_owner.post(u"/api/tasks"_s, taskBody(m_scene, more))).value("id"_L1).toInteger(-1);
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve; ///< no admin
    QString m_scene;
};

void RenderAnswersTest::initTestCase()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    const QJsonObject nowhere{{u"engines"_s, enginesNowhere({u"blender"_s})}};
    QCOMPARE(m_owner.put(u"/api/render-setup"_s, nowhere).status, 200);
    m_scene = dataOf(putFile(m_owner, madeBytes(100, 1))).value("storage_path"_L1).toString();
    QVERIFY(!m_scene.isEmpty());
}

void RenderAnswersTest::allThatATaskTells()
{
    const qint64 id = make({{u"total_frames"_s, 2}, {u"ram"_s, 16}});
    const QJsonObject task = taskOf(m_owner, id);
    QStringList keys = keysOf(task);
    // What clients of ours know beyond the source's.
    for (const QString &more :
         {u"celery_task_id"_s, u"priority"_s, u"start_frame"_s, u"frame_step"_s, u"is_cleaned"_s}) {
        QVERIFY2(keys.removeOne(more), qPrintable(more));
    }
    QCOMPARE(keys, (QStringList{u"actual_cost"_s,
                                u"completed_at"_s,
                                u"completed_frames"_s,
                                u"created_at"_s,
                                u"error_code"_s,
                                u"error_message"_s,
                                u"estimated_completion"_s,
                                u"estimated_cost"_s,
                                u"failed_frames"_s,
                                u"gpu_count"_s,
                                u"hardware_config"_s,
                                u"hardware_config_id"_s,
                                u"id"_s,
                                u"progress"_s,
                                u"ram"_s,
                                u"render_engine"_s,
                                u"rendering_frames"_s,
                                u"scene_file"_s,
                                u"scene_file_hash"_s,
                                u"scene_file_size"_s,
                                u"started_at"_s,
                                u"status"_s,
                                u"stop_after_test"_s,
                                u"test_frame_status"_s,
                                u"test_frames"_s,
                                u"total_frames"_s,
                                u"unionid"_s}));
    QCOMPARE(task.value("scene_file"_L1).toString(), m_scene);
    QCOMPARE(task.value("scene_file_size"_L1).toInt(), 100);
    QVERIFY(task.value("test_frame_status"_L1).isNull());
    QCOMPARE(task.value("hardware_config"_L1)["name"_L1].toString(), u"基础配置"_s);
    QCOMPARE(dataOf(m_owner.get(u"/api/tasks?sort_by=id"_s)).value("items"_L1)[0].toObject(), task);
}

void RenderAnswersTest::filesOfATask()
{
    const QByteArray texture = madeBytes(300, 2);
    const QJsonObject stored = dataOf(putFile(m_owner, texture));
    const QJsonArray there = namedFiles(md5Of(texture), {u"C:/textures/wood.jpg"_s, u"/textures/bark.jpg"_s});
    QJsonArray named = there;
    named << namedFiles(md5Of("nothing"), {u"D:/lost.jpg"_s})[0];
    const qint64 id = make({{u"task_info"_s, QJsonObject{{u"assets"_s, named}}}});
    const QString path = taskPath(id, u"/assets"_s);
    const QJsonObject data = dataOf(m_owner.get(path));
    QCOMPARE(keysOf(data), (QStringList{u"assets"_s, u"missing_count"_s, u"task_id"_s, u"total_count"_s}));
    QCOMPARE(data.value("task_id"_L1).toInteger(), id);
    QCOMPARE(data.value("total_count"_L1).toInt(), 3);
    QCOMPARE(data.value("missing_count"_L1).toInt(), 1);
    const QJsonArray files = data.value("assets"_L1).toArray();
    QCOMPARE(files.size(), 3);
    QCOMPARE(files[0].toObject(),
             (QJsonObject{{u"asset_id"_s, stored.value("asset_id"_L1)},
                          {u"file_path"_s, QString(u"assets/"_s + QString::fromLatin1(md5Of(texture)))},
                          {u"file_hash"_s, QString::fromLatin1(md5Of(texture))},
                          {u"file_size"_s, 300},
                          {u"file_type"_s, u"other"_s},
                          {u"local_path"_s, u"C:/textures/wood.jpg"_s},
                          {u"server_path"_s, u"/C/textures/wood.jpg"_s},
                          {u"is_missing"_s, false}}));
    QCOMPARE(keysOf(files[2].toObject()), keysOf(files[0].toObject()));
    QVERIFY(files[2]["asset_id"_L1].isNull() && files[2]["file_path"_L1].isNull() && files[2]["file_size"_L1].isNull());
    QVERIFY(files[2]["is_missing"_L1].toBool());
    // As they are named, or from the last on.
    const auto places = [&](const QString &query) {
        QStringList names;
        const HttpAnswer answer = m_owner.get(path + query);
        for (const QJsonValue file : dataOf(answer).value("assets"_L1).toArray()) {
            names << file["local_path"_L1].toString();
        }
        return names;
    };
    const QStringList all{u"C:/textures/wood.jpg"_s, u"/textures/bark.jpg"_s, u"D:/lost.jpg"_s};
    QCOMPARE(places(QString()), all);
    QCOMPARE(places(u"?order=asc&sort_by=position"_s), all);
    QCOMPARE(places(u"?order=desc"_s), (QStringList{all[2], all[1], all[0]}));
    QCOMPARE(places(u"?order=desc&page_size=2&page=2"_s), QStringList{all[0]});
    // Narrowed, with what the list itself has where that is asked for.
    const QJsonObject ids = dataOf(m_owner.get(path + u"?fields=asset_id"_s));
    QCOMPARE(keysOf(ids), QStringList{u"assets"_s});
    QCOMPARE(ids.value("assets"_L1)[0].toObject(), (QJsonObject{{u"asset_id"_s, stored.value("asset_id"_L1)}}));
    QCOMPARE(dataOf(m_owner.get(path + u"?fields=missing_count"_s)), (QJsonObject{{u"missing_count"_s, 1}}));
    QCOMPARE(dataOf(m_owner.get(path + u"?fields=assets"_s)).value("assets"_L1).toArray(), files);
}

void RenderAnswersTest::aThousandFilesAtOnce()
{
    QStringList paths;
    for (int number = 1; number <= 1001; ++number) {
        paths << u"/t/%1.png"_s.arg(number);
    }
    const QJsonObject info{{u"assets"_s, namedFiles(md5Of("nothing"), paths)}};
    const qint64 id = make({{u"task_info"_s, info}});
    const QJsonObject first = dataOf(m_owner.get(taskPath(id, u"/assets"_s)));
    QCOMPARE(first.value("assets"_L1).toArray().size(), 1000);
    QCOMPARE(first.value("total_count"_L1).toInt(), 1001);
    const QJsonObject second = dataOf(m_owner.get(taskPath(id, u"/assets?page=2"_s)));
    QCOMPARE(second.value("assets"_L1).toArray().size(), 1);
    QCOMPARE(second.value("assets"_L1)[0]["local_path"_L1].toString(), paths.last());
}

void RenderAnswersTest::tasksThatAreAlikeStayInTheirOrder_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("order");
    for (const char *column : {"created_at", "priority", "status", "started_at", "completed_at", "total_frames"}) {
        for (const char *order : {"asc", "desc"}) {
            QTest::addRow("%s %s", column, order) << QString::fromLatin1(column) << QString::fromLatin1(order);
        }
    }
}

void RenderAnswersTest::tasksThatAreAlikeStayInTheirOrder()
{
    QFETCH(const QString, column);
    QFETCH(const QString, order);
    static const QList<qint64> made = [this] {
        QList<qint64> ids;
        for (int count = 0; count < 9; ++count) {
            const int kind = count % 3;
            ids << make({{u"unionid"_s, u"alike"_s}, {u"priority"_s, kind}, {u"total_frames"_s, kind + 1}});
        }
        return ids;
    }();
    const QString query = u"/api/tasks?unionid=alike&sort_by=%1&order=%2&page_size=2&page=%3"_s;
    QList<QJsonObject> tasks;
    for (int page = 1; page <= 5; ++page) {
        for (const QJsonValue task :
             dataOf(m_owner.get(query.arg(column, order).arg(page))).value("items"_L1).toArray()) {
            tasks << task.toObject();
        }
    }
    QCOMPARE(tasks.size(), made.size());
    for (qsizetype at = 1; at < tasks.size(); ++at) {
        const QJsonValue before = tasks[at - 1].value(column);
        const QJsonValue after = tasks[at].value(column);
        if (before == after) {
            QVERIFY(tasks[at - 1].value("id"_L1).toInteger() < tasks[at].value("id"_L1).toInteger());
        } else {
            QCOMPARE(numberOf(before) < numberOf(after), order == "asc"_L1);
        }
    }
    const QList<qint64> all =
        idsOf(m_owner.get(query.arg(column, order).replace("page_size=2"_L1, "page_size=9"_L1).arg(1)));
    QCOMPARE(QSet<qint64>(all.begin(), all.end()), QSet<qint64>(made.begin(), made.end()));
}

void RenderAnswersTest::framesAsListsAre()
{
    const qint64 id = make({{u"total_frames"_s, 25}, {u"start_frame"_s, 10}});
    const QString path = taskPath(id, u"/frames"_s);
    const QJsonObject usual = dataOf(m_owner.get(path));
    QCOMPARE(usual.value("page_size"_L1).toInt(), 20);
    QCOMPARE(usual.value("total_pages"_L1).toInt(), 2);
    QCOMPARE(usual.value("items"_L1).toArray().size(), 20);
    const auto numbers = [&](const QString &query) {
        QList<int> found;
        const HttpAnswer answer = m_owner.get(path + query);
        for (const QJsonValue frame : dataOf(answer).value("items"_L1).toArray()) {
            found << frame["frame_number"_L1].toInt();
        }
        return found;
    };
    for (const QString &column :
         {u"created_at"_s, u"frame_number"_s, u"id"_s, u"status"_s, u"started_at"_s, u"completed_at"_s}) {
        QCOMPARE(numbers(u"?page_size=2&page=2&sort_by="_s + column), (QList<int>{12, 13}));
        QCOMPARE(numbers(u"?page_size=2&page=2&order=desc&sort_by="_s + column), (QList<int>{32, 31}));
    }
    QCOMPARE(numbers(u"?page=2&page_size=20&sort_by=created_at&order=asc"_s), (QList<int>{30, 31, 32, 33, 34}));
}

void RenderAnswersTest::pathsOfNoCall_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *method, const QString &path) {
        QTest::addRow("%s %s", method, qPrintable(path)) << QByteArray(method) << path;
    };
    row("GET", u"/api/tasks/1/foo"_s);
    row("POST", u"/api/tasks/1/foo/bar"_s);
    row("GET", u"/api/files"_s);
    row("GET", u"/api/files/1/2/3"_s);
    row("GET", u"/api/scene"_s);
    row("POST", u"/api/scene/foo/bar"_s);
    row("GET", u"/api/hardware-configs/none"_s);
    row("GET", u"/api/render-setup/none"_s);
}

void RenderAnswersTest::pathsOfNoCall()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    const HttpAnswer answer = m_owner.send(method, path);
    QVERIFY2(answer.status == 404 && codeOf(answer) == 2000, answer.text().constData());
    QCOMPARE(keysOf(answer.object()),
             (QStringList{u"code"_s, u"correlationId"_s, u"detail"_s, u"errors"_s, u"message"_s}));
    QCOMPARE(answer.object().value("errors"_L1).toArray(), QJsonArray());
    QVERIFY(answer.headers.contains("x-ratelimit-remaining"));
    const HttpAnswer english = m_owner.withHeaders({"Accept-Language: en"}).send(method, path);
    QVERIFY(!english.message().isEmpty() && english.message() != answer.message());
    // Only what is below: others answer for their own.
    const HttpAnswer other = m_owner.get(u"/api/tasksfoo"_s);
    QVERIFY2(other.status == 404 && other.object().contains("statusCode"_L1), other.text().constData());
}

void RenderAnswersTest::configurationsAsTheyCome()
{
    const auto config = [](const QString &id, const QString &name, int ram, int cores, int gpus, double price) {
        return QJsonObject{{u"id"_s, id},
                           {u"config_name"_s, name},
                           {u"ram"_s, ram},
                           {u"cpu_cores"_s, cores},
                           {u"gpu_count"_s, gpus},
                           {u"gpu_model"_s, gpus > 0 ? QJsonValue(u"RTX 4090"_s) : QJsonValue()},
                           {u"price_per_hour"_s, price},
                           {u"is_available"_s, true}};
    };
    const QJsonArray all{config(u"basic"_s, u"基础配置"_s, 16, 8, 0, 0.5),
                         config(u"high_performance"_s, u"高性能配置"_s, 64, 24, 2, 2.5),
                         config(u"ultra_high"_s, u"超高性能配置"_s, 128, 48, 4, 5.0)};
    QCOMPARE(m_eve.get(u"/api/hardware-configs"_s).object().value("data"_L1).toArray(), all);
}

void RenderAnswersTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderAnswersTest)
#include "tst_render_answers.moc"
