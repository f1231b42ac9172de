// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_texts.h"

#include "ui/base/sentences.h"
#include "ui/shell/task_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using transfer::DownloadHold;
using transfer::DownloadStatus;
using transfer::DownloadTask;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DownloadTexts)
};

QString halfText(const DownloadTask &task)
{
    switch (task.half) {
    case transfer::LiveHalf::Image:
        return Texts::tr("the picture");
    case transfer::LiveHalf::Video:
        return Texts::tr("the video");
    case transfer::LiveHalf::None:
        break;
    }
    return {};
}

QString waitText(qint64 ms)
{
    const auto seconds = int(std::max<qint64>(1, (ms + 999) / 1000));
    return seconds < 60 ? Texts::tr("It is tried again in %n second(s).", nullptr, seconds)
                        : Texts::tr("It is tried again in about %n minute(s).", nullptr, (seconds + 30) / 60);
}

QString holdText(DownloadHold hold)
{
    switch (hold) {
    case DownloadHold::Network:
        return Texts::tr("Its server cannot be reached. It goes on by itself when the network is back.");
    case DownloadHold::SignIn:
        return Texts::tr("Its server does not accept the sign-in any more. Sign in again, and it goes on.");
    case DownloadHold::Schedule:
        return Texts::tr("It waits for the hours that are set for downloads.");
    case DownloadHold::OtherHalf:
    case DownloadHold::Disk:
    case DownloadHold::None:
        break;
    }
    return {};
}

/// As people know it: of a full disk not the temporary folder in the gallery.
Error toldOf(const DownloadTask &task)
{
    Error error = *task.error;
    for (auto &[name, value] : error.facts) {
        if (error.code == ErrorCode::DiskFull && name == "path"_L1 && !task.folder.isEmpty() &&
            value.startsWith(task.folder)) {
            value = task.folder;
        }
    }
    return error;
}

} // namespace

QString nameOfStatus(DownloadStatus status)
{
    switch (status) {
    case DownloadStatus::Enqueued:
        return Texts::tr("Waiting");
    case DownloadStatus::Running:
        return Texts::tr("Downloading");
    case DownloadStatus::WaitingToRetry:
        return Texts::tr("Waiting to retry");
    case DownloadStatus::Paused:
        return Texts::tr("Paused");
    case DownloadStatus::Complete:
        return Texts::tr("Complete");
    case DownloadStatus::NotFound:
        return Texts::tr("Not found");
    case DownloadStatus::Failed:
        return Texts::tr("Failed");
    case DownloadStatus::Canceled:
        break;
    }
    return Texts::tr("Canceled");
}

DownloadSign signOf(const DownloadRow &row)
{
    const DownloadTask &task = row.telling();
    const QString name = nameOfStatus(task.status);
    switch (task.status) {
    case DownloadStatus::Enqueued:
        return {name, u"clock"_s, task.hold == DownloadHold::SignIn ? u"warn"_s : u"textSoft"_s};
    case DownloadStatus::Running:
        return {name, u"download"_s, u"accent"_s};
    case DownloadStatus::WaitingToRetry:
        return {task.hold == DownloadHold::Network ? Texts::tr("Waiting for the network") : name,
                task.hold == DownloadHold::Network ? u"cloud-off"_s : u"refresh"_s, u"warn"_s};
    case DownloadStatus::Paused:
        return {task.hold == DownloadHold::Disk ? Texts::tr("Paused: no room") : name, u"pause"_s, u"warn"_s};
    case DownloadStatus::Complete:
        return {task.error ? Texts::tr("Here already") : name, u"check"_s, u"good"_s};
    case DownloadStatus::NotFound:
        return {name, u"warning"_s, u"bad"_s};
    case DownloadStatus::Failed:
        return {name, u"error"_s, u"bad"_s};
    case DownloadStatus::Canceled:
        break;
    }
    return {name, u"stop"_s, u"textSoft"_s};
}

QString nameText(const DownloadRow &row)
{
    const DownloadTask &task = row.named();
    if (!task.filename.isEmpty()) {
        return task.filename;
    }
    const QString last = task.url.fileName();
    return last.isEmpty() ? task.url.toDisplayString() : last;
}

QString percentText(double fraction)
{
    // Not "100 %" before it is all there.
    return fraction < 0 ? QString() : Texts::tr("%1 %").arg(QLocale().toString(int(std::floor(fraction * 100))));
}

QString amountText(const DownloadRow &row)
{
    const DownloadStatus status = row.telling().status;
    const qint64 received = row.bytesReceived();
    const qint64 total = row.totalBytes();
    if (status == DownloadStatus::Complete) {
        return bytesText(received);
    }
    if (transfer::isEnded(status) && received == 0) {
        return total > 0 ? bytesText(total) : QString(); // That nothing came is said otherwise.
    }
    return amountText(received, total);
}

QString amountText(qint64 received, qint64 total)
{
    if (total < 0) {
        return received > 0 ? bytesText(received) : QString();
    }
    return Texts::tr("%1 / %2").arg(bytesText(received), bytesText(total));
}

QString rateText(double bytesPerSecond)
{
    return bytesPerSecond < 1 ? QString() : Texts::tr("%1/s").arg(bytesText(qint64(bytesPerSecond)));
}

QString leftText(std::optional<double> seconds)
{
    TaskState progress;
    progress.secondsLeft = seconds;
    return timeLeftText(progress);
}

QString leftText(const DownloadRow &row)
{
    const double speed = row.bytesPerSecond();
    const qint64 total = row.totalBytes();
    if (row.telling().status != DownloadStatus::Running || total < 0 || speed < 1) {
        return {};
    }
    return leftText(std::max(0.0, double(total - row.bytesReceived()) / speed));
}

QString problemText(const DownloadRow &row, qint64 now)
{
    const DownloadTask &task = row.telling();
    QString text = task.error ? sentenceOf(toldOf(task)) : QString();
    if (task.status == DownloadStatus::NotFound) {
        text = Texts::tr("It is not on the server any more, so it was left out.");
    } else if (const QString hold = holdText(task.hold); !hold.isEmpty() && !transfer::isEnded(task.status)) {
        text = hold;
    }
    if (task.status == DownloadStatus::WaitingToRetry && task.hold == DownloadHold::None && task.retryAt) {
        text += (text.isEmpty() ? QString() : u" "_s) + waitText(*task.retryAt - now);
    }
    const QString half = halfText(task);
    if (!text.isEmpty() && !half.isEmpty() && transfer::isEnded(task.status) &&
        task.status != DownloadStatus::Complete) {
        return Texts::tr("Of this live photo %1 did not come: %2").arg(half, text);
    }
    return text;
}

QString originText(const DownloadRow &row)
{
    return row.task.server.isEmpty() ? row.task.url.host() : row.task.server;
}

DownloadRemedy::Kind remedyOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RemoteUnauthorized:
    case ErrorCode::RemoteForbidden:
    case ErrorCode::RemoteWrongKey:
    case ErrorCode::RemoteWrongLogin:
        return DownloadRemedy::SignIn;
    case ErrorCode::DiskFull:
        return DownloadRemedy::FreeSpace;
    case ErrorCode::DownloadFolder:
    case ErrorCode::DiskReadOnly:
    case ErrorCode::DiskFailed:
    case ErrorCode::FolderAway:
        return DownloadRemedy::ChooseFolder;
    case ErrorCode::RemoteCertificate:
        return DownloadRemedy::Trust;
    default:
        return DownloadRemedy::Nothing;
    }
}

DownloadRemedy::Kind remedyOf(const DownloadRow &row)
{
    const DownloadTask &task = row.telling();
    auto remedy = task.error ? remedyOf(*task.error) : DownloadRemedy::Nothing;
    if (task.hold == DownloadHold::SignIn) {
        remedy = DownloadRemedy::SignIn;
    }
    if ((remedy == DownloadRemedy::SignIn || remedy == DownloadRemedy::Trust) && task.server.isEmpty()) {
        remedy = DownloadRemedy::Nothing; // Nobody knows whom to sign in to, or whom to trust.
    }
    if (task.status == DownloadStatus::Complete) {
        return DownloadRemedy::Nothing;
    }
    if (task.hold == DownloadHold::Schedule && !transfer::isEnded(task.status)) {
        return DownloadRemedy::ChangeHours;
    }
    return remedy == DownloadRemedy::Nothing && choicesOf(row).canRetry ? DownloadRemedy::TryAgain : remedy;
}

QString remedyText(DownloadRemedy::Kind remedy)
{
    switch (remedy) {
    case DownloadRemedy::TryAgain:
        return Texts::tr("Try again");
    case DownloadRemedy::SignIn:
        return Texts::tr("Sign in again");
    case DownloadRemedy::Trust:
        return Texts::tr("Look at its certificate");
    case DownloadRemedy::ChooseFolder:
        return Texts::tr("Choose another folder");
    case DownloadRemedy::FreeSpace:
        return Texts::tr("Free space");
    case DownloadRemedy::ChangeHours:
        return Texts::tr("Change the hours");
    case DownloadRemedy::Nothing:
        break;
    }
    return {};
}

} // namespace kinframe::ui
