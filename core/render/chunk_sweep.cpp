// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/chunk_sweep.h"

#include "base/durable_moves.h"
#include "base/files.h"
#include "base/log.h"
#include "render/engines/frame_check.h"
#include "render/engines/frame_files.h"
#include "render/work_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

bool isResult(const ChunkLeftovers &left, const QString &path, const QString &to, const std::stop_token &stop)
{
    const int frame = frameOf(path);
    if (left.good.contains(frame)) {
        // An engine that was ended may have been at the last of its passes.
        return left.hasEndedWell || checkFrame(path, {left.begunAt}, stop);
    }
    // What another attempt has left of such files stays.
    return left.hasEndedWell && !left.frames.contains(frame) && !QFileInfo::exists(to);
}

// False where something stays behind.
bool takeResults(const ChunkLeftovers &left, const QString &output, const std::stop_token &stop)
{
    std::vector<FileMove> moves;
    QDirIterator files(output, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext() && !stop.stop_requested()) {
        const QString path = files.next();
        const QString to = left.framesFolder + u'/' + QDir(output).relativeFilePath(path);
        if (isResult(left, path, to, stop)) {
            moves.push_back({path, to});
        }
    }
    bool isAll = !stop.stop_requested();
    for (const FileMove &move : moves) {
        isAll = isAll && makeFolder(QFileInfo(move.to).path());
    }
    if (!isAll) {
        return false;
    }
    const auto results = moveDurably(moves);
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (!results[i]) {
            qCWarning(logRender).noquote() << moves[i].from << "stays there:" << results[i].error().forLog();
            isAll = false;
        }
    }
    return isAll;
}

} // namespace

void sweepChunk(const ChunkLeftovers &left, const std::stop_token &stop)
{
    const QString output = WorkFolder::output(left.folder);
    if (takeResults(left, output, stop)) {
        QDir(output).removeRecursively();
    }
    QDir(WorkFolder::work(left.folder)).removeRecursively();
}

} // namespace kinframe::render
