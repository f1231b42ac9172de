// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The program of every Qt Quick Test; CMake says where its tst_*.qml lie.
#include "ui/base/icon_provider.h"
#include "ui/base/preferences.h"
#include "ui/support/made_pictures.h"

#include <QQmlEngine>
#include <QtQuickTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class Setup : public QObject
{
    Q_OBJECT

public:
    Q_SLOT void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        engine->addImageProvider(u"icon"_s, new ui::IconProvider);
        engine->addImageProvider(u"library"_s, new tests::MadePictures);
        // What moves would make a test wait; one that looks at motion turns it on.
        ui::Preferences *preferences = ui::Preferences::create(engine, nullptr);
        preferences->setReducedMotion(true);
        preferences->setTheme(u"light"_s);
    }
};

int main(int argc, char **argv)
{
    Setup setup;
    return quick_test_main_with_setup(argc, argv, KINFRAME_TEST_NAME, KINFRAME_TEST_FOLDER, &setup);
}

#include "quick_test_main.moc"
