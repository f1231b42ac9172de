// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>
#include <qqml.h>

namespace kinframe::ui {

/// Finds commands by a few letters of their names.
class CommandSearch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// The places in `texts` of those that hold the letters of `query` in order, the best first: whole words before
    /// beginnings of words before letters anywhere. All of them, as they stand, for an empty query.
    [[nodiscard]] Q_INVOKABLE static QList<int> ranked(const QString &query, const QStringList &texts);
    /// How well it fits; negative: not at all.
    [[nodiscard]] static int scoreOf(QStringView query, QStringView text);
};

} // namespace kinframe::ui
