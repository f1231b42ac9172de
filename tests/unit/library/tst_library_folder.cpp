// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::LibraryFolder;

class LibraryFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeldFolderIsBusy();
    void aFileInItsPlaceIsRefused();
    void aLockOfADeadProcessIsTaken();
    void itIsMadeWhereItIsMissing();
    void theEnvironmentSaysWhere();
};

void LibraryFolderTest::aHeldFolderIsBusy()
{
    const QTemporaryDir parent;
    auto first = LibraryFolder::open(parent.path());
    QVERIFY(first);
    const auto second = LibraryFolder::open(parent.path());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::LibraryBusy);
    first->reset();
    QVERIFY(LibraryFolder::open(parent.path()));
}

void LibraryFolderTest::aFileInItsPlaceIsRefused()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"library"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QVERIFY(!LibraryFolder::open(path));
}

void LibraryFolderTest::aLockOfADeadProcessIsTaken()
{
    const QTemporaryDir parent;
    QFile lock(parent.filePath(u"lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    // No process has the largest number there can be.
    lock.write("2147483647\nkinframe\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n');
    lock.close();
    QVERIFY(LibraryFolder::open(parent.path()));
}

void LibraryFolderTest::itIsMadeWhereItIsMissing()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"deep/library"_s);
    const auto folder = LibraryFolder::open(path);
    QVERIFY(folder);
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE((*folder)->database(), path + u"/kinframe.db"_s);
}

void LibraryFolderTest::theEnvironmentSaysWhere()
{
    qputenv("KINFRAME_DATA", "/somewhere/else");
    QCOMPARE(LibraryFolder::defaultRoot(), u"/somewhere/else"_s);
    qunsetenv("KINFRAME_DATA");
    QVERIFY(LibraryFolder::defaultRoot() != u"/somewhere/else"_s);
}

QTEST_GUILESS_MAIN(LibraryFolderTest)
#include "tst_library_folder.moc"
