// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/test_data.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// The four steps from a photo to everyone in it, as a program of somebody else takes them.
class PeopleFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploadAnswersAtOnce();
    void knownBytesAreADuplicate();
    void facesAreNullUntilTheyAreKnown();
    void photoNamesItsPeople();
    void personHasTheirPhotos();
    void personsPhotosArePaged();
    void boundsAreSaid_data();
    void boundsAreSaid();
    void unknownIdsAreNotFound_data();
    void unknownIdsAreNotFound();
    void manyAtOnceAnswerInTheirOrder();
    void manyKnownOnesAreNoNews();
    void formWithoutAFileIsRefused();
    void everythingInOneCall();
    void nobodyIsSaidInTheAskersLanguage();
    void unreadablePhotoEndsAsFailed();
    void cleanupTestCase();

private:
    QString upload(const QString &file);

    KinframeProcess m_kinframe;
    HttpClient m_client;
    QString m_together;
};

void PeopleFlowTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    for (const QString &name : {u"obama.jpg"_s, u"obama1.jpg"_s, u"obama2.jpg"_s}) {
        QVERIFY(!upload(u"photos/Barack_Obama/"_s + name).isEmpty());
    }
    QVERIFY(!upload(u"photos/Joe_Biden/biden.jpg"_s).isEmpty());
    m_together = upload(u"groups/two_people.jpg"_s);
    QVERIFY(!m_together.isEmpty());
    QVERIFY(!waitForPhoto(m_client, m_together).isEmpty());
    QVERIFY2(waitUntilIdle(m_client), m_kinframe.log().constData());
}

QString PeopleFlowTest::upload(const QString &file)
{
    const HttpAnswer answer = m_client.upload(file.section(u'/', -1), bytesOf(testPath(file)));
    if (answer.status != 201) {
        qWarning("%s", answer.text().constData());
    }
    return answer.object().value("id"_L1).toString();
}

void PeopleFlowTest::uploadAnswersAtOnce()
{
    const QByteArray bytes = bytesOf(testPath(u"photos/Kofi_Annan/Kofi_Annan_0001.jpg"_s));
    const HttpAnswer answer = m_client.upload(u"kofi.jpg"_s, bytes);
    QVERIFY2(answer.status == 201, answer.text().constData());
    const QJsonObject expected{{u"id"_s, ownerAssetId(bytes)}, {u"duplicate"_s, false}, {u"status"_s, u"SUCCESS"_s}};
    QCOMPARE(answer.object(), expected);
}

void PeopleFlowTest::knownBytesAreADuplicate()
{
    const QByteArray bytes = bytesOf(testPath(u"groups/two_people.jpg"_s));
    const HttpAnswer answer = m_client.upload(u"another name.jpg"_s, bytes);
    QVERIFY2(answer.status == 200, answer.text().constData());
    const QJsonObject expected{{u"id"_s, m_together}, {u"duplicate"_s, true}, {u"status"_s, u"DUPLICATE"_s}};
    QCOMPARE(answer.object(), expected);
}

void PeopleFlowTest::facesAreNullUntilTheyAreKnown()
{
    // Without models they are never known, so nothing here depends on who is faster.
    KinframeProcess without({}, Models::None);
    QVERIFY2(without.start(), without.log().constData());
    const HttpAnswer added = without.client().upload(u"a.jpg"_s, bytesOf(testPath(u"groups/two_people.jpg"_s)));
    QVERIFY2(added.status == 201, added.text().constData());
    const HttpAnswer photo = without.client().get(u"/api/asset/"_s + added.object().value("id"_L1).toString());
    QCOMPARE(photo.status, 200);
    QCOMPARE(photo.object().value("id"_L1), added.object().value("id"_L1));
    QVERIFY2(photo.object().value("faces"_L1).isNull(), photo.text().constData());
    QCOMPARE(photo.object().value("people"_L1), QJsonValue(QJsonArray()));
    QVERIFY2(without.stop(), without.log().constData());
}

void PeopleFlowTest::photoNamesItsPeople()
{
    const HttpAnswer answer = m_client.get(u"/api/asset/"_s + m_together);
    QCOMPARE(answer.status, 200);
    const QJsonObject photo = answer.object();
    QCOMPARE(photo.value("id"_L1).toString(), m_together);
    const QJsonArray faces = photo.value("faces"_L1).toArray();
    const QJsonArray people = photo.value("people"_L1).toArray();
    QCOMPARE(faces.size(), 2);
    QCOMPARE(people.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const QJsonObject face = faces[i].toObject();
        const QJsonObject person = people[i].toObject();
        QVERIFY(!face.value("id"_L1).toString().isEmpty());
        QCOMPARE(face.value("personId"_L1), person.value("id"_L1));
        QCOMPARE(face.value("imageWidth"_L1), photo.value("width"_L1));
        QCOMPARE(face.value("imageHeight"_L1), photo.value("height"_L1));
        QVERIFY(face.value("boundingBoxX1"_L1).toInt() < face.value("boundingBoxX2"_L1).toInt());
        QVERIFY(face.value("boundingBoxY1"_L1).toInt() < face.value("boundingBoxY2"_L1).toInt());
        QVERIFY(face.value("boundingBoxX2"_L1).toInt() <= photo.value("width"_L1).toInt());
        QVERIFY(face.value("score"_L1).toDouble() > 0.5);
        QCOMPARE(person.value("name"_L1), QJsonValue(QString()));
        const HttpAnswer picture = m_client.get(person.value("thumbnailPath"_L1).toString());
        QVERIFY2(picture.status == 200, picture.text().constData());
        QVERIFY(picture.headers.value("content-type").startsWith("image/"));
    }
    QVERIFY(people[0].toObject().value("id"_L1) != people[1].toObject().value("id"_L1));
}

void PeopleFlowTest::personHasTheirPhotos()
{
    // Barack Obama stands on the left.
    const QJsonArray people = m_client.get(u"/api/asset/"_s + m_together).object().value("people"_L1).toArray();
    const QString obama = people[0].toObject().value("id"_L1).toString();
    const HttpAnswer answer = m_client.get(u"/api/person/%1/assets"_s.arg(obama));
    QCOMPARE(answer.status, 200);
    QCOMPARE(keysOf(answer.object()), QStringList({u"items"_s, u"page"_s, u"size"_s, u"total"_s}));
    QCOMPARE(answer.object().value("page"_L1).toInt(), 1);
    QCOMPARE(answer.object().value("size"_L1).toInt(), 10);
    QCOMPARE(answer.object().value("total"_L1).toInt(), 4);
    const QJsonArray items = answer.object().value("items"_L1).toArray();
    QCOMPARE(items.size(), 4);
    QStringList ids;
    for (const QJsonValue item : items) {
        QCOMPARE(keysOf(item.toObject()), QStringList({u"id"_s, u"originalPath"_s, u"thumbnailPath"_s}));
        ids << item.toObject().value("id"_L1).toString();
        QCOMPARE(m_client.get(item.toObject().value("originalPath"_L1).toString()).status, 200);
        QCOMPARE(m_client.get(item.toObject().value("thumbnailPath"_L1).toString()).status, 200);
    }
    QVERIFY(ids.contains(m_together));
    QCOMPARE(ids.removeDuplicates(), 0);
}

void PeopleFlowTest::personsPhotosArePaged()
{
    const QJsonArray people = m_client.get(u"/api/asset/"_s + m_together).object().value("people"_L1).toArray();
    const QString path = u"/api/person/%1/assets"_s.arg(people[0].toObject().value("id"_L1).toString());
    const QJsonArray all = m_client.get(path).object().value("items"_L1).toArray();
    QJsonArray paged;
    for (int page = 1; page <= 3; ++page) {
        const QJsonObject part = m_client.get(path + u"/?page=%1&size=2"_s.arg(page)).object();
        QCOMPARE(part.value("total"_L1).toInt(), 4);
        QCOMPARE(part.value("page"_L1).toInt(), page);
        QCOMPARE(part.value("size"_L1).toInt(), 2);
        QCOMPARE(part.value("items"_L1).toArray().size(), page < 3 ? 2 : 0);
        for (const QJsonValue item : part.value("items"_L1).toArray()) {
            paged.append(item);
        }
    }
    QCOMPARE(paged, all);
    QCOMPARE(m_client.get(path + u"?size=1000"_s).status, 200);
}

void PeopleFlowTest::boundsAreSaid_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    for (const char *query : {"size=0", "size=1001", "size=-1", "size=ten", "size=", "size=1.5"}) {
        QTest::newRow(query) << QString::fromLatin1(query) << u"size"_s;
    }
    for (const char *query : {"page=0", "page=-3", "page=x", "page=99999999999999999999"}) {
        QTest::newRow(query) << QString::fromLatin1(query) << u"page"_s;
    }
}

void PeopleFlowTest::boundsAreSaid()
{
    QFETCH(QString, query);
    QFETCH(QString, field);
    const QJsonArray people = m_client.get(u"/api/asset/"_s + m_together).object().value("people"_L1).toArray();
    const QString id = people[0].toObject().value("id"_L1).toString();
    const HttpAnswer answer = m_client.get(u"/api/person/%1/assets?%2"_s.arg(id, query));
    QVERIFY2(answer.status == 400, answer.text().constData());
    QCOMPARE(keysOf(answer.object()), QStringList({u"correlationId"_s, u"error"_s, u"message"_s, u"statusCode"_s}));
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), 400);
    QCOMPARE(answer.object().value("error"_L1).toString(), u"Bad Request"_s);
    QVERIFY2(answer.message().contains(field), answer.text().constData());
    QVERIFY(!answer.object().value("correlationId"_L1).toString().isEmpty());
}

void PeopleFlowTest::unknownIdsAreNotFound_data()
{
    QTest::addColumn<QString>("path");
    const QString nobody = u"00000000-0000-8000-8000-000000000000"_s;
    for (const QString &id : {nobody, u"no-uuid"_s}) {
        for (const QString &path : {u"/api/asset/%1"_s, u"/api/asset/%1/people-photos"_s, u"/api/person/%1/assets"_s,
                                    u"/api/asset/%1/original"_s, u"/api/asset/%1/thumbnail"_s}) {
            QTest::addRow("%s", qPrintable(path.arg(id))) << path.arg(id);
        }
    }
}

void PeopleFlowTest::unknownIdsAreNotFound()
{
    QFETCH(QString, path);
    const HttpAnswer answer = m_client.get(path);
    QVERIFY2(answer.status == 404, answer.text().constData());
    QCOMPARE(answer.object().value("statusCode"_L1).toInt(), 404);
    QVERIFY(!answer.message().isEmpty());
}

void PeopleFlowTest::manyAtOnceAnswerInTheirOrder()
{
    const QByteArray first = bytesOf(testPath(u"photos/Halle_Berry/Halle_Berry_0001.jpg"_s));
    const QByteArray known = bytesOf(testPath(u"groups/two_people.jpg"_s));
    const HttpAnswer answer =
        m_client.upload({{u"first.jpg"_s, first}, {u"text.jpg"_s, "This is no picture."}, {u"known.jpg"_s, known}});
    QVERIFY2(answer.status == 201, answer.text().constData());
    const QJsonArray all = answer.array();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].toObject(),
             QJsonObject({{u"id"_s, ownerAssetId(first)}, {u"duplicate"_s, false}, {u"status"_s, u"SUCCESS"_s}}));
    QCOMPARE(keysOf(all[1].toObject()), QStringList({u"error"_s, u"status"_s}));
    QCOMPARE(all[1].toObject().value("status"_L1).toString(), u"FAILED"_s);
    QVERIFY(all[1].toObject().value("error"_L1).toString().contains("text.jpg"_L1));
    QCOMPARE(all[2].toObject(),
             QJsonObject({{u"id"_s, m_together}, {u"duplicate"_s, true}, {u"status"_s, u"DUPLICATE"_s}}));
}

void PeopleFlowTest::manyKnownOnesAreNoNews()
{
    const QByteArray known = bytesOf(testPath(u"groups/two_people.jpg"_s));
    const HttpAnswer answer = m_client.upload({{u"a.jpg"_s, known}, {u"b.jpg"_s, known}});
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(answer.array().size(), 2);
}

void PeopleFlowTest::formWithoutAFileIsRefused()
{
    const HttpAnswer wrongField = m_client.upload({{u"a.jpg"_s, "bytes", "picture"}});
    QVERIFY2(wrongField.status == 400, wrongField.text().constData());
    QVERIFY(wrongField.message().contains("assetData"_L1));
    const HttpAnswer noForm = m_client.send("POST", u"/api/asset/upload"_s, "{}", "application/json");
    QVERIFY2(noForm.status == 415, noForm.text().constData());
}

void PeopleFlowTest::everythingInOneCall()
{
    const HttpAnswer answer = m_client.get(u"/api/asset/%1/people-photos?size=2"_s.arg(m_together));
    QCOMPARE(answer.status, 200);
    QCOMPARE(keysOf(answer.object()), QStringList({u"asset_id"_s, u"people"_s}));
    QCOMPARE(answer.object().value("asset_id"_L1).toString(), m_together);
    const QJsonArray people = answer.object().value("people"_L1).toArray();
    QCOMPARE(people.size(), 2);
    for (const QJsonValue value : people) {
        const QJsonObject person = value.toObject();
        QCOMPARE(keysOf(person), QStringList({u"person_id"_s, u"person_name"_s, u"photos"_s}));
        const QString path = u"/api/person/%1/assets?size=2"_s.arg(person.value("person_id"_L1).toString());
        QCOMPARE(person.value("photos"_L1), m_client.get(path).object().value("items"_L1));
    }
}

void PeopleFlowTest::nobodyIsSaidInTheAskersLanguage()
{
    const QString id = upload(u"noface/wood_anemones.jpg"_s);
    const QJsonObject photo = waitForPhoto(m_client, id);
    QCOMPARE(photo.value("faces"_L1), QJsonValue(QJsonArray()));
    QCOMPARE(photo.value("people"_L1), QJsonValue(QJsonArray()));
    const QString path = u"/api/asset/%1/people-photos"_s.arg(id);
    QJsonObject expected{{u"asset_id"_s, id}, {u"people"_s, QJsonArray()}, {u"message"_s, u"未检测到人物"_s}};
    QCOMPARE(m_client.get(path).object(), expected);
    QCOMPARE(m_client.withHeaders({"Accept-Language: zh-CN,en;q=0.5"}).get(path).object(), expected);
    expected.insert(u"message"_s, u"No people detected"_s);
    QCOMPARE(m_client.withHeaders({"Accept-Language: en-GB,en;q=0.9,zh;q=0.1"}).get(path).object(), expected);
}

void PeopleFlowTest::unreadablePhotoEndsAsFailed()
{
    const QByteArray half = bytesOf(testPath(u"groups/wedding.jpg"_s)).first(20'000);
    const HttpAnswer added = m_client.upload(u"half.jpg"_s, half);
    QVERIFY2(added.status == 201, added.text().constData());
    const QString id = added.object().value("id"_L1).toString();
    const HttpClient english = m_client.withHeaders({"Accept-Language: en"});
    const QJsonObject photo = waitForPhoto(english, id);
    QCOMPARE(photo.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(photo.value("faces"_L1), QJsonValue(QJsonArray()));
    QVERIFY(photo.value("error"_L1).toString().contains("half.jpg"_L1));
    // What comes behind it is not held up.
    QVERIFY(!waitForPhoto(m_client, upload(u"groups/portrait.jpg"_s)).isEmpty());
}

void PeopleFlowTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(PeopleFlowTest)
#include "tst_people_flow.moc"
