// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/assigner.h"

#include "base/ids.h"
#include "faces/person.h"
#include "faces/strictness.h"

#include <QSet>

namespace kinframe::faces {
namespace {

using storage::Statement;
using storage::Transaction;

// People draw regions larger or smaller than the detector does; the same head still shares this much.
constexpr float regionOverlap = 0.3F;
// Enough of the most similar people that one is left where the others are in the picture already.
constexpr size_t candidates = 16;

struct NewFace
{
    StoredDetection detection;
    std::vector<PersonMatch> matches;
};

struct OldFace
{
    qint64 id = 0;
    qint64 detectionId = 0;
    std::optional<qint64> personId;
    bool isSaid = false; ///< confirmed or dismissed
    bool isDrawn = false;
    Box box;
    qint64 frame = 0;
};

/// Where nobody is twice: the picture, or one frame of a video.
qint64 frameOf(std::optional<qint64> frameMs)
{
    return frameMs.value_or(-1);
}

std::vector<OldFace> oldFaces(Transaction &transaction, qint64 assetId)
{
    std::vector<OldFace> faces;
    Statement statement = transaction.prepare(
        "SELECT f.id, d.id, f.person_id, f.is_confirmed OR f.is_dismissed, d.detector_id IS NULL, d.x, d.y, d.width, "
        "d.height, d.frame_ms FROM face f JOIN detection d ON d.id = f.detection_id WHERE f.asset_id = ?1 ORDER BY "
        "f.id");
    statement.bindAll(assetId);
    while (statement.step()) {
        const Box box{float(statement.real(5)), float(statement.real(6)), float(statement.real(7)),
                      float(statement.real(8))};
        faces.push_back({statement.int64(0), statement.int64(1), statement.optionalInt64(2), statement.boolean(3),
                         statement.boolean(4), box, frameOf(statement.optionalInt64(9))});
    }
    return faces;
}

/// The detections that have no face yet. What somebody has drawn already is not drawn again by the detector.
std::vector<NewFace> newFaces(std::vector<StoredDetection> detections, const std::vector<OldFace> &old)
{
    std::vector<NewFace> faces;
    for (StoredDetection &detection : detections) {
        const bool isKnown = std::any_of(old.begin(), old.end(), [&](const OldFace &face) {
            return face.detectionId == detection.id || (face.isDrawn && face.frame == frameOf(detection.frameMs) &&
                                                        overlapOf(face.box, detection.box) >= regionOverlap);
        });
        if (!isKnown) {
            faces.push_back({std::move(detection), {}});
        }
    }
    return faces;
}

void insertFace(Transaction &transaction, const library::Asset &asset, qint64 detectionId,
                std::optional<qint64> personId, bool isConfirmed, std::optional<double> similarity)
{
    transaction.run("INSERT INTO face(uuid, owner_id, asset_id, detection_id, person_id, is_confirmed, similarity) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    newUuid(), asset.ownerId, asset.id, detectionId, personId, isConfirmed, similarity);
}

/// The new faces of an asset find their people together, since they exclude each other.
class Assignment
{
public:
    Assignment(Transaction &transaction, PeopleIndex &index, const ModelTraits &model, const library::Asset &asset,
               std::vector<OldFace> old)
        : m_transaction(transaction)
        , m_index(index)
        , m_model(model)
        , m_asset(asset)
        , m_old(std::move(old))
    {
        for (const OldFace &face : m_old) {
            if (face.personId) {
                m_present.insert({*face.personId, face.frame});
            }
        }
    }

    void name(const media::FaceRegion &region, std::vector<NewFace> &faces)
    {
        const Box box{float(region.x), float(region.y), float(region.width), float(region.height)};
        const auto known = std::find_if(m_old.begin(), m_old.end(),
                                        [&](const OldFace &face) { return overlapOf(face.box, box) >= regionOverlap; });
        if (known != m_old.end()) {
            nameKnown(*known, region.name);
            return;
        }
        const qint64 personId = personNamed(region.name);
        if (isPresent(personId, frameOf({}))) {
            return;
        }
        auto best = std::max_element(faces.begin(), faces.end(), [&](const NewFace &a, const NewFace &b) {
            return overlapOf(a.detection.box, box) < overlapOf(b.detection.box, box);
        });
        if (best != faces.end() && overlapOf(best->detection.box, box) >= regionOverlap) {
            take(best->detection, personId, true, {});
            faces.erase(best);
            return;
        }
        // The detector does not see this face, but whoever named it did.
        FaceFound drawn;
        drawn.face.box = box;
        const double shortSide = std::min(region.width * double(m_asset.width.value_or(0)),
                                          region.height * double(m_asset.height.value_or(0)));
        drawn.face.sizePixels = float(shortSide);
        StoredDetection stored;
        stored.id = storeDrawing(m_transaction, m_asset.blobId, m_asset.ownerId, nullptr, drawn);
        m_assigned.drawn += shortSide >= double(leastRecognisedSize) ? 1 : 0;
        take(stored, personId, true, {});
    }

    void match(std::vector<NewFace> faces)
    {
        const float least =
            sameThresholdAt(m_model, m_index.faceCount(), strictnessOf(m_transaction.db(), m_asset.ownerId));
        for (NewFace &face : faces) {
            if (face.detection.sizePixels >= leastRecognisedSize && !face.detection.embedding.empty()) {
                face.matches = m_index.match(face.detection.embedding, candidates, least);
            }
        }
        // The surest match takes its person first, so that the outcome does not depend on the order of the faces.
        while (!faces.empty()) {
            auto surest = std::max_element(faces.begin(), faces.end(), [&](const NewFace &a, const NewFace &b) {
                return similarityOf(a) < similarityOf(b);
            });
            const auto free = firstFree(*surest);
            if (free) {
                take(surest->detection, free->personId, false, free->similarity);
            } else {
                takeAlone(surest->detection);
            }
            faces.erase(surest);
        }
    }

    [[nodiscard]] Assigned result() const { return m_assigned; }

private:
    [[nodiscard]] bool isPresent(qint64 personId, qint64 frame) const { return m_present.contains({personId, frame}); }
    [[nodiscard]] qint64 personNamed(const QString &name)
    {
        if (const auto person = findPersonByName(m_transaction.db(), m_asset.ownerId, name)) {
            return person->id;
        }
        ++m_assigned.newPeople;
        return makePerson(m_transaction, m_asset.ownerId, name);
    }
    /// The file may have got its names after its faces were found; what somebody has said here since outranks them.
    void nameKnown(OldFace &face, const QString &name)
    {
        if (face.isSaid) {
            return;
        }
        const qint64 personId = personNamed(name);
        if (face.personId == personId) {
            return; // Nothing new, and perhaps only what was written there of a match of our own.
        }
        if (m_transaction.run("UPDATE face SET person_id = ?2, is_confirmed = 1, similarity = NULL WHERE id = ?1 AND "
                              "NOT EXISTS (SELECT 1 FROM face_rejection WHERE face_id = ?1 AND person_id = ?2)",
                              face.id, personId) > 0) {
            face.personId = personId;
            face.isSaid = true;
            m_present.insert({personId, face.frame});
            ++m_assigned.faces;
            m_assigned.hasMoved = true;
        }
    }
    [[nodiscard]] std::optional<PersonMatch> firstFree(const NewFace &face) const
    {
        for (const PersonMatch &match : face.matches) {
            if (!isPresent(match.personId, frameOf(face.detection.frameMs))) {
                return match;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] float similarityOf(const NewFace &face) const
    {
        const auto free = firstFree(face);
        return free ? free->similarity : -1;
    }
    void takeAlone(const StoredDetection &detection)
    {
        if (detection.sizePixels < leastRecognisedSize || detection.embedding.empty()) {
            insertFace(m_transaction, m_asset, detection.id, {}, false, {});
            ++m_assigned.faces;
            return;
        }
        ++m_assigned.newPeople;
        take(detection, makePerson(m_transaction, m_asset.ownerId), false, {});
    }
    void take(const StoredDetection &detection, qint64 personId, bool isConfirmed, std::optional<double> similarity)
    {
        insertFace(m_transaction, m_asset, detection.id, personId, isConfirmed, similarity);
        m_index.add(personId, detection.embedding);
        m_present.insert({personId, frameOf(detection.frameMs)});
        ++m_assigned.faces;
    }

    Transaction &m_transaction;
    PeopleIndex &m_index;
    const ModelTraits &m_model;
    const library::Asset &m_asset;
    std::vector<OldFace> m_old;
    QSet<std::pair<qint64, qint64>> m_present; ///< people and the frames they are in
    Assigned m_assigned;
};

} // namespace

qint64 makePerson(Transaction &transaction, qint64 ownerId, const QString &name)
{
    transaction.run("INSERT INTO person(uuid, owner_id, name, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)",
                    newUuid(), ownerId, name, transaction.stamp());
    return transaction.db().lastInsertId();
}

Assigned assignFaces(Transaction &transaction, PeopleIndexes &indexes, const ModelTraits &model,
                     const library::Asset &asset, std::span<const media::FaceRegion> regions)
{
    const auto index = indexes.of(transaction.db(), asset.ownerId, model);
    // The index runs ahead of the database until the commit.
    transaction.onRollback([&indexes, owner = asset.ownerId] { indexes.forget(owner); });
    std::vector<OldFace> old = oldFaces(transaction, asset.id);
    std::vector<NewFace> faces = newFaces(detectionsOf(transaction.db(), asset.blobId, asset.ownerId, model.name), old);
    Assignment assignment(transaction, *index, model, asset, std::move(old));
    for (const media::FaceRegion &region : regions) {
        if (region.kind == media::FaceRegion::Kind::Face && !region.name.isEmpty()) {
            assignment.name(region, faces);
        }
    }
    assignment.match(std::move(faces));
    Assigned assigned = assignment.result();
    assigned.known = index->faceCount();
    if (assigned.hasMoved) {
        indexes.forget(asset.ownerId);
    }
    return assigned;
}

} // namespace kinframe::faces
