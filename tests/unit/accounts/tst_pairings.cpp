// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/pairings.h"

#include "base/ids.h"

#include <QRegularExpression>
#include <QTest>

using namespace kinframe;
using namespace kinframe::accounts;
using namespace Qt::StringLiterals;

class TestPairings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDeviceIsLetInOnce();
    void aTokenIsForOneDevice();
    void wrongTokensAreNothing();
    void whatIsRefusedGetsNothing();
    void theSecretIsTheDevicesOwn();
    void itLastsTwoMinutes();
    void whoLooksNoMoreRefuses();
    void othersCannotConfirm();
    void namesAreOneLine();
    void thereAreOnlyAFew();

private:
    qint64 m_now = 0;
    std::unique_ptr<Pairings> m;
    Principal m_owner;
};

void TestPairings::init()
{
    m_now = 1000;
    m = std::make_unique<Pairings>([this] { return m_now; });
    m_owner = {};
    m_owner.userId = 1;
}

void TestPairings::aDeviceIsLetInOnce()
{
    const auto asked = m->ask(m->invite(m_owner), u"Phone"_s);
    QVERIFY(asked);
    QVERIFY(QRegularExpression(u"^[0-9]{6}$"_s).match(asked->code).hasMatch());
    QVERIFY(m->answer(asked->id, asked->secret)->isWaiting);
    const auto devices = m->asking(1);
    QCOMPARE(devices.size(), 1U);
    QCOMPARE(devices[0].code, asked->code);
    QCOMPARE(devices[0].name, u"Phone"_s);
    QVERIFY(m->confirm(1, asked->id));
    QVERIFY(m->asking(1).at(0).isConfirmed);
    const auto answer = m->answer(asked->id, asked->secret);
    QVERIFY(answer && !answer->isWaiting);
    QCOMPARE(answer->by.userId, 1);
    QCOMPARE(answer->deviceName, u"Phone"_s);
    QVERIFY(m->asking(1).empty());
    QCOMPARE(m->answer(asked->id, asked->secret).error().code, ErrorCode::Unauthorized);
}

void TestPairings::aTokenIsForOneDevice()
{
    const QString token = m->invite(m_owner);
    QVERIFY(m->ask(token, u"Phone"_s));
    QCOMPARE(m->ask(token, u"Thief"_s).error().code, ErrorCode::Unauthorized);
    const QString older = m->invite(m_owner);
    const QString newer = m->invite(m_owner);
    QVERIFY(!m->ask(older, u"Phone"_s));
    QVERIFY(m->ask(newer, u"Phone"_s));
}

void TestPairings::wrongTokensAreNothing()
{
    const QString token = m->invite(m_owner);
    for (const QString &wrong : {QString(), u"kp_"_s, token.chopped(1), QString(token + u'x'), token.toUpper()}) {
        QCOMPARE(m->ask(wrong, u"Phone"_s).error().code, ErrorCode::Unauthorized);
    }
    QVERIFY(m->asking(1).empty());
}

void TestPairings::whatIsRefusedGetsNothing()
{
    const auto asked = m->ask(m->invite(m_owner), u"Phone"_s);
    QVERIFY(m->refuse(1, asked->id));
    QVERIFY(!m->confirm(1, asked->id));
    QCOMPARE(m->answer(asked->id, asked->secret).error().code, ErrorCode::Forbidden);
    QCOMPARE(m->answer(asked->id, asked->secret).error().code, ErrorCode::Unauthorized);
}

void TestPairings::theSecretIsTheDevicesOwn()
{
    const QString token = m->invite(m_owner);
    const auto asked = m->ask(token, u"Phone"_s);
    QVERIFY(m->confirm(1, asked->id));
    // Who has seen the code on the screen knows the token and not the secret.
    QVERIFY(!m->answer(asked->id, token));
    QVERIFY(!m->answer(newUuid(), asked->secret));
    QVERIFY(m->answer(asked->id, asked->secret));
}

void TestPairings::itLastsTwoMinutes()
{
    const QString token = m->invite(m_owner);
    m_now += 119'999;
    const auto asked = m->ask(token, u"Phone"_s);
    QVERIFY(asked);
    m_now += 120'000;
    QVERIFY(m->asking(1).empty());
    QVERIFY(!m->confirm(1, asked->id));
    QVERIFY(!m->answer(asked->id, asked->secret));
    const QString late = m->invite(m_owner);
    m_now += 120'000;
    QVERIFY(!m->ask(late, u"Phone"_s));
}

void TestPairings::whoLooksNoMoreRefuses()
{
    const auto asked = m->ask(m->invite(m_owner), u"Phone"_s);
    m->withdraw(1);
    QVERIFY(m->asking(1).empty());
    QCOMPARE(m->answer(asked->id, asked->secret).error().code, ErrorCode::Forbidden);
    const auto confirmed = m->ask(m->invite(m_owner), u"Phone"_s);
    QVERIFY(m->confirm(1, confirmed->id));
    m->withdraw(1);
    QVERIFY(m->answer(confirmed->id, confirmed->secret));
}

void TestPairings::othersCannotConfirm()
{
    const auto asked = m->ask(m->invite(m_owner), u"Phone"_s);
    QVERIFY(m->asking(2).empty());
    QVERIFY(!m->confirm(2, asked->id));
    QVERIFY(!m->refuse(2, asked->id));
    QVERIFY(m->answer(asked->id, asked->secret)->isWaiting);
}

void TestPairings::namesAreOneLine()
{
    (void)m->ask(m->invite(m_owner), u"Phone\n\n  123456\u0007"_s);
    QCOMPARE(m->asking(1).at(0).name, u"Phone 123456"_s);
    (void)m->ask(m->invite(m_owner), QString(5000, u'x'));
    QCOMPARE(m->asking(1).at(0).name.size(), 100);
}

void TestPairings::thereAreOnlyAFew()
{
    const QString first = m->invite(m_owner);
    Principal other;
    for (int i = 0; i < 8; ++i) {
        other.userId = 2 + i;
        QVERIFY(!m->invite(other).isEmpty());
    }
    QVERIFY(!m->ask(first, u"Phone"_s));
}

QTEST_GUILESS_MAIN(TestPairings)
#include "tst_pairings.moc"
