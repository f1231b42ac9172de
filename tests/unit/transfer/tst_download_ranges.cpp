// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "download_fixture.h"
#include "transfer/byte_ranges.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype size = 3'000'000;

Answer good(quint32 seed = 1, QByteArray etag = "\"v1\"")
{
    Answer answer;
    answer.body = testBytes(size, seed);
    answer.etag = std::move(etag);
    return answer;
}

/// So slow that others are asked to help.
Answer slow(Answer answer, qint64 dripBytes = 10'000)
{
    answer.dripBytes = dripBytes;
    return answer;
}

Answer broken(qint64 after, bool reset)
{
    Answer answer = good();
    answer.closeAfter = after;
    answer.reset = reset;
    return answer;
}

/// In ranges as soon as the first bytes are there, and in small ones.
FileDownload eager(FileDownload what)
{
    what.split = {6, 100'000, 50'000, 300'000, std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
    return what;
}

/// The range that was asked for; to the end of the file where it does not say.
ByteRange rangeOf(const Asked &asked)
{
    const QList<QByteArray> ends = asked.header("Range").mid(6).split('-');
    const qint64 to = ends.value(1).isEmpty() ? size : ends.value(1).toLongLong() + 1;
    return {ends.value(0).toLongLong(), to};
}

ByteRanges writtenIn(const QString &path)
{
    const auto state = readSmallFile(path, 100'000);
    const QJsonObject json = state ? QJsonDocument::fromJson(*state).object() : QJsonObject();
    return ByteRanges::fromJson(json[u"written"_s].toArray(), size);
}

} // namespace

/// Files that come in several ranges at once, and what can go wrong with one of them.
class TestDownloadRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAtOnce();
    void withoutAChecksum();
    void brokenWithin_data();
    void brokenWithin();
    void allBrokenAgainAndAgain();
    void rangesAreIgnored();
    void theServerWantsFewer();
    void changedMeanwhile();
    void changedAndNotChecked();
    void oneIsSlow();
    void oneIsSilent();
    void aWrongByte();
    void goesOnWithEveryRange();
    void placesOfTheHostAreKept();
    void notWithoutAValidator();
    void notWhereRangesAreNotOffered();
    void notPacked();
    void notSmallFiles();
    void redirectedWithoutSecrets();
    void receivedBeforeDone();
};

void TestDownloadRanges::severalAtOnce()
{
    DownloadFixture f;
    f.server.serve("/a", {slow(good()), good()});
    const auto result = f.run(eager(f.of({"/a"}, testBytes(size))));
    QVERIFY2(result, result ? "" : qPrintable(result.error().forLog()));
    QVERIFY(f.written() == testBytes(size));
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
    const auto asked = f.server.asked("/a");
    QVERIFY(asked.size() >= 6);
    QVERIFY(f.server.mostAtOnce() > 1 && f.server.mostAtOnce() <= 6);
    QVERIFY(asked.front().header("Range").isNull());
    // No byte is asked for twice but by the first, which asked for all.
    ByteRanges seen;
    qint64 sum = 0;
    for (size_t i = 1; i < asked.size(); ++i) {
        QCOMPARE(asked.at(i).header("If-Range"), QByteArray("\"v1\""));
        const ByteRange range = rangeOf(asked.at(i));
        QVERIFY(range.size() <= 300'000);
        seen.add(range);
        sum += range.size();
    }
    QCOMPARE(seen.total(), sum);
    QCOMPARE(seen.end(), qint64(size));
}

void TestDownloadRanges::withoutAChecksum()
{
    DownloadFixture f;
    f.server.serve("/a", {slow(good()), good()});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::brokenWithin_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<bool>("reset");
    for (const qint64 after : {0, 1, 4095, 4096, 16'384, 49'999, 123'456, 299'999}) {
        for (const bool reset : {false, true}) {
            QTest::addRow("%s after %lld", reset ? "reset" : "closed", after) << after << reset;
        }
    }
}

void TestDownloadRanges::brokenWithin()
{
    QFETCH(qint64, after);
    QFETCH(bool, reset);
    DownloadFixture f;
    f.server.serve("/a", {slow(good()), good(), broken(after, reset), good(), broken(after, reset), good()});
    const auto result = f.run(eager(f.of({"/a"})));
    QVERIFY2(result, result ? "" : qPrintable(result.error().forLog()));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::allBrokenAgainAndAgain()
{
    DownloadFixture f;
    f.server.serve("/a", {broken(200'000, false)});
    FileDownload what = eager(f.of({"/a"}, testBytes(size)));
    what.retry.retries = 20;
    QVERIFY(f.run(what));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::rangesAreIgnored()
{
    DownloadFixture f;
    Answer whole = good();
    whole.ranges = false;
    f.server.serve("/a", {slow(good(), 60'000), whole});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size));
    // The first one went on, and nobody asked again and again.
    QVERIFY(f.server.requests("/a") <= 6);
}

void TestDownloadRanges::theServerWantsFewer()
{
    DownloadFixture f;
    Answer busy;
    busy.status = 503;
    f.server.serve("/a", {slow(good(), 60'000), busy, busy, busy, busy, busy, good()});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::changedMeanwhile()
{
    DownloadFixture f;
    // Asked for a range of the old one, the server gives all of the new one.
    f.server.serve("/a", {slow(good()), slow(good()), good(2, "\"v2\"")});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size, 2));
}

void TestDownloadRanges::changedAndNotChecked()
{
    DownloadFixture f;
    Answer other = good(2, "\"v2\"");
    other.status = 206;
    other.ranges = false;
    other.headers = {{"Content-Range", "bytes 0-99999/3000000"}};
    f.server.serve("/a", {slow(good()), slow(good()), other, good(2, "\"v2\"")});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size, 2));
}

void TestDownloadRanges::oneIsSlow()
{
    DownloadFixture f;
    // At that speed the whole range would take minutes: what is left of it goes to the others.
    Answer crawling = slow(good(), 10);
    f.server.serve("/a", {slow(good()), crawling, good()});
    FileDownload what = eager(f.of({"/a"}));
    what.split.leastRange = 1000;
    what.stallTimeout = std::chrono::seconds(0);
    QVERIFY(f.run(what));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::oneIsSilent()
{
    DownloadFixture f;
    Answer silent = good();
    silent.stallAfter = 5000;
    f.server.serve("/a", {slow(good()), silent, good()});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size));
}

void TestDownloadRanges::aWrongByte()
{
    DownloadFixture f;
    Answer wrong = good();
    wrong.corruptAt = 2'500'000;
    f.server.serve("/a", {slow(wrong), wrong});
    const auto result = f.run(eager(f.of({"/a"}, testBytes(size))));
    QCOMPARE(result.error().name(), u"remote_checksum"_s);
    QCOMPARE(f.names(), QStringList());
}

void TestDownloadRanges::goesOnWithEveryRange()
{
    DownloadFixture f;
    Answer silent = good();
    silent.stallAfter = 40'000;
    f.server.serve("/a", {silent});
    FileDownload what = eager(f.of({"/a"}));
    // What is smaller would wait in memory until it is whole.
    what.split.leastRange = what.split.mostRange = 300'000;
    what.stallTimeout = std::chrono::seconds(0);
    std::stop_source stop;
    std::promise<Result<DownloadedFile>> done;
    DownloadObserver observer;
    // Six at once, each of which gets that far.
    observer.progress = [&](qint64 count, qint64) {
        if (count >= 6 * 40'000) {
            stop.request_stop();
        }
    };
    observer.done = [&](const Result<DownloadedFile> &result) { done.set_value(result); };
    f.downloader.start(what, observer, stop.get_token());
    QCOMPARE(done.get_future().get().error().code, ErrorCode::Canceled);
    const ByteRanges kept = writtenIn(f.path() + u".part.json"_s);
    QCOMPARE(kept.total(), 6 * 40'000);
    QVERIFY(kept.list().size() > 3);
    const int before = f.server.requests("/a");
    f.server.serve("/a", {good()});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QVERIFY(f.written() == testBytes(size));
    QVERIFY(before >= 6);
    // Nothing that was there came again.
    ByteRanges wanted = kept;
    qint64 sum = kept.total();
    for (const Asked &asked : f.server.asked("/a")) {
        QVERIFY(!asked.header("Range").isNull());
        wanted.add(rangeOf(asked));
        sum += rangeOf(asked).size();
    }
    QCOMPARE(wanted.total(), qint64(size));
    // But for what one asked for and another then took off it.
    QVERIFY2(sum < size + size / 2, qPrintable(QString::number(sum)));
}

void TestDownloadRanges::placesOfTheHostAreKept()
{
    DownloadFixture f;
    HttpClient narrow({2, 24, {}});
    FileDownloader downloader(narrow);
    f.server.serve("/a", {slow(good(), 60'000), good()});
    QVERIFY(downloader.start(eager(f.of({"/a"}))).get());
    QVERIFY(f.written() == testBytes(size));
    QVERIFY(f.server.mostAtOnce() <= 2);
}

void TestDownloadRanges::notWithoutAValidator()
{
    DownloadFixture f;
    f.server.serve("/a", {slow(good(1, {}), 60'000)});
    QVERIFY(f.run(eager(f.of({"/a"}, testBytes(size)))));
    QCOMPARE(f.server.requests("/a"), 1);
}

void TestDownloadRanges::notWhereRangesAreNotOffered()
{
    DownloadFixture f;
    Answer whole = slow(good(), 60'000);
    whole.ranges = false;
    f.server.serve("/a", {whole});
    QVERIFY(f.run(eager(f.of({"/a"}))));
    QCOMPARE(f.server.requests("/a"), 1);
}

void TestDownloadRanges::notPacked()
{
    DownloadFixture f;
    Answer packed = slow(good(), 60'000);
    packed.gzip = true;
    f.server.serve("/a", {packed});
    FileDownload what = eager(f.of({"/a"}, testBytes(size)));
    what.size = size;
    QVERIFY(f.run(what));
    QVERIFY(f.written() == testBytes(size));
    QCOMPARE(f.server.requests("/a"), 1);
}

void TestDownloadRanges::notSmallFiles()
{
    DownloadFixture f;
    f.server.serve("/a", {slow(good(), 60'000)});
    QVERIFY(f.run(f.of({"/a"})));
    QCOMPARE(f.server.requests("/a"), 1);
}

void TestDownloadRanges::redirectedWithoutSecrets()
{
    DownloadFixture f;
    FaultServer other;
    other.serve("/there", {slow(good()), good()});
    Answer away;
    away.status = 302;
    away.headers = {{"Location", other.url("/there").toEncoded()}};
    f.server.serve("/a", {away});
    FileDownload what = eager(f.of({"/a"}));
    what.headers = {{"x-api-key", "secret"}, {"Authorization", "Bearer secret"}};
    QVERIFY(f.run(what));
    QVERIFY(f.written() == testBytes(size));
    const auto asked = other.asked("/there");
    QVERIFY(asked.size() > 1);
    for (const Asked &each : asked) {
        for (const auto &[name, value] : each.headers) {
            QVERIFY2(!value.contains("secret"), name.constData());
        }
    }
    QCOMPARE(f.server.asked("/a").front().header("x-api-key"), QByteArray("secret"));
}

void TestDownloadRanges::receivedBeforeDone()
{
    DownloadFixture f;
    f.server.serve("/a", {good()});
    f.server.serve("/none", {});
    QStringList told;
    for (const QByteArray path : {"/a", "/none"}) {
        std::promise<void> done;
        DownloadObserver observer;
        observer.received = [&] { told += u"received"_s; };
        observer.done = [&](const Result<DownloadedFile> &result) {
            told += result ? u"done"_s : result.error().name();
            done.set_value();
        };
        f.downloader.start(f.of({path}), observer);
        done.get_future().wait();
    }
    QCOMPARE(told, (QStringList{u"received"_s, u"done"_s, u"remote_not_found"_s}));
}

QTEST_GUILESS_MAIN(TestDownloadRanges)
#include "tst_download_ranges.moc"
