// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_by_hand.h"

#include <regex>

namespace kinframe::bench {
namespace {

// uuid!(…), time!(…), flag!(…) and face!() are written out below.
constexpr char page[] = R"sql(
SELECT json_object(
  'id', uuid!(a.uuid), 'deviceAssetId', coalesce(a.device_asset_id, ''), 'deviceId', coalesce(a.device_id, ''),
  'ownerId', ?4, 'libraryId', NULL, 'type', iif(a.is_video, 'VIDEO', 'IMAGE'),
  'originalPath', '/api/assets/' || uuid!(a.uuid) || '/original', 'originalFileName', a.file_name,
  'originalMimeType', a.mime_type, 'thumbnailPath', '/api/assets/' || uuid!(a.uuid) || '/thumbnail',
  'thumbhash', NULL, 'checksum', hex(b.sha1),
  'duration', printf('%d:%02d:%02d.%05d', coalesce(a.duration_ms, 0) / 3600000,
    coalesce(a.duration_ms, 0) / 60000 % 60, coalesce(a.duration_ms, 0) / 1000 % 60,
    coalesce(a.duration_ms, 0) % 1000 * 100),
  'width', a.width, 'height', a.height, 'livePhotoVideoId', iif(v.id IS NULL, NULL, uuid!(v.uuid)),
  'duplicateId', NULL, 'createdAt', time!(a.imported_at), 'fileCreatedAt', time!(a.created_at),
  'fileModifiedAt', time!(coalesce_of_file), 'localDateTime', time!(a.created_at + coalesced_offset),
  'updatedAt', time!(a.updated_at), 'isFavorite', flag!(a.is_favorite), 'isArchived', flag!(a.is_archived),
  'isTrashed', flag!(a.trashed_at IS NOT NULL), 'isOffline', json('false'), 'isEdited', json('false'),
  'hasMetadata', flag!(a.is_ready), 'resized', flag!(a.is_ready),
  'visibility', iif(a.is_hidden, 'hidden', iif(a.is_archived, 'archive', 'timeline')),
  'stack', (SELECT json_object('id', uuid!(s.uuid), 'assetCount', (SELECT count(*) FROM stack_asset q WHERE
    q.stack_id = s.id)) FROM stack_asset m JOIN stack s ON s.id = m.stack_id WHERE m.asset_id = a.id),
  'exifInfo', json_set(e.json, '$.dateTimeOriginal', iif(json_extract(e.json, '$.dateTimeOriginal') IS NULL, NULL,
    strftime('%Y-%m-%dT%H:%M:%f+00:00', a.created_at / 1000.0, 'unixepoch')), '$.latitude', a.latitude,
    '$.longitude', a.longitude, '$.rating', a.rating),
  'tags', (SELECT json_group_array(json_object('id', t.tag, 'name', t.tag, 'value', t.tag,
    'createdAt', time!(g.created_at), 'updatedAt', time!(g.updated_at)))
    FROM (SELECT tag FROM asset_tag WHERE asset_id = a.id ORDER BY tag) t
    JOIN tag g ON g.owner_id = a.owner_id AND g.value = t.tag),
  'people', (SELECT json_group_array(json_object('id', uuid!(p.uuid), 'name', p.name,
    'thumbnailPath', '/api/people/' || uuid!(p.uuid) || '/thumbnail', 'birthDate', p.birth_date,
    'isHidden', flag!(p.is_hidden), 'isFavorite', flag!(p.is_favorite), 'updatedAt', time!(p.updated_at),
    'faces', (SELECT json_group_array(face!()) FROM face f JOIN detection d ON d.id = f.detection_id
      WHERE f.asset_id = a.id AND f.person_id = p.id AND f.is_dismissed = 0)))
    FROM (SELECT DISTINCT person_id FROM face WHERE asset_id = a.id AND is_dismissed = 0 AND person_id IS NOT NULL) who
    JOIN person p ON p.id = who.person_id),
  'unassignedFaces', (SELECT json_group_array(face!()) FROM face f JOIN detection d ON d.id = f.detection_id
    WHERE f.asset_id = a.id AND f.person_id IS NULL AND f.is_dismissed = 0))
FROM (SELECT *, coalesce(file_modified_at, created_at) AS coalesce_of_file,
  coalesce(created_offset, 0) * 60000 AS coalesced_offset FROM asset) a
JOIN blob b ON b.id = a.blob_id LEFT JOIN asset v ON v.id = a.live_video_id LEFT JOIN asset_exif e ON e.asset_id = a.id
WHERE a.owner_id = ?1 AND a.id > ?2 AND a.is_hidden = 0 ORDER BY a.id LIMIT ?3
)sql";

constexpr char face[] = "json_object('id', uuid!(f.uuid), 'imageWidth', a.width, 'imageHeight', a.height, "
                        "'boundingBoxX1', cast(round(d.x * a.width) AS INTEGER), "
                        "'boundingBoxY1', cast(round(d.y * a.height) AS INTEGER), "
                        "'boundingBoxX2', cast(round((d.x + d.width) * a.width) AS INTEGER), "
                        "'boundingBoxY2', cast(round((d.y + d.height) * a.height) AS INTEGER), "
                        "'sourceType', iif(d.detector_id IS NULL, 'manual', 'machine-learning'))";

std::string with(const std::string &sql, const char *name, const std::string &text)
{
    return std::regex_replace(sql, std::regex(std::string(name) + "!\\(([^()]*)\\)"), text);
}

} // namespace

std::string pageByHand()
{
    std::string sql = with(page, "face", face);
    sql = with(sql, "uuid",
               "lower(substr(hex($1), 1, 8) || '-' || substr(hex($1), 9, 4) || '-' || substr(hex($1), 13, 4) || '-' || "
               "substr(hex($1), 17, 4) || '-' || substr(hex($1), 21))");
    sql = with(sql, "time", "strftime('%Y-%m-%dT%H:%M:%fZ', ($1) / 1000.0, 'unixepoch')");
    return with(sql, "flag", "json(iif($1, 'true', 'false'))");
}

} // namespace kinframe::bench
