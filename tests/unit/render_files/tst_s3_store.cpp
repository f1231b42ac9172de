// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/s3_store.h"
#include "render/files/s3_upload.h"
#include "render/files/store_choice.h"
#include "support/fault_server.h"
#include "support/library_fixture.h"
#include "transfer/file_download.h"

#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace std::chrono_literals;
using test::Answer;

class TestS3Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anObjectIsLookedAt();
    void passingTroubleIsTriedAgain();
    void troubleThatStaysIsTold();
    void whatIsNotThereIsNotFound();
    void aFileIsPut();
    void aLargeFileIsPutInParts();
    void partsAreGivenUpTogether();
    void aLinkNeedsNoHeaders();
    void bothStylesOfAddresses();
    void theChoiceIsKept();
    void aBucketThatIsNotThereIsRefused();

private:
    [[nodiscard]] render::S3Settings settings() const
    {
        render::S3Settings settings;
        settings.endpoint = m_server->url("/").adjusted(QUrl::RemovePath);
        settings.region = u"us-east-1"_s;
        settings.bucket = u"renders"_s;
        settings.accessKey = u"key"_s;
        settings.secret = "secret";
        settings.retry = {2, 1ms, 2ms, 2ms};
        return settings;
    }
    [[nodiscard]] static Answer answer(int status, const QByteArray &body = {})
    {
        Answer made;
        made.status = status;
        made.body = body;
        return made;
    }
    [[nodiscard]] QString fileOf(const QByteArray &bytes) { return m->write(u"part.bin"_s, bytes); }
    [[nodiscard]] static Digests digestsOf(const QByteArray &bytes)
    {
        MultiHash hash;
        hash.add(bytes);
        return hash.finish();
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<test::FaultServer> m_server;
    transfer::HttpClient m_client;
    transfer::FileDownloader m_downloader{m_client};
    std::unique_ptr<render::S3Store> m_store;
};

void TestS3Store::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_server = std::make_unique<test::FaultServer>();
    m_store = std::make_unique<render::S3Store>(m_client, m_downloader, settings());
}

void TestS3Store::anObjectIsLookedAt()
{
    Answer there = answer(200, "bytes");
    there.etag = "\"version\"";
    m_server->serve("/renders/projects/%E7%8B%BC%20a.ma", {there});
    const auto facts = m_store->look(u"projects/狼 a.ma"_s, {});
    QVERIFY2(facts && *facts, facts ? "nothing" : qPrintable(facts.error().forLog()));
    QCOMPARE((*facts)->size, 5);
    QCOMPARE((*facts)->version, u"\"version\""_s);
    const auto asked = m_server->asked("/renders/projects/%E7%8B%BC%20a.ma");
    QCOMPARE(asked.size(), size_t(1));
    QCOMPARE(asked.front().method, QByteArray("HEAD"));
    QVERIFY(asked.front().header("Authorization").startsWith("AWS4-HMAC-SHA256 Credential=key/"));
    QVERIFY(asked.front().header("Authorization").contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date"));
}

void TestS3Store::passingTroubleIsTriedAgain()
{
    m_server->serve("/renders/a", {answer(503), answer(500), answer(200, "bytes")});
    const auto facts = m_store->look(u"a"_s, {});
    QVERIFY(facts && *facts);
    QCOMPARE(m_server->requests("/renders/a"), 3);
}

void TestS3Store::troubleThatStaysIsTold()
{
    m_server->serve("/renders/a", {answer(503)});
    const auto facts = m_store->look(u"a"_s, {});
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::StoreFailed);
    QCOMPARE(facts.error().fact(u"reason"_s), u"it answered 503"_s);
    QCOMPARE(m_server->requests("/renders/a"), 3);
    m_server->serve("/renders/b", {answer(403)});
    QCOMPARE(m_store->look(u"b"_s, {}).error().code, ErrorCode::StoreFailed);
    QCOMPARE(m_server->requests("/renders/b"), 1);
}

void TestS3Store::whatIsNotThereIsNotFound()
{
    m_server->serve("/renders/a", {answer(404)});
    const auto facts = m_store->look(u"a"_s, {});
    QVERIFY(facts && !*facts);
    // Gone between the look and the fetch; the query holds a time.
    const auto fetched = m_store->fetch(u"none"_s, *m->blobs, {});
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().code, ErrorCode::FileNotFound);
    QVERIFY(m_store->remove(u"a"_s, {}));
}

void TestS3Store::aFileIsPut()
{
    const QByteArray bytes(100'000, 'x');
    m_server->serve("/renders/assets/a", {answer(503), answer(200)});
    QVERIFY(m_store->put(u"assets/a"_s, fileOf(bytes), digestsOf(bytes), {}));
    const auto asked = m_server->asked("/renders/assets/a");
    QCOMPARE(asked.size(), size_t(2));
    QCOMPARE(asked.back().method, QByteArray("PUT"));
    QVERIFY(asked.back().body == bytes);
    QCOMPARE(asked.back().header("X-Amz-Content-Sha256"), digestsOf(bytes).sha256.toHex());
    const QByteArray none;
    QVERIFY(m_store->put(u"assets/a"_s, fileOf(none), digestsOf(none), {}));
}

void TestS3Store::aLargeFileIsPutInParts()
{
    constexpr qsizetype part = 16 * 1024 * 1024;
    QByteArray bytes(2 * part + 1000, 'x');
    bytes[part] = 'y';
    const QByteArray object = "/renders/assets/a";
    m_server->serve(object + "?uploads=", {answer(200, "<InitiateMultipartUploadResult><UploadId>id/1</UploadId>"
                                                       "</InitiateMultipartUploadResult>")});
    const QByteArray id = "uploadId=id%2F1";
    for (int number = 1; number <= 3; ++number) {
        Answer stored = answer(200);
        stored.etag = "\"part" + QByteArray::number(number) + '"';
        m_server->serve(object + "?partNumber=" + QByteArray::number(number) + '&' + id, {answer(500), stored});
    }
    m_server->serve(object + '?' + id, {answer(200, "<CompleteMultipartUploadResult><ETag>all</ETag>"
                                                    "</CompleteMultipartUploadResult>")});
    const render::S3Calls calls(m_client, settings());
    const auto put = render::putObject(calls, u"assets/a"_s, fileOf(bytes), digestsOf(bytes), {}, part);
    QVERIFY2(put, put ? "" : qPrintable(put.error().forLog()));
    QByteArray received;
    for (int number = 1; number <= 3; ++number) {
        received += m_server->asked(object + "?partNumber=" + QByteArray::number(number) + '&' + id).back().body;
    }
    QVERIFY(received == bytes);
    const auto completed = m_server->asked(object + '?' + id);
    QCOMPARE(completed.size(), size_t(1));
    QCOMPARE(completed.front().method, QByteArray("POST"));
    QVERIFY(completed.front().body.contains("<PartNumber>3</PartNumber><ETag>\"part3\"</ETag>") ||
            completed.front().body.contains("<PartNumber>3</PartNumber><ETag>&quot;part3&quot;</ETag>"));
}

void TestS3Store::partsAreGivenUpTogether()
{
    const QByteArray bytes(1000, 'x');
    const QByteArray object = "/renders/assets/a";
    m_server->serve(object + "?uploads=", {answer(200, "<R><UploadId>7</UploadId></R>")});
    m_server->serve(object + "?partNumber=1&uploadId=7", {answer(403, "<Error><Code>AccessDenied</Code></Error>")});
    m_server->serve(object + "?uploadId=7", {answer(204)});
    const render::S3Calls calls(m_client, settings());
    const auto put = render::putObject(calls, u"assets/a"_s, fileOf(bytes), digestsOf(bytes), {}, 10);
    QVERIFY(!put);
    QCOMPARE(put.error().fact(u"reason"_s), u"it answered AccessDenied"_s);
    const auto ended = m_server->asked(object + "?uploadId=7");
    QCOMPARE(ended.size(), size_t(1));
    QCOMPARE(ended.front().method, QByteArray("DELETE"));
}

void TestS3Store::aLinkNeedsNoHeaders()
{
    const QUrl link = m_store->link(u"assets/狼"_s, 1h);
    QVERIFY(
        link.toString(QUrl::FullyEncoded).contains(u"/renders/assets/%E7%8B%BC?X-Amz-Algorithm=AWS4-HMAC-SHA256"_s));
    QCOMPARE(QUrlQuery(link).queryItemValue(u"X-Amz-Expires"_s), u"3600"_s);
    QVERIFY(!link.toString().contains(u"secret"_s));
}

void TestS3Store::bothStylesOfAddresses()
{
    render::S3Settings s3 = settings();
    s3.endpoint = QUrl(u"https://s3.eu-central-1.amazonaws.com"_s);
    QVERIFY(render::S3Calls(m_client, s3)
                .link(u"a"_s, 1h)
                .toString()
                .startsWith(u"https://s3.eu-central-1.amazonaws.com/renders/a?"_s));
    s3.isPathStyle = false;
    QVERIFY(render::S3Calls(m_client, s3)
                .link(u"a"_s, 1h)
                .toString()
                .startsWith(u"https://renders.s3.eu-central-1.amazonaws.com/a?"_s));
}

void TestS3Store::theChoiceIsKept()
{
    m_server->serve("/renders", {answer(200)});
    render::Files files(*m->services, render::FilesSetup{m->path(u"objects"_s)});
    const QString secret = m->path(u"objects.key"_s);
    render::StoreChoice choice({files, m_client, m_downloader, secret});
    QVERIFY(choice.apply());
    QVERIFY(!files.store()->isRemote());
    const auto chosen = choice.choose(settings());
    QVERIFY2(chosen, chosen ? "" : qPrintable(chosen.error().forLog()));
    QVERIFY(files.store()->isRemote());
    QCOMPARE(QFile::permissions(secret) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(m->number("SELECT count(*) FROM setting WHERE value LIKE '%secret%'"), 0);
    auto again = settings();
    again.secret.clear();
    again.region = u"eu-central-1"_s;
    QVERIFY(choice.choose(again));
    QCOMPARE((*choice.current())->secret, QByteArray("secret"));
    QCOMPARE((*choice.current())->region, u"eu-central-1"_s);
    QVERIFY(choice.choose(std::nullopt));
    QVERIFY(!files.store()->isRemote());
    QVERIFY(!QFile::exists(secret));
    QVERIFY(!*choice.current());
}

void TestS3Store::aBucketThatIsNotThereIsRefused()
{
    m_server->serve("/renders", {answer(404)});
    render::Files files(*m->services, render::FilesSetup{m->path(u"objects"_s)});
    render::StoreChoice choice({files, m_client, m_downloader, m->path(u"objects.key"_s)});
    const auto refused = choice.choose(settings());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreFailed);
    QVERIFY(!files.store()->isRemote());
    QVERIFY(!*choice.current());
    QVERIFY(!QFile::exists(m->path(u"objects.key"_s)));
}

QTEST_GUILESS_MAIN(TestS3Store)
#include "tst_s3_store.moc"
