// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the work spaces of tasks go, and what stays where they cannot.
#include "render/work_folder.h"
#include "unit/render/render_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RenderFixture;

class TestTaskCleaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RenderFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void cleaningUp();
    void whatCannotBeRemovedIsAskedForAgain();
    void nothingBeginsWhileItIsRemoved();
    void itWaitsForSweeps();
    void aSweepThatLastsIsTold();

private:
    std::unique_ptr<RenderFixture> m_fixture;
};

void TestTaskCleaning::cleaningUp()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    const WorkFolder folder(m_fixture->tasks->folder(), id);
    QVERIFY(QDir().mkpath(folder.frames()));
    QFile file(folder.frames() + u"/f.jpg"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(1000, 'x'));
    file.close();
    // A link is not what it leads to.
    const QString outside = m_fixture->library.write(u"outside.jpg"_s, QByteArray(5000, 'y'));
    QVERIFY(QFile::link(outside, folder.path + u"/link"_s));
    QCOMPARE(*m_fixture->tasks->cleanUp(m_fixture->owner, id), 1000);
    QVERIFY(!QDir(folder.path).exists());
    QVERIFY(QFile::exists(outside));
    QVERIFY(m_fixture->task(id).isCleaned);
    QCOMPARE(*m_fixture->tasks->cleanUp(m_fixture->owner, id), 0);
    QCOMPARE(m_fixture->tasks->retryFrame(m_fixture->owner, id, 1).error().code, ErrorCode::Conflict);
}

void TestTaskCleaning::whatCannotBeRemovedIsAskedForAgain()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    QVERIFY(m_fixture->library.run("UPDATE render_frame SET output_path = 'frames/f.jpg' WHERE task_id = ?1", id));
    const WorkFolder folder(m_fixture->tasks->folder(), id);
    QVERIFY(QDir().mkpath(folder.frames()));
    bool isStubborn = true;
    const auto remove = [&](const QString &path) { return !isStubborn && QDir(path).removeRecursively(); };
    Tasks tasks(*m_fixture->library.services, *m_fixture->files, m_fixture->library.events,
                {m_fixture->tasks->folder(), wallMs, remove});
    const auto failed = tasks.cleanUp(m_fixture->owner, id);
    QCOMPARE(failed.error().code, ErrorCode::DiskFailed);
    QCOMPARE(failed.error().fact(u"path"_s), folder.path);
    QVERIFY(!failed.error().fact(u"reason"_s).isEmpty());
    // It is as it was: looked at, and asked for again.
    QVERIFY(!m_fixture->task(id).isCleaned);
    QCOMPARE(m_fixture->frame(id, 1).outputPath, u"frames/f.jpg"_s);
    isStubborn = false;
    QVERIFY(tasks.cleanUp(m_fixture->owner, id));
    QVERIFY(!QDir(folder.path).exists());
    QVERIFY(m_fixture->task(id).isCleaned);
    QVERIFY(m_fixture->frame(id, 1).outputPath.isEmpty());
}

void TestTaskCleaning::nothingBeginsWhileItIsRemoved()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    QVERIFY(QDir().mkpath(WorkFolder(m_fixture->tasks->folder(), id).frames()));
    std::unique_ptr<Tasks> tasks;
    std::vector<Error> refused;
    const auto remove = [&](const QString &path) {
        refused.push_back(tasks->retryFrame(m_fixture->owner, id, 1).error());
        refused.push_back(tasks->cleanUp(m_fixture->owner, id).error());
        return QDir(path).removeRecursively();
    };
    tasks = std::make_unique<Tasks>(*m_fixture->library.services, *m_fixture->files, m_fixture->library.events,
                                    TasksSetup{m_fixture->tasks->folder(), wallMs, remove});
    QVERIFY(tasks->cleanUp(m_fixture->owner, id));
    QCOMPARE(refused.size(), size_t(2));
    for (const Error &error : refused) {
        QCOMPARE(error.code, ErrorCode::Conflict);
        QCOMPARE(error.fact(u"reason"_s), u"the work space of the task is being removed"_s);
    }
    QCOMPARE(m_fixture->frame(id, 1).state, FrameState::Cancelled);
}

void TestTaskCleaning::itWaitsForSweeps()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const qint64 other = m_fixture->make(m_fixture->request(1));
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    std::atomic isSwept = false;
    const auto remove = [&](const QString &path) { return isSwept.load() && QDir(path).removeRecursively(); };
    Tasks tasks(*m_fixture->library.services, *m_fixture->files, m_fixture->library.events,
                {m_fixture->tasks->folder(), wallMs, remove, 1min});
    QVERIFY(QDir().mkpath(WorkFolder(tasks.folder(), id).frames()));
    const auto unrelated = tasks.sweeps().begin(other);
    auto first = tasks.sweeps().begin(id);
    auto second = tasks.sweeps().begin(id);
    first.reset();
    const std::jthread sweeping([&, sweep = std::move(second)]() mutable {
        isSwept = true;
        sweep.reset();
    });
    QVERIFY(tasks.cleanUp(m_fixture->owner, id));
    QVERIFY(isSwept);
    QVERIFY(m_fixture->task(id).isCleaned);
}

void TestTaskCleaning::aSweepThatLastsIsTold()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    Tasks tasks(*m_fixture->library.services, *m_fixture->files, m_fixture->library.events,
                {.folder = m_fixture->tasks->folder(), .sweepPatience = 1ms});
    const WorkFolder folder(tasks.folder(), id);
    QVERIFY(QDir().mkpath(folder.frames()));
    auto sweep = tasks.sweeps().begin(id);
    const auto refused = tasks.cleanUp(m_fixture->owner, id);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().fact(u"reason"_s), u"what its last processes have left is still being put away"_s);
    QVERIFY(QDir(folder.path).exists());
    QVERIFY(!m_fixture->task(id).isCleaned);
    sweep.reset();
    QVERIFY(tasks.cleanUp(m_fixture->owner, id));
    QVERIFY(!QDir(folder.path).exists());
}

QTEST_GUILESS_MAIN(TestTaskCleaning)
#include "tst_task_cleaning.moc"
