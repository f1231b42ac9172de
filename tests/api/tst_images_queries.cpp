// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/made_files.h"

#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

struct Made
{
    QString letter;
    QJsonObject metadata;
};

const QList<Made> &madeImages()
{
    static const QList<Made> images{
        {u"a"_s,
         {{u"type"_s, u"generated"_s},
          {u"model"_s, u"stable-diffusion-v1-5"_s},
          {u"rating"_s, 4.5},
          {u"tags"_s, QJsonArray{u"landscape"_s, u"high_quality"_s}},
          {u"is_favorite"_s, true},
          {u"is_nsfw"_s, false},
          {u"seed"_s, 1234567890},
          {u"steps"_s, 25},
          {u"cfg_scale"_s, 7.5},
          {u"created_at"_s, u"2024-01-01T00:00:00Z"_s}}},
        {u"b"_s,
         {{u"model"_s, u"SDXL Stable-Diffusion"_s},
          {u"rating"_s, 3},
          {u"tags"_s, QJsonArray{u"landscape"_s, u"nature"_s, u"nsfw"_s}},
          {u"is_nsfw"_s, true},
          {u"task_id"_s, u"uuid-123"_s},
          {u"steps"_s, 30},
          {u"cfg_scale"_s, 6.9},
          {u"created_at"_s, u"2024-01-02T00:00:00+02:00"_s}}},
        {u"c"_s,
         {{u"tags"_s, QJsonArray{u"nature"_s, u"landscape"_s, u"two words & more"_s}},
          {u"note"_s, u"100% 'quoted' Straße + 夏"_s},
          {u"seed"_s, qint64(9007199254740993)},
          {u"created_at"_s, u"2024-01-03T00:00:00Z"_s}}},
        {u"d"_s, {{u"seed"_s, qint64(9007199254740992)}, {u"created_at"_s, u"2024-01-04T00:00:00Z"_s}}},
    };
    return images;
}

} // namespace

/// Queries as clients send them, in both languages and both shapes.
class ImagesQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void aPageSaysWhereItStands();
    void tokensLeadThroughAllPages();
    void onlyWhatIsSelected();
    void whatIsDeletedIsNotFound();
    void aBodyCanBeTheQuery();
    void odataClientsGetTheirShape();
    void odataPagesAreLinked();
    void odataSaysWhatThereIs();
    void theUrlHasALimit();
    void othersImagesAreNotFound();
    void cleanupTestCase();

private:
    /// The letters of the images that an answer lists, in its order.
    QString lettersOf(const QStringList &hashes) const;
    QString find(const QByteArray &query)
    {
        return lettersOf(hashesOf(m_client.get(u"/api/images?"_s + QString::fromUtf8(query))));
    }

    KinframeProcess m_kinframe;
    HttpClient m_client;
    QStringList m_hashes; ///< of a, b, c, …
};

void ImagesQueriesTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    for (qsizetype i = 0; i < madeImages().size(); ++i) {
        m_hashes << putMade(m_client, int(i), madeImages()[i].metadata);
    }
    QVERIFY(!m_hashes.contains(QString()));
}

QString ImagesQueriesTest::lettersOf(const QStringList &hashes) const
{
    QString letters;
    for (const QString &hash : hashes) {
        letters += madeImages().value(m_hashes.indexOf(hash)).letter;
    }
    return letters;
}

void ImagesQueriesTest::finds_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("letters");
    const auto add = [](const char *query, const char *letters) {
        QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(letters);
    };
    add("", "dcba");
    add("$orderby=created_at", "abcd");
    add("%24orderby=rating%20desc", "abdc");
    add("$filter=seed%20eq%201234567890", "a");
    add("$filter=tags/any(t:%20t%20eq%20'landscape')", "cba");
    add("$filter=not+tags/any(t:+t+eq+'nsfw')", "dca");
    add("$filter=task_id%20eq%20'uuid-123'", "b");
    add("$filter=people/any(p:%20p/name%20eq%20'%E5%BC%A0%E4%B8%89')", "");
    add("$filter=width%20ge%20100000", "");
    add("$filter=seed%20eq%209007199254740993", "c");
    add("$filter=contains(note,'100%25%20''quoted''')", "c");
    add("$filter=contains(tolower(note),'stra%C3%9Fe%20%2B')", "c");
    add("$filter=created_at%20lt%202024-01-02T00:00:00+02:00", "a");
    add("$filter=created_at%20le%202024-01-02T00:00:00%2B02:00", "ba");
    add("$filter=rating%20eq%20null", "dc");
    add("$filter=not%20(rating%20gt%203)", "dcb");
    add("$filter=rating%20in%20(3,4.5)&$orderby=rating", "ba");
    add("is_favorite&rating>=4.5&tag_high_quality", "a");
    add("is_favorite&rating%3E=4.5&tag_high_quality", "a");
    add("model~stable-diffusion", "ba");
    add("model~stable-diffusion&width>=100000", "");
    add("tag_landscape&tag_nature&!is_nsfw&take=50", "c");
    add("steps>=20&cfg_scale>=7.0&!tag_nsfw", "a");
    add("!is_nsfw", "dca");
    add("tag_landscape&$filter=rating%20ge%203&$orderby=rating", "ba");
    add("$skip=1&$top=2", "cb");
    add("skip=1&take=2", "cb");
    add("$search=nature", "cb");
}

void ImagesQueriesTest::finds()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, letters);
    const HttpAnswer answer = m_client.get(u"/api/images?"_s + QString::fromUtf8(query));
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(lettersOf(hashesOf(answer)), letters);
}

void ImagesQueriesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("target");
    const auto add = [](const QByteArray &query, const QString &code, const QString &target) {
        QTest::newRow(query.left(60).constData()) << query << code << target;
    };
    add("$filter=rating%20ge%20", u"InvalidFilter"_s, u"$filter"_s);
    add("$filter=(rating%20ge%203", u"InvalidFilter"_s, u"$filter"_s);
    add("$filter=nosuch(rating)", u"InvalidFilter"_s, u"$filter"_s);
    add("$orderby=rating%20down", u"InvalidOrderBy"_s, u"$orderby"_s);
    add("$top=-1", u"InvalidTop"_s, u"$top"_s);
    add("$top=many", u"InvalidTop"_s, u"$top"_s);
    add("$skiptoken=nonsense", u"InvalidSkipToken"_s, u"$skiptoken"_s);
    add("$expand=people", u"UnknownOption"_s, u"$expand"_s);
    add("$orderby=a,b,c,d,e,f", u"QueryTooComplex"_s, u"$orderby"_s);
}

void ImagesQueriesTest::refuses()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, code);
    QFETCH(QString, target);
    const HttpAnswer answer = m_client.get(u"/api/images?"_s + QString::fromUtf8(query));
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(errorOf(answer).value("code"_L1).toString(), code);
    QCOMPARE(errorOf(answer).value("target"_L1).toString(), target);
    QVERIFY(!errorOf(answer).value("message"_L1).toString().isEmpty());
    if (code == "InvalidFilter"_L1) {
        QVERIFY2(errorOf(answer).value("position"_L1).isDouble(), answer.text().constData());
    }
}

void ImagesQueriesTest::aPageSaysWhereItStands()
{
    const auto paginationOf = [&](const QString &query) {
        return m_client.get(u"/api/images?"_s + query).object().value("pagination"_L1).toObject();
    };
    const QJsonObject first = paginationOf(u"$top=3"_s);
    QCOMPARE(first.value("total"_L1).toInt(), 4);
    QCOMPARE(first.value("skip"_L1).toInt(-1), 0);
    QCOMPARE(first.value("take"_L1).toInt(), 3);
    QCOMPARE(first.value("has_more"_L1), QJsonValue(true));
    QVERIFY(first.value("next"_L1).isString());
    const QJsonObject last = paginationOf(u"$top=3&$skip=3"_s);
    QCOMPARE(last.value("has_more"_L1), QJsonValue(false));
    QVERIFY(last.value("next"_L1).isNull());
    QCOMPARE(paginationOf(u"$top=1000"_s).value("take"_L1).toInt(), 200);
    QCOMPARE(paginationOf(QString()).value("take"_L1).toInt(), 50);
    QVERIFY(paginationOf(u"$count=false"_s).value("total"_L1).isNull());
    const QJsonObject none = m_client.get(u"/api/images?$top=0"_s).object();
    QCOMPARE(none.value("images"_L1).toArray().size(), 0);
    QCOMPARE(none.value("pagination"_L1).toObject().value("total"_L1).toInt(), 4);
}

void ImagesQueriesTest::tokensLeadThroughAllPages()
{
    for (const QString &order : {u""_s, u"&$orderby=rating"_s, u"&$orderby=rating%20desc,seed"_s}) {
        const QString all = lettersOf(hashesOf(m_client.get(u"/api/images?"_s + order)));
        QString letters;
        QString token;
        do {
            const HttpAnswer page = m_client.get(u"/api/images?$top=1"_s + order + token);
            QVERIFY2(page.status == 200, page.text().constData());
            letters += lettersOf(hashesOf(page));
            const QString next = page.object().value("pagination"_L1).toObject().value("next"_L1).toString();
            token = next.isEmpty() ? QString() : u"&$skiptoken="_s + QString::fromLatin1(QUrl::toPercentEncoding(next));
        } while (!token.isEmpty() && letters.size() < 10);
        QCOMPARE(letters, all);
    }
}

void ImagesQueriesTest::onlyWhatIsSelected()
{
    const QJsonArray images = m_client.get(u"/api/images?$select=rating,tag_landscape,nothing,people&is_favorite"_s)
                                  .object()
                                  .value("images"_L1)
                                  .toArray();
    QCOMPARE(images.size(), 1);
    const QJsonObject metadata = images[0]["metadata"_L1].toObject();
    QCOMPARE(keysOf(metadata), (QStringList{u"people"_s, u"rating"_s, u"tag_landscape"_s}));
    QCOMPARE(images[0]["hash"_L1].toString(), m_hashes[0]);
}

void ImagesQueriesTest::whatIsDeletedIsNotFound()
{
    const QString hash = putMade(m_client, 50, {{u"temporary"_s, true}});
    QCOMPARE(hashesOf(m_client.get(u"/api/images?temporary"_s)), QStringList{hash});
    QCOMPARE(m_client.remove(imagePath(hash)).status, 200);
    const HttpAnswer after = m_client.get(u"/api/images?temporary"_s);
    QCOMPARE(hashesOf(after), QStringList());
    QCOMPARE(after.object().value("pagination"_L1).toObject().value("total"_L1).toInt(-1), 0);
    const HttpAnswer trash = m_client.get(u"/api/images?$filter=is_trashed%20eq%20true"_s);
    QCOMPARE(hashesOf(trash), QStringList{hash});
    QCOMPARE(m_client.remove(imagePath(hash, u"?force=true"_s)).status, 200);
    QCOMPARE(hashesOf(m_client.get(u"/api/images?$filter=is_trashed%20eq%20true"_s)), QStringList());
}

void ImagesQueriesTest::aBodyCanBeTheQuery()
{
    QByteArray body = "$filter=task_id eq 'uuid-123' or seed in (";
    for (int i = 0; i < 900; ++i) {
        body += QByteArray::number(5'000'000'000 + i) + ',';
    }
    body += "1234567890)&$orderby=created_at\n";
    const HttpAnswer answer = m_client.send("POST", u"/api/images/$query"_s, body, "text/plain");
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(lettersOf(hashesOf(answer)), u"ab"_s);
    const HttpAnswer tooLarge =
        m_client.send("POST", u"/api/images/$query"_s, QByteArray(1024 * 1024 + 1, 'a'), "text/plain");
    QCOMPARE(tooLarge.status, 413);
    const HttpAnswer odata = m_client.send("POST", u"/api/odata/images/$query"_s, "$top=1", "text/plain");
    QCOMPARE(odata.object().value("value"_L1).toArray().size(), 1);
    QVERIFY(!odata.object().value("@odata.nextLink"_L1).toString().contains(u"$query"_s));
}

void ImagesQueriesTest::odataClientsGetTheirShape()
{
    const QString query = u"?$filter=is_favorite&$count=true"_s;
    const QList<HttpAnswer> answers{
        m_client.get(u"/api/odata/images"_s + query),
        m_client.withHeaders({"OData-Version: 4.0"}).get(u"/api/images"_s + query),
        m_client.withHeaders({"Accept: application/json;odata.metadata=minimal"}).get(u"/api/images"_s + query)};
    for (const HttpAnswer &answer : answers) {
        QVERIFY2(answer.status == 200, answer.text().constData());
        QVERIFY(answer.headers.value("odata-version").startsWith("4.0"));
        QCOMPARE(answer.object().value("@odata.context"_L1).toString(),
                 QString(m_kinframe.url() + u"/api/odata/$metadata#images"_s));
        QCOMPARE(answer.object().value("@odata.count"_L1).toInt(), 1);
        const QJsonObject row = answer.object().value("value"_L1).toArray().first().toObject();
        QCOMPARE(row.value("hash"_L1).toString(), m_hashes[0]);
        QCOMPARE(row.value("rating"_L1).toDouble(), 4.5);
        QVERIFY(!answer.object().contains(u"images"_s));
    }
    QVERIFY(m_client.withHeaders({"Accept: application/json"}).get(u"/api/images"_s).object().contains(u"images"_s));
    const HttpAnswer wrong = m_client.get(u"/api/odata/images?$filter=1%20plus%201"_s);
    QCOMPARE(wrong.status, 400);
    QCOMPARE(errorOf(wrong).value("code"_L1).toString(), u"InvalidFilter"_s);
}

void ImagesQueriesTest::odataPagesAreLinked()
{
    QString letters;
    QString path = u"/api/odata/images?$top=3&%24skip=0&$orderby=created_at+desc"_s;
    while (!path.isEmpty()) {
        const QJsonObject page = m_client.get(path).object();
        for (const auto &row : page.value("value"_L1).toArray()) {
            letters += lettersOf({row["hash"_L1].toString()});
        }
        const QString next = page.value("@odata.nextLink"_L1).toString();
        QVERIFY(next.isEmpty() || next.startsWith(m_kinframe.url() + u"/api/odata/images?"_s));
        path = next.mid(m_kinframe.url().size());
        QVERIFY(letters.size() <= 4);
    }
    QCOMPARE(letters, u"dcba"_s);
}

void ImagesQueriesTest::odataSaysWhatThereIs()
{
    const HttpAnswer model = m_client.get(u"/api/odata/$metadata"_s);
    QVERIFY2(model.status == 200, model.text().constData());
    QVERIFY(model.headers.value("content-type").startsWith("application/xml"));
    QVERIFY(model.body.contains("<EntitySet Name=\"images\""));
    const QJsonObject service = m_client.get(u"/api/odata/"_s).object();
    QCOMPARE(service.value("value"_L1).toArray().first().toObject().value("url"_L1).toString(), u"images"_s);
}

void ImagesQueriesTest::theUrlHasALimit()
{
    const QString note(15'000, u'a');
    QCOMPARE(m_client.get(u"/api/images?note="_s + note).status, 200);
    QCOMPARE(m_client.get(u"/api/images?note="_s + note + note).status, 414);
}

void ImagesQueriesTest::othersImagesAreNotFound()
{
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    const HttpClient eve = m_client.withKey(key.output.trimmed());
    const QJsonObject page = eve.get(u"/api/images"_s).object();
    QCOMPARE(page.value("images"_L1).toArray().size(), 0);
    QCOMPARE(page.value("pagination"_L1).toObject().value("total"_L1).toInt(-1), 0);
    QCOMPARE(m_kinframe.anybody().get(u"/api/images"_s).status, 401);
}

void ImagesQueriesTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(ImagesQueriesTest)
#include "tst_images_queries.moc"
