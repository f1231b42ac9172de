// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/video_acts.h"

#include "jobs/progress.h"
#include "render/tasks.h"
#include "ui/base/context.h"
#include "ui/base/sentences.h"
#include "ui/renders/file_out.h"
#include "ui/renders/render_reads.h"

#include <QDir>
#include <QFileInfo>
#include <QQmlEngine>

#include <memory>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

struct Wish
{
    int task = 0;
    QString path;
    int frameRate = 0;
    bool replaces = false;
};

/// False where another file has the name by now.
Result<bool> write(const Services &services, qint64 userId, const Wish &wish, ScopedTask &line,
                   const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        return fail(ErrorCode::Canceled);
    }
    const auto caller = callerOf(services, userId);
    if (!caller) {
        return failed(caller);
    }
    // What cannot be written there is said before anybody waits for a video.
    FileOut file(wish.path);
    if (const auto opened = file.open(); !opened) {
        return failed(opened);
    }
    const auto video = services.tasks->preview(
        *caller, wish.task, wish.frameRate, [&line](qint64 done, qint64 total) { line.set(done, total); }, stop);
    if (!video) {
        return failed(video);
    }
    if (const auto taken = file.take(video->path, stop); !taken) {
        return failed(taken);
    }
    return file.finish(wish.replaces);
}

} // namespace

VideoActs::VideoActs(Context *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_pool.setMaxThreadCount(1);
}

VideoActs::~VideoActs()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

VideoActs *VideoActs::create(QQmlEngine *engine, QJSEngine *)
{
    return new VideoActs(Context::of(engine));
}

void VideoActs::save(int task, const QString &path, int frameRate, bool replaces)
{
    if (!m_context) {
        return;
    }
    const std::stop_source stop;
    TaskInfo info;
    info.kind = u"preview"_s;
    info.title = u"preview"_s;
    info.cancel = [stop]() mutable { stop.request_stop(); };
    // It shows from here on: it may have to wait for another one.
    auto line = std::make_shared<ScopedTask>(m_context->services().progress.begin(std::move(info)));
    m_pool.start([this, &services = m_context->services(), userId = m_context->userId(),
                  wish = Wish{task, path, frameRate, replaces}, line, stop, closing = m_stop.get_token()]() mutable {
        const std::stop_callback onClosing(closing, [&stop] { stop.request_stop(); });
        const auto outcome = write(services, userId, wish, *line, stop.get_token());
        line.reset();
        // This lives until its threads are done; what is not delivered by then is dropped.
        QMetaObject::invokeMethod(
            this, [this, path = wish.path, outcome] { finish(path, outcome); }, Qt::QueuedConnection);
    });
}

void VideoActs::finish(const QString &path, const Result<bool> &outcome)
{
    const QFileInfo file(path);
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Canceled) {
            Q_EMIT wentWrong(sentenceOf(outcome.error()));
        }
    } else if (*outcome) {
        Q_EMIT saved(tr("“%1” is saved in “%2”.").arg(file.fileName(), QDir::toNativeSeparators(file.path())), path);
    } else {
        Q_EMIT wentWrong(tr("There is a file “%1” in “%2” by now. Save the video under another name.")
                             .arg(file.fileName(), QDir::toNativeSeparators(file.path())));
    }
}

} // namespace kinframe::ui
