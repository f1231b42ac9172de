// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"
#include "base/clock.h"
#include "support/patience.h"
#include "ui/settings/access_keys.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::AccessKeys;

class TestAccessKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyIsToldOnceAndWorks();
    void whoMayOnlyLookIsSaidSo();
    void newestFirst();
    void revokedItIsGone();
    void aNameThatIsTooLongIsRefused();

private:
    void create(const QString &name, bool isReadOnly = false)
    {
        const int before = m_keys->count();
        m_keys->create(name, isReadOnly);
        QTRY_COMPARE(m_keys->count(), before + 1);
    }
    QVariant at(int row, AccessKeys::Role role) { return m_keys->data(m_keys->index(row), role); }

    std::unique_ptr<test::WindowFixture> m;
    std::unique_ptr<AccessKeys> m_keys;
};

void TestAccessKeys::init()
{
    m_keys.reset();
    m = std::make_unique<test::WindowFixture>();
    m_keys = m->make<AccessKeys>();
    new QAbstractItemModelTester(m_keys.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_keys.get());
    m_keys->componentComplete();
    QTRY_COMPARE(m_keys->status(), AccessKeys::Status::Ready);
}

void TestAccessKeys::aKeyIsToldOnceAndWorks()
{
    QSignalSpy told(m_keys.get(), &AccessKeys::created);
    create(u"  Phone of Anna "_s);
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.first().at(0).toString(), u"Phone of Anna"_s);
    accounts::CredentialText credentials;
    credentials.apiKey = told.first().at(1).toString();
    const auto principal = m->accounts->authenticate(credentials);
    QVERIFY(principal);
    QCOMPARE(principal->userId, m->owner.userId);
    QCOMPARE(at(0, AccessKeys::NameRole).toString(), u"Phone of Anna"_s);
}

void TestAccessKeys::whoMayOnlyLookIsSaidSo()
{
    QSignalSpy told(m_keys.get(), &AccessKeys::created);
    create(u"Frame"_s, true);
    const QString looking = at(0, AccessKeys::RightsRole).toString();
    create(u"Phone"_s, false);
    QVERIFY(at(0, AccessKeys::RightsRole).toString() != looking);
    accounts::CredentialText credentials;
    credentials.apiKey = told.first().at(1).toString();
    const auto principal = m->accounts->authenticate(credentials);
    QVERIFY(principal && !principal->permissions.empty());
}

void TestAccessKeys::newestFirst()
{
    create(u"one"_s);
    const qint64 now = wallMs();
    QTRY_VERIFY(wallMs() > now);
    create(u"two"_s);
    QCOMPARE(at(0, AccessKeys::NameRole).toString(), u"two"_s);
    QCOMPARE(at(1, AccessKeys::NameRole).toString(), u"one"_s);
}

void TestAccessKeys::revokedItIsGone()
{
    QSignalSpy told(m_keys.get(), &AccessKeys::created);
    create(u"Phone"_s);
    m_keys->revoke(at(0, AccessKeys::KeyIdRole).toString());
    QTRY_COMPARE(m_keys->count(), 0);
    accounts::CredentialText credentials;
    credentials.apiKey = told.first().at(1).toString();
    QVERIFY(!m->accounts->authenticate(credentials));
}

void TestAccessKeys::aNameThatIsTooLongIsRefused()
{
    QSignalSpy refused(m_keys.get(), &AccessKeys::refused);
    m_keys->create(QString(5000, u'x'), false);
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!refused.first().at(0).toString().isEmpty());
    QCOMPARE(m_keys->count(), 0);
}

QTEST_GUILESS_MAIN(TestAccessKeys)
#include "tst_access_keys.moc"
