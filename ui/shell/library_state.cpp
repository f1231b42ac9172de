// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/library_state.h"

#include "ui/base/sentences.h"

namespace kinframe::ui {

LibraryState::LibraryState(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

QString LibraryState::title() const
{
    if (m_status != Status::Failed) {
        return {};
    }
    switch (m_error.code) {
    case ErrorCode::LibraryBusy:
        return tr("The library is open in another Kinframe");
    case ErrorCode::DiskReadOnly:
        return tr("The library cannot be written to");
    case ErrorCode::DiskFull:
        return tr("The disk is full");
    case ErrorCode::DatabaseNewer:
        return tr("The library needs a newer Kinframe");
    case ErrorCode::DatabaseDamaged:
        return tr("The database of the library is damaged");
    default:
        return tr("The library cannot be opened");
    }
}

QString LibraryState::sentence() const
{
    if (m_status != Status::Failed) {
        return {};
    }
    if (m_canTakeOver) {
        return tr("A Kinframe without a window has it open, to serve it to other devices. This window can take over: "
                  "that one finishes what it is doing and ends, and this one goes on serving.");
    }
    return sentenceOf(m_error);
}

void LibraryState::setStatus(Status status)
{
    if (m_status != status) {
        m_status = status;
        Q_EMIT changed();
    }
}

void LibraryState::setFailed(const Error &error, bool canTakeOver)
{
    m_status = Status::Failed;
    m_error = error;
    m_canTakeOver = canTakeOver;
    Q_EMIT changed();
}

void LibraryState::retry()
{
    setStatus(Status::Opening);
    Q_EMIT openRequested();
}

void LibraryState::takeOver()
{
    setStatus(Status::Waiting);
    Q_EMIT takeOverRequested();
}

void LibraryState::quit()
{
    Q_EMIT quitRequested();
}

} // namespace kinframe::ui
