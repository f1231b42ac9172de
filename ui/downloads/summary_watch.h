// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/downloads/downloads.h"
#include "ui/base/context.h"
#include "ui/downloads/download_watch.h"

#include <QTimer>

namespace kinframe::ui {

/// How all downloads together stand: asked whenever something happens to them, and each second while any runs. GUI
/// thread.
class SummaryWatch : public QObject
{
    Q_OBJECT

public:
    SummaryWatch(Context *context, QObject *parent);

    [[nodiscard]] const transfer::DownloadSummary &summary() const { return m_summary; }
    /// It was read once.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    void look();

    Q_SIGNAL void changed();
    /// `files` have come since the last time.
    Q_SIGNAL void came(const QStringList &files);

private:
    Context *m_context;
    transfer::DownloadSummary m_summary;
    bool m_isKnown = false;
    QTimer m_second;
    QTimer m_later; ///< what follows from a change shows a moment later
    Question m_question;
};

} // namespace kinframe::ui
