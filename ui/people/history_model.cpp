// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/history_model.h"

#include "base/ids.h"
#include "faces/history_text.h"
#include "ui/base/sentences.h"
#include "ui/people/people_acts.h"
#include "ui/people/people_watch.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kinframe::ui {
namespace {

constexpr int pageSize = 100;

bool isSame(const faces::HistoryEntry &a, const faces::HistoryEntry &b)
{
    return a.id == b.id && a.undoneAt == b.undoneAt;
}

QDateTime momentOf(const faces::HistoryEntry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.at);
}

QString dayText(const QDate &day)
{
    const QDate today = QDate::currentDate();
    if (day == today) {
        return HistoryModel::tr("Today");
    }
    return day == today.addDays(-1) ? HistoryModel::tr("Yesterday") : QLocale().toString(day, QLocale::LongFormat);
}

} // namespace

void HistoryModel::begin()
{
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, [this](const PeopleChange &) { reload(); });
}

void HistoryModel::reload()
{
    if (!context()) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_more.drop();
    m_isFetching = false;
    const int size = std::max(pageSize, int(m_entries.size()));
    m_question.ask(
        *context(), this,
        [&history = context()->services().history, userId = context()->userId(), size](const std::stop_token &) {
            return history.list(userId, 0, size + 1); // one more tells whether there are more
        },
        [this, size](Result<Entries> entries) {
            if (!entries) {
                setFailed(entries.error());
                return;
            }
            // More may have been read on meanwhile; then it is known already.
            if (int(m_entries.size()) <= size) {
                m_isComplete = int(entries->size()) <= size;
            }
            if (int(entries->size()) > size) {
                entries->pop_back();
            }
            show(std::move(*entries));
            setStatus(Status::Ready);
        });
}

void HistoryModel::show(Entries entries)
{
    // Mostly there is a new one on top; those below stay where they are.
    const auto old =
        m_entries.empty() ? entries.end() : std::ranges::find(entries, m_entries.front().id, &faces::HistoryEntry::id);
    const int added = int(old - entries.begin());
    if (old == entries.end()) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_entries.insert(m_entries.begin(), entries.begin(), old);
        endInsertRows();
        Q_EMIT countChanged();
    }
    for (size_t row = 0; row < std::min(m_entries.size(), entries.size()); ++row) {
        if (!isSame(m_entries[row], entries[row])) {
            m_entries[row] = entries[row];
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        }
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isFetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || !context()) {
        return;
    }
    m_isFetching = true;
    m_more.ask(
        *context(), this,
        [&history = context()->services().history, userId = context()->userId(),
         before = m_entries.back().id](const std::stop_token &) { return history.list(userId, before, pageSize); },
        [this](const Result<Entries> &entries) {
            m_isFetching = false;
            if (entries) {
                append(*entries);
            }
        });
}

void HistoryModel::append(const Entries &entries)
{
    m_isComplete = int(entries.size()) < pageSize;
    if (entries.empty()) {
        return;
    }
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(entries.size()) - 1);
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    endInsertRows();
    Q_EMIT countChanged();
}

void HistoryModel::toggle(int row)
{
    const faces::HistoryEntry &entry = m_entries.at(size_t(row));
    const QString text = faces::sentenceOf(entry, windowLanguage());
    auto *acts = PeopleActs::of(this);
    if (entry.undoneAt) {
        acts->redoEntry(entry.uuid, text);
    } else {
        acts->undoEntry(entry.uuid, text);
    }
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::HistoryEntry &entry = m_entries[size_t(index.row())];
    switch (role) {
    case EntryIdRole:
        return toText(entry.uuid);
    case Qt::DisplayRole:
    case TextRole:
        return faces::sentenceOf(entry, windowLanguage());
    case WhenRole:
        return QLocale().toString(momentOf(entry).time(), QLocale::ShortFormat);
    case DayRole:
        return dayText(momentOf(entry).date());
    case UndoneRole:
        return entry.undoneAt.has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{EntryIdRole, "entryId"},
            {TextRole, "sentence"},
            {WhenRole, "when"},
            {DayRole, "day"},
            {UndoneRole, "isUndone"}};
}

} // namespace kinframe::ui
