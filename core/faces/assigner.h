// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/detections.h"
#include "faces/people_index.h"
#include "library/asset.h"
#include "media/face_regions.h"
#include "storage/transaction.h"

#include <span>

namespace kinframe::faces {

/// What assigning changed.
struct Assigned
{
    qint64 faces = 0;
    qint64 newPeople = 0;
    qint64 drawn = 0;      ///< of them named in the file but not seen by the detector, to be measured
    bool hasMoved = false; ///< a face went from one person to another
    size_t known = 0;      ///< faces with a person that the user has now
};

/// Gives every detection of an asset its face row, and every new face of at least leastRecognisedSize a person: the one
/// it is most like, else a new one without a name. Two faces of one picture never get the same person. Names in the
/// file make confirmed faces of the people they name, unless somebody has said something else about the face there.
/// Other faces that exist already stay as they are. On the writer thread;
/// throws SqlError.
[[nodiscard]] Assigned assignFaces(storage::Transaction &transaction, PeopleIndexes &indexes, const ModelTraits &model,
                                   const library::Asset &asset, std::span<const media::FaceRegion> regions);

/// A person without a name. Throws SqlError.
[[nodiscard]] qint64 makePerson(storage::Transaction &transaction, qint64 ownerId, const QString &name = {});

} // namespace kinframe::faces
