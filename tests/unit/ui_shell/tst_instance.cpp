// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include <QDir>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

/// Hands over from another thread, as another process would, while this one answers.
bool handOverTo(const QString &folder, const QStringList &files)
{
    auto later = std::async(std::launch::async, [&] { return Instance(folder).handOver(files); });
    while (later.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        QCoreApplication::processEvents();
    }
    return later.get();
}

} // namespace

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsThere();
    void handsFilesOver();
    void oneForEachLibrary();
    void namesTheFolderInAnySpelling();
    void takesTheSocketOfADeadOne();
};

void TestInstance::nobodyIsThere()
{
    const QTemporaryDir folder;
    QVERIFY(!Instance(folder.path()).handOver({}));
}

void TestInstance::handsFilesOver()
{
    const QTemporaryDir folder;
    Instance first(folder.path());
    QVERIFY(first.listen());
    QSignalSpy started(&first, &Instance::started);
    const QStringList files{u"/photos/a b.jpg"_s, u"/photos/\u5317\u4eac.jpg"_s};
    QVERIFY(handOverTo(folder.path(), files));
    QVERIFY(handOverTo(folder.path(), {}));
    QCOMPARE(started.count(), 2);
    QCOMPARE(started.at(0).at(0).toStringList(), files);
    QCOMPARE(started.at(1).at(0).toStringList(), QStringList());
}

void TestInstance::oneForEachLibrary()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    Instance first(one.path());
    QVERIFY(first.listen());
    QVERIFY(!handOverTo(other.path(), {}));
}

void TestInstance::namesTheFolderInAnySpelling()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"library"_s));
    Instance first(folder.filePath(u"library"_s));
    QVERIFY(first.listen());
    QVERIFY(handOverTo(folder.filePath(u"library/../library/"_s), {}));
}

void TestInstance::takesTheSocketOfADeadOne()
{
    const QTemporaryDir folder;
    Instance first(folder.path());
    QVERIFY(first.listen());
    Instance second(folder.path());
    QVERIFY(!second.listen());
    QVERIFY(second.listenAlone());
    QSignalSpy started(&second, &Instance::started);
    QVERIFY(handOverTo(folder.path(), {}));
    QCOMPARE(started.count(), 1);
}

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
