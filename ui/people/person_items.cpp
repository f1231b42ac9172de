// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_items.h"

#include "base/ids.h"
#include "faces/person.h"
#include "storage/database.h"
#include "ui/base/preferences.h"
#include "ui/people/people_acts.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Who rejects one face after the other is not to wait for thousands that are read anew each time.
constexpr auto gathering = 300ms;

QDateTime momentOf(const faces::DatedItem &item)
{
    return QDateTime::fromMSecsSinceEpoch(item.takenAt, Qt::UTC);
}

} // namespace

void PersonItems::begin()
{
    m_later.setSingleShot(true);
    m_later.setInterval(gathering);
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_isAhead = false;
        reload();
    });
    const auto *watch = new PeopleWatch(this);
    connect(watch, &PeopleWatch::changed, this, [this](const PeopleChange &change) {
        if (change.concerns(QUuid::fromString(m_person))) {
            follow();
        }
    });
    if (context() != nullptr) {
        connect(context(), &Context::happened, this, &PersonItems::hear);
    }
    connect(
        Preferences::of(this), &Preferences::languageChanged, this,
        [this] {
            makeSections();
            Q_EMIT sectionsChanged();
        },
        Qt::QueuedConnection);
}

/// What is done to a photo that is or was shown is seen at once; new photos may wait for the watch.
void PersonItems::hear(const std::vector<Event> &events)
{
    const bool isMine = std::ranges::any_of(events, [this](const Event &event) {
        return (event.type == "asset.changed"_L1 || event.type == "asset.deleted"_L1) && m_known.contains(event.id);
    });
    if (isMine) {
        follow();
    }
}

void PersonItems::follow()
{
    // Where rows were dropped, it is read soon in any case.
    if (!m_isAhead) {
        reload();
    }
}

void PersonItems::setPerson(const QString &person)
{
    if (person == m_person) {
        return;
    }
    m_person = person;
    m_isAhead = false;
    m_later.stop();
    m_question.drop();
    show({});
    m_known.clear();
    setStatus(Status::Unloaded);
    Q_EMIT personChanged();
    if (isComplete()) {
        reload();
    }
}

void PersonItems::reload()
{
    if (!context() || m_person.isEmpty()) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&database = context()->services().library.database, userId = context()->userId(),
         uuid = QUuid::fromString(m_person), read = reader()](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<Items> {
                    const auto person = faces::findPerson(db, userId, uuid);
                    return person ? read(db, person->id) : Items();
                },
                stop);
        },
        [this](Result<Items> items) {
            if (!items) {
                setFailed(items.error());
                return;
            }
            show(std::move(*items));
            setStatus(Status::Ready);
        });
}

void PersonItems::show(Items rows)
{
    if (rows == m_rows.all()) {
        return;
    }
    beginResetModel();
    m_rows.set(std::move(rows));
    for (const faces::DatedItem &item : m_rows.all()) {
        m_known.insert(item.asset);
    }
    makeSections();
    endResetModel();
    Q_EMIT sectionsChanged();
    Q_EMIT countChanged();
}

void PersonItems::drop(const QSet<QUuid> &faces)
{
    Items left = m_rows.all();
    std::erase_if(left, [&](const faces::DatedItem &item) { return faces.contains(item.face); });
    // What is being read may be older than this.
    m_question.drop();
    show(std::move(left));
    m_isAhead = true;
    m_later.start();
}

void PersonFaces::begin()
{
    PersonItems::begin();
    if (const PeopleActs *acts = PeopleActs::of(this)) {
        connect(acts, &PeopleActs::facesLeft, this, &PersonFaces::drop);
    }
}

void PersonItems::makeSections()
{
    m_sections.clear();
    QDate current;
    for (int row = 0; row < m_rows.count(); ++row) {
        const QDate section = sectionOf(momentOf(m_rows[row]).date());
        if (m_sections.empty() || section != current) {
            current = section;
            m_sections.push_back({titleOf(section), row, 0});
        }
        ++m_sections.back().count;
    }
}

QStringList PersonItems::faceIdsAt(const QList<int> &rows) const
{
    QStringList ids;
    for (const int row : rows) {
        if (m_rows.has(row)) {
            ids.push_back(toText(m_rows[row].face));
        }
    }
    return ids;
}

QString PersonItems::assetIdAt(int row) const
{
    return m_rows.has(row) ? toText(m_rows[row].asset) : QString();
}

int PersonItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

QVariant PersonItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const faces::DatedItem &item = m_rows[index.row()];
    switch (role) {
    case FaceIdRole:
        return toText(item.face);
    case AssetIdRole:
        return toText(item.asset);
    case VideoRole:
        return item.isVideo;
    case ConfirmedRole:
        return item.isConfirmed;
    case Qt::DisplayRole:
    case DateTextRole:
        return QLocale().toString(momentOf(item), QLocale::ShortFormat);
    default:
        return {};
    }
}

QHash<int, QByteArray> PersonItems::roleNames() const
{
    return {{FaceIdRole, "faceId"},
            {AssetIdRole, "assetId"},
            {VideoRole, "isVideo"},
            {ConfirmedRole, "isConfirmed"},
            {DateTextRole, "dateText"}};
}

QString PersonPhotos::titleOf(const QDate &section) const
{
    return QLocale().toString(section, QLocale::LongFormat);
}

QString PersonFaces::titleOf(const QDate &section) const
{
    const QLocale locale;
    return locale.language() == QLocale::Chinese ? locale.toString(section, u"yyyy年M月"_s)
                                                 : locale.toString(section, u"MMMM yyyy"_s);
}

} // namespace kinframe::ui
