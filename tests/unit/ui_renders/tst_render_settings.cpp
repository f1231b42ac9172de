// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "renders_fixture.h"
#include "support/patience.h"
#include "ui/renders/render_settings.h"

#include <QSignalSpy>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;
using ui::RenderSettings;

class TestRenderSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_settings.reset(); }
    void beginsWithTheUsual();
    void changesAreKept();
    void whatIsTriedAnywayDependsOnWhere();
    void aProgramIsFoundOrSaidToBeMissing();
    void aClusterRunsItsOwnPrograms();
    void hardwareIsChangedAndAdded();
    void whatCannotBeIsSaid();
    void removedHardwareComesBack();

private:
    [[nodiscard]] render::RenderSetup stored() const { return *m->tasks->setup(); }
    [[nodiscard]] QVariantMap row(int row) const { return m_settings->hardware().value(row).toMap(); }

    std::unique_ptr<test::RendersFixture> m;
    std::unique_ptr<RenderSettings> m_settings;
};

void TestRenderSettings::init()
{
    m = std::make_unique<test::RendersFixture>();
    m_settings = m->make<RenderSettings>();
    m_settings->componentComplete();
    QTRY_COMPARE(m_settings->status(), RenderSettings::Status::Ready);
}

void TestRenderSettings::beginsWithTheUsual()
{
    QVERIFY(m_settings->rendersAnyway());
    QCOMPARE(m_settings->reservedCores(), 0);
    QCOMPARE(m_settings->engines().size(), 3);
    QCOMPARE(m_settings->hardware().size(), qsizetype(render::usualHardware().size()));
}

void TestRenderSettings::changesAreKept()
{
    m_settings->setRendersAnyway(false);
    // The one before is still on its way.
    m_settings->setReservedCores(1);
    m_settings->setReservedCores(2);
    QVERIFY(!m_settings->rendersAnyway());
    QCOMPARE(m_settings->reservedCores(), 2);
    QTRY_COMPARE(stored().reservedCores, 2);
    QCOMPARE(stored().rendersAnyway, std::optional(false));
}

void TestRenderSettings::whatIsTriedAnywayDependsOnWhere()
{
    m_settings->setUsesCluster(true);
    QVERIFY(!m_settings->rendersAnyway());
    m_settings->setUsesCluster(false);
    QVERIFY(m_settings->rendersAnyway());
    m_settings->setUsesCluster(true);
    m_settings->setRendersAnyway(true);
    QTRY_COMPARE(stored().rendersAnyway, std::optional(true));
    QVERIFY(m_settings->rendersAnyway());
    QCOMPARE(stored().runner, u"slurm"_s);
}

void TestRenderSettings::aProgramIsFoundOrSaidToBeMissing()
{
    const QString program = m->write(u"engine"_s, "#!/bin/sh\n");
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_settings->setProgram(0, u"  "_s + program);
    QTRY_COMPARE(m_settings->engines()[0].toMap()[u"place"_s].toString(), program);
    QCOMPARE(m_settings->engines()[0].toMap()[u"problem"_s].toString(), QString());
    QCOMPARE(stored().engine(render::Engine::Blender).program, program);
    m_settings->setProgram(0, u"/nowhere/blender"_s);
    QTRY_VERIFY(m_settings->engines()[0].toMap()[u"problem"_s].toString().contains(u"/nowhere/blender"_s));
    // There is no such engine.
    m_settings->setProgram(17, program);
}

void TestRenderSettings::aClusterRunsItsOwnPrograms()
{
    m_settings->setProgram(0, u"/nowhere/blender"_s);
    m_settings->setUsesCluster(true);
    QTRY_VERIFY(m_settings->engines()[0].toMap()[u"isElsewhere"_s].toBool());
    QCOMPARE(m_settings->engines()[0].toMap()[u"place"_s].toString(), u"/nowhere/blender"_s);
    QCOMPARE(m_settings->engines()[0].toMap()[u"problem"_s].toString(), QString());
    m_settings->setProgram(0, {});
    QTRY_COMPARE(m_settings->engines()[0].toMap()[u"place"_s].toString(), u"blender"_s);
    m_settings->setUsesCluster(false);
    QTRY_VERIFY(!m_settings->engines()[0].toMap()[u"isElsewhere"_s].toBool());
}

void TestRenderSettings::hardwareIsChangedAndAdded()
{
    QVariantMap values = row(0);
    values[u"name"_s] = u"Small"_s;
    values[u"price"_s] = 0.25;
    QCOMPARE(m_settings->setHardware(0, values), QString());
    QCOMPARE(row(0)[u"name"_s].toString(), u"Small"_s);
    const auto before = m_settings->hardware().size();
    values[u"name"_s] = u"Another"_s;
    values[u"gpus"_s] = 0;
    values[u"gpuModel"_s] = u"none of it"_s;
    QCOMPARE(m_settings->setHardware(-1, values), QString());
    QCOMPARE(m_settings->hardware().size(), before + 1);
    QTRY_COMPARE(qsizetype(stored().hardware.size()), before + 1);
    QCOMPARE(stored().hardware.front().id, render::usualHardware().front().id);
    QCOMPARE(stored().hardware.front().pricePerHour, 0.25);
    QCOMPARE(stored().hardware.back().gpuModel, QString());
}

void TestRenderSettings::whatCannotBeIsSaid()
{
    QVariantMap values = row(0);
    values[u"ram"_s] = 0;
    QVERIFY(!m_settings->setHardware(0, values).isEmpty());
    values = row(0);
    values[u"name"_s] = u"  "_s;
    QVERIFY(!m_settings->setHardware(-1, values).isEmpty());
    QCOMPARE(m_settings->hardware().size(), qsizetype(render::usualHardware().size()));
}

void TestRenderSettings::removedHardwareComesBack()
{
    const QString name = row(1)[u"name"_s].toString();
    m_settings->removeHardware(1);
    QVERIFY(row(1)[u"name"_s].toString() != name);
    QTRY_COMPARE(stored().hardware.size(), render::usualHardware().size() - 1);
    m->undoStack().undo();
    QCOMPARE(row(1)[u"name"_s].toString(), name);
    QTRY_COMPARE(stored().hardware.size(), render::usualHardware().size());
    QCOMPARE(stored().hardware[1].id, render::usualHardware()[1].id);
}

QTEST_GUILESS_MAIN(TestRenderSettings)
#include "tst_render_settings.moc"
