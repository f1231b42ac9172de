// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_overview.h"

#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/downloads/download_texts.h"

#include <QLocale>

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using transfer::DownloadStatus;
using transfer::DownloadSummary;

} // namespace

void DownloadOverview::componentComplete()
{
    m_watch = new SummaryWatch(Context::of(this), this);
    connect(m_watch, &SummaryWatch::changed, this, &DownloadOverview::changed);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &DownloadOverview::changed, Qt::QueuedConnection);
    }
}

const DownloadSummary &DownloadOverview::summary() const
{
    static const DownloadSummary nothing;
    return m_watch != nullptr ? m_watch->summary() : nothing;
}

QString DownloadOverview::title() const
{
    const DownloadSummary &now = summary();
    const qint64 left = now.unfinished();
    if (left == 0) {
        return {};
    }
    const auto paused = int(now.count(DownloadStatus::Paused));
    if (paused == left) {
        return tr("%n download(s) paused", nullptr, paused);
    }
    if (now.isOutsideHours) {
        return tr("%n download(s) wait for the hours that are set", nullptr, int(left));
    }
    if (now.isNetworkLost) {
        return tr("%n download(s) wait for the network", nullptr, int(left));
    }
    return tr("Downloading: %1 of %n file(s) done", nullptr, int(left + now.completed))
        .arg(QLocale().toString(now.completed));
}

QString DownloadOverview::facts() const
{
    const DownloadSummary &now = summary();
    if (now.unfinished() == 0) {
        return {};
    }
    QString text;
    for (const QString &fact :
         {percentText(fraction()), amountText(now.bytesReceived, now.totalBytes > 0 ? now.totalBytes : -1),
          rateText(now.bytesPerSecond), leftText(now.secondsLeft)}) {
        text += text.isEmpty() || fact.isEmpty() ? fact : u" · "_s + fact;
    }
    return text;
}

double DownloadOverview::fraction() const
{
    const DownloadSummary &now = summary();
    return now.totalBytes > 0 ? std::clamp(double(now.bytesReceived) / double(now.totalBytes), 0.0, 1.0) : -1;
}

QString DownloadOverview::problem() const
{
    const DownloadSummary &now = summary();
    if (now.problem) {
        return sentenceOf(*now.problem);
    }
    return now.isNetworkLost && now.unfinished() > 0
               ? tr("There is no network. The downloads go on by themselves when it is back.")
               : QString();
}

int DownloadOverview::remedy() const
{
    const DownloadSummary &now = summary();
    if (now.problem) {
        const DownloadRemedy::Kind remedy = remedyOf(*now.problem);
        // To an address that is no server of ours nobody can sign in.
        return remedy == DownloadRemedy::SignIn && server().contains("://"_L1) ? DownloadRemedy::Nothing : remedy;
    }
    return now.isOutsideHours && now.unfinished() > 0 ? DownloadRemedy::ChangeHours : DownloadRemedy::Nothing;
}

QString DownloadOverview::remedyText() const
{
    return ui::remedyText(DownloadRemedy::Kind(remedy()));
}

QString DownloadOverview::server() const
{
    return summary().problem ? summary().problem->fact(u"host"_s) : QString();
}

int DownloadOverview::unfinished() const
{
    return int(summary().unfinished());
}

QVariantList DownloadOverview::counts() const
{
    QVariantList counts;
    for (int status = 0; status < transfer::downloadStatusCount; ++status) {
        if (const qint64 count = summary().count(DownloadStatus(status)); count > 0) {
            counts << QVariantMap{
                {u"status"_s, status}, {u"text"_s, nameOfStatus(DownloadStatus(status))}, {u"count"_s, int(count)}};
        }
    }
    return counts;
}

bool DownloadOverview::canPause() const
{
    return summary().unfinished() > summary().count(DownloadStatus::Paused);
}

bool DownloadOverview::canResume() const
{
    return summary().count(DownloadStatus::Paused) > 0;
}

int DownloadOverview::failed() const
{
    return int(summary().count(DownloadStatus::Failed));
}

int DownloadOverview::ended() const
{
    qint64 ended = 0;
    for (int status = 0; status < transfer::downloadStatusCount; ++status) {
        ended += transfer::isEnded(DownloadStatus(status)) ? summary().count(DownloadStatus(status)) : 0;
    }
    return int(ended);
}

} // namespace kinframe::ui
