// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// What makes a task: every field at its bounds.
class RenderFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldsAtTheirBounds_data();
    void fieldsAtTheirBounds();
    void bodiesThatAreNone_data();
    void bodiesThatAreNone();
    void theSameKeyMakesOneTask();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve;
    QString m_scene;
};

void RenderFieldsTest::initTestCase()
{
    const CommandRun added = m_kinframe.command({u"user"_s, u"add"_s, u"Eve"_s});
    QVERIFY2(added.exitCode == 0, added.text().constData());
    const CommandRun key = m_kinframe.command({u"key"_s, u"create"_s, u"--user"_s, u"Eve"_s});
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    // So that nothing renders here: what the tasks say is all that these tests are about.
    const QJsonObject nowhere{{u"program"_s, u"/nowhere/renderer"_s}};
    const QJsonObject engines{
        {u"maya"_s, nowhere}, {u"ue"_s, nowhere}, {u"blender"_s, nowhere}, {u"command"_s, nowhere}};
    const HttpAnswer set = m_owner.put(u"/api/render-setup"_s, {{u"engines"_s, engines}});
    QVERIFY2(set.status == 200, set.text().constData());
    m_scene = dataOf(putFile(m_owner, madeBytes(100, 1), {}, u"wolf.blend"_s)).value("storage_path"_L1).toString();
    QVERIFY(!m_scene.isEmpty());
}

void RenderFieldsTest::fieldsAtTheirBounds_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("code"); // 0: it is taken
    constexpr int wrong = 1002;
    constexpr int missing = 1001;
    const auto row = [](const QString &field, const QJsonValue &value, int code) {
        const QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(40);
        QTest::addRow("%s %s of %d", qPrintable(field), shown.constData(), int(value.toString().size()))
            << field << value << code;
    };
    for (const QString &field : {u"unionid"_s, u"oss_file_path"_s, u"render_engine"_s}) {
        row(field, QJsonValue(QJsonValue::Undefined), missing);
        row(field, 5, wrong);
        row(field, QString(), wrong);
    }
    row(u"unionid"_s, QString(100, u'u'), 0);
    row(u"unionid"_s, QString(101, u'u'), wrong);
    row(u"oss_file_path"_s, QString(1025, u'p'), wrong);
    for (const QString &engine : {u"maya"_s, u"ue"_s, u"blender"_s, u"command"_s}) {
        row(u"render_engine"_s, engine, 0);
    }
    row(u"render_engine"_s, u"paint"_s, wrong);
    struct Range
    {
        QString field;
        int least;
        int most;
    };
    const QList<Range> ranges{{u"start_frame"_s, 0, 1'000'000},
                              {u"total_frames"_s, 1, 10'000},
                              {u"frame_step"_s, 1, 10'000},
                              {u"priority"_s, 0, 10},
                              {u"ram"_s, 4, 512},
                              {u"gpu_count"_s, 0, 8},
                              {u"frame_timeout"_s, 1, 86'400},
                              {u"task_timeout"_s, 1, 86'400}};
    for (const Range &range : ranges) {
        row(range.field, range.least, 0);
        row(range.field, range.least - 1, wrong);
        row(range.field, range.most, 0);
        row(range.field, range.least + 0.5, wrong);
        row(range.field, QString::number(range.least), wrong);
        row(range.field, true, wrong);
        row(range.field, QJsonArray{range.least}, wrong);
    }
    for (const QString &field : {u"total_frames"_s, u"priority"_s, u"ram"_s, u"gpu_count"_s}) {
        const auto range =
            std::find_if(ranges.begin(), ranges.end(), [&](const Range &one) { return one.field == field; });
        row(field, range->most + 1, wrong);
    }
    for (const QString &field : {u"is_compressed"_s, u"stop_after_test"_s}) {
        row(field, true, 0);
        row(field, false, 0);
        row(field, u"true"_s, wrong);
        row(field, 1, wrong);
    }
    // Of ten frames.
    row(u"test_frames"_s, u"10"_s, 0);
    row(u"test_frames"_s, u"1, 2,10"_s, 0);
    row(u"test_frames"_s, u"1,1"_s, 0);
    row(u"test_frames"_s, QString(u"1,"_s.repeated(49) + u"10"_s), 0);
    row(u"test_frames"_s, QString(u"1,"_s.repeated(50) + u"1"_s), wrong);
    for (const QString &text : {u"abc"_s, u"0"_s, u"-1"_s, u"11"_s, u"1,,2"_s, u"1,2,"_s, u"1.5"_s, u"1 2"_s}) {
        row(u"test_frames"_s, text, wrong);
    }
    row(u"hardware_config_id"_s, u"basic"_s, 0);
    row(u"hardware_config_id"_s, u"none"_s, wrong);
    for (const QString &field : {u"cg_version"_s, u"renderer"_s}) {
        row(field, QString(100, u'r'), 0);
        row(field, QString(101, u'r'), wrong);
        row(field, 2024, wrong);
    }
    for (const QString &field : {u"plugins"_s, u"task_info"_s}) {
        row(field, QJsonObject(), 0);
        row(field, QJsonArray(), wrong);
        row(field, u"{}"_s, wrong);
    }
}

void RenderFieldsTest::fieldsAtTheirBounds()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const int, code);
    QJsonObject body = taskBody(m_scene, {{u"total_frames"_s, 10}});
    if (value.isUndefined()) {
        body.remove(field);
    } else {
        body.insert(field, value);
    }
    const HttpAnswer answer = m_owner.post(u"/api/tasks/"_s, body);
    if (code == 0) {
        QVERIFY2(answer.status == 201 && codeOf(answer) == 201, answer.text().constData());
        return;
    }
    QVERIFY2(answer.status == 400 && codeOf(answer) == code, answer.text().constData());
    QCOMPARE(wrongFieldsOf(answer), QStringList{field});
    const QJsonObject error = answer.object().value("errors"_L1)[0].toObject();
    QCOMPARE(keysOf(error), (QStringList{u"expected"_s, u"field"_s, u"message"_s, u"value"_s}));
    QVERIFY(!error.value("message"_L1).toString().isEmpty());
    QCOMPARE(answer.object().value("detail"_L1), error.value("message"_L1));
}

void RenderFieldsTest::bodiesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray start =
        R"({"unionid": "a", "oss_file_path": "b", "render_engine": "maya", "task_info": {"assets": )";
    const QByteArray hash = R"("file_hash": "0123456789abcdef0123456789abcdef")";
    QTest::newRow("nothing") << QByteArray() << 1002;
    QTest::newRow("no JSON") << QByteArray("{") << 1002;
    QTest::newRow("a list") << QByteArray("[]") << 1002;
    QTest::newRow("no fields") << QByteArray("{}") << 1001;
    QTest::newRow("assets that are no list") << start + "{}}}" << 1002;
    QTest::newRow("an asset that is none") << start + "[1]}}" << 1001;
    QTest::newRow("an asset without a hash") << start + R"([{"local_path": "C:/a"}]}})" << 1001;
    QTest::newRow("an asset without a path") << start + "[{" + hash + "}]}}" << 1001;
    QTest::newRow("an asset outside") << start + R"([{"local_path": "C:/../a", )" + hash + "}]}}" << 1002;
    QByteArray many;
    for (int i = 0; i < 10'001; ++i) {
        many += (i == 0 ? "[" : ",") + QByteArray(R"({"local_path": "/a", )") + hash + '}';
    }
    QTest::newRow("too many assets") << start + many + "]}}" << 1000;
}

void RenderFieldsTest::bodiesThatAreNone()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    const HttpAnswer answer = m_owner.send("POST", u"/api/tasks/"_s, body, "application/json");
    QVERIFY2(answer.status == 400 && codeOf(answer) == code, answer.text().constData());
}

void RenderFieldsTest::theSameKeyMakesOneTask()
{
    const HttpClient keyed = m_owner.withHeaders({"Idempotency-Key: once"});
    const HttpAnswer first = keyed.post(u"/api/tasks"_s, taskBody(m_scene));
    QVERIFY2(first.status == 201, first.text().constData());
    const HttpAnswer again = keyed.post(u"/api/tasks"_s, taskBody(m_scene, {{u"priority"_s, 9}}));
    QVERIFY2(again.status == 409 && codeOf(again) == 3001, again.text().constData());
    QCOMPARE(dataOf(again).value("id"_L1), dataOf(first).value("id"_L1));
    // Of another user it is another key.
    const QString eves = dataOf(putFile(m_eve, madeBytes(100, 2))).value("storage_path"_L1).toString();
    const HttpAnswer other =
        m_eve.withHeaders({"Idempotency-Key: once"}).post(u"/api/tasks"_s, taskBody(eves, {{u"unionid"_s, u"Eve"_s}}));
    QVERIFY2(other.status == 201, other.text().constData());
    QCOMPARE(m_owner.withHeaders({"Idempotency-Key: " + QByteArray(255, 'k')})
                 .post(u"/api/tasks"_s, taskBody(m_scene))
                 .status,
             201);
    QCOMPARE(m_owner.withHeaders({"Idempotency-Key: " + QByteArray(256, 'k')})
                 .post(u"/api/tasks"_s, taskBody(m_scene))
                 .status,
             400);
}

void RenderFieldsTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderFieldsTest)
#include "tst_render_fields.moc"
