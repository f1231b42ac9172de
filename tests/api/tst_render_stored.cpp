// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/live_database.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/test_data.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Scenes and files that are stored: by which names they are known again, and by whom.
class RenderStoredTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storedScenesKeepTheirKeys();
    void storedScenesNeedAName();
    void filesOfScenesAreSaid();
    void anotherFileOfTheSameMd5();
    void unusedFromTheThirtySecondDayOn();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve; ///< no admin
};

void RenderStoredTest::initTestCase()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
}

void RenderStoredTest::storedScenesKeepTheirKeys()
{
    const QByteArray scene = "//Maya ASCII 2022 scene\nrequires maya \"2022\";\n";
    const QString key = u"projects/anna/狼.ma"_s;
    const QString known = u"/api/scene/analyse/"_s + QString::fromLatin1(md5Of(scene));
    QCOMPARE(putFile(m_owner, scene, {{"path", key.toUtf8()}}).status, 201);
    const auto analyse = [](const HttpClient &client, const QString &path, const QString &name) {
        return client.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, path}, {u"unionid"_s, name}});
    };
    const HttpAnswer analysed = analyse(m_owner, key, u"anna"_s);
    QVERIFY2(analysed.status == 200, analysed.text().constData());
    const auto nameFor = [&](const HttpClient &client) { return dataOf(client.get(known)).value("scene_file"_L1); };
    QCOMPARE(nameFor(m_owner).toString(), key);
    // Who does not have the file does not learn what others call it, nor who has it by another name.
    QVERIFY(nameFor(m_eve).isNull());
    const QString eves = dataOf(putFile(m_eve, scene)).value("storage_path"_L1).toString();
    QCOMPARE(nameFor(m_eve).toString(), eves);
    QCOMPARE(putFile(m_eve, scene, {{"path", "projects/eve/wolf.ma"}}).status, 200);
    QCOMPARE(analyse(m_eve, u"projects/eve/wolf.ma"_s, u"Eve"_s).status, 200);
    QCOMPARE(nameFor(m_eve).toString(), u"projects/eve/wolf.ma"_s);
    QCOMPARE(nameFor(m_owner).toString(), key);
    // The one that was analysed last.
    const QString hashed = u"assets/"_s + QString::fromLatin1(md5Of(scene));
    QCOMPARE(analyse(m_owner, hashed, u"anna"_s).status, 200);
    QCOMPARE(nameFor(m_owner).toString(), hashed);
    // A time without a fraction has none.
    QVERIFY(LiveDatabase(m_kinframe.data()).run("UPDATE scene_facts SET analyzed_at = 1795258800000"));
    QCOMPARE(dataOf(m_owner.get(known)).value("analyzed_at"_L1).toString(), u"2026-11-21T11:00:00Z"_s);
}

void RenderStoredTest::storedScenesNeedAName()
{
    const HttpAnswer unnamed = m_owner.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, u"projects/anna/狼.ma"_s}});
    QVERIFY2(unnamed.status == 400 && codeOf(unnamed) == 1001, unnamed.text().constData());
    QCOMPARE(wrongFieldsOf(unnamed), QStringList{u"unionid"_s});
}

void RenderStoredTest::filesOfScenesAreSaid()
{
    const QTemporaryDir files;
    const QString folder = QFileInfo(files.path()).canonicalFilePath();
    QVERIFY(QDir().mkpath(folder + u"/show"_s));
    QVERIFY(writeBytes(folder + u"/secret.png"_s, "1"));
    QVERIFY(writeBytes(folder + u"/show/Wood.PNG"_s, "22"));
    const auto file = [](const QByteArray &node, const QString &path) -> QByteArray {
        return "createNode file -n \"" + node + "\";\n\tsetAttr \".ftn\" -type \"string\" \"" + path.toUtf8() + "\";\n";
    };
    QVERIFY(writeBytes(folder + u"/show/wolf.ma"_s, "//Maya ASCII 2022 scene\nrequires maya \"2022\";\n" +
                                                        file("secret", folder + u"/secret.png"_s) +
                                                        file("wood", folder + u"/show/wood.png"_s)));
    QCOMPARE(m_owner.put(u"/api/scene/settings"_s, {{u"folders"_s, QJsonArray{QString(folder + u"/show"_s)}}}).status,
             200);
    const HttpAnswer answer =
        m_eve.withHeaders({"Accept-Language: en"})
            .post(u"/api/scene/analyse"_s, {{u"scene_file"_s, QString(folder + u"/show/wolf.ma"_s)}});
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonObject data = dataOf(answer);
    QCOMPARE(data.value("missing"_L1).toArray(),
             (QJsonArray{QJsonObject{{u"node"_s, u"secret"_s},
                                     {u"path"_s, QString(folder + u"/secret.png"_s)},
                                     {u"reason"_s, u"not_accessible"_s}}}));
    const QJsonObject wood = data.value("assets"_L1)[1].toObject();
    QVERIFY(wood.value("exists"_L1).toBool());
    QCOMPARE(wood.value("path"_L1).toString(), QString(folder + u"/show/Wood.PNG"_s));
    QCOMPARE(wood.value("size"_L1).toInt(), 2);
    const QString note = u"“%1/show/wood.png” is there as “%1/show/Wood.PNG”: where capital letters matter, it is not "
                         "found."_s.arg(folder);
    QVERIFY2(data.value("notes"_L1).toArray().contains(note), answer.text().constData());
}

void RenderStoredTest::anotherFileOfTheSameMd5()
{
    // Nobody has two such files at hand: the one that is stored becomes another.
    const QByteArray bytes = madeBytes(500, 7);
    QCOMPARE(putFile(m_owner, bytes).status, 201);
    QVERIFY(LiveDatabase(m_kinframe.data())
                .run("UPDATE blob SET sha256 = zeroblob(32) WHERE md5 = x'" + md5Of(bytes) + '\''));
    const HttpAnswer refused = putFile(m_owner, bytes);
    QVERIFY2(refused.status == 409 && codeOf(refused) == 3000, refused.text().constData());
    // It is a conflict of one user's files only.
    QCOMPARE(putFile(m_eve, bytes).status, 201);
}

void RenderStoredTest::unusedFromTheThirtySecondDayOn()
{
    constexpr qint64 keptMs = qint64(31) * 24 * 3'600'000;
    constexpr qint64 minuteMs = 60'000; // The server's clock goes on while it is asked.
    const qint64 id = dataOf(putFile(m_owner, madeBytes(700, 8))).value("asset_id"_L1).toInteger();
    const auto isUnused = [&](qint64 ms) {
        const QByteArray then = QByteArray::number(QDateTime::currentMSecsSinceEpoch() - ms);
        const bool isSet =
            LiveDatabase(m_kinframe.data())
                .run("UPDATE render_file SET used_at = " + then + " WHERE id = " + QByteArray::number(id));
        const QJsonArray unused = dataOf(m_owner.get(u"/api/files/unused"_s)).value("items"_L1).toArray();
        return isSet && std::any_of(unused.begin(), unused.end(),
                                    [id](const QJsonValue &file) { return file["asset_id"_L1].toInteger() == id; });
    };
    QVERIFY(!isUnused(keptMs - minuteMs));
    QVERIFY(isUnused(keptMs + 1000));
}

void RenderStoredTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderStoredTest)
#include "tst_render_stored.moc"
