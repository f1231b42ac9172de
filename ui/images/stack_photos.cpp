// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/stack_photos.h"

#include "base/ids.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

void StackPhotos::begin()
{
    connect(context(), &Context::happened, this, &StackPhotos::hear);
}

void StackPhotos::setAssetId(const QString &id)
{
    if (m_assetId == id) {
        return;
    }
    m_assetId = id;
    if (rowOf(id) < 0) {
        m_shownId.clear(); // Another stack. In the same one what is looked at stays, whoever is its cover.
        take({});
    }
    Q_EMIT shownChanged();
    reload();
}

bool StackPhotos::isCover() const
{
    const int row = current();
    return row >= 0 && m_photos[size_t(row)].isCover;
}

QVariantList StackPhotos::keys() const
{
    QVariantList keys;
    for (const Photo &photo : m_photos) {
        keys.push_back(photo.id);
    }
    return keys;
}

void StackPhotos::show(int row)
{
    if (row >= 0 && row < count()) {
        m_shownId = m_photos[size_t(row)].uuid;
        Q_EMIT shownChanged();
    }
}

void StackPhotos::step(int by)
{
    show(current() + by);
}

int StackPhotos::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_photos, id, &Photo::uuid);
    return found == m_photos.end() ? -1 : int(found - m_photos.begin());
}

void StackPhotos::hear(const std::vector<Event> &events)
{
    const bool isMeant = std::ranges::any_of(events, [this](const Event &event) {
        const QString id = toText(event.id);
        return id == m_assetId || rowOf(id) >= 0;
    });
    if (isMeant) {
        reload();
    }
}

void StackPhotos::reload()
{
    const auto uuid = uuidFromText(m_assetId);
    if (!context() || !uuid) {
        m_question.drop();
        return;
    }
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), id = *uuid](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<Photo>> { return read(db, user, id); }, stop);
        },
        [this](Result<std::vector<Photo>> photos) {
            if (photos) {
                take(std::move(*photos));
                setStatus(Status::Ready);
            } else {
                setFailed(photos.error());
            }
        });
}

std::vector<StackPhotos::Photo> StackPhotos::read(storage::Connection &db, qint64 userId, const QUuid &asset)
{
    storage::Statement row = db.prepare(
        "SELECT a.id, a.uuid, a.file_name, a.blob_id * 4 + a.turn, a.is_ready, a.is_video, o.is_primary FROM asset l "
        "JOIN stack_asset m ON m.asset_id = l.id JOIN stack_asset o ON o.stack_id = m.stack_id JOIN asset a ON a.id = "
        "o.asset_id WHERE l.uuid = ?1 AND l.owner_id = ?2 AND a.trashed_at IS NULL AND "
        "a.is_hidden = 0 ORDER BY a.created_at, a.id");
    row.bindAll(asset, userId);
    std::vector<Photo> photos;
    while (row.step()) {
        photos.push_back({row.int64(0), toText(row.uuid(1)), row.text(2), row.int64(3), row.boolean(4), row.boolean(5),
                          row.boolean(6)});
    }
    return photos;
}

void StackPhotos::take(std::vector<Photo> photos)
{
    if (photos == m_photos) {
        return;
    }
    const auto ids = [](const std::vector<Photo> &all) {
        std::vector<qint64> found;
        std::ranges::transform(all, std::back_inserter(found), &Photo::id);
        return found;
    };
    if (ids(photos) == ids(m_photos)) {
        m_photos = std::move(photos);
        Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        m_photos = std::move(photos);
        endResetModel();
        if (rowOf(m_shownId) < 0) {
            m_shownId.clear();
        }
        Q_EMIT keysChanged();
    }
    Q_EMIT shownChanged();
}

int StackPhotos::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_photos.size());
}

QVariant StackPhotos::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Photo &photo = m_photos[size_t(index.row())];
    switch (role) {
    case AssetIdRole:
        return photo.uuid;
    case PictureRole:
        return photo.isReady ? u"image://library/thumb/%1?%2"_s.arg(photo.uuid).arg(photo.stamp) : QString();
    case NameRole:
        return photo.name;
    case IsCoverRole:
        return photo.isCover;
    case IsVideoRole:
        return photo.isVideo;
    default:
        return {};
    }
}

QHash<int, QByteArray> StackPhotos::roleNames() const
{
    return {{AssetIdRole, "assetId"},
            {PictureRole, "picture"},
            {NameRole, "name"},
            {IsCoverRole, "isCover"},
            {IsVideoRole, "isVideo"}};
}

} // namespace kinframe::ui
