// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Files for renders, as the source's clients send and ask for them.
class RenderFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFileIsStoredOnce();
    void hashesSayWhatIsThere();
    void asManyHashesAsMayBe();
    void wrongHashesAreRefused_data();
    void wrongHashesAreRefused();
    void aWrongHashStoresNothing();
    void fieldsAtTheirBounds_data();
    void fieldsAtTheirBounds();
    void theSameFileTwiceAtOnce();
    void everyAnswerCountsTheRate();
    void aLinkGivesTheFile();
    void aLinkIsHeldToItsWords();
    void othersFilesAreTheirs();
    void keysNameWhatATaskReads();
    void objectsLieInTheirFolder();
    void onlyAdminsCollect();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe;
    HttpClient m_owner;
    HttpClient m_eve;
};

void RenderFilesTest::initTestCase()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
}

void RenderFilesTest::aFileIsStoredOnce()
{
    const QByteArray bytes = madeBytes(100'000, 1);
    const HttpAnswer first = putFile(m_owner, bytes, {{"hash", md5Of(bytes)}, {"file_type", "scene"}});
    QVERIFY2(first.status == 201, first.text().constData());
    QCOMPARE(keysOf(first.object()), (QStringList{u"code"_s, u"data"_s, u"message"_s}));
    QCOMPARE(first.object().value("code"_L1).toInt(), 201);
    QCOMPARE(first.message(), u"文件上传成功"_s);
    const QJsonObject data = dataOf(first);
    QCOMPARE(keysOf(data),
             (QStringList{u"asset_id"_s, u"file_hash"_s, u"file_size"_s, u"storage_path"_s, u"uploaded"_s}));
    QCOMPARE(data.value("file_hash"_L1).toString().toLatin1(), md5Of(bytes));
    QCOMPARE(data.value("storage_path"_L1).toString().toLatin1(), "assets/" + md5Of(bytes));
    QCOMPARE(data.value("file_size"_L1).toInt(), 100'000);
    QCOMPARE(data.value("uploaded"_L1).toBool(), true);
    const HttpAnswer again = putFile(m_owner, bytes);
    QCOMPARE(again.status, 200);
    QCOMPARE(dataOf(again).value("uploaded"_L1).toBool(true), false);
    QCOMPARE(dataOf(again).value("asset_id"_L1), data.value("asset_id"_L1));
}

void RenderFilesTest::hashesSayWhatIsThere()
{
    const QByteArray bytes = madeBytes(5'000, 2);
    const QString hash = QString::fromLatin1(md5Of(bytes));
    const QString other(32, u'a');
    const QJsonObject asked{{u"hashes"_s, QJsonArray{other, hash.toUpper(), hash, other}}};
    QCOMPARE(dataOf(m_owner.post(u"/api/files/check-hashes"_s, asked)).value("missing"_L1).toArray(),
             (QJsonArray{other, hash}));
    QCOMPARE(putFile(m_owner, bytes).status, 201);
    const HttpAnswer answer = m_owner.post(u"/api/files/check-hashes/"_s, asked);
    QCOMPARE(answer.message(), u"成功"_s);
    QCOMPARE(dataOf(answer).value("missing"_L1).toArray(), QJsonArray{other});
    const QJsonArray existing = dataOf(answer).value("existing"_L1).toArray();
    QCOMPARE(existing.size(), 1);
    QCOMPARE(existing[0]["hash"_L1].toString(), hash);
    QCOMPARE(existing[0]["storage_path"_L1].toString(), u"assets/"_s + hash);
    QVERIFY(existing[0]["asset_id"_L1].toInt() > 0);
    // A photo of the library is no file for renders.
    QVERIFY(m_owner.get(u"/api/images"_s).object().value("images"_L1).toArray().isEmpty());
}

void RenderFilesTest::asManyHashesAsMayBe()
{
    const QByteArray bytes = madeBytes(5'000, 3);
    QCOMPARE(putFile(m_owner, bytes).status, 201);
    QJsonArray hashes;
    for (int i = 1; i < 10'000; ++i) {
        hashes << QString::number(i, 16).rightJustified(32, u'0');
    }
    hashes << QString::fromLatin1(md5Of(bytes));
    const HttpAnswer most = m_owner.post(u"/api/files/check-hashes"_s, {{u"hashes"_s, hashes}});
    QVERIFY2(most.status == 200, most.text().constData());
    QCOMPARE(dataOf(most).value("existing"_L1).toArray().size(), 1);
    QCOMPARE(dataOf(most).value("missing"_L1).toArray().size(), 9'999);
    hashes << QString(32, u'b');
    const HttpAnswer more = m_owner.post(u"/api/files/check-hashes"_s, {{u"hashes"_s, hashes}});
    QCOMPARE(more.status, 400);
    QCOMPARE(more.object().value("code"_L1).toInt(), 1000);
    QCOMPARE(wrongFieldsOf(more), QStringList{u"hashes"_s});
    const HttpAnswer none = m_owner.post(u"/api/files/check-hashes"_s, {{u"hashes"_s, QJsonArray()}});
    QCOMPARE(none.status, 200);
}

void RenderFilesTest::wrongHashesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("none") << QByteArray("{}") << 1001;
    QTest::newRow("no list") << QByteArray(R"({"hashes": "abc"})") << 1002;
    QTest::newRow("a number") << QByteArray(R"({"hashes": [1]})") << 1002;
    QTest::newRow("short") << QByteArray(R"({"hashes": ["abc"]})") << 1002;
    QTest::newRow("a sign") << QByteArray(R"({"hashes": ["+0000000000000000000000000000000"]})") << 1002;
    QTest::newRow("no JSON") << QByteArray("{") << 1002;
}

void RenderFilesTest::wrongHashesAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    const HttpAnswer answer = m_owner.send("POST", u"/api/files/check-hashes"_s, body, "application/json");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.object().value("code"_L1).toInt(), code);
    QCOMPARE(wrongFieldsOf(answer).size(), 1);
}

void RenderFilesTest::aWrongHashStoresNothing()
{
    const QByteArray bytes = madeBytes(5'000, 4);
    const QStringList before = filesBelow(m_kinframe.data() + u"/blobs"_s);
    const HttpAnswer md5 = putFile(m_owner, bytes, {{"hash", QByteArray(32, '0')}});
    QCOMPARE(md5.status, 400);
    QCOMPARE(wrongFieldsOf(md5), QStringList{u"hash"_s});
    const HttpAnswer xxhash = putFile(m_owner, bytes, {{"xxhash", "1"}});
    QCOMPARE(xxhash.status, 400);
    QCOMPARE(wrongFieldsOf(xxhash), QStringList{u"xxhash"_s});
    QCOMPARE(filesBelow(m_kinframe.data() + u"/blobs"_s), before);
    // A request's body goes with the request: just after its answer.
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(bytes))}}};
    QCOMPARE(dataOf(m_owner.post(u"/api/files/check-hashes"_s, asked)).value("existing"_L1).toArray().size(), 0);
    // XXH64 of no bytes with seed 0.
    QCOMPARE(putFile(m_owner, {}, {{"xxhash", "17241709254077376921"}, {"hash", md5Of({})}}).status, 201);
}

void RenderFilesTest::fieldsAtTheirBounds_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *name, const QByteArray &field, const QByteArray &value, bool isTaken) {
        QTest::newRow(name) << field << value << isTaken;
    };
    row("hash of 31", "hash", QByteArray(31, 'a'), false);
    row("hash of 32", "hash", md5Of(madeBytes(100, 5)), true);
    row("hash of 33", "hash", QByteArray(33, 'a'), false);
    row("hash with a stranger", "hash", QByteArray(31, 'a') + 'g', false);
    row("xxhash too large", "xxhash", "18446744073709551616", false);
    row("xxhash negative", "xxhash", "-1", false);
    row("xxhash in words", "xxhash", "one", false);
    row("type of 1", "file_type", "t", true);
    row("type of 100", "file_type", QByteArray(100, 't'), true);
    row("type of 101", "file_type", QByteArray(101, 't'), false);
    row("type of two lines", "file_type", "a\nb", false);
    row("unionid of 1", "unionid", "u", true);
    row("unionid of 100", "unionid", QByteArray(100, 'u'), true);
    row("unionid of 101", "unionid", QByteArray(101, 'u'), false);
    row("path of 1", "path", "p", true);
    row("path", "path", "projects/user123/wolf.ma", true);
    row("path of 1024", "path", QByteArray(1024, 'p'), true);
    row("path of 1025", "path", QByteArray(1025, 'p'), false);
    row("path up", "path", "projects/../wolf.ma", false);
    row("path from the root", "path", "/etc/passwd", false);
    row("path with two slashes", "path", "a//b", false);
    row("path with a backslash", "path", "a\\b", false);
    row("path with a tab", "path", "a\tb", false);
    row("path of a hash", "path", "assets/0123", false);
}

void RenderFilesTest::fieldsAtTheirBounds()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isTaken);
    const HttpAnswer answer = putFile(m_owner, madeBytes(100, 5), {{field, value}});
    QVERIFY2(isTaken ? answer.status / 100 == 2 : answer.status == 400, answer.text().constData());
    QVERIFY(isTaken || wrongFieldsOf(answer) == QStringList{QString::fromLatin1(field)});
}

void RenderFilesTest::theSameFileTwiceAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const QByteArray bytes = madeBytes(3'000'000, 100 + round);
        HttpAnswer first;
        HttpAnswer second;
        std::thread other([&] { second = putFile(m_owner, bytes); });
        first = putFile(m_owner, bytes);
        other.join();
        QVERIFY2(first.status / 100 == 2 && second.status / 100 == 2,
                 QByteArray(first.text() + second.text()).constData());
        QCOMPARE(dataOf(first).value("asset_id"_L1), dataOf(second).value("asset_id"_L1));
        QCOMPARE(int(dataOf(first).value("uploaded"_L1).toBool()) + int(dataOf(second).value("uploaded"_L1).toBool()),
                 1);
        QVERIFY(QFile::exists(m_kinframe.data() + u"/blobs/"_s + blobName(sha256Of(bytes))));
    }
}

void RenderFilesTest::everyAnswerCountsTheRate()
{
    const QList<HttpAnswer> answers{m_owner.post(u"/api/files/check-hashes"_s, {{u"hashes"_s, QJsonArray()}}),
                                    m_owner.post(u"/api/files/check-hashes"_s),
                                    m_owner.get(u"/api/files/download-url/999999"_s),
                                    m_kinframe.anybody().post(u"/api/files/check-hashes"_s),
                                    m_owner.get(u"/api/files/check-hashes"_s),
                                    m_owner.withHeaders({"Tus-Resumable: 1.0.0"}).head(u"/api/files/tus/none"_s)};
    QList<int> statuses;
    for (const HttpAnswer &answer : answers) {
        statuses << answer.status;
        for (const char *name : {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"}) {
            QVERIFY2(answer.headers.contains(name), name);
        }
    }
    QCOMPARE(statuses, (QList<int>{200, 400, 404, 401, 405, 404}));
    QCOMPARE(answers[2].object().value("code"_L1).toInt(), 2002);
    QCOMPARE(answers[3].object().value("code"_L1).toInt(), 401);
    QCOMPARE(answers[4].object().value("code"_L1).toInt(), 405);
}

void RenderFilesTest::aLinkGivesTheFile()
{
    const QByteArray bytes = madeBytes(200'000, 6);
    const int id = dataOf(putFile(m_owner, bytes, {}, u"狼 wolf.ma"_s)).value("asset_id"_L1).toInt();
    const HttpAnswer answer = m_owner.get(u"/api/files/download-url/%1"_s.arg(id));
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(keysOf(dataOf(answer)), (QStringList{u"asset_id"_s, u"download_url"_s, u"expires_at"_s}));
    const QString url = dataOf(answer).value("download_url"_L1).toString();
    QVERIFY2(url.startsWith(m_kinframe.url()), qPrintable(url));
    const auto expires =
        QDateTime::fromString(dataOf(answer).value("expires_at"_L1).toString(), Qt::ISODate).toSecsSinceEpoch();
    QVERIFY(std::abs(expires - QDateTime::currentSecsSinceEpoch() - 3600) < 300);
    const QString path = url.mid(m_kinframe.url().size());
    const HttpAnswer whole = m_kinframe.anybody().get(path);
    QVERIFY2(whole.status == 200, whole.text().constData());
    QVERIFY(whole.body == bytes);
    QVERIFY(whole.headers.value("content-disposition").contains("UTF-8''%E7%8B%BC%20wolf.ma"));
    const HttpAnswer part = m_kinframe.anybody().withHeaders({"Range: bytes=1000-1999"}).get(path);
    QCOMPARE(part.status, 206);
    QVERIFY(part.body == bytes.mid(1000, 1000));
    // Nor is somebody else's key in the way of a link.
    QCOMPARE(m_eve.get(path).status, 200);
    const QJsonObject narrowed = dataOf(m_owner.get(u"/api/files/download-url/%1?fields=asset_id"_s.arg(id)));
    QCOMPARE(keysOf(narrowed), QStringList{u"asset_id"_s});
}

void RenderFilesTest::aLinkIsHeldToItsWords()
{
    const auto linkOf = [&](int seed) {
        const QJsonValue id = dataOf(putFile(m_owner, madeBytes(100, seed))).value("asset_id"_L1);
        return QUrl(
            dataOf(m_owner.get(u"/api/files/download-url/%1"_s.arg(id.toInt()))).value("download_url"_L1).toString());
    };
    const QUrl link = linkOf(7);
    const HttpClient anybody = m_kinframe.anybody();
    const auto statusWith = [&](const QString &path, const QString &expires, const QString &signature) {
        return anybody.get(u"%1?expires=%2&signature=%3"_s.arg(path, expires, signature)).status;
    };
    const QString expires = QUrlQuery(link).queryItemValue(u"expires"_s);
    const QString signature = QUrlQuery(link).queryItemValue(u"signature"_s);
    QCOMPARE(statusWith(link.path(), expires, signature), 200);
    QCOMPARE(statusWith(link.path(), QString::number(expires.toLongLong() + 1), signature), 401);
    QCOMPARE(statusWith(link.path(), u"1000"_s, signature), 401);
    QString forged = signature;
    forged[forged.size() - 1] = forged.back() == u'0' ? u'1' : u'0';
    QCOMPARE(statusWith(link.path(), expires, forged), 401);
    QCOMPARE(statusWith(linkOf(8).path(), expires, signature), 401);
    QCOMPARE(anybody.get(link.path()).status, 401);
    QCOMPARE(anybody.get(link.path()).object().value("code"_L1).toInt(), 401);
}

void RenderFilesTest::othersFilesAreTheirs()
{
    const QByteArray bytes = madeBytes(5'000, 9);
    const int owners = dataOf(putFile(m_owner, bytes)).value("asset_id"_L1).toInt();
    const HttpAnswer refused = m_eve.get(u"/api/files/download-url/%1"_s.arg(owners));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.object().value("code"_L1).toInt(), 4001);
    const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(bytes))}}};
    QCOMPARE(dataOf(m_eve.post(u"/api/files/check-hashes"_s, asked)).value("missing"_L1).toArray().size(), 1);
    const HttpAnswer eves = putFile(m_eve, bytes);
    QCOMPARE(eves.status, 201); // That somebody else has it already is nobody's business.
    const int eve = dataOf(eves).value("asset_id"_L1).toInt();
    QVERIFY(eve != owners);
    // The owner of the library is an admin.
    QCOMPARE(m_owner.get(u"/api/files/download-url/%1"_s.arg(eve)).status, 200);
    QCOMPARE(putFile(m_eve, bytes, {{"unionid", "Eve"}}).status, 200);
    const HttpAnswer foreign = putFile(m_eve, bytes, {{"unionid", "Anna"}});
    QCOMPARE(foreign.status, 403);
    QCOMPARE(foreign.object().value("code"_L1).toInt(), 4001);
    const QString upload = beginTus(m_owner, 10);
    QCOMPARE(m_eve.withHeaders({"Tus-Resumable: 1.0.0"}).head(upload).status, 403);
    QCOMPARE(sendPiece(m_eve, upload, 0, "x").status, 403);
    QCOMPARE(m_eve.withHeaders({"Tus-Resumable: 1.0.0"}).remove(upload).status, 403);
}

void RenderFilesTest::keysNameWhatATaskReads()
{
    const QByteArray scene = "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n// " + madeBytes(8, 20).toHex() + '\n';
    QCOMPARE(putFile(m_eve, scene, {{"path", "projects/eve/狼.ma"}}).status, 201);
    const auto analyse = [](const HttpClient &client, const QString &key) {
        return client.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, key}, {u"unionid"_s, u"Eve"_s}});
    };
    const QString storage = u"assets/"_s + QString::fromLatin1(md5Of(scene));
    for (const QString &key : {u"projects/eve/狼.ma"_s, storage}) {
        const HttpAnswer answer = analyse(m_eve, key);
        QVERIFY2(answer.status == 200, answer.text().constData());
        QCOMPARE(dataOf(answer).value("scene_file_hash"_L1).toString().toLatin1(), md5Of(scene));
    }
    const HttpAnswer none = analyse(m_eve, u"projects/none.ma"_s);
    QCOMPARE(none.status, 404);
    QCOMPARE(none.object().value("code"_L1).toInt(), 2002);
    const HttpAnswer wrong = analyse(m_eve, u"projects/../none.ma"_s);
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.object().value("code"_L1).toInt(), 1002);
}

void RenderFilesTest::objectsLieInTheirFolder()
{
    const QDir data(m_kinframe.data());
    QVERIFY(data.mkpath(u"objects/projects"_s));
    const QByteArray scene = "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n";
    for (const QString &path : {u"objects/projects/wolf.ma"_s, u"outside.ma"_s}) {
        QFile file(data.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scene) == scene.size());
    }
    QVERIFY(QFile::link(data.filePath(u"outside.ma"_s), data.filePath(u"objects/link.ma"_s)));
    const auto statusOf = [&](const QString &key) {
        return m_eve.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, key}, {u"unionid"_s, u"Eve"_s}}).status;
    };
    QCOMPARE(statusOf(u"projects/wolf.ma"_s), 200);
    QCOMPARE(statusOf(u"projects"_s), 404);
    QCOMPARE(statusOf(u"link.ma"_s), 404);
    QCOMPARE(statusOf(u"../outside.ma"_s), 400);
    QCOMPARE(statusOf(data.filePath(u"outside.ma"_s)), 400);
}

void RenderFilesTest::onlyAdminsCollect()
{
    QCOMPARE(m_eve.post(u"/api/files/collect"_s).status, 403);
    QCOMPARE(m_eve.get(u"/api/files/unused"_s).status, 403);
    const HttpAnswer dry = m_owner.post(u"/api/files/collect"_s, {{u"dry_run"_s, true}});
    QVERIFY2(dry.status == 200, dry.text().constData());
    QCOMPARE(dataOf(dry), (QJsonObject{{u"dry_run"_s, true}, {u"files"_s, 0}, {u"bytes"_s, 0}}));
    QCOMPARE(dataOf(m_owner.get(u"/api/files/unused"_s)).value("total"_L1).toInt(-1), 0);
    QCOMPARE(dataOf(m_owner.post(u"/api/files/collect"_s)).value("files"_L1).toInt(-1), 0);
}

void RenderFilesTest::cleanupTestCase()
{
    QVERIFY(m_kinframe.stop());
}

QTEST_GUILESS_MAIN(RenderFilesTest)
#include "tst_render_files.moc"
