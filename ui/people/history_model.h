// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/history.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <vector>

namespace kinframe::ui {

/// What was done with people, newest first, read as far down as somebody looks. GUI thread.
class HistoryModel : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role { EntryIdRole = Qt::UserRole, TextRole, WhenRole, DayRole, UndoneRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    /// Takes back that entry, also where others came after it; or does it again where it was taken back.
    Q_INVOKABLE void toggle(int row);

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void begin() override;

private:
    using Entries = std::vector<faces::HistoryEntry>;
    void show(Entries entries);
    void append(const Entries &entries);

    Entries m_entries;
    bool m_isComplete = true; ///< there are no older ones
    Question m_question;
    Question m_more;
    bool m_isFetching = false;
};

} // namespace kinframe::ui
