// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "ui/base/sentences.h"
#include "ui/downloads/download_list.h"
#include "ui/downloads/download_texts.h"

#include <QDateTime>
#include <QLocale>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using transfer::DownloadStatus;
using transfer::DownloadTask;

QVariantList DownloadList::factsAt(int row) const
{
    const DownloadRow *shown = at(row);
    if (shown == nullptr) {
        return {};
    }
    QVariantList facts;
    const auto add = [&facts](const QString &title, const QString &text) {
        if (!text.isEmpty()) {
            facts << QVariantMap{{u"title"_s, title}, {u"text"_s, text}};
        }
    };
    const auto moment = [](qint64 ms) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
    };
    const DownloadTask &task = shown->telling();
    add(tr("Name"), nameText(*shown));
    add(tr("State"), signOf(*shown).text);
    add(tr("Why"), problemText(*shown, wallMs()));
    add(tr("Size"), amountText(*shown));
    add(tr("From"), originText(*shown));
    // What stands behind a "?" may be a secret.
    add(tr("Address"),
        task.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toDisplayString());
    add(tr("Saved as"), shown->files().join(u'\n'));
    add(tr("Folder"), shown->files().isEmpty() ? task.folder : QString());
    add(tr("Tries"), task.attempts > 1 ? QLocale().toString(task.attempts) : QString());
    add(tr("Asked for"), moment(task.createdAt));
    add(tr("Last change"), moment(task.updatedAt));
    return facts;
}

QVariant DownloadList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DownloadRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case TaskIdRole:
        return row.task.taskId;
    case Qt::DisplayRole:
    case NameRole:
        return nameText(row);
    case OriginRole:
        return originText(row);
    case StatusTextRole:
        return signOf(row).text;
    case StatusIconRole:
        return signOf(row).icon;
    case StatusToneRole:
        return signOf(row).tone;
    case PercentRole:
        return percentText(row.fraction());
    case AmountRole:
        return amountText(row);
    case RateRole:
        return rateText(row.bytesPerSecond());
    case LeftRole:
        return leftText(row);
    case FractionRole:
        return row.fraction();
    case ProblemRole:
        return problemText(row, wallMs());
    case RemedyRole:
        return remedyOf(row);
    case RemedyTextRole:
        return remedyText(remedyOf(row));
    case ServerRole:
        return row.task.server;
    case IsLiveRole:
        return row.isLive();
    case IsVideoRole:
        return row.task.group == transfer::DownloadGroup::Video;
    case IsEndedRole:
        return transfer::isEnded(row.telling().status);
    case WhenRole:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.telling().updatedAt), QLocale::ShortFormat);
    case CanPauseRole:
        return choicesOf(row).canPause;
    case CanResumeRole:
        return choicesOf(row).canResume;
    case CanCancelRole:
        return choicesOf(row).canCancel;
    case CanRetryRole:
        return choicesOf(row).canRetry;
    case CanRemoveRole:
        return choicesOf(row).canRemove;
    case CanShowRole:
        return choicesOf(row).canShow;
    default:
        return {};
    }
}

QHash<int, QByteArray> DownloadList::roleNames() const
{
    return {{TaskIdRole, "taskId"},
            {NameRole, "name"},
            {OriginRole, "origin"},
            {StatusTextRole, "statusText"},
            {StatusIconRole, "statusIcon"},
            {StatusToneRole, "statusTone"},
            {PercentRole, "percent"},
            {AmountRole, "amount"},
            {RateRole, "rate"},
            {LeftRole, "timeLeft"},
            {FractionRole, "fraction"},
            {ProblemRole, "problem"},
            {RemedyRole, "remedy"},
            {RemedyTextRole, "remedyText"},
            {ServerRole, "server"},
            {IsLiveRole, "isLive"},
            {IsVideoRole, "isVideo"},
            {IsEndedRole, "isEnded"},
            {WhenRole, "when"},
            {CanPauseRole, "canPause"},
            {CanResumeRole, "canResume"},
            {CanCancelRole, "canCancel"},
            {CanRetryRole, "canRetry"},
            {CanRemoveRole, "canRemove"},
            {CanShowRole, "canShow"}};
}

} // namespace kinframe::ui
