// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/sentences.h"

#include <QLocale>

#include <atomic>

namespace kinframe::ui {
namespace {

std::atomic<Language> &current()
{
    static std::atomic<Language> language = systemLanguage();
    return language;
}

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
    return textOf(error, current());
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

} // namespace kinframe::ui
