// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_library.h"

#include "ui/base/icon_provider.h"
#include "ui/base/picture_provider.h"
#include "ui/base/preferences.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Gives the views a library, as the program does.
class Setup : public QObject
{
    Q_OBJECT

public:
    Q_SLOT void applicationAvailable() { m_library = std::make_unique<tests::DrawnLibrary>(); }

    Q_SLOT void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(u"qrc:/qt/qml"_s);
        const ui::Context &context = *m_library->fixture().context;
        engine->addImageProvider(u"icon"_s, new ui::IconProvider);
        engine->addImageProvider(u"library"_s, new ui::PictureProvider(context.services(), context.userId()));
        m_library->fixture().context->attachTo(*engine);
        engine->rootContext()->setContextProperty(u"library"_s, m_library.get());
        ui::Preferences *preferences = ui::Preferences::create(engine, nullptr);
        preferences->setReducedMotion(true);
        preferences->setTheme(u"light"_s);
    }

    Q_SLOT void cleanupTestCase() { m_library.reset(); }

private:
    std::unique_ptr<tests::DrawnLibrary> m_library;
};

int main(int argc, char **argv)
{
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "tst_images", KINFRAME_TEST_FOLDER, &setup);
}

#include "images_test_main.moc"
