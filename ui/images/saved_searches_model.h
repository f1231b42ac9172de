// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/saved_searches.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

namespace kinframe::ui {

/// The queries that a user keeps, by their names. What is done to them can be taken back. GUI thread.
class SavedSearches : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role { NameRole = Qt::UserRole, FilterRole, SearchRole, OrderRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    void reload() override;
    Q_INVOKABLE void save(const QString &name, const QString &filter, const QString &search, const QString &order);
    Q_INVOKABLE void rename(int row, const QString &name);
    Q_INVOKABLE void remove(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// An act was not done, and why.
    Q_SIGNAL void failed(const QString &sentence);

private:
    using Work = std::function<Result<void>(storage::Transaction &transaction, qint64 ownerId)>;
    void act(const QString &told, const Work &work, const Work &back);
    void run(const Work &work, const std::function<void()> &done);
    [[nodiscard]] bool has(int row) const { return row >= 0 && size_t(row) < m_searches.size(); }

    std::vector<library::SavedSearch> m_searches;
    Question m_question;
};

} // namespace kinframe::ui
