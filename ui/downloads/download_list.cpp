// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/download_list.h"

#include "transfer/downloads/downloads.h"
#include "ui/downloads/download_texts.h"

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using transfer::DownloadPage;
using transfer::DownloadStatus;
using transfer::DownloadTask;

constexpr qint64 firstPage = 200;
// Who scrolls far is given more at once.
constexpr qint64 longestPage = 2000;
// More changes than these are read with the rest; and so many new ones push no old ones out.
constexpr qsizetype mostSingle = 40;
// A list of thousands is not read anew several times a second.
constexpr auto usualPace = 250ms;
constexpr auto longListPace = 2s;
constexpr qint64 longList = 2000;
constexpr int mostRunning = 32;
constexpr qint64 mostAtOnce = 50'000;

transfer::DownloadFilter filterOf(int status)
{
    return {status < 0 ? std::nullopt : std::optional(DownloadStatus(status))};
}

bool isWorking(const DownloadRow &row)
{
    const DownloadStatus status = row.telling().status;
    return status == DownloadStatus::Running || status == DownloadStatus::WaitingToRetry;
}

} // namespace

DownloadList::DownloadList(QObject *parent)
    : SectionedModel(parent)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &DownloadList::lookAtRunning);
}

void DownloadList::begin()
{
    m_watch = new DownloadWatch(context(), this);
    connect(m_watch, &DownloadWatch::changed, this, &DownloadList::follow);
}

void DownloadList::setOnly(int status)
{
    if (status == m_only) {
        return;
    }
    m_only = status;
    m_isAllWanted = false;
    m_some.drop();
    show({});
    m_read = 0;
    setStatus(Status::Unloaded);
    Q_EMIT onlyChanged();
    if (isComplete()) {
        reload();
    }
}

void DownloadList::reload()
{
    if (!context() || !context()->services().downloads) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    struct Read
    {
        Rows rows;
        qint64 read = 0;
        qint64 total = 0;
    };
    m_some.drop();
    m_isReading = true;
    m_question.ask(
        *context(), this,
        [downloads = context()->services().downloads, filter = filterOf(m_only),
         limit = int(std::max(firstPage, m_read + mostSingle))](const std::stop_token &) -> Result<Read> {
            auto page = downloads->list(filter, limit, 0);
            if (!page) {
                return failed(page);
            }
            const auto read = qint64(page->items.size());
            return Read{rowsOf(std::move(page->items)), read, page->total};
        },
        [this](Result<Read> read) {
            m_isReading = false;
            m_isFetching = false;
            if (!read) {
                setFailed(read.error());
                return;
            }
            m_total = read->total;
            m_read = read->read;
            m_stale.clear();
            show(std::move(read->rows));
            setStatus(Status::Ready);
            Q_EMIT totalChanged();
            goOnReading();
        });
}

void DownloadList::follow(const DownloadWatch::Changes &changes)
{
    for (auto amount = changes.progress.cbegin(); amount != changes.progress.cend(); ++amount) {
        const int row = m_rowOfTask.value(amount.key(), -1);
        if (row < 0) {
            continue;
        }
        DownloadRow &shown = m_rows[size_t(row)];
        DownloadTask &task = shown.task.taskId == amount.key() ? shown.task : *shown.other;
        if (!transfer::isEnded(task.status)) {
            task.bytesReceived = amount->received;
            task.totalBytes = amount->total;
            tell(row);
        }
    }
    m_stale.unite(changes.tasks);
    // In a list of one status rows come and go. What is being read may be older than this.
    const bool isOther =
        changes.isMany || m_stale.size() > mostSingle || m_only >= 0 || m_isReading || status() != Status::Ready;
    if (isOther && (changes.isMany || !m_stale.isEmpty())) {
        reload();
    } else if (!m_stale.isEmpty()) {
        refresh(m_stale);
    }
}

void DownloadList::refresh(const QSet<QString> &tasks)
{
    using Found = std::vector<DownloadTask>;
    m_some.ask(
        *context(), this,
        [downloads = context()->services().downloads, tasks](const std::stop_token &) -> Result<Found> {
            Found found;
            for (const QString &id : tasks) {
                auto task = downloads->find(id);
                if (!task && task.error().code != ErrorCode::NotFound) {
                    return failed(task);
                }
                if (task) {
                    found.push_back(std::move(*task));
                }
            }
            return found;
        },
        [this, wanted = tasks.size()](const Result<Found> &found) {
            if (!found) {
                return; // What is shown stays; the next change asks again.
            }
            m_stale.clear();
            const qint64 newest = m_rows.empty() ? 0 : m_rows.front().key();
            bool isOther = qsizetype(found->size()) < wanted; // Some have left the list.
            for (const DownloadTask &task : *found) {
                // Older ones that were not read yet are not missed.
                isOther |= !put(task) && (task.id > newest || m_read >= m_total);
            }
            settle();
            if (isOther) {
                reload();
            }
        });
}

void DownloadList::lookAtRunning()
{
    m_running.ask(
        *context(), this,
        [downloads = context()->services().downloads](const std::stop_token &) {
            return downloads->list({DownloadStatus::Running}, mostRunning, 0);
        },
        [this](const Result<DownloadPage> &page) {
            if (page) {
                for (const DownloadTask &task : page->items) {
                    put(task);
                }
            }
            // How long is waited goes by as well.
            for (size_t row = 0; row < m_rows.size(); ++row) {
                if (m_rows[row].telling().status == DownloadStatus::WaitingToRetry) {
                    Q_EMIT dataChanged(index(int(row)), index(int(row)), {ProblemRole});
                }
            }
        });
}

void DownloadList::show(Rows rows)
{
    // They are ordered by key, the newest first: what is new comes in between, what is gone leaves a gap.
    const bool isOrdered = std::ranges::is_sorted(rows, std::ranges::greater(), &DownloadRow::key);
    const bool areMany = rows.size() > m_rows.size() + firstPage || m_rows.size() > rows.size() + firstPage;
    if (!isOrdered || areMany || rows.empty()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        settle();
        return;
    }
    size_t row = 0;
    for (DownloadRow &value : rows) {
        while (row < m_rows.size() && m_rows[row].key() > value.key()) {
            beginRemoveRows({}, int(row), int(row));
            m_rows.erase(m_rows.begin() + qsizetype(row));
            endRemoveRows();
        }
        if (row < m_rows.size() && m_rows[row].key() == value.key()) {
            replace(int(row), std::move(value));
        } else {
            beginInsertRows({}, int(row), int(row));
            m_rows.insert(m_rows.begin() + qsizetype(row), std::move(value));
            endInsertRows();
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, int(row), int(m_rows.size()) - 1);
        m_rows.erase(m_rows.begin() + qsizetype(row), m_rows.end());
        endRemoveRows();
    }
    settle();
}

void DownloadList::append(std::vector<DownloadTask> tasks)
{
    Rows fresh;
    for (DownloadTask &task : tasks) {
        if (put(task) || pairTask(fresh, task)) {
            continue;
        }
        if (const auto row = pairTask(m_rows, task)) {
            tell(int(*row));
            continue;
        }
        fresh.push_back({std::move(task), {}});
    }
    if (!fresh.empty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        std::ranges::move(fresh, std::back_inserter(m_rows));
        endInsertRows();
    }
    settle();
}

bool DownloadList::put(const DownloadTask &task)
{
    const int row = m_rowOfTask.value(task.taskId, -1);
    if (row < 0) {
        return false;
    }
    DownloadRow value = m_rows[size_t(row)];
    (value.task.taskId == task.taskId ? value.task : *value.other) = task;
    replace(row, std::move(value));
    return true;
}

void DownloadList::replace(int row, DownloadRow value)
{
    DownloadRow &old = m_rows[size_t(row)];
    const bool isOther = !areSame(old, value);
    old = std::move(value);
    if (isOther) {
        tell(row);
    }
}

void DownloadList::tell(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void DownloadList::settle()
{
    m_rowOfTask.clear();
    for (size_t row = 0; row < m_rows.size(); ++row) {
        m_rowOfTask.insert(m_rows[row].task.taskId, int(row));
        if (m_rows[row].other) {
            m_rowOfTask.insert(m_rows[row].other->taskId, int(row));
        }
    }
    m_sections.clear();
    if (!m_rows.empty()) {
        m_sections.push_back({{}, 0, int(m_rows.size())});
    }
    Q_EMIT sectionsChanged();
    const bool isRunning = context() && std::ranges::any_of(m_rows, isWorking);
    if (isRunning != m_second.isActive()) {
        isRunning ? m_second.start() : m_second.stop();
    }
    if (m_watch != nullptr) {
        m_watch->setPace(m_read > longList ? std::chrono::milliseconds(longListPace) : usualPace);
    }
}

bool DownloadList::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isFetching && status() == Status::Ready && m_read < m_total;
}

void DownloadList::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_isFetching = true;
    m_question.ask(
        *context(), this,
        [downloads = context()->services().downloads, filter = filterOf(m_only),
         offset = m_read](const std::stop_token &) {
            return downloads->list(filter, int(std::clamp(offset, firstPage, longestPage)), offset);
        },
        [this](Result<DownloadPage> page) {
            m_isFetching = false;
            if (!page) {
                setFailed(page.error());
                return;
            }
            m_total = page->total;
            m_read = page->items.empty() ? m_total : m_read + qint64(page->items.size());
            append(std::move(page->items));
            Q_EMIT totalChanged();
            goOnReading();
        });
}

void DownloadList::readAll()
{
    m_isAllWanted = true;
    goOnReading();
}

void DownloadList::goOnReading()
{
    if (!m_isAllWanted || m_isReading || m_isFetching || status() != Status::Ready) {
        return;
    }
    if (m_read < m_total && m_total <= mostAtOnce) {
        fetchMore({});
    } else {
        m_isAllWanted = false;
        Q_EMIT allRead();
    }
}

const DownloadRow *DownloadList::at(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[size_t(row)] : nullptr;
}

int DownloadList::rowOf(qint64 key) const
{
    const auto found = std::ranges::find(m_rows, key, &DownloadRow::key);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

bool DownloadList::can(int row, const QString &what) const
{
    return at(row) != nullptr && index(row).data(roleNames().key(what.toLatin1(), -1)).toBool();
}

QStringList DownloadList::tasksAt(const QList<int> &rows, const QString &what) const
{
    const int role = roleNames().key(what.toLatin1(), -1);
    QStringList tasks;
    for (const int row : rows) {
        if (const DownloadRow *shown = at(row); shown && (what.isEmpty() || index(row).data(role).toBool())) {
            tasks << shown->task.taskId;
        }
    }
    return tasks;
}

QString DownloadList::nameAt(int row) const
{
    const DownloadRow *shown = at(row);
    return shown != nullptr ? nameText(*shown) : QString();
}

QStringList DownloadList::filesAt(const QList<int> &rows) const
{
    QStringList files;
    for (const int row : rows) {
        if (const DownloadRow *shown = at(row)) {
            files << shown->files();
        }
    }
    return files;
}

int DownloadList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

} // namespace kinframe::ui
