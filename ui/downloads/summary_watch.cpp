// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/summary_watch.h"

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace std::chrono_literals;
using transfer::DownloadStatus;
using transfer::DownloadSummary;

} // namespace

SummaryWatch::SummaryWatch(Context *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &SummaryWatch::look);
    m_later.setSingleShot(true);
    m_later.setInterval(1500ms);
    connect(&m_later, &QTimer::timeout, this, &SummaryWatch::look);
    const auto *watch = new DownloadWatch(context, this);
    connect(watch, &DownloadWatch::changed, this, [this](const DownloadWatch::Changes &changes) {
        if (!changes.files.isEmpty()) {
            Q_EMIT came(changes.files);
        }
        // What runs is looked at each second anyway.
        if (!m_second.isActive() || changes.isMany || !changes.tasks.isEmpty()) {
            look();
            m_later.start();
        }
    });
    look();
}

void SummaryWatch::look()
{
    if (!m_context || !m_context->services().downloads) {
        return;
    }
    m_question.ask(
        *m_context, this,
        [downloads = m_context->services().downloads](const std::stop_token &) { return downloads->summary(); },
        [this](const Result<DownloadSummary> &summary) {
            if (!summary) {
                return; // The list says what is wrong.
            }
            m_summary = *summary;
            m_isKnown = true;
            const bool isRunning = m_summary.count(DownloadStatus::Running) > 0;
            if (isRunning != m_second.isActive()) {
                isRunning ? m_second.start() : m_second.stop();
            }
            Q_EMIT changed();
        });
}

} // namespace kinframe::ui
