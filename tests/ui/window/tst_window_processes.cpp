// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window beside other processes of the program.
#include "api/kinframe_process.h"
#include "support/patience.h"
#include "ui/window/window_driver.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;
using Status = ui::LibraryState::Status;

namespace {

bool becomes(WindowDriver &driver, Status status)
{
    return QTest::qWaitFor([&] { return driver.state().status() == status; }, patienceMs);
}

/// Runs the program to its end while this one goes on; gives its exit code.
int runBeside(QProcess &process, const QStringList &arguments)
{
    process.start(QCoreApplication::applicationDirPath() + u"/kinframe"_s, arguments);
    const bool hasEnded = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, patienceMs);
    return hasEnded && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QProcessEnvironment offscreen()
{
    QProcessEnvironment environment = test::programEnvironment(test::Models::None);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

} // namespace

class TestWindowProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secondStartShowsTheFirst();
    void takesOverFromAServer();
    void doesNotTakeOverFromAWindow();
    void saysThatItCannotBeWritten();
    void needsAScreen();
};

void TestWindowProcesses::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
}

void TestWindowProcesses::secondStartShowsTheFirst()
{
    const QTemporaryDir folder;
    WindowDriver driver(folder.path());
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    QSignalSpy raised(&driver.state(), &ui::LibraryState::raiseRequested);
    QSignalSpy given(&driver.state(), &ui::LibraryState::filesGiven);
    QProcess second;
    // Its home is part of whose window it is.
    second.setEnvironment(QProcess::systemEnvironment());
    QCOMPARE(runBeside(second, {u"window"_s, u"--data"_s, folder.path(), u"/tmp/a.jpg"_s}), 0);
    QCOMPARE(raised.count(), 1);
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.at(0).at(0).toStringList(), QStringList{u"/tmp/a.jpg"_s});
    QVERIFY(driver.waitFor(u"Add to the library"_s));
    QVERIFY(driver.quit());
}

void TestWindowProcesses::takesOverFromAServer()
{
    test::KinframeProcess server({}, test::Models::None);
    QVERIFY2(server.start(), server.log().constData());
    WindowDriver driver(server.data());
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Failed));
    QVERIFY(driver.state().canTakeOver());
    QVERIFY(driver.click(u"Take over"_s));
    QVERIFY(becomes(driver, Status::Ready));
    QVERIFY(QTest::qWaitFor([&] { return !server.isRunning(); }, patienceMs));
    QVERIFY(driver.quit());
}

void TestWindowProcesses::doesNotTakeOverFromAWindow()
{
    const QTemporaryDir folder;
    WindowDriver first(folder.path());
    QVERIFY(first.start());
    QVERIFY(becomes(first, Status::Ready));
    // As if the first one did not answer: the library is busy, and its window is not ended behind its back.
    WindowDriver second(folder.path());
    QVERIFY(second.start());
    QVERIFY(becomes(second, Status::Failed));
    QVERIFY(!second.state().canTakeOver());
    QVERIFY(second.waitFor(u"The library is open in another Kinframe"_s));
    QVERIFY(second.quit());
    QVERIFY(first.quit());
    // And now it can be opened.
}

void TestWindowProcesses::saysThatItCannotBeWritten()
{
#ifdef Q_OS_LINUX
    // Nothing can be made there, not even by root.
    WindowDriver driver(u"/proc/kinframe"_s);
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Failed));
    QVERIFY(!driver.state().sentence().isEmpty());
    QVERIFY(driver.quit());
    if (::geteuid() == 0) {
        return;
    }
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    WindowDriver readOnly(folder.path());
    QVERIFY(readOnly.start());
    QVERIFY(becomes(readOnly, Status::Failed));
    QVERIFY(readOnly.waitFor(u"The library cannot be written to"_s));
    QVERIFY(readOnly.quit());
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
#endif
}

void TestWindowProcesses::needsAScreen()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = offscreen();
    for (const QString &name : {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s}) {
        environment.remove(name);
    }
    process.setProcessEnvironment(environment);
    QCOMPARE(runBeside(process, {u"--data"_s, folder.path()}), 1);
    QVERIFY(process.readAllStandardError().contains("kinframe serve"));
    // One that is said to be there but is not.
    environment.insert(u"DISPLAY"_s, u":4711"_s);
    QProcess other;
    other.setProcessEnvironment(environment);
    QCOMPARE(runBeside(other, {u"--data"_s, folder.path()}), 1);
    const QByteArray said = other.readAllStandardError();
    QVERIFY2(said.contains("kinframe serve") && !said.contains("plugin"), said.constData());
#endif
}

QTEST_MAIN(TestWindowProcesses)
#include "tst_window_processes.moc"
