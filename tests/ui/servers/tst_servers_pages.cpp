// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/client_fixture.h"
#include "support/library_fixture.h"
#include "support/patience.h"
#include "transfer/downloads/downloads.h"
#include "transfer/remote/servers.h"
#include "ui/base/preferences.h"
#include "ui/window/fetching_window.h"
#include "unit/transfer_remote/immich_script.h"

#include <QQuickWindow>
#include <QTest>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

/// As a person works with other libraries: by what stands on the buttons, and by keys.
class TestServersPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FetchingWindow::prepare(); }
    void init();
    void cleanup();
    void aServerIsAddedByHand();
    void aWrongKeyIsSaid();
    void aServerIsRenamedAndRemoved();
    void itsPhotosAreLookedThrough();
    void whatIsChosenIsDownloaded();
    void itsAlbumsOpen();
    void aNarrowWindowShowsItAll();

private:
    [[nodiscard]] const ui::Services &services() const { return m_place->services(); }
    void addServer()
    {
        transfer::NewServer wanted;
        wanted.name = u"attic"_s;
        wanted.url = m_place->server.url("/").toString();
        wanted.signIn.apiKey = u"key"_s;
        QVERIFY(services().servers->add(wanted));
        QVERIFY(services().servers->syncNow(u"attic"_s));
        QVERIFY(m->waitFor(u"attic"_s));
    }
    void openServer()
    {
        addServer();
        m->key(Qt::Key_Home);
        m->key(Qt::Key_Return);
        QVERIFY(m->waitFor(u"Not here yet"_s));
    }

    std::unique_ptr<FetchingWindow> m_place;
    WindowDriver *m = nullptr;
};

void TestServersPages::init()
{
    m_place = std::make_unique<FetchingWindow>();
    test::serveBeginning(m_place->server);
    constexpr int photos = 40;
    test::Answer list = test::jsonAnswer(test::remoteAssets(1, photos));
    test::Answer changes = test::jsonAnswer(test::delta({}));
    for (test::Answer *answer : {&list, &changes}) {
        answer->headers.emplace_back("X-Kinframe-Next-Updated-After", "t1");
        answer->headers.emplace_back("X-Kinframe-Epoch", "e1");
    }
    m_place->server.serve("/api/sync/full-sync", {list});
    m_place->server.serve("/api/sync/delta-sync", {changes});
    m_place->server.serve(
        "/api/albums", {test::jsonAnswer(QJsonArray{QJsonObject{
                           {u"id"_s, test::remoteText(100)}, {u"albumName"_s, u"Summer"_s}, {u"assetCount"_s, 2}}})});
    m_place->server.serve("/api/albums/" + test::remoteText(100).toLatin1(),
                          {test::jsonAnswer(QJsonObject{{u"id"_s, test::remoteText(100)},
                                                        {u"albumName"_s, u"Summer"_s},
                                                        {u"assets"_s, test::remoteAssets(3, 4)}})});
    for (int number = 1; number <= photos; ++number) {
        test::Answer picture = test::withBody(test::LibraryFixture::jpeg(number));
        picture.headers = {{"Content-Type", "image/jpeg"}};
        for (const char *size : {"", "?size=thumbnail", "?size=preview"}) {
            m_place->server.serve("/api/assets/" + test::remoteText(number).toLatin1() + "/thumbnail" + size,
                                  {picture});
        }
    }
    QVERIFY(m_place->open());
    m = m_place->window.get();
    QVERIFY(services().downloads->pauseAll());
    m->go(u"servers"_s);
    QVERIFY(m->waitFor(u"No other library yet"_s));
}

void TestServersPages::cleanup()
{
    QCOMPARE(m_place->close(), QStringList());
    m_place.reset();
}

void TestServersPages::aServerIsAddedByHand()
{
    m->key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"Test the connection"_s));
    m->type(m_place->server.url("/").toString());
    m->key(Qt::Key_Tab);
    m->type(u"attic"_s);
    m->key(Qt::Key_Tab);
    m->key(Qt::Key_Tab);
    m->type(u"key"_s);
    QVERIFY(m->click(u"Add"_s));
    QVERIFY(m->waitFor(u"attic"_s));
    QVERIFY(m->waitFor(u"Up to date"_s));
    QVERIFY(services().servers->find(u"attic"_s));
}

void TestServersPages::aWrongKeyIsSaid()
{
    m_place->server.serve("/api/users/me", {test::refusal(401)});
    m->open(u"servers"_s, {{u"add"_s, m_place->server.url("/").toString()}});
    QVERIFY(m->waitFor(u"Test the connection"_s));
    m->key(Qt::Key_Tab);
    m->key(Qt::Key_Tab);
    m->key(Qt::Key_Tab);
    m->type(u"wrong"_s);
    QVERIFY(m->click(u"Test the connection"_s));
    QVERIFY(m->waitFor(u"“127.0.0.1” does not know this API key. Make one there and copy it whole."_s));
    m->key(Qt::Key_Escape);
    QVERIFY(m->waitForNo(u"Test the connection"_s));
    QVERIFY(services().servers->list()->empty());
}

void TestServersPages::aServerIsRenamedAndRemoved()
{
    addServer();
    m->key(Qt::Key_Home);
    m->key(Qt::Key_F2);
    QVERIFY(m->waitFor(u"Rename the server"_s));
    m->type(u"cellar"_s);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"cellar"_s));
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Delete);
    QVERIFY(m->waitFor(u"No other library yet"_s));
    m->key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m->waitFor(u"cellar"_s));
}

void TestServersPages::itsPhotosAreLookedThrough()
{
    openServer();
    QVERIFY(m->waitFor(u"40"_s));
    m->key(Qt::Key_F, Qt::ControlModifier);
    m->type(u"IMG_7"_s);
    QVERIFY(m->waitFor(u"1"_s));
    m->type(u"77"_s);
    QVERIFY(m->waitFor(u"Nothing of this server is like that."_s));
    QVERIFY(m->click(u"Show all"_s));
    QVERIFY(m->waitFor(u"40"_s));
    m->key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m->waitForNo(u"Not here yet"_s));
}

void TestServersPages::whatIsChosenIsDownloaded()
{
    openServer();
    QVERIFY(m->waitFor(u"40"_s));
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Right, Qt::ShiftModifier);
    m->key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m->waitFor(u"3 selected"_s));
    QVERIFY(m->click(u"Download to the gallery"_s));
    QTRY_COMPARE(services().downloads->list({}, 10, 0)->total, 3);
    QVERIFY(m->waitFor(u"3 downloads added."_s));
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Download into the library"_s));
    m->key(Qt::Key_Escape);
}

void TestServersPages::itsAlbumsOpen()
{
    openServer();
    QVERIFY(m->click(u"Albums"_s));
    QVERIFY(m->waitFor(u"2"_s));
    QVERIFY(m->click(u"Summer"_s));
    QVERIFY(m->waitForNo(u"Albums"_s));
    QVERIFY(m->waitFor(u"Summer"_s));
    QVERIFY(m->waitFor(u"2"_s));
    m->key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m->waitFor(u"Albums"_s));
    QVERIFY(m->waitFor(u"Summer"_s));
}

void TestServersPages::aNarrowWindowShowsItAll()
{
    ui::Preferences::of(m->window())->setTextScale(2);
    m->window()->resize(480, 800);
    addServer();
    QVERIFY(m->waitFor(u"Up to date"_s));
    m->key(Qt::Key_Home);
    m->key(Qt::Key_Return);
    QVERIFY(m->waitFor(u"Not here yet"_s));
    m->key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m->waitFor(u"attic"_s));
}

QTEST_MAIN(TestServersPages)
#include "tst_servers_pages.moc"
