// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "support/hardship.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace kinframe;
#ifndef Q_OS_WIN
using test::AsNobody;
using test::FileSizeLimit;
#endif
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoOrdinaryFileIsNotOpened();
    void whatMayNotBeReadIsNotOpened();
    void aFileThatShrinksHasVanished();
    void aFailingReadIsNotAnEnd();
    void theConsumersFailureEndsTheReading();
    void theLimitOfSmallFilesHolds();
    void aFullDiskIsSaid();
    void aFailedReplacementLeavesTheOldFile();
    void systemErrors_data();
    void systemErrors();
    void readsInPieces();
    void replacesAsAWhole();
    void secretsAreTheOwnersOnly();
    void foldersAndFreeSpace();

private:
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

QString TestFiles::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

void TestFiles::whatIsNoOrdinaryFileIsNotOpened()
{
    QCOMPARE(codeOf(openForReading(m_folder.filePath(u"nothing"_s))), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(openForReading(QString())), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(openForReading(m_folder.path())), ErrorCode::FileIsDirectory);
    const QString link = m_folder.filePath(u"dangling"_s);
    QVERIFY(QFile::link(m_folder.filePath(u"nothing"_s), link));
    QCOMPARE(codeOf(openForReading(link)), ErrorCode::FileNotFound);
#ifndef Q_OS_WIN
    // Opening a pipe that nobody writes to would wait for ever.
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(codeOf(openForReading(pipe)), ErrorCode::FileUnreadable);
    QCOMPARE(codeOf(openForReading(u"/dev/zero"_s)), ErrorCode::FileUnreadable);
#endif
}

void TestFiles::whatMayNotBeReadIsNotOpened()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has other permissions");
#else
    const QString secret = write(u"secret"_s, "x");
    QVERIFY(QDir(m_folder.path()).mkdir(u"closed"_s));
    const QString inside = write(u"closed/inside"_s, "x");
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(secret, QFile::Permissions()));
    QVERIFY(QFile::setPermissions(m_folder.filePath(u"closed"_s), QFile::Permissions()));
    {
        const AsNobody nobody;
        const auto refused = openForReading(secret);
        QCOMPARE(codeOf(refused), ErrorCode::FileUnreadable);
        QCOMPARE(refused.error().fact(u"path"_s), secret);
        QVERIFY(!refused.error().fact(u"reason"_s).isEmpty());
        QCOMPARE(codeOf(openForReading(inside)), ErrorCode::FileUnreadable);
        QCOMPARE(codeOf(readSmallFile(secret, 10)), ErrorCode::FileUnreadable);
    }
    QVERIFY(
        QFile::setPermissions(m_folder.filePath(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
#endif
}

void TestFiles::aFileThatShrinksHasVanished()
{
    const QString path = write(u"shrinking"_s, QByteArray(3 * 1024 * 1024, 'x'));
    int pieces = 0;
    const auto read = readWhole(path, [&](QByteArrayView) -> Result<void> {
        ++pieces;
        return QFile::resize(path, 1024 * 1024) ? Result<void>() : fail(ErrorCode::Internal);
    });
    QCOMPARE(codeOf(read), ErrorCode::FileVanished);
    QCOMPARE(pieces, 1);
}

void TestFiles::aFailingReadIsNotAnEnd()
{
    // An ordinary file to look at, of which the first byte cannot be read.
    const QString path = u"/proc/self/mem"_s;
    if (!QFileInfo(path).isFile()) {
        QSKIP("there is no /proc here");
    }
    QCOMPARE(codeOf(readWhole(path, [](QByteArrayView) { return Result<void>(); })), ErrorCode::FileVanished);
    QCOMPARE(codeOf(readSmallFile(path, 100)), ErrorCode::FileVanished);
}

void TestFiles::theConsumersFailureEndsTheReading()
{
    const QString path = write(u"long"_s, QByteArray(3 * 1024 * 1024, 'x'));
    int pieces = 0;
    const auto read = readWhole(path, [&](QByteArrayView) -> Result<void> {
        ++pieces;
        return fail(ErrorCode::Canceled);
    });
    QCOMPARE(codeOf(read), ErrorCode::Canceled);
    QCOMPARE(pieces, 1);
}

void TestFiles::theLimitOfSmallFilesHolds()
{
    const QString path = write(u"ten"_s, "0123456789");
    QCOMPARE(readSmallFile(path, 10).value(), QByteArray("0123456789"));
    QCOMPARE(codeOf(readSmallFile(path, 9)), ErrorCode::TooLarge);
    QCOMPARE(readSmallFile(write(u"empty"_s, {}), 0).value(), QByteArray());
    if (QFile::exists(u"/proc/self/status"_s)) {
        // A file whose size says 0 and that is longer.
        QCOMPARE(codeOf(readSmallFile(u"/proc/self/status"_s, 9)), ErrorCode::TooLarge);
    }
}

void TestFiles::aFullDiskIsSaid()
{
    QFile full(u"/dev/full"_s);
    if (!full.exists()) {
        QSKIP("there is no /dev/full here");
    }
    // At once where it is written through, with the sync where it was only buffered.
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(codeOf(writeAll(full, "x")), ErrorCode::DiskFull);
    full.close();
    QVERIFY(full.open(QIODevice::WriteOnly));
    QCOMPARE(codeOf(writeAll(full, QByteArray(1024 * 1024, 'x'))), ErrorCode::DiskFull);
    QVERIFY(writeAll(full, "x"));
    const auto synced = syncFile(full);
    QCOMPARE(codeOf(synced), ErrorCode::DiskFull);
    QCOMPARE(synced.error().fact(u"path"_s), u"/dev/full"_s);
    QVERIFY(!synced.error().fact(u"missing"_s).isEmpty());
}

void TestFiles::aFailedReplacementLeavesTheOldFile()
{
    const QString nowhere = m_folder.filePath(u"no/such/folder/file"_s);
    QCOMPARE(codeOf(replaceFile(nowhere, "x")), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(replaceFile(nowhere, "x", true)), ErrorCode::FileNotFound);

    QVERIFY(QDir(m_folder.path()).mkpath(u"target/child"_s));
    QVERIFY(!replaceFile(m_folder.filePath(u"target"_s), "x"));
    QVERIFY(!QFile::exists(m_folder.filePath(u"target.new"_s)));
#ifndef Q_OS_WIN
    const QString path = write(u"settings"_s, "old");
    {
        const FileSizeLimit limit(1000);
        QVERIFY(!replaceFile(path, QByteArray(100'000, 'x')));
        QVERIFY(!replaceFile(path, QByteArray(100'000, 'x'), true));
        QVERIFY(!replaceFile(path, QByteArray(2000, 'x')));
    }
    QCOMPARE(readSmallFile(path, 100).value(), QByteArray("old"));
    QVERIFY(!QFile::exists(path + u".new"_s));
#endif
}

void TestFiles::systemErrors_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("ENOSPC") << ENOSPC << ErrorCode::DiskFull;
    QTest::newRow("EACCES") << EACCES << ErrorCode::DiskReadOnly;
    QTest::newRow("EPERM") << EPERM << ErrorCode::DiskReadOnly;
    QTest::newRow("EROFS") << EROFS << ErrorCode::DiskReadOnly;
    QTest::newRow("ENOENT") << ENOENT << ErrorCode::FileNotFound;
    QTest::newRow("EIO") << EIO << ErrorCode::DiskFailed;
}

void TestFiles::systemErrors()
{
    QFETCH(const int, number);
    const Error error = systemError(u"/a/file"_s, number);
    QTEST(error.code, "code");
    QCOMPARE(error.fact(u"path"_s), u"/a/file"_s);
    QVERIFY(!error.detail.isEmpty() || !error.fact(u"reason"_s).isEmpty());
}

void TestFiles::readsInPieces()
{
    QByteArray bytes;
    for (int i = 0; i < 700'000; ++i) {
        bytes += QByteArray::number(i);
    }
    const QString path = write(u"pieces"_s, bytes);
    QByteArray seen;
    const auto read = readWhole(path, [&](QByteArrayView piece) -> Result<void> {
        [&] { QVERIFY(piece.size() > 0 && piece.size() <= 1024 * 1024); }();
        seen += piece;
        return {};
    });
    QVERIFY(read);
    QVERIFY(seen == bytes);
}

void TestFiles::replacesAsAWhole()
{
    const QString path = m_folder.filePath(u"whole"_s);
    QVERIFY(replaceFile(path, "first, and longer"));
    QVERIFY(replaceFile(path, "second"));
    QCOMPARE(readSmallFile(path, 100).value(), QByteArray("second"));
    QVERIFY(!QFile::exists(path + u".new"_s));
    // What a crash left behind is in nobody's way.
    write(u"whole.new"_s, "half");
    QVERIFY(replaceFile(path, "third", true));
    QCOMPARE(readSmallFile(path, 100).value(), QByteArray("third"));
}

void TestFiles::secretsAreTheOwnersOnly()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has other permissions");
#else
    const QString path = write(u"key"_s, "was open to all");
    QVERIFY(replaceFile(path, "secret", true));
    struct stat info
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
    QCOMPARE(int(info.st_mode & 07777), 0600);
#endif
}

void TestFiles::foldersAndFreeSpace()
{
    const QString path = m_folder.filePath(u"a/b/c"_s);
    QVERIFY(makeFolder(path));
    QVERIFY(makeFolder(path));
    QVERIFY(QFileInfo(path).isDir());
    QVERIFY(syncFolder(path));
    QVERIFY(freeSpace(path) > 0);

    const QString file = write(u"in the way"_s, {});
    QVERIFY(!makeFolder(file + u"/below"_s));
    QVERIFY(!syncFolder(m_folder.filePath(u"nothing"_s)));
    QVERIFY(!renameDurably(m_folder.filePath(u"nothing"_s), m_folder.filePath(u"other"_s)));
    QCOMPARE(freeSpace(u"/no/such/folder"_s), -1);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
