// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_analysis.h"

#include "base/log.h"
#include "render/scene/blender_queue.h"
#include "render/scene/blender_reader.h"
#include "render/scene/scene_cache.h"
#include "render/scene/scene_reader.h"
#include "render/scene/seen_files.h"
#include "storage/database.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 waitStep = 100;         ///< ms until the caller's token is looked at again
constexpr std::size_t mostNotes = 1'000; ///< further files have none

void addNotes(const SceneAsset &asset, std::vector<SceneNote> &notes)
{
    if (notes.size() >= mostNotes) {
        return;
    }
    if (!asset.found.otherCase.isEmpty()) {
        notes.push_back({SceneNotice::OtherCase, {{u"path"_s, asset.file.path}, {u"found"_s, asset.found.otherCase}}});
    }
    if (!asset.found.otherPlace.isEmpty()) {
        notes.push_back(
            {SceneNotice::OtherPlace, {{u"path"_s, asset.file.path}, {u"found"_s, asset.found.otherPlace}}});
    }
    const SceneNote cut{SceneNotice::FolderTooLarge, {{u"path"_s, asset.found.cutFolder}}};
    if (!asset.found.cutFolder.isEmpty() && std::find(notes.begin(), notes.end(), cut) == notes.end()) {
        notes.push_back(cut);
    }
}

/// Puts what Blender said in place of what the file's beginning says, or why it did not.
void take(const Result<SceneFacts> &said, SceneFacts &facts)
{
    if (said) {
        const QString application = facts.application;
        facts = *said;
        facts.application = application;
        return;
    }
    const Error &error = said.error();
    if (error.code == ErrorCode::EngineMissing) {
        facts.notes.push_back({SceneNotice::BlenderMissing, {{u"path"_s, error.fact(u"path"_s)}}});
    } else if (error.code != ErrorCode::Canceled && error.code != ErrorCode::ShuttingDown) {
        const QString reason = error.fact(u"reason"_s);
        facts.notes.push_back({SceneNotice::BlenderFailed, {{u"reason"_s, reason.isEmpty() ? error.name() : reason}}});
    }
}

/// Others' keys are their own affair.
QString keyFor(const CachedScene &scene, const SceneReader &reader)
{
    const QString own = scene.keys.value(reader.userId);
    return own.isEmpty() && reader.isAdmin && !scene.keys.isEmpty() ? *scene.keys.begin() : own;
}

} // namespace

struct SceneAnalysis::Parts
{
    Parts(storage::Database &opened, SceneOptions chosen)
        : database(opened)
        , options(std::move(chosen))
        , cache(opened)
        , blender([this](const QString &path, const std::stop_token &stop) { return readBlend(path, stop); },
                  [this](const QByteArray &md5, const Result<SceneFacts> &facts) { keep(md5, facts); })
    {
    }

    std::optional<CachedScene> readBefore(const SceneAsk &ask, const std::optional<FileStamp> &stamp,
                                          QByteArray &md5) const;
    Result<CachedScene> read(const SceneAsk &ask, QByteArray &md5, const std::stop_token &stop);
    Result<SceneFacts> readBlend(const QString &path, const std::stop_token &stop) const;
    void keep(const QByteArray &md5, const Result<SceneFacts> &facts) const;
    void complete(CachedScene &scene, const QByteArray &md5, const QString &path, const std::stop_token &stop);
    Result<AnalysedScene> lookedUp(const CachedScene &scene, const QByteArray &md5, const SceneAccess &access,
                                   const std::stop_token &stop) const;

    storage::Database &database;
    SceneOptions options;
    SceneCache cache;
    SeenFiles seen;
    BlenderQueue blender; // Its thread uses what stands above.
};

Result<SceneFacts> SceneAnalysis::Parts::readBlend(const QString &path, const std::stop_token &stop) const
{
    const auto program = options.findBlender();
    if (!program) {
        return failed(program);
    }
    const auto before = FileStamp::of(path);
    auto facts = readWithBlender(*program, path, options.blenderLimit, stop);
    if (facts && FileStamp::of(path) != before) {
        return fail(ErrorCode::FileChanged, {{u"path"_s, path}});
    }
    return facts;
}

void SceneAnalysis::Parts::keep(const QByteArray &md5, const Result<SceneFacts> &facts) const
{
    if (!facts) {
        qCInfo(logApp).noquote() << "a scene cannot be read by Blender:" << facts.error().forLog();
    }
    auto cached = cache.find(md5);
    if (!cached || !*cached || (*cached)->facts.isWhole) {
        return;
    }
    CachedScene scene = **cached;
    take(facts, scene.facts);
    if (const auto stored = cache.store(md5, scene); !stored) {
        qCWarning(logApp).noquote() << "a scene's facts cannot be kept:" << stored.error().forLog();
    }
}

/// The rest of what a .blend says, from Blender: waits for it a while, else it is there for whoever asks next.
void SceneAnalysis::Parts::complete(CachedScene &scene, const QByteArray &md5, const QString &path,
                                    const std::stop_token &stop)
{
    const auto future = blender.ask(md5, path);
    const qint64 end = steadyMs() + options.blenderPatience.count();
    while (future.wait_for(std::chrono::milliseconds(waitStep)) != std::future_status::ready) {
        if (stop.stop_requested() || steadyMs() > end) {
            scene.facts.notes.push_back({SceneNotice::BlenderReads});
            return;
        }
    }
    take(future.get(), scene.facts);
}

/// What is kept of a file that nobody has touched since it was read; none where it must be read.
std::optional<CachedScene> SceneAnalysis::Parts::readBefore(const SceneAsk &ask, const std::optional<FileStamp> &stamp,
                                                            QByteArray &md5) const
{
    const auto known = stamp ? seen.md5Of(*stamp) : std::nullopt;
    const auto cached = known ? cache.find(*known) : Result<std::optional<CachedScene>>(std::nullopt);
    if (!cached || !*cached || !(*cached)->facts.isWhole || (!ask.isStored && (*cached)->path != ask.path)) {
        return std::nullopt;
    }
    md5 = *known;
    CachedScene scene = **cached;
    if (ask.isStored) {
        scene.path.clear(); // Wherever the same bytes lie, this file has no folder.
    }
    return scene;
}

Result<CachedScene> SceneAnalysis::Parts::read(const SceneAsk &ask, QByteArray &md5, const std::stop_token &stop)
{
    const auto stamp = FileStamp::of(ask.path);
    if (auto known = readBefore(ask, stamp, md5)) {
        if (ask.isStored && known->keys.value(ask.userId) != ask.name) {
            known->keys.insert(ask.userId, ask.name);
            if (const auto stored = cache.store(md5, *known); !stored) {
                return failed(stored);
            }
        }
        return std::move(*known);
    }
    auto read = readScene(ask.path, ask.name, stop);
    if (!read) {
        return failed(read);
    }
    md5 = read->mark.md5;
    if (stamp && FileStamp::of(ask.path) == stamp) {
        seen.remember(*stamp, md5, options.clock());
    }
    CachedScene scene{
        std::move(read->facts), ask.isStored ? QString() : ask.path, read->mark.size, options.clock(), {}};
    if (ask.isStored) {
        scene.keys.insert(ask.userId, ask.name);
    }
    if (!scene.facts.isWhole) {
        // What Blender has said of it once holds for as long as its bytes are the same.
        if (auto cached = cache.find(md5); cached && *cached && (*cached)->facts.isWhole) {
            scene.facts = (*cached)->facts;
        }
    }
    if (const auto stored = cache.store(md5, scene); !stored) {
        return failed(stored);
    }
    if (!scene.facts.isWhole) {
        complete(scene, md5, ask.path, stop);
    }
    return scene;
}

Result<AnalysedScene> SceneAnalysis::Parts::lookedUp(const CachedScene &scene, const QByteArray &md5,
                                                     const SceneAccess &access, const std::stop_token &stop) const
{
    const auto settings =
        database.read([](storage::Connection &db) -> Result<SceneSettings> { return SceneSettings::read(db); });
    if (!settings) {
        return failed(settings);
    }
    AnalysedScene analysed{scene.path, {}, md5, scene.size, scene.facts, {}, scene.facts.notes, scene.analyzedAt};
    const QString folder = scene.path.isEmpty() ? QString() : QFileInfo(scene.path).path();
    PathFinder finder({folder, scene.facts.format, settings->variables, settings->mappings}, access);
    QSet<QString> known;
    for (const SceneFile &file : scene.facts.files) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        SceneAsset asset{file, finder.find(file)};
        // Two ways to write the path of one file are one file.
        const QString key = QString::number(int(file.type)) + asset.found.path;
        if (asset.found.isThere && known.contains(key)) {
            continue;
        }
        known.insert(key);
        addNotes(asset, analysed.notes);
        analysed.assets.push_back(std::move(asset));
    }
    return analysed;
}

SceneAnalysis::SceneAnalysis(storage::Database &database, SceneOptions options)
    : m_parts(std::make_unique<Parts>(database, std::move(options)))
{
}

SceneAnalysis::~SceneAnalysis() = default;

Result<AnalysedScene> SceneAnalysis::analyse(const SceneAsk &ask, const std::stop_token &stop)
{
    if (!ask.isStored && !ask.access.allows(ask.path)) {
        return fail(ErrorCode::Forbidden, {{u"what"_s, u"have files outside of the allowed folders looked at"_s}});
    }
    QByteArray md5;
    const auto scene = m_parts->read(ask, md5, stop);
    if (!scene) {
        return failed(scene);
    }
    auto analysed = m_parts->lookedUp(*scene, md5, ask.access, stop);
    if (analysed) {
        analysed->name = ask.name;
    }
    return analysed;
}

Result<AnalysedScene> SceneAnalysis::known(const QByteArray &md5, const SceneAccess &access,
                                           const std::stop_token &stop, const SceneReader &reader)
{
    auto cached = m_parts->cache.find(md5);
    if (!cached) {
        return failed(cached);
    }
    if (!*cached) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"scene"_s}, {u"id"_s, QString::fromLatin1(md5.toHex())}});
    }
    CachedScene scene = **cached;
    if (!access.allows(scene.path)) {
        scene.path.clear(); // Where it lies is not for everybody to know, nor what lies beside it.
    }
    if (!scene.facts.isWhole && m_parts->blender.isOpen(md5)) {
        scene.facts.notes = {{SceneNotice::BlenderReads}};
    } else if (!scene.facts.isWhole && scene.facts.notes.empty()) {
        scene.facts.notes = {{SceneNotice::BlenderFailed, {{u"reason"_s, u"it was interrupted"_s}}}};
    }
    auto analysed = m_parts->lookedUp(scene, md5, access, stop);
    if (analysed) {
        analysed->key = keyFor(scene, reader);
    }
    return analysed;
}

Result<SceneSettings> SceneAnalysis::settings() const
{
    return m_parts->database.read(
        [](storage::Connection &db) -> Result<SceneSettings> { return SceneSettings::read(db); });
}

Result<void> SceneAnalysis::set(const SceneSettings &settings)
{
    return m_parts->database.write([&](storage::Transaction &transaction) -> Result<void> {
        settings.write(transaction);
        return {};
    });
}

} // namespace kinframe::render
