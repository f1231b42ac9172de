// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"
#include "support/patience.h"
#include "ui/base/undo_stack.h"
#include "ui/settings/library_users.h"
#include "ui/settings/signed_in_clients.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::LibraryUsers;
using ui::SignedInClients;

class TestLibraryUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOwnerIsFirst();
    void aPersonIsAddedAndSignsIn();
    void whatCannotBeIsRefused();
    void theQuotaIsShownAndTakenAway();
    void aNewPasswordSignsOut();
    void theOwnerIsNotRemoved();
    void sessionsAndKeysAreShownAndEnded();

private:
    void addAnna(double gigabytes = 0)
    {
        m_users->add(u"Anna"_s, u"anna@example.org"_s, u"long enough"_s, false, gigabytes);
        QTRY_COMPARE(m_users->count(), 2);
    }
    QVariant at(int row, LibraryUsers::Role role) { return m_users->data(m_users->index(row), role); }
    QString anna() { return at(1, LibraryUsers::UserIdRole).toString(); }
    Result<accounts::Login> signIn(const QString &password = u"long enough"_s)
    {
        return m->accounts->login({.email = u"anna@example.org"_s, .password = password, .deviceType = u"Phone"_s});
    }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<LibraryUsers> m_users;
};

void TestLibraryUsers::init()
{
    m_users.reset();
    m = std::make_unique<test::WindowFixture>();
    QVERIFY(m->run("DELETE FROM user WHERE is_owner = 0"));
    m_users = m->make<LibraryUsers>();
    new QAbstractItemModelTester(m_users.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_users.get());
    m_users->componentComplete();
    QTRY_COMPARE(m_users->status(), LibraryUsers::Status::Ready);
    QCOMPARE(m_users->count(), 1);
}

void TestLibraryUsers::theOwnerIsFirst()
{
    addAnna();
    QVERIFY(at(0, LibraryUsers::IsOwnerRole).toBool());
    QVERIFY(!at(1, LibraryUsers::IsOwnerRole).toBool());
    QCOMPARE(at(1, LibraryUsers::NameRole).toString(), u"Anna"_s);
}

void TestLibraryUsers::aPersonIsAddedAndSignsIn()
{
    QSignalSpy done(m_users.get(), &LibraryUsers::done);
    addAnna();
    QCOMPARE(done.count(), 1);
    const auto login = signIn();
    QVERIFY(login);
    QVERIFY(login->user.mustChangePassword);
    m_users->change(anna(), u"Anne"_s, u"anna@example.org"_s, true, 0);
    QTRY_COMPARE(at(1, LibraryUsers::NameRole).toString(), u"Anne"_s);
    QVERIFY(at(1, LibraryUsers::IsAdminRole).toBool());
}

void TestLibraryUsers::whatCannotBeIsRefused()
{
    addAnna();
    QSignalSpy refused(m_users.get(), &LibraryUsers::refused);
    m_users->add(u"Another"_s, u"anna@example.org"_s, u"long enough"_s, false, 0);
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(refused.first().at(0).toString().contains(u"anna@example.org"_s));
    m_users->add(u"Eve"_s, u"eve@example.org"_s, u"short"_s, false, 0);
    QTRY_COMPARE(refused.count(), 2);
    m_users->change(anna(), QString(), u"anna@example.org"_s, false, 0);
    QTRY_COMPARE(refused.count(), 3);
    QCOMPARE(m_users->count(), 2);
}

void TestLibraryUsers::theQuotaIsShownAndTakenAway()
{
    addAnna(50);
    QCOMPARE(at(1, LibraryUsers::GigabytesRole).toDouble(), 50.0);
    QCOMPARE(at(1, LibraryUsers::ShareRole).toDouble(), 0.0);
    QVERIFY(m->run("UPDATE user SET used_bytes = 40000000000 WHERE name = 'Anna'"));
    m_users->reload();
    QTRY_COMPARE(at(1, LibraryUsers::ShareRole).toDouble(), 0.8);
    QVERIFY(at(1, LibraryUsers::UsedRole).toString().contains(u"50"_s));
    m_users->change(anna(), u"Anna"_s, u"anna@example.org"_s, false, 0);
    QTRY_COMPARE(at(1, LibraryUsers::ShareRole).toDouble(), -1.0);
}

void TestLibraryUsers::aNewPasswordSignsOut()
{
    addAnna();
    const auto login = signIn();
    QVERIFY(login);
    QSignalSpy done(m_users.get(), &LibraryUsers::done);
    m_users->setPassword(anna(), u"something else"_s);
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(!m->accounts->authenticate({.bearer = login->token}));
    QVERIFY(!signIn());
    QVERIFY(signIn(u"something else"_s));
}

void TestLibraryUsers::theOwnerIsNotRemoved()
{
    addAnna();
    QSignalSpy refused(m_users.get(), &LibraryUsers::refused);
    m_users->remove(at(0, LibraryUsers::UserIdRole).toString());
    QTRY_COMPARE(refused.count(), 1);
    m_users->remove(anna());
    QTRY_COMPARE(m_users->count(), 1);
    QVERIFY(!signIn());
}

void TestLibraryUsers::sessionsAndKeysAreShownAndEnded()
{
    addAnna();
    const auto login = signIn();
    QVERIFY(login);
    const auto principal = m->accounts->authenticate({.bearer = login->token});
    QVERIFY(principal);
    const auto key = m->accounts->createKey(*principal, u"Frame"_s, {u"all"_s});
    QVERIFY(key);
    const std::unique_ptr<SignedInClients> clients = m->make<SignedInClients>();
    new QAbstractItemModelTester(clients.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, clients.get());
    clients->componentComplete();
    clients->setUserId(anna());
    QTRY_COMPARE(clients->count(), 2);
    const auto text = [&](int row, SignedInClients::Role role) { return clients->data(clients->index(row), role); };
    QCOMPARE(text(0, SignedInClients::NameRole).toString(), u"Phone"_s);
    QVERIFY(!text(0, SignedInClients::IsKeyRole).toBool());
    QCOMPARE(text(1, SignedInClients::NameRole).toString(), u"Frame"_s);
    QVERIFY(text(1, SignedInClients::IsKeyRole).toBool());
    clients->signOut(text(1, SignedInClients::ClientIdRole).toString());
    QTRY_COMPARE(clients->count(), 1);
    QVERIFY(!m->accounts->authenticate({.apiKey = key->secret}));
    QVERIFY(m->accounts->authenticate({.bearer = login->token}));
    clients->signOut(text(0, SignedInClients::ClientIdRole).toString());
    QTRY_COMPARE(clients->count(), 0);
    QVERIFY(!m->accounts->authenticate({.bearer = login->token}));
}

QTEST_GUILESS_MAIN(TestLibraryUsers)
#include "tst_library_users.moc"
