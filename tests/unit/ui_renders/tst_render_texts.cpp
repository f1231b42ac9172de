// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "ui/renders/render_texts.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using render::FrameState;
using render::Task;
using RenderState = render::TaskState;

class TestRenderTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsSign();
    void timesAreRounded_data();
    void timesAreRounded();
    void costsAreTold();
    void timeLeftIsTold();
    void whatIsSpecialIsTold();
    void whatCanBeDoneFollowsTheState();
};

void TestRenderTexts::everyStateHasItsSign()
{
    QSet<QString> texts;
    for (int state = 0; state <= 6; ++state) {
        const ui::StateSign sign = ui::signOf(RenderState(state));
        QVERIFY(!sign.icon.isEmpty() && !sign.tone.isEmpty());
        texts += sign.text;
    }
    QCOMPARE(texts.size(), 7);
    texts.clear();
    for (int state = 0; state <= 4; ++state) {
        const ui::StateSign sign = ui::signOf(FrameState(state));
        QVERIFY(!sign.icon.isEmpty() && !sign.tone.isEmpty());
        texts += sign.text;
    }
    QCOMPARE(texts.size(), 5);
}

void TestRenderTexts::timesAreRounded_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("next to nothing") << qint64(20) << u"under 0.1 s"_s;
    QTest::newRow("short") << qint64(840) << u"0.8 s"_s;
    QTest::newRow("seconds") << qint64(42'400) << u"42 s"_s;
    QTest::newRow("nearly a minute") << qint64(59'800) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(125'000) << u"2 min 5 s"_s;
    QTest::newRow("hours") << qint64(12'000'000) << u"3 h 20 min"_s;
}

void TestRenderTexts::timesAreRounded()
{
    QFETCH(qint64, ms);
    QTEST(ui::spanText(ms), "text");
}

void TestRenderTexts::costsAreTold()
{
    Task task;
    QCOMPARE(ui::costText(task), QString());
    task.hardware = render::HardwareConfig{u"x"_s, u"X"_s, 16, 8, 0, {}, 2.0, true};
    task.frames = {.pending = 3, .completed = 1};
    task.state = RenderState::Rendering;
    task.renderMs = 1'800'000;
    task.timedFrames = 1;
    QCOMPARE(ui::costText(task), u"cost 1.00 of about 4.00"_s);
    task.state = RenderState::Cancelled;
    QCOMPARE(ui::costText(task), u"cost 1.00"_s);
    task.hardware->pricePerHour = 0;
    QCOMPARE(ui::costText(task), QString());
}

void TestRenderTexts::timeLeftIsTold()
{
    Task task;
    task.state = RenderState::Rendering;
    task.frames = {.pending = 2, .rendering = 2, .completed = 1};
    QCOMPARE(ui::timeText(task, 0), QString());
    task.renderMs = 120'000;
    task.timedFrames = 1;
    // Two at a time, so twice two minutes.
    QVERIFY(ui::timeText(task, 0).contains(u"4"_s));
    task.state = RenderState::Completed;
    task.workedMs = 125'000;
    QCOMPARE(ui::timeText(task, 0), u"took 2 min 5 s"_s);
}

void TestRenderTexts::whatIsSpecialIsTold()
{
    Task task;
    QCOMPARE(ui::problemText(task), QString());
    task.notice = Error{ErrorCode::RenderedWithLess,
                        {{u"ram"_s, u"64"_s}, {u"gpus"_s, u"0"_s}, {u"ram_here"_s, u"8"_s}, {u"gpus_here"_s, u"0"_s}},
                        {}};
    for (const RenderState state : {RenderState::Rendering, RenderState::Completed}) {
        task.state = state;
        QVERIFY(ui::problemText(task).contains(u"64"_s));
    }
    task.state = RenderState::Failed;
    task.error = Error{ErrorCode::RenderNoCamera, {{u"reason"_s, u"no eye"_s}}, {}};
    QVERIFY(ui::problemText(task).contains(u"no eye"_s) && !ui::problemText(task).contains(u"64"_s));
}

void TestRenderTexts::whatCanBeDoneFollowsTheState()
{
    Task task;
    task.frames = {.completed = 1, .failed = 1};
    for (const RenderState state : {RenderState::Queued, RenderState::Testing, RenderState::Rendering}) {
        task.state = state;
        QVERIFY(ui::choicesOf(task).canPause && ui::choicesOf(task).canCancel && !ui::choicesOf(task).canResume);
    }
    task.state = RenderState::Paused;
    QVERIFY(ui::choicesOf(task).canResume && ui::choicesOf(task).canCancel && !ui::choicesOf(task).canPause);
    task.state = RenderState::Failed;
    QVERIFY(ui::choicesOf(task).canRetry && ui::choicesOf(task).canCleanUp && !ui::choicesOf(task).canCancel);
    task.isCleaned = true;
    QVERIFY(!ui::choicesOf(task).canRetry && !ui::choicesOf(task).canCleanUp);
}

QTEST_GUILESS_MAIN(TestRenderTexts)
#include "tst_render_texts.moc"
