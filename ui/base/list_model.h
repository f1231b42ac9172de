// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QAbstractListModel>
#include <QQmlParserStatus>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

class Context;

/// A list in the window, read from the library on other threads: what it has, and how that stands. GUI thread.
class ListModel : public QAbstractListModel, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ANONYMOUS
    Q_PROPERTY(Status status READ status NOTIFY statusChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY statusChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum class Status { Unloaded, Loading, Ready, Failed };
    Q_ENUM(Status)

    explicit ListModel(QObject *parent = nullptr);

    [[nodiscard]] Status status() const { return m_status; }
    /// Why it failed and what to do, for people; empty otherwise.
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] int count() const { return rowCount({}); }

    /// Reads everything anew; what is shown stays until the answer is there.
    Q_INVOKABLE virtual void reload() = 0;

    void classBegin() override {}
    /// Reads for the first time, once the properties are set.
    void componentComplete() override;

    Q_SIGNAL void statusChanged();
    Q_SIGNAL void countChanged();

protected:
    /// Null in tests without a library.
    [[nodiscard]] Context *context() const { return m_context; }
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Called once, before the first reload; connects to what happens.
    virtual void begin() {}
    void setStatus(Status status);
    void setFailed(const Error &error);

private:
    void retell();

    Context *m_context = nullptr;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    bool m_isComplete = false;
};

} // namespace kinframe::ui
