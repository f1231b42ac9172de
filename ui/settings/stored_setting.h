// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"

#include <QJsonValue>
#include <QQmlParserStatus>
#include <QVariant>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

/// One setting that is kept with the library, as library::Settings knows it. Follows changes from anywhere. GUI thread.
class StoredSetting : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged REQUIRED)
    /// As usual until it has been read.
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged)
    Q_PROPERTY(int least READ least NOTIFY keyChanged)
    Q_PROPERTY(int most READ most NOTIFY keyChanged)
    /// Names of a choice, in their order.
    Q_PROPERTY(QStringList choices READ choices NOTIFY keyChanged)
    Q_PROPERTY(int choice READ choice NOTIFY valueChanged)
    /// Why it could not be changed; empty otherwise.
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] QVariant value() const { return m_value.toVariant(); }
    [[nodiscard]] int least() const;
    [[nodiscard]] int most() const;
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] int choice() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }

    void classBegin() override {}
    void componentComplete() override;

    /// Keeps it; the value changes at once, and goes back where it is refused.
    Q_INVOKABLE void change(const QVariant &value);
    Q_INVOKABLE void choose(int choice);

    Q_SIGNAL void keyChanged();
    Q_SIGNAL void valueChanged();
    Q_SIGNAL void errorTextChanged();

private:
    void hear(const std::vector<Event> &events);
    void read();
    void setValue(const QJsonValue &value);
    void setErrorText(const QString &text);

    Context *m_context = nullptr;
    QString m_key;
    QJsonValue m_value;
    QString m_errorText;
    Question m_question;
    int m_changes = 0; ///< that are on their way
};

} // namespace kinframe::ui
