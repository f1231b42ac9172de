// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/blob_removals.h"
#include "render/files/files.h"
#include "support/library_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe;
using render::FileFacts;
using render::StoredFile;

class TestStoredFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneFilePerUserAndBytes();
    void anAdminFindsEverybodys();
    void ownFilesComeFirst();
    void wrongHashesLeaveNothing();
    void twoFilesWithOneMd5AreRefused();
    void keysLeadToTheLastFile();
    void keysOfOthersAreNotThere();
    void objectsBecomeOnesOwn();
    void aChangedObjectIsReadAgain();
    void whatIsUsedIsKept();
    void whatAPhotoOrATaskHasIsKept();
    void usingItAgainCountsFromNow();
    void lostBytesAreNotThere();
    void uploadsAndCollectionsAtOnce();

private:
    static constexpr qint64 day = 86'400'000;

    /// As an upload leaves it in the temporary folder.
    Result<render::AddedFile> add(qint64 userId, const QByteArray &bytes, const FileFacts &facts = {})
    {
        QFile temporary(m->blobs->temporaryPath());
        if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(temporary.fileName()));
        }
        temporary.close();
        return m_files->addSpooled(userId, temporary.fileName(), digestsOf(bytes), facts);
    }
    static Digests digestsOf(const QByteArray &bytes)
    {
        MultiHash hash;
        hash.add(bytes);
        return hash.finish();
    }
    [[nodiscard]] std::vector<StoredFile> existing(const render::Asker &asker, const QByteArray &bytes)
    {
        const QByteArray md5 = digestsOf(bytes).md5;
        return m_files->existing(asker, {&md5, 1}).value();
    }
    void writeObject(const QByteArray &bytes)
    {
        QVERIFY(QDir(m->folder.path()).mkpath(u"objects"_s));
        QFile file(m->path(u"objects/wolf.ma"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] qint64 refs() { return m->number("SELECT sum(refs) FROM blob"); }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<render::Files> m_files;
    std::atomic<qint64> m_now = 0;
    render::Asker m_owner;
    render::Asker m_guest;
};

void TestStoredFiles::init()
{
    m_files.reset();
    m = std::make_unique<test::LibraryFixture>();
    m_now = 1'000 * day;
    m_files = std::make_unique<render::Files>(
        *m->services, render::FilesSetup{m->path(u"objects"_s), [this] { return m_now.load(); }});
    m_owner = {m->owner.userId, true};
    m_guest = {m->guest.userId, false};
}

void TestStoredFiles::oneFilePerUserAndBytes()
{
    const auto first = add(m_owner.userId, "one");
    const auto again = add(m_owner.userId, "one");
    const auto guests = add(m_guest.userId, "one");
    QVERIFY(first && again && guests);
    QVERIFY(first->isNew && !again->isNew && guests->isNew);
    QCOMPARE(first->file.id, again->file.id);
    QVERIFY(first->file.id != guests->file.id);
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 1);
    QCOMPARE(refs(), 2);
    QCOMPARE(m->number("SELECT stored FROM blob"), 1);
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
}

void TestStoredFiles::anAdminFindsEverybodys()
{
    const auto guests = add(m_guest.userId, "one");
    QVERIFY(guests);
    QCOMPARE(existing(m_owner, "one").size(), size_t(1));
    QVERIFY(m_files->file(m_owner, guests->file.id));
    const auto owners = add(m_owner.userId, "two");
    QVERIFY(owners);
    QCOMPARE(existing(m_guest, "two").size(), size_t(0));
    QCOMPARE(m_files->file(m_guest, owners->file.id).error().code, ErrorCode::NotYours);
    QCOMPARE(m_files->file(m_guest, 12345).error().code, ErrorCode::NotFound);
}

void TestStoredFiles::ownFilesComeFirst()
{
    const auto guests = add(m_guest.userId, "one");
    const auto owners = add(m_owner.userId, "one");
    QVERIFY(guests && owners);
    const auto found = existing(m_owner, "one");
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().id, owners->file.id);
    QCOMPARE(m_files->fileOfKey(m_owner, owners->file.storageKey())->id, owners->file.id);
    QCOMPARE(m_files->fileOfKey(m_guest, owners->file.storageKey())->id, guests->file.id);
}

void TestStoredFiles::wrongHashesLeaveNothing()
{
    FileFacts facts;
    facts.md5 = QByteArray(16, 'a');
    QCOMPARE(add(m_owner.userId, "one", facts).error().fact(u"field"_s), u"hash"_s);
    facts = {};
    facts.xxh64 = 7;
    QCOMPARE(add(m_owner.userId, "one", facts).error().fact(u"field"_s), u"xxhash"_s);
    QVERIFY(!m->blobs->has(digestsOf("one").sha256));
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
    facts.xxh64 = digestsOf("one").xxh64;
    facts.md5 = digestsOf("one").md5;
    QVERIFY(add(m_owner.userId, "one", facts));
}

void TestStoredFiles::twoFilesWithOneMd5AreRefused()
{
    QVERIFY(add(m_owner.userId, "one"));
    // Nobody makes a collision in a test: the first is said to have the MD5 that the second will have.
    QVERIFY(m->run("UPDATE blob SET md5 = ?1", digestsOf("two").md5));
    const auto refused = add(m_owner.userId, "two");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(add(m_guest.userId, "two"));
}

void TestStoredFiles::keysLeadToTheLastFile()
{
    FileFacts facts;
    facts.key = u"projects/wolf.ma"_s;
    const auto first = add(m_owner.userId, "one", facts);
    QCOMPARE(m_files->fileOfKey(m_owner, facts.key)->id, first->file.id);
    const auto second = add(m_owner.userId, "two", facts);
    QCOMPARE(m_files->fileOfKey(m_owner, facts.key)->id, second->file.id);
    QCOMPARE(m_files->fileOfKey(m_owner, u"none"_s).error().fact(u"what"_s), u"file"_s);
    QCOMPARE(m_files->fileOfKey(m_owner, u"../none"_s).error().code, ErrorCode::InvalidArgument);
}

void TestStoredFiles::keysOfOthersAreNotThere()
{
    FileFacts facts;
    facts.key = u"projects/wolf.ma"_s;
    const auto owners = add(m_owner.userId, "one", facts);
    QCOMPARE(m_files->fileOfKey(m_guest, facts.key).error().code, ErrorCode::NotFound);
    QCOMPARE(m_files->fileOfKey(m_guest, owners->file.storageKey()).error().code, ErrorCode::NotFound);
    const auto guests = add(m_guest.userId, "two", facts);
    QCOMPARE(m_files->fileOfKey(m_guest, facts.key)->id, guests->file.id);
    QCOMPARE(m_files->fileOfKey(m_owner, facts.key)->id, owners->file.id);
}

void TestStoredFiles::objectsBecomeOnesOwn()
{
    writeObject("scene");
    const auto owners = m_files->fileOfKey(m_owner, u"wolf.ma"_s);
    const auto guests = m_files->fileOfKey(m_guest, u"wolf.ma"_s);
    QVERIFY(owners && guests);
    QVERIFY(owners->id != guests->id);
    QCOMPARE(owners->md5, digestsOf("scene").md5);
    QCOMPARE(owners->fileName, u"wolf.ma"_s);
    QVERIFY(m_files->pathOf(*owners));
    QCOMPARE(m_files->fileOfKey(m_owner, u"wolf.ma"_s)->id, owners->id);
}

void TestStoredFiles::aChangedObjectIsReadAgain()
{
    writeObject("scene");
    const auto before = m_files->fileOfKey(m_owner, u"wolf.ma"_s);
    writeObject("changed scene");
    const auto after = m_files->fileOfKey(m_owner, u"wolf.ma"_s);
    QVERIFY(before && after);
    QCOMPARE(after->md5, digestsOf("changed scene").md5);
    QVERIFY(before->id != after->id);
}

void TestStoredFiles::whatIsUsedIsKept()
{
    QVERIFY(add(m_owner.userId, "one"));
    m_now += 30 * day;
    QVERIFY(add(m_owner.userId, "two"));
    m_now += 2 * day;
    QCOMPARE(m_files->countUnused()->files, 1);
    QCOMPARE(m_files->countUnused()->bytes, 3);
    QCOMPARE(m_files->unused(10)->size(), size_t(1));
    QCOMPARE(m_files->collect()->files, 1);
    QVERIFY(!m->blobs->has(digestsOf("one").sha256));
    QVERIFY(m->blobs->has(digestsOf("two").sha256));
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 1);
    QCOMPARE(m_files->collect()->files, 0);
}

void TestStoredFiles::whatAPhotoOrATaskHasIsKept()
{
    const QByteArray picture = test::LibraryFixture::jpeg(7);
    QVERIFY(m->upload(picture));
    QVERIFY(add(m_owner.userId, picture));
    const auto scene = add(m_owner.userId, "scene");
    const auto texture = add(m_owner.userId, "texture");
    QVERIFY(scene && texture);
    QVERIFY(m->run("INSERT INTO render_task(id, queue_id, owner_id, unionid, state, engine, scene_key, scene_file_id, "
                   "spec, start_frame, total_frames, frame_step, stop_after_test, priority, gpu_count, hardware, "
                   "frame_timeout, task_timeout, runner, created_at, updated_at) VALUES (1, x'01', ?1, '', 6, '', '', "
                   "?2, '{}', 1, 1, 1, 0, 5, 0, '{}', 1, 1, '', 1, 1)",
                   m_owner.userId, scene->file.id));
    QVERIFY(m->run("INSERT INTO render_task_file(task_id, position, file_id, local_path, server_path, file_type) "
                   "VALUES (1, 0, ?1, '', '', '')",
                   texture->file.id));
    m_now += 100 * day;
    QCOMPARE(m_files->collect()->files, 0);
    QVERIFY(m->run("DELETE FROM render_task"));
    QCOMPARE(m_files->collect()->files, 2);
    QVERIFY(m->blobs->has(digestsOf(picture).sha256));
}

void TestStoredFiles::usingItAgainCountsFromNow()
{
    const auto asked = add(m_owner.userId, "one");
    const auto uploaded = add(m_owner.userId, "two");
    const auto touched = add(m_owner.userId, "three");
    QVERIFY(asked && uploaded && touched);
    m_now += 30 * day;
    QCOMPARE(existing(m_owner, "one").size(), size_t(1));
    QVERIFY(add(m_owner.userId, "two"));
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        m_files->touch(transaction, touched->file.id);
        return {};
    }));
    m_now += 30 * day;
    QCOMPARE(m_files->collect()->files, 0);
    m_now += 2 * day;
    QCOMPARE(m_files->collect()->files, 3);
}

void TestStoredFiles::lostBytesAreNotThere()
{
    const auto added = add(m_owner.userId, "one");
    QVERIFY(added);
    QVERIFY(QFile::remove(m->blobs->pathOf(added->file.sha256)));
    QCOMPARE(existing(m_owner, "one").size(), size_t(0));
    QCOMPARE(m_files->fileOfKey(m_owner, added->file.storageKey()).error().code, ErrorCode::NotFound);
    QVERIFY(!m_files->pathOf(added->file));
    QVERIFY(add(m_owner.userId, "one"));
    QCOMPARE(existing(m_owner, "one").size(), size_t(1));
}

void TestStoredFiles::uploadsAndCollectionsAtOnce()
{
    library::BlobRemovals removals;
    removals.start(*m->database, *m->blobs, m->services->thumbnailFolder);
    m->services->removals = &removals;
    m_files = std::make_unique<render::Files>(
        *m->services, render::FilesSetup{m->path(u"objects"_s), [this] { return m_now += day; }});
    std::atomic_bool isEnough = false;
    std::thread collector([&] {
        while (!isEnough) {
            m_now += 40 * day; // All that is there has become old.
            std::ignore = m_files->collect();
        }
    });
    int lost = 0;
    for (int round = 0; round < 200; ++round) {
        const QByteArray bytes = "bytes " + QByteArray::number(round % 3);
        const auto added = add(m_owner.userId, bytes);
        // Collected at once it may be, but then the row is gone with the bytes; ids are never used again.
        const auto isRecorded = [&] {
            return m->number("SELECT count(*) FROM render_file WHERE id = ?1", added->file.id) > 0;
        };
        lost += !added || (isRecorded() && !m->blobs->has(digestsOf(bytes).sha256) && isRecorded()) ? 1 : 0;
    }
    isEnough = true;
    collector.join();
    QCOMPARE(lost, 0);
    // What is recorded in the end is there.
    QVERIFY(add(m_owner.userId, "bytes 0"));
    QVERIFY(m->blobs->has(digestsOf("bytes 0").sha256));
    removals.stop();
    QVERIFY(m->blobs->has(digestsOf("bytes 0").sha256));
    m_files.reset();
    m->services->removals = nullptr;
}

QTEST_GUILESS_MAIN(TestStoredFiles)
#include "tst_stored_files.moc"
