// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop.h"

#include "app/window/places.h"
#include "ui/base/context.h"
#include "ui/base/icon_provider.h"
#include "ui/base/picture_provider.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <chrono>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// By then the first page has been made and drawn.
constexpr auto startTakes = 1s;
// Of other libraries at once.
constexpr int remotePictures = 6;

QStringList absolutePaths(const QStringList &words)
{
    QStringList paths;
    for (const QString &word : words) {
        paths << QFileInfo(word).absoluteFilePath();
    }
    return paths;
}

ServeOptions serveOptions(const Invocation &invocation)
{
    ServeOptions options;
    options.port = quint16(invocation.port);
    return options;
}

} // namespace

Desktop::Desktop(const Invocation &invocation)
    : m_root(QDir(invocation.data).absolutePath())
    , m_files(absolutePaths(invocation.words))
    , m_waitingFiles(m_files)
    , m_instance(m_root)
    , m_preferences(m_root + u"/window.ini"_s)
    , m_state(m_root)
    , m_keeper(m_root, serveOptions(invocation))
{
    if (const QString file = qEnvironmentVariable("KINFRAME_STALLS"); !file.isEmpty()) {
        m_stalls.emplace(file);
    }
    connect(&m_keeper, &LibraryKeeper::opened, this, &Desktop::opened);
    connect(&m_use, &UseWatch::changed, &m_keeper, &LibraryKeeper::setInUse);
    connect(&m_keeper, &LibraryKeeper::failed, this, [this](const Error &error, bool canTakeOver) {
        if (!m_isQuitting) {
            m_state.setFailed(error, canTakeOver);
        }
    });
    connect(&m_keeper, &LibraryKeeper::closed, this, &Desktop::ended);
    connect(&m_state, &ui::LibraryState::openRequested, &m_keeper, &LibraryKeeper::open);
    connect(&m_state, &ui::LibraryState::takeOverRequested, &m_keeper, &LibraryKeeper::takeOver);
    // Not from inside the window's own call: it goes with it.
    connect(&m_state, &ui::LibraryState::quitRequested, this, &Desktop::quit, Qt::QueuedConnection);
    connect(&m_instance, &ui::Instance::started, this, &Desktop::takeFiles);
    connect(&m_preferences, &ui::Preferences::languageChanged, &m_state, &ui::LibraryState::retranslate,
            Qt::QueuedConnection);
}

Desktop::~Desktop()
{
    dropWindow();
}

void Desktop::dropWindow()
{
    m_translations.reset();
    if (m_engine) {
        // Items that are to be deleted later would outlive the engine, while their animations go on.
        qDeleteAll(m_engine->rootObjects());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    m_engine.reset();
    m_context.reset();
}

bool Desktop::isHandedOver() const
{
    return m_instance.handOver(m_files);
}

bool Desktop::show()
{
    m_instance.listen();
    m_keeper.open();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    m_engine->addImageProvider(u"icon"_s, new ui::IconProvider);
    m_preferences.attachTo(*m_engine);
    m_translations.emplace(m_preferences, *m_engine);
    QQmlEngine::setObjectOwnership(&m_state, QQmlEngine::CppOwnership);
    m_engine->setInitialProperties({{u"library"_s, QVariant::fromValue(&m_state)},
                                    {u"placeFiles"_s, QVariant::fromValue(places())},
                                    {u"viewerFile"_s, viewer()}});
    m_engine->load(QUrl(u"qrc:/qt/qml/Kinframe/Window/Main.qml"_s));
    return window() != nullptr;
}

QQuickWindow *Desktop::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty()
               ? qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst())
               : nullptr;
}

void Desktop::opened()
{
    if (m_isQuitting || !m_engine) {
        return;
    }
    const ui::Services services = m_keeper.services();
    m_context = std::make_unique<ui::Context>(services, m_keeper.userId());
    m_engine->addImageProvider(u"library"_s, new ui::PictureProvider(services, m_keeper.userId()));
    // They wait for servers, not for this computer.
    m_engine->addImageProvider(u"remote"_s, new ui::PictureProvider(services, m_keeper.userId(), remotePictures));
    m_context->attachTo(*m_engine);
    m_keeper.sharing().attachTo(*m_engine);
    m_instance.listenAlone();
    m_state.setStatus(ui::LibraryState::Status::Ready);
    giveFiles();
    if (m_stalls) {
        QTimer::singleShot(startTakes, this, [this] { m_stalls->startIsOver(); });
    }
}

void Desktop::takeFiles(const QStringList &files)
{
    Q_EMIT m_state.raiseRequested();
    m_waitingFiles << files;
    giveFiles();
}

void Desktop::giveFiles()
{
    if (m_state.status() == ui::LibraryState::Status::Ready && !m_waitingFiles.isEmpty()) {
        Q_EMIT m_state.filesGiven(std::exchange(m_waitingFiles, {}));
    }
}

void Desktop::quit()
{
    if (m_isQuitting) {
        return;
    }
    m_isQuitting = true;
    if (QQuickWindow *shown = window()) {
        shown->hide();
    }
    m_state.setStatus(ui::LibraryState::Status::Closing);
    // What shows the library goes first, then what asks it, then the library itself.
    dropWindow();
    m_keeper.close();
}

} // namespace kinframe::app
