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
    void theLastFrameIsOne();
    void bodiesThatAreNone_data();
    void bodiesThatAreNone();
    void filesAtTheirBounds_data();
    void filesAtTheirBounds();
    void asManyFilesAsMayBe();
    void asMuchInformationAsMayBe();
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
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    // So that nothing renders here: what the tasks say is all that these tests are about.
    const QJsonObject engines = enginesNowhere({u"maya"_s, u"ue"_s, u"blender"_s, u"command"_s});
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
        row(field, QJsonValue(), missing);
        row(field, 5, wrong);
        row(field, QString(), wrong);
    }
    row(u"unionid"_s, u"u"_s, 0);
    row(u"unionid"_s, QString(100, u'狼'), 0);
    row(u"unionid"_s, QString(101, u'u'), wrong);
    row(u"unionid"_s, u" "_s, wrong);
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
    constexpr int year = 366 * 86'400;
    const QList<Range> ranges{{u"start_frame"_s, 0, 1'073'741'823},
                              {u"total_frames"_s, 1, 10'000},
                              {u"frame_step"_s, 1, 107'374},
                              {u"priority"_s, 0, 10},
                              {u"ram"_s, 4, 512},
                              {u"gpu_count"_s, 0, 8},
                              {u"frame_timeout"_s, 1, year},
                              {u"task_timeout"_s, 1, year}};
    for (const Range &range : ranges) {
        row(range.field, range.least, 0);
        row(range.field, range.least - 1, wrong);
        row(range.field, range.most, 0);
        row(range.field, range.most + 1, wrong);
        row(range.field, 1e300, wrong);
        row(range.field, range.least + 0.5, wrong);
        row(range.field, QString::number(range.least), wrong);
        row(range.field, true, wrong);
        row(range.field, QJsonArray{range.least}, wrong);
        row(range.field, QJsonValue(), 0);
    }
    for (const QString &field : {u"is_compressed"_s, u"stop_after_test"_s}) {
        row(field, true, 0);
        row(field, false, 0);
        row(field, u"true"_s, wrong);
        row(field, 1, wrong);
    }
    // Of ten frames.
    row(u"test_frames"_s, u"1"_s, 0);
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
        row(field, QString(), 0);
        row(field, u"r"_s, 0);
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

// As far as all three bounds go together.
void RenderFieldsTest::theLastFrameIsOne()
{
    const QJsonObject farthest{
        {u"start_frame"_s, 1'073'741'823}, {u"total_frames"_s, 10'000}, {u"frame_step"_s, 107'374}};
    const HttpAnswer made = m_owner.post(u"/api/tasks"_s, taskBody(m_scene, farthest));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = dataOf(made).value("id"_L1).toInteger();
    constexpr int last = 1'073'741'823 + 9'999 * 107'374;
    const HttpAnswer frame = m_owner.get(taskPath(id, u"/frames/%1"_s.arg(last)));
    QVERIFY2(frame.status == 200, frame.text().constData());
    QCOMPARE(dataOf(frame).value("frame_number"_L1).toInt(), last);
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
}

void RenderFieldsTest::bodiesThatAreNone()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    const HttpAnswer answer = m_owner.send("POST", u"/api/tasks/"_s, body, "application/json");
    QVERIFY2(answer.status == 400 && codeOf(answer) == code, answer.text().constData());
}

void RenderFieldsTest::filesAtTheirBounds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<QString>("wrong"); // the field; empty: it is taken
    const QString hash(32, u'a');
    const QString part = u'/' + QString(63, u'p');
    const QString path = u"/textures/wood.png"_s;
    const auto row = [](const char *name, const QString &localPath, const QString &fileHash, const char *field = "") {
        QTest::newRow(name) << localPath << fileHash << QString::fromLatin1(field);
    };
    row("path of 1", u"a"_s, hash);
    row("path of 0", QString(), hash, "local_path");
    row("path of 4096", part.repeated(64), hash);
    row("path of 4097", QString(part.repeated(64) + u'p'), hash, "local_path");
    row("name of 255", QString(255, u'n'), hash);
    row("name of 256", QString(256, u'n'), hash, "local_path");
    row("hash of 31", path, hash.chopped(1), "file_hash");
    row("hash of 32", path, hash);
    row("hash of 33", path, QString(hash + u'a'), "file_hash");
    row("hash in capitals", path, hash.toUpper());
    row("hash with a stranger", path, QString(hash.chopped(1) + u'g'), "file_hash");
}

void RenderFieldsTest::filesAtTheirBounds()
{
    QFETCH(const QString, path);
    QFETCH(const QString, hash);
    QFETCH(const QString, wrong);
    const QJsonObject file{{u"local_path"_s, path}, {u"file_hash"_s, hash}};
    const QJsonObject info{{u"assets"_s, QJsonArray{file}}};
    const HttpAnswer answer = m_owner.post(u"/api/tasks"_s, taskBody(m_scene, {{u"task_info"_s, info}}));
    if (wrong.isEmpty()) {
        QVERIFY2(answer.status == 201, answer.text().constData());
        return;
    }
    QVERIFY2(answer.status == 400 && codeOf(answer) == 1002, answer.text().constData());
    QCOMPARE(wrongFieldsOf(answer), QStringList{u"task_info.assets."_s + wrong});
}

void RenderFieldsTest::asManyFilesAsMayBe()
{
    QJsonArray files;
    for (int i = 0; i < 10'000; ++i) {
        files << QJsonObject{{u"local_path"_s, u"/textures/%1.png"_s.arg(i)}, {u"file_hash"_s, QString(32, u'a')}};
    }
    const auto make = [&] {
        return m_owner.post(u"/api/tasks"_s, taskBody(m_scene, {{u"task_info"_s, QJsonObject{{u"assets"_s, files}}}}));
    };
    const HttpAnswer most = make();
    QVERIFY2(most.status == 201, most.text().constData());
    const qint64 id = dataOf(most).value("id"_L1).toInteger();
    const QJsonObject listed = dataOf(m_owner.get(taskPath(id, u"/assets?page=10"_s)));
    QCOMPARE(listed.value("total_count"_L1).toInt(), 10'000);
    QCOMPARE(listed.value("missing_count"_L1).toInt(), 10'000);
    QCOMPARE(listed.value("assets"_L1).toArray().size(), 1000);
    QCOMPARE(listed.value("assets"_L1)[999]["local_path"_L1].toString(), u"/textures/9999.png"_s);
    files << files.first();
    const HttpAnswer more = make();
    QVERIFY2(more.status == 400 && codeOf(more) == 1000, more.text().constData());
    QCOMPARE(wrongFieldsOf(more), QStringList{u"task_info.assets"_s});
}

void RenderFieldsTest::asMuchInformationAsMayBe()
{
    constexpr int most = 256 * 1024;
    const int frame = int(QByteArray(R"({"note":""})").size());
    for (const int more : {0, 1}) {
        const QJsonObject info{{u"note"_s, QString(most - frame + more, u'n')}, {u"assets"_s, QJsonArray()}};
        const HttpAnswer answer = m_owner.post(u"/api/tasks"_s, taskBody(m_scene, {{u"task_info"_s, info}}));
        QVERIFY2(answer.status == (more == 0 ? 201 : 413) && codeOf(answer) == answer.status,
                 answer.text().constData());
    }
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
