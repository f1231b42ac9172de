// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_hash.h"
#include "transfer/file_settler.h"
#include "transfer/serial_thread.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<QFile> fileWith(const QString &path, const QByteArray &bytes)
{
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadWrite | QIODevice::Unbuffered) || file->write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return file;
}

std::shared_ptr<FileHash> hashOf(SerialThread &thread, const QByteArray &bytes, const QString &path)
{
    const auto sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return std::make_shared<FileHash>(std::shared_ptr<SerialThread>(std::shared_ptr<void>(), &thread),
                                      Checksum::sha256(sum), path);
}

Result<bool> finished(FileHash &hash, qint64 size)
{
    std::promise<Result<bool>> promise;
    hash.finish(size, [&](Result<bool> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

} // namespace

/// What becomes of a file's bytes once they are written: they are hashed, and brought safely to the disk.
class TestFileSettler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyGetTheirNames();
    void oneThatCannotDoesNotHoldUpTheOthers();
    void synced();
    void notAfterTheEnd();
    void hashedHere();
    void hashedInOrder();
    void hashedOutOfOrder();
    void hashedFromTheFileAlone();
    void aFileThatIsGone();
};

void TestFileSettler::manyGetTheirNames()
{
    QTemporaryDir folder;
    std::atomic<int> done = 0;
    std::atomic<int> failures = 0;
    {
        FileSettler settler;
        for (int i = 0; i < 600; ++i) {
            const QString name = folder.filePath(QString::number(i));
            const QString state = i % 2 == 0 ? name + u".json"_s : QString();
            if (!state.isEmpty()) {
                fileWith(state, "{}");
            }
            QVERIFY(settler.settle({fileWith(name + u".part"_s, QByteArray::number(i)), name, state,
                                    [&, name](const Result<void> &result) {
                                        failures += result && QFile::exists(name) ? 0 : 1;
                                        ++done;
                                    }}));
        }
    }
    QCOMPARE(int(done), 600);
    QCOMPARE(int(failures), 0);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 600);
    QFile last(folder.filePath(u"599"_s));
    QVERIFY(last.open(QIODevice::ReadOnly));
    QCOMPARE(last.readAll(), QByteArray("599"));
}

void TestFileSettler::oneThatCannotDoesNotHoldUpTheOthers()
{
    QTemporaryDir folder;
    std::vector<QString> errors(3);
    {
        FileSettler settler;
        for (int i = 0; i < 3; ++i) {
            const QString target = i == 1 ? u"none/1"_s : QString::number(i);
            QVERIFY(settler.settle({fileWith(folder.filePath(u"%1.part"_s.arg(i)), "x"),
                                    folder.filePath(target),
                                    {},
                                    [&errors, i](const Result<void> &result) {
                                        errors.at(size_t(i)) = result ? u"none"_s : result.error().name();
                                    }}));
        }
    }
    QCOMPARE(errors, (std::vector{u"none"_s, u"file_not_found"_s, u"none"_s}));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{u"0"_s, u"1.part"_s, u"2"_s}));
}

void TestFileSettler::synced()
{
    QTemporaryDir folder;
    FileSettler settler;
    const auto file = fileWith(folder.filePath(u"a.part"_s), "abc");
    std::promise<Result<void>> promise;
    QVERIFY(settler.sync(file, [&](const Result<void> &result) { promise.set_value(result); }));
    QVERIFY(promise.get_future().get());
    QVERIFY(file->isOpen());
    QVERIFY(QFile::exists(folder.filePath(u"a.part"_s)));
}

void TestFileSettler::notAfterTheEnd()
{
    QTemporaryDir folder;
    FileSettler settler;
    settler.close();
    QVERIFY(!settler.settle({fileWith(folder.filePath(u"a.part"_s), "x"), folder.filePath(u"a"_s), {}, {}}));
    QVERIFY(QFile::exists(folder.filePath(u"a.part"_s)));
}

void TestFileSettler::hashedHere()
{
    SerialThread thread;
    // The file is not looked at: there is none.
    const auto hash = hashOf(thread, "abcdef", u"/nowhere"_s);
    hash->wrote(0, "abc", 3);
    hash->wrote(3, "def", 6);
    QVERIFY(*finished(*hash, 6));
    const auto wrong = hashOf(thread, "abcdef", u"/nowhere"_s);
    wrong->wrote(0, "abcdeF", 6);
    QVERIFY(!*finished(*wrong, 6));
}

void TestFileSettler::hashedInOrder()
{
    SerialThread thread;
    const QByteArray bytes(5'000'000, 'k');
    const auto hash = hashOf(thread, bytes, u"/nowhere"_s);
    for (qsizetype at = 0; at < bytes.size(); at += 500'000) {
        hash->wrote(at, bytes.mid(at, 500'000), at + 500'000);
    }
    QVERIFY(*finished(*hash, bytes.size()));
}

void TestFileSettler::hashedOutOfOrder()
{
    QTemporaryDir folder;
    QByteArray bytes;
    for (int i = 0; i < 1'500'000; ++i) {
        bytes += char(i * 7);
        bytes += char(i >> 8);
    }
    const auto file = fileWith(folder.filePath(u"a"_s), bytes);
    SerialThread thread;
    const auto hash = hashOf(thread, bytes, file->fileName());
    hash->wrote(2'000'000, bytes.mid(2'000'000), 0);
    hash->wrote(0, bytes.first(1'000'000), 1'000'000);
    hash->wrote(1'000'000, bytes.mid(1'000'000, 1'000'000), bytes.size());
    QVERIFY(*finished(*hash, bytes.size()));
}

void TestFileSettler::hashedFromTheFileAlone()
{
    QTemporaryDir folder;
    const QByteArray bytes(9'000'000, 'f');
    const auto file = fileWith(folder.filePath(u"a"_s), bytes);
    SerialThread thread;
    const auto hash = hashOf(thread, bytes, file->fileName());
    hash->wrote(0, {}, 8'000'000);
    hash->wrote(8'000'000, bytes.mid(8'000'000), bytes.size());
    QVERIFY(*finished(*hash, bytes.size()));
}

void TestFileSettler::aFileThatIsGone()
{
    SerialThread thread;
    const auto hash = hashOf(thread, "x", u"/nowhere/at/all"_s);
    hash->wrote(0, {}, 2'000'000);
    QCOMPARE(finished(*hash, 2'000'000).error().name(), u"file_vanished"_s);
}

QTEST_APPLESS_MAIN(TestFileSettler)
#include "tst_file_settler.moc"
