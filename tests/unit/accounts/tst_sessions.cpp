// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts_fixture.h"
#include "base/ids.h"
#include "support/patience.h"

#include <QFile>

#include <latch>

using namespace kinframe;
using namespace kinframe::accounts;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 day = 24LL * 3600 * 1000;
}

class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInGivesAToken();
    void wrongPasswordsAndStrangersAreRefused();
    void withoutAPasswordNobodySignsIn();
    void tokensAreNotInTheDatabase();
    void anyCredentialThatIsValidCounts();
    void oddTokensAreRefused();
    void aSessionEndsThirtyDaysAfterItsLastUse();
    void lastUseIsNotedOnceAMinute();
    void revokedIsRevokedAtOnce();
    void aNewPasswordEndsTheOthers();
    void changingAPasswordNeedsTheOldOne();
    void aDeletedUserIsOut();
    void changesOfAUserShowAtOnce();
    void sessionsSurviveARestart();
    void aNewSecretEndsEverything();
    void revokingWhileOthersAsk();
    void tooManyLogInsAtOnceAreTurnedAway();
};

void TestSessions::signingInGivesAToken()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const auto login = fixture.login(u"correct horse"_s);
    QVERIFY(login);
    QCOMPARE(login->user.uuid, anna.uuid);
    const auto principal = fixture.accounts->authenticate({.bearer = login->token});
    QVERIFY(principal);
    QCOMPARE(principal->userId, anna.id);
    QCOMPARE(principal->name, u"Anna"_s);
    QCOMPARE(principal->credentialId, login->session.uuid);
    QVERIFY(principal->credential == Principal::Credential::Session);
    QVERIFY(!principal->isAdmin);
    const auto sessions = fixture.accounts->sessions(anna.id);
    QCOMPARE(sessions->size(), 1U);
    QCOMPARE(sessions->front().deviceType, u"Phone"_s);
}

void TestSessions::wrongPasswordsAndStrangersAreRefused()
{
    AccountsFixture fixture;
    fixture.anna();
    QCOMPARE(fixture.login(u"wrong horse"_s).error().code, ErrorCode::Unauthorized);
    QCOMPARE(fixture.login({}).error().code, ErrorCode::Unauthorized);
    const auto stranger = fixture.accounts->login({.email = u"nobody@example.com"_s, .password = u"correct horse"_s});
    QCOMPARE(stranger.error().code, ErrorCode::Unauthorized);
    QCOMPARE(fixture.number("SELECT count(*) FROM session"), 0);
}

void TestSessions::withoutAPasswordNobodySignsIn()
{
    AccountsFixture fixture;
    for (const QString &password : {u""_s, u"owner"_s}) {
        const auto login = fixture.accounts->login({.email = u"owner@localhost"_s, .password = password});
        QCOMPARE(login.error().code, ErrorCode::Unauthorized);
    }
}

void TestSessions::tokensAreNotInTheDatabase()
{
    AccountsFixture fixture;
    fixture.anna();
    const QByteArray token = fixture.login(u"correct horse"_s)->token.toLatin1();
    QFile secret(fixture.folder.filePath(u"secret.key"_s));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    const QByteArray key = secret.readAll();
    QCOMPARE(key.size(), 32);
    fixture.close();
    QFile database(fixture.folder.filePath(u"library.db"_s));
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray bytes = database.readAll();
    QVERIFY(bytes.contains("Anna"));
    QVERIFY(!bytes.contains(token));
    QVERIFY(!bytes.contains(token.mid(3)));
    QVERIFY(!bytes.contains("correct horse"));
    QVERIFY(!bytes.contains(key));
    fixture.open();
}

void TestSessions::anyCredentialThatIsValidCounts()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    Accounts &accounts = *fixture.accounts;
    QVERIFY(accounts.authenticate({.apiKey = token}));
    QVERIFY(accounts.authenticate({.cookies = {u"stale"_s, token}}));
    QVERIFY(accounts.authenticate({.bearer = u"stale"_s, .cookies = {token}}));
    QCOMPARE(accounts.authenticate({}).error().code, ErrorCode::Unauthorized);
    const auto owner = accounts.authenticate({.apiKey = accounts.ownerKey().text()});
    QVERIFY(owner && owner->isOwner && owner->isAdmin);
    QVERIFY(owner->credential == Principal::Credential::OwnerKey);
}

void TestSessions::oddTokensAreRefused()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    for (const QString &odd :
         QStringList{token.chopped(1), token + u'x', u"kk_"_s + token.mid(3), u"ko_"_s + token.mid(3), u"ks_"_s, u" "_s,
                     QString(46, u'ä'), u"ks_"_s + QString(43, QChar(0)), QString(100'000, u'k')}) {
        QVERIFY(!fixture.isIn(odd));
    }
    QVERIFY(fixture.isIn(token));
}

void TestSessions::aSessionEndsThirtyDaysAfterItsLastUse()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    fixture.now += 29 * day;
    QVERIFY(fixture.isIn(token));
    fixture.now += 29 * day;
    QVERIFY(fixture.isIn(token));
    // Waits until the use is written down.
    QTRY_COMPARE(fixture.number("SELECT last_used_at FROM session"), fixture.now.load());
    QCOMPARE(*fixture.accounts->sweepSessions(), 0);
    fixture.now += 30 * day;
    QVERIFY(!fixture.isIn(token));
    QVERIFY(fixture.accounts->sessions(2)->empty());
    QCOMPARE(*fixture.accounts->sweepSessions(), 1);
}

void TestSessions::lastUseIsNotedOnceAMinute()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    const qint64 start = fixture.now;
    fixture.now += 59'000;
    QVERIFY(fixture.isIn(token));
    // A write that waits for its turn shows that none was queued before it.
    QVERIFY(fixture.accounts->sweepSessions());
    QCOMPARE(fixture.number("SELECT last_used_at FROM session"), start);
    fixture.now += 1000;
    QVERIFY(fixture.isIn(token));
    QVERIFY(fixture.accounts->sweepSessions());
    QCOMPARE(fixture.number("SELECT last_used_at FROM session"), start + 60'000);
    QCOMPARE(fixture.number("SELECT expires_at FROM session"), start + 60'000 + 30 * day);
}

void TestSessions::revokedIsRevokedAtOnce()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const Login first = *fixture.login(u"correct horse"_s);
    const Login second = *fixture.login(u"correct horse"_s);
    QVERIFY(fixture.isIn(first.token) && fixture.isIn(second.token));
    QCOMPARE(fixture.accounts->revokeSession(1, first.session.uuid).error().code, ErrorCode::NotFound);
    QVERIFY(fixture.isIn(first.token));
    QVERIFY(fixture.accounts->revokeSession(anna.id, first.session.uuid));
    QVERIFY(!fixture.isIn(first.token));
    QVERIFY(fixture.isIn(second.token));
    const Login third = *fixture.login(u"correct horse"_s);
    QCOMPARE(*fixture.accounts->revokeOtherSessions(anna.id, third.session.uuid), 1);
    QVERIFY(!fixture.isIn(second.token));
    QVERIFY(fixture.isIn(third.token));
}

void TestSessions::aNewPasswordEndsTheOthers()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const Login mine = *fixture.login(u"correct horse"_s);
    const Login stolen = *fixture.login(u"correct horse"_s);
    QVERIFY(fixture.isIn(mine.token) && fixture.isIn(stolen.token));
    QVERIFY(fixture.accounts->setPassword(anna.uuid, u"battery staple"_s, mine.session.uuid));
    QVERIFY(fixture.isIn(mine.token));
    QVERIFY(!fixture.isIn(stolen.token));
    QVERIFY(!fixture.login(u"correct horse"_s));
    QVERIFY(fixture.login(u"battery staple"_s));
}

void TestSessions::changingAPasswordNeedsTheOldOne()
{
    AccountsFixture fixture;
    fixture.anna();
    const Login login = *fixture.login(u"correct horse"_s);
    const Principal anna = *fixture.accounts->authenticate({.bearer = login.token});
    const auto change = [&](const QString &old, const QString &fresh) {
        return fixture.accounts->changePassword(anna, old, fresh);
    };
    QCOMPARE(change(u"guess"_s, u"battery staple"_s).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(change(u"correct horse"_s, u"short"_s).error().fact(u"field"_s), u"password"_s);
    QVERIFY(fixture.login(u"correct horse"_s));
    QVERIFY(change(u"correct horse"_s, u"battery staple"_s));
    QVERIFY(fixture.isIn(login.token));
    QVERIFY(!fixture.login(u"correct horse"_s));
}

void TestSessions::aDeletedUserIsOut()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    QVERIFY(fixture.isIn(token));
    QVERIFY(fixture.accounts->deleteUser(anna.uuid));
    QVERIFY(!fixture.isIn(token));
    QVERIFY(!fixture.login(u"correct horse"_s));
}

void TestSessions::changesOfAUserShowAtOnce()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    QVERIFY(!fixture.accounts->authenticate({.bearer = token})->isAdmin);
    QVERIFY(fixture.accounts->updateUser(anna.uuid, {.isAdmin = true}));
    QVERIFY(fixture.accounts->authenticate({.bearer = token})->isAdmin);
    const QUuid owner = fixture.accounts->owner()->uuid;
    QVERIFY(fixture.accounts->updateUser(owner, {.name = u"Otto"_s}));
    QCOMPARE(fixture.accounts->owner()->name, u"Otto"_s);
}

void TestSessions::sessionsSurviveARestart()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    const QString ownerKey = fixture.accounts->ownerKey().text();
    fixture.close();
    fixture.open();
    QVERIFY(fixture.isIn(token));
    QVERIFY(fixture.isIn(ownerKey));
    QCOMPARE(fixture.number("SELECT count(*) FROM user"), 2);
}

void TestSessions::aNewSecretEndsEverything()
{
    AccountsFixture fixture;
    fixture.anna();
    const QString token = fixture.login(u"correct horse"_s)->token;
    const auto key = fixture.accounts->createKey(*fixture.accounts->owner(), u"k"_s, {});
    fixture.close();
    // As on another computer, where a backup was restored.
    QVERIFY(QFile::remove(fixture.folder.filePath(u"secret.key"_s)));
    fixture.open();
    QVERIFY(!fixture.isIn(token));
    QVERIFY(!fixture.isIn(key->secret));
    QCOMPARE(fixture.number("SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM api_key)"), 0);
    QVERIFY(fixture.login(u"correct horse"_s));
}

void TestSessions::revokingWhileOthersAsk()
{
    AccountsFixture fixture;
    const User anna = fixture.anna();
    std::atomic<int> wrong = 0;
    for (int round = 0; round < 30; ++round) {
        const Login login = *fixture.login(u"correct horse"_s);
        std::latch haveAsked(2);
        std::atomic<bool> mayStop = false;
        std::vector<std::thread> askers;
        for (int i = 0; i < 2; ++i) {
            askers.emplace_back([&] {
                wrong += fixture.isIn(login.token) ? 0 : 1;
                haveAsked.count_down();
                while (!mayStop) {
                    (void)fixture.isIn(login.token);
                }
            });
        }
        haveAsked.wait();
        // Another change empties the cache, so that both read the database just as the session goes.
        (void)fixture.accounts->updateUser(anna.uuid, {.name = QString::number(round)});
        wrong += fixture.accounts->revokeSession(anna.id, login.session.uuid) ? 0 : 1;
        wrong += fixture.isIn(login.token) ? 1 : 0;
        mayStop = true;
        for (std::thread &asker : askers) {
            asker.join();
        }
        wrong += fixture.isIn(login.token) ? 1 : 0;
    }
    QCOMPARE(wrong.load(), 0);
}

void TestSessions::tooManyLogInsAtOnceAreTurnedAway()
{
    AccountsFixture fixture;
    fixture.anna();
    constexpr int count = 60;
    std::latch isOneThere(1);
    std::latch mayGoOn(1);
    std::latch allTold(count + 2);
    // Two that do not end keep both threads busy.
    for (int i = 0; i < 2; ++i) {
        fixture.accounts->loginLater({.email = u"nobody"_s, .password = u"x"_s}, [&](const Result<Login> &) {
            mayGoOn.wait();
            allTold.count_down();
        });
    }
    std::atomic<int> limited = 0;
    std::atomic<int> in = 0;
    for (int i = 0; i < count; ++i) {
        fixture.accounts->loginLater({.email = u"anna@example.com"_s, .password = u"correct horse"_s},
                                     [&](const Result<Login> &login) {
                                         limited += !login && login.error().code == ErrorCode::RateLimited ? 1 : 0;
                                         in += login ? 1 : 0;
                                         allTold.count_down();
                                     });
    }
    QVERIFY(limited >= count - 18);
    mayGoOn.count_down();
    allTold.wait();
    QCOMPARE(in + limited, count);
    QVERIFY(in > 0);
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
