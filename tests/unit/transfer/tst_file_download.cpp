// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "download_fixture.h"
#include "support/patience.h"

#include <QTest>

#include <semaphore>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

Answer file(QByteArray body, QByteArray etag = "\"v1\"")
{
    Answer answer;
    answer.body = std::move(body);
    answer.etag = std::move(etag);
    return answer;
}

/// Breaks off after so many bytes.
Answer broken(Answer answer, qint64 after)
{
    answer.closeAfter = after;
    return answer;
}

} // namespace

class TestFileDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFile();
    void anEmptyFile();
    void replacesWhatIsThere();
    void progressGoesUp();
    void goesOnWhereItBroke();
    void goesOnByDate();
    void goesOnByChecksumAlone();
    void withoutAnyProofItStartsOver();
    void aWeakTagProvesNothing();
    void startsOverWhenChanged();
    void startsOverWhenTheServerDoesNotCheck();
    void startsOverWithoutRanges();
    void aRangeThatIsNotServed();
    void shortRanges();
    void cancelKeepsWhatCame();
    void theRoomOfALargeFileIsTakenAtOnce();
    void anEarlierProcessLeftAllOfIt();
    void anEarlierProcessLeftWrongBytes();
    void anotherAddressStartsOver();
    void partsCanBeRemoved();
    void stateTellsNoSecrets();
    void sha1();
    void headersAreSent();
    void manyAtOnce();
    void closedWhileRunning();
};

void TestFileDownload::aFile()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(3'000'000);
    f.server.serve("/a", {file(bytes)});
    FileDownload what = f.of({"/a"}, bytes);
    what.size = bytes.size();
    const auto result = f.run(what);
    QVERIFY2(result, result ? "" : qPrintable(result.error().forLog()));
    QCOMPARE(result->size, bytes.size());
    QCOMPARE(result->path, f.path());
    QCOMPARE(result->head.header("ETag"), QByteArray("\"v1\""));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
    QVERIFY(f.server.asked("/a").at(0).header("Range").isNull());
}

void TestFileDownload::anEmptyFile()
{
    DownloadFixture f;
    f.server.serve("/a", {file("")});
    const auto result = f.run(f.of({"/a"}, ""));
    QVERIFY(result);
    QCOMPARE(result->size, 0);
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
}

void TestFileDownload::replacesWhatIsThere()
{
    DownloadFixture f;
    QVERIFY(replaceFile(f.path(), "old"));
    f.server.serve("/a", {file("new")});
    QVERIFY(f.run(f.of({"/a"}, "new")));
    QCOMPARE(f.written(), QByteArray("new"));
}

void TestFileDownload::progressGoesUp()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(2'000'000);
    f.server.serve("/a", {file(bytes)});
    std::vector<std::pair<qint64, qint64>> told;
    std::promise<void> done;
    DownloadObserver observer;
    observer.progress = [&](qint64 count, qint64 total) { told.emplace_back(count, total); };
    observer.done = [&](const Result<DownloadedFile> &) { done.set_value(); };
    f.downloader.start(f.of({"/a"}, bytes), observer);
    done.get_future().wait();
    QVERIFY(told.size() >= 3);
    QVERIFY(std::ranges::is_sorted(told, {}, [](const auto &each) { return each.first; }));
    QCOMPARE(told.front().first, 0);
    QCOMPARE(told.back(), std::pair(qint64(bytes.size()), qint64(bytes.size())));
}

void TestFileDownload::goesOnWhereItBroke()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(bytes), 400'000), broken(file(bytes), 250'000), file(bytes)});
    QVERIFY(f.run(f.of({"/a"}, bytes)));
    QVERIFY(f.written() == bytes);
    const auto asked = f.server.asked("/a");
    QCOMPARE(asked.size(), size_t(3));
    QCOMPARE(asked.at(1).header("Range"), QByteArray("bytes=400000-"));
    QCOMPARE(asked.at(1).header("If-Range"), QByteArray("\"v1\""));
    QCOMPARE(asked.at(2).header("Range"), QByteArray("bytes=650000-"));
}

void TestFileDownload::goesOnByDate()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    Answer answer = file(bytes, {});
    answer.lastModified = "Thu, 19 Nov 2026 12:00:00 GMT";
    f.server.serve("/a", {broken(answer, 400'000), answer});
    // No checksum is known: the date alone says that it is the same file.
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.asked("/a").at(1).header("Range"), QByteArray("bytes=400000-"));
    QCOMPARE(f.server.asked("/a").at(1).header("If-Range"), answer.lastModified);
}

void TestFileDownload::goesOnByChecksumAlone()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(bytes, {}), 400'000), file(bytes, {})});
    QVERIFY(f.run(f.of({"/a"}, bytes)));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.asked("/a").at(1).header("Range"), QByteArray("bytes=400000-"));
    QVERIFY(f.server.asked("/a").at(1).header("If-Range").isNull());
}

void TestFileDownload::withoutAnyProofItStartsOver()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(testBytes(1'000'000, 2), {}), 400'000), file(bytes, {})});
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QVERIFY(f.server.asked("/a").at(1).header("Range").isNull());
}

void TestFileDownload::aWeakTagProvesNothing()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    Answer answer = file(testBytes(1'000'000, 2), "W/\"v1\"");
    // Changed in the very second of the answer: a later change in that second would not show.
    answer.lastModified = "Fri, 20 Nov 2026 12:00:00 GMT";
    f.server.serve("/a", {broken(answer, 400'000), file(bytes, "W/\"v1\"")});
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QVERIFY(f.server.asked("/a").at(1).header("Range").isNull());
}

void TestFileDownload::startsOverWhenChanged()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(900'000, 7);
    f.server.serve("/a", {broken(file(testBytes(1'000'000)), 400'000), file(bytes, "\"v2\"")});
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.asked("/a").at(1).header("If-Range"), QByteArray("\"v1\""));
    QCOMPARE(f.server.requests("/a"), 2);
}

void TestFileDownload::startsOverWhenTheServerDoesNotCheck()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000, 7);
    // A 206 of another version: the server looked at Range but not at If-Range.
    Answer wrong;
    wrong.status = 206;
    wrong.ranges = false;
    wrong.etag = "\"v2\"";
    wrong.headers = {{"Content-Range", "bytes 400000-999999/1000000"}};
    wrong.body = bytes.mid(400'000);
    f.server.serve("/a", {broken(file(testBytes(1'000'000)), 400'000), wrong, file(bytes, "\"v2\"")});
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QVERIFY(f.server.asked("/a").at(2).header("Range").isNull());
}

void TestFileDownload::startsOverWithoutRanges()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    Answer answer = file(bytes);
    answer.ranges = false;
    f.server.serve("/a", {broken(answer, 400'000), answer});
    QVERIFY(f.run(f.of({"/a"}, bytes)));
    QVERIFY(f.written() == bytes);
    QVERIFY(!f.server.asked("/a").at(1).header("Range").isNull());
}

void TestFileDownload::aRangeThatIsNotServed()
{
    DownloadFixture f;
    // The file has become shorter than what is here of it.
    const QByteArray bytes = testBytes(1000);
    f.server.serve("/a", {broken(file(testBytes(1'000'000)), 400'000), file(bytes)});
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.requests("/a"), 3);
    QVERIFY(f.server.asked("/a").at(2).header("Range").isNull());
}

void TestFileDownload::shortRanges()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    Answer pieces = file(bytes);
    pieces.rangeAtMost = 250'000;
    f.server.serve("/a", {broken(file(bytes), 400'000), pieces});
    QVERIFY(f.run(f.of({"/a"}, bytes)));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.asked("/a").back().header("Range"), QByteArray("bytes=900000-"));
}

void TestFileDownload::cancelKeepsWhatCame()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    Answer stalled = file(bytes);
    stalled.stallAfter = 600'000;
    f.server.serve("/a", {stalled, file(bytes)});
    FileDownload what = f.of({"/a"});
    what.stallTimeout = std::chrono::seconds(60);
    std::stop_source stop;
    std::promise<Result<DownloadedFile>> done;
    DownloadObserver observer;
    observer.progress = [&](qint64 count, qint64) {
        if (count == 600'000) {
            stop.request_stop();
        }
    };
    observer.done = [&](const Result<DownloadedFile> &result) { done.set_value(result); };
    f.downloader.start(what, observer, stop.get_token());
    const auto result = done.get_future().get();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Canceled);
    QCOMPARE(f.names(), (QStringList{u"file.bin.part"_s, u"file.bin.part.json"_s}));
    QVERIFY(f.run(f.of({"/a"})));
    QCOMPARE(f.server.asked("/a").at(1).header("Range"), QByteArray("bytes=600000-"));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
}

void TestFileDownload::theRoomOfALargeFileIsTakenAtOnce()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(20'000'000);
    Answer stalled = file(bytes);
    stalled.stallAfter = 1'000'000;
    f.server.serve("/a", {stalled, file(bytes)});
    FileDownload what = f.of({"/a"});
    what.stallTimeout = std::chrono::seconds(0);
    QCOMPARE(FileDownloader::roomOfParts(f.path()), 0);
    std::stop_source stop;
    std::promise<void> done;
    DownloadObserver observer;
    observer.progress = [&](qint64 count, qint64) {
        if (count == 1'000'000) {
            stop.request_stop();
        }
    };
    observer.done = [&](const Result<DownloadedFile> &) { done.set_value(); };
    f.downloader.start(what, observer, stop.get_token());
    done.get_future().wait();
    // The length tells what came; the disk keeps more for the rest.
    QCOMPARE(QFileInfo(f.path() + u".part"_s).size(), 1'000'000);
    const qint64 room = FileDownloader::roomOfParts(f.path());
    QVERIFY(room >= 1'000'000);
#ifdef Q_OS_LINUX
    if (room < bytes.size()) {
        QSKIP("This file system sets no room apart.");
    }
#endif
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    QCOMPARE(FileDownloader::roomOfParts(f.path()), 0);
}

void TestFileDownload::anEarlierProcessLeftAllOfIt()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(bytes), 400'000)});
    FileDownload what = f.of({"/a"}, bytes);
    what.retry.retries = 0;
    QVERIFY(!f.run(what));
    QFile part(f.path() + u".part"_s);
    QVERIFY(part.open(QIODevice::Append));
    part.write(bytes.mid(400'000));
    part.close();
    QVERIFY(f.run(what));
    QVERIFY(f.written() == bytes);
    // Its last byte was here already: nothing was asked for.
    QCOMPARE(f.server.requests("/a"), 1);
}

void TestFileDownload::anEarlierProcessLeftWrongBytes()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(bytes), 400'000), file(bytes)});
    FileDownload what = f.of({"/a", "/never"}, bytes);
    what.urls.pop_back();
    what.retry.retries = 0;
    QVERIFY(!f.run(what));
    QFile part(f.path() + u".part"_s);
    QVERIFY(part.open(QIODevice::ReadWrite));
    QVERIFY(part.seek(1000) && part.write("damage") == 6);
    part.close();
    what.urls.push_back(f.server.url("/never"));
    QVERIFY(f.run(what));
    QVERIFY(f.written() == bytes);
    // Not the address' fault: it was asked again rather than given up.
    QCOMPARE(f.server.requests("/a"), 3);
    QVERIFY(f.server.asked("/a").at(2).header("Range").isNull());
    QCOMPARE(f.server.requests("/never"), 0);
}

void TestFileDownload::anotherAddressStartsOver()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(testBytes(1'000'000, 2)), 400'000)});
    f.server.serve("/b", {file(bytes)});
    FileDownload what = f.of({"/a", "/b"});
    what.retry.retries = 0;
    QVERIFY(f.run(what));
    QVERIFY(f.written() == bytes);
    QVERIFY(f.server.asked("/b").at(0).header("Range").isNull());
}

void TestFileDownload::partsCanBeRemoved()
{
    DownloadFixture f;
    f.server.serve("/a", {broken(file(testBytes(1'000'000)), 400'000)});
    FileDownload what = f.of({"/a"});
    what.retry.retries = 0;
    QVERIFY(!f.run(what));
    QCOMPARE(f.names().size(), 2);
    FileDownloader::removeParts(f.path());
    QCOMPARE(f.names(), QStringList());
}

void TestFileDownload::stateTellsNoSecrets()
{
    DownloadFixture f;
    f.server.serve("/a?key=hunter2", {broken(file(testBytes(1'000'000)), 400'000)});
    FileDownload what = f.of({"/a?key=hunter2"});
    what.headers = {{"x-api-key", "hunter2"}};
    what.urls.front().setUserInfo(u"me:hunter2"_s);
    what.retry.retries = 0;
    const auto result = f.run(what);
    QVERIFY(!result);
    QVERIFY(!result.error().forLog().contains(u"hunter2"_s));
    const auto state = readSmallFile(f.path() + u".part.json"_s, 10'000);
    QVERIFY(state);
    QVERIFY(!state->contains("hunter2"));
}

void TestFileDownload::sha1()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {broken(file(bytes), 400'000), file(bytes)});
    FileDownload what = f.of({"/a"});
    what.checksum = Checksum::sha1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1));
    QVERIFY(f.run(what));
    QVERIFY(f.written() == bytes);
    what.checksum.bytes[0] = char(what.checksum.bytes.at(0) ^ 1);
    QCOMPARE(f.run(what).error().code, ErrorCode::RemoteChecksum);
}

void TestFileDownload::headersAreSent()
{
    DownloadFixture f;
    f.server.serve("/a", {broken(file(testBytes(1'000'000)), 400'000), file(testBytes(1'000'000))});
    FileDownload what = f.of({"/a"});
    what.headers = {{"x-api-key", "k"}};
    QVERIFY(f.run(what));
    for (const Asked &asked : f.server.asked("/a")) {
        QCOMPARE(asked.header("x-api-key"), QByteArray("k"));
    }
}

void TestFileDownload::manyAtOnce()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(500'000);
    f.server.serve("/a", {file(bytes)});
    std::vector<std::future<Result<DownloadedFile>>> futures;
    for (int i = 0; i < 30; ++i) {
        FileDownload what = f.of({"/a"}, bytes);
        what.path = f.folder.filePath(u"%1.bin"_s.arg(i));
        futures.push_back(f.downloader.start(what));
    }
    for (auto &future : futures) {
        QVERIFY(future.get());
    }
    QCOMPARE(f.names().size(), 30);
    QVERIFY(f.server.mostAtOnce() <= 6);
}

void TestFileDownload::closedWhileRunning()
{
    FaultServer server;
    QTemporaryDir folder;
    const QByteArray bytes = testBytes(1'000'000);
    Answer stalled = file(bytes);
    stalled.stallAfter = 600'000;
    Answer busy;
    busy.status = 503;
    server.serve("/a", {stalled});
    server.serve("/busy", {busy});
    HttpClient client;
    std::future<Result<DownloadedFile>> running;
    std::future<Result<DownloadedFile>> waiting;
    {
        FileDownloader downloader(client);
        FileDownload what;
        what.urls = {server.url("/a")};
        what.path = folder.filePath(u"a"_s);
        running = downloader.start(what);
        what.urls = {server.url("/busy")};
        what.path = folder.filePath(u"b"_s);
        what.retry.firstDelay = what.retry.longestDelay = std::chrono::hours(1);
        waiting = downloader.start(what);
        QTRY_VERIFY(server.requests("/a") == 1 && server.requests("/busy") == 1);
    }
    QCOMPARE(running.get().error().code, ErrorCode::ShuttingDown);
    QCOMPARE(waiting.get().error().code, ErrorCode::ShuttingDown);
}

QTEST_GUILESS_MAIN(TestFileDownload)
#include "tst_file_download.moc"
