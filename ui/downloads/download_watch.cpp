// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_watch.h"

#include "ui/base/context.h"

#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto usualPace = 250ms;

} // namespace

DownloadWatch::DownloadWatch(Context *context, QObject *parent)
    : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(usualPace);
    connect(&m_later, &QTimer::timeout, this, [this] { Q_EMIT changed(std::exchange(m_changes, {})); });
    if (context != nullptr) {
        connect(context, &Context::happened, this, &DownloadWatch::hear);
    }
}

void DownloadWatch::hear(const std::vector<Event> &events)
{
    bool isOurs = false;
    for (const Event &event : events) {
        if (!event.type.startsWith("download."_L1)) {
            continue;
        }
        isOurs = true;
        const QString task = event.details["taskId"_L1].toString();
        if (task.isEmpty()) {
            m_changes.isMany = true;
        } else if (event.type == "download.progress"_L1) {
            m_changes.progress[task] = {event.details["bytesReceived"_L1].toInteger(),
                                        event.details["totalBytes"_L1].toInteger(-1)};
        } else {
            m_changes.tasks.insert(task);
        }
        if (event.type == "download.complete"_L1) {
            m_changes.files << event.details["filePath"_L1].toString();
        }
    }
    if (isOurs && !m_later.isActive()) {
        m_later.start();
    }
}

} // namespace kinframe::ui
