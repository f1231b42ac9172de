// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/suggestions.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QSet>

#include <vector>

namespace kinframe::ui {

/// "Same person?": the questions that wait, in the order in which they should be answered. What is answered or skipped
/// goes at once. GUI thread.
class SuggestionsModel : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Also of those that are not read yet; without the skipped ones.
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged)

public:
    enum Role {
        SuggestionIdRole = Qt::UserRole,
        LikenessRole, ///< 0..1
        PersonIdRole,
        PersonNameRole,
        PersonCoverRole,
        PersonPhotosRole,
        OtherIdRole,
        OtherNameRole,
        OtherCoverRole,
        OtherPhotosRole
    };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] int total() const;
    [[nodiscard]] bool canUndo() const { return !m_steps.empty(); }

    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE void answer(const QList<int> &rows, bool isSame);
    /// Not asked again while this window is open, or until it is undone.
    Q_INVOKABLE void skip(int row);
    /// Takes back the last answer or skip of this list.
    Q_INVOKABLE void undo();

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void totalChanged();
    Q_SIGNAL void canUndoChanged();

protected:
    void begin() override;

private:
    /// Something that Z takes back.
    struct Step
    {
        QUuid skipped; ///< null: an answer, which the undo stack has
    };
    void show();
    void step(const Step &step);
    void remove(const QList<int> &rows);

    faces::SuggestionPage m_page; ///< as it was read
    std::vector<faces::Suggestion> m_rows;
    QSet<QUuid> m_skipped;
    QSet<QUuid> m_answered; ///< until the library says so too
    std::vector<Step> m_steps;
    Question m_question;
};

} // namespace kinframe::ui
