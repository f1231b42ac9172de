// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/list_model.h"

#include "ui/base/context.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {

ListModel::ListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    const auto tell = &ListModel::countChanged;
    connect(this, &QAbstractItemModel::rowsInserted, this, tell);
    connect(this, &QAbstractItemModel::rowsRemoved, this, tell);
    connect(this, &QAbstractItemModel::modelReset, this, tell);
}

void ListModel::componentComplete()
{
    m_context = Context::of(this);
    m_isComplete = true;
    if (auto *preferences = Preferences::of(this)) {
        // After the texts themselves are the other language's.
        connect(preferences, &Preferences::languageChanged, this, &ListModel::retell, Qt::QueuedConnection);
    }
    if (m_context) {
        begin();
        reload();
    }
}

void ListModel::setStatus(Status status)
{
    if (m_status != status || m_error) {
        m_status = status;
        m_error.reset();
        Q_EMIT statusChanged();
    }
}

QString ListModel::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

/// Texts are made when they are shown: another language only needs them shown again.
void ListModel::retell()
{
    if (const int rows = count(); rows > 0) {
        Q_EMIT dataChanged(index(0), index(rows - 1));
    }
    if (m_error) {
        Q_EMIT statusChanged();
    }
}

void ListModel::setFailed(const Error &error)
{
    m_status = Status::Failed;
    m_error = error;
    Q_EMIT statusChanged();
}

} // namespace kinframe::ui
