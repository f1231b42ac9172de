// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene_layout.h"

#include "base/files.h"
#include "render/files/files.h"
#include "render/scene/scene_bytes.h"

#include <QFile>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// The work space belongs to the program: whoever may see the task may use its files.
constexpr Asker anybody{0, true};

QString suffixOf(Engine engine)
{
    switch (engine) {
    case Engine::Blender:
        return u".blend"_s;
    case Engine::Maya:
        return u".ma"_s;
    case Engine::Unreal:
        return u".uproject"_s;
    case Engine::Command:
        break;
    }
    return {};
}

bool isPackedName(const QString &name)
{
    return name.endsWith(".gz"_L1, Qt::CaseInsensitive);
}

// Programs go by the suffix, which `assets/<md5>` does not have.
QString givenName(const QString &sceneKey, const StoredFile &file)
{
    const auto lastPart = [](const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); };
    const QString name = lastPart(sceneKey);
    return name.contains(u'.') ? name : lastPart(QString(file.fileName).replace(u'\\', u'/'));
}

QString sceneName(const Task &task, const StoredFile &file)
{
    QString name = givenName(task.request.sceneKey, file);
    if (task.request.isCompressed.value_or(false) && isPackedName(name)) {
        name.chop(3);
    }
    if (!name.contains(u'.')) {
        name = u"scene"_s + suffixOf(task.request.engine);
    }
    return name;
}

Result<QString> scenePlace(const Task &task, const StoredFile &file)
{
    const QString folder = task.request.info[u"source_dir"].toString();
    const QString name = sceneName(task, file);
    if (auto place = serverPathOf((folder.isEmpty() ? u"/scene"_s : folder) + u'/' + name)) {
        return place;
    }
    return serverPathOf(u"/scene/scene"_s + suffixOf(task.request.engine));
}

Result<void> copyFile(const QString &from, const QString &to)
{
    // Under another name until it is whole: what has the name is.
    const QString part = to + u".part"_s;
    QFile::remove(part);
    QFile source(from);
    if (!source.copy(part)) {
        const bool isFull = freeSpace(part) < source.size();
        return fail(isFull ? ErrorCode::DiskFull : ErrorCode::DiskFailed, {{u"path"_s, to}}, source.errorString());
    }
    return renameOver(part, to);
}

Result<void> place(const QString &bytes, const QString &to)
{
    if (QFileInfo(to).isFile()) {
        return {};
    }
    if (auto made = makeFolder(QFileInfo(to).path()); !made) {
        return made;
    }
#ifdef Q_OS_UNIX
    // A program that writes into what it reads must not reach the bytes that photos may share.
    QFile::setPermissions(bytes, QFile::ReadOwner | QFile::ReadUser | QFile::ReadGroup | QFile::ReadOther);
    QFile::remove(to);
    if (QFile::link(bytes, to)) {
        return {};
    }
#endif
    return copyFile(bytes, to);
}

Result<void> unpack(const QString &bytes, const QString &to, const std::stop_token &stop)
{
    if (QFileInfo(to).isFile()) {
        return {};
    }
    auto source = SceneBytes::open(bytes, stop);
    auto made = source ? makeFolder(QFileInfo(to).path()) : Result<void>(failed(source));
    if (!made) {
        return made;
    }
    const QString part = to + u".part"_s;
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return fail(ErrorCode::DiskFailed, {{u"path"_s, to}}, file.errorString());
    }
    for (;;) {
        const auto block = (*source)->next();
        if (!block) {
            return failed(block);
        }
        if (block->empty()) {
            break;
        }
        if (auto written = writeAll(file, *block); !written) {
            file.remove();
            return written;
        }
    }
    if ((*source)->isDamaged()) {
        file.remove();
        return fail(ErrorCode::SceneUnreadable, {{u"path"_s, bytes}, {u"reason"_s, u"its packing is damaged"_s}});
    }
    file.close();
    return renameOver(part, to);
}

Result<QString> sceneBytes(const Task &task, const Result<StoredFile> &scene, const Files &stored)
{
    auto bytes = scene ? stored.pathOf(*scene) : Result<QString>(failed(scene));
    const bool isGone = !bytes && bytes.error().code == ErrorCode::NotFound;
    return isGone ? fail(ErrorCode::NotFound, {{u"what"_s, u"file"_s}, {u"id"_s, task.request.sceneKey}}) : bytes;
}

// People know the scene by its key, not by where its bytes lie on this computer.
Failure namedByKey(Error error, const QString &bytes, const QString &key)
{
    for (auto &[name, fact] : error.facts) {
        fact = fact == bytes ? key : fact;
    }
    return Failure(std::move(error));
}

} // namespace

bool isPacked(const QString &sceneKey, const StoredFile &file)
{
    return isPackedName(givenName(sceneKey, file));
}

Result<SceneLayout> layOut(const Task &task, const std::vector<TaskFile> &files, const QString &folder, Files &stored,
                           const std::stop_token &stop)
{
    const auto scene = stored.file(anybody, task.sceneFileId);
    const auto bytes = sceneBytes(task, scene, stored);
    const auto at = bytes ? scenePlace(task, *scene) : bytes;
    if (!at) {
        return failed(at);
    }
    SceneLayout layout;
    layout.scene = folder + *at;
    const bool isCompressed = task.request.isCompressed.value_or(false);
    if (auto placed = isCompressed ? unpack(*bytes, layout.scene, stop) : place(*bytes, layout.scene); !placed) {
        return namedByKey(placed.error(), *bytes, task.request.sceneKey);
    }
    for (const TaskFile &wanted : files) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const auto file =
            wanted.fileId == 0 ? Result<StoredFile>(fail(ErrorCode::NotFound)) : stored.file(anybody, wanted.fileId);
        if (!file) {
            continue; // Missing: the engine says what it makes of that.
        }
        const auto from = stored.pathOf(*file);
        auto placed =
            from ? place(*from, folder + wanted.serverPath)
                 : Result<void>(fail(from.error().code, {{u"what"_s, u"file"_s}, {u"id"_s, wanted.localPath}}));
        if (!placed) {
            return failed(placed);
        }
        layout.paths.push_back({wanted.localPath, folder + wanted.serverPath});
    }
    const QString project = task.request.info[u"project_dir"].toString();
    if (const auto clean = serverPathOf(project); !project.isEmpty() && clean && QFileInfo::exists(folder + *clean)) {
        layout.projectDir = folder + *clean;
    }
    return layout;
}

} // namespace kinframe::render
