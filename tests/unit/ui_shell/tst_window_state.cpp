// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_state.h"

#include "support/patience.h"
#include "ui/base/preferences.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe::ui;
using namespace Qt::StringLiterals;

class TestWindowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void comesBackWhereItWas();
};

void TestWindowState::fits_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("fitted");
    QTest::newRow("on the first") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("on the second") << QRect(2000, 100, 800, 600) << QRect(2000, 100, 800, 600);
    QTest::newRow("between both, more on the second") << QRect(1700, 100, 800, 600) << QRect(1920, 100, 800, 600);
    QTest::newRow("hangs over an edge") << QRect(-200, 900, 800, 600) << QRect(0, 480, 800, 600);
    QTest::newRow("on a screen that has gone") << QRect(-3000, 100, 800, 600) << QRect(560, 240, 800, 600);
    QTest::newRow("larger than the screen") << QRect(100, 100, 4000, 3000) << QRect(0, 0, 1920, 1080);
}

void TestWindowState::fits()
{
    QFETCH(const QRect, wanted);
    const QRect first(0, 0, 1920, 1080);
    const QRect second(1920, 0, 1280, 1024);
    QRect result = WindowState::fitted(wanted, {first, second});
    if (qstrcmp(QTest::currentDataTag(), "on a screen that has gone") == 0) {
        QVERIFY(qAbs(result.center().x() - first.center().x()) <= 1);
        QVERIFY(qAbs(result.center().y() - first.center().y()) <= 1);
        QCOMPARE(result.size(), wanted.size());
        return;
    }
    QTEST(result, "fitted");
}

void TestWindowState::comesBackWhereItWas()
{
    const QTemporaryDir folder;
    const auto open = [&](QQmlEngine &engine, Preferences &preferences) {
        preferences.attachTo(engine);
        engine.addImportPath(u"qrc:/qt/qml"_s);
        QQmlComponent component(&engine);
        component.setData(
            "import QtQuick\nimport Kinframe.Ui.Shell\n"
            "Window { id: w; width: 300; height: 200; WindowState { window: w; Component.onCompleted: show() } }",
            {});
        auto *window = qobject_cast<QQuickWindow *>(component.create());
        if (window == nullptr) {
            qWarning().noquote() << component.errorString();
        }
        return std::unique_ptr<QQuickWindow>(window);
    };
    {
        QQmlEngine engine;
        Preferences preferences(folder.filePath(u"window.ini"_s));
        const auto window = open(engine, preferences);
        QVERIFY(window);
        window->resize(444, 333);
        QTRY_COMPARE(preferences.value(u"window/place"_s, QRect()).toRect().size(), QSize(444, 333));
    }
    QQmlEngine engine;
    Preferences preferences(folder.filePath(u"window.ini"_s));
    const auto window = open(engine, preferences);
    QVERIFY(window);
    QCOMPARE(window->size(), QSize(444, 333));
}

QTEST_MAIN(TestWindowState)
#include "tst_window_state.moc"
