// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"

#include <QCoreApplication>
#include <QString>

namespace kinframe::ui {

/// Words about albums, in the window's language.
class AlbumTexts
{
    Q_DECLARE_TR_FUNCTIONS(AlbumTexts)

public:
    /// Of an album without a name, too.
    [[nodiscard]] static QString name(const QString &name);
    /// When its photos were taken, as short as it can be said: a day, some months of a year, or years. Empty where it
    /// has none.
    [[nodiscard]] static QString dates(const albums::Album &album);

    // What was done.
    [[nodiscard]] static QString made(const QString &name);
    [[nodiscard]] static QString added(int photos, const QString &name);
    [[nodiscard]] static QString removed(int photos, const QString &name);
    [[nodiscard]] static QString renamed(const QString &name);
    [[nodiscard]] static QString described();
    [[nodiscard]] static QString covered();
    [[nodiscard]] static QString ordered(bool isOldestFirst);
    [[nodiscard]] static QString deleted(int albums);
    [[nodiscard]] static QString allThere(int photos, const QString &name);
};

} // namespace kinframe::ui
