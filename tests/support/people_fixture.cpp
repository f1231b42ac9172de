// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/people_fixture.h"

#include "faces/apply_clusters.h"
#include "faces/carried_faces.h"
#include "faces/cluster_input.h"
#include "faces/deleted_asset.h"

#include <cmath>
#include <random>

namespace kinframe::test {

namespace {

std::vector<float> unit(std::vector<float> vector)
{
    double square = 0;
    for (const float value : vector) {
        square += double(value) * double(value);
    }
    for (float &value : vector) {
        value = float(double(value) / std::sqrt(square));
    }
    return vector;
}

std::vector<float> direction(int seed, int dimensions)
{
    std::mt19937 random(static_cast<unsigned>(seed) * 7919U + 17U);
    std::normal_distribution<float> normal;
    std::vector<float> vector(static_cast<size_t>(dimensions));
    for (float &value : vector) {
        value = normal(random);
    }
    return unit(std::move(vector));
}

/// Of length 1, with that cosine to `axis`, towards `other`.
std::vector<float> turned(const std::vector<float> &axis, const std::vector<float> &other, double cosine)
{
    double along = 0;
    for (size_t i = 0; i < axis.size(); ++i) {
        along += double(axis[i]) * double(other[i]);
    }
    std::vector<float> across(axis.size());
    for (size_t i = 0; i < axis.size(); ++i) {
        across[i] = float(double(other[i]) - along * double(axis[i]));
    }
    across = unit(std::move(across));
    std::vector<float> result(axis.size());
    for (size_t i = 0; i < axis.size(); ++i) {
        result[i] = float(cosine * double(axis[i]) + std::sqrt(1 - cosine * cosine) * double(across[i]));
    }
    return unit(std::move(result));
}

} // namespace

PeopleFixture::PeopleFixture()
    : model(faces::traitsOf(faces::RecogniserKind::FaceReidentification0095))
    , people(*services, indexes, events)
    , history(*services, indexes, events)
    , suggestions(*services, indexes, events)
{
    changes.onDeletion([this](storage::Transaction &transaction, const library::Asset &asset) {
        faces::dropFacesOf(transaction, indexes, events, asset);
    });
}

faces::Detection PeopleFixture::detection(std::vector<float> vector, float x) const
{
    faces::Detection made;
    made.found.face.box = {x, 0.2F, 0.15F, 0.2F};
    made.found.face.score = 0.9F;
    made.found.face.sizePixels = 100;
    made.found.quality = 0.8F;
    made.found.embedding = {model.kind, std::move(vector)};
    return made;
}

faces::Detection PeopleFixture::face(int identity, int shot, float x, double similarity) const
{
    return detection(turned(direction(identity, model.dimensions),
                            direction(10'000 + identity * 100 + shot, model.dimensions), similarity),
                     x);
}

faces::Detection PeopleFixture::faceBetween(int identity, int other, double cosine, float x) const
{
    return detection(turned(direction(identity, model.dimensions), direction(other, model.dimensions), cosine), x);
}

library::Registered PeopleFixture::photo()
{
    ++m_photos;
    const auto added = *upload(jpeg(m_photos % 256, 64, 64 + m_photos));
    (void)run("UPDATE asset SET width = 1000, height = 800, is_ready = 1 WHERE id = ?1", added.assetId);
    return added;
}

faces::Assigned PeopleFixture::find(const library::Registered &photo, const std::vector<faces::Detection> &found,
                                    const std::vector<media::FaceRegion> &regions, qint64 userId)
{
    return *change([&](storage::Transaction &tx) -> Result<faces::Assigned> {
        const auto asset = library::findAsset(tx.db(), userId == 0 ? owner.userId : userId, photo.uuid);
        faces::storeDetections(tx, asset->blobId, model, found);
        (void)faces::carryFaces(tx, *services, model, *asset);
        return faces::assignFaces(tx, indexes, model, *asset, regions);
    });
}

library::Registered PeopleFixture::photoOf(const std::vector<faces::Detection> &found)
{
    const auto made = photo();
    find(made, found);
    return made;
}

std::vector<faces::Face> PeopleFixture::facesIn(const library::Registered &photo)
{
    return *database->read([&](storage::Connection &db) -> Result<std::vector<faces::Face>> {
        return faces::facesOfAsset(db, photo.assetId);
    });
}

faces::Face PeopleFixture::faceIn(const library::Registered &photo, size_t place)
{
    return facesIn(photo).at(place);
}

QUuid PeopleFixture::personIn(const library::Registered &photo, size_t place)
{
    return faceIn(photo, place).personUuid.value_or(QUuid());
}

std::optional<faces::Person> PeopleFixture::person(const QUuid &uuid, qint64 userId)
{
    return *database->read([&](storage::Connection &db) -> Result<std::optional<faces::Person>> {
        return faces::findPerson(db, userId == 0 ? owner.userId : userId, uuid);
    });
}

faces::PeoplePage PeopleFixture::everybody(qint64 userId)
{
    return *database->read([&](storage::Connection &db) -> Result<faces::PeoplePage> {
        return faces::listPeople(db, userId == 0 ? owner.userId : userId, {});
    });
}

faces::Person PeopleFixture::name(const QUuid &person, const QString &name)
{
    faces::PersonEdit edit;
    edit.name = name;
    return *people.edit(owner.userId, person, edit);
}

qint64 PeopleFixture::cluster(const std::function<void()> &meanwhile)
{
    faces::StoredFaces stored;
    (void)database->read([&](storage::Connection &db) -> Result<void> {
        stored = faces::readFaces(db, owner.userId, model);
        return {};
    });
    const faces::ClusterResult result = faces::clusterFaces(stored.input);
    if (meanwhile) {
        meanwhile();
    }
    const qint64 moved = *change([&](storage::Transaction &tx) -> Result<qint64> {
        return faces::applyClusters(tx, changes, owner.userId, stored.input, result);
    });
    indexes.forget(owner.userId);
    return moved;
}

} // namespace kinframe::test
