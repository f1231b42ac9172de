// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_stream.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "faces/face.h"
#include "server/routes/people_json.h"
#include "server/routes/sync_asset_lines.h"
#include "server/routes/sync_kinds.h"
#include "server/routes/sync_lines.h"
#include "storage/database.h"
#include "sync/shared_assets.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using sync::Cursor;

constexpr int linesAtOnce = 400;

void writeUserMembers(JsonWriter &json, const accounts::User &user)
{
    writeId(json, "id", user.uuid);
    writeText(json, "name", user.name.toUtf8());
    writeText(json, "email", user.email.toUtf8());
    if (user.avatarColor.isEmpty()) {
        writeNulls(json, {"avatarColor"});
    } else {
        writeText(json, "avatarColor", user.avatarColor.toUtf8());
    }
    writeTimeOrNull(json, "deletedAt", user.deletedAt);
    writeTimeOrNull(json, "profileChangedAt", user.createdAt);
    writeFlag(json, "hasProfileImage", false);
}

void writeNumber(JsonWriter &json, QByteArrayView name, qint64 number)
{
    json.name(name);
    json.number(number);
}

void writeFace(JsonWriter &json, const faces::Face &face, bool isSecondForm)
{
    writeId(json, "id", face.uuid);
    writeId(json, "assetId", face.assetUuid);
    if (face.personUuid) {
        writeId(json, "personId", *face.personUuid);
    } else {
        writeNulls(json, {"personId"});
    }
    const PixelBox box = pixelBox(face);
    writeNumber(json, "imageWidth", face.imageWidth);
    writeNumber(json, "imageHeight", face.imageHeight);
    writeNumber(json, "boundingBoxX1", box.left);
    writeNumber(json, "boundingBoxY1", box.top);
    writeNumber(json, "boundingBoxX2", box.right);
    writeNumber(json, "boundingBoxY2", box.bottom);
    writeText(json, "sourceType", sourceOf(face).toLatin1());
    if (isSecondForm) {
        writeNulls(json, {"deletedAt"});
        writeFlag(json, "isVisible", true);
    }
}

bool isLast(size_t count)
{
    return count < size_t(linesAtOnce);
}

} // namespace

SyncStream::SyncStream(const ApiServices &services, accounts::Principal principal, const SyncTypes &types,
                       const SyncProgress &progress)
    : m_services(services)
    , m_principal(std::move(principal))
    , m_mark(progress.mark())
{
    if (types.contains(u"AuthUsersV1"_s)) {
        m_parts.emplace_back(
            [this, had = progress.ack(u"AuthUserV1"_s)](QByteArray &lines) { return writeSelf(lines, had); });
    }
    if (types.contains(u"UsersV1"_s)) {
        m_parts.emplace_back(
            [this, had = progress.ack(u"UserV1"_s)](QByteArray &lines) { return writeUsers(lines, had); });
    }
    if (types.contains(u"AssetsV1"_s)) {
        addDeletions(progress);
        addAssets(AssetLine::Asset, u"AssetV1"_s, progress.assets().changed);
    }
    if (types.contains(u"AssetExifsV1"_s)) {
        addAssets(AssetLine::Exif, u"AssetExifV1"_s, progress.at(u"AssetExifV1"_s));
    }
    if (types.contains(u"AlbumAssetsV1"_s)) {
        addShown(AssetLine::OthersAsset, u"AlbumAssetCreateV1"_s, u"AlbumAssetUpdateV1"_s, progress);
    }
    if (types.contains(u"AlbumAssetExifsV1"_s)) {
        addShown(AssetLine::Exif, u"AlbumAssetExifCreateV1"_s, u"AlbumAssetExifUpdateV1"_s, progress);
    }
    for (const SyncKind &kind : syncKinds()) {
        if (types.contains(kind.request)) {
            const sync::EntryProgress had = progress.entries(kind.kind);
            addGone(kind.kind, kind.gone, kind.writeGone, had.gone);
            addChanged(kind, had.changed);
        }
    }
    for (const bool isSecond : {false, true}) {
        if (types.contains(isSecond ? u"AssetFacesV2"_s : u"AssetFacesV1"_s)) {
            const QString type = isSecond ? u"AssetFaceV2"_s : u"AssetFaceV1"_s;
            addGone(sync::EntryKind::Face, "AssetFaceDeleteV1"_L1, writeFaceGone,
                    progress.entries(sync::EntryKind::Face).gone);
            addFaces(type, progress.faces(type));
        }
    }
    m_parts.emplace_back([complete = progress.completeOf(types)](QByteArray &lines) -> Result<bool> {
        writeLine(lines, u"SyncCompleteV1"_s, complete, [](JsonWriter &) {});
        return true;
    });
}

Result<QByteArray> SyncStream::next()
{
    QByteArray lines;
    while (lines.isEmpty() && !m_parts.empty()) {
        const auto isWhole = m_parts.front()(lines);
        if (!isWhole) {
            return failed(isWhole);
        }
        if (*isWhole) {
            m_parts.pop_front();
        }
    }
    return lines;
}

void SyncStream::addPieces(Pieces pieces)
{
    m_parts.emplace_back([this, pieces = std::move(pieces)](QByteArray &lines) {
        return m_services.library.database.read([&](Connection &db) -> Result<bool> { return pieces(db, lines); });
    });
}

void SyncStream::addDeletions(const SyncProgress &progress)
{
    const sync::AssetProgress had = progress.assets();
    if (had.changed.stamp == 0) {
        return; // Who has nothing has nothing to delete.
    }
    addPieces([this, after = had.deletionsFrom()](Connection &db, QByteArray &lines) mutable {
        const auto changes = sync::deletedAfter(db, m_principal.userId, after, m_mark.stamp, linesAtOnce);
        for (const sync::Change &change : changes) {
            writeLine(lines, u"AssetDeleteV1"_s, change.at,
                      [&](JsonWriter &json) { writeId(json, "assetId", change.asset); });
            after = change.at;
        }
        return isLast(changes.size());
    });
}

void SyncStream::addAssets(AssetLine line, const QString &type, const Cursor &after)
{
    addPieces([this, line, type, after = Cursor(after)](Connection &db, QByteArray &lines) mutable {
        const auto changes = sync::changedAfter(db, m_principal.userId, after, m_mark.stamp, linesAtOnce);
        writeAssetLines(lines, db, line, type, changes);
        after = changes.empty() ? after : changes.back().at;
        return isLast(changes.size());
    });
}

void SyncStream::addGone(sync::EntryKind kind, QLatin1StringView type, void (*write)(JsonWriter &, const sync::Entry &),
                         qint64 after)
{
    addPieces([this, kind, type, write, after](Connection &db, QByteArray &lines) mutable {
        const auto entries =
            sync::entriesAfter(db, m_principal.userId, kind, sync::Outcome::Gone, after, m_mark.entry, linesAtOnce);
        writeGone(lines, type, write, entries, m_mark.epoch);
        after = entries.empty() ? after : entries.back().id;
        return isLast(entries.size());
    });
}

void SyncStream::addChanged(const SyncKind &kind, qint64 after)
{
    addPieces([this, &kind, after](Connection &db, QByteArray &lines) mutable {
        const auto entries = sync::entriesAfter(db, m_principal.userId, kind.kind, sync::Outcome::Changed, after,
                                                m_mark.entry, linesAtOnce);
        writeChanged(lines, db, kind, entries, m_mark.epoch);
        after = entries.empty() ? after : entries.back().id;
        return isLast(entries.size());
    });
}

/// Every change of a face changes its photo, so all faces of changed photos come.
void SyncStream::addFaces(const QString &type, const Cursor &after)
{
    addPieces([this, type, after = Cursor(after)](Connection &db, QByteArray &lines) mutable {
        const auto changes = sync::changedAfter(db, m_principal.userId, after, m_mark.stamp, linesAtOnce);
        std::vector<qint64> ids;
        for (const sync::Change &change : changes) {
            ids.push_back(change.at.row);
        }
        const std::vector<faces::Face> found = faces::facesOfAssets(db, jsonList(ids));
        for (const sync::Change &change : changes) {
            const auto first = std::ranges::lower_bound(found, change.at.row, {}, &faces::Face::assetId);
            const auto end = std::ranges::upper_bound(found, change.at.row, {}, &faces::Face::assetId);
            for (auto face = first; face != end; ++face) {
                // Only the last face of a photo is the end of it.
                const Cursor at{change.at.stamp, change.at.row - (std::next(face) == end ? 0 : 1), m_mark.epoch};
                writeLine(lines, type, at, [&](JsonWriter &json) { writeFace(json, *face, type.endsWith(u'2')); });
            }
        }
        after = changes.empty() ? after : changes.back().at;
        return isLast(changes.size());
    });
}

/// First what came into sight, then what has changed of what was there.
void SyncStream::addShown(AssetLine line, const QString &create, const QString &update, const SyncProgress &progress)
{
    addPieces([this, line, create, after = progress.at(create).stamp](Connection &db, QByteArray &lines) mutable {
        const auto shown = sync::shownAfter(db, m_principal.userId, after, m_mark.entry, linesAtOnce);
        std::vector<qint64> ids;
        for (const sync::ShownAsset &one : shown) {
            ids.push_back(one.asset);
        }
        writeAssetLines(db, line, ids, [&](size_t index, const auto &members) {
            writeLine(lines, create, {shown[index].entry, 0, m_mark.epoch}, members);
        });
        after = shown.empty() ? after : shown.back().entry;
        return isLast(shown.size());
    });
    addPieces([this, line, update, after = progress.at(update)](Connection &db, QByteArray &lines) mutable {
        const auto changes = sync::shownChangedAfter(db, m_principal.userId, after, m_mark.stamp, linesAtOnce);
        writeAssetLines(lines, db, line, update, changes);
        after = changes.empty() ? after : changes.back().at;
        return isLast(changes.size());
    });
}

Result<bool> SyncStream::writeSelf(QByteArray &lines, const QString &had)
{
    const auto user = m_services.accounts.user(m_principal.uuid);
    if (!user) {
        return failed(user);
    }
    const QString type = u"AuthUserV1"_s;
    const Cursor at{user->updatedAt, 0, m_mark.epoch};
    if (had != at.ack(type)) {
        writeLine(lines, type, at, [&](JsonWriter &json) {
            writeUserMembers(json, *user);
            writeFlag(json, "isAdmin", user->isAdmin);
            writeText(json, "oauthId", "");
            writeNulls(json, {"pinCode", "quotaSizeInBytes", "storageLabel"});
            writeNumber(json, "quotaUsageInBytes", 0); // Without a quota nobody asks.
        });
    }
    return true;
}

/// The client itself, and who sees albums with it: all of them where any is new or another.
Result<bool> SyncStream::writeUsers(QByteArray &lines, const QString &had)
{
    const auto company = m_services.library.database.read(
        [this](Connection &db) -> Result<std::vector<QUuid>> { return sync::albumCompany(db, m_principal.userId); });
    if (!company) {
        return failed(company);
    }
    std::vector<accounts::User> users;
    Cursor whole{0, 0, m_mark.epoch};
    for (const QUuid &uuid : *company) {
        auto user = m_services.accounts.user(uuid);
        if (!user) {
            return failed(user);
        }
        whole.stamp = std::max(whole.stamp, user->updatedAt);
        whole.row = qint64(qHashMulti(size_t(whole.row), uuid, user->updatedAt) >> 8U);
        users.push_back(std::move(*user));
    }
    const QString type = u"UserV1"_s;
    if (had == whole.ack(type)) {
        return true;
    }
    for (const accounts::User &user : users) {
        // Only the last of them is the end.
        const Cursor at = &user == &users.back() ? whole : Cursor{0, 0, m_mark.epoch};
        writeLine(lines, type, at, [&](JsonWriter &json) { writeUserMembers(json, user); });
    }
    return true;
}

} // namespace kinframe::server
