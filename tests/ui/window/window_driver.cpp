// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_driver.h"
#include "support/patience.h"

#include <QDropEvent>
#include <QJSValue>
#include <QMimeData>
#include <QMutex>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

namespace kinframe::tests {
namespace {

QMutex warningsMutex;
QStringList heardWarnings;
QtMessageHandler handlerBefore = nullptr;

/// The program has a handler of its own, past which the warnings do not come to Qt Test.
void hear(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const QMutexLocker lock(&warningsMutex);
        heardWarnings << text;
    }
    handlerBefore(type, context, text);
}

app::Invocation invocationFor(const QString &folder)
{
    app::Invocation invocation;
    invocation.data = folder;
    invocation.port = 0;
    return invocation;
}

bool says(const QQuickItem &item, const QString &text)
{
    return item.property("text").toString() == text || item.property("title").toString() == text ||
           item.objectName() == text;
}

/// Nobody can click on what is outside the window.
bool isInWindow(const QQuickItem &item)
{
    const QPointF middle = item.mapToScene({item.width() / 2, item.height() / 2});
    return item.width() > 0 && item.height() > 0 && QRectF(QPointF(), item.window()->size()).contains(middle);
}

/// Later siblings lie above earlier ones, children above their parents.
QQuickItem *findIn(QQuickItem &item, const QString &text)
{
    if (!item.isVisible() || item.opacity() == 0) {
        return nullptr;
    }
    const QList<QQuickItem *> children = item.childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (QQuickItem *found = findIn(**child, text)) {
            return found;
        }
    }
    return says(item, text) && isInWindow(item) ? &item : nullptr;
}

QQuickItem *findWorkspace(QQuickItem &item)
{
    if (item.property("placeFiles").isValid()) {
        return &item;
    }
    for (QQuickItem *child : item.childItems()) {
        if (QQuickItem *found = findWorkspace(*child)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

WindowDriver::WindowDriver(const QString &folder)
    : m_desktop(std::make_unique<app::Desktop>(invocationFor(folder)))
{
    QObject::connect(m_desktop.get(), &app::Desktop::ended, m_desktop.get(), [this] { m_hasEnded = true; });
}

WindowDriver::~WindowDriver()
{
    if (!m_hasEnded) {
        m_desktop->quit();
        (void)QTest::qWaitFor([this] { return m_hasEnded; }, patienceMs);
    }
}

QStringList WindowDriver::warnings()
{
    const QMutexLocker lock(&warningsMutex);
    return heardWarnings;
}

void WindowDriver::hearWarnings()
{
    const QMutexLocker lock(&warningsMutex);
    heardWarnings.clear();
    const QtMessageHandler before = qInstallMessageHandler(hear);
    handlerBefore = before == hear ? handlerBefore : before;
}

bool WindowDriver::start()
{
    return m_desktop->show() && QTest::qWaitForWindowExposed(window());
}

bool WindowDriver::quit(int ms)
{
    if (window() != nullptr) {
        window()->close();
    }
    return QTest::qWaitFor([this] { return m_hasEnded; }, ms);
}

QQuickItem *WindowDriver::find(const QString &text) const
{
    return window() != nullptr ? findIn(*window()->contentItem(), text) : nullptr;
}

bool WindowDriver::waitFor(const QString &text, int ms) const
{
    return QTest::qWaitFor([&] { return find(text) != nullptr; }, ms);
}

bool WindowDriver::waitForNo(const QString &text, int ms) const
{
    return QTest::qWaitFor([&] { return find(text) == nullptr; }, ms);
}

bool WindowDriver::click(const QString &text, int ms) const
{
    if (!waitFor(text, ms)) {
        qWarning().noquote() << "nothing says" << text;
        return false;
    }
    // What has just come has its size with the next picture: a menu whose picture is not drawn yet is so low that what
    // is in it lies outside. It may also still be on its way to its place.
    constexpr int pictureMs = 1000;
    QSignalSpy drawn(window(), &QQuickWindow::frameSwapped);
    window()->update();
    (void)drawn.wait(pictureMs);
    QPointF middle(-1, -1);
    const bool rests = QTest::qWaitFor(
        [&] {
            const QQuickItem *item = find(text);
            const QPointF before = middle;
            middle = item != nullptr ? item->mapToScene({item->width() / 2, item->height() / 2}) : QPointF(-1, -1);
            return item != nullptr && middle == before;
        },
        ms);
    if (rests) {
        QTest::mouseClick(window(), Qt::LeftButton, {}, middle.toPoint());
    }
    return rests;
}

void WindowDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(window(), key, modifiers);
}

void WindowDriver::type(const QString &text) const
{
    for (const QChar letter : text) {
        QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
}

void WindowDriver::drop(const QStringList &files, QPointF place) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &enter);
    QDragMoveEvent move(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &move);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window(), &drop);
}

QObject *WindowDriver::singleton(const QByteArray &module, const QByteArray &name) const
{
    QQmlEngine *engine = qmlEngine(window());
    QQmlComponent component(engine);
    component.setData("import QtQml\nimport " + module + "\nQtObject { readonly property QtObject it: " + name + " }",
                      {});
    const std::unique_ptr<QObject> holder(component.create());
    return holder ? holder->property("it").value<QObject *>() : nullptr;
}

void WindowDriver::go(const QString &place) const
{
    QMetaObject::invokeMethod(singleton("Kinframe.Shell", "Navigator"), "go", Q_ARG(QString, place));
}

void WindowDriver::open(const QString &place, const QVariantMap &target) const
{
    QMetaObject::invokeMethod(singleton("Kinframe.Shell", "Navigator"), "open", Q_ARG(QString, place),
                              Q_ARG(QVariant, QVariant(target)));
}

QStringList WindowDriver::places() const
{
    QStringList names;
    const QQuickItem *workspace = findWorkspace(*window()->contentItem());
    const QVariant places = workspace != nullptr ? workspace->property("places") : QVariant();
    for (const QVariant &place : places.value<QJSValue>().toVariant().toList()) {
        names << place.value<QObject *>()->property("name").toString();
    }
    return names;
}

} // namespace kinframe::tests
