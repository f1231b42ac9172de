// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloads_fixture.h"
#include "support/patience.h"
#include "transfer/downloads/download_sources.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

/// A remote library of the name `nas`, whose assets the test's server has.
class MadeSources : public DownloadSources
{
public:
    explicit MadeSources(const FaultServer &server)
        : m_server(server)
    {
    }
    Result<QUrl> address(const QString &server, const QString &assetId) override
    {
        return server == "nas"_L1 ? Result<QUrl>(m_server.url("/api/assets/" + assetId.toLatin1() + "/original"))
                                  : fail(ErrorCode::NotFound, {{u"what"_s, u"server"_s}, {u"id"_s, server}});
    }
    void open(const QString &server, const QString &assetId, std::function<void(Result<DownloadSource>)> done) override
    {
        if (!isSignedIn) {
            done(fail(ErrorCode::RemoteUnauthorized, {{u"host"_s, server}}));
            return;
        }
        done(DownloadSource{address(server, assetId).value(), {{"Authorization", "Bearer now"}}});
    }
    std::atomic<bool> isSignedIn = false;

private:
    const FaultServer &m_server;
};

} // namespace

/// What goes wrong on the way, and what comes of it.
class DownloadTroublesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<DownloadsFixture>(); }
    void cleanup() { m.reset(); }
    void whatFailsNamesTheReason_data();
    void whatFailsNamesTheReason();
    void retriesAndComes_data();
    void retriesAndComes();
    void aBusyServerIsLeftAlone();
    void signInStopsTheServersQueue();
    void aRemoteLibraryToSignInTo();
    void aServerThatIsAway();
    void aServerThatGoesOnTheWay();
    void aNetworkThatIsAway();
    void pausedAndResumedAgainAndAgain();
    void aGalleryThatCannotBeWritten();
    void aFullDisk();
    void goesOnAfterAnEnd();
    void isNamedOnceAfterACrash();

private:
    std::unique_ptr<DownloadsFixture> m;
};

void DownloadTroublesTest::whatFailsNamesTheReason_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<DownloadStatus>("end");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, int status, const QByteArray &body, DownloadStatus end, ErrorCode code,
                        int requests) { QTest::newRow(name) << status << body << end << code << requests; };
    using enum ErrorCode;
    row("404", 404, "", DownloadStatus::NotFound, RemoteNotFound, 1);
    row("410", 410, "", DownloadStatus::NotFound, RemoteNotFound, 1);
    row("Immich's 400", 400, R"({"message":"Not found or no asset.download access"})", DownloadStatus::NotFound,
        RemoteNotFound, 1);
    row("another 400", 400, "no", DownloadStatus::Failed, RemoteRefused, 1);
    row("503", 503, "", DownloadStatus::Failed, RemoteRefused, 4);
    row("408", 408, "", DownloadStatus::Failed, RemoteRefused, 4);
    row("429", 429, "", DownloadStatus::Failed, RemoteRefused, 4);
    row("401", 401, "", DownloadStatus::Failed, RemoteUnauthorized, 1);
    row("403", 403, "", DownloadStatus::Failed, RemoteUnauthorized, 1);
}

void DownloadTroublesTest::whatFailsNamesTheReason()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const DownloadStatus, end);
    Answer refuses = withBody(body);
    refuses.status = status;
    m->server.serve("/a", {refuses});
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    m->start();
    QVERIFY(m->waitFor(id, end));
    QVERIFY(m->task(id).error);
    QTEST(m->task(id).error->code, "code");
    QTEST(m->server.requests("/a"), "requests");
    QTRY_COMPARE(m->eventsOf(u"download.error"_s), 1); // It is told once it is written.
    QVERIFY(m->files().isEmpty());
}

void DownloadTroublesTest::retriesAndComes_data()
{
    QTest::addColumn<QString>("trouble");
    for (const char *name : {"dropped", "503", "stalled", "wrong bytes", "too short"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void DownloadTroublesTest::retriesAndComes()
{
    QFETCH(const QString, trouble);
    const QByteArray bytes = testBytes(500'000);
    Answer good = withBody(bytes);
    good.etag = "\"v\"";
    Answer bad = good;
    if (trouble == "dropped"_L1) {
        bad.closeAfter = 123'456;
    } else if (trouble == "503"_L1) {
        bad.status = 503;
    } else if (trouble == "stalled"_L1) {
        bad.stallAfter = 99'999;
    } else if (trouble == "wrong bytes"_L1) {
        bad.corruptAt = 77;
    } else {
        bad.body = bytes.left(400'000);
    }
    m->server.serve("/a", {bad, good});
    NewDownload wanted = m->wanted("/a", u"a.jpg"_s);
    wanted.checksum = Checksum::sha1(sha1Of(bytes));
    wanted.size = bytes.size();
    const QString id = m->add(wanted);
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->bytesOf(m->task(id).filePath), bytes);
    QCOMPARE(m->server.requests("/a"), 2);
    QVERIFY(!m->task(id).error);
}

void DownloadTroublesTest::aBusyServerIsLeftAlone()
{
    Answer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "100"}};
    m->server.serve("/a", {busy});
    m->server.serve("/b", {withBody("b")});
    const qint64 before = wallMs();
    const QString a = m->add(m->wanted("/a", u"a.jpg"_s));
    m->start();
    QVERIFY(m->waitFor(a, DownloadStatus::WaitingToRetry));
    QVERIFY(*m->task(a).retryAt >= before + 100'000);
    // Others have its place meanwhile, and it can be told to try now.
    const QString b = m->add(m->wanted("/b", u"b.jpg"_s));
    QVERIFY(m->waitFor(b, DownloadStatus::Complete));
    m->server.serve("/a", {withBody("a")});
    QVERIFY(m->downloads->retry(a));
    QVERIFY(m->waitFor(a, DownloadStatus::Complete));
}

void DownloadTroublesTest::signInStopsTheServersQueue()
{
    Answer refuses;
    refuses.status = 401;
    std::vector<NewDownload> wanted;
    for (int i = 0; i < 10; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        m->server.serve(path, {refuses});
        wanted.push_back(m->wanted(path, u"%1.jpg"_s.arg(i)));
    }
    FaultServer other;
    other.serve("/a", {withBody("a")});
    NewDownload elsewhere;
    elsewhere.url = other.url("/a");
    elsewhere.filename = u"other.jpg"_s;
    const auto tasks = m->downloads->add(wanted);
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->count(DownloadStatus::Failed) == 1; },
                            tests::patienceMs));
    QVERIFY(m->waitFor(m->add(elsewhere), DownloadStatus::Complete));
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->count(DownloadStatus::Enqueued) == 9; },
                            tests::patienceMs));
    m->reopen(); // It is remembered.
    m->start();
    m->downloads->setNetworkReachable(true);
    QCOMPARE(m->downloads->summary()->count(DownloadStatus::Failed), 1);
    for (int i = 0; i < 10; ++i) {
        m->server.serve("/" + QByteArray::number(i), {withBody("x")});
    }
    QCOMPARE(*m->downloads->retryFailed(), 1);
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->count(DownloadStatus::Complete) == 11; },
                            tests::patienceMs));
}

void DownloadTroublesTest::aRemoteLibraryToSignInTo()
{
    MadeSources sources(m->server);
    NewDownload wanted;
    wanted.server = u"nas"_s;
    wanted.assetId = u"4711"_s;
    wanted.filename = u"a.jpg"_s;
    QCOMPARE(m->downloads->add({wanted}).error().code, ErrorCode::NotFound); // Nobody knows it.
    m->downloads->setSources(&sources);
    NewDownload second = wanted;
    second.assetId = u"4712"_s;
    NewDownload elsewhere = wanted;
    elsewhere.server = u"attic"_s;
    QCOMPARE(m->downloads->add({wanted, elsewhere}).error().code, ErrorCode::NotFound);
    for (const char *id : {"4711", "4712"}) {
        m->server.serve(QByteArray("/api/assets/") + id + "/original", {withBody(id)});
    }
    QVERIFY(m->downloads->add({wanted, second}));
    m->start();
    QVERIFY(m->waitFor(u"4711"_s, DownloadStatus::Failed));
    QCOMPARE(m->task(u"4711"_s).error->code, ErrorCode::RemoteUnauthorized);
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->problem.has_value(); }, tests::patienceMs));
    QCOMPARE(m->task(u"4712"_s).status, DownloadStatus::Enqueued);
    sources.isSignedIn = true;
    m->downloads->signedIn(u"nas"_s);
    QVERIFY(m->waitFor(u"4712"_s, DownloadStatus::Complete));
    QVERIFY(m->downloads->retry(u"4711"_s));
    QVERIFY(m->waitFor(u"4711"_s, DownloadStatus::Complete));
    QCOMPARE(m->server.asked("/api/assets/4711/original").front().header("Authorization"), QByteArray("Bearer now"));
    m->downloads->setSources(nullptr);
}

void DownloadTroublesTest::aServerThatIsAway()
{
    auto away = std::make_unique<FaultServer>();
    NewDownload wanted;
    wanted.url = away->url("/a");
    wanted.filename = u"a.jpg"_s;
    NewDownload second = wanted;
    second.url = away->url("/b");
    away.reset();
    const QString a = m->add(wanted);
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->task(a).hold == DownloadHold::Network; }, tests::patienceMs));
    QCOMPARE(m->task(a).status, DownloadStatus::WaitingToRetry);
    // Another one of that server waits too, without a try of its own; one of another server does not.
    m->server.serve("/c", {withBody("c")});
    const QString c = m->add(m->wanted("/c", u"c.jpg"_s));
    QVERIFY(m->waitFor(c, DownloadStatus::Complete));
    const int attempts = m->task(a).attempts;
    QVERIFY(
        QTest::qWaitFor([&] { return m->task(a).attempts >= attempts + 2; }, tests::patienceMs)); // Tried now and then.
    QCOMPARE(m->task(a).error->code, ErrorCode::NetworkFailed);
    const QString b = m->add(second);
    // It is back, under its old address.
    QTcpServer back;
    connect(&back, &QTcpServer::newConnection, &back, [&back] {
        QTcpSocket *socket = back.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nback");
            socket->disconnectFromHost();
        });
    });
    QVERIFY(back.listen(QHostAddress::LocalHost, quint16(wanted.url.port())));
    QVERIFY(m->waitFor(a, DownloadStatus::Complete) && m->waitFor(b, DownloadStatus::Complete));
    QCOMPARE(m->bytesOf(m->task(a).filePath), QByteArray("back"));
}

// What ran when it went waits for it like the rest.
void DownloadTroublesTest::aServerThatGoesOnTheWay()
{
    m->setup.retry.firstDelay = std::chrono::milliseconds(200); // Long enough for both to break off.
    m->reopen();
    const QByteArray bytes = testBytes(2'000'000);
    const auto serve = [&bytes](QTcpServer &server, qsizetype count, const std::function<void()> &sent) {
        connect(&server, &QTcpServer::newConnection, &server, [&server, &bytes, count, sent] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &bytes, count, sent] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(bytes.size()) +
                              "\r\nConnection: close\r\n\r\n" + bytes.first(count));
                sent();
            });
        });
    };
    QStringList ids;
    QTcpServer back;
    {
        QTcpServer goes;
        int begun = 0;
        serve(goes, bytes.size() / 2, [&begun] { ++begun; });
        QVERIFY(goes.listen(QHostAddress::LocalHost));
        for (const char *name : {"a", "b"}) {
            NewDownload wanted;
            wanted.url = QUrl(u"http://127.0.0.1:%1/%2"_s.arg(goes.serverPort()).arg(QLatin1String(name)));
            wanted.filename = QLatin1String(name);
            ids << m->add(wanted);
        }
        m->start();
        const auto isHalfHere = [this](const QString &id) { return m->task(id).bytesReceived == 1'000'000; };
        QVERIFY(QTest::qWaitFor([&] { return begun == 2 && std::all_of(ids.begin(), ids.end(), isHalfHere); },
                                tests::patienceMs));
        serve(back, bytes.size(), [] {});
    }
    const QUrl address = m->task(ids.first()).url;
    const auto isAway = [this](const QString &id) { return m->task(id).hold == DownloadHold::Network; };
    const auto hasEnded = [this](const QString &id) { return isEnded(m->task(id).status); };
    QVERIFY(QTest::qWaitFor(
        [&] { return std::any_of(ids.begin(), ids.end(), isAway) || std::any_of(ids.begin(), ids.end(), hasEnded); },
        30'000));
    // One of them tries now and then, the other waits for what comes of it.
    const auto attempts = [&] { return m->task(ids.first()).attempts + m->task(ids.last()).attempts; };
    QVERIFY(QTest::qWaitFor([&, before = attempts()] { return attempts() >= before + 3; }, tests::patienceMs));
    QVERIFY(std::none_of(ids.begin(), ids.end(), hasEnded));
    QVERIFY(back.listen(QHostAddress::LocalHost, quint16(address.port())));
    for (const QString &id : ids) {
        QVERIFY(m->waitFor(id, DownloadStatus::Complete));
        QCOMPARE(m->bytesOf(m->task(id).filePath), bytes);
    }
}

void DownloadTroublesTest::aNetworkThatIsAway()
{
    NewDownload wanted;
    wanted.url = QUrl(u"http://photos.invalid/a"_s);
    wanted.filename = u"a.jpg"_s;
    m->downloads->setNetworkReachable(false);
    const QString id = m->add(wanted);
    m->server.serve("/a", {withBody("a")});
    m->start();
    QVERIFY(m->waitFor(m->add(m->wanted("/a", u"b.jpg"_s)), DownloadStatus::Complete)); // On this computer.
    QCOMPARE(m->task(id).status, DownloadStatus::Enqueued);
    QCOMPARE(m->task(id).attempts, 0);
    m->downloads->setNetworkReachable(true);
    QVERIFY(QTest::qWaitFor([&] { return m->task(id).attempts > 0; }, tests::patienceMs));
}

// Each time before the engine has let go of the file.
void DownloadTroublesTest::pausedAndResumedAgainAndAgain()
{
    const QByteArray bytes = testBytes(4'000'000);
    Answer slow = withBody(bytes);
    slow.etag = "\"one\"";
    slow.dripBytes = 40'000;
    m->server.serve("/a", {slow});
    NewDownload wanted = m->wanted("/a", u"a.mp4"_s);
    wanted.checksum = Checksum::sha1(sha1Of(bytes));
    const QString id = m->add(wanted);
    m->start();
    for (int i = 0; i < 30; ++i) {
        QVERIFY(m->waitFor(id, DownloadStatus::Running));
        QVERIFY(m->downloads->pause(id));
        QVERIFY(m->downloads->resume(id));
    }
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->bytesOf(m->task(id).filePath), bytes);
    QVERIFY(m->arrivals().isEmpty());
}

void DownloadTroublesTest::aGalleryThatCannotBeWritten()
{
    QFile file(m->folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m->server.serve("/a", {withBody("a")});
    DownloadSettings settings = *m->downloads->settings();
    settings.folder = file.fileName() + u"/below"_s;
    QCOMPARE(m->downloads->setSettings(settings).error().code, ErrorCode::DownloadFolder);
    // It was there when it was chosen.
    QVERIFY(QDir(m->gallery()).removeRecursively());
    QVERIFY(QFile::copy(file.fileName(), m->gallery()));
    m->start();
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    QVERIFY(m->waitFor(id, DownloadStatus::Failed));
    QCOMPARE(m->task(id).error->code, ErrorCode::DownloadFolder);
    QCOMPARE(m->task(id).error->fact(u"path"_s), m->gallery());
    settings.folder = m->folder.filePath(u"another"_s);
    QVERIFY(m->downloads->setSettings(settings));
    QVERIFY(m->downloads->retry(id));
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->task(id).filePath, settings.folder + u"/a.jpg"_s);
}

void DownloadTroublesTest::aFullDisk()
{
    m->setup.spareBytes = qint64(1) << 60; // More than any disk has.
    m->reopen();
    m->server.serve("/a", {withBody("a")});
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Paused));
    QCOMPARE(m->task(id).hold, DownloadHold::Disk);
    QCOMPARE(m->task(id).error->code, ErrorCode::DiskFull);
    QVERIFY(m->task(id).error->fact(u"missingBytes"_s).toLongLong() > 0);
    m->setup.spareBytes = 0; // As if somebody had made room.
    m->reopen();
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
}

void DownloadTroublesTest::goesOnAfterAnEnd()
{
    const QByteArray bytes = testBytes(2'000'000);
    Answer stalls = withBody(bytes);
    stalls.etag = "\"one\"";
    stalls.stallAfter = 1'500'000;
    Answer whole = withBody(bytes);
    whole.etag = "\"one\"";
    m->server.serve("/a", {stalls, whole});
    NewDownload wanted = m->wanted("/a", u"a.mp4"_s);
    wanted.checksum = Checksum::sha1(sha1Of(bytes));
    m->setup.stallTimeout = std::chrono::seconds(30);
    m->reopen();
    const QString id = m->add(wanted);
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->task(id).bytesReceived == 1'500'000; }, tests::patienceMs));
    m->reopen();
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->server.asked("/a").back().header("Range"), QByteArray("bytes=1500000-"));
    QCOMPARE(m->bytesOf(m->task(id).filePath), bytes);
}

// As a crash leaves it: the name is recorded, and the file has it, or not yet.
void DownloadTroublesTest::isNamedOnceAfterACrash()
{
    const QString a = m->add(m->wanted("/a", u"a.jpg"_s));
    const QString b = m->add(m->wanted("/b", u"b.jpg"_s));
    QVERIFY(QDir().mkpath(m->gallery() + u"/.kinframe-downloads"_s));
    const auto made = [this](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("bytes") == 5;
    };
    QVERIFY(made(m->gallery() + u"/a.jpg"_s));
    QVERIFY(made(m->gallery() + u"/.kinframe-downloads/%1"_s.arg(m->task(b).id)));
    const auto recorded = m->database->write([this](storage::Transaction &transaction) -> Result<void> {
        transaction.run("UPDATE download SET status = 1, stage = 2, folder = ?1, path = ?1 || '/' || filename",
                        m->gallery());
        return {};
    });
    QVERIFY(recorded);
    m->reopen();
    m->start();
    QVERIFY(m->waitFor(a, DownloadStatus::Complete) && m->waitFor(b, DownloadStatus::Complete));
    QCOMPARE(m->files(), (QStringList{u"a.jpg"_s, u"b.jpg"_s}));
    QVERIFY(m->arrivals().isEmpty());
    QCOMPARE(m->server.requests("/a") + m->server.requests("/b"), 0);
}

QTEST_GUILESS_MAIN(DownloadTroublesTest)
#include "tst_download_troubles.moc"
