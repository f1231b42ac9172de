// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "jobs/progress.h"
#include "ui/base/list_model.h"

#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// Everything that runs for long, in the order in which it began.
class ProgressModel : public kinframe::ui::ListModel // qmllint knows it by its whole name
{
    Q_OBJECT
    QML_ELEMENT
    /// Of all of it that has a known end, 0 to 1; -1 where nothing has one.
    Q_PROPERTY(double fraction READ fraction NOTIFY progressed)
    /// One line about the whole: what runs, or how many things do.
    Q_PROPERTY(QString summary READ summary NOTIFY progressed)

public:
    enum Role { Text = Qt::UserRole + 1, Count, Speed, TimeLeft, Fraction, CanCancel };
    Q_ENUM(Role)

    explicit ProgressModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString summary() const;

    void reload() override;
    /// Stops what the row shows; what is done already stays.
    Q_INVOKABLE void cancel(int row);

    /// Shows these tasks; rows that stay keep their place.
    void show(std::vector<TaskState> tasks);

    Q_SIGNAL void progressed();
    /// The person wants that render cancelled, and is to be asked first.
    Q_SIGNAL void questionWanted(int render);

protected:
    void begin() override;

private:
    void hear(const std::vector<Event> &events);
    void cancelImport(const QUuid &run);

    std::vector<TaskState> m_tasks;
    QTimer m_lookAgain;
};

} // namespace kinframe::ui
