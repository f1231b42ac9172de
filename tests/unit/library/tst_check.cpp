// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/clock.h"
#include "library/check.h"
#include "library/thumbnail_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void damagedAndMissingFilesAreTold();
    void itCanBeStopped();
    void aWholeLibraryIsWell();
    void orphansAreRemoved();
    void whatCameAfterTheStartStays();
    void nothingIsRemovedBesideADatabaseSetAside();
    void thumbnailsOfNobodyAreRemoved();

private:
    Result<library::CheckReport> check(const std::stop_token &stop = {})
    {
        return library::checkLibrary(
            *m->database, *m->blobs, [](qint64, qint64) {}, stop);
    }
    Result<library::SweepReport> sweep(qint64 started)
    {
        return library::sweepOrphans(*m->database, *m->blobs, started, {});
    }
    QByteArray shaOf(const library::Registered &registered) { return m->asset(registered.uuid)->sha256; }
    static qint64 later() { return wallMs() + 60'000; }
    std::unique_ptr<test::LibraryFixture> m;
};

void CheckTest::damagedAndMissingFilesAreTold()
{
    const auto whole = *m->upload(m->jpeg(10));
    const QByteArray damaged = shaOf(*m->upload(m->jpeg(20)));
    const QByteArray missing = shaOf(*m->upload(m->jpeg(30)));
    QFile file(m->blobs->pathOf(damaged));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100) && file.putChar('x'));
    file.close();
    QVERIFY(m->blobs->remove(missing));
    const auto report = check();
    QVERIFY(report && !report->isWell());
    QCOMPARE(report->blobsChecked, 3);
    QCOMPARE(report->damaged, QStringList{QString::fromLatin1(damaged.toHex())});
    QCOMPARE(report->missing, QStringList{QString::fromLatin1(missing.toHex())});
    QCOMPARE(sweep(later())->missing, report->missing);
    QVERIFY(m->blobs->has(shaOf(whole)));
}

void CheckTest::itCanBeStopped()
{
    QVERIFY(m->upload(m->jpeg(10)));
    std::stop_source stop;
    stop.request_stop();
    const auto report = check(stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Canceled);
}

void CheckTest::aWholeLibraryIsWell()
{
    QVERIFY(m->upload(m->jpeg(10)));
    QVERIFY(m->add(m->writeJpeg(u"a.jpg"_s, 20), library::Importer::Placement::InPlace));
    const auto report = check();
    QVERIFY(report && report->isWell() && report->unknown.isEmpty());
    QCOMPARE(report->blobsChecked, 1);
}

void CheckTest::orphansAreRemoved()
{
    const auto kept = *m->upload(m->jpeg(10));
    const auto orphan = *m->blobs->addBytes("left by an interrupted run");
    QCOMPARE(check()->unknown, QStringList{QString::fromLatin1(orphan.sha256.toHex())});
    const auto swept = sweep(later());
    QVERIFY(swept);
    QCOMPARE(swept->removed, 1);
    QVERIFY(!m->blobs->has(orphan.sha256));
    QVERIFY(m->blobs->has(shaOf(kept)));
}

void CheckTest::whatCameAfterTheStartStays()
{
    const auto arriving = *m->blobs->addBytes("stored, soon to be recorded");
    QCOMPARE(sweep(wallMs() - 60'000)->removed, 0);
    QVERIFY(m->blobs->has(arriving.sha256));
}

void CheckTest::nothingIsRemovedBesideADatabaseSetAside()
{
    const auto former = *m->blobs->addBytes("named by the database before the restore");
    const QString aside = m->database->path() + u"-before-restore-1"_s;
    QVERIFY(QFile(aside).open(QIODevice::WriteOnly));
    QCOMPARE(sweep(later())->removed, 0);
    QVERIFY(m->blobs->has(former.sha256));
    QVERIFY(QFile::remove(aside));
    QCOMPARE(sweep(later())->removed, 1);
}

void CheckTest::thumbnailsOfNobodyAreRemoved()
{
    using enum library::ThumbnailKind;
    const auto kept = *m->add(m->writeJpeg(u"a.jpg"_s, 10), library::Importer::Placement::InPlace);
    QVERIFY(m->process(kept));
    const QString folder = m->services->thumbnailFolder;
    const QString mine = library::thumbnailPath(folder, shaOf(kept), Thumbnail);
    // As a crash may leave them: of a photo that is gone, and one that is not whole.
    const QString orphan = library::thumbnailPath(folder, QByteArray(32, '\x17'), Preview);
    const QString half = mine + u".0123"_s;
    QVERIFY(QDir().mkpath(QFileInfo(orphan).path()));
    for (const QString &path : {orphan, half}) {
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    }
    QCOMPARE(*library::sweepThumbnails(*m->database, folder, wallMs() - 60'000, {}), 0);
    QCOMPARE(*library::sweepThumbnails(*m->database, folder, later(), {}), 2);
    QVERIFY(QFile::exists(mine) && QFile::exists(library::thumbnailPath(folder, shaOf(kept), Preview)));
    QVERIFY(!QFile::exists(orphan) && !QFile::exists(half));
}

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
