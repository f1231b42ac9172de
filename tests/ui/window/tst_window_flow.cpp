// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window, as a person uses it.
#include "ui/window/made_library.h"
#include "ui/window/window_driver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include "jobs/progress.h"
#include "library/import_run.h"
#include "library/settings.h"
#include "storage/database.h"
#include "support/patience.h"
#include "ui/base/context.h"
#include "ui/base/undo_stack.h"
#include "ui/settings/sharing.h"

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;
using Status = ui::LibraryState::Status;

namespace {

bool becomes(WindowDriver &driver, Status status, int ms = patienceMs)
{
    return QTest::qWaitFor([&] { return driver.state().status() == status; }, ms);
}

qint64 numberIn(const WindowDriver &driver, const char *sql)
{
    const ui::Context *context = ui::Context::of(qmlEngine(driver.window()));
    const auto number = context->services().library.database.read([&](storage::Connection &db) -> Result<qint64> {
        storage::Statement row = db.prepare(sql);
        return row.step() ? row.int64(0) : -1;
    });
    return number.value_or(-1);
}

} // namespace

class TestWindowFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firstStartLeadsToPhotos();
    void takesFilesOver();
    void takesWhatIsDropped();
    void saysWhichFilesAreDamaged();
    void closesDuringAnImport();
    void stopsWhatIsAsked();
    void saysWhyItDoesNotOpen();
    void opensWhatWasMended();
    void keepsItsPlace();
    void everyCommandHasItsKeys();
    void namesSomebodyAndTakesItBack();
    void tellsThatAnUndoWaits();
    void sharesTheLibrary();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    Q_SLOT void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestWindowFlow::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    qputenv("LC_ALL", "C.UTF-8");
}

void TestWindowFlow::firstStartLeadsToPhotos()
{
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    QVERIFY(driver.waitFor(u"Where are your photos?"_s));
    QVERIFY(driver.click(u"Skip"_s));
    QVERIFY(driver.waitForNo(u"Where are your photos?"_s));
    QVERIFY(driver.quit());
}

void TestWindowFlow::takesFilesOver()
{
    drawInto(path(u"photos"_s), 12);
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    // A second start with files.
    ui::Instance second(path(u"library"_s));
    auto handing = std::async(std::launch::async, [&] { return second.handOver({path(u"photos"_s)}); });
    QTRY_VERIFY(handing.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
    QVERIFY(handing.get());
    QVERIFY(driver.waitFor(u"Add to the library"_s));
    QVERIFY(driver.click(u"Add"_s));
    QVERIFY(driver.waitFor(u"12 photos added."_s, 30'000));
    QTRY_COMPARE(numberIn(driver, "SELECT count(*) FROM asset WHERE is_ready = 1"), 12);
    QVERIFY(driver.waitForNo(u"Where are your photos?"_s));
    QVERIFY(driver.quit());
}

void TestWindowFlow::takesWhatIsDropped()
{
    drawInto(path(u"copied"_s), 3);
    drawInto(path(u"left"_s), 5);
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    const auto files = [&](const char *wherefrom) { return numberIn(driver, wherefrom); };
    driver.drop({path(u"copied"_s)}, {200, 300});
    QTRY_COMPARE_WITH_TIMEOUT(files("SELECT count(*) FROM asset WHERE is_ready = 1"), 3, 60'000);
    QCOMPARE(files("SELECT count(*) FROM import_run WHERE is_in_place = 1"), 0);
    // The same drawings again, and two more: on the right they stay where they are.
    driver.drop({path(u"left"_s)}, {driver.window()->width() - 200.0, 300});
    QTRY_COMPARE_WITH_TIMEOUT(files("SELECT count(*) FROM asset WHERE is_ready = 1"), 5, 60'000);
    QCOMPARE(files("SELECT count(*) FROM import_run WHERE is_in_place = 1"), 1);
    QVERIFY(driver.quit());
}

void TestWindowFlow::saysWhichFilesAreDamaged()
{
    drawInto(path(u"photos"_s), 2);
    QFile damaged(path(u"photos/damaged.jpg"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("this is not a photo");
    damaged.close();
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    Q_EMIT driver.state().filesGiven({path(u"photos"_s)});
    QVERIFY(driver.click(u"Add"_s));
    QVERIFY(driver.waitFor(u"2 photos added. 1 file could not be added."_s, 60'000));
    QVERIFY(driver.waitForNo(u"Add to the library"_s));
    QVERIFY(driver.click(u"Show which"_s));
    QVERIFY(driver.waitFor(u"These files could not be added"_s));
    QVERIFY(driver.quit());
}

void TestWindowFlow::closesDuringAnImport()
{
    constexpr int photos = 300;
    drawInto(path(u"photos"_s), photos);
    {
        WindowDriver driver(path(u"library"_s));
        QVERIFY(driver.start());
        QVERIFY(becomes(driver, Status::Ready));
        Q_EMIT driver.state().filesGiven({path(u"photos"_s)});
        QVERIFY(driver.click(u"Add"_s));
        QTRY_VERIFY(numberIn(driver, "SELECT count(*) FROM asset") > 10);
        QVERIFY(driver.quit(5'000));
    }
    // What was not done goes on by itself.
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(driver, "SELECT count(*) FROM asset WHERE is_ready = 1"), photos, 120'000);
    QTRY_COMPARE(numberIn(driver, "SELECT state FROM import_run"), int(library::ImportState::Done));
    QVERIFY(driver.quit());
}

void TestWindowFlow::stopsWhatIsAsked()
{
    drawInto(path(u"photos"_s), 1500);
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    Q_EMIT driver.state().filesGiven({path(u"photos"_s)});
    QVERIFY(driver.click(u"Add"_s));
    QVERIFY(driver.waitForNo(u"Add to the library"_s));
    QVERIFY(driver.click(u"Progress"_s));
    QVERIFY(driver.click(u"Stop: Adding photos"_s));
    QTRY_COMPARE_WITH_TIMEOUT(numberIn(driver, "SELECT state FROM import_run"), int(library::ImportState::Canceled),
                              30'000);
    QVERIFY(driver.quit());
}

void TestWindowFlow::saysWhyItDoesNotOpen()
{
    QFile database(path(u"kinframe.db"_s));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray(100'000, 'x'));
    database.close();
    WindowDriver driver(m_folder->path());
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Failed));
    QVERIFY(driver.waitFor(u"The database of the library is damaged"_s));
    QVERIFY(!driver.state().canTakeOver());
    QVERIFY(driver.find(u"Try again"_s));
    QVERIFY(driver.click(u"Close Kinframe"_s));
    QVERIFY(driver.quit());
}

void TestWindowFlow::opensWhatWasMended()
{
    // A file where the folder should be.
    QFile inTheWay(path(u"library"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Failed));
    QVERIFY(!driver.state().sentence().isEmpty());
    QVERIFY(inTheWay.remove());
    QVERIFY(driver.click(u"Try again"_s));
    QVERIFY(becomes(driver, Status::Ready));
    QVERIFY(driver.quit());
}

void TestWindowFlow::keepsItsPlace()
{
    {
        WindowDriver driver(path(u"library"_s));
        QVERIFY(driver.start());
        QVERIFY(becomes(driver, Status::Ready));
        driver.window()->resize(777, 555);
        QTRY_COMPARE(ui::Preferences::of(driver.window())->value(u"window/place"_s, QRect()).toRect().size(),
                     QSize(777, 555));
        QVERIFY(driver.quit());
    }
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QCOMPARE(driver.window()->size(), QSize(777, 555));
}

void TestWindowFlow::everyCommandHasItsKeys()
{
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    QVERIFY(driver.click(u"Skip"_s));
    driver.key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(driver.waitFor(u"All keys"_s));
    driver.type(u"allkeys"_s);
    driver.key(Qt::Key_Return);
    QVERIFY(driver.waitFor(u"Undo"_s));
    QVERIFY(driver.waitFor(u"Show what is running"_s));
    driver.key(Qt::Key_Escape);
    QVERIFY(driver.waitForNo(u"Show what is running"_s));
}

void TestWindowFlow::namesSomebodyAndTakesItBack()
{
    const QString folder = makeLibrary({40, 8, 3});
    WindowDriver driver(folder);
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    driver.go(u"people"_s);
    QVERIFY(driver.waitFor(u"Ada Lindqvist"_s));
    const auto named = [&] { return numberIn(driver, "SELECT count(*) FROM person WHERE name = 'Zoe Quill'"); };
    QVERIFY(driver.click(u"Add a name"_s));
    QTRY_VERIFY(driver.window()->activeFocusItem()->inherits("QQuickTextInput"));
    driver.type(u"Zoe Quill"_s);
    driver.key(Qt::Key_Return);
    QTRY_COMPARE(named(), 1);
    QVERIFY(driver.waitFor(u"Zoe Quill"_s));
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(named(), 0);
    driver.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(named(), 1);
    QVERIFY(driver.quit());
    QDir(folder).removeRecursively();
}

void TestWindowFlow::tellsThatAnUndoWaits()
{
    const QString folder = makeLibrary({.photos = 8});
    WindowDriver driver(folder);
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    const QString waits = u"It is undone as soon as it is done."_s;
    const auto doing = ui::UndoStack::of(driver.window())->begin();
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(driver.waitFor(waits));
    doing->push({u"8 photos tagged"_s, [] {}, [] {}});
    QVERIFY(driver.waitFor(u"Undone: 8 photos tagged"_s));
    QVERIFY(driver.waitForNo(waits));
    QVERIFY(driver.quit());
    QDir(folder).removeRecursively();
}

void TestWindowFlow::sharesTheLibrary()
{
    WindowDriver driver(path(u"library"_s));
    QVERIFY(driver.start());
    QVERIFY(becomes(driver, Status::Ready));
    QVERIFY(driver.click(u"Skip"_s));
    const ui::Context *context = ui::Context::of(qmlEngine(driver.window()));
    // Another program of this computer may have the usual one.
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const int port = probe.serverPort();
    probe.close();
    QVERIFY(library::Settings(context->services().library).set(u"sharing.port"_s, port));
    driver.open(u"settings"_s, {{u"section"_s, u"sharing"_s}});
    QVERIFY(driver.click(u"sharing"_s));
    const ui::Sharing *sharing = ui::Sharing::of(driver.window());
    QTRY_VERIFY(sharing->facts().isRunning);
    QVERIFY(!sharing->facts().addresses.isEmpty());
    QVERIFY(driver.click(u"sharing"_s));
    QTRY_VERIFY(!sharing->facts().isRunning);
    QVERIFY(driver.quit());
}

QTEST_MAIN(TestWindowFlow)
#include "tst_window_flow.moc"
