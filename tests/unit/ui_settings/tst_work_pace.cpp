// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work_pace.h"
#include "support/library_fixture.h"

#include "library/settings.h"
#include "support/patience.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Settings;

class TestWorkPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allCoresUnlessToldOtherwise();
    void fewerWhereWanted();
    void oneWhileTheWindowIsUsed();
    void pausedNothingBegins();
    void anotherPauseStays();

private:
    void begin() { m_pace = std::make_unique<app::WorkPace>(*m->services, m->events, QStringList{u"sum"_s}); }
    void set(QLatin1String key, const QJsonValue &value) { QVERIFY(Settings(*m->services).set(key, value)); }
    int threads() { return m->jobs->status()->at(u"sum"_s).concurrency; }
    static int cores() { return std::max(1, int(std::thread::hardware_concurrency())); }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<app::WorkPace> m_pace;
};

void TestWorkPace::init()
{
    m_pace.reset();
    m = std::make_unique<test::LibraryFixture>();
    jobs::KindOptions options;
    options.kind = u"sum"_s;
    options.concurrency = 7;
    m->jobs->registerKind(options,
                          [](const jobs::Job &, jobs::JobContext &) -> Result<jobs::Effect> { return jobs::Effect(); });
}

void TestWorkPace::allCoresUnlessToldOtherwise()
{
    begin();
    QCOMPARE(threads(), cores());
}

void TestWorkPace::fewerWhereWanted()
{
    set(library::setting::workCores, 1);
    begin();
    QCOMPARE(threads(), 1);
    set(library::setting::workCores, 0);
    QTRY_COMPARE(threads(), cores());
}

void TestWorkPace::oneWhileTheWindowIsUsed()
{
    begin();
    m_pace->setInUse(true);
    set(library::setting::workWhen, u"idle"_s);
    QTRY_COMPARE(threads(), 1);
    m_pace->setInUse(false);
    QTRY_COMPARE(threads(), cores());
}

void TestWorkPace::pausedNothingBegins()
{
    begin();
    QVERIFY(!m->jobs->isPaused({}));
    set(library::setting::workWhen, u"paused"_s);
    QTRY_VERIFY(m->jobs->isPaused({}));
    set(library::setting::workWhen, u"always"_s);
    QTRY_VERIFY(!m->jobs->isPaused({}));
}

void TestWorkPace::anotherPauseStays()
{
    QVERIFY(m->jobs->pause({}));
    begin();
    QVERIFY(m->jobs->isPaused({}));
}

QTEST_GUILESS_MAIN(TestWorkPace)
#include "tst_work_pace.moc"
