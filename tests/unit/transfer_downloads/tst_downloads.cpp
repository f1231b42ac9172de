// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloads_fixture.h"
#include "support/patience.h"

#include <QDateTime>
#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

/// One task's way, and what people can ask of it.
class DownloadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<DownloadsFixture>(); }
    void cleanup() { m.reset(); }
    void aFileComes();
    void itsNameIsTheServers();
    void nothingIsOverwritten();
    void wrongRequests_data();
    void wrongRequests();
    void secretsLieElsewhere();
    void secretsInAddresses();
    void oneTaskIdAtATime();
    void pausedAndResumed();
    void canceledAndForgotten();
    void manyAtOnce();
    void thousandsInOneGo();
    void fewAtOnce();
    void theHoursThatAreSet();
    void theSpeedThatIsSet();
    void leftOversGo();
    void joinsTheLibrary();
    void isNotFetchedTwice();

private:
    std::unique_ptr<DownloadsFixture> m;
};

void DownloadsTest::aFileComes()
{
    const QByteArray bytes = testBytes(300'000);
    m->server.serve("/a", {withBody(bytes)});
    NewDownload wanted = m->wanted("/a", u"IMG_1.jpg"_s);
    wanted.metaData = {{u"checksum"_s, QString::fromLatin1(sha1Of(bytes).toBase64())}};
    const QString id = m->add(wanted);
    QCOMPARE(m->task(id).status, DownloadStatus::Enqueued);
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    const DownloadTask task = m->task(id);
    QCOMPARE(task.filePath, m->gallery() + u"/IMG_1.jpg"_s);
    QCOMPARE(m->bytesOf(task.filePath), bytes);
    QCOMPARE(task.bytesReceived, bytes.size());
    QCOMPARE(task.totalBytes, bytes.size());
    QCOMPARE(task.attempts, 1);
    QVERIFY(!task.error);
    QCOMPARE(m->files(), QStringList{u"IMG_1.jpg"_s});
    QVERIFY(m->arrivals().isEmpty());
    QTRY_COMPARE(m->eventsOf(u"download.complete"_s), 1); // It is told once it is written.
    QVERIFY(m->eventsOf(u"download.status"_s) >= 3);
    const DownloadSummary summary = *m->downloads->summary();
    QCOMPARE(summary.count(DownloadStatus::Complete), 1);
    QCOMPARE(summary.unfinished(), 0);
}

void DownloadsTest::itsNameIsTheServers()
{
    Answer named = withBody("abc");
    named.headers = {
        {"Content-Disposition", "attachment; filename=\"plain.jpg\"; filename*=UTF-8''na%C3%AFve%2F1.jpg"}};
    m->server.serve("/a/original", {named});
    m->server.serve("/b/IMG_7.JPG", {withBody("def")});
    m->start();
    const QString a = m->add(m->wanted("/a/original", {}));
    const QString b = m->add(m->wanted("/b/IMG_7.JPG", {}));
    QVERIFY(m->waitFor(a, DownloadStatus::Complete) && m->waitFor(b, DownloadStatus::Complete));
    QCOMPARE(m->files(), (QStringList{u"IMG_7.JPG"_s, u"naïve_1.jpg"_s}));
}

void DownloadsTest::nothingIsOverwritten()
{
    QVERIFY(QDir().mkpath(m->gallery()));
    QFile mine(m->gallery() + u"/IMG.jpg"_s);
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    std::vector<NewDownload> wanted;
    for (int i = 0; i < 5; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        m->server.serve(path, {withBody("file " + QByteArray::number(i))});
        wanted.push_back(m->wanted(path, u"IMG.jpg"_s));
    }
    m->start();
    const auto tasks = m->downloads->add(wanted);
    QVERIFY(tasks);
    for (const DownloadTask &task : *tasks) {
        QVERIFY(m->waitFor(task.taskId, DownloadStatus::Complete));
    }
    QCOMPARE(m->bytesOf(mine.fileName()), QByteArray("mine"));
    QCOMPARE(m->files().size(), 6);
    QSet<QByteArray> contents;
    for (const DownloadTask &task : *tasks) {
        contents.insert(m->bytesOf(m->task(task.taskId).filePath));
    }
    QCOMPARE(contents.size(), 5);
    QVERIFY(m->files().contains(u"IMG (6).jpg"_s));
}

void DownloadsTest::wrongRequests_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QJsonObject>("metaData");
    QTest::addColumn<QString>("field");
    const QString good = u"http://127.0.0.1/a"_s;
    QTest::newRow("a file of this computer") << u"file:///etc/passwd"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("ftp") << u"ftp://a.example/a"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("no address") << u"photo.jpg"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("a password") << u"http://a:b@c.example/"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("link-local") << u"http://169.254.169.254/latest"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("nowhere") << u"http://0.0.0.0/a"_s << QByteArray() << QJsonObject() << u"url"_s;
    QTest::newRow("Range") << good << QByteArray("Range") << QJsonObject() << u"headers"_s;
    QTest::newRow("no name") << good << QByteArray("a b") << QJsonObject() << u"headers"_s;
    QTest::newRow("part") << good << QByteArray() << QJsonObject{{u"part"_s, u"sound"_s}} << u"metaData.part"_s;
    QTest::newRow("half") << good << QByteArray() << QJsonObject{{u"part"_s, u"video"_s}} << u"metaData.id"_s;
    QTest::newRow("sum") << good << QByteArray() << QJsonObject{{u"checksum"_s, u"12"_s}} << u"metaData.checksum"_s;
}

void DownloadsTest::wrongRequests()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, header);
    QFETCH(const QJsonObject, metaData);
    NewDownload wanted;
    wanted.url = QUrl(url);
    wanted.metaData = metaData;
    if (!header.isEmpty()) {
        wanted.headers = {{header, "1"}};
    }
    NewDownload good;
    good.url = QUrl(u"http://127.0.0.1/good"_s);
    const auto added = m->downloads->add({good, wanted});
    QVERIFY(!added);
    QTEST(added.error().fact(u"field"_s), "field");
    QCOMPARE(m->downloads->list({}, 10, 0)->total, 0);
}

void DownloadsTest::secretsLieElsewhere()
{
    m->server.serve("/a", {withBody("a")});
    m->server.serve("/b", {withBody("b")});
    std::vector<NewDownload> wanted{m->wanted("/a", u"a.jpg"_s), m->wanted("/b", u"b.jpg"_s)};
    for (NewDownload &one : wanted) {
        one.headers = {{"x-api-key", "very-secret"}, {"Accept-Language", "zh"}};
    }
    const auto tasks = m->downloads->add(wanted);
    QVERIFY(tasks);
    QCOMPARE(m->secrets.count(), 1U);
    QVERIFY(!m->rowsAsText().contains(u"very-secret"_s));
    QVERIFY(m->rowsAsText().contains(u"Accept-Language"_s));
    m->reopen();
    m->start();
    QVERIFY(m->waitFor((*tasks)[0].taskId, DownloadStatus::Complete));
    QVERIFY(m->waitFor((*tasks)[1].taskId, DownloadStatus::Complete));
    QCOMPARE(m->server.asked("/a").front().header("x-api-key"), QByteArray("very-secret"));
    QCOMPARE(m->server.asked("/b").front().header("Accept-Language"), QByteArray("zh"));
    QVERIFY(QTest::qWaitFor([&] { return m->secrets.count() == 0; }, tests::patienceMs));
}

void DownloadsTest::secretsInAddresses()
{
    m->server.serve("/a?size=2&api_key=very-secret", {withBody("a")});
    const QString id = m->add(m->wanted("/a?size=2&api_key=very-secret", u"a.jpg"_s));
    QVERIFY(!m->rowsAsText().contains(u"very-secret"_s));
    QVERIFY(!m->task(id).url.toString().contains(u"very-secret"_s));
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
}

void DownloadsTest::oneTaskIdAtATime()
{
    m->server.serve("/a", {withBody("a")});
    NewDownload wanted = m->wanted("/a", u"a.jpg"_s);
    wanted.metaData = {{u"id"_s, u"4f6e"_s}};
    QCOMPARE(m->add(wanted), u"4f6e"_s);
    QCOMPARE(m->downloads->add({wanted}).error().code, ErrorCode::Conflict);
    NewDownload secret = wanted;
    secret.headers = {{"Cookie", "a=b"}};
    QCOMPARE(m->downloads->add({secret}, Downloads::OnExisting::Skip)->size(), 0U);
    QVERIFY(QTest::qWaitFor([&] { return m->secrets.count() == 0; }, tests::patienceMs));
    NewDownload elsewhere = wanted;
    elsewhere.url = QUrl(u"http://127.0.0.1:9/a"_s);
    QCOMPARE(m->add(elsewhere), u"4f6e@http://127.0.0.1:9"_s);
    QVERIFY(m->downloads->cancel(u"4f6e@http://127.0.0.1:9"_s));
    m->start();
    QVERIFY(m->waitFor(u"4f6e"_s, DownloadStatus::Complete));
    QCOMPARE(m->add(wanted), u"4f6e"_s); // Once more, beside the first.
    QVERIFY(m->waitFor(u"4f6e"_s, DownloadStatus::Complete));
    QVERIFY(QTest::qWaitFor([&] { return m->files().size() == 2; }, tests::patienceMs));
}

void DownloadsTest::pausedAndResumed()
{
    const QByteArray bytes = testBytes(2'000'000);
    Answer stalls = withBody(bytes);
    stalls.etag = "\"one\"";
    stalls.stallAfter = 1'000'000;
    Answer whole = withBody(bytes);
    whole.etag = "\"one\"";
    m->server.serve("/a", {stalls, whole});
    NewDownload wanted = m->wanted("/a", u"a.jpg"_s);
    wanted.checksum = Checksum::sha1(sha1Of(bytes));
    const QString id = m->add(wanted);
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->task(id).bytesReceived == 1'000'000; }, tests::patienceMs));
    const auto paused = m->downloads->pause(id);
    QVERIFY(paused);
    QCOMPARE(paused->status, DownloadStatus::Paused);
    QCOMPARE(m->task(id).bytesReceived, 1'000'000);
    QCOMPARE(m->downloads->retry(id).error().code, ErrorCode::Conflict);
    QCOMPARE(m->server.requests("/a"), 1);
    QVERIFY(m->downloads->resume(id));
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->server.asked("/a").back().header("Range"), QByteArray("bytes=1000000-"));
    QCOMPARE(m->bytesOf(m->task(id).filePath), bytes);
    QCOMPARE(m->downloads->pause(id).error().code, ErrorCode::Conflict);
    QCOMPARE(m->downloads->resume(u"nobody"_s).error().code, ErrorCode::NotFound);
}

void DownloadsTest::canceledAndForgotten()
{
    Answer stalls = withBody(testBytes(2'000'000));
    stalls.stallAfter = 1'000'000;
    m->server.serve("/a", {stalls});
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->task(id).bytesReceived == 1'000'000; }, tests::patienceMs));
    QCOMPARE(m->downloads->cancel(id)->status, DownloadStatus::Canceled);
    QVERIFY(QTest::qWaitFor([&] { return m->arrivals().isEmpty(); }, tests::patienceMs));
    QVERIFY(m->files().isEmpty());
    QVERIFY(m->downloads->cancel(id));
    QCOMPARE(m->downloads->find(id).error().code, ErrorCode::NotFound);
}

void DownloadsTest::manyAtOnce()
{
    std::vector<NewDownload> wanted;
    for (int i = 0; i < 40; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        m->server.serve(path, {withBody(testBytes(1000, quint32(i)))});
        wanted.push_back(m->wanted(path, u"%1.jpg"_s.arg(i)));
    }
    QVERIFY(m->downloads->add(wanted));
    QCOMPARE(*m->downloads->pauseAll(), 40);
    m->start();
    QCOMPARE(m->downloads->summary()->count(DownloadStatus::Paused), 40);
    QCOMPARE(m->server.bytesSent(), 0);
    QCOMPARE(*m->downloads->resumeAll(), 40);
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->count(DownloadStatus::Complete) == 40; },
                            tests::patienceMs));
    const DownloadPage page = *m->downloads->list({DownloadStatus::Complete}, 10, 30);
    QCOMPARE(page.total, 40);
    QCOMPARE(page.items.size(), 10U);
    QVERIFY(page.items[0].id > page.items[1].id);
    QCOMPARE(*m->downloads->removeEnded(), 40);
    QCOMPARE(m->downloads->list({}, 10, 0)->total, 0);
    QCOMPARE(m->files().size(), 40);
}

void DownloadsTest::thousandsInOneGo()
{
    constexpr int count = 10'000;
    std::vector<NewDownload> wanted;
    for (int i = 0; i < count; ++i) {
        wanted.push_back(m->wanted("/" + QByteArray::number(i), u"%1.jpg"_s.arg(i)));
    }
    QStringList ids;
    const auto tasks = m->downloads->add(wanted);
    QVERIFY(tasks);
    for (const DownloadTask &task : *tasks) {
        ids << task.taskId;
    }
    const QStringList most = ids.mid(1, count - 2);
    using enum DownloadStatus;
    const auto haveCome = [&](DownloadStatus status, const Result<qint64> &many) {
        return many.value_or(0) == most.size() && m->downloads->summary()->count(status) >= most.size() &&
               m->task(ids.first()).status == Enqueued && m->task(ids.last()).status == Enqueued;
    };
    // Not a word on each of them, and one transaction for all.
    const int told = m->eventsOf(u"download.status"_s);
    const int changed = m->eventsOf(u"download.changed"_s);
    QVERIFY(haveCome(Paused, m->downloads->pauseMany(most)));
    QVERIFY(haveCome(Enqueued, m->downloads->resumeMany(most)));
    QVERIFY(haveCome(Canceled, m->downloads->cancelMany(most)));
    QVERIFY(haveCome(Enqueued, m->downloads->retryMany(most)));
    QVERIFY(haveCome(Canceled, m->downloads->cancelMany(most)));
    QCOMPARE(m->downloads->cancelMany(most).value(), 0);
    QCOMPARE(m->eventsOf(u"download.status"_s), told);
    QVERIFY(m->eventsOf(u"download.changed"_s) >= changed + 5);
    QCOMPARE(m->downloads->removeMany(ids).value(), most.size());
    QCOMPARE(m->downloads->list({}, 10, 0)->total, 2);
    // Of a few each is told of.
    QCOMPARE(m->downloads->cancelAll().value(), 2);
    QCOMPARE(m->eventsOf(u"download.status"_s), told + 2);
}

void DownloadsTest::fewAtOnce()
{
    Answer stalls = withBody("abc");
    stalls.stallAfter = 1;
    std::vector<NewDownload> wanted;
    for (int i = 0; i < 12; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        m->server.serve(path, {stalls});
        // Ten pictures before two videos: the pictures do not hold up the videos.
        wanted.push_back(m->wanted(path, u"%1.%2"_s.arg(i).arg(i < 10 ? u"jpg"_s : u"mp4"_s)));
    }
    m->setup.stallTimeout = std::chrono::seconds(30);
    m->reopen();
    const auto tasks = m->downloads->add(wanted);
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->count(DownloadStatus::Running) == 5; },
                            tests::patienceMs));
    QCOMPARE(m->task((*tasks)[10].taskId).status, DownloadStatus::Running);
    QCOMPARE(m->task((*tasks)[11].taskId).status, DownloadStatus::Running);
    QCOMPARE(m->task((*tasks)[3].taskId).status, DownloadStatus::Enqueued);
    // One that is paused gives its place to the next.
    QVERIFY(m->downloads->pause((*tasks)[0].taskId));
    QVERIFY(m->waitFor((*tasks)[3].taskId, DownloadStatus::Running));
    QCOMPARE(m->downloads->summary()->count(DownloadStatus::Running), 5);
    QCOMPARE(*m->downloads->cancelAll(), 12);
    QCOMPARE(m->downloads->summary()->count(DownloadStatus::Canceled), 12);
}

void DownloadsTest::theHoursThatAreSet()
{
    m->server.serve("/a", {withBody("a")});
    const int hour = QDateTime::currentDateTime().time().hour();
    DownloadSettings settings = *m->downloads->settings();
    settings.hours = DownloadHours{(hour + 2) % 24, (hour + 3) % 24};
    QVERIFY(m->downloads->setSettings(settings));
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->downloads->summary()->isOutsideHours; }, tests::patienceMs));
    QCOMPARE(m->task(id).status, DownloadStatus::Enqueued);
    settings.hours.reset();
    QVERIFY(m->downloads->setSettings(settings));
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
}

void DownloadsTest::theSpeedThatIsSet()
{
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->speed == 0; }, tests::patienceMs));
    DownloadSettings settings = *m->downloads->settings();
    settings.bytesPerSecond = 300'000;
    QVERIFY(m->downloads->setSettings(settings));
    QVERIFY(QTest::qWaitFor([&] { return m->speed == 300'000; }, tests::patienceMs));
    m->server.serve("/a", {withBody(testBytes(200'000))});
    QVERIFY(m->waitFor(m->add(m->wanted("/a", u"a.jpg"_s)), DownloadStatus::Complete));
    m->reopen();
    m->speed = -1;
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return m->speed == 300'000; }, tests::patienceMs));
    settings.bytesPerSecond = -1;
    QCOMPARE(m->downloads->setSettings(settings).error().code, ErrorCode::InvalidArgument);
}

// A crash between the end of a task and that of its file.
void DownloadsTest::leftOversGo()
{
    Answer refuses;
    refuses.status = 503;
    m->server.serve("/a", {refuses});
    const QString id = m->add(m->wanted("/a", u"a.jpg"_s));
    const QDir arrivals(m->gallery() + u"/.kinframe-downloads"_s);
    QVERIFY(arrivals.mkpath(u"."_s));
    const QString needed = QString::number(m->task(id).id) + u".part"_s;
    for (const QString &name : {needed, u"4711"_s, u"4712.part.json"_s}) {
        QFile file(arrivals.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    m->start();
    QVERIFY(QTest::qWaitFor([&] { return !m->arrivals().contains(u"4711"_s); }, tests::patienceMs));
    QVERIFY(m->waitFor(id, DownloadStatus::Failed));
    QVERIFY(!m->arrivals().contains(u"4712.part.json"_s));
    QVERIFY(m->arrivals().contains(needed));
}

void DownloadsTest::joinsTheLibrary()
{
    QStringList joined;
    m->join = [&joined](storage::Transaction &, const DownloadTask &task) { joined << task.filePath; };
    m->reopen();
    m->server.serve("/a", {withBody("a")});
    m->start();
    QVERIFY(m->waitFor(m->add(m->wanted("/a", u"a.jpg"_s)), DownloadStatus::Complete));
    QCOMPARE(joined, QStringList());
    DownloadSettings settings = *m->downloads->settings();
    settings.joinsLibrary = true;
    QVERIFY(m->downloads->setSettings(settings));
    QVERIFY(m->waitFor(m->add(m->wanted("/a", u"b.jpg"_s)), DownloadStatus::Complete));
    QCOMPARE(joined, QStringList{m->gallery() + u"/b.jpg"_s});
}

void DownloadsTest::isNotFetchedTwice()
{
    const QByteArray known = sha1Of("known");
    m->alreadyHere = [known](const Checksum &checksum) {
        return checksum.bytes == known ? std::optional(u"/photos/known.jpg"_s) : std::nullopt;
    };
    m->reopen();
    DownloadSettings settings = *m->downloads->settings();
    settings.joinsLibrary = true;
    QVERIFY(m->downloads->setSettings(settings));
    m->server.serve("/a", {withBody("known")});
    NewDownload wanted = m->wanted("/a", u"a.jpg"_s);
    wanted.checksum = Checksum::sha1(known);
    const QString id = m->add(wanted);
    m->start();
    QVERIFY(m->waitFor(id, DownloadStatus::Complete));
    QCOMPARE(m->server.requests("/a"), 0);
    QCOMPARE(m->task(id).filePath, u"/photos/known.jpg"_s);
    QCOMPARE(m->task(id).error->code, ErrorCode::AlreadyHere);
}

QTEST_GUILESS_MAIN(DownloadsTest)
#include "tst_downloads.moc"
