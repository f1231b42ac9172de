// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "library/settings.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestPairingOverHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceGetsItsKeyOnce();
    void whatIsWrongIsRefused();
    void theRefusedIsTold();
    void guessersMustWait();
    void fromElsewhereOnlyWhileShared();
};

namespace {

QByteArray asking(const QString &token)
{
    return QJsonDocument(QJsonObject{{u"token"_s, token}, {u"deviceName"_s, u"Phone"_s}}).toJson();
}

QByteArray pathOf(const QJsonObject &asked)
{
    return "/api/pairing/" + asked.value("id"_L1).toString().toLatin1();
}

QByteArray secretOf(const QJsonObject &asked)
{
    return QJsonDocument(QJsonObject{{u"secret"_s, asked.value("secret"_L1)}}).toJson();
}

} // namespace

void TestPairingOverHttp::aDeviceGetsItsKeyOnce()
{
    ApiFixture fixture;
    accounts::Pairings &pairings = fixture.accounts->pairings();
    const http::Reply reply = fixture.post("/api/pairing", asking(pairings.invite(fixture.owner)));
    QCOMPARE(reply.status(), 201);
    const QJsonObject asked = ApiFixture::objectOf(reply);
    QCOMPARE(asked.value("code"_L1).toString().size(), 6);
    QVERIFY(!asked.contains("key"_L1));
    const QByteArray path = pathOf(asked);
    const QByteArray secret = secretOf(asked);
    QCOMPARE(ApiFixture::objectOf(fixture.post(path, secret)).value("state"_L1).toString(), u"waiting"_s);
    QCOMPARE(fixture.accounts->keys(fixture.owner.userId)->size(), 0U);
    const auto devices = pairings.asking(fixture.owner.userId);
    QCOMPARE(devices.size(), 1U);
    QCOMPARE(devices[0].code, asked.value("code"_L1).toString());
    QVERIFY(pairings.confirm(fixture.owner.userId, devices[0].id));
    const QJsonObject told = ApiFixture::objectOf(fixture.post(path, secret));
    QCOMPARE(told.value("state"_L1).toString(), u"confirmed"_s);
    const auto who = fixture.accounts->authenticate({.apiKey = told.value("key"_L1).toString()});
    QVERIFY(who);
    QCOMPARE(who->userId, fixture.owner.userId);
    QCOMPARE(fixture.post(path, secret).status(), 401);
    const auto keys = fixture.accounts->keys(fixture.owner.userId);
    QCOMPARE(keys->size(), 1U);
    QCOMPARE(keys->front().name, u"Phone"_s);
}

void TestPairingOverHttp::whatIsWrongIsRefused()
{
    ApiFixture fixture;
    const QString token = fixture.accounts->pairings().invite(fixture.owner);
    QCOMPARE(fixture.post("/api/pairing", "[]").status(), 400);
    QCOMPARE(fixture.post("/api/pairing", R"({"deviceName":"Phone"})").status(), 400);
    QCOMPARE(fixture.post("/api/pairing", R"({"token":"x","deviceName":5})").status(), 400);
    QCOMPARE(fixture.post("/api/pairing", asking(u"kp_guess"_s)).status(), 401);
    const QJsonObject asked = ApiFixture::objectOf(fixture.post("/api/pairing", asking(token)));
    QCOMPARE(fixture.post("/api/pairing", asking(token)).status(), 401);
    QCOMPARE(fixture.post(pathOf(asked), "{}").status(), 400);
    QCOMPARE(fixture.post(pathOf(asked), R"({"secret":"guess"})").status(), 401);
    QCOMPARE(fixture.post("/api/pairing/one", secretOf(asked)).status(), 400);
    QCOMPARE(fixture.post(pathOf(asked), secretOf(asked)).status(), 200);
}

void TestPairingOverHttp::theRefusedIsTold()
{
    ApiFixture fixture;
    accounts::Pairings &pairings = fixture.accounts->pairings();
    const QJsonObject asked =
        ApiFixture::objectOf(fixture.post("/api/pairing", asking(pairings.invite(fixture.owner))));
    pairings.withdraw(fixture.owner.userId);
    QCOMPARE(fixture.post(pathOf(asked), secretOf(asked)).status(), 403);
    QCOMPARE(fixture.accounts->keys(fixture.owner.userId)->size(), 0U);
}

void TestPairingOverHttp::guessersMustWait()
{
    ApiFixture fixture;
    int status = 401;
    for (int i = 0; i < 10 && status == 401; ++i) {
        status = fixture.post("/api/pairing", asking(u"kp_guess"_s)).status();
    }
    QCOMPARE(status, 429);
}

void TestPairingOverHttp::fromElsewhereOnlyWhileShared()
{
    ApiFixture fixture;
    const QString token = fixture.accounts->pairings().invite(fixture.owner);
    QCOMPARE(fixture.call({"POST", "/api/pairing", asking(token), false}).status(), 403);
    QVERIFY(library::Settings(*fixture.library).set(u"sharing.on"_s, true));
    QCOMPARE(fixture.call({"POST", "/api/pairing", asking(token), false}).status(), 201);
}

QTEST_GUILESS_MAIN(TestPairingOverHttp)
#include "tst_pairing_over_http.moc"
