// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What clients ask about users and keep for them.
class AccountCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCOMPARE(m->problems, QStringList()); }
    void usersKnowOfEachOther();
    void preferencesAreKept();
    void preferencesOfOthersAreForAdmins();
    void wrongPreferencesAreRefused();
    void sessionsAreListedTheSameForAll();
    void photosOfOthersAreCountedForAdmins();

private:
    void actAsAnna() { m->api.owner = m_anna; }

    std::unique_ptr<ImmichCalls> m;
    accounts::Principal m_anna;
};

void AccountCallsTest::init()
{
    m = std::make_unique<ImmichCalls>();
    QVERIFY(m->api.accounts->createUser({u"Anna"_s, u"anna@example.org"_s, u"long enough"_s}));
    const auto login = m->api.accounts->login({.email = u"anna@example.org"_s, .password = u"long enough"_s});
    QVERIFY(login);
    m_anna = *m->api.accounts->authenticate({.bearer = login->token});
}

void AccountCallsTest::usersKnowOfEachOther()
{
    const QUuid owner = m->api.owner.uuid;
    actAsAnna();
    const QJsonArray users = m->list("GET", "/api/users", {}, u"UserResponseDto"_s);
    QCOMPARE(users.size(), 2);
    QCOMPARE(users.last()["name"_L1].toString(), u"Anna"_s);
    // Whether somebody is an admin and what they keep is their own.
    QCOMPARE(users.first().toObject().size(), 6);
    const QJsonObject one = m->object("GET", ImmichCalls::path("/api/users/", toText(owner)), {}, u"UserResponseDto"_s);
    QCOMPARE(one, users.first().toObject());
    m->call("GET", ImmichCalls::path("/api/users/", toText(newUuid())));
    QCOMPARE(m->status, 400);
    QCOMPARE(m->object("GET", "/api/users/me/onboarding", {}, u"OnboardingResponseDto"_s),
             QJsonObject({{u"isOnboarded"_s, true}}));
    m->call("PUT", "/api/users/me/onboarding", {{u"isOnboarded"_s, true}}, u"OnboardingResponseDto"_s);
    QCOMPARE(m->status, 200);
}

void AccountCallsTest::preferencesAreKept()
{
    const QString schema = u"UserPreferencesResponseDto"_s;
    const QJsonObject before = m->object("GET", "/api/users/me/preferences", {}, schema);
    QCOMPARE(before.value("memories"_L1)["enabled"_L1], QJsonValue(true));
    const QJsonObject changed =
        m->object("PUT", "/api/users/me/preferences", {{u"memories"_s, QJsonObject{{u"enabled"_s, false}}}}, schema);
    QCOMPARE(m->status, 200);
    QCOMPARE(changed.value("memories"_L1), QJsonValue(QJsonObject({{u"enabled"_s, false}, {u"duration"_s, 5}})));
    QCOMPARE(m->object("GET", "/api/users/me/preferences"), changed);
    actAsAnna();
    QCOMPARE(m->object("GET", "/api/users/me/preferences"), before);
}

void AccountCallsTest::preferencesOfOthersAreForAdmins()
{
    const QByteArray path = ImmichCalls::path("/api/admin/users/", toText(m_anna.uuid), "/preferences");
    const QString schema = u"UserPreferencesResponseDto"_s;
    const QJsonObject changed =
        m->object("PUT", path, {{u"download"_s, QJsonObject{{u"archiveSize"_s, 1'000'000}}}}, schema);
    QCOMPARE(m->status, 200);
    QCOMPARE(changed.value("download"_L1)["archiveSize"_L1].toInt(), 1'000'000);
    QCOMPARE(m->object("GET", path, {}, schema), changed);
    m->call("GET", ImmichCalls::path("/api/admin/users/", toText(newUuid()), "/preferences"));
    QCOMPARE(m->status, 400);
    QVERIFY(m->object("GET", "/api/users/me/preferences") != changed);
    actAsAnna();
    QCOMPARE(m->object("GET", "/api/users/me/preferences"), changed);
    const auto isForAdmins = [&](const http::Route &route) {
        return route.pattern != "/api/admin/users/{id}/preferences" || route.access == http::Access::Admin;
    };
    QVERIFY(std::ranges::all_of(m->api.routes, isForAdmins));
}

void AccountCallsTest::wrongPreferencesAreRefused()
{
    const QByteArray path = ImmichCalls::path("/api/admin/users/", toText(m_anna.uuid), "/preferences");
    for (const QByteArray &target : {QByteArray("/api/users/me/preferences"), path}) {
        const QJsonObject before = m->object("GET", target);
        m->call("PUT", target, {{u"ratings"_s, QJsonObject{{u"enabled"_s, u"yes"_s}}}});
        QCOMPARE(m->status, 400);
        QCOMPARE(m->object("GET", target), before);
    }
}

void AccountCallsTest::sessionsAreListedTheSameForAll()
{
    const QByteArray path = ImmichCalls::path("/api/admin/users/", toText(m_anna.uuid), "/sessions");
    const QJsonArray seen = m->list("GET", path, {}, u"SessionResponseDto"_s);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first()["current"_L1], QJsonValue(false));
    actAsAnna();
    const QJsonArray own = m->list("GET", "/api/sessions", {}, u"SessionResponseDto"_s);
    QCOMPARE(own.first()["id"_L1], seen.first()["id"_L1]);
    QCOMPARE(own.first()["current"_L1], QJsonValue(true));
}

void AccountCallsTest::photosOfOthersAreCountedForAdmins()
{
    const QByteArray path = ImmichCalls::path("/api/admin/users/", toText(m_anna.uuid), "/statistics");
    const QByteArray own = ImmichCalls::path("/api/admin/users/", toText(m->api.owner.uuid), "/statistics");
    m->api.addAsset(1);
    QCOMPARE(m->object("GET", own, {}, u"AssetStatsResponseDto"_s).value("total"_L1).toInt(), 1);
    QCOMPARE(m->object("GET", path, {}, u"AssetStatsResponseDto"_s).value("total"_L1).toInt(-1), 0);
    QCOMPARE(m->object("GET", own + "?isFavorite=true").value("total"_L1).toInt(-1), 0);
    m->call("GET", ImmichCalls::path("/api/admin/users/", toText(newUuid()), "/statistics"));
    QCOMPARE(m->status, 400);
}

QTEST_GUILESS_MAIN(AccountCallsTest)
#include "tst_account_calls.moc"
