// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "download_fixture.h"
#include "support/patience.h"

#include <QProcess>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

namespace {

Answer file(const QByteArray &body)
{
    Answer answer;
    answer.body = body;
    answer.etag = "\"v1\"";
    return answer;
}

Answer stalled(const QByteArray &body, qint64 after)
{
    Answer answer = file(body);
    answer.stallAfter = after;
    return answer;
}

/// A small memory disk, where this user may mount one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder))
    {
#ifdef Q_OS_LINUX
        m_mounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=1m") == 0;
#endif
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_mounted) {
            ::umount2(m_folder.constData(), MNT_DETACH);
        }
#endif
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool mounted() const
    {
        return m_mounted;
    }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

} // namespace

/// Downloads in a process of its own, which is killed, or meets a disk that takes no more.
class TestDownloadProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAndGoneOn_data();
    void killedAndGoneOn();
    void killedAgainAndAgain();
    void killedWithoutChecksum_data();
    void killedWithoutChecksum();
    void killedWithinRanges();
    void fileSizeLimit();
    void diskFillsUp();

private:
    /// Runs the child until it has written so many bytes, then kills it.
    static bool killAt(const DownloadFixture &f, const QByteArray &path, const QByteArray &hash, qint64 bytes,
                       const QStringList &more = {});
    static QByteArray lastLine(QProcess &child);
};

void TestDownloadProcess::initTestCase()
{
#ifdef __SANITIZE_THREAD__
    QSKIP("The thread sanitizer does not follow a process with several threads into its children.");
#endif
}

bool TestDownloadProcess::killAt(const DownloadFixture &f, const QByteArray &path, const QByteArray &hash, qint64 bytes,
                                 const QStringList &more)
{
    QProcess child;
    child.start(QStringLiteral(DOWNLOAD_CHILD),
                QStringList{f.server.url(path).toString(), f.path(), QString::fromLatin1(hash.toHex())} + more);
    const QByteArray wanted = "at " + QByteArray::number(bytes);
    while (child.waitForReadyRead(tests::patienceMs)) {
        while (child.canReadLine()) {
            if (child.readLine().trimmed() == wanted) {
                child.kill();
                child.waitForFinished();
                return child.exitStatus() == QProcess::CrashExit;
            }
        }
    }
    child.kill();
    child.waitForFinished();
    return false;
}

QByteArray TestDownloadProcess::lastLine(QProcess &child)
{
    child.waitForFinished(60'000);
    return child.readAllStandardOutput().trimmed().split('\n').last().trimmed();
}

void TestDownloadProcess::killedAndGoneOn_data()
{
    QTest::addColumn<bool>("tagged");
    QTest::newRow("with a tag") << true;
    QTest::newRow("with the checksum alone") << false;
}

void TestDownloadProcess::killedAndGoneOn()
{
    QFETCH(bool, tagged);
    DownloadFixture f;
    const QByteArray bytes = testBytes(5'000'000);
    std::vector<Answer> answers{stalled(bytes, 2'000'000), file(bytes)};
    if (!tagged) {
        answers.at(0).etag.clear();
        answers.at(1).etag.clear();
    }
    f.server.serve("/a", answers);
    QVERIFY(killAt(f, "/a", sha256Of(bytes), 2'000'000));
    QVERIFY(!QFile::exists(f.path()));

    QProcess second;
    second.start(QStringLiteral(DOWNLOAD_CHILD),
                 {f.server.url("/a").toString(), f.path(), QString::fromLatin1(sha256Of(bytes).toHex())});
    QCOMPARE(lastLine(second), QByteArray("done"));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.requests("/a"), 2);
    QCOMPARE(f.server.asked("/a").at(1).header("Range"), QByteArray("bytes=2000000-"));
    QCOMPARE(f.server.asked("/a").at(1).header("If-Range"), QByteArray(tagged ? "\"v1\"" : ""));
    QCOMPARE(f.names(), QStringList{u"file.bin"_s});
}

void TestDownloadProcess::killedAgainAndAgain()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(5'000'000);
    // Where a range begins at 2 MB, 1 MB more of it comes, and so on.
    f.server.serve("/a",
                   {stalled(bytes, 2'000'000), stalled(bytes, 1'000'000), stalled(bytes, 1'500'000), file(bytes)});
    QVERIFY(killAt(f, "/a", sha256Of(bytes), 2'000'000));
    QVERIFY(killAt(f, "/a", sha256Of(bytes), 3'000'000));
    QVERIFY(killAt(f, "/a", sha256Of(bytes), 4'500'000));
    QVERIFY(f.run(f.of({"/a"}, bytes)));
    QVERIFY(f.written() == bytes);
    QCOMPARE(f.server.asked("/a").at(3).header("Range"), QByteArray("bytes=4500000-"));
}

void TestDownloadProcess::killedWithoutChecksum_data()
{
    QTest::addColumn<bool>("powerCut");
    QTest::newRow("killed") << false;
    QTest::newRow("power cut") << true;
}

void TestDownloadProcess::killedWithoutChecksum()
{
    QFETCH(bool, powerCut);
    DownloadFixture f;
    const QByteArray bytes = testBytes(80'000'000);
    f.server.serve("/a", {stalled(bytes, 78'000'000), file(bytes)});
    QVERIFY(killAt(f, "/a", {}, 78'000'000));
    if (powerCut) {
        // The system began anew, and nothing would tell the bytes that it lost.
        const QString path = f.path() + u".part.json"_s;
        auto state = readSmallFile(path, 10'000);
        QVERIFY(state);
        const qsizetype boot = state->indexOf("\"boot\":\"") + 8;
        QVERIFY(boot > 8);
        (*state)[boot] = state->at(boot) == 'x' ? 'y' : 'x';
        QVERIFY(replaceFile(path, *state));
    }
    QVERIFY(f.run(f.of({"/a"})));
    QVERIFY(f.written() == bytes);
    const QByteArray range = f.server.asked("/a").at(1).header("Range");
    QVERIFY(range.isNull() ? powerCut : range.startsWith("bytes=") && range.endsWith('-'));
    const qint64 from = range.isNull() ? 0 : range.mid(6, range.size() - 7).toLongLong();
    // After a power cut only what is surely on the disk is kept; it is brought there every 32 MB, while more comes.
    QVERIFY2(powerCut ? from < 78'000'000 : from == 78'000'000, range.constData());
}

void TestDownloadProcess::killedWithinRanges()
{
    DownloadFixture f;
    const QByteArray bytes = testBytes(30'000'000);
    // Six at once, of which each gets as far as this.
    f.server.serve("/a", {stalled(bytes, 1'500'000)});
    QVERIFY(killAt(f, "/a", {}, 6 * 1'500'000, {u"0"_s, u"2000000"_s}));
    QVERIFY(!QFile::exists(f.path()));
    f.server.serve("/a", {file(bytes)});
    FileDownload what = f.of({"/a"});
    what.split.leastFile = 1'000'000;
    QVERIFY(f.run(what));
    QVERIFY(f.written() == bytes);
    // Nothing that was there comes again but what was written since its state was told last.
    qint64 again = 0;
    for (const Asked &asked : f.server.asked("/a")) {
        const QList<QByteArray> ends = asked.header("Range").mid(6).split('-');
        const qint64 to = ends.value(1).isEmpty() ? bytes.size() : ends.value(1).toLongLong() + 1;
        again += to - ends.value(0).toLongLong();
    }
    const qint64 missing = bytes.size() - 6 * 1'500'000;
    QVERIFY2(again >= missing && again <= missing + 3'000'000, qPrintable(QString::number(again - missing)));
}

void TestDownloadProcess::fileSizeLimit()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no limit of a process' files.");
#endif
    DownloadFixture f;
    const QByteArray bytes = testBytes(1'000'000);
    f.server.serve("/a", {file(bytes)});
    const QStringList arguments{f.server.url("/a").toString(), f.path(), QString::fromLatin1(sha256Of(bytes).toHex())};
    QProcess limited;
    limited.start(QStringLiteral(DOWNLOAD_CHILD), arguments + QStringList{u"400000"_s});
    QCOMPARE(lastLine(limited), QByteArray("disk_failed"));
    QVERIFY(!QFile::exists(f.path()));
    // What was written before is sound: without the limit it goes on from there.
    QProcess free;
    free.start(QStringLiteral(DOWNLOAD_CHILD), arguments);
    QCOMPARE(lastLine(free), QByteArray("done"));
    QVERIFY(f.written() == bytes);
}

void TestDownloadProcess::diskFillsUp()
{
    DownloadFixture f;
    const SmallDisk disk(f.folder.path());
    if (!disk.mounted()) {
        QSKIP("This user may not mount a small disk to fill.");
    }
    const QByteArray bytes = testBytes(3'000'000);
    Answer unannounced = file(bytes);
    unannounced.chunked = true;
    f.server.serve("/a", {unannounced});
    FileDownload what = f.of({"/a"}, bytes);
    const auto during = f.run(what);
    QCOMPARE(during.error().name(), u"disk_full"_s);
    QVERIFY(during.error().fact(u"missingBytes"_s).toLongLong() > 0);
    QVERIFY(!QFile::exists(f.path()));

    // With the size known nothing is asked for that could not be kept.
    what.size = bytes.size();
    const int before = f.server.requests("/a");
    const auto announced = f.run(what);
    QCOMPARE(announced.error().name(), u"disk_full"_s);
    const qint64 missing = announced.error().fact(u"missingBytes"_s).toLongLong();
    QVERIFY(missing > 1'900'000 && missing < 2'100'000);
    QCOMPARE(f.server.requests("/a"), before);

    // The user makes room by way of a smaller wish: the part gives its room back.
    FileDownloader::removeParts(f.path());
    const QByteArray small = testBytes(200'000);
    f.server.serve("/b", {file(small)});
    QVERIFY(f.run(f.of({"/b"}, small)));
    QVERIFY(f.written() == small);
}

QTEST_GUILESS_MAIN(TestDownloadProcess)
#include "tst_download_process.moc"
