// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_library.h"

#include "accounts/accounts.h"
#include "app/download_work.h"
#include "app/render_work.h"
#include "app/work_pace.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/upkeep.h"
#include "faces/cluster_job.h"
#include "faces/deleted_asset.h"
#include "faces/face_job.h"
#include "faces/face_jobs.h"
#include "faces/history.h"
#include "faces/people.h"
#include "faces/recognition.h"
#include "faces/suggestions.h"
#include "faces/written_faces.h"
#include "jobs/job_queue.h"
#include "jobs/progress.h"
#include "library/blob_removals.h"
#include "library/change_feed.h"
#include "library/check.h"
#include "library/folder_job.h"
#include "library/folder_watch.h"
#include "library/import_job.h"
#include "library/library_folder.h"
#include "library/metadata_job.h"
#include "library/process_job.h"
#include "library/processor.h"
#include "library/search_text.h"
#include "library/sidecar_files.h"
#include "library/storage_use.h"
#include "library/writeback_job.h"
#include "models/model_store.h"
#include "render/engines/engine_finder.h"
#include "render/files/files.h"
#include "render/files/partial_uploads.h"
#include "render/files/store_choice.h"
#include "render/files/store_job.h"
#include "render/scene/scene_analysis.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "sync/tombstones.h"
#include "transfer/downloads/downloads.h"
#include "transfer/file_download.h"
#include "transfer/http_client.h"
#include "transfer/remote/servers.h"
#include "transfer/secrets/library_secrets.h"

#include <algorithm>
#include <thread>

namespace kinframe::app {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// People end programs rudely more often than pictures do; one that really does is given up after so many starts.
constexpr int patience = 10;

int cores()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

Result<faces::ModelFiles> findModels(const models::ModelStore &store, const QString &recogniser)
{
    auto paths = store.resolve(recogniser);
    if (!paths) {
        return failed(paths);
    }
    faces::ModelFiles files;
    files.detector = paths->detector.files.front();
    files.recogniser = paths->recogniser.files.front();
    files.kind = paths->recogniser.name == faces::traitsOf(faces::RecogniserKind::SFace2021).name
                     ? faces::RecogniserKind::SFace2021
                     : faces::RecogniserKind::FaceReidentification0095;
    return files;
}

} // namespace

// In the order in which they need each other; taken down from the end.
struct OpenLibrary::Parts
{
    std::unique_ptr<library::LibraryFolder> folder;
    EventBus events;
    ProgressRegistry progress{events};
    library::BlobRemovals removals; // Writes that still end tell it of blobs; it has stopped by then.
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::BlobStore> blobs;
    std::unique_ptr<accounts::Accounts> accounts;
    library::ChangeFeed changes{events};
    faces::PeopleIndexes indexes;
    std::unique_ptr<models::ModelStore> models;
    transfer::HttpClient client;
    transfer::FileDownloader downloader{client};
    std::unique_ptr<transfer::LibrarySecrets> secrets;
    std::unique_ptr<jobs::JobQueue> jobs;
    std::optional<library::Services> library;
    std::unique_ptr<faces::Recognition> recognition;
    std::unique_ptr<faces::FaceAnalyser> analyser;
    std::unique_ptr<library::Processor> processor;
    std::unique_ptr<library::ImportJob> importJob;
    std::unique_ptr<library::FolderJob> folderJob;
    std::unique_ptr<library::MetadataJob> metadataJob;
    std::unique_ptr<library::SearchTextJob> searchTextJob;
    std::unique_ptr<library::WriteBackJob> writeBackJob;
    std::unique_ptr<faces::FaceJob> faceJob;
    std::unique_ptr<faces::ClusterJob> clusterJob;
    std::unique_ptr<faces::People> people;
    std::unique_ptr<faces::History> history;
    std::unique_ptr<faces::Suggestions> suggestions;
    std::unique_ptr<render::Files> renderFiles;
    std::unique_ptr<render::PartialUploads> partialUploads;
    std::unique_ptr<render::StoreChoice> objectStore;
    std::unique_ptr<render::StoreJob> storeJob;
    std::unique_ptr<render::SceneAnalysis> sceneAnalysis;
    std::unique_ptr<RenderWork> renders;
    std::unique_ptr<transfer::Servers> servers;
    std::unique_ptr<DownloadWork> downloads;
    std::optional<Services> services;
    std::unique_ptr<WorkPace> pace;
    std::unique_ptr<library::FolderWatch> folderWatch;
    std::jthread sweeper;
    Upkeep upkeep;

    Result<void> openStorage(const QString &root);
    void makeServices();
    void registerJobs();
    void sweep();
    void keepUp();
};

Result<void> OpenLibrary::Parts::openStorage(const QString &root)
{
    auto opened = library::LibraryFolder::open(root);
    if (!opened) {
        return failed(opened);
    }
    folder = std::move(*opened);
    installLog(folder->logFile());
    auto openedDatabase = storage::Database::open({folder->database(), folder->backups(), wallMs});
    if (!openedDatabase) {
        return failed(openedDatabase);
    }
    database = std::move(*openedDatabase);
    auto openedBlobs = storage::BlobStore::open(folder->blobs(), folder->temporary());
    if (!openedBlobs) {
        return failed(openedBlobs);
    }
    blobs = std::move(*openedBlobs);
    blobs->sweepTemporary();
    auto openedAccounts = accounts::Accounts::open(*database, {folder->root(), {}, wallMs});
    if (!openedAccounts) {
        return failed(openedAccounts);
    }
    accounts = std::move(*openedAccounts);
    return {};
}

void OpenLibrary::Parts::makeServices()
{
    models = std::make_unique<models::ModelStore>(models::Manifest::builtIn(), folder->root(),
                                                  models::ModelStore::foldersOfEnvironment());
    jobs::JobQueueOptions options;
    options.progress = &progress;
    jobs = std::make_unique<jobs::JobQueue>(*database, options);
    library.emplace(library::Services{*database, *blobs, *jobs, changes, folder->thumbnails(), &removals});
    changes.onDeletion([this](storage::Transaction &transaction, const library::Asset &asset) {
        faces::dropFacesOf(transaction, indexes, events, asset);
    });
    changes.onDeletion(library::FolderJob::leaveOut);
    changes.onDeletion([this](storage::Transaction &transaction, const library::Asset &asset) {
        library::dropKeptSidecar(transaction, *blobs, asset);
    });
    changes.onTouch([this](storage::Transaction &transaction, std::span<const qint64> assetIds) {
        library::writeBackLater(transaction, *jobs, assetIds);
        library::refreshSearchTextsLater(transaction, *jobs);
    });
    recognition = std::make_unique<faces::Recognition>(
        *library, [this](const QString &recogniser) { return findModels(*models, recogniser); });
    const faces::ModelSource source = [this] { return recognition->models(); };
    analyser = std::make_unique<faces::FaceAnalyser>(*library, indexes, source);
    processor = std::make_unique<library::Processor>(*library, analyser.get());
    importJob = std::make_unique<library::ImportJob>(*library);
    folderJob = std::make_unique<library::FolderJob>(*library);
    metadataJob = std::make_unique<library::MetadataJob>(*library);
    searchTextJob = std::make_unique<library::SearchTextJob>(*database);
    writeBackJob = std::make_unique<library::WriteBackJob>(*library, faces::writtenFaces);
    faceJob = std::make_unique<faces::FaceJob>(*library, indexes, source);
    clusterJob = std::make_unique<faces::ClusterJob>(*library, indexes, events, source);
    people = std::make_unique<faces::People>(*library, indexes, events);
    history = std::make_unique<faces::History>(*library, indexes, events);
    suggestions = std::make_unique<faces::Suggestions>(*library, indexes, events);
    renderFiles = std::make_unique<render::Files>(*library, render::FilesSetup{folder->objects()});
    partialUploads = std::make_unique<render::PartialUploads>(*renderFiles, render::PartialSetup{folder->uploads()});
    render::SceneOptions scenes;
    scenes.findBlender = [] { return render::findEngine(render::Engine::Blender, {}, {}); };
    sceneAnalysis = std::make_unique<render::SceneAnalysis>(*database, scenes);
    objectStore = std::make_unique<render::StoreChoice>(
        render::StoreChoice::Parts{*renderFiles, client, downloader, folder->objectsKey()});
    storeJob = std::make_unique<render::StoreJob>(*renderFiles);
    renders = std::make_unique<RenderWork>(RenderWork::Parts{*library, *renderFiles, events, folder->renders()});
    services.emplace(Services{*library, *accounts, *people, *history, *suggestions, *recognition, *models, downloader,
                              progress, events, renderFiles.get(), partialUploads.get(), objectStore.get(),
                              sceneAnalysis.get()});
    services->tasks = &renders->tasks();
    secrets = std::make_unique<transfer::LibrarySecrets>(folder->root(), folder->credentials());
    services->secrets = secrets.get();
    downloads =
        std::make_unique<DownloadWork>(DownloadWork::Parts{*library, events, progress, client, downloader, *secrets});
    services->downloads = &downloads->downloads();
    servers = std::make_unique<transfer::Servers>(
        transfer::Servers::Parts{*database, client, *secrets, progress, events, folder->remoteThumbnails()});
    servers->onSignedIn([this](const QString &name) { downloads->downloads().signedIn(name); });
    downloads->downloads().setSources(servers.get());
    services->servers = servers.get();
}

void OpenLibrary::Parts::registerJobs()
{
    jobs::KindOptions process;
    process.kind = QString::fromUtf16(library::processKind);
    process.concurrency = cores();
    process.timeout = 2min;
    process.maxCrashes = patience;
    process.title = u"processing"_s;
    process.onFailed = [this](storage::Transaction &transaction, const jobs::Job &job, const Error &error) {
        return processor->fail(transaction, job, error);
    };
    jobs->registerKind(
        process, [this](const jobs::Job &job, jobs::JobContext &context) { return processor->run(job, context); });
    jobs::KindOptions imports;
    imports.kind = QString::fromUtf16(library::importKind);
    imports.timeout = 0ms;
    imports.maxCrashes = 0;
    imports.onFailed = [this](storage::Transaction &transaction, const jobs::Job &job, const Error &error) {
        return importJob->fail(transaction, job, error);
    };
    jobs->registerKind(
        imports, [this](const jobs::Job &job, jobs::JobContext &context) { return importJob->run(job, context); });
    jobs::KindOptions folders;
    folders.kind = QString::fromUtf16(library::folderKind);
    folders.concurrency = 2; // A slow drive must not hold up a quick one.
    folders.timeout = 0ms;
    folders.maxCrashes = 0;
    jobs->registerKind(
        folders, [this](const jobs::Job &job, jobs::JobContext &context) { return folderJob->run(job, context); });
    jobs::KindOptions metadata;
    metadata.kind = QString::fromUtf16(library::metadataKind);
    metadata.timeout = 0ms;
    metadata.maxCrashes = patience;
    jobs->registerKind(
        metadata, [this](const jobs::Job &job, jobs::JobContext &context) { return metadataJob->run(job, context); });
    jobs::KindOptions searching;
    searching.kind = QString::fromUtf16(library::searchKind);
    searching.timeout = 0ms;
    searching.maxCrashes = patience;
    jobs->registerKind(searching, [this](const jobs::Job &job, jobs::JobContext &context) {
        return searchTextJob->run(job, context);
    });
    jobs::KindOptions writing;
    writing.kind = QString::fromUtf16(library::writeBackKind);
    writing.concurrency = 2; // It waits for disks, which may be slow ones.
    writing.timeout = 0ms;
    writing.maxCrashes = 0;
    writing.title = u"writing"_s;
    jobs->registerKind(
        writing, [this](const jobs::Job &job, jobs::JobContext &context) { return writeBackJob->run(job, context); });
    jobs::KindOptions looking;
    looking.kind = QString::fromUtf16(faces::facesKind);
    looking.concurrency = cores();
    looking.timeout = 2min;
    looking.maxCrashes = patience;
    looking.title = u"faces"_s;
    looking.onFailed = [this](storage::Transaction &transaction, const jobs::Job &job, const Error &error) {
        return faceJob->fail(transaction, job, error);
    };
    jobs->registerKind(looking,
                       [this](const jobs::Job &job, jobs::JobContext &context) { return faceJob->run(job, context); });
    jobs::KindOptions objects;
    objects.kind = QString::fromUtf16(render::storeKind);
    objects.concurrency = 2; // It waits for a server.
    objects.timeout = 0ms;
    objects.maxAttempts = patience;
    objects.maxCrashes = 0;
    objects.title = u"objects"_s;
    jobs->registerKind(objects,
                       [this](const jobs::Job &job, jobs::JobContext &context) { return storeJob->run(job, context); });
    jobs::KindOptions clustering;
    clustering.kind = QString::fromUtf16(faces::clusterKind);
    clustering.timeout = 1h;
    clustering.maxCrashes = 0;
    clustering.title = u"people"_s;
    jobs->registerKind(
        clustering, [this](const jobs::Job &job, jobs::JobContext &context) { return clusterJob->run(job, context); });
}

/// Beside everything else: it lists all files of the store.
void OpenLibrary::Parts::sweep()
{
    sweeper = std::jthread([this, started = wallMs()](const std::stop_token &stop) {
        const auto swept = library::sweepOrphans(*database, *blobs, started, stop);
        if (!swept) {
            qCWarning(logApp).noquote() << "sweep:" << swept.error().forLog();
        } else if (swept->removed > 0 || !swept->missing.isEmpty()) {
            // All of them, if a disk is away, would be a line of many MB.
            constexpr qsizetype mostNamed = 20;
            qCWarning(logApp).noquote() << "sweep removed" << swept->removed << "files; missing"
                                        << swept->missing.size() << "files:"
                                        << swept->missing.first(std::min(swept->missing.size(), mostNamed)).join(u' ');
        }
        const auto thumbnails = library::sweepThumbnails(*database, folder->thumbnails(), started, stop);
        if (!thumbnails) {
            qCWarning(logApp).noquote() << "sweep of thumbnails:" << thumbnails.error().forLog();
        }
    });
}

void OpenLibrary::Parts::keepUp()
{
    upkeep.every(24h, [this] {
        if (const auto expired = accounts->sweepSessions(); !expired) {
            qCWarning(logApp).noquote() << "sessions:" << expired.error().forLog();
        }
        if (const auto swept = sync::sweepTombstones(*database, database->now()); !swept) {
            qCWarning(logApp).noquote() << "tombstones:" << swept.error().forLog();
        }
    });
    upkeep.every(1h, [this, stop = sweeper.get_stop_token()] {
        const auto emptied = library::emptyOldTrash(*library, wallMs(), stop);
        if (!emptied) {
            qCWarning(logApp).noquote() << "trash:" << emptied.error().forLog();
        } else if (*emptied > 0) {
            qCInfo(logApp) << *emptied << "photos had been in the trash for long and are deleted";
        }
    });
    upkeep.every(6h, [this, stop = sweeper.get_stop_token()] {
        if (const auto swept = partialUploads->sweep(); !swept) {
            qCWarning(logApp).noquote() << "uploads in pieces:" << swept.error().forLog();
        }
        const auto collected = renderFiles->collect(stop);
        if (!collected) {
            qCWarning(logApp).noquote() << "files for renders:" << collected.error().forLog();
        } else if (collected->files > 0) {
            qCInfo(logApp) << collected->files
                           << "files for renders were long unused and are deleted:" << collected->bytes << "bytes";
        }
    });
    upkeep.every(1h, [this] { servers->syncAll(); });
    // Jobs that wait for their time wait by the wall clock.
    upkeep.onClockJump([this] { jobs->clockChanged(); });
    upkeep.start();
}

OpenLibrary::OpenLibrary(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Result<std::unique_ptr<OpenLibrary>> OpenLibrary::open(const QString &root)
{
    auto parts = std::make_unique<Parts>();
    if (auto opened = parts->openStorage(root); !opened) {
        return failed(opened);
    }
    faces::prepareEngines();
    parts->makeServices();
    if (auto applied = parts->objectStore->apply(); !applied) {
        qCWarning(logApp).noquote() << "object store:" << applied.error().forLog();
    }
    parts->registerJobs();
    if (auto started = parts->jobs->start(); !started) {
        return failed(started);
    }
    parts->renders->start();
    parts->downloads->start();
    parts->servers->start();
    parts->pace = std::make_unique<WorkPace>(
        *parts->library, parts->events,
        QStringList{QString::fromUtf16(library::processKind), QString::fromUtf16(faces::facesKind)});
    parts->folderWatch = std::make_unique<library::FolderWatch>(*parts->library, parts->events);
    parts->removals.start(*parts->database, *parts->blobs, parts->folder->thumbnails());
    parts->sweep();
    parts->keepUp();
    return std::unique_ptr<OpenLibrary>(new OpenLibrary(std::move(parts)));
}

OpenLibrary::~OpenLibrary()
{
    m_parts->sweeper.request_stop();
    m_parts->folderWatch.reset();
    m_parts->jobs->stop();
    m_parts->downloads.reset();
    m_parts->renders.reset();
    m_parts->removals.stop();
}

const Services &OpenLibrary::services() const
{
    return *m_parts->services;
}

void OpenLibrary::setInUse(bool isInUse)
{
    m_parts->pace->setInUse(isInUse);
}

QString OpenLibrary::root() const
{
    return m_parts->folder->root();
}

QString OpenLibrary::temporaryFolder() const
{
    return m_parts->folder->temporary();
}

QString OpenLibrary::serverFile() const
{
    return m_parts->folder->serverFile();
}

} // namespace kinframe::app
