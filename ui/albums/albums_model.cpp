// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/albums_model.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/albums/album_texts.h"
#include "ui/albums/album_watch.h"

#include <QCollator>

#include <algorithm>
#include <utility>

namespace kinframe::ui {
namespace {

// So many are read one by one sooner than all are.
constexpr qsizetype mostPatched = 50;

/// What shows of them is the same.
bool looksAlike(const albums::Album &left, const albums::Album &right)
{
    return left.name == right.name && left.assetCount == right.assetCount && left.cover == right.cover &&
           left.firstTaken == right.firstTaken && left.lastTaken == right.lastTaken;
}

} // namespace

void AlbumsModel::begin()
{
    const auto *watch = new AlbumWatch(this);
    connect(watch, &AlbumWatch::albumsChanged, this, &AlbumsModel::follow);
    connect(watch, &AlbumWatch::photosChanged, this, &AlbumsModel::followPhotos);
}

void AlbumsModel::reload()
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
                [userId](storage::Connection &db) -> Result<Albums> { return albums::albumsOf(db, userId); }, stop);
        },
        [this](const Result<Albums> &read) {
            m_isReading = false;
            if (!read) {
                setFailed(read.error());
                return;
            }
            m_all.clear();
            m_all.reserve(read->size());
            for (const albums::Album &album : *read) {
                m_all.emplace(album.id, album);
            }
            show();
            setStatus(Status::Ready);
            if (std::exchange(m_isReadAgain, false)) {
                reload();
            }
        });
}

void AlbumsModel::followPhotos()
{
    m_isOutdated = !m_isOn;
    if (m_isOn) {
        reload();
    }
}

void AlbumsModel::setOn(bool isOn)
{
    if (isOn == m_isOn) {
        return;
    }
    m_isOn = isOn;
    Q_EMIT isOnChanged();
    if (isOn && std::exchange(m_isOutdated, false)) {
        reload();
    }
}

void AlbumsModel::follow(const QSet<QUuid> &albums)
{
    if (m_isReading || albums.size() + m_toPatch.size() > mostPatched || status() != Status::Ready) {
        reload();
        return;
    }
    m_toPatch += albums;
    readSome();
}

void AlbumsModel::readSome()
{
    m_patching.ask(
        *context(), this,
        [&database = context()->services().library.database, userId = context()->userId(),
         wanted = m_toPatch](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<Patch> {
                    Patch read;
                    for (const QUuid &uuid : wanted) {
                        auto album = albums::findAlbum(db, userId, uuid);
                        const bool isOwn = album && album->ownerId == userId;
                        read.emplace_back(uuid, isOwn ? std::optional(std::move(*album)) : std::nullopt);
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

void AlbumsModel::patch(const Patch &patch)
{
    for (const auto &each : patch) {
        const QUuid &uuid = each.first;
        m_toPatch.remove(uuid);
        if (each.second) {
            m_all.insert_or_assign(each.second->id, *each.second);
        } else {
            std::erase_if(m_all, [&](const auto &entry) { return entry.second.uuid == uuid; });
        }
    }
    show();
}

bool AlbumsModel::isShown(const albums::Album &album) const
{
    return m_search.isEmpty() || AlbumTexts::name(album.name).contains(m_search, Qt::CaseInsensitive) ||
           album.description.contains(m_search, Qt::CaseInsensitive);
}

void AlbumsModel::arrange(Albums &rows) const
{
    // The newer ones first, where nothing else tells them apart.
    std::ranges::sort(rows, [](const albums::Album &left, const albums::Album &right) {
        return std::tie(left.createdAt, left.id) > std::tie(right.createdAt, right.id);
    });
    if (m_order == Order::LatestPhotos) {
        std::stable_sort(rows.begin(), rows.end(), [](const albums::Album &left, const albums::Album &right) {
            return left.lastTaken > right.lastTaken;
        });
    } else if (m_order == Order::ChangedFirst) {
        std::stable_sort(rows.begin(), rows.end(), [](const albums::Album &left, const albums::Album &right) {
            return left.updatedAt > right.updatedAt;
        });
    } else if (m_order == Order::ByName) {
        QCollator collator;
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        collator.setNumericMode(true);
        std::stable_sort(rows.begin(), rows.end(), [&](const albums::Album &left, const albums::Album &right) {
            // What has no name comes last.
            return std::pair(left.name.isEmpty(), collator.compare(left.name, right.name)) <
                   std::pair(right.name.isEmpty(), 0);
        });
    }
}

void AlbumsModel::show()
{
    Albums rows;
    for (const auto &entry : m_all) {
        if (isShown(entry.second)) {
            rows.push_back(entry.second);
        }
    }
    arrange(rows);
    if (m_told != total()) {
        m_told = total();
        Q_EMIT totalChanged();
    }
    if (m_rows.hasKeysOf(rows)) {
        for (int row = 0; row < m_rows.count(); ++row) {
            const bool isSame = looksAlike(rows[size_t(row)], m_rows[row]);
            m_rows.replace(row, rows[size_t(row)]);
            if (!isSame) {
                Q_EMIT dataChanged(index(row), index(row));
            }
        }
        return;
    }
    beginResetModel();
    m_rows.set(std::move(rows));
    m_sections.clear();
    if (m_rows.count() > 0) {
        m_sections.push_back({{}, 0, m_rows.count()});
    }
    endResetModel();
    Q_EMIT sectionsChanged();
}

void AlbumsModel::setSearch(const QString &search)
{
    const QString trimmed = search.trimmed();
    if (trimmed != m_search) {
        m_search = trimmed;
        show();
        Q_EMIT searchChanged();
    }
}

void AlbumsModel::setOrder(Order order)
{
    if (order != m_order) {
        m_order = order;
        show();
        Q_EMIT orderChanged();
    }
}

QString AlbumsModel::idAt(int row) const
{
    return m_rows.idAt(row);
}

QStringList AlbumsModel::idsAt(const QList<int> &rows) const
{
    return m_rows.idsAt(rows);
}

QString AlbumsModel::nameAt(int row) const
{
    return m_rows.nameAt(row);
}

int AlbumsModel::rowOfAlbum(const QString &id) const
{
    return m_rows.rowOf(QUuid::fromString(id));
}

QString AlbumsModel::albumNamed(const QString &name) const
{
    const QString wanted = name.trimmed();
    for (const auto &entry : m_all) {
        if (!wanted.isEmpty() && entry.second.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            return toText(entry.second.uuid);
        }
    }
    return {};
}

int AlbumsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

QVariant AlbumsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const albums::Album &album = m_rows[index.row()];
    switch (role) {
    case AlbumIdRole:
        return toText(album.uuid);
    case Qt::DisplayRole:
    case NameRole:
        return AlbumTexts::name(album.name);
    case PhotoCountRole:
        return int(album.assetCount);
    case DatesRole:
        return AlbumTexts::dates(album);
    case CoverRole:
        return album.cover ? toText(*album.cover) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> AlbumsModel::roleNames() const
{
    return {{AlbumIdRole, "albumId"},
            {NameRole, "name"},
            {PhotoCountRole, "photoCount"},
            {DatesRole, "dates"},
            {CoverRole, "cover"}};
}

} // namespace kinframe::ui
