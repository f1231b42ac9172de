// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "library/services.h"

namespace kinframe {
class ProgressRegistry;
namespace accounts {
class Accounts;
}
namespace faces {
class History;
class People;
class Recognition;
class Suggestions;
} // namespace faces
namespace models {
class ModelStore;
}
namespace render {
class Files;
class PartialUploads;
class StoreChoice;
class SceneAnalysis;
class Tasks;
} // namespace render
namespace transfer {
class Downloads;
class FileDownloader;
class SecretStore;
class Servers;
} // namespace transfer

/// The open library with all that it can do: what the routes answer from and the window works with. The program fills
/// it once; all of it outlives the server and the window.
struct Services
{
    library::Services library;
    accounts::Accounts &accounts;
    faces::People &people;
    faces::History &history;
    faces::Suggestions &suggestions;
    faces::Recognition &recognition;
    models::ModelStore &models;
    transfer::FileDownloader &downloader;
    ProgressRegistry &progress;
    EventBus &events;
    // Renders; nullptr where only other parts are worked with.
    render::Files *renderFiles = nullptr;
    render::PartialUploads *partialUploads = nullptr;
    render::StoreChoice *objectStore = nullptr;
    render::SceneAnalysis *sceneAnalysis = nullptr;
    render::Tasks *tasks = nullptr;
    // Other libraries and what is fetched from them; the same.
    transfer::Downloads *downloads = nullptr;
    transfer::Servers *servers = nullptr;
    transfer::SecretStore *secrets = nullptr;
};

} // namespace kinframe
