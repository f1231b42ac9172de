// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <atomic>

namespace kinframe::ui {
namespace {

std::atomic<Language> &current()
{
    static std::atomic<Language> language = systemLanguage();
    return language;
}

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

Language windowLanguage()
{
    return current();
}

void setWindowLanguage(Language language)
{
    current() = language;
}

QString sentenceOf(const Error &error)
{
    switch (error.code) {
    // The window has a button for what the console has a command for.
    case ErrorCode::ModelMissing:
        return Texts::tr("The face models are not on this computer yet. Download them in the settings, under “Face "
                         "recognition”.");
    case ErrorCode::ModelWrongHash:
    case ErrorCode::ModelUnreadable:
        return Texts::tr("“%1” is not the face model it should be. Download it again in the settings, under “Face "
                         "recognition”.")
            .arg(error.fact(QStringLiteral("path")));
    default:
        return textOf(error, current());
    }
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

} // namespace kinframe::ui
