// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/folder_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("FolderTexts", text, nullptr, count);
}

QString lookedAtText(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const QString when = time.date() == QDate::currentDate() ? QLocale().toString(time.time(), QLocale::ShortFormat)
                                                             : QLocale().toString(time, QLocale::ShortFormat);
    return translated(QT_TRANSLATE_NOOP("FolderTexts", "looked at %1")).arg(when);
}

} // namespace

QString stateText(const FolderView &view)
{
    QStringList parts{translated(QT_TRANSLATE_N_NOOP("FolderTexts", "%n photo(s) and videos"), int(view.counts.files))};
    if (view.isScanning) {
        parts << translated(QT_TRANSLATE_NOOP("FolderTexts", "being looked through"));
    } else if (view.folder.scannedAt) {
        parts << lookedAtText(*view.folder.scannedAt);
    } else {
        parts << translated(QT_TRANSLATE_NOOP("FolderTexts", "not looked through yet"));
    }
    return parts.join(u" · "_s);
}

QString problemText(const FolderView &view)
{
    if (view.folder.missingSince) {
        return translated(QT_TRANSLATE_NOOP(
            "FolderTexts", "This folder is not there. Nothing is lost: connect its drive and the photos "
                           "come back, or show where the folder is now."));
    }
    QStringList sentences;
    if (view.counts.missing > 0) {
        sentences << translated(QT_TRANSLATE_N_NOOP("FolderTexts",
                                                    "%n file(s) of it are gone. Put them back and the photos return by "
                                                    "themselves, or move the photos to the trash."),
                                int(view.counts.missing));
    }
    if (view.counts.refused > 0) {
        sentences << translated(QT_TRANSLATE_N_NOOP("FolderTexts", "%n file(s) could not be taken."),
                                int(view.counts.refused));
    }
    return sentences.join(u' ');
}

} // namespace kinframe::ui
