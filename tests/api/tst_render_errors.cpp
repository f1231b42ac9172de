// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QElapsedTimer>
#include <QNetworkInterface>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

/// An address of this computer that is not told from another's; empty where it has none.
QString addressToTheOutside()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !address.isLinkLocal()) {
            return address.toString();
        }
    }
    return {};
}

} // namespace

/// What the calls over tasks refuse, and how they say it.
class RenderErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsNotThere_data();
    void whatIsNotThere();
    void errorsAreInBothLanguages();
    void othersTasksAreTheirs_data();
    void othersTasksAreTheirs();
    void othersTasksAreNotListed();
    void whatOthersMayNot();
    void statesThatDoNotAllow();
    void onlyAdminsSetUp();
    void noCredentials_data();
    void noCredentials();
    void wrongMethods();
    void tooLarge();
    void tooMany();
    void cleanupTestCase();

private:
    [[nodiscard]] HttpAnswer make(const QJsonObject &more) const
    {
        return m_owner.post(u"/api/tasks"_s, taskBody(m_scene, more));
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve;
    QString m_scene;
    qint64 m_task = -1; ///< the owner's; it has ended
    qint64 m_frame = -1;
};

void RenderErrorsTest::initTestCase()
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
    m_task = dataOf(make({{u"total_frames"_s, 2}})).value("id"_L1).toInteger(-1);
    QVERIFY(m_task > 0);
    QCOMPARE(taskOf(m_owner, m_task).value("error_code"_L1).toInt(), 5003);
    m_frame = framesOf(m_owner, m_task).first().value("id"_L1).toInteger();
}

void RenderErrorsTest::whatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    const auto row = [](const char *method, const QString &path, int code) {
        QTest::newRow(qPrintable(path)) << QByteArray(method) << path << code;
    };
    for (const QString &id : {u"999999"_s, u"0"_s, u"-1"_s, u"x"_s, u"99999999999999999999"_s}) {
        row("GET", u"/api/tasks/"_s + id, 2001);
    }
    for (const QString &tail :
         {u"/status"_s, u"/frames"_s, u"/frames/1"_s, u"/frames/1/log"_s, u"/assets"_s, u"/preview"_s}) {
        row("GET", u"/api/tasks/999999"_s + tail, 2001);
    }
    for (const QString &tail :
         {u"/cancel"_s, u"/pause"_s, u"/resume"_s, u"/cleanup"_s, u"/frames/1/retry"_s, u"/frames/retry-failed"_s}) {
        row("POST", u"/api/tasks/999999"_s + tail, 2001);
    }
    row("GET", u"/api/files/download/999999"_s, 2002);
    row("GET", u"/api/files/download/x"_s, 2000);
    row("GET", u"/api/files/download-url/999999"_s, 2002);
}

void RenderErrorsTest::whatIsNotThere()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const int, code);
    const HttpAnswer answer = m_owner.send(method, path);
    QVERIFY2(answer.status == 404 && codeOf(answer) == code, answer.text().constData());
    for (const char *name : {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"}) {
        QVERIFY2(answer.headers.contains(name), name);
    }
}

void RenderErrorsTest::errorsAreInBothLanguages()
{
    const QString path = u"/api/tasks/999999"_s;
    const HttpAnswer chinese = m_owner.get(path);
    const HttpAnswer english = m_owner.withHeaders({"Accept-Language: en"}).get(path);
    QCOMPARE(english.message(), u"There is no such task"_s);
    QVERIFY(chinese.message() != english.message() && !chinese.message().isEmpty());
    QVERIFY(english.object().value("detail"_L1).toString().contains("999999"_L1));
    QVERIFY(chinese.object().value("detail"_L1).toString().contains("999999"_L1));
    QVERIFY(chinese.object().contains("errors"_L1));
}

void RenderErrorsTest::othersTasksAreTheirs_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("tail");
    for (const QString &tail :
         {u""_s, u"/status"_s, u"/frames"_s, u"/frames/1"_s, u"/frames/1/log"_s, u"/assets"_s, u"/preview"_s}) {
        QTest::newRow(qPrintable(u"GET "_s + tail)) << QByteArray("GET") << tail;
    }
    for (const QString &tail :
         {u"/cancel"_s, u"/pause"_s, u"/resume"_s, u"/cleanup"_s, u"/frames/1/retry"_s, u"/frames/retry-failed"_s}) {
        QTest::newRow(qPrintable(u"POST "_s + tail)) << QByteArray("POST") << tail;
    }
}

void RenderErrorsTest::othersTasksAreTheirs()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, tail);
    const HttpAnswer refused = m_eve.send(method, taskPath(m_task, tail));
    QVERIFY2(refused.status == 403 && codeOf(refused) == 4001, refused.text().constData());
}

void RenderErrorsTest::othersTasksAreNotListed()
{
    const HttpAnswer picture = m_eve.get(u"/api/files/download/%1"_s.arg(m_frame));
    QVERIFY2(picture.status == 403 && codeOf(picture) == 4001, picture.text().constData());
    const QString eves = dataOf(putFile(m_eve, madeBytes(100, 3))).value("storage_path"_L1).toString();
    const HttpAnswer made = m_eve.post(u"/api/tasks"_s, taskBody(eves, {{u"unionid"_s, u"Eve"_s}}));
    QVERIFY2(made.status == 201, made.text().constData());
    const qint64 id = dataOf(made).value("id"_L1).toInteger();
    const auto idsFor = [](const HttpClient &client) {
        QList<qint64> ids;
        const HttpAnswer answer = client.get(u"/api/tasks?page_size=1000"_s);
        for (const QJsonValue task : dataOf(answer).value("items"_L1).toArray()) {
            ids << task["id"_L1].toInteger();
        }
        return ids;
    };
    QVERIFY(idsFor(m_eve).contains(id) && !idsFor(m_eve).contains(m_task));
    QVERIFY(idsFor(m_owner).contains(id) && idsFor(m_owner).contains(m_task));
    QCOMPARE(taskOf(m_owner, id).value("unionid"_L1).toString(), u"Eve"_s);
    const HttpAnswer statuses = m_eve.post(u"/api/tasks/batch-status"_s, {{u"task_ids"_s, QJsonArray{m_task, id}}});
    QCOMPARE(dataOf(statuses).value("missing"_L1).toArray(), QJsonArray{m_task});
    QCOMPARE(dataOf(statuses).value("items"_L1)[0]["id"_L1].toInteger(), id);
}

void RenderErrorsTest::whatOthersMayNot()
{
    const QString eves = dataOf(putFile(m_eve, madeBytes(100, 4))).value("storage_path"_L1).toString();
    const auto make = [&](const QString &key, const QJsonObject &more) {
        QJsonObject body = taskBody(key, {{u"unionid"_s, u"Eve"_s}});
        for (auto field = more.begin(); field != more.end(); ++field) {
            body.insert(field.key(), field.value());
        }
        return m_eve.post(u"/api/tasks"_s, body);
    };
    const HttpAnswer name = make(eves, {{u"unionid"_s, u"anna"_s}});
    QVERIFY2(name.status == 403 && codeOf(name) == 4001, name.text().constData());
    const HttpAnswer command = make(eves, {{u"render_engine"_s, u"command"_s}});
    QVERIFY2(command.status == 403 && codeOf(command) == 4000, command.text().constData());
    // Renderers run what their command lines say.
    const QJsonObject info{{u"extra_arguments"_s, QJsonArray{u"--python-expr"_s, u"print(1)"_s}}};
    const HttpAnswer arguments = make(eves, {{u"task_info"_s, info}});
    QVERIFY2(arguments.status == 403 && codeOf(arguments) == 4000, arguments.text().constData());
    // The owner's scene is no file of hers.
    const HttpAnswer scene = make(m_scene, {});
    QVERIFY2(scene.status == 404 && codeOf(scene) == 2002, scene.text().constData());
}

void RenderErrorsTest::statesThatDoNotAllow()
{
    for (const QString &what : {u"cancel"_s, u"pause"_s, u"resume"_s}) {
        const HttpAnswer answer = m_owner.post(taskPath(m_task, u'/' + what));
        QVERIFY2(answer.status == 409 && codeOf(answer) == 3000, answer.text().constData());
    }
}

void RenderErrorsTest::onlyAdminsSetUp()
{
    const HttpAnswer before = m_owner.get(u"/api/render-setup"_s);
    QCOMPARE(before.status, 200);
    for (const HttpAnswer &answer : {m_eve.get(u"/api/render-setup"_s), m_eve.put(u"/api/render-setup"_s, {})}) {
        QVERIFY2(answer.status == 403 && codeOf(answer) == 4000, answer.text().constData());
    }
    const HttpAnswer wrong = m_owner.put(u"/api/render-setup"_s, {{u"runner"_s, u"cloud"_s}});
    QVERIFY2(wrong.status == 400 && codeOf(wrong) == 1002, wrong.text().constData());
    QCOMPARE(dataOf(m_owner.get(u"/api/render-setup"_s)), dataOf(before));
}

void RenderErrorsTest::noCredentials_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("list") << QByteArray("GET") << u"/api/tasks"_s;
    QTest::newRow("make") << QByteArray("POST") << u"/api/tasks/"_s;
    QTest::newRow("details") << QByteArray("GET") << u"/api/tasks/1"_s;
    QTest::newRow("cancel") << QByteArray("POST") << u"/api/tasks/1/cancel"_s;
    QTest::newRow("preview") << QByteArray("GET") << u"/api/tasks/1/preview"_s;
    QTest::newRow("download") << QByteArray("GET") << u"/api/files/download/1"_s;
    QTest::newRow("hardware") << QByteArray("GET") << u"/api/hardware-configs"_s;
    QTest::newRow("setup") << QByteArray("PUT") << u"/api/render-setup"_s;
}

void RenderErrorsTest::noCredentials()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    for (const HttpClient &client : {m_kinframe.anybody(), m_owner.withKey("kk_wrong")}) {
        const HttpAnswer answer = client.send(method, path);
        QVERIFY2(answer.status == 401 && codeOf(answer) == 401, answer.text().constData());
        QVERIFY(!answer.message().isEmpty());
    }
}

void RenderErrorsTest::wrongMethods()
{
    for (const auto &[method, path] :
         {std::pair("DELETE", u"/api/tasks/1"_s), std::pair("PUT", u"/api/tasks"_s),
          std::pair("GET", u"/api/tasks/1/cancel"_s), std::pair("POST", u"/api/tasks/1/frames"_s)}) {
        const HttpAnswer answer = m_owner.send(method, path);
        QVERIFY2(answer.status == 405 && codeOf(answer) == 405, answer.text().constData());
        QVERIFY(!answer.headers.value("allow").isEmpty());
    }
    const HttpAnswer form = m_owner.send("POST", u"/api/tasks"_s, "--x--\r\n", "multipart/form-data; boundary=x");
    QVERIFY2(form.status == 415 && codeOf(form) == 415, form.text().constData());
    const HttpAnswer packed = m_owner.withHeaders({"Content-Encoding: gzip"}).post(u"/api/tasks"_s, taskBody(m_scene));
    QVERIFY2(packed.status == 415 && codeOf(packed) == 415, packed.text().constData());
}

void RenderErrorsTest::tooLarge()
{
    const HttpAnswer ids = m_owner.post(u"/api/tasks/batch-status"_s, {{u"task_ids"_s, QString(2'000'000, u'1')}});
    QVERIFY2(ids.status == 413 && codeOf(ids) == 413, ids.text().constData());
    const HttpAnswer task = make({{u"renderer"_s, QString(40'000'000, u'r')}});
    QVERIFY2(task.status == 413 && codeOf(task) == 413, task.text().constData());
    const HttpAnswer info = make({{u"task_info"_s, QJsonObject{{u"note"_s, QString(300'000, u'n')}}}});
    QVERIFY2(info.status == 413 && codeOf(info) == 413, info.text().constData());
}

// This computer itself is never refused, so it comes as another.
void RenderErrorsTest::tooMany()
{
    const QString address = addressToTheOutside();
    if (address.isEmpty()) {
        QSKIP("this computer has no other address");
    }
    KinframeProcess open({}, Models::None);
    QVERIFY2(open.start({u"--host"_s, address}), open.log().constData());
    const QUrl url(open.url());
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(socket.waitForConnected());
    const QByteArray request = "GET /api/tasks/1 HTTP/1.1\r\nHost: " + url.authority().toLatin1() +
                               "\r\nx-api-key: " + open.client().key() + "\r\n\r\n";
    constexpr int most = 6000;
    constexpr int atOnce = 50;
    QElapsedTimer clock;
    clock.start();
    QByteArray answers;
    for (int sent = 0; sent < most + atOnce && !answers.contains("HTTP/1.1 429 "); sent += atOnce) {
        answers.clear();
        socket.write(request.repeated(atOnce));
        while (answers.count("HTTP/1.1 ") < atOnce || !answers.endsWith('}')) {
            QVERIFY2(socket.waitForReadyRead(), answers.right(500).constData());
            answers += socket.readAll();
        }
    }
    constexpr int minuteMs = 59'000; // less one of the seconds that are counted in
    if (clock.elapsed() > minuteMs) {
        QSKIP("this computer cannot ask often enough");
    }
    const QByteArray refused = answers.mid(answers.indexOf("HTTP/1.1 429 "));
    QVERIFY2(refused.contains("\"code\":429"), answers.right(500).constData());
    QVERIFY2(refused.toLower().contains("x-ratelimit-remaining: 0"), refused.left(500).constData());
    QVERIFY(refused.toLower().contains("retry-after: "));
    QVERIFY(open.stop());
}

void RenderErrorsTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderErrorsTest)
#include "tst_render_errors.moc"
