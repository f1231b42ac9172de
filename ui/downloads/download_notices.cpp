// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_notices.h"

#include "ui/base/sentences.h"
#include "ui/downloads/download_texts.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using transfer::DownloadStatus;
using transfer::DownloadSummary;

// More than this lasts: the message stays, and the computer does not fall asleep over it.
constexpr qint64 largeBytes = 256'000'000;
// A desktop draws the message anew each time.
constexpr auto tellEvery = 1s;
// As many as one looks for among others in a folder.
constexpr qsizetype mostFiles = 50;

const QString showFolder = u"folder"_s;
const QString showPage = u"default"_s;

bool isGoingOn(const DownloadSummary &now)
{
    return now.unfinished() > now.count(DownloadStatus::Paused) && !now.isOutsideHours;
}

qint64 failedIn(const DownloadSummary &now)
{
    return now.count(DownloadStatus::Failed) + now.count(DownloadStatus::NotFound);
}

} // namespace

DownloadNotices::DownloadNotices(QObject *parent)
    : QObject(parent)
{
    connect(&m_message, &DesktopMessage::invoked, this, &DownloadNotices::hear);
    connect(&m_message, &DesktopMessage::trayMessage, this, &DownloadNotices::trayMessage);
    connect(&m_message, &DesktopMessage::closed, this, [this] { m_isDismissed = m_isBusy; });
}

void DownloadNotices::componentComplete()
{
    m_context = Context::of(this);
    if (!m_context || !m_context->services().downloads) {
        return;
    }
    m_watch = new SummaryWatch(m_context, this);
    connect(m_watch, &SummaryWatch::changed, this, &DownloadNotices::follow);
    connect(m_watch, &SummaryWatch::came, this, [this](const QStringList &files) { m_fresh << files; });
    connect(&m_network, &NetworkWatch::changed, this, [this](bool isThere) {
        m_context->ask(
            this,
            [downloads = m_context->services().downloads, isThere]() -> Result<void> {
                downloads->setNetworkReachable(isThere);
                return {};
            },
            [](const Result<void> &) {});
    });
}

void DownloadNotices::follow()
{
    const DownloadSummary &now = m_watch->summary();
    const bool wasBusy = std::exchange(m_isBusy, isGoingOn(now));
    if (m_isBusy && now.totalBytes > largeBytes && !now.isNetworkLost) {
        m_sleep.hold(tr("Files are being downloaded"));
    } else {
        m_sleep.release();
    }
    if (m_isBusy && !wasBusy) {
        m_isDismissed = false;
        m_failedBefore = failedIn(now);
    }
    if (m_isBusy) {
        tellProgress();
    } else if (now.unfinished() == 0 && (wasBusy || !m_fresh.isEmpty())) {
        tellEnd();
    } else if (wasBusy) {
        m_message.close(); // Paused: nothing runs that could be told of.
    }
    tellTrouble();
}

void DownloadNotices::tellProgress()
{
    const bool isRecent = m_sinceTold.isValid() && m_sinceTold.elapsed() < std::chrono::milliseconds(tellEvery).count();
    if (m_isDismissed || (isRecent && m_message.isOpen())) {
        return;
    }
    m_sinceTold.start();
    const DownloadSummary &now = m_watch->summary();
    const double fraction = now.totalBytes > 0 ? double(now.bytesReceived) / double(now.totalBytes) : 0;
    QString text;
    for (const QString &fact : {percentText(std::clamp(fraction, 0.0, 1.0)),
                                amountText(now.bytesReceived, now.totalBytes > 0 ? now.totalBytes : -1),
                                rateText(now.bytesPerSecond), leftText(now.secondsLeft)}) {
        text += text.isEmpty() || fact.isEmpty() ? fact : u" · "_s + fact;
    }
    DesktopMessage::Content content;
    content.title = tr("Downloading %n item(s)…", nullptr, int(now.unfinished() - now.count(DownloadStatus::Paused)));
    content.text = text;
    content.actions = {{showPage, tr("Show")}};
    content.percent = int(std::clamp(fraction, 0.0, 1.0) * 100);
    content.isQuiet = true;
    content.stays = now.totalBytes > largeBytes;
    m_message.show(content);
}

void DownloadNotices::tellEnd()
{
    const DownloadSummary &now = m_watch->summary();
    const QStringList files = std::exchange(m_fresh, {});
    const auto count = int(std::max<qint64>(now.completed, files.size()));
    const auto failedCount = int(std::max<qint64>(0, failedIn(now) - m_failedBefore));
    if (count == 0) {
        m_message.close(); // All of them were canceled, or the page says why they failed.
        return;
    }
    const QString folder = files.isEmpty() ? QString() : QFileInfo(files.constLast()).absolutePath();
    DesktopMessage::Content content;
    content.title = tr("Download complete");
    content.text = folder.isEmpty()
                       ? tr("%n item(s) saved", nullptr, count)
                       : tr("%n item(s) saved to %1", nullptr, count).arg(QDir::toNativeSeparators(folder));
    if (failedCount > 0) {
        content.text += u" · "_s + tr("%n did not come", nullptr, failedCount);
    }
    content.actions = {{showPage, tr("Show")}};
    if (!files.isEmpty()) {
        content.actions.push_back({showFolder, tr("Show in folder")});
        m_told = files.last(std::min(files.size(), mostFiles));
    }
    m_message.show(content);
}

/// Each trouble once, as long as it lasts.
void DownloadNotices::tellTrouble()
{
    const DownloadSummary &now = m_watch->summary();
    const QString trouble = now.problem ? now.problem->name() : QString();
    if (std::exchange(m_trouble, trouble) != trouble && !trouble.isEmpty()) {
        Q_EMIT troubled(sentenceOf(*now.problem));
    }
}

void DownloadNotices::hear(const QString &key)
{
    if (key == showFolder) {
        m_files.show(m_told);
    } else {
        Q_EMIT showWanted();
    }
}

} // namespace kinframe::ui
