// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every page in every state, with photos and names that are made up, and writes what it sees as PNGs.
#include "support/patience.h"
#include "ui/base/preferences.h"
#include "ui/window/made_library.h"
#include "ui/window/screenshot_scenes.h"
#include "ui/window/window_driver.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QPixmapCache>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::tests;
using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QString name;
    QString theme;
    QString language;
    QSize size;
    double textScale = 1;
};

const QList<Look> looks{
    {u"light"_s, u"light"_s, u"en"_s, {1280, 800}},
    {u"dark"_s, u"dark"_s, u"en"_s, {1280, 800}},
    {u"chinese"_s, u"light"_s, u"zh"_s, {1280, 800}},
    {u"narrow"_s, u"light"_s, u"en"_s, {480, 800}},
    {u"narrow-chinese-dark"_s, u"dark"_s, u"zh"_s, {480, 800}},
    {u"wide"_s, u"light"_s, u"en"_s, {1920, 1080}},
    {u"large-text"_s, u"light"_s, u"en"_s, {1280, 800}, 2},
    {u"large-text-narrow"_s, u"dark"_s, u"en"_s, {480, 800}, 2},
    {u"4k"_s, u"light"_s, u"en"_s, {3840, 2160}},
};

bool isLoading(const QQuickItem &item)
{
    constexpr int imageLoading = 2;
    if (!item.isVisible()) {
        return false;
    }
    if (item.inherits("QQuickImage") && item.property("status").toInt() == imageLoading) {
        return true;
    }
    return std::ranges::any_of(item.childItems(), [](const QQuickItem *child) { return isLoading(*child); });
}

class Photographer
{
public:
    explicit Photographer(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
    }

    void take(const WindowDriver &driver, const QString &name) const
    {
        constexpr int settleMs = 350; // What appears after a moment is part of the picture.
        QTest::qWait(settleMs);
        (void)QTest::qWaitFor([&] { return !isLoading(*driver.window()->contentItem()); }, patienceMs);
        QTest::qWait(settleMs / 3);
        const QString path = m_folder.filePath(name + u".png"_s);
        if (!driver.grab().save(path)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        fprintf(stdout, "%s\n", qPrintable(path));
    }

private:
    QDir m_folder;
};

void wear(const WindowDriver &driver, const Look &look)
{
    ui::Preferences *preferences = ui::Preferences::of(driver.window());
    preferences->setReducedMotion(true);
    preferences->setTheme(look.theme);
    preferences->setLanguage(look.language);
    preferences->setTextScale(look.textScale);
    driver.window()->resize(look.size);
}

bool isReady(WindowDriver &driver)
{
    return driver.start() &&
           QTest::qWaitFor([&] { return driver.state().status() == ui::LibraryState::Status::Ready; }, patienceMs);
}

void takePlaces(const Photographer &photographer, const WindowDriver &driver, const QString &state)
{
    for (const Look &look : looks) {
        wear(driver, look);
        for (const QString &place : driver.places()) {
            driver.go(place);
            photographer.take(driver, u"%1-%2-%3"_s.arg(place, state, look.name));
        }
    }
    wear(driver, looks.first());
}

void takeOverlays(const Photographer &photographer, const WindowDriver &driver)
{
    const QList<QPair<QString, std::function<void()>>> overlays{
        {u"commands"_s, [&] { driver.key(Qt::Key_K, Qt::ControlModifier); }},
        {u"keys"_s,
         [&] { QTest::sendKeyEvent(QTest::Click, driver.window(), Qt::Key_Question, u"?"_s, Qt::NoModifier); }},
        {u"progress"_s, [&] { driver.key(Qt::Key_J, Qt::ControlModifier); }},
        {u"add"_s, [&] { driver.key(Qt::Key_O, Qt::ControlModifier); }},
    };
    for (const Look &look : looks) {
        wear(driver, look);
        for (const auto &[name, show] : overlays) {
            show();
            photographer.take(driver, u"window-%1-%2"_s.arg(name, look.name));
            driver.key(Qt::Key_Escape);
            QTest::qWait(50);
        }
    }
    wear(driver, looks.first());
}

void takeScenes(const Photographer &photographer, QList<Scene> (*scenes)(WindowDriver &),
                const DrawnLibrary &wishes = {})
{
    const QString folder = makeLibrary(wishes);
    {
        WindowDriver driver(folder);
        if (!isReady(driver)) {
            qFatal("the drawn library does not open: %s", qPrintable(driver.state().sentence()));
        }
        wear(driver, looks.first());
        for (const Scene &scene : scenes(driver)) {
            scene.show();
            for (const Look &look : looks) {
                wear(driver, look);
                photographer.take(driver, u"%1-%2"_s.arg(scene.name, look.name));
            }
            wear(driver, looks.first());
            QTest::qWait(100);
            if (scene.leave) {
                scene.leave();
            }
        }
    }
    QDir(folder).removeRecursively();
}

void takeFilled(const Photographer &photographer, const DrawnLibrary &wishes, const QString &state)
{
    const QString folder = makeLibrary(wishes);
    {
        WindowDriver driver(folder);
        if (!isReady(driver)) {
            qFatal("the drawn library does not open: %s", qPrintable(driver.state().sentence()));
        }
        takePlaces(photographer, driver, state);
        if (state == u"filled"_s) {
            takeOverlays(photographer, driver);
        }
    }
    QDir(folder).removeRecursively();
}

void takeEmpty(const Photographer &photographer)
{
    const QTemporaryDir folder;
    WindowDriver driver(folder.filePath(u"library"_s));
    if (!isReady(driver)) {
        qFatal("an empty library does not open");
    }
    for (const Look &look : looks) {
        wear(driver, look);
        photographer.take(driver, u"window-first-start-%1"_s.arg(look.name));
    }
    wear(driver, looks.first());
    (void)driver.click(u"Skip"_s);
    takePlaces(photographer, driver, u"empty"_s);
}

void takeBusy(const Photographer &photographer)
{
    const QTemporaryDir folder;
    drawInto(folder.filePath(u"photos"_s), 400);
    WindowDriver driver(folder.filePath(u"library"_s));
    if (!isReady(driver)) {
        qFatal("an empty library does not open");
    }
    wear(driver, looks.first());
    Q_EMIT driver.state().filesGiven({folder.filePath(u"photos"_s)});
    photographer.take(driver, u"window-import-question-light"_s);
    (void)driver.click(u"Add"_s);
    driver.key(Qt::Key_J, Qt::ControlModifier);
    for (const Look &look : {looks[0], looks[1], looks[3]}) {
        wear(driver, look);
        photographer.take(driver, u"window-busy-%1"_s.arg(look.name));
    }
}

void takeFailed(const Photographer &photographer)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"kinframe.db"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(100'000, 'x')) < 0) {
        qFatal("cannot write");
    }
    file.close();
    WindowDriver driver(folder.path());
    (void)driver.start();
    (void)QTest::qWaitFor([&] { return driver.state().status() == ui::LibraryState::Status::Failed; }, patienceMs);
    for (const Look &look : looks) {
        wear(driver, look);
        photographer.take(driver, u"window-failed-%1"_s.arg(look.name));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"kinframe"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addOption(
        {u"only"_s,
         u"filled, scenes, albums, renders, downloads, servers, accounts, empty, busy, failed, one or many"_s,
         u"state"_s});
    parser.process(application);
    const Photographer photographer(parser.positionalArguments().value(0, u"screenshots"_s));
    const auto wants = [&](const QString &state) {
        return parser.value(u"only"_s).isEmpty() || parser.value(u"only"_s) == state;
    };
    if (wants(u"filled"_s)) {
        takeFilled(photographer, {}, u"filled"_s);
    }
    if (wants(u"scenes"_s)) {
        takeScenes(photographer, scenesOf);
    }
    if (wants(u"albums"_s)) {
        takeScenes(photographer, albumScenesOf);
    }
    if (wants(u"renders"_s)) {
        takeScenes(photographer, renderScenesOf);
    }
    if (wants(u"downloads"_s)) {
        takeScenes(photographer, downloadScenesOf, {.photos = 8, .people = 3, .named = 1, .downloads = 30});
    }
    if (wants(u"servers"_s)) {
        takeScenes(photographer, serverScenesOf, {.photos = 60});
    }
    if (wants(u"accounts"_s)) {
        takeScenes(photographer, accountScenesOf, {.photos = 8, .people = 3, .named = 1});
    }
    if (wants(u"one"_s)) {
        takeFilled(photographer, {.photos = 1, .people = 1, .named = 0}, u"one"_s);
    }
    if (wants(u"empty"_s)) {
        takeEmpty(photographer);
    }
    if (wants(u"busy"_s)) {
        takeBusy(photographer);
    }
    if (wants(u"failed"_s)) {
        takeFailed(photographer);
    }
    if (wants(u"many"_s)) {
        takeFilled(photographer, {.photos = 10'000, .people = 400, .named = 60, .downloads = 10'000}, u"many"_s);
    }
    return 0;
}
