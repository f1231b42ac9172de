// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "download_fixture.h"

#include <QDateTime>
#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype size = 700'000;

Answer good()
{
    Answer answer;
    answer.body = testBytes(size);
    answer.etag = "\"v1\"";
    return answer;
}

template <typename Change>
Answer with(Change change)
{
    Answer answer = good();
    change(answer);
    return answer;
}

Answer status(int number, const QByteArray &retryAfter = {})
{
    Answer answer;
    answer.status = number;
    answer.body = "sorry";
    answer.headers = {{"Retry-After", retryAfter}};
    return answer;
}

} // namespace

/// One fault, then a server in order (or a second address): what becomes of the file, and how often was asked.
class TestDownloadFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overcome_data();
    void overcome();
    void givenUp_data();
    void givenUp();
    void nextAddress_data();
    void nextAddress();
    void theMoreHopefulErrorIsTold();
    void retryAfterIsHeard();
    void retryAfterHasAnEnd();
    void longBusyLinesAreForgiven();
    void declaredSizeIsCheckedFirst();
    void noRoomForTheDeclaredSize();
    void noRoomForTheAnnouncedSize();
    void aFullDisk();
    void folderThatIsNotThere();
    void anEndlessErrorPage();
    void refusalsCanBeExplained();
    void withoutAnAddress();
};

void TestDownloadFaults::overcome_data()
{
    QTest::addColumn<QList<Answer>>("answers");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const QList<Answer> &answers, int requests) {
        QTest::newRow(name) << answers << requests;
    };
    row("nothing", {good()}, 1);
    row("closed", {with([](Answer &a) { a.closeAfter = 300'000; }), good()}, 2);
    row("reset", {with([](Answer &a) { a.closeAfter = 300'000, a.reset = true; }), good()}, 2);
    row("closed at once", {with([](Answer &a) { a.closeAfter = 0; }), good()}, 2);
    row("stalled", {with([](Answer &a) { a.stallAfter = 60; }), good()}, 2);
    row("stalled at once", {with([](Answer &a) { a.stallAfter = 0; }), good()}, 2);
    row("slow", {with([](Answer &a) { a.dripBytes = 20'000; })}, 1);
    row("packed", {with([](Answer &a) { a.gzip = true; })}, 1);
    row("packed and closed", {with([](Answer &a) { a.gzip = true, a.closeAfter = 300'000; }), good()}, 2);
    row("in pieces", {with([](Answer &a) { a.chunked = true; })}, 1);
    row("in pieces, closed", {with([](Answer &a) { a.chunked = true, a.closeAfter = 300'000; }), good()}, 2);
    row("without length", {with([](Answer &a) { a.withoutLength = true; })}, 1);
    row("without length, closed", {with([](Answer &a) { a.withoutLength = true, a.closeAfter = 300'000; }), good()}, 2);
    row("a wrong byte", {with([](Answer &a) { a.corruptAt = 5; }), good()}, 2);
    row("a wrong byte before it broke",
        {with([](Answer &a) { a.corruptAt = 5, a.closeAfter = 300'000; }), good(), good()}, 3);
    row("busy", {status(503), good()}, 2);
    row("too often", {status(429, "0"), good()}, 2);
    row("three times", {status(500), status(502), status(408), good()}, 4);
}

void TestDownloadFaults::overcome()
{
    QFETCH(QList<Answer>, answers);
    QFETCH(int, requests);
    DownloadFixture f;
    f.server.serve("/a", {answers.begin(), answers.end()});
    FileDownload what = f.of({"/a"}, testBytes(size));
    what.size = size;
    const auto result = f.run(what);
    QVERIFY2(result, result ? "" : qPrintable(result.error().forLog()));
    QVERIFY(f.written() == testBytes(size));
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
    QCOMPARE(f.server.requests("/a"), requests);
}

void TestDownloadFaults::givenUp_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("keptForLater");
    const auto row = [](const char *name, const Answer &answer, ErrorCode error, int requests, bool kept) {
        QTest::newRow(name) << answer << error << requests << kept;
    };
    row("not there", status(404), ErrorCode::RemoteNotFound, 1, false);
    row("gone", status(410), ErrorCode::RemoteNotFound, 1, false);
    row("not signed in", status(401), ErrorCode::RemoteUnauthorized, 1, false);
    row("not allowed", status(403), ErrorCode::RemoteUnauthorized, 1, false);
    row("bad request", status(400), ErrorCode::RemoteRefused, 1, false);
    row("no content", status(204), ErrorCode::RemoteInvalid, 1, false);
    row("a part that nobody asked for", status(206), ErrorCode::RemoteInvalid, 1, false);
    row("a redirect to nowhere", status(302), ErrorCode::RemoteRefused, 1, false);
    row("always busy", status(503), ErrorCode::RemoteRefused, 4, false);
    row("always reset", with([](Answer &a) { a.closeAfter = 0, a.reset = true; }), ErrorCode::NetworkFailed, 4, false);
    row("always broken", with([](Answer &a) { a.closeAfter = 300'000, a.ranges = false; }), ErrorCode::NetworkFailed, 4,
        true);
    row("other content", with([](Answer &a) { a.corruptAt = 7; }), ErrorCode::RemoteChecksum, 2, false);
    row("longer", with([](Answer &a) { a.body += "x", a.withoutLength = true; }), ErrorCode::RemoteChecksum, 2, false);
    row("endless", with([](Answer &a) { a.endless = true; }), ErrorCode::RemoteChecksum, 2, false);
    row("shorter", with([](Answer &a) { a.body.chop(1), a.chunked = true; }), ErrorCode::RemoteChecksum, 2, false);
    row("other length announced", with([](Answer &a) { a.claimedLength = size + 1; }), ErrorCode::RemoteChecksum, 2,
        false);
    row("a flood of headers", with([](Answer &a) { a.headerFlood = 500; }), ErrorCode::RemoteInvalid, 1, false);
}

void TestDownloadFaults::givenUp()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, error);
    QFETCH(int, requests);
    QFETCH(bool, keptForLater);
    DownloadFixture f;
    f.server.serve("/a", {answer});
    FileDownload what = f.of({"/a"}, testBytes(size));
    what.size = size;
    const auto result = f.run(what);
    QVERIFY(!result);
    QCOMPARE(result.error().name(), nameOf(error));
    QCOMPARE(f.server.requests("/a"), requests);
    QVERIFY(!QFile::exists(f.path()));
    QCOMPARE(QFile::exists(f.path() + u".part.json"_s), keptForLater);
}

void TestDownloadFaults::nextAddress_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("requests");
    QTest::newRow("not there") << status(404) << 1;
    QTest::newRow("not allowed") << status(403) << 1;
    QTest::newRow("always busy") << status(500) << 4;
    QTest::newRow("wrong content") << with([](Answer &a) { a.corruptAt = 7; }) << 1;
    QTest::newRow("wrong length") << with([](Answer &a) { a.body.chop(5); }) << 1;
    QTest::newRow("always broken") << with([](Answer &a) { a.closeAfter = 0; }) << 4;
    QTest::newRow("flood") << with([](Answer &a) { a.headerFlood = 500; }) << 1;
}

void TestDownloadFaults::nextAddress()
{
    QFETCH(Answer, answer);
    QFETCH(int, requests);
    DownloadFixture f;
    f.server.serve("/a", {answer});
    f.server.serve("/b", {good()});
    FileDownload what = f.of({"/a", "/b"}, testBytes(size));
    what.size = size;
    QVERIFY(f.run(what));
    QVERIFY(f.written() == testBytes(size));
    QCOMPARE(f.server.requests("/a"), requests);
    QCOMPARE(f.server.requests("/b"), 1);
}

void TestDownloadFaults::theMoreHopefulErrorIsTold()
{
    DownloadFixture f;
    f.server.serve("/a", {status(503)});
    f.server.serve("/b", {status(404)});
    QCOMPARE(f.run(f.of({"/a", "/b"})).error().name(), u"remote_refused"_s);
    QCOMPARE(f.run(f.of({"/b", "/a"})).error().name(), u"remote_refused"_s);
}

void TestDownloadFaults::retryAfterIsHeard()
{
    DownloadFixture f;
    const QByteArray date =
        QDateTime::currentDateTimeUtc().addSecs(3600).toString(u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT";
    f.server.serve("/a", {status(429, "1"), status(503, date), good()});
    FileDownload what = f.of({"/a"});
    // An hour is more than is given; without a limit the test would not end.
    what.retry.longestRetryAfter = std::chrono::milliseconds(1500);
    std::vector<std::chrono::milliseconds> delays;
    std::vector<QString> errors;
    std::promise<Result<DownloadedFile>> done;
    DownloadObserver observer;
    observer.waiting = [&](const Error &error, std::chrono::milliseconds delay) {
        errors.push_back(error.fact(u"status"_s));
        delays.push_back(delay);
    };
    observer.done = [&](const Result<DownloadedFile> &result) { done.set_value(result); };
    f.downloader.start(what, observer);
    QVERIFY(done.get_future().get());
    QCOMPARE(errors, (std::vector{u"429"_s, u"503"_s}));
    QVERIFY(delays.at(0).count() >= 1000 && delays.at(0).count() <= 1002);
    QVERIFY(delays.at(1).count() >= 1500 && delays.at(1).count() <= 1502);
}

void TestDownloadFaults::retryAfterHasAnEnd()
{
    DownloadFixture f;
    f.server.serve("/a", {status(429, "86400")});
    FileDownload what = f.of({"/a"});
    what.retry.longestRetryAfter = std::chrono::milliseconds(3);
    QCOMPARE(f.run(what).error().name(), u"remote_refused"_s);
    QCOMPARE(f.server.requests("/a"), 4);
}

void TestDownloadFaults::longBusyLinesAreForgiven()
{
    // Each attempt brings more than a megabyte: that is a bad line, not a dead one.
    DownloadFixture f;
    Answer answer = good();
    answer.body = testBytes(12'000'000);
    Answer broken = answer;
    broken.closeAfter = 1'500'000;
    f.server.serve("/a", {broken});
    QVERIFY(f.run(f.of({"/a"}, answer.body)));
    QCOMPARE(f.server.requests("/a"), 8);
    QVERIFY(f.written() == answer.body);
}

void TestDownloadFaults::declaredSizeIsCheckedFirst()
{
    DownloadFixture f;
    f.server.serve("/a", {with([](Answer &a) { a.body = testBytes(50'000'000); })});
    FileDownload what = f.of({"/a"});
    what.size = size;
    QCOMPARE(f.run(what).error().name(), u"remote_checksum"_s);
    // It was not fetched to the end only to be thrown away.
    QVERIFY(f.server.bytesSent() < 2 * 50'000'000);
}

void TestDownloadFaults::noRoomForTheDeclaredSize()
{
    DownloadFixture f;
    const qint64 tooMuch = freeSpace(f.folder.path()) + 5'000'000'000;
    f.server.serve("/a", {good()});
    FileDownload what = f.of({"/a"});
    what.size = tooMuch;
    const auto result = f.run(what);
    QCOMPARE(result.error().name(), u"disk_full"_s);
    QCOMPARE(f.server.requests("/a"), 0);
    const qint64 missing = result.error().fact(u"missingBytes"_s).toLongLong();
    QVERIFY(missing > 4'000'000'000 && missing < 6'000'000'000);
    QVERIFY(result.error().fact(u"missing"_s).endsWith(u" GB"_s));
}

void TestDownloadFaults::noRoomForTheAnnouncedSize()
{
    DownloadFixture f;
    f.server.serve("/a", {with([&](Answer &a) { a.claimedLength = freeSpace(f.folder.path()) + 5'000'000'000; })});
    const auto result = f.run(f.of({"/a"}));
    QCOMPARE(result.error().name(), u"disk_full"_s);
    QCOMPARE(f.server.requests("/a"), 1);
    QVERIFY(!QFile::exists(f.path()));
}

void TestDownloadFaults::aFullDisk()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("This system has no /dev/full.");
    }
    DownloadFixture f;
    // Every byte written to this part meets a disk that is full.
    QVERIFY(QFile::link(u"/dev/full"_s, f.path() + u".part"_s));
    f.server.serve("/a", {good()});
    f.server.serve("/b", {good()});
    const auto result = f.run(f.of({"/a", "/b"}));
    QCOMPARE(result.error().name(), u"disk_full"_s);
    QCOMPARE(result.error().fact(u"path"_s), f.path());
    QCOMPARE(result.error().fact(u"missingBytes"_s), QString::number(size));
    // Another address would not help.
    QCOMPARE(f.server.requests("/b"), 0);
}

void TestDownloadFaults::folderThatIsNotThere()
{
    DownloadFixture f;
    f.server.serve("/a", {good()});
    FileDownload what = f.of({"/a"});
    what.path = f.folder.filePath(u"none/file"_s);
    QCOMPARE(f.run(what).error().name(), u"file_not_found"_s);
    QCOMPARE(f.server.requests("/a"), 0);
}

void TestDownloadFaults::anEndlessErrorPage()
{
    DownloadFixture f;
    f.server.serve("/a", {with([](Answer &a) { a.status = 404, a.endless = true; })});
    QCOMPARE(f.run(f.of({"/a"})).error().name(), u"remote_not_found"_s);
}

void TestDownloadFaults::refusalsCanBeExplained()
{
    DownloadFixture f;
    Answer answer = status(400);
    answer.body = "{\"message\":\"Not found or no asset.download access\"}";
    f.server.serve("/a", {answer});
    FileDownload what = f.of({"/a"});
    what.refusal = [](const HttpHead &head, QByteArrayView body) -> std::optional<Error> {
        if (head.status == 400 && body.contains("Not found")) {
            return Error{ErrorCode::RemoteNotFound, {}, {}};
        }
        return std::nullopt;
    };
    QCOMPARE(f.run(what).error().name(), u"remote_not_found"_s);
}

void TestDownloadFaults::withoutAnAddress()
{
    DownloadFixture f;
    QCOMPARE(f.run(f.of({})).error().name(), u"missing_field"_s);
    FileDownload what = f.of({});
    what.urls = {QUrl(u"file:///etc/hostname"_s)};
    QCOMPARE(f.run(what).error().name(), u"invalid_argument"_s);
}

QTEST_GUILESS_MAIN(TestDownloadFaults)
#include "tst_download_faults.moc"
