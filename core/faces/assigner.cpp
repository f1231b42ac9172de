// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/assigner.h"

#include "base/ids.h"
#include "faces/person.h"

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

QSet<qint64> takenDetections(Transaction &transaction, qint64 assetId)
{
    QSet<qint64> taken;
    Statement statement = transaction.prepare("SELECT detection_id FROM face WHERE asset_id = ?1");
    statement.bindAll(assetId);
    while (statement.step()) {
        taken.insert(statement.int64(0));
    }
    return taken;
}

QSet<qint64> peopleIn(Transaction &transaction, qint64 assetId)
{
    QSet<qint64> people;
    Statement statement =
        transaction.prepare("SELECT person_id FROM face WHERE asset_id = ?1 AND person_id IS NOT NULL");
    statement.bindAll(assetId);
    while (statement.step()) {
        people.insert(statement.int64(0));
    }
    return people;
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
    Assignment(Transaction &transaction, PeopleIndex &index, const ModelTraits &model, const library::Asset &asset)
        : m_transaction(transaction)
        , m_index(index)
        , m_model(model)
        , m_asset(asset)
        , m_present(peopleIn(transaction, asset.id))
    {
    }

    void name(const media::FaceRegion &region, std::vector<NewFace> &faces)
    {
        const auto person = findPersonByName(m_transaction.db(), m_asset.ownerId, region.name);
        const qint64 personId = person ? person->id : makePerson(m_transaction, m_asset.ownerId, region.name);
        m_assigned.newPeople += person ? 0 : 1;
        if (m_present.contains(personId)) {
            return;
        }
        const Box box{float(region.x), float(region.y), float(region.width), float(region.height)};
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
        take(stored, personId, true, {});
    }

    void match(std::vector<NewFace> faces)
    {
        const float least = sameThresholdFor(m_model, m_index.faceCount());
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
    [[nodiscard]] std::optional<PersonMatch> firstFree(const NewFace &face) const
    {
        for (const PersonMatch &match : face.matches) {
            if (!m_present.contains(match.personId)) {
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
        m_present.insert(personId);
        ++m_assigned.faces;
    }

    Transaction &m_transaction;
    PeopleIndex &m_index;
    const ModelTraits &m_model;
    const library::Asset &m_asset;
    QSet<qint64> m_present;
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
    const QSet<qint64> taken = takenDetections(transaction, asset.id);
    std::vector<NewFace> faces;
    for (StoredDetection &detection : detectionsOf(transaction.db(), asset.blobId, asset.ownerId, model.name)) {
        if (!taken.contains(detection.id)) {
            faces.push_back({std::move(detection), {}});
        }
    }
    Assignment assignment(transaction, *index, model, asset);
    for (const media::FaceRegion &region : regions) {
        if (region.kind == media::FaceRegion::Kind::Face && !region.name.isEmpty()) {
            assignment.name(region, faces);
        }
    }
    assignment.match(std::move(faces));
    Assigned assigned = assignment.result();
    assigned.known = index->faceCount();
    return assigned;
}

} // namespace kinframe::faces
