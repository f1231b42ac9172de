// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/name_completion.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/people/people_watch.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kinframe::ui {
namespace {

// Nobody reads more; they write another letter.
constexpr size_t mostOffered = 50;

} // namespace

NameCompletion::NameCompletion(QObject *parent)
    : ListModel(parent)
{
    connect(&m_covers, &CoverCache::arrived, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {CoverRole});
        }
    });
}

void NameCompletion::begin()
{
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, &NameCompletion::reload);
}

void NameCompletion::reload()
{
    m_isOutdated = true;
    if (!context() || !m_isOn) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&database = context()->services().library.database,
         userId = context()->userId()](const std::stop_token &stop) {
            return database.read(
                [userId](storage::Connection &db) -> Result<People> { return faces::listNamed(db, userId); }, stop);
        },
        [this](Result<People> people) {
            m_isOutdated = false;
            if (!people) {
                setFailed(people.error());
                tellDecision();
                return;
            }
            m_named = std::move(*people);
            show();
            setStatus(Status::Ready);
            tellDecision();
        });
}

void NameCompletion::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        show();
        Q_EMIT textChanged();
    }
}

void NameCompletion::setExcept(const QString &person)
{
    if (person != m_except) {
        m_except = person;
        show();
        Q_EMIT exceptChanged();
    }
}

void NameCompletion::show()
{
    const QString text = m_text.trimmed();
    const QUuid except = QUuid::fromString(m_except);
    People rows;
    for (const faces::ListedPerson &person : m_named) {
        if (person.uuid != except && person.name.contains(text, Qt::CaseInsensitive)) {
            rows.push_back(person);
        }
    }
    std::ranges::sort(rows, {}, [&](const faces::ListedPerson &person) {
        return std::tuple(!person.name.startsWith(text, Qt::CaseInsensitive), -person.assetCount, person.id);
    });
    rows.resize(std::min(rows.size(), mostOffered));
    if (rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
    std::vector<qint64> people;
    for (const faces::ListedPerson &person : m_rows) {
        people.push_back(person.id);
    }
    if (context()) {
        m_covers.want(*context(), people);
    }
}

void NameCompletion::setOn(bool isOn)
{
    if (isOn == m_isOn) {
        return;
    }
    m_isOn = isOn;
    Q_EMIT isOnChanged();
    if (m_isOn && m_isOutdated && isComplete()) {
        reload();
    }
}

QString NameCompletion::personNamed(const QString &name) const
{
    const QString wanted = name.trimmed();
    const QUuid except = QUuid::fromString(m_except);
    const auto found = std::ranges::find_if(m_named, [&](const faces::ListedPerson &person) {
        return person.uuid != except && person.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return wanted.isEmpty() || found == m_named.end() ? QString() : toText(found->uuid);
}

void NameCompletion::decide(const QString &name)
{
    m_toDecide = name;
    if (!m_isOutdated) {
        tellDecision();
    }
}

void NameCompletion::tellDecision()
{
    if (const auto name = std::exchange(m_toDecide, std::nullopt)) {
        Q_EMIT decided(*name, personNamed(*name));
    }
}

QString NameCompletion::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? toText(m_rows[size_t(row)].uuid) : QString();
}

QString NameCompletion::nameAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].name : QString();
}

int NameCompletion::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NameCompletion::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::ListedPerson &person = m_rows[size_t(index.row())];
    switch (role) {
    case PersonIdRole:
        return toText(person.uuid);
    case Qt::DisplayRole:
    case NameRole:
        return person.name;
    case CoverRole:
        return m_covers.urlOf(person.id);
    case PhotoCountRole:
        return person.assetCount;
    default:
        return {};
    }
}

QHash<int, QByteArray> NameCompletion::roleNames() const
{
    return {{PersonIdRole, "personId"}, {NameRole, "name"}, {CoverRole, "cover"}, {PhotoCountRole, "photoCount"}};
}

} // namespace kinframe::ui
