// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/model_fetch.h"

#include <QObject>
#include <QQmlParserStatus>
#include <qqml.h>

#include <thread>

namespace kinframe::ui {

class Context;

/// The networks that faces are found with: whether they are here, and fetching them. GUI thread.
class ModelDownload : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(State state READ state NOTIFY changed)
    /// 0 to 1 while they are fetched.
    Q_PROPERTY(double fraction READ fraction NOTIFY progressed)
    /// "1.2 MB of 37.2 MB" while they are fetched.
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)
    /// How much a fetch would bring: "37.2 MB".
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

public:
    enum class State { Unknown, Missing, Loading, Here, Failed };
    Q_ENUM(State)

    explicit ModelDownload(QObject *parent = nullptr);
    /// Stops a fetch; what has come so far is used by the next one.
    ~ModelDownload() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }

    void classBegin() override {}
    void componentComplete() override;

    /// Looks which files are here.
    Q_INVOKABLE void look();
    Q_INVOKABLE void start();
    Q_INVOKABLE void cancel();

    Q_SIGNAL void changed();
    Q_SIGNAL void progressed();

private:
    void setState(State state, const QString &errorText = {});
    void fetched(const Result<void> &result);

    Context *m_context = nullptr;
    State m_state = State::Unknown;
    QString m_errorText;
    qint64 m_missingBytes = 0;
    models::FetchProgress m_progress;
    std::jthread m_fetching;
};

} // namespace kinframe::ui
