// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/albums/album_changes.h"

#include "storage/database.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

using albums::Album;
using albums::AlbumEdit;
using storage::Transaction;

/// Does one change; gives what takes it back.
class Doing
{
public:
    Doing(Transaction &transaction, const Services &services, qint64 userId, AlbumChangesDone &done)
        : m_transaction(transaction)
        , m_services(services)
        , m_userId(userId)
        , m_done(done)
    {
    }

    Result<AlbumChange> operator()(const AlbumChange::Make &make)
    {
        const auto album = albums::createAlbum(m_transaction, m_userId, make.edit, {});
        if (!album) {
            return failed(album);
        }
        m_done.made = album->uuid;
        ++m_done.albums;
        tell(album->uuid);
        return AlbumChange{AlbumChange::Delete{album->uuid}};
    }

    Result<AlbumChange> operator()(const AlbumChange::Delete &change)
    {
        auto kept = albums::keepAlbum(m_transaction.db(), m_userId, change.album);
        if (!kept) {
            return failed(kept);
        }
        tell(change.album);
        if (const auto gone = albums::deleteAlbum(m_transaction, m_userId, change.album); !gone) {
            return failed(gone);
        }
        ++m_done.albums;
        return AlbumChange{AlbumChange::Restore{std::move(*kept)}};
    }

    Result<AlbumChange> operator()(const AlbumChange::Restore &change)
    {
        const auto album = albums::restoreAlbum(m_transaction, m_userId, change.kept);
        if (!album) {
            return failed(album);
        }
        m_done.made = album->uuid;
        ++m_done.albums;
        tell(album->uuid);
        return AlbumChange{AlbumChange::Delete{album->uuid}};
    }

    Result<AlbumChange> operator()(const AlbumChange::Edit &change)
    {
        const auto before = albums::findAlbum(m_transaction.db(), m_userId, change.album);
        if (!before) {
            return failed(before);
        }
        const auto cover = albums::chosenCover(m_transaction.db(), m_userId, change.album);
        if (change.forgetsCover) {
            albums::forgetCover(m_transaction, m_userId, change.album);
        }
        if (const auto edited = albums::editAlbum(m_transaction, m_userId, change.album, change.edit); !edited) {
            return failed(edited);
        }
        ++m_done.albums;
        tell(change.album);
        AlbumEdit asBefore;
        if (change.edit.name) {
            asBefore.name = before->name;
        }
        if (change.edit.description) {
            asBefore.description = before->description;
        }
        if (change.edit.isOldestFirst) {
            asBefore.isOldestFirst = before->isOldestFirst;
        }
        const bool isCover = change.edit.cover || change.forgetsCover;
        if (isCover) {
            asBefore.cover = cover;
        }
        return AlbumChange{AlbumChange::Edit{change.album, asBefore, isCover && !cover}};
    }

    Result<AlbumChange> operator()(const AlbumChange::Add &change)
    {
        const auto album = albums::findAlbum(m_transaction.db(), m_userId, change.album);
        if (!album) {
            return failed(album);
        }
        AlbumChange::Remove back{change.album,
                                 done(change.assets, albums::addToAlbum(m_transaction, *album, change.assets))};
        if (change.cover && std::ranges::count(back.assets, *change.cover) > 0) {
            AlbumEdit edit;
            edit.cover = change.cover;
            if (const auto covered = albums::editAlbum(m_transaction, m_userId, change.album, edit); !covered) {
                return failed(covered);
            }
        }
        tell(change.album);
        return AlbumChange{std::move(back)};
    }

    Result<AlbumChange> operator()(const AlbumChange::Remove &change)
    {
        const auto album = albums::findAlbum(m_transaction.db(), m_userId, change.album);
        if (!album) {
            return failed(album);
        }
        const auto cover = albums::chosenCover(m_transaction.db(), m_userId, change.album);
        AlbumChange::Add back{
            change.album, done(change.assets, albums::removeFromAlbum(m_transaction, *album, change.assets)), {}};
        if (cover && std::ranges::count(back.assets, *cover) > 0) {
            back.cover = cover;
        }
        tell(change.album);
        return AlbumChange{std::move(back)};
    }

private:
    void tell(const QUuid &album) { albums::tellOfAlbum(m_transaction, m_services.events, album); }

    /// Those of them that it was done to.
    std::vector<QUuid> done(const std::vector<QUuid> &assets, const std::vector<albums::ItemOutcome> &outcomes)
    {
        std::vector<QUuid> some;
        for (size_t i = 0; i < assets.size(); ++i) {
            if (!outcomes[i]) {
                some.push_back(assets[i]);
            }
        }
        m_done.photos += qint64(some.size());
        return some;
    }

    Transaction &m_transaction;
    const Services &m_services;
    qint64 m_userId;
    AlbumChangesDone &m_done;
};

AlbumChange named(AlbumChange change, const QUuid &made)
{
    if (auto *add = std::get_if<AlbumChange::Add>(&change.what); add && add->album.isNull()) {
        add->album = made;
    }
    return change;
}

} // namespace

AlbumChangesDone applyChanges(const Services &services, qint64 userId, const AlbumChanges &changes,
                              const std::stop_token &stop, const std::function<void(qint64 over)> &onDone)
{
    AlbumChangesDone done;
    qint64 over = 0;
    for (const AlbumChange &each : changes) {
        if (stop.stop_requested()) {
            break;
        }
        AlbumChangesDone next;
        next.made = done.made;
        auto back = services.library.database.write([&](Transaction &transaction) -> Result<AlbumChange> {
            return std::visit(Doing(transaction, services, userId, next), named(each, done.made).what);
        });
        if (!back) {
            done.error = back.error();
            break;
        }
        done.made = next.made;
        done.photos += next.photos;
        done.albums += next.albums;
        done.undoing.push_back(std::move(*back));
        if (onDone) {
            onDone(++over);
        }
    }
    std::ranges::reverse(done.undoing);
    return done;
}

} // namespace kinframe::ui
