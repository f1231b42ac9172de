// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/memories_model.h"

#include "albums/day_memories.h"
#include "base/clock.h"
#include "library/owner.h"
#include "storage/database.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"
#include "ui/images/photo_brief.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

// An import tells of photos all the time; what is of this day is looked for now and then.
constexpr int laterMs = 2000;

/// A moment at which what belongs to the day is shown, wherever the clocks are.
qint64 noonOf(const QDate &day)
{
    return QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
}

albums::MemoryEdit saving(bool isSaved)
{
    albums::MemoryEdit edit;
    edit.isSaved = isSaved;
    return edit;
}

} // namespace

MemoriesModel::MemoriesModel(QObject *parent)
    : ListModel(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, &MemoriesModel::reload);
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &MemoriesModel::reload);
}

void MemoriesModel::begin()
{
    connect(context(), &Context::happened, this, &MemoriesModel::hear);
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, [this] {
            if (count() > 0) {
                Q_EMIT dataChanged(index(0), index(count() - 1));
            }
        });
    }
}

void MemoriesModel::setDay(const QDate &day)
{
    if (m_day != day) {
        m_day = day;
        Q_EMIT dayChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void MemoriesModel::setOn(bool isOn)
{
    if (m_isOn != isOn) {
        m_isOn = isOn;
        Q_EMIT isOnChanged();
        if (isComplete()) {
            reload();
        }
    }
}

void MemoriesModel::setShowsSaved(bool showsSaved)
{
    if (m_showsSaved != showsSaved) {
        m_showsSaved = showsSaved;
        Q_EMIT showsSavedChanged();
        take({}); // Others than before: none of them stays while they are read.
        if (isComplete()) {
            reload();
        }
    }
}

void MemoriesModel::hear(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (event.type == "memory.changed"_L1) {
            reload();
            return;
        }
        if (event.type.startsWith("asset."_L1) && !m_later.isActive()) {
            m_later.start();
        }
    }
}

void MemoriesModel::reload()
{
    if (!context()) {
        return;
    }
    m_later.stop();
    if (!m_isOn && !m_showsSaved) {
        m_question.drop();
        take({});
        return;
    }
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(int(now.msecsTo(now.date().addDays(1).startOfDay())) + 1000);
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(),
         day = m_showsSaved ? std::nullopt : std::optional(shownDay())](const std::stop_token &stop) {
            return read(services, user, day, stop);
        },
        [this](Result<std::vector<Row>> rows) {
            if (rows) {
                take(std::move(*rows));
                setStatus(Status::Ready);
            } else {
                setFailed(rows.error());
            }
        });
}

Result<std::vector<MemoriesModel::Row>> MemoriesModel::read(const Services &services, qint64 userId,
                                                            const std::optional<QDate> &day,
                                                            const std::stop_token &stop)
{
    storage::Database &database = services.library.database;
    const auto owner = database.read(
        [&](storage::Connection &db) -> Result<library::Owner> { return library::findOwner(db, userId); }, stop);
    if (!owner) {
        return kinframe::failed(owner);
    }
    const auto brought = day ? albums::bringMemories(database, *owner, *day) : Result<void>();
    if (!brought) {
        return kinframe::failed(brought);
    }
    return database.read(
        [&](storage::Connection &db) -> Result<std::vector<Row>> {
            albums::MemoryFilter filter;
            if (day) {
                filter.shownAt = noonOf(*day);
            } else {
                filter.isSaved = true;
            }
            std::vector<Row> rows;
            for (albums::Memory &memory : albums::memoriesOf(db, userId, filter)) {
                if (memory.assets.empty()) {
                    continue;
                }
                const std::vector<PhotoBrief> briefs = readBriefs(db, userId, memory.assets);
                const auto shown = std::ranges::find_if(briefs, &PhotoBrief::isReady);
                rows.push_back(
                    {std::move(memory), shown == briefs.end()
                                            ? QString()
                                            : u"image://library/thumb/%1?%2"_s.arg(shown->uuid).arg(shown->stamp)});
            }
            return rows;
        },
        stop);
}

void MemoriesModel::take(std::vector<Row> rows)
{
    if (rows == m_rows) {
        m_rows = std::move(rows);
        return;
    }
    const bool isSameList =
        std::ranges::equal(rows, m_rows, [](const Row &a, const Row &b) { return a.memory.uuid == b.memory.uuid; });
    if (isSameList) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariantList MemoriesModel::open(int row)
{
    QVariantList keys;
    if (!has(row)) {
        return keys;
    }
    for (const qint64 id : m_rows[size_t(row)].memory.assets) {
        keys.push_back(id);
    }
    albums::MemoryEdit seen;
    seen.seenAt = wallMs();
    run(m_rows[size_t(row)].memory.uuid,
        [seen](storage::Transaction &transaction, qint64 ownerId, const QUuid &memory) -> Result<void> {
            const auto done = albums::editMemory(transaction, ownerId, memory, seen);
            return done ? Result<void>() : kinframe::failed(done);
        },
        {});
    return keys;
}

void MemoriesModel::setSaved(int row, bool isSaved)
{
    const auto saved = [](bool is) -> Work {
        return [is](storage::Transaction &transaction, qint64 ownerId, const QUuid &memory) -> Result<void> {
            const auto done = albums::editMemory(transaction, ownerId, memory, saving(is));
            return done ? Result<void>() : kinframe::failed(done);
        };
    };
    act(row, isSaved ? tr("Memory saved") : tr("Memory not saved any more"), saved(isSaved), saved(!isSaved));
}

void MemoriesModel::hide(int row)
{
    act(row, tr("Memory hidden"), albums::deleteMemory, albums::restoreMemory);
}

void MemoriesModel::act(int row, const QString &told, const Work &work, const Work &back)
{
    if (!has(row)) {
        return;
    }
    const QUuid memory = m_rows[size_t(row)].memory.uuid;
    run(memory, work, [self = QPointer(this), told, memory, work, back, doing = UndoStack::beginOf(this)] {
        if (doing) {
            doing->push({told,
                         [self, memory, back] {
                             if (self) {
                                 self->run(memory, back, {});
                             }
                         },
                         [self, memory, work] {
                             if (self) {
                                 self->run(memory, work, {});
                             }
                         }});
        }
    });
}

void MemoriesModel::run(const QUuid &memory, const Work &work, const std::function<void()> &done)
{
    if (!context()) {
        return;
    }
    context()->ask(
        this,
        [services = context()->services(), user = context()->userId(), memory, work]() -> Result<void> {
            return services.library.database.write([&](storage::Transaction &transaction) -> Result<void> {
                albums::tellOfMemory(transaction, services.events, memory);
                return work(transaction, user, memory);
            });
        },
        [this, done](const Result<void> &outcome) {
            if (!outcome) {
                Q_EMIT failed(sentenceOf(outcome.error()));
            } else if (done) {
                done();
            }
        });
}

int MemoriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MemoriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const albums::Memory &memory = m_rows[size_t(index.row())].memory;
    const auto date = [&] {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(memory.memoryAt, Qt::UTC).date(), QLocale::LongFormat);
    };
    const auto title = [&] {
        return m_showsSaved ? date() : tr("%n year(s) ago", nullptr, shownDay().year() - memory.year);
    };
    const auto photos = int(memory.assets.size());
    switch (role) {
    case TitleRole:
        return title();
    case YearRole:
        return memory.year;
    case PhotosRole:
        return photos;
    case PictureRole:
        return m_rows[size_t(index.row())].cover;
    case IsSavedRole:
        return memory.isSaved;
    case NameRole:
        return m_showsSaved ? tr("%1, %2").arg(date(), tr("%n photo(s)", nullptr, photos))
                            : tr("%1, %2, %3").arg(title(), date(), tr("%n photo(s)", nullptr, photos));
    default:
        return {};
    }
}

QHash<int, QByteArray> MemoriesModel::roleNames() const
{
    return {{TitleRole, "title"},     {YearRole, "year"},       {PhotosRole, "photos"},
            {PictureRole, "picture"}, {IsSavedRole, "isSaved"}, {NameRole, "name"}};
}

} // namespace kinframe::ui
