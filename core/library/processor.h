// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/asset.h"
#include "library/asset_file.h"
#include "library/picture_analyser.h"
#include "library/services.h"

namespace kinframe::library {

/// The job of kind `process`: reads an asset's file once and makes of it metadata, thumbnails, the pair of a live photo
/// and what the analyser finds. It may be run again at any time. Several threads at once.
class Processor
{
public:
    /// `analyser` may be null; it outlives the processor.
    Processor(const Services &services, PictureAnalyser *analyser);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);
    /// The failure hook of the kind: the asset says why it could not be read.
    [[nodiscard]] Result<void> fail(storage::Transaction &transaction, const jobs::Job &job, const Error &error);

private:
    struct Input;
    [[nodiscard]] Result<std::optional<Input>> load(const jobs::Job &job);
    [[nodiscard]] Result<jobs::Effect> effectOf(const Input &input, AssetContents contents, jobs::JobContext &context);
    [[nodiscard]] jobs::Effect unreadable(const Input &input, const Error &error);

    Services m_services;
    PictureAnalyser *m_analyser;
};

} // namespace kinframe::library
