// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/file_manager.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

#ifdef KINFRAME_DBUS
#include "ui/base/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

// A window for each of hundreds of files would be no help: these show where the others are.
constexpr int mostShown = 50;

void openFolderOf(const QStringList &files)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(files.constFirst()).absolutePath()));
}

} // namespace

#ifdef KINFRAME_DBUS

void FileManager::show(const QStringList &files)
{
    if (files.isEmpty()) {
        return;
    }
    if (!hasSessionBus()) {
        openFolderOf(files);
        return;
    }
    // https://www.freedesktop.org/wiki/Specifications/file-manager-interface
    const QString service = u"org.freedesktop.FileManager1"_s;
    QStringList urls;
    for (const QString &file : files.first(std::min<qsizetype>(files.size(), mostShown))) {
        urls << QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded());
    }
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, u"/org/freedesktop/FileManager1"_s, service, u"ShowItems"_s);
    call << urls << QString();
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, files] {
        if (watcher->isError()) {
            openFolderOf(files);
        }
        watcher->deleteLater();
    });
}

#elif defined(Q_OS_WIN)

void FileManager::show(const QStringList &files)
{
    if (!files.isEmpty()) {
        QProcess::startDetached(
            u"explorer.exe"_s,
            {u"/select,"_s + QDir::toNativeSeparators(QFileInfo(files.constFirst()).absoluteFilePath())});
    }
}

#elif defined(Q_OS_MACOS)

void FileManager::show(const QStringList &files)
{
    if (!files.isEmpty()) {
        QProcess::startDetached(u"/usr/bin/open"_s,
                                QStringList{u"-R"_s} + files.first(std::min<qsizetype>(files.size(), mostShown)));
    }
}

#else

void FileManager::show(const QStringList &files)
{
    if (!files.isEmpty()) {
        openFolderOf(files);
    }
}

#endif

void FileManager::open(const QString &file)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(file));
}

} // namespace kinframe::ui
