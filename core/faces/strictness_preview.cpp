// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/strictness_preview.h"

#include "faces/cluster_input.h"
#include "faces/face_jobs.h"
#include "faces/strictness.h"
#include "storage/database.h"

#include <algorithm>
#include <map>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;

// As many as somebody looks at before they decide.
constexpr size_t mostGroups = 24;
constexpr size_t mostPeople = 8;

/// Faces of one person, now, that would lie in one group.
struct Share
{
    PersonId person = 0;
    size_t group = 0;
    qint64 faces = 0;
    const ClusterFace *best = nullptr;
};

bool isLarger(const Share &a, const Share &b)
{
    return a.faces > b.faces;
}

using Shares = std::vector<Share>;

/// By person; the largest share of each comes first.
std::map<PersonId, Shares> sharesOf(const ClusterInput &input, const ClusterResult &result)
{
    std::map<FaceId, const ClusterFace *> faces;
    for (const ClusterFace &face : input.faces) {
        faces.emplace(face.id, &face);
    }
    std::map<PersonId, std::map<size_t, Share>> byGroup;
    for (size_t group = 0; group < result.groups.size(); ++group) {
        for (const FaceId id : result.groups[group].faces) {
            const ClusterFace *face = faces.at(id);
            if (!face->person) {
                continue;
            }
            Share &share = byGroup[*face->person][group];
            share.person = *face->person;
            share.group = group;
            ++share.faces;
            if (!share.best || face->quality > share.best->quality) {
                share.best = face;
            }
        }
    }
    std::map<PersonId, Shares> shares;
    for (const auto &[person, groups] : byGroup) {
        Shares &own = shares[person];
        for (const auto &[group, share] : groups) {
            own.push_back(share);
        }
        std::ranges::stable_sort(own, isLarger);
    }
    return shares;
}

/// People who would be one, as the largest share of each.
std::vector<Shares> joinsOf(const std::map<PersonId, Shares> &shares)
{
    std::map<size_t, Shares> mainShares;
    for (const auto &[person, own] : shares) {
        mainShares[own.front().group].push_back(own.front());
    }
    std::vector<Shares> joins;
    for (auto &[group, members] : mainShares) {
        if (members.size() > 1) {
            std::ranges::stable_sort(members, isLarger);
            joins.push_back(std::move(members));
        }
    }
    return joins;
}

std::vector<Shares> partsOf(const std::map<PersonId, Shares> &shares)
{
    std::vector<Shares> parts;
    for (const auto &[person, own] : shares) {
        if (own.size() > 1) {
            parts.push_back(own);
        }
    }
    return parts;
}

PreviewedPerson describe(Connection &db, const Share &share)
{
    PreviewedPerson person;
    person.faces = share.faces;
    Statement statement = db.prepare("SELECT p.name, f.uuid FROM person p, face f WHERE p.id = ?1 AND f.id = ?2");
    statement.bindAll(share.person, share.best->id);
    if (statement.step()) {
        person.name = statement.text(0);
        person.cover = statement.uuid(1);
    }
    return person;
}

std::vector<StrictnessPreview::Group> describe(Connection &db, std::vector<Shares> groups)
{
    const auto sizeOf = [](const Shares &shares) {
        qint64 faces = 0;
        for (const Share &share : shares) {
            faces += share.faces;
        }
        return faces;
    };
    std::ranges::stable_sort(groups, [&](const Shares &a, const Shares &b) { return sizeOf(a) > sizeOf(b); });
    groups.resize(std::min(groups.size(), mostGroups));
    std::vector<StrictnessPreview::Group> described;
    for (const Shares &shares : groups) {
        StrictnessPreview::Group &group = described.emplace_back();
        group.total = qint64(shares.size());
        for (size_t i = 0; i < std::min(shares.size(), mostPeople); ++i) {
            group.people.push_back(describe(db, shares[i]));
        }
    }
    return described;
}

} // namespace

Result<StrictnessPreview> previewStrictness(const library::Services &services, qint64 ownerId, const ModelTraits &model,
                                            int strictness, const std::function<void(double)> &onProgress,
                                            const std::stop_token &stop)
{
    auto stored = services.database.read(
        [&](Connection &db) -> Result<StoredFaces> { return readFaces(db, ownerId, model); }, stop);
    if (!stored) {
        return failed(stored);
    }
    ClusterInput &input = stored->input;
    input.sameThreshold = sameThresholdAt(model, input.faces.size(), strictness);
    input.onProgress = [&](float done) {
        onProgress(double(done));
        return !stop.stop_requested();
    };
    const ClusterResult result = clusterFaces(input);
    if (stop.stop_requested()) {
        return fail(ErrorCode::Canceled);
    }
    const auto shares = sharesOf(input, result);
    const std::vector<Shares> joins = joinsOf(shares);
    const std::vector<Shares> parts = partsOf(shares);
    StrictnessPreview preview;
    preview.peopleNow = qint64(shares.size());
    preview.peopleThen = qint64(result.groups.size());
    preview.joined = qint64(joins.size());
    preview.parted = qint64(parts.size());
    return services.database.read(
        [&](Connection &db) -> Result<StrictnessPreview> {
            preview.joins = describe(db, joins);
            preview.parts = describe(db, parts);
            return preview;
        },
        stop);
}

Result<void> chooseStrictness(const library::Services &services, qint64 ownerId, int strictness)
{
    return services.database.write([&](storage::Transaction &transaction) -> Result<void> {
        storeStrictness(transaction, ownerId, strictness);
        auto queued = enqueueClustering(transaction, services.jobs, ownerId, 0);
        return queued ? Result<void>{} : Result<void>(failed(queued));
    });
}

} // namespace kinframe::faces
