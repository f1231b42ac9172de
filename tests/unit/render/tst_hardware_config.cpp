// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/hardware_config.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

class TestHardwareConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualOnes();
    void thereAndBack();
    void whatIsRefused_data();
    void whatIsRefused();
    void theCheapestThatFits();
};

void TestHardwareConfig::theUsualOnes()
{
    const auto usual = usualHardware();
    QCOMPARE(usual.size(), size_t(3));
    QCOMPARE(toJson(usual[0]), (QJsonObject{{u"id"_s, u"basic"_s},
                                            {u"config_name"_s, u"基础配置"_s},
                                            {u"ram"_s, 16},
                                            {u"cpu_cores"_s, 8},
                                            {u"gpu_count"_s, 0},
                                            {u"gpu_model"_s, QJsonValue()},
                                            {u"price_per_hour"_s, 0.5},
                                            {u"is_available"_s, true}}));
    QCOMPARE(usual[2].gpuModel, u"RTX 4090"_s);
}

void TestHardwareConfig::thereAndBack()
{
    for (const HardwareConfig &config : usualHardware()) {
        const auto again = hardwareConfigFrom(toJson(config));
        QVERIFY(again);
        QVERIFY(*again == config);
    }
}

void TestHardwareConfig::whatIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *field, const QVariant &value, bool isFine) {
        QTest::addRow("%s %s", field, qPrintable(value.toString().left(20)))
            << QString::fromLatin1(field) << value << isFine;
    };
    row("id", u"a"_s, true);
    row("id", QString(50, u'a'), true);
    row("id", QString(51, u'a'), false);
    row("id", u"a b"_s, false);
    row("id", QString(), false);
    row("config_name", QString(100, u'n'), true);
    row("config_name", QString(101, u'n'), false);
    row("config_name", u"  "_s, false);
    row("ram", 1, true);
    row("ram", 0, false);
    row("ram", 4096, true);
    row("ram", 4097, false);
    row("ram", 1.5, false);
    row("cpu_cores", 1024, true);
    row("cpu_cores", 1025, false);
    row("gpu_count", 0, true);
    row("gpu_count", -1, false);
    row("gpu_count", 65, false);
    row("price_per_hour", 0, true);
    row("price_per_hour", -0.1, false);
    row("price_per_hour", 100'000, true);
    row("price_per_hour", 100'001, false);
    row("price_per_hour", u"1"_s, false);
}

void TestHardwareConfig::whatIsRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QVariant, value);
    QFETCH(const bool, isFine);
    QJsonObject json = toJson(usualHardware().front());
    json[field] = value.toJsonValue();
    const auto config = hardwareConfigFrom(json);
    QCOMPARE(bool(config), isFine);
    if (!isFine) {
        QCOMPARE(config.error().fact(u"field"_s), field);
    }
    json.remove(field);
    QCOMPARE(hardwareConfigFrom(json).error().code, ErrorCode::MissingField);
}

void TestHardwareConfig::theCheapestThatFits()
{
    auto configs = usualHardware();
    const auto ids = [&](const HardwareNeed &need) {
        QStringList found;
        for (const HardwareConfig &config : matching(configs, need)) {
            found += config.id;
        }
        return found;
    };
    QCOMPARE(ids({}), (QStringList{u"basic"_s, u"high_performance"_s, u"ultra_high"_s}));
    QCOMPARE(ids({64, 2}), (QStringList{u"high_performance"_s, u"ultra_high"_s}));
    QCOMPARE(ids({16, 0}).first(), u"basic"_s);
    QCOMPARE(ids({17, 0}).first(), u"high_performance"_s);
    QCOMPARE(ids({{}, 3}), QStringList{u"ultra_high"_s});
    QVERIFY(ids({129, 0}).isEmpty());
    configs[1].isAvailable = false;
    QCOMPARE(ids({64, 2}), QStringList{u"ultra_high"_s});
}

QTEST_GUILESS_MAIN(TestHardwareConfig)
#include "tst_hardware_config.moc"
