// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/scene_files.h"

#include "base/digest.h"
#include "library/owner.h"
#include "render/files/files.h"
#include "render/scene/path_pattern.h"
#include "render/scene/scene_words.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "ui/renders/render_reads.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using render::AnalysedScene;
using render::Engine;
using render::SceneFormat;
using render::Spread;

// Blender reads in the background; asked again it says what it has by then.
constexpr auto askAgain = 500ms;
constexpr qsizetype blockSize = 1 << 20;
constexpr int levelsUp = 8; // of folders in which a project may lie

Engine engineOf(SceneFormat format)
{
    switch (format) {
    case SceneFormat::MayaAscii:
        return Engine::Maya;
    case SceneFormat::UnrealProject:
        return Engine::Unreal;
    case SceneFormat::Blend:
        break;
    }
    return Engine::Blender;
}

bool isBeingRead(const AnalysedScene &scene)
{
    return !scene.facts.isWhole && std::ranges::any_of(scene.notes, [](const render::SceneNote &note) {
        return note.notice == render::SceneNotice::BlenderReads;
    });
}

/// Whether it was asked to stop within that time.
bool stopsWithin(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    return woken.wait_for(lock, stop, time, [&stop] { return stop.stop_requested(); });
}

QString projectOf(const QString &scene)
{
    QDir folder = QFileInfo(scene).dir();
    for (int level = 0; level < levelsUp; ++level) {
        if (folder.exists(u"workspace.mel"_s)) {
            return folder.path();
        }
        if (!folder.cdUp()) {
            break;
        }
    }
    return {};
}

/// Whether its path stands for many files, whatever the scene says of it.
bool isSet(const render::SceneAsset &asset)
{
    return asset.found.isThere ? asset.found.isSet
                               : render::pathPatternOf(asset.file.path, asset.file.spread).has_value();
}

Spread spreadOf(const render::SceneFile &file)
{
    static const QRegularExpression frames(u"<f|#|%"_s, QRegularExpression::CaseInsensitiveOption);
    return file.spread != Spread::One ? file.spread : file.path.contains(frames) ? Spread::Sequence : Spread::Tiles;
}

std::vector<PlannedFile> filesOf(const AnalysedScene &scene)
{
    std::vector<PlannedFile> files;
    for (const render::SceneAsset &asset : scene.assets) {
        PlannedFile file;
        file.type = render::nameOf(asset.file.type);
        file.spread = asset.file.spread;
        file.reason = asset.found.reason;
        if (isSet(asset)) {
            file.set = asset.file.path;
            file.spread = spreadOf(asset.file);
        }
        if (asset.found.isThere && asset.found.isSet) {
            for (const QString &member : asset.found.members) {
                file.localPath = file.source = member;
                file.size = QFileInfo(member).size();
                files.push_back(file);
            }
            continue;
        }
        file.localPath = asset.found.path.isEmpty() ? asset.file.path : asset.found.path;
        if (asset.found.isThere) {
            file.source = asset.found.otherCase.isEmpty() ? asset.found.path : asset.found.otherCase;
            file.size = asset.found.size;
        }
        files.push_back(std::move(file));
    }
    return files;
}

Result<render::StoredFile> store(const Services &services, qint64 userId, const QString &path, const QString &type,
                                 const std::function<void(qint64)> &progressed, const std::stop_token &stop)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(source.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileVanished, {{u"path"_s, path}},
                    source.errorString());
    }
    const QString temporary = services.library.blobs.temporaryPath();
    QFile copy(temporary);
    if (!copy.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::DiskFailed, {{u"path"_s, temporary}}, copy.errorString());
    }
    MultiHash hash;
    while (!source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        const bool isStopped = stop.stop_requested();
        if (isStopped || block.isEmpty() || copy.write(block) != block.size()) {
            copy.remove();
            return isStopped         ? fail(ErrorCode::Canceled)
                   : block.isEmpty() ? fail(ErrorCode::FileUnreadable, {{u"path"_s, path}}, source.errorString())
                                     : fail(ErrorCode::DiskFailed, {{u"path"_s, temporary}}, copy.errorString());
        }
        hash.add(block);
        progressed(block.size());
    }
    if (!copy.flush()) {
        copy.remove();
        return fail(ErrorCode::DiskFailed, {{u"path"_s, temporary}}, copy.errorString());
    }
    copy.close();
    render::FileFacts facts;
    facts.fileName = QFileInfo(path).fileName();
    facts.fileType = type;
    auto added = services.renderFiles->addSpooled(userId, temporary, hash.finish(), facts);
    return added ? Result<render::StoredFile>(std::move(added->file)) : failed(added);
}

} // namespace

Result<PlannedScene> planScene(const Services &services, qint64 userId, const QString &path,
                               const std::stop_token &stop)
{
    auto caller = callerOf(services, userId);
    const auto isOwner = services.library.database.read(
        [userId](storage::Connection &db) -> Result<bool> { return library::findOwner(db, userId).isOwner; });
    const auto settings = services.sceneAnalysis->settings();
    auto setup = caller ? services.tasks->setup() : Result<render::RenderSetup>(failed(caller));
    if (!setup || !isOwner || !settings) {
        return !setup ? failed(setup) : !isOwner ? failed(isOwner) : failed(settings);
    }
    const auto access = *isOwner ? render::SceneAccess::everywhere() : render::SceneAccess::within(settings->folders);
    const render::SceneAsk ask{QDir::cleanPath(path), path, false, access};
    auto scene = services.sceneAnalysis->analyse(ask, stop);
    while (scene && isBeingRead(*scene)) {
        if (stopsWithin(askAgain, stop)) {
            return fail(ErrorCode::Canceled);
        }
        scene = services.sceneAnalysis->analyse(ask, stop);
    }
    if (!scene) {
        return failed(scene);
    }
    PlannedScene planned;
    planned.path = ask.path;
    planned.engine = engineOf(scene->facts.format);
    planned.files = filesOf(*scene);
    planned.scene = std::move(*scene);
    planned.projectDir = planned.engine == Engine::Maya ? projectOf(ask.path) : QString();
    const auto program = setup->program(planned.engine, {}, setup->runner);
    planned.engineError = program ? std::optional<Error>() : std::optional(program.error());
    planned.setup = std::move(*setup);
    planned.caller = std::move(*caller);
    return planned;
}

Result<render::TaskRequest> requestFor(const PlannedScene &scene, const QString &key, const QJsonObject &wishes,
                                       const std::vector<render::RequestedFile> &files)
{
    QJsonArray assets;
    for (const render::RequestedFile &file : files) {
        assets += QJsonObject{{u"local_path"_s, file.localPath},
                              {u"file_hash"_s, QString::fromLatin1(file.md5.toHex())},
                              {u"type"_s, file.type}};
    }
    QJsonObject info{{u"source_dir"_s, QFileInfo(scene.path).path()}, {u"assets"_s, assets}};
    if (!scene.projectDir.isEmpty()) {
        info[u"project_dir"_s] = scene.projectDir;
    }
    if (const QString camera = wishes[u"camera"].toString(); !camera.isEmpty()) {
        info[u"camera"_s] = camera;
    }
    // Who goes on without them knows that they are missing.
    info[u"ignore_missing"_s] =
        std::ranges::any_of(scene.files, [](const PlannedFile &file) { return file.source.isEmpty(); });
    QJsonObject body = wishes;
    body.remove(u"camera"_s);
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (const QJsonValue pixels = body.take(side); pixels.toInt() > 0) {
            info[side] = pixels;
        }
    }
    body[u"unionid"_s] = scene.caller.name;
    body[u"oss_file_path"_s] = key;
    body[u"is_compressed"_s] = scene.path.endsWith(".gz"_L1, Qt::CaseInsensitive);
    body[u"render_engine"_s] = render::nameOf(scene.engine);
    body[u"task_info"_s] = info;
    return render::taskRequestFrom(body);
}

qint64 sizeOf(const PlannedScene &scene)
{
    qint64 bytes = scene.scene.size;
    for (const PlannedFile &file : scene.files) {
        bytes += file.source.isEmpty() ? 0 : file.size;
    }
    return bytes;
}

Result<qint64> submitScene(const Services &services, const PlannedScene &scene, const QJsonObject &wishes,
                           const std::function<void(qint64 bytes)> &progressed, const std::stop_token &stop)
{
    const qint64 userId = scene.caller.userId;
    qint64 bytes = 0;
    const auto advance = [&](qint64 more) {
        bytes += more;
        progressed(bytes);
    };
    std::vector<render::RequestedFile> files;
    QHash<QString, QByteArray> known; // One file may stand for several paths.
    for (const PlannedFile &file : scene.files) {
        if (file.source.isEmpty()) {
            continue;
        }
        if (!known.contains(file.source)) {
            const auto stored = store(services, userId, file.source, file.type, advance, stop);
            if (!stored) {
                return failed(stored);
            }
            known.insert(file.source, stored->md5);
        }
        files.push_back({file.localPath, known.value(file.source), file.type});
    }
    const auto stored = store(services, userId, scene.path, u"scene"_s, advance, stop);
    const auto request =
        stored ? requestFor(scene, stored->storageKey(), wishes, files) : Result<render::TaskRequest>(failed(stored));
    if (!request) {
        return failed(request);
    }
    const auto task = services.tasks->create(scene.caller, *request);
    return task ? Result<qint64>(task->id) : failed(task);
}

} // namespace kinframe::ui
