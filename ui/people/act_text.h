// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUuid>

namespace kinframe::ui {

/// What was done with people, as the window says it.
class ActText
{
    Q_DECLARE_TR_FUNCTIONS(ActText)

public:
    [[nodiscard]] static QString named(const QString &name);
    [[nodiscard]] static QString merged(int people);
    [[nodiscard]] static QString takenOut(int faces);
    [[nodiscard]] static QString moved(int faces, const QString &name);
    [[nodiscard]] static QString rejected(int faces);
    [[nodiscard]] static QString dismissed(int faces);
    [[nodiscard]] static QString hidden(int people, bool isHidden);
    [[nodiscard]] static QString favourite(int people, bool isFavourite);
    [[nodiscard]] static QString birthDate(bool isSet);
    [[nodiscard]] static QString cover();
    [[nodiscard]] static QString answered(int questions);
    [[nodiscard]] static QString answered(bool isSame);
    [[nodiscard]] static QString undone(const QString &what);
    [[nodiscard]] static QString redone(const QString &what);
};

} // namespace kinframe::ui
