// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/store_job.h"
#include "support/library_fixture.h"
#include "support/patience.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace kinframe;

namespace {

/// A remote store in memory.
class MemoryStore final : public render::ObjectStore
{
public:
    bool isRemote() const override { return true; }
    Result<std::optional<render::ObjectFacts>> look(const QString &key, const std::stop_token & /*stop*/) override
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_objects.find(key);
        if (found == m_objects.end()) {
            return std::optional<render::ObjectFacts>();
        }
        return std::optional(render::ObjectFacts{QString::number(m_version), found->second.size()});
    }
    Result<Digests> fetch(const QString &key, storage::BlobStore &blobs, const std::stop_token & /*stop*/) override
    {
        const std::scoped_lock lock(m_mutex);
        ++fetches;
        const auto found = m_objects.find(key);
        return found == m_objects.end() ? fail(ErrorCode::FileNotFound) : blobs.addBytes(found->second);
    }
    Result<void> put(const QString &key, const QString &path, const Digests & /*digests*/,
                     const std::stop_token & /*stop*/) override
    {
        if (--failures >= 0) {
            return fail(ErrorCode::StoreFailed);
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::FileUnreadable);
        }
        set(key, file.readAll());
        ++puts;
        return {};
    }
    Result<void> remove(const QString &key, const std::stop_token & /*stop*/) override
    {
        const std::scoped_lock lock(m_mutex);
        m_objects.erase(key);
        return {};
    }
    QUrl link(const QString & /*key*/, std::chrono::seconds /*valid*/) const override { return {}; }

    void set(const QString &key, const QByteArray &bytes)
    {
        const std::scoped_lock lock(m_mutex);
        m_objects[key] = bytes;
        ++m_version;
    }
    [[nodiscard]] bool has(const QString &key)
    {
        const std::scoped_lock lock(m_mutex);
        return m_objects.contains(key);
    }

    std::atomic<int> puts = 0;
    std::atomic<int> fetches = 0;
    std::atomic<int> failures = 0;

private:
    std::mutex m_mutex;
    std::map<QString, QByteArray> m_objects;
    int m_version = 0;
};

} // namespace

class TestStoreJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsStoredGoesThere();
    void whatIsThereIsNotPutAgain();
    void troubleIsTriedAgain();
    void whatIsCollectedGoesThereToo();
    void whatSomebodyElseHasStays();
    void withoutARemoteStoreNothingIsAsked();
    void objectsAreFetchedOnce();
    void othersUploadsAreNotObjects();

private:
    static constexpr qint64 day = 86'400'000;

    Result<render::AddedFile> add(qint64 userId, const QByteArray &bytes)
    {
        QFile temporary(m->blobs->temporaryPath());
        if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(temporary.fileName()));
        }
        temporary.close();
        MultiHash hash;
        hash.add(bytes);
        return m_files->addSpooled(userId, temporary.fileName(), hash.finish(), {});
    }
    [[nodiscard]] bool isIdle() { return m->number("SELECT count(*) FROM job") == 0; }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<render::Files> m_files;
    std::unique_ptr<render::StoreJob> m_job;
    std::shared_ptr<MemoryStore> m_store;
    std::atomic<qint64> m_now = 0;
};

void TestStoreJob::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_now = 1'000 * day;
    m_files = std::make_unique<render::Files>(
        *m->services, render::FilesSetup{m->path(u"objects"_s), [this] { return m_now.load(); }});
    m_job = std::make_unique<render::StoreJob>(*m_files);
    m_store = std::make_shared<MemoryStore>();
    m_files->setStore(m_store);
    jobs::KindOptions options;
    options.kind = QString::fromUtf16(render::storeKind);
    options.retryDelay = std::chrono::milliseconds(1);
    m->jobs->registerKind(options,
                          [this](const jobs::Job &job, jobs::JobContext &context) { return m_job->run(job, context); });
    QVERIFY(m->jobs->start());
}

void TestStoreJob::cleanup()
{
    m->jobs->stop();
    m_job.reset();
    m_files.reset();
    m.reset();
}

void TestStoreJob::whatIsStoredGoesThere()
{
    const auto added = add(m->owner.userId, "one");
    QVERIFY(added);
    QTRY_VERIFY(m_store->has(added->file.storageKey()));
    QTRY_VERIFY(isIdle());
}

void TestStoreJob::whatIsThereIsNotPutAgain()
{
    QVERIFY(add(m->owner.userId, "one"));
    QTRY_COMPARE(m_store->puts.load(), 1);
    QTRY_VERIFY(isIdle());
    QVERIFY(add(m->guest.userId, "one"));
    QTRY_VERIFY(isIdle());
    QCOMPARE(m_store->puts.load(), 1);
}

void TestStoreJob::troubleIsTriedAgain()
{
    m_store->failures = 2;
    const auto added = add(m->owner.userId, "one");
    QVERIFY(added);
    QTRY_VERIFY(m_store->has(added->file.storageKey()));
}

void TestStoreJob::whatIsCollectedGoesThereToo()
{
    const auto added = add(m->owner.userId, "one");
    QVERIFY(added);
    QTRY_VERIFY(m_store->has(added->file.storageKey()));
    m_now += 32 * day;
    QCOMPARE(m_files->collect()->files, 1);
    QTRY_VERIFY(!m_store->has(added->file.storageKey()));
    QTRY_VERIFY(isIdle());
}

void TestStoreJob::whatSomebodyElseHasStays()
{
    const auto added = add(m->owner.userId, "one");
    QVERIFY(added);
    m_now += 32 * day;
    QVERIFY(add(m->guest.userId, "one"));
    QCOMPARE(m_files->collect()->files, 1);
    QTRY_VERIFY(isIdle());
    QVERIFY(m_store->has(added->file.storageKey()));
}

void TestStoreJob::withoutARemoteStoreNothingIsAsked()
{
    m_files->setStore(nullptr);
    QVERIFY(add(m->owner.userId, "one"));
    QCOMPARE(m->number("SELECT count(*) FROM job"), 0);
    m_now += 32 * day;
    QCOMPARE(m_files->collect()->files, 1);
    QCOMPARE(m->number("SELECT count(*) FROM job"), 0);
}

void TestStoreJob::objectsAreFetchedOnce()
{
    m_store->set(u"projects/wolf.ma"_s, "scene");
    const render::Asker asker{m->guest.userId, false};
    const auto first = m_files->fileOfKey(asker, u"projects/wolf.ma"_s);
    QVERIFY(first);
    QCOMPARE(m_files->fileOfKey(asker, u"projects/wolf.ma"_s)->id, first->id);
    QCOMPARE(m_store->fetches.load(), 1);
    m_store->set(u"projects/wolf.ma"_s, "another scene");
    const auto second = m_files->fileOfKey(asker, u"projects/wolf.ma"_s);
    QVERIFY(second);
    QVERIFY(second->id != first->id);
    QCOMPARE(m_store->fetches.load(), 2);
    QVERIFY(isIdle()); // What came from there is not put there.
    QCOMPARE(m_files->fileOfKey(asker, u"none"_s).error().code, ErrorCode::NotFound);
}

void TestStoreJob::othersUploadsAreNotObjects()
{
    const auto added = add(m->owner.userId, "one");
    QVERIFY(added);
    QTRY_VERIFY(m_store->has(added->file.storageKey()));
    const auto refused = m_files->fileOfKey({m->guest.userId, false}, added->file.storageKey());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->fetches.load(), 0);
}

QTEST_GUILESS_MAIN(TestStoreJob)
#include "tst_store_job.moc"
