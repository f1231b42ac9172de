// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <QObject>
#include <QQmlParserStatus>
#include <qqml.h>

#include <optional>
#include <vector>

namespace kinframe::ui {

class Context;

/// Says whom recognition has found when it has come to an end. GUI thread.
class PeopleNews : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)

public:
    using QObject::QObject;

    void classBegin() override {}
    void componentComplete() override;

    /// People who were not there before it began.
    Q_SIGNAL void found(int people, const QString &text);

private:
    void hear(const std::vector<Event> &events);
    void count(qint64 since);

    Context *m_context = nullptr;
    std::optional<qint64> m_since; ///< ms since 1970: when what runs began
};

} // namespace kinframe::ui
