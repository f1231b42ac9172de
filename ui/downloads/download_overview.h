// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/downloads/summary_watch.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QVariantList>
#include <qqml.h>

namespace kinframe::ui {

/// All downloads together, for the head of the page. GUI thread.
class DownloadOverview : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// "Downloading 3 of 12 files"; empty where nothing is left to be done.
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// "24.5 MB / 120 MB · 2.3 MB/s · about 1 minute left"
    Q_PROPERTY(QString facts READ facts NOTIFY changed)
    /// 0 to 1; -1: not known.
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)
    /// What keeps all of them from going on, with what to do; empty: nothing.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int remedy READ remedy NOTIFY changed) ///< of DownloadRemedy::Kind
    Q_PROPERTY(QString remedyText READ remedyText NOTIFY changed)
    /// The remote library that the problem is about; empty: none.
    Q_PROPERTY(QString server READ server NOTIFY changed)
    /// How many have not ended.
    Q_PROPERTY(int unfinished READ unfinished NOTIFY changed)
    /// Of each status that there is: `status`, `text`, `count`.
    Q_PROPERTY(QVariantList counts READ counts NOTIFY changed)
    Q_PROPERTY(bool canPause READ canPause NOTIFY changed)
    Q_PROPERTY(bool canResume READ canResume NOTIFY changed)
    Q_PROPERTY(int failed READ failed NOTIFY changed) ///< how many can be tried again
    Q_PROPERTY(int ended READ ended NOTIFY changed)   ///< how many can leave the list

public:
    using QObject::QObject;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString facts() const;
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int remedy() const;
    [[nodiscard]] QString remedyText() const;
    [[nodiscard]] QString server() const;
    [[nodiscard]] int unfinished() const;
    [[nodiscard]] QVariantList counts() const;
    [[nodiscard]] bool canPause() const;
    [[nodiscard]] bool canResume() const;
    [[nodiscard]] int failed() const;
    [[nodiscard]] int ended() const;

    void classBegin() override {}
    void componentComplete() override;

    Q_SIGNAL void changed();

private:
    [[nodiscard]] const transfer::DownloadSummary &summary() const;

    SummaryWatch *m_watch = nullptr;
};

} // namespace kinframe::ui
