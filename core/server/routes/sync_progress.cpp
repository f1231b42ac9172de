// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_progress.h"

#include "server/routes/sync_kinds.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using sync::Cursor;
using sync::EntryKind;

const QString assetType = u"AssetV1"_s;
const QString deletionType = u"AssetDeleteV1"_s;
const QString completeType = u"SyncCompleteV1"_s;
const QString faceGoneType = u"AssetFaceDeleteV1"_s;

// The row of what is complete: bits for what was asked for, and above them the newest entry.
constexpr int kindBits = 10;
constexpr qint64 assetBit = 1;

constexpr qint64 bitOf(EntryKind kind)
{
    return qint64(1) << int(kind);
}

bool asksForFaces(const SyncTypes &types)
{
    return types.contains(u"AssetFacesV1"_s) || types.contains(u"AssetFacesV2"_s);
}

} // namespace

SyncProgress::SyncProgress(QMap<QString, QString> acks, const sync::Mark &mark)
    : m_acks(std::move(acks))
    , m_mark(mark)
{
}

Cursor SyncProgress::at(const QString &type) const
{
    const auto ack = Cursor::fromAck(m_acks.value(type));
    Cursor cursor = ack ? ack->second : Cursor();
    cursor.epoch = m_mark.epoch;
    return cursor;
}

sync::AssetProgress SyncProgress::assets() const
{
    sync::AssetProgress progress{at(assetType), at(deletionType), at(completeType)};
    // A stream without assets has told of no deletions.
    if ((progress.complete.row & assetBit) == 0) {
        progress.complete = {0, 0, m_mark.epoch};
    }
    return progress;
}

bool SyncProgress::wasComplete(EntryKind kind) const
{
    return (at(completeType).row & bitOf(kind)) != 0;
}

sync::EntryProgress SyncProgress::entries(EntryKind kind) const
{
    sync::EntryProgress progress;
    if (kind == EntryKind::Face) {
        progress = {std::max(at(u"AssetFaceV1"_s).stamp, at(u"AssetFaceV2"_s).stamp), at(faceGoneType).stamp};
    }
    for (const SyncKind &known : syncKinds()) {
        if (known.kind == kind) {
            progress = {at(known.changed).stamp, at(known.gone).stamp};
        }
    }
    if (wasComplete(kind)) {
        progress.gone = std::max(progress.gone, at(completeType).row >> kindBits);
    }
    return progress;
}

Cursor SyncProgress::faces(const QString &type) const
{
    const Cursor told = at(type);
    return wasComplete(EntryKind::Face) ? std::max(told, Cursor{at(completeType).stamp, 0, m_mark.epoch}) : told;
}

bool SyncProgress::mustBeginAnew() const
{
    for (const QString &text : m_acks) {
        if (const auto ack = Cursor::fromAck(text); ack && ack->second.epoch != m_mark.epoch) {
            return true;
        }
    }
    const auto isForgotten = [this](EntryKind kind) { return sync::mustBeginAnew(entries(kind), m_mark); };
    return sync::mustBeginAnew(assets(), m_mark) || isForgotten(EntryKind::Face) ||
           std::ranges::any_of(syncKinds(), [&](const SyncKind &kind) { return isForgotten(kind.kind); });
}

Cursor SyncProgress::completeOf(const SyncTypes &types) const
{
    qint64 bits = types.contains(u"AssetsV1"_s) ? assetBit : 0;
    bits |= asksForFaces(types) ? bitOf(EntryKind::Face) : 0;
    for (const SyncKind &kind : syncKinds()) {
        bits |= types.contains(kind.request) ? bitOf(kind.kind) : 0;
    }
    return {m_mark.stamp, (m_mark.entry << kindBits) | bits, m_mark.epoch};
}

QMap<QString, Cursor> SyncProgress::beginnings(const SyncTypes &types) const
{
    QMap<QString, Cursor> all;
    const auto begin = [&](const QString &changed, const QString &gone, qint64 place) {
        if (!has(changed) && !has(gone)) {
            all.insert(gone, {place, 0, m_mark.epoch});
        }
    };
    if (types.contains(u"AssetsV1"_s)) {
        begin(assetType, deletionType, m_mark.stamp);
    }
    if (asksForFaces(types)) {
        begin(faceGoneType, faceGoneType, m_mark.entry);
    }
    for (const auto &[request, update] : {std::pair(u"AlbumAssetsV1"_s, u"AlbumAssetUpdateV1"_s),
                                          std::pair(u"AlbumAssetExifsV1"_s, u"AlbumAssetExifUpdateV1"_s)}) {
        if (types.contains(request)) {
            begin(update, update, m_mark.stamp);
        }
    }
    for (const SyncKind &kind : syncKinds()) {
        if (types.contains(kind.request)) {
            begin(kind.changed, kind.gone, m_mark.entry);
        }
    }
    return all;
}

void SyncProgress::begin(const QMap<QString, Cursor> &beginnings)
{
    for (auto one = beginnings.begin(); one != beginnings.end(); ++one) {
        m_acks.insert(one.key(), one->ack(one.key()));
    }
}

bool SyncProgress::isSent(const QString &type)
{
    static const SyncTypes others{u"AlbumAssetCreateV1"_s,
                                  u"AlbumAssetUpdateV1"_s,
                                  u"AlbumAssetExifCreateV1"_s,
                                  u"AlbumAssetExifUpdateV1"_s,
                                  u"AuthUserV1"_s,
                                  u"UserV1"_s,
                                  assetType,
                                  deletionType,
                                  u"AssetExifV1"_s,
                                  u"AssetFaceV1"_s,
                                  u"AssetFaceV2"_s,
                                  faceGoneType,
                                  completeType};
    return others.contains(type) || std::ranges::any_of(syncKinds(), [&](const SyncKind &kind) {
               return type == kind.changed || type == kind.gone;
           });
}

} // namespace kinframe::server
