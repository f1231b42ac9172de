// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/base/sectioned_model.h"
#include "ui/downloads/download_rows.h"
#include "ui/downloads/download_watch.h"

#include <QHash>
#include <QTimer>
#include <QUrl>

#include <vector>

namespace kinframe::ui {

/// Downloads, the newest first, read as far down as somebody looks; both halves of a live photo in one row. GUI thread.
class DownloadList : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Of transfer::DownloadStatus: only those; -1: all.
    Q_PROPERTY(int only READ only WRITE setOnly NOTIFY onlyChanged)
    /// Of all that match, also those that are not read yet; the halves of a live photo are two.
    Q_PROPERTY(int total READ total NOTIFY totalChanged)

public:
    enum Role {
        TaskIdRole = Qt::UserRole + 1,
        NameRole,
        OriginRole,
        StatusTextRole,
        StatusIconRole,
        StatusToneRole,
        PercentRole,
        AmountRole,
        RateRole,
        LeftRole,
        FractionRole,
        ProblemRole,
        RemedyRole,
        RemedyTextRole,
        ServerRole,
        IsLiveRole,
        IsVideoRole,
        IsEndedRole,
        WhenRole,
        CanPauseRole,
        CanResumeRole,
        CanCancelRole,
        CanRetryRole,
        CanRemoveRole,
        CanShowRole,
    };
    Q_ENUM(Role)

    explicit DownloadList(QObject *parent = nullptr);

    [[nodiscard]] int only() const { return m_only; }
    void setOnly(int status);
    [[nodiscard]] int total() const { return int(m_total); }

    /// Of those among the rows that allow it, by the name of the role: "canPause"; empty: of all. Of a live photo one
    /// half, as what happens to it happens to both.
    [[nodiscard]] Q_INVOKABLE QStringList tasksAt(const QList<int> &rows, const QString &what) const;
    [[nodiscard]] Q_INVOKABLE bool can(int row, const QString &what) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// Where they lie; empty where none is complete.
    [[nodiscard]] Q_INVOKABLE QStringList filesAt(const QList<int> &rows) const;
    /// What the details show: lines of `title` and `text`.
    [[nodiscard]] Q_INVOKABLE QVariantList factsAt(int row) const;

    /// Reads the rows that nobody has scrolled to yet, for what is about all of them; then allRead. Of a list too long
    /// for that it stays at those that are read.
    Q_INVOKABLE void readAll();

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_rows[size_t(row)].key(); }
    [[nodiscard]] int rowOf(qint64 key) const override;
    void want(int, int) override {} // A row that is there is read.

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    Q_SIGNAL void onlyChanged();
    Q_SIGNAL void totalChanged();
    Q_SIGNAL void allRead();

protected:
    void begin() override;

private:
    using Rows = std::vector<DownloadRow>;
    void follow(const DownloadWatch::Changes &changes);
    void refresh(const QSet<QString> &tasks);
    void lookAtRunning();
    void show(Rows rows);
    void append(std::vector<transfer::DownloadTask> tasks);
    /// False where no row has it.
    bool put(const transfer::DownloadTask &task);
    void replace(int row, DownloadRow value);
    void settle();
    void goOnReading();
    void tell(int row);
    [[nodiscard]] const DownloadRow *at(int row) const;

    Rows m_rows;
    QHash<QString, int> m_rowOfTask;
    std::vector<Section> m_sections;
    int m_only = -1;
    qint64 m_total = 0;
    qint64 m_read = 0; ///< tasks in the rows
    bool m_isReading = false;
    bool m_isFetching = false;
    bool m_isAllWanted = false;
    DownloadWatch *m_watch = nullptr;
    QTimer m_second; ///< speeds and times go on without anything being told
    Question m_question;
    Question m_some;
    Question m_running;
    QSet<QString> m_stale; ///< what the question for some is about
};

} // namespace kinframe::ui
