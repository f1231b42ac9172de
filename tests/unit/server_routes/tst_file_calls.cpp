// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What tests of the program cannot bring about: links that are too old, files that nobody has used for long.
class FileCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ApiFixture>(); }
    void aLinkEnds();
    void aLinkOutlivesNothingItNames();
    void unusedFilesAreListedAndGo();
    void storesAreCheckedBeforeTheyAreSet_data();
    void storesAreCheckedBeforeTheyAreSet();

private:
    render::StoredFile add(const QByteArray &bytes)
    {
        QFile temporary(m->blobs->temporaryPath());
        if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(temporary.fileName()));
        }
        temporary.close();
        MultiHash hash;
        hash.add(bytes);
        return m->renderFiles->addSpooled(m->owner.userId, temporary.fileName(), hash.finish(), {}).value().file;
    }
    [[nodiscard]] int statusOf(qint64 id, qint64 expiresAt)
    {
        const QString path = u"/api/files/%1/content"_s.arg(id);
        const QString signature = m->accounts->signLink(path, m->owner.userId, expiresAt);
        return m->get(u"%1?expires=%2&signature=%3"_s.arg(path).arg(expiresAt / 1000).arg(signature).toLatin1())
            .status();
    }
    static QJsonObject dataOf(const http::Reply &reply)
    {
        return ApiFixture::objectOf(reply).value("data"_L1).toObject();
    }

    std::unique_ptr<ApiFixture> m;
};

void FileCallsTest::aLinkEnds()
{
    const qint64 id = add("one").id;
    const qint64 now = wallMs() / 1000 * 1000;
    QCOMPARE(statusOf(id, now + 3'600'000), 200);
    QCOMPARE(statusOf(id, now - 1000), 401);
}

void FileCallsTest::aLinkOutlivesNothingItNames()
{
    const render::StoredFile file = add("one");
    const qint64 later = wallMs() / 1000 * 1000 + 3'600'000;
    QVERIFY(m->blobs->remove(file.sha256));
    QCOMPARE(statusOf(file.id, later), 404);
    QCOMPARE(m->get("/api/files/download-url/" + QByteArray::number(file.id)).status(), 404);
    QCOMPARE(statusOf(file.id + 1, later), 404);
}

void FileCallsTest::unusedFilesAreListedAndGo()
{
    const render::StoredFile old = add("old");
    add("new");
    QVERIFY(m->database->write([&](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE render_file SET used_at = 0 WHERE id = ?1", old.id);
        return {};
    }));
    const QJsonObject page = dataOf(m->get("/api/files/unused?fields=asset_id,used_at"));
    QCOMPARE(page["total"_L1].toInt(), 1);
    const QJsonObject expected{{u"asset_id"_s, old.id}, {u"used_at"_s, u"1970-01-01T00:00:00Z"_s}};
    QCOMPARE(page["items"_L1].toArray(), QJsonArray{expected});
    QCOMPARE(dataOf(m->post("/api/files/collect", R"({"dry_run": true})"))["bytes"_L1].toInt(), 3);
    QCOMPARE(m->post("/api/files/collect", R"({"dry_run": 1})").status(), 400);
    QCOMPARE(dataOf(m->post("/api/files/collect"))["files"_L1].toInt(), 1);
    QVERIFY(!m->blobs->has(old.sha256));
    QCOMPARE(dataOf(m->get("/api/files/unused"))["total"_L1].toInt(-1), 0);
}

void FileCallsTest::storesAreCheckedBeforeTheyAreSet_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("fields");
    const QByteArray good = R"("endpoint": "http://127.0.0.1:9", "bucket": "renders", "access_key": "a")";
    const auto row = [](const char *name, const QByteArray &body, const QStringList &fields) {
        QTest::newRow(name) << QByteArray("{" + body + "}") << fields;
    };
    row("no kind", good, {u"kind"_s});
    row("another kind", R"("kind": "ftp")", {u"kind"_s});
    row("nothing but the kind", R"("kind": "s3")", {u"endpoint"_s, u"bucket"_s, u"access_key"_s});
    row("no web address", R"("kind": "s3", "endpoint": "ftp://a", "bucket": "renders", "access_key": "a")",
        {u"endpoint"_s});
    row("an address with a path", R"("kind": "s3", "endpoint": "http://a/b", "bucket": "renders", "access_key": "a")",
        {u"endpoint"_s});
    row("an address with a password",
        R"("kind": "s3", "endpoint": "http://u:p@a", "bucket": "renders", "access_key": "a")", {u"endpoint"_s});
    row("a bucket in capitals", R"("kind": "s3", "endpoint": "http://a", "bucket": "Renders", "access_key": "a")",
        {u"bucket"_s});
    row("a bucket with a slash", R"("kind": "s3", "endpoint": "http://a", "bucket": "a/b", "access_key": "a")",
        {u"bucket"_s});
    row("a secret of two lines", R"("kind": "s3", "secret": "a\nb", )" + good, {u"secret"_s});
    row("a style in words", R"("kind": "s3", "path_style": "yes", )" + good, {u"path_style"_s});
}

void FileCallsTest::storesAreCheckedBeforeTheyAreSet()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, fields);
    const http::Reply reply = m->call({"PUT", "/api/files/store", body});
    QCOMPARE(reply.status(), 400);
    QStringList wrong;
    for (const QJsonValue error : ApiFixture::objectOf(reply)["errors"_L1].toArray()) {
        wrong << error["field"_L1].toString();
    }
    QCOMPARE(wrong, fields);
    QCOMPARE(dataOf(m->get("/api/files/store")), (QJsonObject{{u"kind"_s, u"local"_s}}));
}

QTEST_GUILESS_MAIN(FileCallsTest)
#include "tst_file_calls.moc"
