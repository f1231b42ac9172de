// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progress_model.h"

#include "base/clock.h"
#include "base/ids.h"
#include "ui/shell/task_texts.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace kinframe::ui;
using namespace Qt::StringLiterals;

namespace {

TaskState task(const QString &kind, qint64 done, qint64 total)
{
    TaskState state;
    state.id = newUuid();
    state.kind = kind;
    state.title = kind;
    state.done = done;
    state.total = total;
    return state;
}

QString textAt(const ProgressModel &model, int row, int role)
{
    return model.data(model.index(row), role).toString();
}

} // namespace

class TestProgressModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsStayWhereTheyAre();
    void sumsUp();
    void saysNothingThatIsNotKnown();
    void countsInUnits();
    void tellsHowLong();
    void cancelsOnlyWhatCan();
    void rendersAreNamedAndAskedAbout();
};

void TestProgressModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestProgressModel::rowsStayWhereTheyAre()
{
    ProgressModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TaskState first = task(u"import"_s, 1, 10);
    const TaskState second = task(u"faces"_s, 0, 10);
    const TaskState third = task(u"people"_s, 0, -1);
    model.show({first, second});
    const QPersistentModelIndex shown(model.index(1));
    first.done = 5;
    model.show({first, second, third});
    QCOMPARE(model.rowCount({}), 3);
    QCOMPARE(textAt(model, 0, ProgressModel::Count), u"5 of 10"_s);
    model.show({second, third});
    QCOMPARE(shown.row(), 0);
    QCOMPARE(textAt(model, 0, ProgressModel::Text), u"Looking for faces"_s);
    model.show({});
    QCOMPARE(model.rowCount({}), 0);
    QVERIFY(!shown.isValid());
}

void TestProgressModel::sumsUp()
{
    ProgressModel model;
    QSignalSpy progressed(&model, &ProgressModel::progressed);
    QCOMPARE(model.fraction(), -1.0);
    QCOMPARE(model.summary(), u"Nothing is running"_s);
    const TaskState import = task(u"import"_s, 5, 10);
    model.show({import});
    QCOMPARE(model.fraction(), 0.5);
    QCOMPARE(model.summary(), u"Adding photos"_s);
    model.show({import, task(u"faces"_s, 10, 10), task(u"people"_s, 3, -1)});
    QCOMPARE(model.fraction(), 0.75);
    QCOMPARE(progressed.count(), 2);
}

void TestProgressModel::saysNothingThatIsNotKnown()
{
    const TaskState unknown = task(u"people"_s, 0, -1);
    QCOMPARE(countText(unknown), QString());
    QCOMPARE(speedText(unknown), QString());
    QCOMPARE(timeLeftText(unknown), QString());
    QCOMPARE(taskText(task(u"something new"_s, 0, 1)), u"Working"_s);
}

void TestProgressModel::countsInUnits()
{
    QCOMPARE(countText(task(u"import"_s, 1200, 12402)), u"1,200 of 12,402"_s);
    QCOMPARE(countText(task(u"models"_s, 2'400'000, 3'700'000)), u"2.4 MB of 3.7 MB"_s);
    TaskState slow = task(u"faces"_s, 1, 100);
    slow.perSecond = 0.2;
    QCOMPARE(speedText(slow), u"12 per minute"_s);
    slow.perSecond = 12.4;
    QCOMPARE(speedText(slow), u"12 per second"_s);
    TaskState download = task(u"models"_s, 0, 100);
    download.perSecond = 1'500'000;
    QCOMPARE(speedText(download), u"1.5 MB per second"_s);
}

void TestProgressModel::tellsHowLong()
{
    TaskState state = task(u"faces"_s, 1, 100);
    state.secondsLeft = 0.2;
    QVERIFY(timeLeftText(state).startsWith(u"1 second"_s));
    state.secondsLeft = 170;
    QVERIFY(timeLeftText(state).startsWith(u"about 3 minute"_s));
    state.secondsLeft = 3 * 3600;
    QVERIFY(timeLeftText(state).startsWith(u"about 3 hour"_s));
    state.secondsLeft = 3 * 24 * 3600;
    QVERIFY(timeLeftText(state).startsWith(u"about 3 day"_s));
    state.secondsLeft = 9000.0 * 24 * 3600;
    QCOMPARE(timeLeftText(state), u"more than a year left"_s);
}

void TestProgressModel::cancelsOnlyWhatCan()
{
    ProgressModel model;
    TaskState faces = task(u"faces"_s, 0, 10);
    model.show({faces, task(u"import"_s, 0, 10)});
    QCOMPARE(model.data(model.index(0), ProgressModel::CanCancel).toBool(), false);
    QCOMPARE(model.data(model.index(1), ProgressModel::CanCancel).toBool(), true);
    faces.canCancel = true;
    model.show({faces});
    QCOMPARE(model.data(model.index(0), ProgressModel::CanCancel).toBool(), true);
    model.cancel(7); // Nothing there: nothing happens.
}

void TestProgressModel::rendersAreNamedAndAskedAbout()
{
    TaskState render = task(u"render"_s, 12, 20);
    render.facts = {{u"name"_s, u"castle.blend"_s}, {u"task_id"_s, 7}, {u"ends_at"_s, wallMs() + 150'000}};
    render.secondsLeft = 5;
    render.canCancel = true;
    ProgressModel model;
    model.show({render});
    QVERIFY(textAt(model, 0, ProgressModel::Text).contains(u"“castle.blend”"_s));
    QVERIFY(textAt(model, 0, ProgressModel::Count).contains(u"12 of 20"_s));
    // Frames take long: their speed of the last seconds says nothing.
    QVERIFY(textAt(model, 0, ProgressModel::TimeLeft).contains(u"minute"_s));
    QVERIFY(model.data(model.index(0), ProgressModel::CanCancel).toBool());
}

QTEST_GUILESS_MAIN(TestProgressModel)
#include "tst_progress_model.moc"
