// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/settings.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Settings;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void everyRuleKeepsItself();
    void whatIsNotStoredIsAsUsual();
    void valuesAreKept();
    void wrongValuesAreRefused_data();
    void wrongValuesAreRefused();
    void whatAnotherVersionStoredIsAsUsual();
    void changesAreTold();

private:
    std::unique_ptr<test::LibraryFixture> m;
};

void SettingsTest::everyRuleKeepsItself()
{
    QSet<QString> keys;
    for (const library::SettingRule &rule : Settings::rules()) {
        QVERIFY2(rule.check(rule.usualValue()), rule.key.data());
        QVERIFY(!keys.contains(rule.key));
        keys.insert(rule.key);
        QCOMPARE(Settings::rule(QString(rule.key)), &rule);
    }
}

void SettingsTest::whatIsNotStoredIsAsUsual()
{
    const Settings settings(*m->services);
    QCOMPARE(settings.number(library::setting::sharingPort), 8000);
    QCOMPARE(settings.isOn(library::setting::sharingOn), false);
    QCOMPARE(settings.choice(library::setting::workWhen), u"always"_s);
    QCOMPARE(settings.value(u"no.such"_s).error().code, ErrorCode::NotFound);
}

void SettingsTest::valuesAreKept()
{
    Settings settings(*m->services);
    QVERIFY(settings.set(library::setting::sharingPort, 9000));
    QVERIFY(settings.set(library::setting::sharingOn, true));
    QVERIFY(settings.set(library::setting::workWhen, u"idle"_s));
    QVERIFY(settings.set(library::setting::workWhen, u"paused"_s));
    const Settings other(*m->services);
    QCOMPARE(other.number(library::setting::sharingPort), 9000);
    QCOMPARE(other.isOn(library::setting::sharingOn), true);
    QCOMPARE(other.choice(library::setting::workWhen), u"paused"_s);
    QCOMPARE(m->number("SELECT count(*) FROM setting WHERE json_valid(value)"), 3);
}

void SettingsTest::wrongValuesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("too low") << QString(library::setting::sharingPort) << QJsonValue(80);
    QTest::newRow("too high") << QString(library::setting::sharingPort) << QJsonValue(65536);
    QTest::newRow("a fraction") << QString(library::setting::sharingPort) << QJsonValue(8000.5);
    QTest::newRow("a text") << QString(library::setting::sharingPort) << QJsonValue(u"8000"_s);
    QTest::newRow("no switch") << QString(library::setting::sharingOn) << QJsonValue(1);
    QTest::newRow("no choice") << QString(library::setting::workWhen) << QJsonValue(u"never"_s);
    QTest::newRow("nothing") << QString(library::setting::workWhen) << QJsonValue();
}

void SettingsTest::wrongValuesAreRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    const auto refused = Settings(*m->services).set(key, value);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(refused.error().fact(u"field"_s), key);
    QVERIFY(!refused.error().fact(u"expected"_s).isEmpty());
    QCOMPARE(m->number("SELECT count(*) FROM setting"), 0);
}

void SettingsTest::whatAnotherVersionStoredIsAsUsual()
{
    QVERIFY(m->run("INSERT INTO setting(key, value) VALUES ('sharing.port', '70000'), ('work.when', 'garbage')"));
    const Settings settings(*m->services);
    QCOMPARE(settings.number(library::setting::sharingPort), 8000);
    QCOMPARE(settings.choice(library::setting::workWhen), u"always"_s);
}

void SettingsTest::changesAreTold()
{
    QStringList told;
    const auto listening = m->events.subscribe([&](const Event &event) {
        if (event.type == u"setting.changed") {
            told << event.details.value("key"_L1).toString();
        }
    });
    QVERIFY(Settings(*m->services).set(library::setting::workCores, 2));
    QVERIFY(!Settings(*m->services).set(library::setting::workCores, 2000));
    QCOMPARE(told, QStringList{library::setting::workCores});
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
