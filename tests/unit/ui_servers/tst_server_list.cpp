// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers_fixture.h"
#include "support/patience.h"
#include "ui/servers/server_acts.h"
#include "ui/servers/server_form.h"
#include "ui/servers/server_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::ServerActs;
using ui::ServerForm;
using ui::ServerList;

class TestServerList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::ServersFixture>(); }
    void cleanup()
    {
        m_list.reset();
        m.reset();
    }
    void noneIsAnEmptyList();
    void aServerIsTriedOutAndAdded();
    void whatGoesWrongNamesItsField();
    void aSignInTakesTheCertificateThatIsTrusted();
    void aRenameCanBeTakenBack();
    void aRemovalCanBeTakenBack();
    void whatWasRemovedGoesWithTheWindow();
    void picksBecomeDownloads();

private:
    void open()
    {
        m_list = m->make<ServerList>();
        new QAbstractItemModelTester(m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_list.get());
        m_list->componentComplete();
        QTRY_COMPARE(m_list->status(), ServerList::Status::Ready);
    }
    [[nodiscard]] ServerActs *acts() { return ServerActs::create(&m->engine, nullptr); }
    [[nodiscard]] QVariantMap typed(const QString &key) const
    {
        return {{u"url"_s, m->address()}, {u"name"_s, u"attic"_s}, {u"key"_s, key}};
    }

    std::unique_ptr<test::ServersFixture> m;
    std::unique_ptr<ServerList> m_list;
};

void TestServerList::noneIsAnEmptyList()
{
    open();
    QCOMPARE(m_list->count(), 0);
    QTRY_VERIFY(!m_list->secretsText().isEmpty());
    QVERIFY(m_list->factsOf(u"nobody"_s).isEmpty());
}

void TestServerList::aServerIsTriedOutAndAdded()
{
    m->serveList(3);
    open();
    const auto form = m->make<ServerForm>();
    form->componentComplete();
    form->tryOut(typed(u"key"_s));
    QVERIFY(form->isBusy());
    QTRY_VERIFY(!form->isBusy());
    QCOMPARE(form->errorText(), QString());
    QVERIFY(form->foundText().contains(u"Anna"_s));
    QCOMPARE(m_list->count(), 0);
    const QSignalSpy done(form.get(), &ServerForm::done);
    form->add(typed(u"key"_s));
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(done.first().first().toString(), u"attic"_s);
    QTRY_COMPARE(m_list->count(), 1);
    QCOMPARE(m_list->nameAt(0), u"attic"_s);
    QTRY_COMPARE(m_list->factsOf(u"attic"_s)[u"statusTone"_s].toString(), u"good"_s);
    QVERIFY(m_list->factsOf(u"attic"_s)[u"countText"_s].toString().contains(u'3'));
    QVERIFY(m_list->factsOf(u"attic"_s)[u"signedIn"_s].toString().contains(u"Anna"_s));
    form->add(typed(u"key"_s));
    QTRY_VERIFY(!form->isBusy());
    QCOMPARE(form->errorField(), u"name"_s);
}

void TestServerList::whatGoesWrongNamesItsField()
{
    const auto form = m->make<ServerForm>();
    form->componentComplete();
    m->server.serve("/api/users/me", {test::refusal(401)});
    form->tryOut(typed(u"wrong"_s));
    QTRY_VERIFY(!form->isBusy());
    QCOMPARE(form->errorField(), u"key"_s);
    QVERIFY(!form->errorText().isEmpty());
    QCOMPARE(form->foundText(), QString());
    QVariantMap nowhere = typed(u"key"_s);
    nowhere[u"url"_s] = u"http://127.0.0.1:1"_s;
    form->tryOut(nowhere);
    QTRY_VERIFY(!form->isBusy());
    QCOMPARE(form->errorField(), u"url"_s);
    form->reset();
    QCOMPARE(form->errorText(), QString());
}

void TestServerList::aSignInTakesTheCertificateThatIsTrusted()
{
    m->addServer(u"attic"_s, 1);
    const auto form = m->make<ServerForm>();
    form->componentComplete();
    const QSignalSpy done(form.get(), &ServerForm::done);
    QVariantMap trusting = typed(u"key"_s);
    trusting[u"fingerprint"_s] = u"AB"_s.repeated(32);
    form->signIn(u"attic"_s, trusting);
    QTRY_VERIFY(!form->isBusy());
    // The one that is trusted is not shown by a server without any.
    QVERIFY(!form->errorText().isEmpty());
    QCOMPARE(m->servers->find(u"attic"_s)->fingerprint, QString());
    trusting[u"fingerprint"_s] = u"AB"_s;
    form->signIn(u"attic"_s, trusting);
    QTRY_VERIFY(!form->isBusy());
    QCOMPARE(form->errorField(), u"fingerprint"_s);
    QCOMPARE(done.count(), 0);
    form->signIn(u"attic"_s, typed(u"key"_s));
    QTRY_COMPARE(done.count(), 1);
}

void TestServerList::aRenameCanBeTakenBack()
{
    m->addServer(u"attic"_s, 1);
    open();
    acts()->rename(u"attic"_s, u" cellar "_s);
    QTRY_COMPARE(m_list->nameAt(0), u"cellar"_s);
    QTRY_VERIFY(!m->undoStack().undoText().isEmpty());
    m->undoStack().undo();
    QTRY_COMPARE(m_list->nameAt(0), u"attic"_s);
}

void TestServerList::aRemovalCanBeTakenBack()
{
    m->addServer(u"attic"_s, 1);
    open();
    acts()->remove(u"attic"_s);
    QTRY_COMPARE(m_list->count(), 0);
    QVERIFY(m->servers->find(u"attic"_s));
    m->undoStack().undo();
    QTRY_COMPARE(m_list->count(), 1);
    m->undoStack().redo();
    QTRY_COMPARE(m_list->count(), 0);
}

void TestServerList::whatWasRemovedGoesWithTheWindow()
{
    m->addServer(u"attic"_s, 1);
    acts()->remove(u"attic"_s);
    QVERIFY(m->servers->find(u"attic"_s));
    delete acts();
    QVERIFY(!m->servers->find(u"attic"_s));
}

void TestServerList::picksBecomeDownloads()
{
    m->addServer(u"attic"_s, 5);
    const QSignalSpy done(acts(), &ServerActs::done);
    acts()->download(u"attic"_s, {test::remoteText(1), test::remoteText(2)}, false);
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(u'2'));
    QCOMPARE(m->downloads->list({}, 10, 0)->total, 2);
    acts()->downloadAll(u"attic"_s, true);
    QTRY_COMPARE(done.count(), 2);
    QTRY_COMPARE(m->downloads->list({}, 10, 0)->total, 5);
    const QSignalSpy wrong(acts(), &ServerActs::wentWrong);
    acts()->downloadAll(u"nobody"_s, false);
    QTRY_COMPARE(wrong.count(), 1);
}

QTEST_GUILESS_MAIN(TestServerList)
#include "tst_server_list.moc"
