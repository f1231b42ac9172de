// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/image_calls.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/people_state.h"
#include "api/test_data.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Two users of one library, made on the command line: neither ever sees what is the other's.
class TwoUsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameBytesAreTwoPhotos();
    void peopleAreOnesOwn();
    void photosOfTheOtherAreNotThere_data();
    void photosOfTheOtherAreNotThere();
    void peopleOfTheOtherCannotBeChanged();
    void historyIsOnesOwn();
    void whatIsTooMuchIsRefused();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe;
    HttpClient m_owner;
    HttpClient m_eve;
    QString m_ownersPhoto;
    QString m_evesPhoto;
};

void TwoUsersTest::initTestCase()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    const CommandRun key = m_kinframe.keyOfNewUser(u"Eve"_s);
    QVERIFY2(key.exitCode == 0, key.text().constData());
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_eve = m_owner.withKey(key.output.trimmed());
    QCOMPARE(m_eve.get(u"/api/users/me"_s).object().value("name"_L1).toString(), u"Eve"_s);
    const QByteArray both = bytesOf(testPath(u"groups/two_people.jpg"_s));
    m_ownersPhoto = m_owner.upload(u"both.jpg"_s, both).object().value("id"_L1).toString();
    QVERIFY(waitUntilIdle(m_owner));
    const HttpAnswer eves = m_eve.upload(u"both.jpg"_s, both);
    QVERIFY2(eves.status == 201, eves.text().constData());
    // That somebody else has it already is nobody's business.
    QCOMPARE(eves.object().value("duplicate"_L1).toBool(true), false);
    m_evesPhoto = eves.object().value("id"_L1).toString();
    QVERIFY(waitUntilIdle(m_owner));
}

void TwoUsersTest::sameBytesAreTwoPhotos()
{
    QVERIFY(!m_evesPhoto.isEmpty() && m_evesPhoto != m_ownersPhoto);
    QCOMPARE(m_ownersPhoto, ownerAssetId(bytesOf(testPath(u"groups/two_people.jpg"_s))));
    QCOMPARE(facesIn(m_eve, m_evesPhoto).size(), 2);
    QCOMPARE(facesIn(m_owner, m_ownersPhoto).size(), 2);
}

void TwoUsersTest::peopleAreOnesOwn()
{
    const QString owners = personIn(m_owner, m_ownersPhoto);
    const QString eves = personIn(m_eve, m_evesPhoto);
    QVERIFY(owners != eves);
    QCOMPARE(m_owner.put(u"/api/people/"_s + owners, {{u"name"_s, u"Barack"_s}}).status, 200);
    QCOMPARE(personOf(m_eve, eves).value("name"_L1).toString(), QString());
    QCOMPARE(m_eve.get(u"/api/people"_s).object().value("total"_L1).toInt(), 2);
    QCOMPARE(m_owner.get(u"/api/people"_s).object().value("total"_L1).toInt(), 2);
    QCOMPARE(photosOf(m_eve, eves), QStringList{m_evesPhoto});
    QCOMPARE(photosOf(m_owner, owners), QStringList{m_ownersPhoto});
}

void TwoUsersTest::photosOfTheOtherAreNotThere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    for (const char *tail : {"", "/people-photos", "/original", "/thumbnail"}) {
        QTest::addRow("asset%s", tail) << QString(u"/api/asset/%1"_s + QString::fromLatin1(tail)) << 404;
        QTest::addRow("assets%s", tail) << QString(u"/api/assets/%1"_s + QString::fromLatin1(tail)) << 400;
    }
    QTest::newRow("faces") << u"/api/faces?id=%1"_s << 400;
}

void TwoUsersTest::photosOfTheOtherAreNotThere()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    const QString nobodys = u"00000000-0000-8000-8000-000000000000"_s;
    const HttpAnswer owners = m_eve.get(path.arg(m_ownersPhoto));
    QVERIFY2(owners.status == status, owners.text().constData());
    // The owner of everything may not look either, and nothing tells what is another's from what is not there.
    QCOMPARE(m_owner.get(path.arg(m_evesPhoto)).status, status);
    const HttpAnswer none = m_eve.get(path.arg(nobodys));
    QCOMPARE(none.status, status);
    QCOMPARE(owners.message().replace(m_ownersPhoto, nobodys), none.message());
}

void TwoUsersTest::peopleOfTheOtherCannotBeChanged()
{
    const QString owners = personIn(m_owner, m_ownersPhoto);
    const QString eves = personIn(m_eve, m_evesPhoto);
    const QString ownersFace = facesIn(m_owner, m_ownersPhoto).first().value("id"_L1).toString();
    const QJsonObject before = peopleState(m_owner, {m_ownersPhoto});
    const QList<HttpAnswer> answers{
        m_eve.get(u"/api/people/"_s + owners),
        m_eve.put(u"/api/people/"_s + owners, {{u"name"_s, u"Mine"_s}}),
        m_eve.post(u"/api/people/%1/merge"_s.arg(owners), {{u"ids"_s, QJsonArray{eves}}}),
        m_eve.post(u"/api/people/%1/split"_s.arg(owners), {{u"faceIds"_s, QJsonArray{ownersFace}}}),
        m_eve.put(u"/api/faces/"_s + eves, {{u"id"_s, ownersFace}}),
        m_eve.remove(u"/api/faces/"_s + ownersFace),
        m_eve.get(u"/api/people/%1/thumbnail"_s.arg(owners)),
        m_eve.get(u"/api/person/%1/assets"_s.arg(owners)),
    };
    for (const HttpAnswer &answer : answers) {
        QVERIFY2(answer.status == 400 || answer.status == 404, answer.text().constData());
    }
    const HttpAnswer merged = m_eve.post(u"/api/people/%1/merge"_s.arg(eves), {{u"ids"_s, QJsonArray{owners}}});
    QVERIFY2(!merged.array().first().toObject().value("success"_L1).toBool(), merged.text().constData());
    QCOMPARE(peopleState(m_owner, {m_ownersPhoto}), before);
}

void TwoUsersTest::historyIsOnesOwn()
{
    QCOMPARE(m_eve.get(u"/api/history"_s).object().value("items"_L1).toArray().size(), 0);
    const QJsonArray owners = m_owner.get(u"/api/history"_s).object().value("items"_L1).toArray();
    QVERIFY(!owners.isEmpty());
    const QString act = owners.first().toObject().value("id"_L1).toString();
    QCOMPARE(m_eve.post(u"/api/history/%1/undo"_s.arg(act)).status, 404);
}

void TwoUsersTest::whatIsTooMuchIsRefused()
{
    const QByteArray both = bytesOf(testPath(u"groups/two_people.jpg"_s));
    const QJsonObject eve = m_eve.get(u"/api/users/me"_s).object();
    const double used = eve.value("quotaUsageInBytes"_L1).toDouble();
    QVERIFY(used >= double(both.size()));
    const QString user = u"/api/admin/users/"_s + eve.value("id"_L1).toString();
    QCOMPARE(m_eve.put(user, {{u"quotaSizeInBytes"_s, QJsonValue::Null}}).status, 403);
    QCOMPARE(m_owner.put(user, {{u"quotaSizeInBytes"_s, used + 10}}).status, 200);
    // By whichever door.
    const HttpAnswer refused = m_eve.upload(u"more.jpg"_s, both + "more");
    QVERIFY2(refused.status == 400, refused.text().constData());
    QVERIFY2(!refused.message().isEmpty(), refused.text().constData());
    const HttpAnswer image = putImages(m_eve, {{u"more.jpg"_s, both + "more"}});
    QVERIFY2(image.text().contains("quota"), image.text().constData());
    QCOMPARE(m_eve.get(u"/api/users/me"_s).object().value("quotaUsageInBytes"_L1).toDouble(), used);
    // What she has already she may send again.
    QCOMPARE(m_eve.upload(u"both.jpg"_s, both).status, 200);
    QCOMPARE(m_owner.put(user, {{u"quotaSizeInBytes"_s, QJsonValue::Null}}).status, 200);
}

void TwoUsersTest::cleanupTestCase()
{
    if (m_kinframe.isRunning()) {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
}

QTEST_GUILESS_MAIN(TwoUsersTest)
#include "tst_two_users.moc"
