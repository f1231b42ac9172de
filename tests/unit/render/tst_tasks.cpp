// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of tasks, without anything that renders.
#include "unit/render/render_fixture.h"

#include "render/render_setup.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

class TestTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RenderFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aTaskAsItIsMade();
    void packedScenesAreKnownByName_data();
    void packedScenesAreKnownByName();
    void nothingWithoutItsScene();
    void theSameKeyMakesItOnce();
    void theSameKeyIsKnownWithoutItsScene();
    void namesOfOthers();
    void commandsAreForAdmins();
    void tasksOfOthers();
    void anEngineThatIsNotHere();
    void hardware();
    void itsFiles();
    void lists();
    void whatAStateDoesNotAllow();
    void aPauseGoesBackWhereItWas();
    void setups();

private:
    std::unique_ptr<RenderFixture> m_fixture;
};

void TestTasks::aTaskAsItIsMade()
{
    TaskRequest request = m_fixture->request(100);
    request.startFrame = 10;
    request.frameStep = 2;
    request.testText = u"10,12"_s;
    request.testFrames = {10, 12};
    request.info = {{u"renderer"_s, u"x"_s}};
    const auto made = m_fixture->tasks->create(m_fixture->owner, request);
    QVERIFY(made);
    QCOMPARE(made->state, TaskState::Queued);
    QCOMPARE(made->frames.pending, 100);
    QCOMPARE(made->tests, TestState::Pending);
    QCOMPARE(made->progress(), 0.0);
    QVERIFY(!made->estimatedCost());
    QCOMPARE(*made->actualCost(), 0.0);
    QCOMPARE(made->hardware->id, u"basic"_s);
    QCOMPARE(made->request.info, request.info);
    QCOMPARE(made->sceneSize, 7);
    const auto frames = m_fixture->tasks->frames(m_fixture->owner, made->id, {{}, false, 2, 1});
    QCOMPARE(frames->total, 100);
    QCOMPARE(frames->items.size(), size_t(2));
    QCOMPARE(frames->items[0].number, 12);
    QVERIFY(frames->items[0].isTest);
    QVERIFY(!frames->items[1].isTest);
    QCOMPARE(m_fixture->tasks->frames(m_fixture->owner, made->id, {{}, true, 1, 0})->items[0].number, 208);
    const auto log = m_fixture->tasks->log(m_fixture->owner, made->id, 10, {0, 0, 100});
    QVERIFY(log);
    QCOMPARE(log->attempts, 0);
}

void TestTasks::packedScenesAreKnownByName_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("key");
    QTest::addColumn<std::optional<bool>>("said");
    QTest::addColumn<bool>("isPacked");
    const std::optional<bool> nothing;
    QTest::newRow("as its file") << u"a.ma.GZ"_s << QString() << nothing << true;
    QTest::newRow("as its file of another computer") << u"C:\\a.b\\wolf.gz"_s << QString() << nothing << true;
    QTest::newRow("no suffix") << u"a.ma"_s << QString() << nothing << false;
    QTest::newRow("as its key") << u"a"_s << u"projects/wolf.ma.gz"_s << nothing << true;
    QTest::newRow("its key says more") << u"a.ma.gz"_s << u"projects/wolf.ma"_s << nothing << false;
    QTest::newRow("a key without a suffix") << u"a.ma.gz"_s << u"projects.1/wolf"_s << nothing << true;
    QTest::newRow("as it is") << u"a.ma.gz"_s << QString() << std::optional(false) << false;
    QTest::newRow("by its word") << u"a.ma"_s << QString() << std::optional(true) << true;
}

void TestTasks::packedScenesAreKnownByName()
{
    QFETCH(const QString, fileName);
    QFETCH(const QString, key);
    QFETCH(const std::optional<bool>, said);
    QFETCH(const bool, isPacked);
    const StoredFile scene = m_fixture->store("packed", {.fileName = fileName, .key = key});
    TaskRequest request = m_fixture->request(1);
    request.sceneKey = key.isEmpty() ? scene.storageKey() : key;
    request.isCompressed = said;
    QCOMPARE(m_fixture->task(m_fixture->make(request)).request.isCompressed, std::optional(isPacked));
}

void TestTasks::nothingWithoutItsScene()
{
    TaskRequest request = m_fixture->request(1);
    request.sceneKey = u"scenes/none.txt"_s;
    const auto made = m_fixture->tasks->create(m_fixture->owner, request);
    QCOMPARE(made.error().code, ErrorCode::NotFound);
    QCOMPARE(made.error().fact(u"what"_s), u"file"_s);
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM render_task"), 0);
}

void TestTasks::theSameKeyMakesItOnce()
{
    TaskRequest request = m_fixture->request(1);
    request.idempotencyKey = u"k"_s;
    const qint64 first = m_fixture->make(request);
    const auto second = m_fixture->tasks->create(m_fixture->owner, request);
    QCOMPARE(second.error().code, ErrorCode::TaskExists);
    QCOMPARE(second.error().fact(u"id"_s), QString::number(first));
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM render_task"), 1);
}

void TestTasks::theSameKeyIsKnownWithoutItsScene()
{
    TaskRequest request = m_fixture->request(1);
    request.idempotencyKey = u"k"_s;
    request.hardwareId = u"basic"_s;
    const QString first = QString::number(m_fixture->make(request));
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.hardware.front().isAvailable = false;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    const auto withoutHardware = m_fixture->tasks->create(m_fixture->owner, request);
    QCOMPARE(withoutHardware.error().code, ErrorCode::TaskExists);
    QCOMPARE(withoutHardware.error().fact(u"id"_s), first);
    request.sceneKey = u"scenes/none.txt"_s;
    QCOMPARE(m_fixture->tasks->create(m_fixture->owner, request).error().fact(u"id"_s), first);
    // A key is its owner's: the same one of somebody else is new.
    request.unionId = u"guest"_s;
    request.engine = Engine::Blender;
    QCOMPARE(m_fixture->tasks->create(m_fixture->guest, request).error().code, ErrorCode::NotFound);
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM render_task"), 1);
}

void TestTasks::namesOfOthers()
{
    TaskRequest request = m_fixture->request(1);
    request.engine = Engine::Blender;
    request.unionId = u"owner"_s;
    QCOMPARE(m_fixture->tasks->create(m_fixture->guest, request).error().code, ErrorCode::NotYours);
    request.unionId = u"anybody"_s;
    QVERIFY(m_fixture->tasks->create(m_fixture->owner, request));
}

void TestTasks::commandsAreForAdmins()
{
    TaskRequest request = m_fixture->request(1);
    request.unionId = u"guest"_s;
    QCOMPARE(m_fixture->tasks->create(m_fixture->guest, request).error().code, ErrorCode::Forbidden);
}

void TestTasks::tasksOfOthers()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    Tasks &tasks = *m_fixture->tasks;
    const Caller &guest = m_fixture->guest;
    QCOMPARE(tasks.task(guest, id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.task(guest, id + 1).error().code, ErrorCode::NotFound);
    QCOMPARE(tasks.pause(guest, id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.cancel(guest, id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.cleanUp(guest, id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.retryFailed(guest, id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.frames(guest, id, {}).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.log(guest, id, 1, {}).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.files(guest, id, 10, 0).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.output(guest, m_fixture->frame(id, 1).id).error().code, ErrorCode::NotYours);
    QCOMPARE(tasks.list(guest, {}, "t.id", 10, 0)->total, 0);
    const std::vector<qint64> ids{id, id + 1};
    QVERIFY(tasks.some(guest, ids)->empty());
    QCOMPARE(tasks.some(m_fixture->owner, ids)->size(), size_t(1));
    QCOMPARE(m_fixture->task(id).state, TaskState::Queued);
}

void TestTasks::anEngineThatIsNotHere()
{
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.engines[Engine::Maya].program = u"/nowhere/Render"_s;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    TaskRequest request = m_fixture->request(3);
    request.engine = Engine::Maya;
    const Task task = m_fixture->task(m_fixture->make(request));
    QCOMPARE(task.state, TaskState::Failed);
    QCOMPARE(task.error->code, ErrorCode::EngineMissing);
    QVERIFY(task.error->fact(u"path"_s).contains("/nowhere/Render"_L1));
    QCOMPARE(task.frames.cancelled, 3);
    QVERIFY(task.completedAt);
    // A cluster's are on its nodes; without a program there is nothing that they could have.
    setup.runner = u"slurm"_s;
    setup.engines.erase(Engine::Command);
    QVERIFY(m_fixture->tasks->setSetup(setup));
    QCOMPARE(m_fixture->task(m_fixture->make(request)).state, TaskState::Queued);
    request.engine = Engine::Command;
    const Task nothing = m_fixture->task(m_fixture->make(request));
    QCOMPARE(nothing.state, TaskState::Failed);
    QCOMPARE(nothing.error->code, ErrorCode::EngineMissing);
}

void TestTasks::hardware()
{
    TaskRequest request = m_fixture->request(1);
    request.ram = 64;
    QCOMPARE(m_fixture->task(m_fixture->make(request)).hardware->id, u"high_performance"_s);
    request.ram = 512;
    QVERIFY(!m_fixture->task(m_fixture->make(request)).hardware);
    request.hardwareId = u"ultra_high"_s;
    QCOMPARE(m_fixture->task(m_fixture->make(request)).hardware->id, u"ultra_high"_s);
    request.hardwareId = u"none"_s;
    const auto refused = m_fixture->tasks->create(m_fixture->owner, request);
    QCOMPARE(refused.error().fact(u"field"_s), u"hardware_config_id"_s);
}

void TestTasks::itsFiles()
{
    const QString path = m_fixture->library.path(u"objects/wood.jpg"_s);
    QFile wood(path);
    QVERIFY(wood.open(QIODevice::WriteOnly));
    wood.write(test::LibraryFixture::jpeg(1));
    wood.close();
    const auto stored = m_fixture->files->fileOfKey(m_fixture->owner.asker(), u"wood.jpg"_s);
    QVERIFY(stored);
    const StoredFile fur = m_fixture->store("fur", {.fileName = u"fur.abc"_s, .fileType = u"cache"_s});
    TaskRequest request = m_fixture->request(1);
    request.files = {{u"C:/t/wood.jpg"_s, stored->md5, u"texture"_s},
                     {u"C:/t/gone.jpg"_s, QByteArray(16, 'x'), {}},
                     {u"C:/t/plain.jpg"_s, stored->md5, {}},
                     {u"C:/t/fur.abc"_s, fur.md5, {}},
                     {u"C:/t/proxy.abc"_s, fur.md5, u"proxy"_s}};
    const auto files = m_fixture->tasks->files(m_fixture->owner, m_fixture->make(request), 10, 0);
    QCOMPARE(files->counts.total, 5);
    QCOMPARE(files->counts.missing, 1);
    QCOMPARE(files->items[0].fileId, stored->id);
    QCOMPARE(files->items[0].serverPath, u"/C/t/wood.jpg"_s);
    QCOMPARE(files->items[0].size, stored->size);
    QCOMPARE(files->items[1].fileId, 0);
    QStringList types;
    for (const TaskFile &file : files->items) {
        types += file.type;
    }
    // As the task says, else as the upload said.
    QCOMPARE(types, (QStringList{u"texture"_s, u"other"_s, u"other"_s, u"cache"_s, u"proxy"_s}));
    // What a task uses is not collected.
    QVERIFY(m_fixture->library.run("UPDATE render_file SET used_at = 1"));
    QCOMPARE(m_fixture->files->countUnused()->files, 0);
}

void TestTasks::lists()
{
    QList<qint64> made;
    for (int count = 0; count < 5; ++count) {
        TaskRequest request = m_fixture->request(1);
        request.priority = count;
        request.unionId = count % 2 == 0 ? u"even"_s : u"odd"_s;
        made += m_fixture->make(request);
    }
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, made[2]));
    const auto ids = [&](const TaskFilter &filter, const char *order, int limit, qint64 offset) {
        QList<qint64> found;
        const auto listed = m_fixture->tasks->list(m_fixture->owner, filter, order, limit, offset);
        for (const Task &task : listed->items) {
            found += task.id;
        }
        return found;
    };
    QCOMPARE(ids({}, "t.id", 2, 1), (QList<qint64>{made[1], made[2]}));
    QCOMPARE(ids({}, "t.priority DESC", 2, 0), (QList<qint64>{made[4], made[3]}));
    QCOMPARE(ids({{}, TaskState::Cancelled, {}, {}}, "t.id", 10, 0), QList<qint64>{made[2]});
    QCOMPARE(ids({{}, {}, {}, u"odd"_s}, "t.id", 10, 0), (QList<qint64>{made[1], made[3]}));
    QCOMPARE(ids({{}, {}, Engine::Maya, {}}, "t.id", 10, 0), QList<qint64>());
    QCOMPARE(m_fixture->tasks->list(m_fixture->owner, {{}, {}, {}, u"odd"_s}, "t.id", 1, 0)->total, 2);
}

void TestTasks::whatAStateDoesNotAllow()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    Tasks &tasks = *m_fixture->tasks;
    const Caller &owner = m_fixture->owner;
    QCOMPARE(tasks.resume(owner, id).error().code, ErrorCode::Conflict);
    QCOMPARE(tasks.cleanUp(owner, id).error().code, ErrorCode::Conflict);
    QVERIFY(tasks.pause(owner, id));
    QCOMPARE(tasks.resume(owner, id)->state, TaskState::Queued);
    QVERIFY(tasks.cancel(owner, id));
    for (const auto &refused : {tasks.pause(owner, id), tasks.resume(owner, id), tasks.cancel(owner, id)}) {
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().fact(u"reason"_s), u"the task was cancelled"_s);
    }
    QCOMPARE(m_fixture->frames(id), QList<FrameState>{FrameState::Cancelled});
}

void TestTasks::aPauseGoesBackWhereItWas()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const auto set = [&](TaskState state, std::optional<TaskState> resumesTo) {
        return m_fixture->library.run("UPDATE render_task SET state = ?2, resume_state = ?3 WHERE id = ?1", id,
                                      int(state), resumesTo ? std::optional(int(*resumesTo)) : std::nullopt);
    };
    for (const TaskState before : {TaskState::Testing, TaskState::Rendering}) {
        QVERIFY(set(before, {}));
        QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
        QVERIFY(m_fixture->library.run("UPDATE render_frame SET state = 3 WHERE task_id = ?1 AND number = 1", id));
        QVERIFY(m_fixture->tasks->retryFrame(m_fixture->owner, id, 1));
        const auto resumed = m_fixture->tasks->resume(m_fixture->owner, id);
        QVERIFY(resumed);
        QCOMPARE(resumed->state, before);
    }
    // As it may lie in the database from before.
    QVERIFY(set(TaskState::Paused, TaskState::Paused));
    QCOMPARE(m_fixture->tasks->resume(m_fixture->owner, id)->state, TaskState::Rendering);
}

void TestTasks::setups()
{
    RenderSetup setup;
    setup.reservedCores = 1;
    setup.rendersAnyway = false;
    setup.noProgressSeconds = 60;
    setup.hardware = {{u"mine"_s, u"Mine"_s, 8, 4, 0, {}, 0, true}};
    setup.engines[Engine::Blender] = {u"/opt/blender"_s, {{u"-b"_s, u"{scene}"_s}, {u"-a"_s}}, {u"x y"_s}, 2, u"exr"_s};
    QVERIFY(m_fixture->tasks->setSetup(setup));
    const auto read = m_fixture->tasks->setup();
    QVERIFY(read);
    QCOMPARE(toJson(*read), toJson(setup));
    QCOMPARE(read->engine(Engine::Blender).arguments, setup.engines[Engine::Blender].arguments);
    QVERIFY(read->engine(Engine::Maya).program.isEmpty());
    QCOMPARE(renderSetupFrom({{u"runner"_s, u"deadline"_s}}).error().fact(u"field"_s), u"runner"_s);
    QJsonObject twice = toJson(setup);
    twice[u"hardware"_s] = QJsonArray{toJson(setup.hardware[0]), toJson(setup.hardware[0])};
    QVERIFY(!renderSetupFrom(twice));
    // What nobody has set is on here, and off elsewhere.
    QVERIFY(m_fixture->tasks->setSetup({}));
    QVERIFY(m_fixture->tasks->setup()->rendersAnywayOn(u"local"_s));
    QVERIFY(!m_fixture->tasks->setup()->rendersAnywayOn(u"slurm"_s));
    for (const bool isSet : {true, false}) {
        const QString stored = u"{\"render_anyway\": %1}"_s.arg(isSet ? u"true"_s : u"false"_s);
        QVERIFY(m_fixture->library.run("UPDATE setting SET value = ?1 WHERE key = 'render'", stored));
        for (const QString &runner : {u"local"_s, u"slurm"_s}) {
            QCOMPARE(m_fixture->tasks->setup()->rendersAnywayOn(runner), isSet);
        }
    }
    QVERIFY(m_fixture->library.run("UPDATE setting SET value = 'broken' WHERE key = 'render'"));
    QCOMPARE(m_fixture->tasks->setup()->hardware.size(), size_t(3));
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
