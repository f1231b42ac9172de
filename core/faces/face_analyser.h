// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/detections.h"
#include "faces/people_index.h"
#include "library/change_feed.h"
#include "library/picture_analyser.h"
#include "library/services.h"

#include <functional>
#include <mutex>
#include <optional>

namespace kinframe::faces {

/// Where the models are now; ModelMissing, ModelWrongHash, … where they are not. Cheap after the first call.
using ModelSource = std::function<Result<ModelFiles>()>;

/// Finds the faces in the pictures of an asset and whose they are. Without models the asset waits for them.
class FaceAnalyser : public library::PictureAnalyser
{
public:
    FaceAnalyser(const library::Services &services, PeopleIndexes &indexes, ModelSource models);

    [[nodiscard]] Result<void> isReady() override;
    [[nodiscard]] Result<Effect> analyse(const library::Asset &asset, const media::Metadata &metadata,
                                         std::span<const library::AnalysedPicture> pictures, std::any &worker,
                                         const std::stop_token &stop) override;

private:
    void lookInOthers(storage::Transaction &transaction, const library::Asset &asset) const;
    [[nodiscard]] Effect waitForModels(const library::Asset &asset) const;

    library::Services m_services;
    PeopleIndexes &m_indexes;
    ModelSource m_models;
};

/// The calling worker's engine, loaded at the first call and again where other models were chosen.
[[nodiscard]] Result<FaceEngine *> engineOf(std::any &worker, const ModelSource &models);

/// The faces of all pictures. In a video, a face that is in several frames is kept once, where it is seen best.
[[nodiscard]] Result<std::vector<Detection>>
findFaces(FaceEngine &engine, std::span<const library::AnalysedPicture> pictures, const std::stop_token &stop);

} // namespace kinframe::faces
