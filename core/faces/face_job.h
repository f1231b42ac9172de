// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/face_analyser.h"
#include "jobs/handler.h"

namespace kinframe::faces {

/// The job of kind `faces`: looks for an asset's faces once its models are there, or anew, and measures those that were
/// drawn by hand.
class FaceJob
{
public:
    FaceJob(const library::Services &services, PeopleIndexes &indexes, ModelSource models);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);
    /// The failure hook of the kind.
    [[nodiscard]] Result<void> fail(storage::Transaction &transaction, const jobs::Job &job, const Error &error);

private:
    library::Services m_services;
    ModelSource m_models;
    FaceAnalyser m_analyser;
};

} // namespace kinframe::faces
