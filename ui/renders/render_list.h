// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/base/list_model.h"
#include "ui/renders/render_reads.h"

#include <QSet>
#include <QTimer>
#include <QVariantList>

#include <vector>

namespace kinframe::ui {

class RenderWatch;

/// The render tasks, newest first, read as far down as somebody looks. GUI thread.
class RenderList : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Of render::TaskState: only those; -1: all.
    Q_PROPERTY(int only READ only WRITE setOnly NOTIFY filterChanged)
    /// Only those with this in their name; empty: all.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY filterChanged)
    Q_PROPERTY(bool isFiltered READ isFiltered NOTIFY filterChanged)
    /// Of all tasks that match, also those that are not read yet.
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    /// Of each state that some task is in, whether that matches or not: `state`, `text`, `count`.
    Q_PROPERTY(QVariantList counts READ counts NOTIFY countsChanged)

public:
    enum Role {
        TaskIdRole = Qt::UserRole + 1,
        NameRole,
        RequestRole,
        StateTextRole,
        StateIconRole,
        StateToneRole,
        ProgressRole,
        FractionRole,
        TimeRole,
        CostRole,
        ProblemRole,
        PictureRole,
        CreatedRole,
        CanPauseRole,
        CanResumeRole,
        CanCancelRole,
        CanRetryRole,
        CanCleanUpRole,
        CanSaveVideoRole,
    };
    Q_ENUM(Role)

    explicit RenderList(QObject *parent = nullptr);

    [[nodiscard]] int only() const { return m_filter.state ? int(*m_filter.state) : -1; }
    void setOnly(int state);
    [[nodiscard]] QString query() const { return m_filter.name; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    /// Everything matches again.
    Q_INVOKABLE void showAll();
    [[nodiscard]] int total() const { return int(m_total); }
    [[nodiscard]] QVariantList counts() const;
    /// -1 where there is no such row yet.
    [[nodiscard]] Q_INVOKABLE int rowOfTask(int task) const;
    /// 0 where there is no such row.
    [[nodiscard]] Q_INVOKABLE int taskAt(int row) const;
    /// Whether what the row shows can be done, by the name of the role: "canPause".
    [[nodiscard]] Q_INVOKABLE bool can(int row, const QString &what) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// How many of its frames a cancel would leave without a picture, and how many have one.
    [[nodiscard]] Q_INVOKABLE int unfinishedAt(int row) const;
    [[nodiscard]] Q_INVOKABLE int finishedAt(int row) const;

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    Q_SIGNAL void filterChanged();
    Q_SIGNAL void totalChanged();
    Q_SIGNAL void countsChanged();

protected:
    void begin() override;

private:
    using Views = std::vector<RenderView>;
    void setFilter(RenderFilter filter);
    void read(int limit);
    void follow(const QSet<qint64> &tasks, bool pictures);
    void refresh(const std::vector<qint64> &tasks);
    void show(Views views);
    void put(int row, RenderView view);
    void settle();
    void setCounts(RenderCounts counts);
    void tellTimes();
    [[nodiscard]] const RenderView *at(int row) const;

    Views m_views;
    RenderFilter m_filter;
    qint64 m_total = 0;
    RenderCounts m_counts;
    bool m_isReading = false;
    bool m_isFetching = false;
    RenderWatch *m_watch = nullptr;
    QTimer m_clock; ///< the time that is left goes by without anything happening
    Question m_question;
    Question m_some;
    QSet<qint64> m_stale; ///< what the question for some is about
};

} // namespace kinframe::ui
