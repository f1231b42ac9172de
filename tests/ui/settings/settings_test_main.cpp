// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_setup.h"

#include "ui/base/icon_provider.h"
#include "ui/base/preferences.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Gives the settings a library, as the program does.
class Setup : public QObject
{
    Q_OBJECT

public:
    Q_SLOT void applicationAvailable() { m_setup = std::make_unique<tests::MadeSetup>(); }

    Q_SLOT void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        engine->addImageProvider(u"icon"_s, new ui::IconProvider);
        m_setup->attachTo(*engine);
        engine->rootContext()->setContextProperty(u"setup"_s, m_setup.get());
        ui::Preferences *preferences = ui::Preferences::create(engine, nullptr);
        preferences->setReducedMotion(true);
        preferences->setTheme(u"light"_s);
    }

    Q_SLOT void cleanupTestCase() { m_setup.reset(); }

private:
    std::unique_ptr<tests::MadeSetup> m_setup;
};

int main(int argc, char **argv)
{
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "tst_settings_page", KINFRAME_TEST_FOLDER, &setup);
}

#include "settings_test_main.moc"
