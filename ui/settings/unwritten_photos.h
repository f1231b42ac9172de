// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "ui/base/context.h"

#include <QQmlParserStatus>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

/// Photos of which what people say could not be written where other programs read it. GUI thread.
class UnwrittenPhotos : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Why the first of them could not, and what to do; empty where all could.
    Q_PROPERTY(QString reason READ reason NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] int count() const { return int(m_failed.count); }
    [[nodiscard]] QString reason() const;

    void classBegin() override {}
    void componentComplete() override;

    /// Tries all of them again.
    Q_INVOKABLE void retry();

    Q_SIGNAL void changed();

private:
    struct Failed
    {
        qint64 count = 0;
        std::optional<Error> first;
    };

    void hear(const std::vector<Event> &events);
    void read();

    Context *m_context = nullptr;
    Failed m_failed;
    Question m_question;
};

} // namespace kinframe::ui
