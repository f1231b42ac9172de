// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/memory_photos.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/images/fact_texts.h"

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

std::vector<qint64> shownOf(storage::Connection &db, const std::vector<qint64> &ids)
{
    std::vector<qint64> shown;
    storage::Statement row =
        db.prepare("SELECT 1 FROM asset WHERE id = ?1 AND trashed_at IS NULL AND is_hidden = 0 AND is_archived = 0");
    std::ranges::copy_if(ids, std::back_inserter(shown), [&](qint64 id) {
        row.reset();
        row.bindAll(id);
        return row.step();
    });
    return shown;
}

} // namespace

void MemoryPhotos::begin()
{
    connect(context(), &Context::happened, this, &MemoryPhotos::hear);
}

void MemoryPhotos::setKeys(const QVariantList &keys)
{
    m_keys = keys;
    m_isNew = true;
    Q_EMIT keysChanged();
    if (isComplete()) {
        reload();
    }
}

void MemoryPhotos::hear(const std::vector<Event> &events)
{
    const bool isMeant = std::ranges::any_of(
        events, [this](const Event &event) { return event.type.startsWith("asset."_L1) && !m_keys.isEmpty(); });
    if (isMeant) {
        reload();
    }
}

void MemoryPhotos::reload()
{
    if (!context()) {
        return;
    }
    std::vector<qint64> ids;
    for (const QVariant &key : m_keys) {
        ids.push_back(key.toLongLong());
    }
    m_question.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), ids](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<PhotoBrief>> {
                    return readBriefs(db, user, shownOf(db, ids));
                },
                stop);
        },
        [this](Result<std::vector<PhotoBrief>> photos) {
            if (!photos) {
                setFailed(photos.error());
                return;
            }
            beginResetModel();
            m_photos = std::move(*photos);
            m_sections.clear();
            if (!m_photos.empty()) {
                m_sections.push_back({{}, 0, int(m_photos.size())});
            }
            endResetModel();
            Q_EMIT sectionsChanged();
            setStatus(Status::Ready);
            if (std::exchange(m_isNew, false) && !m_photos.empty()) {
                Q_EMIT ready();
            }
        });
}

int MemoryPhotos::rowOf(qint64 key) const
{
    const auto found = std::ranges::find(m_photos, key, &PhotoBrief::id);
    return found == m_photos.end() ? -1 : int(found - m_photos.begin());
}

int MemoryPhotos::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_photos.size());
}

QVariant MemoryPhotos::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PhotoBrief &photo = m_photos[size_t(index.row())];
    switch (role) {
    case AssetIdRole:
        return photo.uuid;
    case PictureRole:
        return photo.isReady ? u"image://library/thumb/%1?%2"_s.arg(photo.uuid).arg(photo.stamp) : QString();
    case NameRole:
        return spokenName(photo);
    default:
        return {};
    }
}

QHash<int, QByteArray> MemoryPhotos::roleNames() const
{
    return {{AssetIdRole, "assetId"}, {PictureRole, "picture"}, {NameRole, "name"}};
}

} // namespace kinframe::ui
