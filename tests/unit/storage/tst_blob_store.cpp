// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blob_store.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <QCryptographicHash>

#include <atomic>
#include <set>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace kinframe;
using namespace kinframe::storage;
using namespace Qt::StringLiterals;

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsBytesUnderTheirName();
    void copiesAFile();
    void theSameBytesAreOneFile();
    void manyThreadsAddTheSame();
    void refusesWhatIsNoFile();
    void refusesAnEmptyFile();
    void refusesWhatCannotBeRead();
    void refusesAFileThatGrowsMeanwhile();
    void refusesAFileThatShrinksMeanwhile();
    void adoptsTwice();
    void adoptingNothingIsAnError();
    void replacesATruncatedBlob();
    void replacesAnAlteredBlob();
    void holdsOnlyWhatIsWhole();
    void findsDamage();
    void removesAndForgets();
    void visitsAllUntilToldToStop();
    void sweepsWhatAnInterruptedRunLeft();
    void aStoreWhereNoneCanBe();
    void whatIsGoneIsForgotten();

private:
    QString source(const QByteArray &bytes);
    QStringList leftovers() const { return QDir(m_store->temporaryFolder()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlobStore> m_store;
};

void TestBlobStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(*BlobStore::open(m_folder->filePath(u"blobs"_s), m_folder->filePath(u"temporary"_s)));
}

void TestBlobStore::cleanup()
{
    // Whatever happened, nothing unfinished is left behind.
    if (m_store) {
        QVERIFY(leftovers().isEmpty());
    }
    m_store.reset();
    m_folder.reset();
}

QString TestBlobStore::source(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"source"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the source could not be written");
    }
    return file.fileName();
}

void TestBlobStore::keepsBytesUnderTheirName()
{
    const auto added = m_store->addBytes("hello");
    QVERIFY(added);
    QCOMPARE(added->sha256, QCryptographicHash::hash("hello", QCryptographicHash::Sha256));
    const QString hex = QString::fromLatin1(added->sha256.toHex());
    QVERIFY(m_store->pathOf(added->sha256).endsWith(u"/blobs/2c/f2/"_s + hex));
    QVERIFY(m_store->has(added->sha256));
    QVERIFY(m_store->verify(added->sha256));
}

void TestBlobStore::copiesAFile()
{
    // More than one piece, and not a whole number of them.
    const QByteArray bytes = QByteArray("0123456789").repeated(250'001);
    const QString path = source(bytes);
    const auto added = m_store->addCopyOf(path);
    QVERIFY(added);
    QCOMPARE(added->size, bytes.size());
    QCOMPARE(added->md5, QCryptographicHash::hash(bytes, QCryptographicHash::Md5));
    QCOMPARE(added->sha1, QCryptographicHash::hash(bytes, QCryptographicHash::Sha1));
    QFile kept(m_store->pathOf(added->sha256));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll() == bytes);
    QVERIFY(QFile::exists(path));
}

void TestBlobStore::theSameBytesAreOneFile()
{
    const auto first = m_store->addBytes("same");
    const auto second = m_store->addCopyOf(source("same"));
    QVERIFY(first && second);
    QCOMPARE(first->sha256, second->sha256);
    int count = 0;
    m_store->forEach([&](const QByteArray &) { return ++count, true; });
    QCOMPARE(count, 1);
}

void TestBlobStore::manyThreadsAddTheSame()
{
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 6; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < 30; ++i) {
                const auto added = m_store->addBytes(QByteArray("bytes ").append(QByteArray::number(i)));
                failures += added && m_store->verify(added->sha256) ? 0 : 1;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(failures.load(), 0);
    std::set<QByteArray> all;
    m_store->forEach([&](const QByteArray &sha256) { return all.insert(sha256), true; });
    QCOMPARE(all.size(), 30U);
}

void TestBlobStore::refusesWhatIsNoFile()
{
    QCOMPARE(m_store->addCopyOf(m_folder->filePath(u"missing"_s)).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_store->addCopyOf(m_folder->path()).error().code, ErrorCode::FileIsDirectory);
#ifdef Q_OS_UNIX
    // A pipe would be read for ever.
    const QString pipe = m_folder->filePath(u"pipe"_s);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QCOMPARE(m_store->addCopyOf(pipe).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(m_store->addCopyOf(u"/dev/zero"_s).error().code, ErrorCode::FileUnreadable);
#endif
}

void TestBlobStore::refusesAnEmptyFile()
{
    const auto empty = m_store->addCopyOf(source({}));
    QCOMPARE(empty.error().code, ErrorCode::FileEmpty);
    QVERIFY(empty.error().fact(u"path"_s).endsWith(u"source"));
}

void TestBlobStore::refusesWhatCannotBeRead()
{
#ifdef Q_OS_UNIX
    if (geteuid() == 0) {
        QSKIP("root reads everything");
    }
#endif
    const QString path = source("secret");
    QFile::setPermissions(path, {});
    QCOMPARE(m_store->addCopyOf(path).error().code, ErrorCode::FileUnreadable);
}

void TestBlobStore::refusesAFileThatGrowsMeanwhile()
{
    const QString path = source(QByteArray(5'000'000, 'x'));
    std::atomic<bool> mayStop = false;
    std::thread grower([&] {
        QFile file(path);
        if (file.open(QIODevice::Append | QIODevice::Unbuffered)) {
            while (!mayStop) {
                file.write("more");
            }
        }
    });
    // A copy may fit between two writes; one that does not is refused.
    bool isRefused = false;
    for (int i = 0; i < 200 && !isRefused; ++i) {
        const auto added = m_store->addCopyOf(path);
        if (!added) {
            isRefused = true;
            QCOMPARE(added.error().code, ErrorCode::FileChanged);
        }
    }
    mayStop = true;
    grower.join();
    QVERIFY(isRefused);
}

void TestBlobStore::refusesAFileThatShrinksMeanwhile()
{
    const QString path = source(QByteArray(5'000'000, 'x'));
    std::atomic<bool> mayStop = false;
    std::thread changer([&] {
        while (!mayStop) {
            QFile::resize(path, 10);
            QFile::resize(path, 5'000'000);
        }
    });
    bool isRefused = false;
    for (int i = 0; i < 200 && !isRefused; ++i) {
        const auto added = m_store->addCopyOf(path);
        if (!added) {
            isRefused = true;
            const ErrorCode code = added.error().code;
            QVERIFY(code == ErrorCode::FileChanged || code == ErrorCode::FileVanished);
        } else {
            QVERIFY(m_store->verify(added->sha256));
        }
    }
    mayStop = true;
    changer.join();
    QVERIFY(isRefused);
}

void TestBlobStore::adoptsTwice()
{
    const auto known = m_store->addBytes("adopted");
    QVERIFY(known);
    const QString temporary = m_store->temporaryPath();
    QFile file(temporary);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("adopted");
    file.close();
    QVERIFY(m_store->adopt(temporary, *known));
    QVERIFY(!QFile::exists(temporary));
    QVERIFY(m_store->verify(known->sha256));
}

void TestBlobStore::adoptingNothingIsAnError()
{
    Digests digests;
    digests.sha256 = QByteArray(32, 'a');
    digests.size = 5;
    QVERIFY(!m_store->adopt(m_store->temporaryPath(), digests));
    QVERIFY(!m_store->has(digests.sha256));
}

void TestBlobStore::replacesATruncatedBlob()
{
    const auto added = m_store->addBytes("whole bytes");
    QVERIFY(QFile::resize(m_store->pathOf(added->sha256), 3));
    QVERIFY(m_store->addBytes("whole bytes"));
    QVERIFY(m_store->verify(added->sha256));
}

void TestBlobStore::replacesAnAlteredBlob()
{
    const Digests digests = *m_store->addBytes("the bytes");
    const QString path = m_store->pathOf(digests.sha256);
    QVERIFY(QFile::remove(path) && QFile::rename(source("THE BYTES"), path));
    QVERIFY(m_store->addBytes("the bytes"));
    QVERIFY(m_store->verify(digests.sha256));
}

void TestBlobStore::holdsOnlyWhatIsWhole()
{
    const Digests digests = *m_store->addBytes("the bytes");
    const QString path = m_store->pathOf(digests.sha256);
    QVERIFY(m_store->holds(digests.sha256));
    const QDateTime modified = QFileInfo(path).lastModified();
    // As many other bytes, with the time of before.
    QVERIFY(QFile::remove(path) && QFile::rename(source("THE BYTES"), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(modified, QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(!m_store->holds(digests.sha256));
    QVERIFY(QFile::remove(path));
    QVERIFY(!m_store->holds(digests.sha256));
    // Put back by somebody else, and by ourselves.
    QVERIFY(QFile::rename(source("the bytes"), path));
    QVERIFY(m_store->holds(digests.sha256));
    QVERIFY(QFile::resize(path, 4));
    QVERIFY(!m_store->holds(digests.sha256));
    QVERIFY(m_store->addBytes("the bytes"));
    QVERIFY(m_store->holds(digests.sha256));
}

void TestBlobStore::findsDamage()
{
    const auto added = m_store->addBytes("whole bytes");
    QFile file(m_store->pathOf(added->sha256));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(3);
    file.write("X");
    file.close();
    QCOMPARE(m_store->verify(added->sha256).error().code, ErrorCode::FileDamaged);
    QCOMPARE(m_store->verify(QByteArray(32, 'q')).error().code, ErrorCode::FileNotFound);
}

void TestBlobStore::removesAndForgets()
{
    const auto added = m_store->addBytes("bytes");
    QVERIFY(m_store->remove(added->sha256));
    QVERIFY(!m_store->has(added->sha256));
    QVERIFY(m_store->remove(added->sha256));
}

void TestBlobStore::visitsAllUntilToldToStop()
{
    for (int i = 0; i < 5; ++i) {
        QVERIFY(m_store->addBytes(QByteArray::number(i)));
    }
    QFile stranger(m_folder->filePath(u"blobs/readme.txt"_s));
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    stranger.close();
    int visited = 0;
    m_store->forEach([&](const QByteArray &sha256) {
        ++visited;
        return sha256.size() == 32;
    });
    QCOMPARE(visited, 5);
    visited = 0;
    m_store->forEach([&](const QByteArray &) { return ++visited < 2; });
    QCOMPARE(visited, 2);
}

void TestBlobStore::sweepsWhatAnInterruptedRunLeft()
{
    const auto kept = m_store->addBytes("kept");
    QFile half(m_store->temporaryPath());
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    m_store->sweepTemporary();
    QVERIFY(leftovers().isEmpty());
    QVERIFY(m_store->verify(kept->sha256));
}

void TestBlobStore::aStoreWhereNoneCanBe()
{
    const QString file = source("in the way");
    QVERIFY(!BlobStore::open(file + u"/blobs"_s, m_folder->filePath(u"temporary"_s)));
}

void TestBlobStore::whatIsGoneIsForgotten()
{
    VerifiedFiles files;
    const FileStamp stamp{3, 4, 5, 6};
    files.note("here", stamp);
    files.note("gone", stamp);
    files.forget("gone");
    files.forget("never seen");
    QVERIFY(files.isKnown("here", stamp));
    QVERIFY(!files.isKnown("gone", stamp));
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
