// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every state with every event: what follows, and what cannot be.
#include "render/states.h"

#include <QMetaEnum>
#include <QTest>

using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestRenderStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasks_data();
    void tasks();
    void frames_data();
    void frames();
    void aPausedTaskGoesBackWhereItWas();
    void names();
};

namespace {

constexpr int taskStates = 7;
constexpr int taskEvents = 9;
constexpr int frameStates = 5;
constexpr int frameEvents = 6;

// A letter for each state, a dot for what cannot be. Rows: states; columns: events, both in their order.
const char *const taskTable[taskStates] = {
    // TestsStarted FramesStarted AllGood NotAllGood GivenUp Pause Resume Cancel Retry
    "TR..FP.XQ", // queued
    ".RCFFP.XT", // testing
    "RRCFFP.XR", // rendering
    "....F.QXP", // paused; resumes to queued
    "........R", // completed
    "........R", // failed
    "........R", // cancelled
};
const QString taskLetters = u"QTRPCFX"_s;

const char *const frameTable[frameStates] = {
    // Start Good Bad Again Cancel Retry
    "RCFPX.", // pending
    "RCFPX.", // rendering
    ".....P", // completed
    ".....P", // failed
    ".....P", // cancelled
};
const QString frameLetters = u"PRCFX"_s;

} // namespace

void TestRenderStates::tasks_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("event");
    QTest::addColumn<char>("next");
    for (int state = 0; state < taskStates; ++state) {
        for (int event = 0; event < taskEvents; ++event) {
            QTest::addRow("%s %d", qPrintable(nameOf(TaskState(state))), event)
                << state << event << taskTable[state][event];
        }
    }
}

void TestRenderStates::tasks()
{
    QFETCH(const int, state);
    QFETCH(const int, event);
    QFETCH(const char, next);
    const auto got = after(TaskState(state), TaskEvent(event));
    QCOMPARE(got ? taskLetters[int(*got)] : QChar(u'.'), QChar::fromLatin1(next));
}

void TestRenderStates::frames_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("event");
    QTest::addColumn<char>("next");
    for (int state = 0; state < frameStates; ++state) {
        for (int event = 0; event < frameEvents; ++event) {
            QTest::addRow("%s %d", qPrintable(nameOf(FrameState(state))), event)
                << state << event << frameTable[state][event];
        }
    }
}

void TestRenderStates::frames()
{
    QFETCH(const int, state);
    QFETCH(const int, event);
    QFETCH(const char, next);
    const auto got = after(FrameState(state), FrameEvent(event));
    QCOMPARE(got ? frameLetters[int(*got)] : QChar(u'.'), QChar::fromLatin1(next));
}

void TestRenderStates::aPausedTaskGoesBackWhereItWas()
{
    for (const TaskState before : {TaskState::Queued, TaskState::Testing, TaskState::Rendering}) {
        QCOMPARE(after(TaskState::Paused, TaskEvent::Resume, before), std::optional(before));
    }
    QCOMPARE(after(TaskState::Paused, TaskEvent::Resume, TaskState::Paused), std::optional(TaskState::Rendering));
    for (const TaskState before : {TaskState::Completed, TaskState::Failed, TaskState::Cancelled}) {
        QVERIFY(!after(TaskState::Paused, TaskEvent::Resume, before));
    }
}

void TestRenderStates::names()
{
    for (int state = 0; state < taskStates; ++state) {
        QCOMPARE(taskStateOf(nameOf(TaskState(state))), std::optional(TaskState(state)));
        QCOMPARE(isEnded(TaskState(state)), state >= int(TaskState::Completed));
    }
    for (int state = 0; state < frameStates; ++state) {
        QCOMPARE(frameStateOf(nameOf(FrameState(state))), std::optional(FrameState(state)));
        QCOMPARE(isEnded(FrameState(state)), state >= int(FrameState::Completed));
    }
    QVERIFY(!taskStateOf(u"Queued"_s));
    QVERIFY(!frameStateOf(QString()));
}

QTEST_GUILESS_MAIN(TestRenderStates)
#include "tst_render_states.moc"
