// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sharing_status.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::ui;

namespace {

class MadeSharing : public Sharing
{
public:
    [[nodiscard]] SharingFacts facts() const override { return now; }
    void retry() override { ++retries; }
    void say(const SharingFacts &facts)
    {
        now = facts;
        Q_EMIT changed();
    }

    SharingFacts now;
    int retries = 0;
};

} // namespace

class TestSharingStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sharing = std::make_unique<MadeSharing>();
        m_engine = std::make_unique<QQmlEngine>();
        m_sharing->attachTo(*m_engine);
        m_status = std::make_unique<SharingStatus>();
        QQmlEngine::setContextForObject(m_status.get(), m_engine->rootContext());
        m_status->componentComplete();
    }
    void aPortInUseIsSaidWithItsRemedy();
    void otherFaultsAreSentences();
    void theFingerprintCanBeComparedByEye();
    void theInvitationSaysWhereAndHow();
    void withoutAServerNothingIsWrong();

private:
    std::unique_ptr<MadeSharing> m_sharing;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<SharingStatus> m_status;
};

void TestSharingStatus::aPortInUseIsSaidWithItsRemedy()
{
    const QSignalSpy told(m_status.get(), &SharingStatus::changed);
    SharingFacts facts;
    facts.error = Error{ErrorCode::PortInUse, {{u"port"_s, u"8000"_s}}, {}};
    facts.freePort = 8001;
    m_sharing->say(facts);
    QCOMPARE(told.count(), 1);
    QVERIFY(m_status->errorText().contains(u"8000"));
    QVERIFY(!m_status->errorText().contains(u"--port"));
    QCOMPARE(m_status->freePort(), 8001);
    QVERIFY(!m_status->isRunning());
    m_status->retry();
    QCOMPARE(m_sharing->retries, 1);
}

void TestSharingStatus::otherFaultsAreSentences()
{
    SharingFacts facts;
    facts.error = Error{ErrorCode::FileDamaged, {{u"path"_s, u"certificate.pem"_s}}, {}};
    m_sharing->say(facts);
    QVERIFY(m_status->errorText().contains(u"certificate.pem"));
    QCOMPARE(m_status->freePort(), 0);
}

void TestSharingStatus::theFingerprintCanBeComparedByEye()
{
    SharingFacts facts;
    facts.fingerprint = QString(u"AB:"_s.repeated(32)).chopped(1);
    m_sharing->say(facts);
    const QString half = QString(u"ABAB "_s.repeated(8)).chopped(1);
    QCOMPARE(m_status->fingerprint(), half + u'\n' + half);
}

void TestSharingStatus::theInvitationSaysWhereAndHow()
{
    SharingFacts facts;
    facts.addresses = {u"https://192.168.1.5:8000"_s, u"https://10.0.0.2:8000"_s};
    facts.fingerprint = u"AB:CD"_s;
    m_sharing->say(facts);
    const QJsonObject json = QJsonDocument::fromJson(m_status->invitation(u"secret"_s).toUtf8()).object();
    QCOMPARE(json.value("key"_L1).toString(), u"secret"_s);
    QCOMPARE(json.value("url"_L1).toString(), facts.addresses.constFirst());
    QCOMPARE(json.value("fingerprint"_L1).toString(), u"ABCD"_s);
}

void TestSharingStatus::withoutAServerNothingIsWrong()
{
    SharingStatus alone;
    alone.componentComplete();
    alone.retry();
    QVERIFY(!alone.isRunning());
    QVERIFY(alone.errorText().isEmpty());
}

QTEST_GUILESS_MAIN(TestSharingStatus)
#include "tst_sharing_status.moc"
