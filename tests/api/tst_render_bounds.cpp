// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int fine = 0; ///< whatever else is answered, the parameters are as they may be
constexpr int wrong = 1002;

} // namespace

/// What calls besides the one that makes a task may be asked with: each parameter at both of its bounds.
class RenderBoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void queries_data();
    void queries();
    void batches_data();
    void batches();
    void scenes_data();
    void scenes();
    void keys();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    qint64 m_task = -1; ///< it has ended, with nothing rendered
};

void RenderBoundsTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    const QJsonObject nowhere{{u"engines"_s, enginesNowhere({u"blender"_s})}};
    QCOMPARE(m_owner.put(u"/api/render-setup"_s, nowhere).status, 200);
    const QString scene = dataOf(putFile(m_owner, madeBytes(100, 1))).value("storage_path"_L1).toString();
    m_task = dataOf(m_owner.post(u"/api/tasks"_s, taskBody(scene))).value("id"_L1).toInteger(-1);
    QVERIFY(m_task > 0);
}

void RenderBoundsTest::queries_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    const auto row = [](const QString &path, const QString &field, const QString &value, int code) {
        QTest::addRow("%s?%s=%s", qPrintable(path), qPrintable(field), qPrintable(value))
            << path << field << value << code;
    };
    const QString frames = taskPath(m_task, u"/frames"_s);
    const QString log = taskPath(m_task, u"/frames/1/log"_s);
    struct Range
    {
        QString path;
        QString field;
        qint64 least;
        qint64 most;
    };
    const QList<Range> ranges{{u"/api/tasks"_s, u"page"_s, 1, 1'000'000},
                              {u"/api/tasks"_s, u"page_size"_s, 1, 1000},
                              {frames, u"page"_s, 1, 1'000'000},
                              {frames, u"page_size"_s, 1, 10'000},
                              {taskPath(m_task, u"/assets"_s), u"page"_s, 1, 1'000'000},
                              {taskPath(m_task, u"/assets"_s), u"page_size"_s, 1, 1000},
                              {u"/api/files/unused"_s, u"page_size"_s, 1, 1000},
                              {log, u"attempt"_s, 0, 10'000},
                              {log, u"offset"_s, 0, 2'147'483'647},
                              {log, u"limit"_s, 1, 1'048'576},
                              {taskPath(m_task, u"/preview"_s), u"fps"_s, 1, 120}};
    for (const Range &range : ranges) {
        row(range.path, range.field, QString::number(range.least - 1), wrong);
        row(range.path, range.field, QString::number(range.least), fine);
        row(range.path, range.field, QString::number(range.most), fine);
        row(range.path, range.field, QString::number(range.most + 1), wrong);
        for (const QString &text : {u"x"_s, u"1.5"_s, u""_s, u"99999999999999999999"_s}) {
            row(range.path, range.field, text, wrong);
        }
    }
    for (const QString &path : {u"/api/tasks"_s, frames}) {
        row(path, u"order"_s, u"asc"_s, fine);
        row(path, u"order"_s, u"desc"_s, fine);
        row(path, u"order"_s, u"up"_s, wrong);
        row(path, u"status"_s, u"done"_s, wrong);
        row(path, u"sort_by"_s, u"owner_id"_s, wrong);
    }
    for (const QString &name : {u"created_at"_s, u"id"_s, u"priority"_s, u"status"_s, u"started_at"_s,
                                u"completed_at"_s, u"total_frames"_s}) {
        row(u"/api/tasks"_s, u"sort_by"_s, name, fine);
    }
    row(frames, u"sort_by"_s, u"frame_number"_s, fine);
    for (const QString &state :
         {u"queued"_s, u"testing"_s, u"rendering"_s, u"completed"_s, u"paused"_s, u"failed"_s, u"cancelled"_s}) {
        row(u"/api/tasks"_s, u"status"_s, state, fine);
    }
    for (const QString &state : {u"pending"_s, u"rendering"_s, u"completed"_s, u"failed"_s, u"cancelled"_s}) {
        row(frames, u"status"_s, state, fine);
    }
    row(u"/api/tasks"_s, u"status"_s, u"pending"_s, wrong);
    row(frames, u"status"_s, u"queued"_s, wrong);
    for (const QString &engine : {u"maya"_s, u"ue"_s, u"blender"_s, u"command"_s}) {
        row(u"/api/tasks"_s, u"render_engine"_s, engine, fine);
    }
    row(u"/api/tasks"_s, u"render_engine"_s, u"paint"_s, wrong);
}

void RenderBoundsTest::queries()
{
    QFETCH(const QString, path);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const int, code);
    const HttpAnswer answer = m_owner.get(path + u'?' + field + u'=' + value);
    if (code == fine) {
        // Nothing is rendered, so that there is neither an attempt nor a video.
        QVERIFY2(answer.status == 200 || answer.status == 404 || answer.status == 409, answer.text().constData());
        QCOMPARE(wrongFieldsOf(answer), QStringList());
        return;
    }
    QVERIFY2(answer.status == 400 && codeOf(answer) == code, answer.text().constData());
    QCOMPARE(wrongFieldsOf(answer), QStringList{field});
}

void RenderBoundsTest::batches_data()
{
    QTest::addColumn<QJsonValue>("ids");
    QTest::addColumn<int>("code");
    QJsonArray most;
    for (int id = 1; id <= 1000; ++id) {
        most << id;
    }
    QJsonArray more = most;
    more << 1001;
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << 1001;
    QTest::newRow("none") << QJsonValue(QJsonArray()) << fine;
    QTest::newRow("one") << QJsonValue(QJsonArray{m_task}) << fine;
    QTest::newRow("1000") << QJsonValue(most) << fine;
    QTest::newRow("1001") << QJsonValue(more) << wrong;
    QTest::newRow("a number") << QJsonValue(1) << wrong;
    QTest::newRow("a text in it") << QJsonValue(QJsonArray{u"1"_s}) << wrong;
    QTest::newRow("half of one") << QJsonValue(QJsonArray{1.5}) << wrong;
    QTest::newRow("less than none") << QJsonValue(QJsonArray{-1}) << wrong;
}

void RenderBoundsTest::batches()
{
    QFETCH(const QJsonValue, ids);
    QFETCH(const int, code);
    QJsonObject body;
    if (!ids.isUndefined()) {
        body[u"task_ids"_s] = ids;
    }
    const HttpAnswer answer = m_owner.post(u"/api/tasks/batch-status"_s, body);
    if (code != fine) {
        QVERIFY2(answer.status == 400 && codeOf(answer) == code, answer.text().constData());
        QCOMPARE(wrongFieldsOf(answer), QStringList{u"task_ids"_s});
        return;
    }
    const qsizetype found = dataOf(answer).value("items"_L1).toArray().size();
    QCOMPARE(found + dataOf(answer).value("missing"_L1).toArray().size(), ids.toArray().size());
    QCOMPARE(found, ids.toArray().contains(QJsonValue(m_task)) ? 1 : 0);
}

void RenderBoundsTest::scenes_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const QString nowhere = u"/nowhere/wolf.ma"_s;
    const QString longest = QString(u"/d"_s.repeated(2048)); // 4096 characters, and no file.
    constexpr int unreadable = 400;                          // It was looked for: the path is as paths are.
    const auto row = [](const char *name, const QJsonObject &body, int code, const QString &field = {}) {
        QTest::newRow(name) << body << code << field;
    };
    row("path", {{u"scene_file"_s, nowhere}}, unreadable);
    row("path of 4096", {{u"scene_file"_s, longest}}, unreadable);
    row("path of 4097", {{u"scene_file"_s, QString(longest + u'd')}}, wrong, u"scene_file"_s);
    row("name of 1", {{u"scene_file"_s, nowhere}, {u"unionid"_s, u"u"_s}}, unreadable);
    row("name of 100", {{u"scene_file"_s, nowhere}, {u"unionid"_s, QString(100, u'u')}}, unreadable);
    row("name of 0", {{u"scene_file"_s, nowhere}, {u"unionid"_s, QString()}}, wrong, u"unionid"_s);
    row("name of 101", {{u"scene_file"_s, nowhere}, {u"unionid"_s, QString(101, u'u')}}, wrong, u"unionid"_s);
    row("key of 1024", {{u"oss_file_path"_s, QString(1024, u'k')}, {u"unionid"_s, u"u"_s}}, 2002);
    row("key of 1025", {{u"oss_file_path"_s, QString(1025, u'k')}, {u"unionid"_s, u"u"_s}}, wrong, u"oss_file_path"_s);
}

void RenderBoundsTest::scenes()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const int, code);
    QFETCH(const QString, field);
    const HttpAnswer answer = m_owner.post(u"/api/scene/analyse"_s, body);
    QVERIFY2(answer.status == (code == 2002 ? 404 : 400) && codeOf(answer) == code, answer.text().constData());
    QCOMPARE(wrongFieldsOf(answer), field.isEmpty() ? QStringList() : QStringList{field});
}

// The key of a scene has the length of a path that was given at upload.
void RenderBoundsTest::keys()
{
    for (const QByteArray &key : {QByteArray(1, 'k'), QByteArray(1024, 'k')}) {
        QCOMPARE(putFile(m_owner, madeBytes(100, 1), {{"path", key}}).status, 200);
        const HttpAnswer made = m_owner.post(u"/api/tasks"_s, taskBody(QString::fromLatin1(key)));
        QVERIFY2(made.status == 201, made.text().constData());
        const qint64 id = dataOf(made).value("id"_L1).toInteger();
        QCOMPARE(taskOf(m_owner, id).value("scene_file"_L1).toString().toLatin1(), key);
    }
    const HttpAnswer none = m_owner.post(u"/api/tasks"_s, taskBody(QString(1023, u'k')));
    QVERIFY2(none.status == 404 && codeOf(none) == 2002, none.text().constData());
}

void RenderBoundsTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderBoundsTest)
#include "tst_render_bounds.moc"
