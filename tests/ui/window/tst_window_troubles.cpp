// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says when something around the library goes wrong, and that nothing is lost by it.
#include "ui/window/made_library.h"
#include "ui/window/window_driver.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include "library/folders.h"
#include "library/owner.h"
#include "storage/database.h"
#include "support/patience.h"
#include "ui/base/context.h"

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;
using Status = ui::LibraryState::Status;

namespace {

const ui::Context &contextOf(const WindowDriver &driver)
{
    return *ui::Context::of(qmlEngine(driver.window()));
}

qint64 numberIn(const WindowDriver &driver, const char *sql)
{
    const auto number =
        contextOf(driver).services().library.database.read([&](storage::Connection &db) -> Result<qint64> {
            storage::Statement row = db.prepare(sql);
            return row.step() ? row.int64(0) : -1;
        });
    return number.value_or(-1);
}

/// Follows the folder and waits until its photos are there.
bool follow(const WindowDriver &driver, const QString &folder, int photos)
{
    const ui::Context &context = contextOf(driver);
    const auto owner = context.services().library.database.read(
        [&](storage::Connection &db) -> Result<library::Owner> { return library::findOwner(db, context.userId()); });
    const auto added =
        library::Folders(context.services().library).add(*owner, folder, library::Importer::Placement::InPlace);
    return added && QTest::qWaitFor(
                        [&] {
                            return numberIn(driver, "SELECT count(*) FROM asset WHERE is_ready = 1") == photos &&
                                   numberIn(driver, "SELECT count(*) FROM folder WHERE scanned_at IS NOT NULL") == 1;
                        },
                        patienceMs);
}

} // namespace

class TestWindowTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFolderIsPulledAway();
    void aFileIsDeletedOutside();
    void aModelDoesNotMatch();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    Q_SLOT void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    /// With its window, past the first run.
    [[nodiscard]] std::unique_ptr<WindowDriver> opened() const;
};

void TestWindowTroubles::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    qputenv("LC_ALL", "C.UTF-8");
}

std::unique_ptr<WindowDriver> TestWindowTroubles::opened() const
{
    auto driver = std::make_unique<WindowDriver>(path(u"library"_s));
    const bool isOpen = driver->start() &&
                        QTest::qWaitFor([&] { return driver->state().status() == Status::Ready; }, patienceMs) &&
                        driver->click(u"Skip"_s);
    return isOpen ? std::move(driver) : nullptr;
}

void TestWindowTroubles::aFolderIsPulledAway()
{
    const QString folder = path(u"card"_s);
    drawInto(folder, 4);
    const auto driver = opened();
    QVERIFY(driver);
    QVERIFY(follow(*driver, folder, 4));
    // Merely moved, it would be found again.
    QVERIFY(QDir(folder).removeRecursively());
    const QString said = u"“%1” is not there. Connect its drive, or show where the folder is now."_s.arg(folder);
    QVERIFY(driver->waitFor(said));
    QVERIFY(driver->click(u"Show the folders"_s));
    QVERIFY(
        driver->waitFor(u"This folder is not there. Nothing is lost: connect its drive and the photos come back, or "
                        "show where the folder is now."_s));
    QCOMPARE(numberIn(*driver, "SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 4);
    drawInto(folder, 4);
    QVERIFY(driver->waitForNo(said));
    QTRY_COMPARE(numberIn(*driver, "SELECT count(*) FROM file_reference WHERE missing_since IS NOT NULL"), 0);
    QVERIFY(driver->quit());
}

void TestWindowTroubles::aFileIsDeletedOutside()
{
    const QString folder = path(u"photos"_s);
    drawInto(folder, 4);
    const auto driver = opened();
    QVERIFY(driver);
    QVERIFY(follow(*driver, folder, 4));
    QVERIFY(QFile::remove(folder + u"/drawn_00002.jpg"_s));
    QTRY_COMPARE(numberIn(*driver, "SELECT count(*) FROM file_reference WHERE missing_since IS NOT NULL"), 1);
    driver->open(u"settings"_s, {{u"section"_s, u"folders"_s}});
    // What was made of it stays until a person says otherwise.
    QVERIFY(driver->click(u"Move to the trash"_s));
    QTRY_COMPARE(numberIn(*driver, "SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 3);
    driver->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(numberIn(*driver, "SELECT count(*) FROM asset WHERE trashed_at IS NULL"), 4);
    QVERIFY(driver->quit());
}

void TestWindowTroubles::aModelDoesNotMatch()
{
    const QByteArray usual = qgetenv("KINFRAME_MODELS");
    const QDir real(QFile::decodeName(usual));
    if (usual.isEmpty() || !real.exists()) {
        QSKIP("KINFRAME_MODELS names no folder with models");
    }
    const QString models = path(u"models"_s);
    QVERIFY(QDir().mkpath(models));
    const QStringList files = real.entryList(QDir::Files);
    for (const QString &name : files) {
        QVERIFY(QFile::copy(real.filePath(name), models + u'/' + name));
    }
    const QString wrong = models + u"/face_detection_yunet_2023mar.onnx"_s;
    QFile file(wrong);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(1000) && file.write("other bytes") > 0);
    file.close();
    qputenv("KINFRAME_MODELS", QFile::encodeName(models));
    drawInto(path(u"photos"_s), 2);
    const auto driver = opened();
    QVERIFY(driver);
    QVERIFY(follow(*driver, path(u"photos"_s), 2));
    QVERIFY(driver->waitFor(u"“%1” is not the face model it should be. Download it again."_s.arg(wrong)));
    QVERIFY(driver->quit());
    qputenv("KINFRAME_MODELS", usual);
}

QTEST_MAIN(TestWindowTroubles)
#include "tst_window_troubles.moc"
