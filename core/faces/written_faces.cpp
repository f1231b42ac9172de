// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/written_faces.h"

namespace kinframe::faces {

std::vector<media::FaceRegion> writtenFaces(storage::Connection &db, const library::Asset &asset)
{
    std::vector<media::FaceRegion> faces;
    // Detections are kept as the file shows them; who was merged into another has lost the faces to them.
    storage::Statement statement = db.prepare(
        "SELECT iif(f.is_dismissed, '', coalesce(p.name, '')), d.x, d.y, d.width, d.height FROM face f JOIN detection "
        "d ON d.id = f.detection_id LEFT JOIN person p ON p.id = f.person_id WHERE f.asset_id = ?1 AND d.blob_id = ?2 "
        "AND d.frame_ms IS NULL ORDER BY d.x, d.y, f.id");
    statement.bindAll(asset.id, asset.blobId);
    while (statement.step()) {
        faces.push_back({media::FaceRegion::Kind::Face, statement.text(0), statement.real(1), statement.real(2),
                         statement.real(3), statement.real(4)});
    }
    return faces;
}

} // namespace kinframe::faces
