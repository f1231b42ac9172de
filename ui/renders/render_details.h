// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/renders/render_reads.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QSet>
#include <QTimer>
#include <qqml.h>

#include <optional>

namespace kinframe::ui {

/// One render task, as it stands now. GUI thread.
class RenderDetails : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    /// 0: none.
    Q_PROPERTY(int taskId READ taskId WRITE setTaskId NOTIFY taskIdChanged)
    Q_PROPERTY(Status status READ status NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString requestText READ requestLine NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY changed)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressLine NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeLine NOTIFY changed)
    Q_PROPERTY(QString costText READ costLine NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemLine NOTIFY changed) ///< why it failed, or what is special
    Q_PROPERTY(bool isFailed READ isFailed NOTIFY changed)
    Q_PROPERTY(int finished READ finished NOTIFY changed)     ///< frames that are rendered
    Q_PROPERTY(int unfinished READ unfinished NOTIFY changed) ///< frames that are still to be
    Q_PROPERTY(bool canPause READ canPause NOTIFY changed)
    Q_PROPERTY(bool canResume READ canResume NOTIFY changed)
    Q_PROPERTY(bool canCancel READ canCancel NOTIFY changed)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)
    Q_PROPERTY(bool canCleanUp READ canCleanUp NOTIFY changed)
    Q_PROPERTY(bool canSaveVideo READ canSaveVideo NOTIFY changed)
    Q_PROPERTY(bool isCleaned READ isCleaned NOTIFY changed)

public:
    enum class Status { Unloaded, Loading, Ready, Failed };
    Q_ENUM(Status)

    explicit RenderDetails(QObject *parent = nullptr);

    [[nodiscard]] int taskId() const { return m_taskId; }
    void setTaskId(int taskId);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString name() const { return m_view.name; }
    [[nodiscard]] QString requestLine() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString progressLine() const;
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString timeLine() const;
    [[nodiscard]] QString costLine() const;
    [[nodiscard]] QString problemLine() const;
    [[nodiscard]] bool isFailed() const { return m_view.task.error.has_value(); }
    [[nodiscard]] int finished() const { return m_view.task.frames.completed; }
    [[nodiscard]] int unfinished() const { return m_view.task.frames.pending + m_view.task.frames.rendering; }
    [[nodiscard]] bool canPause() const;
    [[nodiscard]] bool canResume() const;
    [[nodiscard]] bool canCancel() const;
    [[nodiscard]] bool canRetry() const;
    [[nodiscard]] bool canCleanUp() const;
    [[nodiscard]] bool canSaveVideo() const;
    [[nodiscard]] bool isCleaned() const { return m_view.task.isCleaned; }

    void classBegin() override {}
    void componentComplete() override;
    Q_INVOKABLE void reload();

    Q_SIGNAL void taskIdChanged();
    Q_SIGNAL void changed();

private:
    [[nodiscard]] bool isReady() const { return m_status == Status::Ready; }

    Context *m_context = nullptr;
    int m_taskId = 0;
    Status m_status = Status::Unloaded;
    std::optional<Error> m_error;
    RenderView m_view;
    QTimer m_clock; ///< the time that is left goes by without anything happening
    Question m_question;
};

} // namespace kinframe::ui
