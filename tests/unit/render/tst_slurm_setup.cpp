// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/render_setup.h"
#include "render/slurm_setup.h"

#include <QJsonArray>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

class SlurmSetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void nothingIsAsUsual();
    void whatIsTaken_data();
    void whatIsTaken();
};

void SlurmSetupTest::thereAndBack()
{
    const QJsonObject json{{u"partition"_s, u"night,day"_s},
                           {u"account"_s, u"film"_s},
                           {u"extra_arguments"_s, QJsonArray{u"--qos=low"_s, u"--exclusive"_s}},
                           {u"worker"_s, u"/opt/kinframe-render-worker"_s},
                           {u"command_folder"_s, u"/opt/slurm/bin"_s},
                           {u"environment"_s, QJsonObject{{u"SLURM_CONF"_s, u"/etc/farm.conf"_s}}}};
    const auto settings = slurmSettingsFrom(json);
    QVERIFY(settings);
    QCOMPARE(toJson(*settings), json);
    const auto setup = renderSetupFrom({{u"runner"_s, u"slurm"_s}, {u"slurm"_s, json}});
    QVERIFY(setup);
    QCOMPARE(toJson(*setup)[u"slurm"].toObject(), json);
}

void SlurmSetupTest::nothingIsAsUsual()
{
    const auto settings = slurmSettingsFrom({});
    QVERIFY(settings);
    QVERIFY(settings->partition.isEmpty() && settings->worker.isEmpty() && settings->environment.isEmpty());
}

void SlurmSetupTest::whatIsTaken_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, bool isFine) {
        QTest::newRow(name) << field << value << isFine;
    };
    row("a partition", u"partition"_s, u"gpu_a-1"_s, true);
    row("an option as partition", u"partition"_s, u"--wrap=x"_s, false);
    row("a space in it", u"partition"_s, u"a b"_s, false);
    row("a number", u"account"_s, 7, false);
    row("a relative worker", u"worker"_s, u"bin/worker"_s, false);
    row("a relative folder", u"command_folder"_s, u"bin"_s, false);
    row("an argument", u"extra_arguments"_s, QJsonArray{u"--constraint=fast"_s}, true);
    row("a short one", u"extra_arguments"_s, QJsonArray{u"-p"_s}, false);
    row("none", u"extra_arguments"_s, QJsonArray{u"/bin/sh"_s}, false);
    row("another script", u"extra_arguments"_s, QJsonArray{u"--wrap=rm"_s}, false);
    row("its beginning", u"extra_arguments"_s, QJsonArray{u"--wra=rm"_s}, false);
    row("an array", u"extra_arguments"_s, QJsonArray{u"--array=1-9"_s}, false);
    row("a variable", u"environment"_s, QJsonObject{{u"A_1"_s, u"b"_s}}, true);
    row("no name", u"environment"_s, QJsonObject{{u"A=B"_s, u"b"_s}}, false);
    row("no text", u"environment"_s, QJsonObject{{u"A"_s, 1}}, false);
}

void SlurmSetupTest::whatIsTaken()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isFine);
    const auto settings = slurmSettingsFrom({{field, value}});
    QCOMPARE(settings.has_value(), isFine);
    if (!isFine) {
        QCOMPARE(settings.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(settings.error().fact(u"field"_s), u"slurm."_s + field);
    }
}

QTEST_APPLESS_MAIN(SlurmSetupTest)
#include "tst_slurm_setup.moc"
