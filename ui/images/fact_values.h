// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonValue>
#include <QObject>
#include <QString>
#include <qqml.h>

namespace kinframe::ui {

/// How people write the values of properties, and what may be written. GUI thread.
class FactValues : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    enum Kind {
        Text,
        Number,
        YesNo,  ///< `true` or `false`
        Nothing ///< the property goes
    };
    Q_ENUM(Kind)

    using QObject::QObject;

    /// InvalidArgument where the text is no number or the like; else what checking the property says.
    [[nodiscard]] static Result<QJsonValue> value(const QString &key, Kind kind, const QString &text);
    [[nodiscard]] static Kind kindOf(const QJsonValue &value);
    /// As it is written in a field, so that `value` makes the same of it.
    [[nodiscard]] static QString written(const QJsonValue &value);
    /// As it is read: "Yes".
    [[nodiscard]] static QString shown(const QJsonValue &value);

    /// Why that cannot be set, for people; empty where it can.
    [[nodiscard]] Q_INVOKABLE QString problem(const QString &key, int kind, const QString &text) const;
    [[nodiscard]] Q_INVOKABLE QString tagProblem(const QString &tag) const;
    /// What a property that Kinframe knows has to be; Text for all others.
    [[nodiscard]] Q_INVOKABLE int usualKind(const QString &key) const;
};

} // namespace kinframe::ui
