// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/tasks.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QStringList>
#include <QTimer>

namespace kinframe::ui {

/// The lines of the log of one attempt at a frame. While it grows, only what has come since is read. GUI thread.
class FrameLog : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// 0: none.
    Q_PROPERTY(int taskId READ taskId WRITE setTaskId NOTIFY askedChanged)
    /// Its number; negative: none.
    Q_PROPERTY(int frame READ frame WRITE setFrame NOTIFY askedChanged)
    /// From 1; 0: the last one there is.
    Q_PROPERTY(int attempt READ attempt WRITE setAttempt NOTIFY askedChanged)
    /// Nobody looks at it: it is not read.
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY askedChanged)
    Q_PROPERTY(int attempts READ attempts NOTIFY factsChanged)
    Q_PROPERTY(int shownAttempt READ shownAttempt NOTIFY factsChanged)
    Q_PROPERTY(bool isGrowing READ isGrowing NOTIFY factsChanged)
    /// How much of a long log lies before what is shown; empty: nothing.
    Q_PROPERTY(QString skippedText READ skippedText NOTIFY factsChanged)

public:
    enum Role { LineRole = Qt::UserRole + 1 };
    Q_ENUM(Role)

    explicit FrameLog(QObject *parent = nullptr);

    [[nodiscard]] int taskId() const { return m_taskId; }
    void setTaskId(int taskId);
    [[nodiscard]] int frame() const { return m_frame; }
    void setFrame(int frame);
    [[nodiscard]] int attempt() const { return m_attempt; }
    void setAttempt(int attempt);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    [[nodiscard]] int attempts() const { return m_attempts; }
    [[nodiscard]] int shownAttempt() const { return m_shown; }
    [[nodiscard]] bool isGrowing() const { return m_isGrowing; }
    [[nodiscard]] QString skippedText() const;

    /// Puts all lines that are shown into the clipboard.
    Q_INVOKABLE void copy() const;

    /// Reads what has come since.
    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void askedChanged();
    Q_SIGNAL void factsChanged();

protected:
    void begin() override;

private:
    void startAnew(bool isOther);
    void clear();
    void take(const render::FrameLog &part);
    void append(const QByteArray &text);

    int m_taskId = 0;
    int m_frame = -1;
    int m_attempt = 0;
    bool m_isOn = true;
    int m_attempts = 0;
    int m_shown = 0;
    bool m_isGrowing = false;
    bool m_isReading = false;
    bool m_isStale = false; ///< something has changed since what is being read was asked for
    qint64 m_from = -1;     ///< where what is shown begins; -1: nothing was read yet
    qint64 m_next = 0;      ///< the byte to go on from
    QStringList m_lines;
    QByteArray m_open; ///< of the last line, which may still grow; its row is there where it is not empty
    QTimer m_poll;
    Question m_question;
};

} // namespace kinframe::ui
