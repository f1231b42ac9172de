// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/face_analyser.h"
#include "faces/people_index.h"
#include "jobs/handler.h"
#include "library/services.h"

namespace kinframe::faces {

/// Sorts all faces of a user into people anew, by everything that is known by now, and finds who may be the same
/// person. What people have said stays: confirmed faces, named people, rejections. What they say while it computes
/// wins.
class ClusterJob
{
public:
    ClusterJob(const library::Services &services, PeopleIndexes &indexes, EventBus &events, ModelSource models);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

private:
    library::Services m_services;
    PeopleIndexes &m_indexes;
    EventBus &m_events;
    ModelSource m_models;
};

} // namespace kinframe::faces
