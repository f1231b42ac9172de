// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "ui/base/context.h"
#include "ui/base/sectioned_model.h"
#include "ui/images/photo_brief.h"
#include "ui/images/timeline_rows.h"

#include <QSet>
#include <QTimer>

#include <optional>

namespace kinframe::ui {

/// The photos and videos of a user that a query finds, in its order; by days where that is by time. Knows every row
/// from the start; what a row shows is read when it is looked at. Follows what happens in the library without losing
/// its place. GUI thread.
class TimelineModel : public kinframe::ui::SectionedModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)    ///< as query::WrittenQuery::filter
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY queryChanged) ///< words
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY queryChanged)    ///< as query::WrittenQuery::order
    Q_PROPERTY(bool isNarrowed READ isNarrowed NOTIFY queryChanged)            ///< by a query or words

public:
    enum class Filter { All, Favourites, Videos, Archive, Trash };
    Q_ENUM(Filter)
    enum Role {
        AssetIdRole = Qt::UserRole, ///< empty until it is read
        PictureRole,                ///< address of the thumbnail; empty where there is none yet
        AspectRole,
        IsVideoRole,
        DurationRole, ///< `1:02`, of a video
        IsLiveRole,
        IsFavouriteRole,
        IsArchivedRole,
        PhaseRole, ///< 0 being processed, 1 done, 2 failed
        RatingRole,
        StackedRole, ///< how many photos it stands for as one of a stack; 0: it is in none
        NameRole,    ///< file and time, for screen readers
    };
    Q_ENUM(Role)

    explicit TimelineModel(QObject *parent = nullptr);

    [[nodiscard]] Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    [[nodiscard]] QString query() const { return m_written.filter; }
    void setQuery(const QString &query);
    [[nodiscard]] QString search() const { return m_written.search; }
    void setSearch(const QString &search);
    [[nodiscard]] QString order() const { return m_written.order; }
    void setOrder(const QString &order);
    [[nodiscard]] bool isNarrowed() const;

    /// Looks for a photo by its id; `found` tells its row.
    Q_INVOKABLE void find(const QString &assetId);

    void reload() override;
    [[nodiscard]] const std::vector<Section> &sections() const override { return m_sections; }
    [[nodiscard]] qint64 keyAt(int row) const override { return m_rows[size_t(row)].id; }
    [[nodiscard]] int rowOf(qint64 key) const override;
    [[nodiscard]] float aspectAt(int row) const override { return m_rows[size_t(row)].aspect; }
    void want(int first, int last) override;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void filterChanged();
    Q_SIGNAL void queryChanged();
    /// -1: it is not in this list.
    Q_SIGNAL void found(int row);

protected:
    void begin() override;

private:
    void happened(const std::vector<Event> &events);
    void change(QString &part, const QString &to);
    void askAnew();
    void takeFirst(TimelineChunk chunk, bool isOther);
    void readNext(const QString &token);
    void take(TimelineChunk chunk);
    void replaceAll(TimelineChunk chunk);
    void refresh();
    void apply(const std::vector<TimelineChange> &changes);
    void applyOneByOne(const std::vector<TimelineChange> &changes);
    void applyAtOnce(const std::vector<TimelineChange> &changes);
    void readBriefsNow();
    void takeBriefs(std::vector<PhotoBrief> briefs);
    void arrangeSections();
    void renameDays();
    void tellFound();

    Filter m_filter = Filter::All;
    query::WrittenQuery m_written;
    query::ListQuery m_query; ///< what both of them mean
    RowOrder m_order;         ///< of the rows that are shown
    std::vector<TimelineRow> m_rows;
    std::vector<Section> m_sections;
    QHash<qint32, QString> m_titles; ///< of days
    BriefCache m_briefs;
    mutable std::vector<qint32> m_rowOfId; ///< by row id, as those are dense; empty: to be made anew

    Question m_list;
    Question m_changes;
    Question m_search;
    /// Row ids of what `find` looks for, or what stands for it, until it is told.
    std::optional<std::vector<qint64>> m_sought;
    QSet<QUuid> m_pending;  ///< to be looked at again
    bool m_isOther = false; ///< what is shown is of another query
    bool m_isWhole = false;
    bool m_isChecking = false;
    bool m_isReadingBriefs = false;
    int m_firstWanted = 0;
    int m_lastWanted = -1;
    QTimer m_midnight;
    QTimer m_late;      ///< until what is shown of another query goes
    QTimer m_rereading; ///< gathers changes whose place only the database can tell
};

} // namespace kinframe::ui
