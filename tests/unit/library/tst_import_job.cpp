// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/clock.h"
#include "library/import_job.h"
#include "support/patience.h"

#include <QDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;
using library::ImportState;

class ImportJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void nothingToImportIsRefused();
    void whatCannotBeTakenStandsAmongTheFailures();
    void aFailedRunSaysWhy();
    void aRunThatWaitsSaysForWhat();
    void aCancelledRunKeepsItsCounts();
    void aFolderIsTakenWhole();
    void runAgainItCountsAsBefore();
    void whatAnotherImportAddedIsThereAlready();
    void anotherUsersRunIsNotFound();

private:
    library::ImportRun start(const QStringList &paths)
    {
        return *library::startImport(*m->services, m->owner, paths, Importer::Placement::Copy);
    }
    Result<void> run(const library::ImportRun &run, const std::stop_token &stop = {})
    {
        library::ImportJob import(*m->services);
        jobs::Job job;
        job.userId = run.ownerId;
        job.subject = run.uuid;
        std::any state;
        jobs::JobContext context({stop, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = import.run(job, context);
        if (effect) {
            return m->change(*effect);
        }
        return m->change([&](storage::Transaction &tx) { return import.fail(tx, job, effect.error()); });
    }
    /// Times are compared in those.
    static void waitForTheNextMillisecond()
    {
        const qint64 now = wallMs();
        QTRY_VERIFY(wallMs() > now);
    }
    library::ImportRun find(const library::ImportRun &run)
    {
        return *library::findImport(*m->database, run.ownerId, run.uuid);
    }
    std::unique_ptr<test::LibraryFixture> m;
};

void ImportJobTest::nothingToImportIsRefused()
{
    QVERIFY(!library::startImport(*m->services, m->owner, {}, Importer::Placement::Copy));
    QCOMPARE(m->number("SELECT count(*) FROM job"), 0);
}

void ImportJobTest::whatCannotBeTakenStandsAmongTheFailures()
{
    m->writeJpeg(u"a.jpg"_s, 10);
    const QString bad = m->write(u"bad.jpg"_s, "no picture"_ba);
    const QString missing = m->path(u"missing"_s);
    const auto import = start({m->path(u"photos"_s), missing});
    QVERIFY(run(import));
    const auto done = find(import);
    QCOMPARE(done.state, ImportState::Done);
    QCOMPARE(done.found, 3);
    QCOMPARE(done.added, 1);
    QCOMPARE(done.failed, 2);
    QVERIFY(done.finishedAt);
    const auto failures = *library::importFailures(*m->database, import.id, {}, 10);
    QCOMPARE(failures.size(), size_t(2));
    QCOMPARE(failures.at(0).path, missing);
    QCOMPARE(failures.at(0).error.code, ErrorCode::FileNotFound);
    QCOMPARE(failures.at(1).path, bad);
    QCOMPARE(library::importFailures(*m->database, import.id, missing, 10)->size(), size_t(1));
}

void ImportJobTest::aFailedRunSaysWhy()
{
    const auto import = start({m->path(u"photos"_s)});
    library::ImportJob handler(*m->services);
    jobs::Job job;
    job.subject = import.uuid;
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return handler.fail(tx, job, Error{ErrorCode::DiskFull, {}, {}});
    }));
    QCOMPARE(find(import).state, ImportState::Failed);
    const auto failures = *library::importFailures(*m->database, import.id, {}, 10);
    QCOMPARE(failures.size(), size_t(1));
    QCOMPARE(failures.front().error.code, ErrorCode::DiskFull);
}

void ImportJobTest::aRunThatWaitsSaysForWhat()
{
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(library::importKind);
    m->jobs->registerKind(options, [](const jobs::Job &, jobs::JobContext &) -> Result<jobs::Effect> {
        return fail(ErrorCode::DiskFull, {{u"path"_s, u"/library"_s}});
    });
    auto import = start({m->path(u"photos"_s)});
    QVERIFY(!library::holdOf(*m->services, import));
    QVERIFY(m->jobs->start());
    QTRY_VERIFY(library::holdOf(*m->services, import));
    QCOMPARE(library::holdOf(*m->services, find(import))->code, ErrorCode::DiskFull);
    QCOMPARE(find(import).state, ImportState::Running);
    import.state = ImportState::Done;
    QVERIFY(!library::holdOf(*m->services, import));
}

void ImportJobTest::aCancelledRunKeepsItsCounts()
{
    m->writeJpeg(u"a.jpg"_s, 10);
    const auto import = start({m->path(u"none"_s), m->path(u"photos"_s)});
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(run(import, stop.get_token()));
    const auto done = find(import);
    QCOMPARE(done.state, ImportState::Canceled);
    QCOMPARE(done.failed, 1);
    QVERIFY(done.finishedAt);
}

void ImportJobTest::aFolderIsTakenWhole()
{
    constexpr int files = 60;
    for (int i = 0; i < files; ++i) {
        // Every third file is one that another folder holds too: several threads meet the same bytes.
        m->writeJpeg(u"%1/%2.jpg"_s.arg(i % 4).arg(i), i % 3 == 0 ? 0 : i);
    }
    const auto import = start({m->path(u"photos"_s)});
    QVERIFY(run(import));
    const auto done = find(import);
    QCOMPARE(done.found, files);
    QCOMPARE(done.failed, 0);
    QCOMPARE(done.added, 41);
    QCOMPARE(done.duplicates, 19);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 41);
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
}

void ImportJobTest::runAgainItCountsAsBefore()
{
    // A crash leaves what an attempt added, but not its counts: the next one finds the same.
    for (const auto placement : {Importer::Placement::Copy, Importer::Placement::InPlace}) {
        init();
        const auto earlier = m->add(m->writeJpeg(u"earlier.jpg"_s, 10), placement);
        QVERIFY(earlier);
        waitForTheNextMillisecond();
        m->writeJpeg(u"a.jpg"_s, 20);
        m->writeJpeg(u"b.jpg"_s, 30);
        m->writeJpeg(u"copy of a.jpg"_s, 20);
        const auto import = *library::startImport(*m->services, m->owner, {m->path(u"photos"_s)}, placement);
        for (int attempt = 0; attempt < 2; ++attempt) {
            QVERIFY(run(import));
            const auto done = find(import);
            QCOMPARE(done.found, 4);
            QCOMPARE(done.added, 2);
            QCOMPARE(done.duplicates, 2);
            QCOMPARE(m->number("SELECT count(*) FROM asset"), 3);
        }
    }
}

void ImportJobTest::whatAnotherImportAddedIsThereAlready()
{
    m->writeJpeg(u"a.jpg"_s, 10);
    const auto first = start({m->path(u"photos"_s)});
    // Asked for at once, begun only when the first is over.
    const auto second = start({m->path(u"photos"_s)});
    QVERIFY(run(first));
    waitForTheNextMillisecond();
    for (int attempt = 0; attempt < 2; ++attempt) {
        QVERIFY(run(second));
        QCOMPARE(find(second).added, 0);
        QCOMPARE(find(second).duplicates, 1);
    }
}

void ImportJobTest::anotherUsersRunIsNotFound()
{
    const auto import = start({m->path(u"photos"_s)});
    QVERIFY(!library::findImport(*m->database, m->guest.userId, import.uuid));
    QVERIFY(!library::cancelImport(*m->services, m->guest.userId, import.uuid));
    QVERIFY(library::cancelImport(*m->services, m->owner.userId, import.uuid));
}

QTEST_GUILESS_MAIN(ImportJobTest)
#include "tst_import_job.moc"
