// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_watch.h"

#include "library/folder_watcher.h"

#include <QThread>

namespace kinframe::library {

using namespace Qt::StringLiterals;

FolderWatch::FolderWatch(const Services &services, EventBus &events, const FolderWatchOptions &options)
    : m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(u"folders"_s);
    auto *watcher = new FolderWatcher(services, options);
    watcher->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::started, watcher, &FolderWatcher::begin);
    QObject::connect(m_thread.get(), &QThread::finished, watcher, &QObject::deleteLater);
    m_subscription = events.subscribe([watcher](const Event &event) {
        if (event.type == u"folder.changed") {
            QMetaObject::invokeMethod(
                watcher, [watcher, folder = event.id] { watcher->refresh(folder); }, Qt::QueuedConnection);
        }
    });
    m_thread->start(QThread::LowPriority);
}

FolderWatch::~FolderWatch()
{
    m_subscription.reset();
    m_thread->quit();
    m_thread->wait();
}

} // namespace kinframe::library
