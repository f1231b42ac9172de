// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks as they are read from the database.
#include "unit/render/render_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;

class TestTaskRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testFramesAreToldAsTheyStand_data();
    void testFramesAreToldAsTheyStand();
};

void TestTaskRows::testFramesAreToldAsTheyStand_data()
{
    QTest::addColumn<TaskState>("task");
    QTest::addColumn<QList<FrameState>>("frames");
    QTest::addColumn<TestState>("tests");
    using Frames = QList<FrameState>;
    const auto row = [](const char *name, TaskState task, const Frames &frames, TestState tests) {
        QTest::newRow(name) << task << frames << tests;
    };
    using enum FrameState;
    row("none", TaskState::Queued, {}, TestState::None);
    row("pending", TaskState::Queued, {Pending, Pending}, TestState::Pending);
    row("rendering", TaskState::Testing, {Rendering, Pending}, TestState::Rendering);
    row("one of two", TaskState::Testing, {Completed, Pending}, TestState::Rendering);
    row("completed", TaskState::Rendering, {Completed, Completed}, TestState::Completed);
    row("rendered again", TaskState::Rendering, {Rendering, Cancelled}, TestState::Rendering);
    row("failed", TaskState::Testing, {Failed, Pending}, TestState::Failed);
    row("failed, then cancelled", TaskState::Cancelled, {Failed, Cancelled}, TestState::Failed);
    row("cancelled", TaskState::Cancelled, {Cancelled, Cancelled}, TestState::Pending);
    row("cancelled after one", TaskState::Cancelled, {Completed, Cancelled}, TestState::Pending);
    row("cancelled after all", TaskState::Cancelled, {Completed, Completed}, TestState::Completed);
    row("given up", TaskState::Failed, {Cancelled, Cancelled}, TestState::Failed);
    row("given up after all", TaskState::Failed, {Completed, Completed}, TestState::Completed);
}

void TestTaskRows::testFramesAreToldAsTheyStand()
{
    QFETCH(const TaskState, task);
    QFETCH(const QList<FrameState>, frames);
    QFETCH(const TestState, tests);
    test::RenderFixture fixture;
    TaskRequest request = fixture.request(3);
    for (int number = 1; number <= frames.size(); ++number) {
        request.testFrames += number;
    }
    const qint64 id = fixture.make(request);
    for (int number = 1; number <= frames.size(); ++number) {
        QVERIFY(fixture.library.run("UPDATE render_frame SET state = ?3 WHERE task_id = ?1 AND number = ?2", id, number,
                                    int(frames[number - 1])));
    }
    QVERIFY(fixture.library.run("UPDATE render_task SET state = ?2 WHERE id = ?1", id, int(task)));
    QCOMPARE(fixture.task(id).tests, tests);
}

QTEST_GUILESS_MAIN(TestTaskRows)
#include "tst_task_rows.moc"
