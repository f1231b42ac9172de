// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/event_listener.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "support/fault_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

Answer answerOf(int status, const QByteArray &body = {})
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

/// Downloads as they are asked for over HTTP and on the command line, from another server and from another Kinframe.
class DownloadCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFileComes();
    void aLivePhotoComes();
    void pagesAndStatuses();
    void pausedResumedRetriedCanceled();
    void eventsNameTheirTask();
    void wrongBodies_data();
    void wrongBodies();
    void onlyForAdmins();
    void fromAnotherKinframe();
    void onTheCommandLine();
    void manyOnTheCommandLine();
    void nothingSecretIsKeptOrSaid();
    void cleanupTestCase();

private:
    [[nodiscard]] QJsonObject ask(const QByteArray &path, const QString &filename, const QJsonObject &more = {})
    {
        QJsonObject task = more;
        task.insert(u"url"_s, m_server.url(path).toString());
        task.insert(u"filename"_s, filename);
        const HttpAnswer made = m_client.post(u"/api/downloads"_s, {{u"tasks"_s, QJsonArray{task}}});
        return made.status == 201 ? made.object().value("items"_L1).toArray().at(0).toObject() : QJsonObject();
    }
    [[nodiscard]] QJsonObject task(const QString &id) { return m_client.get(u"/api/downloads/"_s + id).object(); }
    [[nodiscard]] bool waitFor(const QString &id, const QString &status)
    {
        return waitUntil([&] { return task(id).value("status"_L1).toString() == status; });
    }
    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_gallery;
    /// Before the program gets its environment.
    const bool m_isSet = qputenv("KINFRAME_DOWNLOADS", QFile::encodeName(m_gallery.path()));
    FaultServer m_server;
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
};

void DownloadCallsTest::initTestCase()
{
    QVERIFY(m_isSet);
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
}

void DownloadCallsTest::aFileComes()
{
    const QByteArray bytes = testBytes(100'000);
    m_server.serve("/a", {answerOf(200, bytes)});
    const QJsonObject made = ask("/a", u"IMG_1.jpg"_s);
    QCOMPARE(keysOf(made),
             (QStringList{u"attempts"_s, u"bytesReceived"_s, u"createdAt"_s, u"error"_s, u"filePath"_s, u"filename"_s,
                          u"group"_s, u"status"_s, u"taskId"_s, u"totalBytes"_s, u"updatedAt"_s, u"url"_s}));
    const QString id = made.value("taskId"_L1).toString();
    QVERIFY(waitFor(id, u"complete"_s));
    const QJsonObject done = task(id);
    QCOMPARE(done.value("filePath"_L1).toString(), m_gallery.filePath(u"IMG_1.jpg"_s));
    QCOMPARE(bytesOf(done.value("filePath"_L1).toString()), bytes);
    QCOMPARE(done.value("bytesReceived"_L1).toInteger(), bytes.size());
    QCOMPARE(done.value("totalBytes"_L1).toInteger(), bytes.size());
    QCOMPARE(done.value("group"_L1).toString(), u"group_image"_s);
    QVERIFY(done.value("error"_L1).isNull());
}

void DownloadCallsTest::aLivePhotoComes()
{
    m_server.serve("/live", {answerOf(200, "picture")});
    m_server.serve("/moving", {answerOf(200, "video")});
    const auto half = [this](const QByteArray &path, const QString &part, const QString &name) {
        return QJsonObject{{u"url"_s, m_server.url(path).toString()},
                           {u"filename"_s, name},
                           {u"group"_s, u"group_livephoto"_s},
                           {u"metaData"_s, QJsonObject{{u"part"_s, part}, {u"id"_s, u"4711"_s}}}};
    };
    const HttpAnswer made =
        m_client.post(u"/api/downloads"_s, {{u"tasks"_s, QJsonArray{half("/live", u"image"_s, u"IMG_9.HEIC"_s),
                                                                    half("/moving", u"video"_s, u"IMG_9.MOV"_s)}}});
    QVERIFY2(made.status == 201, made.text().constData());
    QVERIFY(waitFor(u"4711:image"_s, u"complete"_s));
    QVERIFY(waitFor(u"4711:video"_s, u"complete"_s));
    QCOMPARE(bytesOf(m_gallery.filePath(u"IMG_9.HEIC"_s)), QByteArray("picture"));
    QCOMPARE(bytesOf(m_gallery.filePath(u"IMG_9.MOV"_s)), QByteArray("video"));
}

void DownloadCallsTest::pagesAndStatuses()
{
    const QJsonObject page = m_client.get(u"/api/downloads?page=1&size=2&status=complete"_s).object();
    QCOMPARE(page.value("items"_L1).toArray().size(), 2);
    QCOMPARE(page.value("total"_L1).toInteger(), 3);
    QCOMPARE(page.value("page"_L1).toInteger(), 1);
    QCOMPARE(page.value("size"_L1).toInteger(), 2);
    QCOMPARE(m_client.get(u"/downloads/?page=2&size=2"_s).object().value("items"_L1).toArray().size(), 1);
    QCOMPARE(m_client.get(u"/api/downloads?status=happy"_s).status, 400);
    QCOMPARE(m_client.get(u"/api/downloads?size=0"_s).status, 400);
    QCOMPARE(m_client.get(u"/api/downloads/nobody"_s).status, 404);
}

void DownloadCallsTest::pausedResumedRetriedCanceled()
{
    Answer stalls = answerOf(200, testBytes(2'000'000));
    stalls.etag = "\"v\"";
    stalls.stallAfter = 1'000'000;
    Answer good = stalls;
    good.stallAfter = -1;
    m_server.serve("/slow", {stalls, good});
    const QString id = ask("/slow", u"slow.mp4"_s).value("taskId"_L1).toString();
    const QString path = u"/api/downloads/"_s + id;
    QVERIFY(waitUntil([&] { return task(id).value("bytesReceived"_L1).toInteger() > 0; }));
    QCOMPARE(m_client.post(path + u"/retry"_s).status, 409);
    QCOMPARE(m_client.post(path + u"/pause"_s).object().value("status"_L1).toString(), u"paused"_s);
    QCOMPARE(m_client.post(path + u"/resume"_s).status, 200);
    QVERIFY(waitFor(id, u"complete"_s));
    QCOMPARE(m_client.post(path + u"/pause"_s).status, 409);
    m_server.serve("/gone", {answerOf(404), answerOf(200, "back")});
    const QString gone = ask("/gone", u"gone.jpg"_s).value("taskId"_L1).toString();
    QVERIFY(waitFor(gone, u"not_found"_s));
    QCOMPARE(task(gone).value("error"_L1).toObject().value("code"_L1).toString(), u"remote_not_found"_s);
    QCOMPARE(m_client.post(u"/api/downloads/"_s + gone + u"/retry"_s).status, 200);
    QVERIFY(waitFor(gone, u"complete"_s));
    m_server.serve("/never", {stalls});
    const QString never = ask("/never", u"never.jpg"_s).value("taskId"_L1).toString();
    QCOMPARE(m_client.remove(u"/api/downloads/"_s + never).object().value("status"_L1).toString(), u"canceled"_s);
    QVERIFY(!ask("/never", u"other.jpg"_s).isEmpty());
    QCOMPARE(m_client.remove(u"/api/downloads"_s).object().value("canceled"_L1).toInteger(), 1);
    QVERIFY(!QFile::exists(m_gallery.filePath(u"never.jpg"_s)));
}

void DownloadCallsTest::eventsNameTheirTask()
{
    const EventListener ear(m_kinframe, m_client.key());
    QVERIFY(ear.isLet());
    Answer slow = answerOf(200, testBytes(600'000));
    slow.dripBytes = 4'000;
    m_server.serve("/slow-one", {slow});
    m_server.serve("/not-there", {answerOf(404)});
    const QString good = ask("/slow-one", u"slow-one.mp4"_s).value("taskId"_L1).toString();
    const QString bad = ask("/not-there", u"not-there.jpg"_s).value("taskId"_L1).toString();
    const QString silent = ask("/slow-one", u"silent.mp4"_s, {{u"updates"_s, false}, {u"group"_s, u"group_image"_s}})
                               .value("taskId"_L1)
                               .toString();
    const auto told = [&ear](const QString &type, const QString &task) {
        QList<QJsonObject> events;
        for (const QJsonObject &event : ear.heard()) {
            if (event.value("type"_L1).toString() == type && event.value("taskId"_L1).toString() == task) {
                events << event;
            }
        }
        return events;
    };
    const auto statuses = [&told](const QString &task) {
        QStringList names;
        for (const QJsonObject &event : told(u"download.status"_s, task)) {
            names << event.value("status"_L1).toString();
        }
        return names;
    };
    QVERIFY(waitUntil([&] { return !told(u"download.complete"_s, good).isEmpty(); }));
    QVERIFY(waitUntil([&] { return !told(u"download.complete"_s, silent).isEmpty(); }));
    QVERIFY(waitUntil([&] { return !told(u"download.error"_s, bad).isEmpty(); }));
    QCOMPARE(statuses(good), (QStringList{u"enqueued"_s, u"running"_s, u"complete"_s}));
    QCOMPARE(statuses(bad), (QStringList{u"enqueued"_s, u"running"_s, u"not_found"_s}));
    QCOMPARE(told(u"download.complete"_s, good).first().value("filePath"_L1).toString(),
             m_gallery.filePath(u"slow-one.mp4"_s));
    QCOMPARE(told(u"download.error"_s, bad).first().value("error"_L1).toObject().value("code"_L1).toString(),
             u"remote_not_found"_s);
    const QList<QJsonObject> progress = told(u"download.progress"_s, good);
    QVERIFY(!progress.isEmpty());
    qint64 received = -1;
    for (const QJsonObject &event : progress) {
        QVERIFY(event.value("bytesReceived"_L1).toInteger() > received);
        received = event.value("bytesReceived"_L1).toInteger();
        QVERIFY(event.value("totalBytes"_L1).toInteger(600'000) == 600'000);
    }
    QVERIFY(received <= 600'000);
    QVERIFY(told(u"download.progress"_s, silent).isEmpty()); // It was not asked for.
    QVERIFY(told(u"download.error"_s, good).isEmpty() && told(u"download.complete"_s, bad).isEmpty());
}

void DownloadCallsTest::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("{") << 400;
    QTest::newRow("no tasks") << QByteArray("{}") << 400;
    QTest::newRow("none") << QByteArray(R"({"tasks": []})") << 400;
    QTest::newRow("no address") << QByteArray(R"({"tasks": [{"filename": "a"}]})") << 400;
    QTest::newRow("both") << QByteArray(R"({"tasks": [{"url": "http://a/b", "server": "nas"}]})") << 400;
    QTest::newRow("a file") << QByteArray(R"({"tasks": [{"url": "file:///etc/passwd"}]})") << 400;
    QTest::newRow("a number") << QByteArray(R"({"tasks": [{"url": 7}]})") << 400;
    QTest::newRow("a group") << QByteArray(R"({"tasks": [{"url": "http://a/b", "group": "x"}]})") << 400;
    QTest::newRow("headers") << QByteArray(R"({"tasks": [{"url": "http://a/b", "headers": {"Host": "x"}}]})") << 400;
    QTest::newRow("a line end") << QByteArray(R"({"tasks": [{"url": "http://a/b", "headers": {"X": "a\r\nb"}}]})")
                                << 400;
    QTest::newRow("unknown server") << QByteArray(R"({"tasks": [{"server": "nas", "assetId": "1"}]})") << 404;
    QTest::newRow("second is wrong") << QByteArray(R"({"tasks": [{"url": "http://a/b"}, {"url": "ftp://a/b"}]})")
                                     << 400;
}

void DownloadCallsTest::wrongBodies()
{
    QFETCH(const QByteArray, body);
    const auto total = [this] { return m_client.get(u"/api/downloads"_s).object().value("total"_L1).toInteger(); };
    const qint64 before = total();
    const HttpAnswer answer = m_client.send("POST", u"/api/downloads"_s, body, "application/json");
    QTEST(answer.status, "status");
    QVERIFY(!answer.message().isEmpty());
    QCOMPARE(total(), before);
}

void DownloadCallsTest::onlyForAdmins()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    const HttpClient eve = m_client.withKey(key.output.trimmed());
    QCOMPARE(eve.get(u"/api/downloads"_s).status, 403);
    QCOMPARE(eve.post(u"/api/downloads"_s, {{u"tasks"_s, QJsonArray{}}}).status, 403);
    QCOMPARE(eve.remove(u"/api/downloads"_s).status, 403);
    QCOMPARE(m_kinframe.anybody().get(u"/api/downloads"_s).status, 401);
}

void DownloadCallsTest::fromAnotherKinframe()
{
    KinframeProcess other({}, Models::None);
    QVERIFY2(other.start(), other.log().constData());
    const QByteArray png =
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                               "awAAAABJRU5ErkJggg==");
    const HttpAnswer uploaded = other.client().upload(u"照片.png"_s, png);
    QVERIFY2(uploaded.status == 201, uploaded.text().constData());
    const QString asset = uploaded.object().value("id"_L1).toString();
    const QString sha1 = QString::fromLatin1(QCryptographicHash::hash(png, QCryptographicHash::Sha1).toBase64());
    const QString url = other.url() + u"/api/assets/"_s + asset + u"/original"_s;
    const QJsonObject headers{{u"x-api-key"_s, QString::fromLatin1(other.client().key())}};
    const QJsonObject meta{{u"id"_s, asset}, {u"checksum"_s, sha1}, {u"to"_s, u"library"_s}};
    const QJsonObject wanted{{u"url"_s, url}, {u"headers"_s, headers}, {u"metaData"_s, meta}};
    const HttpAnswer made = m_client.post(u"/api/downloads"_s, {{u"tasks"_s, QJsonArray{wanted}}});
    QVERIFY2(made.status == 201, made.text().constData());
    QVERIFY(waitFor(asset, u"complete"_s));
    QCOMPARE(bytesOf(m_gallery.filePath(u"照片.png"_s)), png);
    QVERIFY(waitUntil([&] { return m_client.get(u"/api/asset/"_s + asset).status == 200; })); // It joined the library.
    // What is here already is not fetched again.
    const QString second = ask("/never-asked", u"twice.png"_s,
                               {{u"metaData"_s, QJsonObject{{u"checksum"_s, sha1}, {u"to"_s, u"library"_s}}}})
                               .value("taskId"_L1)
                               .toString();
    QVERIFY(waitFor(second, u"complete"_s));
    QCOMPARE(task(second).value("error"_L1).toObject().value("code"_L1).toString(), u"already_here"_s);
    QCOMPARE(m_server.requests("/never-asked"), 0);
    QVERIFY(other.stop());
}

void DownloadCallsTest::onTheCommandLine()
{
    m_server.serve("/cli.jpg", {answerOf(200, "from the command line")});
    m_server.serve("/missing.jpg", {answerOf(404)});
    const CommandRun good = m_kinframe.command({u"download"_s, m_server.url("/cli.jpg").toString()});
    QVERIFY2(good.exitCode == 0, good.text().constData());
    QVERIFY2(good.output.contains(QFile::encodeName(m_gallery.filePath(u"cli.jpg"_s))), good.text().constData());
    QVERIFY2(good.output.contains("1 saved, 0 not"), good.text().constData());
    QCOMPARE(bytesOf(m_gallery.filePath(u"cli.jpg"_s)), QByteArray("from the command line"));
    const CommandRun bad = m_kinframe.command({u"download"_s, m_server.url("/missing.jpg").toString()});
    QCOMPARE(bad.exitCode, 1);
    QVERIFY2(bad.error.contains("no longer there"), bad.text().constData());
    // Where a server wants a new sign-in, nobody waits for the rest.
    FaultServer strict;
    strict.serve("/a", {answerOf(401)});
    strict.serve("/b", {answerOf(401)});
    const CommandRun refused =
        m_kinframe.command({u"download"_s, strict.url("/a").toString(), strict.url("/b").toString()});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.error.contains("Sign in"), refused.text().constData());
    QCOMPARE(m_kinframe.command({u"download"_s}).exitCode, 2);
    QCOMPARE(m_kinframe.command({u"download"_s, u"1"_s, u"--server"_s, u"nas"_s}).exitCode, 1);
}

// More than it asks for at a time, while others are added.
void DownloadCallsTest::manyOnTheCommandLine()
{
    constexpr int count = 450;
    QStringList words{u"download"_s};
    for (int i = 0; i < count; ++i) {
        const QByteArray path = "/many/" + QByteArray::number(i) + ".jpg";
        m_server.serve(path, {i == 222 ? answerOf(404) : answerOf(200, path)});
        words << m_server.url(path).toString();
    }
    Answer slow = answerOf(200, testBytes(100'000));
    slow.dripBytes = 2'000;
    m_server.serve("/many/100.jpg", {slow});
    m_server.serve("/others", {answerOf(200, "others")});
    auto run = std::async(std::launch::async, [&] { return m_kinframe.command(words); });
    QVERIFY(waitUntil([&] { return m_server.requests("/many/100.jpg") > 0; }));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!ask("/others", u"others.jpg"_s).isEmpty());
    }
    const CommandRun many = run.get();
    QCOMPARE(many.exitCode, 1);
    QVERIFY2(many.output.contains("449 saved, 1 not"), many.text().constData());
    QVERIFY2(many.error.contains("no longer there"), many.text().constData());
    for (int i = 0; i < count; ++i) {
        const QString name = u"%1.jpg"_s.arg(i);
        QCOMPARE(QFile::exists(m_gallery.filePath(name)), i != 222);
        QCOMPARE(many.output.contains(QFile::encodeName(m_gallery.filePath(name))), i != 222);
    }
}

void DownloadCallsTest::nothingSecretIsKeptOrSaid()
{
    m_server.serve("/secret", {answerOf(500)});
    const QString id =
        ask("/secret", u"secret.jpg"_s, {{u"headers"_s, QJsonObject{{u"Authorization"_s, u"Bearer hush-hush"_s}}}})
            .value("taskId"_L1)
            .toString();
    QVERIFY(waitUntil([&] { return m_server.requests("/secret") > 0; }));
    QCOMPARE(m_server.asked("/secret").front().header("Authorization"), QByteArray("Bearer hush-hush"));
    QVERIFY(!m_client.get(u"/api/downloads"_s).body.contains("hush-hush"));
    QVERIFY(!m_client.get(u"/api/downloads/"_s + id).body.contains("hush-hush"));
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    const QDir folder(m_kinframe.data());
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        const bool mayHold = file.fileName() == "secrets.json"_L1; // For this user's eyes only.
        QVERIFY2(mayHold || !bytesOf(file.filePath()).contains("hush-hush"), qPrintable(file.fileName()));
    }
}

void DownloadCallsTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(DownloadCallsTest)
#include "tst_download_calls.moc"
