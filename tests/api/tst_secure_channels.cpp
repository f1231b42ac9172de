// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/event_listener.h"
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"

#include <QFile>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

/// One that is asked about photos.
class Listener : public EventListener
{
public:
    using EventListener::EventListener;

    [[nodiscard]] bool hasHeardThat(const QString &type, const QString &id) const
    {
        return hasHeard([&](const QJsonObject &event) {
            return event.value("type"_L1).toString() == type && event.value("id"_L1).toString() == id;
        });
    }
    [[nodiscard]] bool hasHeardOf(const QString &id) const
    {
        return hasHeard(
            [&](const QJsonObject &event) { return QJsonDocument(event).toJson().contains(id.toLatin1()); });
    }
};

} // namespace

/// Encrypted connections and WebSockets of the running program.
class SecureChannelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encryptedServerShowsItsFingerprint();
    void eventsTellOfOnesOwnPhotosOnly();
    void eventsAreNotForStrangers();
};

void SecureChannelsTest::encryptedServerShowsItsFingerprint()
{
    KinframeProcess kinframe;
    QVERIFY2(kinframe.start({u"--tls"_s}), kinframe.log().constData());
    QVERIFY(kinframe.url().startsWith("https://127.0.0.1:"_L1));
    const QString path = kinframe.data() + u"/tls/certificate.pem"_s;
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(path);
    QCOMPARE(certificates.size(), 1);
    const QByteArray digest = certificates.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    QCOMPARE(kinframe.ready().value("fingerprint"_L1).toString(), QString::fromLatin1(digest));
    // That certificate and no other: the check fails where the server shows something else.
    const HttpAnswer answer = kinframe.client().withCertificate(path).get(u"/api/status"_s);
    QVERIFY2(answer.status == 200, answer.text().constData());
    QCOMPARE(kinframe.client().get(u"/api/status"_s).status, 0);
    const QString plain = u"http"_s + kinframe.url().mid(5);
    QVERIFY(HttpClient(plain, kinframe.client().key()).get(u"/api/status"_s).status != 200);
    const CommandRun status = kinframe.command({u"status"_s});
    QVERIFY2(status.exitCode == 0, status.text().constData());
#ifdef Q_OS_UNIX
    QVERIFY(!(QFile::permissions(kinframe.data() + u"/tls/key.pem"_s) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
    QVERIFY2(kinframe.start({u"--tls"_s}), kinframe.log().constData());
    QCOMPARE(kinframe.ready().value("fingerprint"_L1).toString(), QString::fromLatin1(digest));
}

void SecureChannelsTest::eventsTellOfOnesOwnPhotosOnly()
{
    KinframeProcess kinframe({}, Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const HttpClient owner = kinframe.client();
    QCOMPARE(kinframe.command({u"user"_s, u"add"_s, u"Eve"_s}).exitCode, 0);
    const CommandRun key = kinframe.command({u"key"_s, u"create"_s, u"--user"_s, u"Eve"_s});
    QVERIFY2(key.exitCode == 0, key.text().constData());
    const HttpClient eve = owner.withKey(key.output.trimmed());
    Listener ownersEar(kinframe, owner.key());
    Listener evesEar(kinframe, eve.key());
    QVERIFY(ownersEar.isLet() && evesEar.isLet());
    const QString owners = owner.upload(u"a.jpg"_s, madeJpeg(1)).object().value("id"_L1).toString();
    const QString eves = eve.upload(u"b.jpg"_s, madeJpeg(2)).object().value("id"_L1).toString();
    QVERIFY(waitUntil([&] { return ownersEar.hasHeardThat(u"asset.processed"_s, owners); }));
    QVERIFY(waitUntil([&] { return evesEar.hasHeardThat(u"asset.processed"_s, eves); }));
    QVERIFY(ownersEar.hasHeardThat(u"asset.added"_s, owners));
    QVERIFY(evesEar.hasHeardThat(u"asset.added"_s, eves));
    // Each has heard what came last, so what was not for them would have come before it.
    const QString last = owner.upload(u"c.jpg"_s, madeJpeg(3)).object().value("id"_L1).toString();
    const QString evesLast = eve.upload(u"d.jpg"_s, madeJpeg(4)).object().value("id"_L1).toString();
    QVERIFY(waitUntil([&] { return ownersEar.hasHeardThat(u"asset.processed"_s, last); }));
    QVERIFY(waitUntil([&] { return evesEar.hasHeardThat(u"asset.processed"_s, evesLast); }));
    QVERIFY(!ownersEar.hasHeardOf(eves) && !evesEar.hasHeardOf(owners));
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

void SecureChannelsTest::eventsAreNotForStrangers()
{
    KinframeProcess kinframe({}, Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const QByteArray key = kinframe.client().key();
    QVERIFY(Listener(kinframe, key).isLet());
    const HttpClient caller =
        kinframe.anybody().withHeaders({"Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="});
    QCOMPARE(caller.get(u"/api/events"_s).status, 401);
    QCOMPARE(caller.withKey("kk_wrong").get(u"/api/events"_s).status, 401);
    // A page of another site has the browser's cookies, but not our address.
    const HttpClient page = caller.withHeaders({"Cookie: kinframe_token=" + key, "Origin: https://evil.example"});
    QCOMPARE(page.get(u"/api/events"_s).status, 403);
    QCOMPARE(kinframe.client().get(u"/api/events"_s).status, 426);
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

QTEST_GUILESS_MAIN(SecureChannelsTest)
#include "tst_secure_channels.moc"
