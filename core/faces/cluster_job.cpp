// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/cluster_job.h"

#include "base/log.h"
#include "faces/apply_clusters.h"
#include "faces/cluster_input.h"
#include "storage/database.h"

namespace kinframe::faces {

using namespace Qt::StringLiterals;

namespace {

// What is common to all of a person's faces: far more of them than that are not all needed at once by anyone.
struct Clustered
{
    StoredFaces faces;
    ClusterResult result;
};

} // namespace

ClusterJob::ClusterJob(const library::Services &services, PeopleIndexes &indexes, EventBus &events, ModelSource models)
    : m_services(services)
    , m_indexes(indexes)
    , m_events(events)
    , m_models(std::move(models))
{
}

Result<jobs::Effect> ClusterJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    const auto files = m_models();
    if (!files) {
        return context.hold(files.error());
    }
    const ModelTraits &model = traitsOf(files->kind);
    const qint64 owner = job.userId.value_or(0);
    auto clustered = std::make_shared<Clustered>();
    auto read = m_services.database.read([&](storage::Connection &db) -> Result<void> {
        clustered->faces = readFaces(db, owner, model);
        return {};
    });
    if (!read) {
        return failed(read);
    }
    clustered->faces.input.onProgress = [&context](float) { return !context.shouldStop(); };
    clustered->result = clusterFaces(clustered->faces.input);
    if (context.shouldStop()) {
        return fail(ErrorCode::Canceled);
    }
    return jobs::Effect([this, owner, clustered](storage::Transaction &transaction) -> Result<void> {
        const qint64 moved =
            applyClusters(transaction, m_services.changes, owner, clustered->faces.input, clustered->result);
        m_indexes.forget(owner);
        transaction.onRollback([this, owner] { m_indexes.forget(owner); });
        qCInfo(logFaces) << clustered->faces.input.faces.size() << "faces in" << clustered->result.groups.size()
                         << "people," << moved << "moved";
        if (moved > 0) {
            transaction.afterCommit([this] { m_events.publish({u"person.changed"_s, {}, {}, {}}); });
        }
        return {};
    });
}

} // namespace kinframe::faces
