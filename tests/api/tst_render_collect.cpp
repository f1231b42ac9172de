// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/live_database.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 keptMs = 31 * 24 * hourMs;

struct Stored
{
    qint64 id = -1;
    QString key;
    QByteArray bytes;
};

} // namespace

/// Files for renders that nobody has used for a month go, and no others.
class RenderCollectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsOld();
    void aDryRunRemovesNothing();
    void theRealOneRemovesThose();
    void whatIsUsedStays();
    void cleanupTestCase();

private:
    [[nodiscard]] Stored store(const HttpClient &client, const QByteArray &bytes, const FormFields &fields = {}) const;
    /// Has it be used last so long ago.
    [[nodiscard]] bool age(const Stored &file, qint64 ms);
    [[nodiscard]] bool isOnDisk(const Stored &file) const
    {
        return QFile::exists(m_kinframe.data() + u"/blobs/"_s + blobName(sha256Of(file.bytes)));
    }
    /// What its link gives.
    [[nodiscard]] QByteArray fetched(const Stored &file) const;

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_owner;
    HttpClient m_eve;
    Stored m_unused;
    Stored m_eves;
    Stored m_young;
    Stored m_scene;
    Stored m_texture;
    Stored m_photo;
    Stored m_told;
    qint64 m_task = -1;
};

void RenderCollectTest::initTestCase()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    const QJsonObject nowhere{{u"engines"_s, enginesNowhere({u"blender"_s})}};
    QCOMPARE(m_owner.put(u"/api/render-setup"_s, nowhere).status, 200);

    m_unused = store(m_owner, madeBytes(1'000, 1), {{"path", "projects/anna/old.ma"}});
    m_eves = store(m_eve, madeBytes(2'000, 2));
    m_young = store(m_owner, madeBytes(4'000, 3));
    m_scene = store(m_owner, madeBytes(8'000, 4));
    m_texture = store(m_owner, madeBytes(16'000, 5));
    m_photo = store(m_owner, madeJpeg(6));
    m_told = store(m_owner, madeBytes(32'000, 7));
    for (const Stored &file : {m_unused, m_eves, m_young, m_scene, m_texture, m_photo, m_told}) {
        QVERIFY(file.id > 0 && isOnDisk(file));
    }
    QCOMPARE(m_owner.upload(u"a.jpg"_s, m_photo.bytes).status, 201);
    QVERIFY(waitUntilIdle(m_owner));
    const QJsonObject texture{{u"local_path"_s, u"C:/textures/wood.png"_s},
                              {u"file_hash"_s, QString::fromLatin1(md5Of(m_texture.bytes))}};
    const HttpAnswer made = m_owner.post(
        u"/api/tasks"_s, taskBody(m_scene.key, {{u"task_info"_s, QJsonObject{{u"assets"_s, QJsonArray{texture}}}}}));
    QVERIFY2(made.status == 201, made.text().constData());
    m_task = dataOf(made).value("id"_L1).toInteger();
}

Stored RenderCollectTest::store(const HttpClient &client, const QByteArray &bytes, const FormFields &fields) const
{
    const QJsonObject data = dataOf(putFile(client, bytes, fields));
    return {data.value("asset_id"_L1).toInteger(-1), data.value("storage_path"_L1).toString(), bytes};
}

bool RenderCollectTest::age(const Stored &file, qint64 ms)
{
    return LiveDatabase(m_kinframe.data())
        .run("UPDATE render_file SET used_at = " + QByteArray::number(QDateTime::currentMSecsSinceEpoch() - ms) +
             " WHERE id = " + QByteArray::number(file.id));
}

QByteArray RenderCollectTest::fetched(const Stored &file) const
{
    const HttpAnswer link = m_owner.get(u"/api/files/download-url/%1"_s.arg(file.id));
    const QUrl url(dataOf(link).value("download_url"_L1).toString());
    return link.status == 200 ? m_kinframe.anybody().get(url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority)).body
                              : QByteArray();
}

void RenderCollectTest::nothingIsOld()
{
    const HttpAnswer dry = m_owner.post(u"/api/files/collect"_s, {{u"dry_run"_s, true}});
    QCOMPARE(dataOf(dry), (QJsonObject{{u"dry_run"_s, true}, {u"files"_s, 0}, {u"bytes"_s, 0}}));
}

void RenderCollectTest::aDryRunRemovesNothing()
{
    QVERIFY(age(m_unused, keptMs + hourMs) && age(m_eves, 2 * keptMs) && age(m_young, keptMs - hourMs));
    QVERIFY(age(m_scene, 2 * keptMs) && age(m_texture, 2 * keptMs) && age(m_photo, 2 * keptMs));
    QVERIFY(age(m_told, 2 * keptMs));
    // Who hears that a file is there counts on it.
    const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(m_told.bytes))}}};
    const HttpAnswer told = m_owner.post(u"/api/files/check-hashes"_s, asked);
    QCOMPARE(dataOf(told).value("existing"_L1).toArray().size(), 1);

    const QStringList before = filesBelow(m_kinframe.data() + u"/blobs"_s);
    for (int round = 0; round < 2; ++round) {
        const HttpAnswer dry = m_owner.post(u"/api/files/collect"_s, {{u"dry_run"_s, true}});
        QCOMPARE(dataOf(dry), (QJsonObject{{u"dry_run"_s, true}, {u"files"_s, 2}, {u"bytes"_s, 3'000}}));
    }
    QCOMPARE(filesBelow(m_kinframe.data() + u"/blobs"_s), before);
    const QJsonObject unused = dataOf(m_owner.get(u"/api/files/unused"_s));
    QCOMPARE(unused.value("total"_L1).toInt(), 2);
    // The oldest first.
    QCOMPARE(unused.value("items"_L1)[0]["asset_id"_L1].toInteger(), m_eves.id);
    QCOMPARE(unused.value("items"_L1)[1]["asset_id"_L1].toInteger(), m_unused.id);
    QVERIFY(fetched(m_unused) == m_unused.bytes && fetched(m_eves) == m_eves.bytes);
}

void RenderCollectTest::theRealOneRemovesThose()
{
    const HttpAnswer real = m_owner.post(u"/api/files/collect"_s);
    QVERIFY2(real.status == 200, real.text().constData());
    QCOMPARE(dataOf(real), (QJsonObject{{u"dry_run"_s, false}, {u"files"_s, 2}, {u"bytes"_s, 3'000}}));
    QVERIFY(waitUntil([&] { return !isOnDisk(m_unused) && !isOnDisk(m_eves); }));
    for (const Stored &file : {m_unused, m_eves}) {
        const HttpAnswer none = m_owner.get(u"/api/files/download-url/%1"_s.arg(file.id));
        QVERIFY2(none.status == 404 && codeOf(none) == 2002, none.text().constData());
        const QJsonObject asked{{u"hashes"_s, QJsonArray{QString::fromLatin1(md5Of(file.bytes))}}};
        QCOMPARE(dataOf(m_owner.post(u"/api/files/check-hashes"_s, asked)).value("missing"_L1).toArray().size(), 1);
    }
    const HttpAnswer none = m_owner.post(u"/api/tasks"_s, taskBody(u"projects/anna/old.ma"_s));
    QVERIFY2(none.status == 404 && codeOf(none) == 2002, none.text().constData());
    QCOMPARE(dataOf(m_owner.get(u"/api/files/unused"_s)).value("total"_L1).toInt(-1), 0);
    QCOMPARE(dataOf(m_owner.post(u"/api/files/collect"_s)).value("files"_L1).toInt(-1), 0);
}

void RenderCollectTest::whatIsUsedStays()
{
    for (const Stored &file : {m_young, m_scene, m_texture, m_photo, m_told}) {
        QVERIFY2(isOnDisk(file) && fetched(file) == file.bytes, qPrintable(file.key));
    }
    const QJsonObject files = dataOf(m_owner.get(taskPath(m_task, u"/assets"_s)));
    QCOMPARE(files.value("total_count"_L1).toInt(), 1);
    QCOMPARE(files.value("missing_count"_L1).toInt(-1), 0);
    QCOMPARE(files.value("assets"_L1)[0]["asset_id"_L1].toInteger(), m_texture.id);
    // What went may come again.
    const HttpAnswer again = putFile(m_owner, m_unused.bytes);
    QCOMPARE(again.status, 201);
    QVERIFY(isOnDisk(m_unused));
}

void RenderCollectTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(RenderCollectTest)
#include "tst_render_collect.moc"
