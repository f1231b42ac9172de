// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files for renders with software of others: an object store behind a check of signatures, and a client of
// tus.
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/npm_packages.h"
#include "api/render_calls.h"
#include "render/files/s3_store.h"
#include "support/library_fixture.h"
#include "transfer/file_download.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::test;

class RenderStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void objectsComeAndGo();
    void aLargeFileGoesInParts();
    void aWrongSecretIsRefused();
    void theProgramPutsItsFilesThere();
    void theClientOfTusGoesOn();
    void cleanupTestCase();

private:
    [[nodiscard]] render::S3Settings settings() const
    {
        render::S3Settings settings;
        settings.endpoint = QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
        settings.region = u"us-east-1"_s;
        settings.bucket = u"renders"_s;
        settings.accessKey = u"S3RVER"_s;
        settings.secret = "S3RVER";
        settings.retry.retries = 0;
        return settings;
    }
    [[nodiscard]] QJsonObject storeBody(const QString &secret) const
    {
        return {{u"kind"_s, u"s3"_s},        {u"endpoint"_s, u"http://127.0.0.1:%1"_s.arg(m_port)},
                {u"bucket"_s, u"renders"_s}, {u"access_key"_s, u"S3RVER"_s},
                {u"secret"_s, secret},       {u"path_style"_s, true}};
    }
    [[nodiscard]] static Digests digestsOf(const QByteArray &bytes)
    {
        MultiHash hash;
        hash.add(bytes);
        return hash.finish();
    }
    /// Puts the bytes, fetches them again and compares.
    void goThereAndBack(const QString &key, const QByteArray &bytes);

    NpmPackages m_packages;
    QTemporaryDir m_objects;
    QProcess m_server;
    int m_port = 0;
    LibraryFixture m_library;
    transfer::HttpClient m_client;
    transfer::FileDownloader m_downloader{m_client};
};

void RenderStoresTest::initTestCase()
{
    m_packages = installPackages(u"npm_stores"_s, QString::fromUtf8(KINFRAME_NPM_FOLDER));
    if (!m_packages.missing.isEmpty()) {
        QSKIP(qPrintable(m_packages.missing));
    }
    QVERIFY2(m_packages.error.isEmpty(), m_packages.error.constData());
    m_server.setWorkingDirectory(m_packages.folder);
    m_server.start(m_packages.node, {u"store.mjs"_s, m_objects.path(), u"renders"_s});
    QByteArray line;
    QVERIFY(waitUntil([&] {
        m_server.waitForReadyRead(100);
        line += m_server.readAllStandardOutput();
        return line.contains('\n') || m_server.state() == QProcess::NotRunning;
    }));
    m_port = QJsonDocument::fromJson(line).object().value("port"_L1).toInt();
    QVERIFY2(m_port > 0, m_server.readAllStandardError().constData());
}

void RenderStoresTest::goThereAndBack(const QString &key, const QByteArray &bytes)
{
    render::S3Store store(m_client, m_downloader, settings());
    const QString path = m_library.write(u"object.bin"_s, bytes);
    const auto put = store.put(key, path, digestsOf(bytes), {});
    QVERIFY2(put, put ? "" : qPrintable(put.error().forLog()));
    const auto facts = store.look(key, {});
    QVERIFY(facts && *facts);
    QCOMPARE((*facts)->size, bytes.size());
    const auto fetched = store.fetch(key, *m_library.blobs, {});
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().forLog()));
    QCOMPARE(fetched->sha256, digestsOf(bytes).sha256);
    QVERIFY(m_library.blobs->verify(fetched->sha256));
    QVERIFY(store.remove(key, {}));
    const auto gone = store.look(key, {});
    QVERIFY(gone && !*gone);
}

void RenderStoresTest::objectsComeAndGo()
{
    goThereAndBack(u"assets/0123456789abcdef0123456789abcdef"_s, madeBytes(300'000, 1));
    goThereAndBack(u"projects/user 1/狼 + (1) & more.ma"_s, madeBytes(10, 2));
}

void RenderStoresTest::aLargeFileGoesInParts()
{
    goThereAndBack(u"assets/large"_s, madeBytes(120'000'000, 3));
}

void RenderStoresTest::aWrongSecretIsRefused()
{
    render::S3Settings wrong = settings();
    wrong.secret = "other";
    const QByteArray bytes = "bytes";
    const auto put = render::S3Store(m_client, m_downloader, wrong)
                         .put(u"a"_s, m_library.write(u"a"_s, bytes), digestsOf(bytes), {});
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::StoreFailed);
    QCOMPARE(put.error().fact(u"reason"_s), u"it answered SignatureDoesNotMatch"_s);
}

void RenderStoresTest::theProgramPutsItsFilesThere()
{
    KinframeProcess program;
    QVERIFY2(program.start(), program.log().constData());
    const HttpClient client = program.client();
    const HttpAnswer refused = client.put(u"/api/files/store"_s, storeBody(u"other"_s));
    QCOMPARE(refused.status, 500);
    QCOMPARE(refused.object().value("code"_L1).toInt(), 5002);
    const HttpAnswer chosen = client.put(u"/api/files/store"_s, storeBody(u"S3RVER"_s));
    QVERIFY2(chosen.status == 200, chosen.text().constData());
    const QJsonObject told = dataOf(client.get(u"/api/files/store"_s));
    QCOMPARE(told.value("bucket"_L1).toString(), u"renders"_s);
    QVERIFY(!told.contains("secret"_L1));
    const QByteArray bytes = madeBytes(200'000, 4);
    const HttpAnswer stored = putFile(client, bytes);
    QCOMPARE(stored.status, 201);
    const int id = dataOf(stored).value("asset_id"_L1).toInt();
    QUrl link;
    QVERIFY(waitUntil([&] {
        const HttpAnswer answer = client.get(u"/api/files/download-url/%1"_s.arg(id));
        link = QUrl(dataOf(answer).value("download_url"_L1).toString());
        return link.port() == m_port;
    }));
    QCOMPARE(link.path(), u"/renders/assets/"_s + QString::fromLatin1(md5Of(bytes)));
    const HttpAnswer got = HttpClient(u"http://127.0.0.1:%1"_s.arg(m_port))
                               .get(link.toString(QUrl::FullyEncoded | QUrl::RemoveAuthority | QUrl::RemoveScheme));
    QCOMPARE(got.status, 200);
    QVERIFY(got.body == bytes);
    // An object that somebody else has put there is fetched when it is asked for.
    const QByteArray scene = "//Maya ASCII 2024 scene\nrequires maya \"2024\";\n";
    render::S3Store store(m_client, m_downloader, settings());
    QVERIFY(store.put(u"projects/狼.ma"_s, m_library.write(u"scene.ma"_s, scene), digestsOf(scene), {}));
    const HttpAnswer analysed =
        client.post(u"/api/scene/analyse"_s, {{u"oss_file_path"_s, u"projects/狼.ma"_s}, {u"unionid"_s, u"anybody"_s}});
    QVERIFY2(analysed.status == 200, analysed.text().constData());
    QCOMPARE(dataOf(analysed).value("scene_file_hash"_L1).toString().toLatin1(), md5Of(scene));
    // A restart finds the store again.
    QVERIFY(program.stop());
    QVERIFY2(program.start(), program.log().constData());
    QCOMPARE(dataOf(program.client().get(u"/api/files/store"_s)).value("kind"_L1).toString(), u"s3"_s);
    QVERIFY(program.stop());
}

void RenderStoresTest::theClientOfTusGoesOn()
{
    KinframeProcess program;
    QVERIFY2(program.start(), program.log().constData());
    const QByteArray bytes = madeBytes(9'500'000, 5);
    const QString path = m_library.write(u"wolf.ma"_s, bytes);
    const ProgramOutput sent =
        runProgram(m_packages.node,
                   {u"tus.mjs"_s, program.url() + u"/api/files/tus"_s, QString::fromLatin1(program.client().key()),
                    path, QString::fromLatin1(md5Of(bytes))},
                   m_packages.folder);
    QVERIFY2(sent.exitCode == 0, sent.error.constData());
    const QJsonObject said = QJsonDocument::fromJson(sent.out).object();
    QVERIFY(said.value("wentOnAt"_L1).toInt() >= bytes.size() / 2);
    QCOMPARE(said.value("X-File-Hash"_L1).toString().toLatin1(), md5Of(bytes));
    const QString link =
        dataOf(program.client().get(u"/api/files/download-url/"_s + said.value("X-Asset-Id"_L1).toString()))
            .value("download_url"_L1)
            .toString();
    QVERIFY(program.anybody().get(link.mid(program.url().size())).body == bytes);
    QVERIFY(program.stop());
}

void RenderStoresTest::cleanupTestCase()
{
    m_server.closeWriteChannel();
    QVERIFY(m_server.state() == QProcess::NotRunning || m_server.waitForFinished());
}

QTEST_GUILESS_MAIN(RenderStoresTest)
#include "tst_render_stores.moc"
