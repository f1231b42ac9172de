// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stored_setting.h"
#include "window_fixture.h"

#include "library/settings.h"
#include "support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using ui::StoredSetting;

class TestStoredSetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::WindowFixture>(); }
    void itReadsWhatIsKept();
    void aChangeIsKeptAndSeenByOthers();
    void aRefusedChangeGoesBack();
    void choicesByTheirPlace();

private:
    std::unique_ptr<StoredSetting> make(QLatin1String key)
    {
        auto setting = m->make<StoredSetting>();
        setting->setKey(key);
        setting->componentComplete();
        return setting;
    }
    library::Settings settings() { return library::Settings(*m->services); }
    std::unique_ptr<test::WindowFixture> m;
};

void TestStoredSetting::itReadsWhatIsKept()
{
    QVERIFY(settings().set(library::setting::sharingPort, 9000));
    const auto port = make(library::setting::sharingPort);
    // As usual until it is read.
    QCOMPARE(port->value().toInt(), 8000);
    QTRY_COMPARE(port->value().toInt(), 9000);
    QCOMPARE(port->least(), 1024);
    QCOMPARE(port->most(), 65535);
}

void TestStoredSetting::aChangeIsKeptAndSeenByOthers()
{
    const auto one = make(library::setting::sharingOn);
    const auto other = make(library::setting::sharingOn);
    one->change(true);
    QCOMPARE(one->value().toBool(), true);
    QTRY_COMPARE(other->value().toBool(), true);
    QVERIFY(settings().isOn(library::setting::sharingOn));
    QVERIFY(settings().set(library::setting::sharingOn, false));
    QTRY_COMPARE(one->value().toBool(), false);
}

void TestStoredSetting::aRefusedChangeGoesBack()
{
    const auto port = make(library::setting::sharingPort);
    port->change(80);
    QTRY_VERIFY(!port->errorText().isEmpty());
    QTRY_COMPARE(port->value().toInt(), 8000);
    port->change(9000);
    QVERIFY(port->errorText().isEmpty());
    QTRY_COMPARE(settings().number(library::setting::sharingPort), 9000);
}

void TestStoredSetting::choicesByTheirPlace()
{
    const auto when = make(library::setting::workWhen);
    QCOMPARE(when->choices(), (QStringList{u"always"_s, u"idle"_s, u"paused"_s}));
    QCOMPARE(when->choice(), 0);
    when->choose(2);
    QCOMPARE(when->choice(), 2);
    QTRY_COMPARE(settings().choice(library::setting::workWhen), u"paused"_s);
}

QTEST_GUILESS_MAIN(TestStoredSetting)
#include "tst_stored_setting.moc"
