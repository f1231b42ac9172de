// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/fault_server.h"
#include "support/patience.h"
#include "ui/renders/store_settings.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::StoreSettings;

class TestStoreSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aBucketIsTestedAndKept();
    void theSecretIsNeverShown();
    void aBucketThatIsNotThereIsRefused();
    void whatCannotBeIsSaid_data();
    void whatCannotBeIsSaid();

private:
    [[nodiscard]] QVariantMap bucket() const;
    void answer(int status);

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<test::FaultServer> m_server;
    std::unique_ptr<StoreSettings> m_settings;
};

void TestStoreSettings::init()
{
    m_server = std::make_unique<test::FaultServer>();
    m = std::make_unique<test::RendersFixture>();
    m_settings = m->make<StoreSettings>();
    m_settings->componentComplete();
    QTRY_COMPARE(m_settings->status(), StoreSettings::Status::Ready);
    QVERIFY(!m_settings->isBucket());
}

void TestStoreSettings::cleanup()
{
    m_settings.reset();
    m.reset();
    m_server.reset();
}

QVariantMap TestStoreSettings::bucket() const
{
    return {{u"endpoint"_s, m_server->url("/").toString()},
            {u"region"_s, QString()},
            {u"bucket"_s, u"renders"_s},
            {u"keyId"_s, u" anna "_s},
            {u"secret"_s, u"hidden-secret"_s},
            {u"isPathStyle"_s, true}};
}

void TestStoreSettings::answer(int status)
{
    test::Answer made;
    made.status = status;
    m_server->serve("/renders", {made});
}

void TestStoreSettings::aBucketIsTestedAndKept()
{
    answer(200);
    const QSignalSpy chosen(m_settings.get(), &StoreSettings::chosen);
    m_settings->chooseBucket(bucket());
    QVERIFY(m_settings->isBusy());
    QTRY_COMPARE(chosen.count(), 1);
    QTRY_VERIFY(m_settings->isBucket());
    QVERIFY(!m_settings->isBusy());
    QCOMPARE(m_settings->bucket()[u"bucket"_s].toString(), u"renders"_s);
    QCOMPARE(m_settings->bucket()[u"keyId"_s].toString(), u"anna"_s);
    QCOMPARE(m_settings->bucket()[u"region"_s].toString(), u"us-east-1"_s);
    QVERIFY(m->files->store()->isRemote());
    m_settings->chooseFolder();
    QTRY_VERIFY(!m_settings->isBucket());
    QVERIFY(!m->files->store()->isRemote());
}

void TestStoreSettings::theSecretIsNeverShown()
{
    answer(200);
    m_settings->chooseBucket(bucket());
    QTRY_VERIFY(m_settings->isBucket());
    QVERIFY(!m_settings->bucket().contains(u"secret"_s));
    // Without a new one the one that is kept goes on to be used.
    QVariantMap changed = bucket();
    changed[u"secret"_s] = QString();
    changed[u"region"_s] = u"eu-central-1"_s;
    QCOMPARE(m_settings->problems(changed), QVariantMap());
    m_settings->chooseBucket(changed);
    QTRY_COMPARE(m_settings->bucket()[u"region"_s].toString(), u"eu-central-1"_s);
    QCOMPARE((*m->store->current())->secret, "hidden-secret"_ba);
}

void TestStoreSettings::aBucketThatIsNotThereIsRefused()
{
    answer(404);
    const QSignalSpy chosen(m_settings.get(), &StoreSettings::chosen);
    m_settings->chooseBucket(bucket());
    QTRY_VERIFY(!m_settings->isBusy());
    QVERIFY2(m_settings->errorText().contains(u"object store"_s), qPrintable(m_settings->errorText()));
    QVERIFY(!m_settings->errorText().contains(u"hidden-secret"_s));
    QVERIFY(!m_settings->isBucket());
    QCOMPARE(chosen.count(), 0);
    m_settings->clearError();
    QCOMPARE(m_settings->errorText(), QString());
}

void TestStoreSettings::whatCannotBeIsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no address") << u"endpoint"_s << QString();
    QTest::newRow("another protocol") << u"endpoint"_s << u"ftp://example.org"_s;
    QTest::newRow("a path") << u"endpoint"_s << u"https://example.org/renders"_s;
    QTest::newRow("a password") << u"endpoint"_s << u"https://anna:word@example.org"_s;
    QTest::newRow("large letters") << u"bucket"_s << u"Renders"_s;
    QTest::newRow("short") << u"bucket"_s << u"a"_s;
    QTest::newRow("two words") << u"region"_s << u"eu central"_s;
    QTest::newRow("no key") << u"keyId"_s << QString();
    QTest::newRow("no secret") << u"secret"_s << u" "_s;
}

void TestStoreSettings::whatCannotBeIsSaid()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QVariantMap wrong = bucket();
    QCOMPARE(m_settings->problems(wrong), QVariantMap());
    wrong[field] = text;
    QCOMPARE(m_settings->problems(wrong).keys(), QStringList{field});
    m_settings->chooseBucket(wrong);
    QVERIFY(!m_settings->isBusy());
}

QTEST_GUILESS_MAIN(TestStoreSettings)
#include "tst_store_settings.moc"
