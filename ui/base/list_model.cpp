// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/list_model.h"

#include "ui/base/context.h"
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
    if (m_context) {
        begin();
        reload();
    }
}

void ListModel::setStatus(Status status)
{
    if (m_status != status || !m_errorText.isEmpty()) {
        m_status = status;
        m_errorText.clear();
        Q_EMIT statusChanged();
    }
}

void ListModel::setFailed(const Error &error)
{
    m_status = Status::Failed;
    m_errorText = sentenceOf(error);
    Q_EMIT statusChanged();
}

} // namespace kinframe::ui
