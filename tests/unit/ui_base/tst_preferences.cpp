// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "ui/base/preferences.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void areKept();
    void areWrittenAMomentLater();
    void theLastOneHolds();
    void withoutAFile();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"window.ini"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPreferences::areKept()
{
    {
        Preferences preferences(file());
        preferences.setTheme(u"dark"_s);
        preferences.setTextScale(1.5);
        preferences.setReducedMotion(true);
        preferences.setValue(u"images/cell"_s, 240.5);
        QCOMPARE(preferences.value(u"images/cell"_s, 160), QVariant(241)); // of the type of the default
    }
    const Preferences preferences(file());
    QCOMPARE(preferences.theme(), u"dark"_s);
    QCOMPARE(preferences.textScale(), 1.5);
    QVERIFY(preferences.reducedMotion());
    QCOMPARE(preferences.value(u"images/cell"_s, 160.0), QVariant(240.5));
    QCOMPARE(preferences.value(u"images/layout"_s, u"square"_s), QVariant(u"square"_s));
}

void TestPreferences::areWrittenAMomentLater()
{
    Preferences preferences(file());
    const QSignalSpy changed(&preferences, &Preferences::themeChanged);
    preferences.setTheme(u"light"_s);
    QCOMPARE(changed.size(), 1);
    preferences.setTheme(u"light"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!QFile::exists(file()));
    QTRY_COMPARE(QSettings(file(), QSettings::IniFormat).value("window/theme"), QVariant(u"light"_s));
}

void TestPreferences::theLastOneHolds()
{
    {
        Preferences preferences(file());
        for (int size = 80; size <= 480; ++size) {
            preferences.setValue(u"images/cell"_s, size);
        }
    }
    QCOMPARE(Preferences(file()).value(u"images/cell"_s, 0), QVariant(480));
}

void TestPreferences::withoutAFile()
{
    Preferences preferences({});
    preferences.setTheme(u"dark"_s);
    QCOMPARE(preferences.theme(), u"dark"_s);
    QCOMPARE(Preferences(QString()).theme(), u"system"_s);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
