// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/frame_intake.h"

#include "base/background_thread.h"
#include "base/digest.h"
#include "base/files.h"
#include "render/engines/frame_check.h"
#include "render/engines/frame_files.h"
#include "render/work_folder.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

constexpr int threads = 2;

// What a log says of paths is not believed: the file must lie in the attempt's own folder.
QString pathWithin(const QString &folder, const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString root = QFileInfo(folder).canonicalFilePath();
    return !root.isEmpty() && real.startsWith(root + u'/') ? real : QString();
}

QString writtenFile(const FrameIntake::Wanted &wanted)
{
    if (QString path = pathWithin(wanted.outputFolder, wanted.path); !path.isEmpty()) {
        return path;
    }
    const QStringList files = frameFiles(wanted.outputFolder).value(wanted.frame);
    return files.isEmpty() ? QString() : pathWithin(wanted.outputFolder, files.first());
}

// Of a picture that was made a result by a program that was killed before it could write that down.
QString resultOf(const FrameIntake::Wanted &wanted)
{
    const QFileInfo result(wanted.framesFolder + u'/' + QFileInfo(wanted.path).fileName());
    const bool isOfThisAttempt =
        result.isFile() && result.lastModified().toMSecsSinceEpoch() >= wanted.notBefore && wanted.notBefore > 0;
    return isOfThisAttempt && frameOf(result.fileName()) == wanted.frame ? result.filePath() : QString();
}

Result<FrameOutput> outputAt(const FrameIntake::Wanted &wanted, const QString &path)
{
    const auto digests = digestsOfFile(path);
    if (!digests) {
        return failed(digests);
    }
    const QString root = QFileInfo(wanted.framesFolder).path();
    return FrameOutput{QDir(root).relativeFilePath(path), digests->size, digests->md5};
}

Result<FrameOutput> taken(const FrameIntake::Wanted &wanted, const std::stop_token &stop)
{
    const QString path = writtenFile(wanted);
    if (const QString result = path.isEmpty() ? resultOf(wanted) : QString(); !result.isEmpty()) {
        const auto checked = checkFrame(result, {wanted.notBefore, std::nullopt}, stop);
        return checked ? outputAt(wanted, result) : failed(checked);
    }
    if (path.isEmpty()) {
        return fail(ErrorCode::FrameNotWritten, {{u"frame"_s, QString::number(wanted.frame)}});
    }
    // Below the folder as the engine laid it out, so that layers of the same name do not meet.
    const QString below = path.mid(QFileInfo(wanted.outputFolder).canonicalFilePath().size() + 1);
    const QString to = wanted.framesFolder + u'/' + below;
    if (auto made = makeFolder(QFileInfo(to).path()); !made) {
        return failed(made);
    }
    const auto kept = keepFrame(path, to, {wanted.notBefore, std::nullopt}, stop);
    if (!kept) {
        return failed(kept);
    }
    return outputAt(wanted, to);
}

} // namespace

FrameIntake::FrameIntake(Sink sink)
    : m_sink(std::move(sink))
{
    m_pool.setMaxThreadCount(threads);
}

FrameIntake::~FrameIntake()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void FrameIntake::check(Wanted wanted)
{
    run([this, wanted = std::move(wanted)](const std::stop_token &stop) {
        m_sink({wanted.chunk, wanted.frame, taken(wanted, stop)});
    });
}

void FrameIntake::run(std::function<void(const std::stop_token &)> work)
{
    m_pool.start([stop = m_stop.get_token(), work = std::move(work)] {
        giveWayToOthers();
        if (!stop.stop_requested()) {
            work(stop);
        }
    });
}

void sweepChunk(const QString &chunkFolder, const QString &framesFolder)
{
    const QString output = WorkFolder::output(chunkFolder);
    QDirIterator files(output, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString to = framesFolder + u'/' + QDir(output).relativeFilePath(path);
        // A picture of another attempt that is good stays what it is.
        if (!QFileInfo::exists(to) && makeFolder(QFileInfo(to).path())) {
            (void)renameOver(path, to);
        }
    }
    QDir(output).removeRecursively();
    QDir(WorkFolder::work(chunkFolder)).removeRecursively();
}

} // namespace kinframe::render
