// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/json_writer.h"
#include "storage/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QUuid>

#include <span>

namespace kinframe::faces {
struct Face;
}

namespace kinframe::server {

/// The oldest version of Immich's description that an asset's text must satisfy. All satisfy the newest.
enum class AssetShape {
    Immich1102, ///< with what was given up later: `libraryId` is always there, `stack` never is
    Immich1118, ///< knows no faces that were drawn by hand
    Immich275,
};

/// Whose assets are written.
enum class AssetOwners {
    One,
    Several, ///< and one looks at them: what they say of people, and what they like, is the owners' own
};

/// Writes assets as complete `AssetResponseDto`s, straight from their rows: for many at once with a few
/// statements for all of them together. It remembers who and what it has written before. One thread at a time.
class AssetWriter
{
public:
    /// `owner` has all the assets, or looks at those of several.
    AssetWriter(const QUuid &owner, AssetShape shape, AssetOwners owners = AssetOwners::One);

    /// Behind what is in `out`, separated by commas, in the order of `ids` (row ids); what is not there is left out.
    /// Some hundreds at a time are best. Throws SqlError.
    void write(storage::Connection &db, std::span<const qint64> ids, QByteArray &out);

private:
    struct Parts;

    void writeOfSeveral(storage::Connection &db, std::span<const qint64> ids, QByteArray &out);
    void writeAsset(JsonWriter &json, const storage::Statement &row, const Parts &parts);
    void writeFlags(JsonWriter &json, const storage::Statement &row) const;
    void writeFaces(JsonWriter &json, storage::Connection &db, std::span<const faces::Face> faces);
    void writeFace(JsonWriter &json, const faces::Face &face) const;
    void writeTags(JsonWriter &json, const storage::Statement &row, const Parts &parts);
    [[nodiscard]] const QByteArray &personMembers(storage::Connection &db, qint64 personId);
    [[nodiscard]] const QByteArray &tagMembers(const QByteArray &tag);

    const QUuid m_owner;
    const QByteArray m_ownerBytes;
    const AssetShape m_shape;
    const AssetOwners m_owners;
    bool m_isOthers = false;            ///< who looks is not the owner
    QHash<qint64, QByteArray> m_people; ///< their members but the faces; not more than some thousands
    QHash<QByteArray, QByteArray> m_tags;
};

/// `0:01:02.34500`
[[nodiscard]] QByteArray durationText(qint64 ms);

/// One asset as its `AssetResponseDto`, as `viewer` may see it; empty where it is not there. Throws SqlError.
[[nodiscard]] QJsonObject assetJson(storage::Connection &db, const QUuid &viewer, qint64 assetId);

} // namespace kinframe::server
