// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/downloads/download_rows.h"

#include <QObject>
#include <QString>
#include <qqml.h>

namespace kinframe::ui {

/// What a button beside a trouble does about it.
class DownloadRemedy : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It only has names")

public:
    enum Kind { Nothing, TryAgain, SignIn, Trust, ChooseFolder, FreeSpace, ChangeHours };
    Q_ENUM(Kind)
};

// What the page says of a download, in the window's language. A line that has nothing to say is empty.

/// A state by its word, its icon and its colour: `textSoft`, `accent`, `good`, `warn` or `bad`.
struct DownloadSign
{
    QString text;
    QString icon;
    QString tone;
};
[[nodiscard]] DownloadSign signOf(const DownloadRow &row);
[[nodiscard]] QString nameOfStatus(transfer::DownloadStatus status); ///< "Waiting to retry"
[[nodiscard]] QString nameText(const DownloadRow &row);
[[nodiscard]] QString percentText(double fraction);              ///< "65 %"
[[nodiscard]] QString amountText(qint64 received, qint64 total); ///< "2.4 MB / 3.7 MB"
[[nodiscard]] QString amountText(const DownloadRow &row);
[[nodiscard]] QString rateText(double bytesPerSecond);         ///< "1.2 MB/s"
[[nodiscard]] QString leftText(std::optional<double> seconds); ///< "about 3 minutes left"
[[nodiscard]] QString leftText(const DownloadRow &row);
/// Why it failed, or what it waits for, with what to do.
[[nodiscard]] QString problemText(const DownloadRow &row, qint64 now);
/// Where it comes from: the server's name or the host.
[[nodiscard]] QString originText(const DownloadRow &row);

[[nodiscard]] DownloadRemedy::Kind remedyOf(const Error &error);
[[nodiscard]] DownloadRemedy::Kind remedyOf(const DownloadRow &row);
[[nodiscard]] QString remedyText(DownloadRemedy::Kind remedy); ///< "Sign in again"

} // namespace kinframe::ui
