// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/folder_job.h"
#include "library/folder_watch.h"
#include "library/folders.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace std::chrono_literals;
using library::Folder;
using library::Folders;

/// Folders that are followed, with the queue at work.
class FolderWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewFileIsTaken_data();
    void aNewFileIsTaken();
    void aDeletedFileIsMissing();
    void aFolderThatGoesIsMissingAndComesBack();
    void whatIsNotWatchedIsLeftAlone();
    void manyFoldersAreLookedAtNowAndThen();

private:
    Folder begin(library::FolderWatchOptions options = {})
    {
        auto folder = Folders(*m->services).add(m->owner, m->path(u"photos"_s), library::Importer::Placement::InPlace);
        options.gathering = 10ms;
        options.glance = std::min<std::chrono::milliseconds>(options.glance, 50ms);
        m_watch = std::make_unique<library::FolderWatch>(*m->services, m->events, options);
        return *folder;
    }
    qint64 files(const Folder &folder) { return Folders(*m->services).counts(folder)->files; }
    qint64 missing(const Folder &folder) { return Folders(*m->services).counts(folder)->missing; }
    bool isMissing(const Folder &folder)
    {
        return m->number("SELECT missing_since IS NOT NULL FROM folder WHERE id = ?1", folder.id) == 1;
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<library::FolderJob> m_job;
    std::unique_ptr<library::FolderWatch> m_watch;
};

void FolderWatchTest::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_job = std::make_unique<library::FolderJob>(*m->services, [] { return QStringList(); });
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(library::folderKind);
    m->jobs->registerKind(options,
                          [this](const jobs::Job &job, jobs::JobContext &context) { return m_job->run(job, context); });
    QVERIFY(m->jobs->start());
    m->writeJpeg(u"a.jpg"_s, 10);
    m->writeJpeg(u"inner/b.jpg"_s, 20);
}

void FolderWatchTest::cleanup()
{
    m_watch.reset();
    m->jobs->stop();
}

void FolderWatchTest::aNewFileIsTaken_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("beside others") << u"c.jpg"_s;
    QTest::newRow("in a folder") << u"inner/c.jpg"_s;
    QTest::newRow("in a new folder") << u"new/er/c.jpg"_s;
}

void FolderWatchTest::aNewFileIsTaken()
{
    QFETCH(const QString, name);
    const Folder folder = begin();
    QTRY_COMPARE(files(folder), 2);
    m->writeJpeg(name, 30);
    QTRY_COMPARE(files(folder), 3);
}

void FolderWatchTest::aDeletedFileIsMissing()
{
    const Folder folder = begin();
    QTRY_COMPARE(files(folder), 2);
    QVERIFY(QFile::remove(m->path(u"photos/inner/b.jpg"_s)));
    QTRY_COMPARE(missing(folder), 1);
    QVERIFY(!isMissing(folder));
}

void FolderWatchTest::aFolderThatGoesIsMissingAndComesBack()
{
    const Folder folder = begin();
    QTRY_COMPARE(files(folder), 2);
    QVERIFY(QDir().rename(folder.path, m->path(u"drive"_s)));
    QTRY_VERIFY(isMissing(folder));
    QTRY_COMPARE(missing(folder), 2);
    QVERIFY(QDir().rename(m->path(u"drive"_s), folder.path));
    QTRY_VERIFY(!isMissing(folder));
    QCOMPARE(missing(folder), 0);
    // And is followed as before.
    m->writeJpeg(u"inner/c.jpg"_s, 30);
    QTRY_COMPARE(files(folder), 3);
}

void FolderWatchTest::whatIsNotWatchedIsLeftAlone()
{
    const Folder folder = begin();
    QTRY_COMPARE(files(folder), 2);
    Folders folders(*m->services);
    QVERIFY(folders.setWatched(m->owner.userId, folder.uuid, false));
    m->writeJpeg(u"c.jpg"_s, 30);
    // Another one is followed; when it is done, this one would be too.
    QVERIFY(QDir().mkpath(m->path(u"second"_s)));
    const auto second = folders.add(m->owner, m->path(u"second"_s), library::Importer::Placement::InPlace);
    QVERIFY(second);
    m->writeJpeg(u"../second/d.jpg"_s, 40);
    QTRY_COMPARE(files(*second), 1);
    QCOMPARE(files(folder), 2);
    // Watched again, it makes up for it.
    QVERIFY(folders.setWatched(m->owner.userId, folder.uuid, true));
    QTRY_COMPARE(files(folder), 3);
}

void FolderWatchTest::manyFoldersAreLookedAtNowAndThen()
{
    library::FolderWatchOptions options;
    options.mostWatched = 1;
    options.slowPoll = 100ms;
    const Folder folder = begin(options);
    QTRY_COMPARE(files(folder), 2);
    m->writeJpeg(u"inner/c.jpg"_s, 30);
    QTRY_COMPARE(files(folder), 3);
}

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "tst_folder_watch.moc"
