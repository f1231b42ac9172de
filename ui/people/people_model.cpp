// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_model.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/base/preferences.h"
#include "ui/people/people_order.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

// So many are read one by one sooner than everybody is.
constexpr qsizetype mostPatched = 100;

} // namespace

PeopleModel::PeopleModel(QObject *parent)
    : SectionedModel(parent)
{
    connect(&m_covers, &CoverCache::arrived, this, &PeopleModel::tellCovers);
}

void PeopleModel::begin()
{
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, &PeopleModel::follow);
    connect(
        Preferences::of(this), &Preferences::languageChanged, this,
        [this] {
            makeSections();
            Q_EMIT sectionsChanged();
        },
        Qt::QueuedConnection);
}

void PeopleModel::reload()
{
    if (!context()) {
        return;
    }
    if (m_isReading) {
        m_isReadAgain = true;
        return;
    }
    m_isReading = true;
    m_patching.drop();
    m_toPatch.clear();
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_reading.ask(
        *context(), this,
        [&database = context()->services().library.database,
         userId = context()->userId()](const std::stop_token &stop) {
            return database.read(
                [userId](storage::Connection &db) -> Result<People> { return faces::listEverybody(db, userId); }, stop);
        },
        [this](const Result<People> &people) {
            m_isReading = false;
            if (!people) {
                setFailed(people.error());
                return;
            }
            m_everybody.clear();
            m_everybody.reserve(people->size());
            for (const faces::ListedPerson &person : *people) {
                m_everybody.emplace(person.id, person);
            }
            show();
            setStatus(Status::Ready);
            if (std::exchange(m_isReadAgain, false)) {
                reload();
            }
        });
}

void PeopleModel::follow(const PeopleChange &change)
{
    if (change.isEveryone) {
        m_covers.outdateAll();
    }
    if (change.isEveryone || m_isReading || change.people.size() > mostPatched || status() != Status::Ready) {
        reload();
        return;
    }
    m_toPatch += change.people;
    readSome();
}

void PeopleModel::readSome()
{
    m_patching.ask(
        *context(), this,
        [&database = context()->services().library.database, userId = context()->userId(),
         wanted = m_toPatch](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<Patch> {
                    Patch read;
                    for (const QUuid &uuid : wanted) {
                        read.emplace_back(uuid, faces::findListed(db, userId, uuid));
                    }
                    return read;
                },
                stop);
        },
        [this](const Result<Patch> &read) {
            if (read) {
                patch(*read);
            } else {
                reload();
            }
        });
}

void PeopleModel::patch(const Patch &patch)
{
    for (const auto &each : patch) {
        const QUuid &uuid = each.first;
        const auto &person = each.second;
        m_toPatch.remove(uuid);
        if (person) {
            m_everybody.insert_or_assign(person->id, *person);
            m_covers.outdate(person->id);
        } else {
            std::erase_if(m_everybody, [&](const auto &entry) { return entry.second.uuid == uuid; });
        }
    }
    show();
    want(m_wantedFirst, m_wantedLast);
}

bool PeopleModel::isShown(const faces::ListedPerson &person) const
{
    return (m_withHidden || !person.isHidden) &&
           (m_search.isEmpty() || person.name.contains(m_search, Qt::CaseInsensitive));
}

void PeopleModel::makeSections()
{
    const int known = int(std::ranges::partition_point(m_rows.all(), isKnown) - m_rows.all().begin());
    const int others = m_rows.count() - known;
    m_sections.clear();
    if (known > 0) {
        m_sections.push_back({tr("People"), 0, known});
    }
    if (others > 0) {
        m_sections.push_back({tr("Not named yet"), known, others});
    }
}

void PeopleModel::show()
{
    People rows;
    for (const auto &[id, person] : m_everybody) {
        if (isShown(person)) {
            rows.push_back(person);
        }
    }
    arrangePeople(rows, m_isByName);
    countAll();
    if (m_rows.hasKeysOf(rows)) {
        for (int row = 0; row < m_rows.count(); ++row) {
            if (rows[size_t(row)] != m_rows[row]) {
                m_rows.replace(row, rows[size_t(row)]);
                Q_EMIT dataChanged(index(row), index(row));
            }
        }
        const std::vector<Section> before = m_sections;
        makeSections();
        if (!std::ranges::equal(before, m_sections, {}, &Section::count, &Section::count)) {
            Q_EMIT sectionsChanged();
        }
        return;
    }
    beginResetModel();
    m_rows.set(std::move(rows));
    makeSections();
    endResetModel();
    Q_EMIT sectionsChanged();
    Q_EMIT countChanged();
}

void PeopleModel::countAll()
{
    int named = 0;
    int unnamed = 0;
    int hidden = 0;
    for (const auto &[id, person] : m_everybody) {
        ++(person.isHidden ? hidden : isKnown(person) ? named : unnamed);
    }
    if (named != m_namedCount || unnamed != m_unnamedCount || hidden != m_hiddenCount) {
        m_namedCount = named;
        m_unnamedCount = unnamed;
        m_hiddenCount = hidden;
        Q_EMIT countsChanged();
    }
}

void PeopleModel::setSearch(const QString &search)
{
    const QString trimmed = search.trimmed();
    if (trimmed != m_search) {
        m_search = trimmed;
        show();
        Q_EMIT searchChanged();
    }
}

void PeopleModel::setWithHidden(bool withHidden)
{
    if (withHidden != m_withHidden) {
        m_withHidden = withHidden;
        show();
        Q_EMIT withHiddenChanged();
    }
}

void PeopleModel::setByName(bool isByName)
{
    if (isByName != m_isByName) {
        m_isByName = isByName;
        show();
        Q_EMIT byNameChanged();
    }
}

QString PeopleModel::idAt(int row) const
{
    return m_rows.idAt(row);
}

QStringList PeopleModel::idsAt(const QList<int> &rows) const
{
    return m_rows.idsAt(rows);
}

QString PeopleModel::nameAt(int row) const
{
    return m_rows.nameAt(row);
}

int PeopleModel::rowOfPerson(const QString &id) const
{
    return m_rows.rowOf(QUuid::fromString(id));
}

QString PeopleModel::survivorOf(const QStringList &ids) const
{
    People people;
    for (const QString &id : ids) {
        if (const int row = rowOfPerson(id); row >= 0) {
            people.push_back(m_rows[row]);
        }
    }
    const QUuid survivor = ui::survivorOf(people);
    return survivor.isNull() ? QString() : toText(survivor);
}

bool PeopleModel::areAllFavourites(const QList<int> &rows) const
{
    return std::ranges::all_of(rows, [this](int row) { return m_rows.has(row) && m_rows[row].isFavorite; });
}

bool PeopleModel::areAllHidden(const QList<int> &rows) const
{
    return std::ranges::all_of(rows, [this](int row) { return m_rows.has(row) && m_rows[row].isHidden; });
}

void PeopleModel::want(int first, int last)
{
    m_wantedFirst = first;
    m_wantedLast = last;
    std::vector<qint64> people;
    for (int row = std::max(0, first); row <= std::min(last, m_rows.count() - 1); ++row) {
        people.push_back(m_rows[row].id);
    }
    if (context()) {
        m_covers.want(*context(), people);
    }
}

void PeopleModel::tellCovers(const std::vector<qint64> &people)
{
    for (const qint64 person : people) {
        if (const int row = rowOf(person); row >= 0) {
            Q_EMIT dataChanged(index(row), index(row), {CoverRole});
        }
    }
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::ListedPerson &person = m_rows[index.row()];
    switch (role) {
    case PersonIdRole:
        return toText(person.uuid);
    case Qt::DisplayRole:
    case NameRole:
        return person.name;
    case PhotoCountRole:
        return person.assetCount;
    case CoverRole:
        return m_covers.urlOf(person.id);
    case FavouriteRole:
        return person.isFavorite;
    case HiddenRole:
        return person.isHidden;
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{PersonIdRole, "personId"},     {NameRole, "name"},
            {PhotoCountRole, "photoCount"}, {CoverRole, "cover"},
            {FavouriteRole, "isFavourite"}, {HiddenRole, "isHidden"}};
}

} // namespace kinframe::ui
