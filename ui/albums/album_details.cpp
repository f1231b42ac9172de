// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/album_details.h"

#include "base/ids.h"
#include "storage/database.h"
#include "ui/albums/album_texts.h"
#include "ui/albums/album_watch.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"

namespace kinframe::ui {

using namespace Qt::StringLiterals;

void AlbumDetails::componentComplete()
{
    m_context = Context::of(this);
    const auto *watch = new AlbumWatch(this);
    connect(watch, &AlbumWatch::photosChanged, this, &AlbumDetails::reload);
    connect(watch, &AlbumWatch::albumsChanged, this, [this](const QSet<QUuid> &albums) {
        if (albums.contains(QUuid::fromString(m_uuid))) {
            reload();
        }
    });
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &AlbumDetails::changed, Qt::QueuedConnection);
    }
    reload();
}

void AlbumDetails::setAlbum(const QString &album)
{
    if (album == m_uuid) {
        return;
    }
    m_uuid = album;
    m_question.drop();
    m_album = {};
    m_error.reset();
    m_status = Status::Unloaded;
    Q_EMIT albumChanged();
    Q_EMIT changed();
    reload();
}

void AlbumDetails::reload()
{
    if (!m_context || m_uuid.isEmpty()) {
        return;
    }
    if (m_status != Status::Ready) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this,
        [&database = m_context->services().library.database, userId = m_context->userId(),
         uuid = QUuid::fromString(m_uuid)](const std::stop_token &stop) {
            return database.read(
                [&](storage::Connection &db) -> Result<albums::Album> { return albums::findAlbum(db, userId, uuid); },
                stop);
        },
        [this](const Result<albums::Album> &album) { show(album); });
}

void AlbumDetails::show(const Result<albums::Album> &album)
{
    if (!album) {
        const bool isGone = album.error().code == ErrorCode::NotFound;
        m_status = isGone ? Status::Gone : Status::Failed;
        m_error = album.error();
        Q_EMIT changed();
        return;
    }
    const bool wasShown = m_status == Status::Ready;
    const bool hasChanged = m_album.updatedAt != album->updatedAt;
    m_album = *album;
    m_status = Status::Ready;
    m_error.reset();
    Q_EMIT changed();
    if (wasShown && hasChanged) {
        Q_EMIT contentsChanged();
    }
}

QString AlbumDetails::errorText() const
{
    return m_status == Status::Failed && m_error ? sentenceOf(*m_error) : QString();
}

QString AlbumDetails::cover() const
{
    return m_album.cover ? toText(*m_album.cover) : QString();
}

QString AlbumDetails::datesText() const
{
    return AlbumTexts::dates(m_album);
}

QString AlbumDetails::query() const
{
    return m_uuid.isEmpty() ? QString() : u"albums/any(a: a/id eq %1)"_s.arg(m_uuid);
}

QString AlbumDetails::order() const
{
    return m_album.isOldestFirst ? u"created_at"_s : QString();
}

} // namespace kinframe::ui
