// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_texts.h"
#include "ui/images/timeline_model.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;

// What a row shows.

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TimelineRow &row = m_rows[size_t(index.row())];
    if (role == AspectRole) {
        return row.aspect;
    }
    static const PhotoBrief unknown;
    const PhotoBrief *found = m_briefs.find(row.id);
    const PhotoBrief &brief = found ? *found : unknown;
    switch (role) {
    case AssetIdRole:
        return brief.uuid;
    case PictureRole:
        return brief.isReady ? u"image://library/thumb/%1?%2"_s.arg(brief.uuid).arg(brief.stamp) : QString();
    case IsVideoRole:
        return brief.isVideo;
    case DurationRole:
        return brief.isVideo ? durationText(brief.durationMs) : QString();
    case IsLiveRole:
        return brief.isLive;
    case IsFavouriteRole:
        return brief.isFavourite;
    case IsArchivedRole:
        return brief.isArchived;
    case PhaseRole:
        return brief.state;
    case RatingRole:
        return brief.rating;
    case StackedRole:
        return brief.stacked;
    case NameRole:
        return found ? spokenName(brief) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{AssetIdRole, "assetId"},       {PictureRole, "picture"},   {AspectRole, "aspect"},
            {IsVideoRole, "isVideo"},       {DurationRole, "duration"}, {IsLiveRole, "isLive"},
            {IsArchivedRole, "isArchived"}, {PhaseRole, "phase"},       {IsFavouriteRole, "isFavourite"},
            {RatingRole, "rating"},         {StackedRole, "stacked"},   {NameRole, "name"}};
}

} // namespace kinframe::ui
