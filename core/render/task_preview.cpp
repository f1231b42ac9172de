// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sequence of a finished task as a video.
#include "base/files.h"
#include "render/preview.h"
#include "render/tasks.h"
#include "render/work_folder.h"
#include "storage/database.h"

#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;

constexpr int allFrames = 10'000;

} // namespace

Result<Tasks::Output> Tasks::preview(const Caller &caller, qint64 id, int frameRate,
                                     const std::function<void(qint64 done, qint64 total)> &progress,
                                     const std::stop_token &stop)
{
    std::vector<Frame> frames;
    const auto task = m_services.database.read([&](Connection &db) -> Result<Task> {
        auto found = taskFor(db, caller, id);
        if (found) {
            frames = listFrames(db, id, {FrameState::Completed, false, allFrames, 0});
        }
        return found;
    });
    if (!task) {
        return failed(task);
    }
    if (!isEnded(task->state)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the task is not finished"_s}});
    }
    if (frames.empty()) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"no frame of the task is rendered"_s}});
    }
    const WorkFolder folder(m_setup.folder, id);
    const QString path = folder.preview(frameRate);
    const auto newest = std::max_element(frames.begin(), frames.end(), [](const Frame &left, const Frame &right) {
        return left.completedAt.value_or(0) < right.completedAt.value_or(0);
    });
    const Output output{path, u"task-%1.mp4"_s.arg(id), "video/mp4"};
    // Two who ask at once get the same one.
    const std::scoped_lock lock(m_previewMutex);
    const QFileInfo made(path);
    if (made.isFile() && made.lastModified().toMSecsSinceEpoch() > newest->completedAt.value_or(0)) {
        return output;
    }
    const auto pictures = m_services.database.read([&](Connection &db) -> Result<QStringList> {
        QStringList paths;
        for (const Frame &frame : frames) {
            if (const auto picture = outputOf(db, frame)) {
                paths += picture->path;
            }
        }
        return paths;
    });
    if (pictures && pictures->isEmpty()) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the work space of the task has been removed"_s}});
    }
    // Of a task without its work space even the folder is gone.
    auto written = pictures ? makeFolder(folder.path) : Result<void>(failed(pictures));
    if (written) {
        written = makePreview(*pictures, path, frameRate, progress, stop);
    }
    return written ? Result<Output>(output) : failed(written);
}

} // namespace kinframe::render
