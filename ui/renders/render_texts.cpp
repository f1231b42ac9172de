// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_texts.h"

#include "base/ids.h"
#include "jobs/progress.h"
#include "ui/base/sentences.h"
#include "ui/shell/task_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using render::FrameState;
using RenderState = render::TaskState;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenderTexts)
};

QString number(int value)
{
    return QLocale().toString(value);
}

QString money(double value)
{
    return QLocale().toString(value, 'f', 2);
}

void add(QString &line, const QString &more)
{
    line += line.isEmpty() || more.isEmpty() ? more : u" · "_s + more;
}

QString framesText(const render::TaskRequest &request)
{
    const int last = request.startFrame + (request.totalFrames - 1) * request.frameStep;
    if (request.totalFrames == 1) {
        return Texts::tr("frame %1").arg(number(request.startFrame));
    }
    const QString span = Texts::tr("frames %1 to %2").arg(number(request.startFrame), number(last));
    return request.frameStep == 1 ? span : Texts::tr("%1, every %2").arg(span, number(request.frameStep));
}

} // namespace

StateSign signOf(RenderState state)
{
    switch (state) {
    case RenderState::Queued:
        return {Texts::tr("Waiting"), u"clock"_s, u"textSoft"_s};
    case RenderState::Testing:
        return {Texts::tr("Test frames"), u"renders"_s, u"accent"_s};
    case RenderState::Rendering:
        return {Texts::tr("Rendering"), u"renders"_s, u"accent"_s};
    case RenderState::Paused:
        return {Texts::tr("Paused"), u"pause"_s, u"warn"_s};
    case RenderState::Completed:
        return {Texts::tr("Done"), u"check"_s, u"good"_s};
    case RenderState::Failed:
        return {Texts::tr("Failed"), u"error"_s, u"bad"_s};
    case RenderState::Cancelled:
        break;
    }
    return {Texts::tr("Cancelled"), u"stop"_s, u"textSoft"_s};
}

StateSign signOf(FrameState state)
{
    switch (state) {
    case FrameState::Pending:
        return {Texts::tr("Waiting"), u"clock"_s, u"textSoft"_s};
    case FrameState::Rendering:
        return {Texts::tr("Rendering"), u"renders"_s, u"accent"_s};
    case FrameState::Completed:
        return {Texts::tr("Done"), u"check"_s, u"good"_s};
    case FrameState::Failed:
        return {Texts::tr("Failed"), u"error"_s, u"bad"_s};
    case FrameState::Cancelled:
        break;
    }
    return {Texts::tr("Cancelled"), u"stop"_s, u"textSoft"_s};
}

QString progressText(const render::Task &task)
{
    QString text = Texts::tr("%1 of %n frame(s)", nullptr, task.frames.total()).arg(number(task.frames.completed));
    if (task.frames.failed > 0) {
        add(text, Texts::tr("%1 failed").arg(number(task.frames.failed)));
    }
    return text;
}

QString timeText(const render::Task &task, qint64 now)
{
    if (const auto end = task.estimatedCompletion(now)) {
        kinframe::TaskState progress;
        progress.secondsLeft = double(std::max<qint64>(0, *end - now)) / 1000;
        return timeLeftText(progress);
    }
    return render::isEnded(task.state) && task.workedMs >= 100 ? Texts::tr("took %1").arg(spanText(task.workedMs))
                                                               : QString();
}

QString costText(const render::Task &task)
{
    const auto actual = task.actualCost();
    // What rounds to nothing says nothing.
    if (!actual || *actual < 0.005) {
        return {};
    }
    const auto whole = task.estimatedCost();
    if (!whole || render::isEnded(task.state)) {
        return Texts::tr("cost %1").arg(money(*actual));
    }
    return Texts::tr("cost %1 of about %2").arg(money(*actual), money(*whole));
}

QString requestText(const render::Task &task)
{
    const render::TaskRequest &request = task.request;
    QString text = titleOf(request.engine);
    if (!request.version.isEmpty()) {
        text += u' ' + request.version;
    }
    add(text, framesText(request));
    if (!request.testText.isEmpty()) {
        add(text, Texts::tr("test frames %1").arg(request.testText));
    }
    if (task.hardware) {
        add(text, task.hardware->name);
    }
    add(text, Texts::tr("priority %1").arg(number(request.priority)));
    add(text, request.unionId);
    return text;
}

QString problemText(const render::Task &task)
{
    if (task.error) {
        return sentenceOf(*task.error);
    }
    return task.notice ? sentenceOf(*task.notice) : QString();
}

double fractionOf(const render::Task &task)
{
    const int total = task.frames.total();
    return total == 0 ? 0 : double(task.frames.completed) / total;
}

QString spanText(qint64 ms)
{
    const qint64 seconds = std::llround(double(ms) / 1000);
    if (ms < 100) {
        return Texts::tr("under %1 s").arg(QLocale().toString(0.1, 'f', 1));
    }
    if (ms < 10'000) {
        return Texts::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    }
    if (seconds < 60) {
        return Texts::tr("%1 s").arg(QLocale().toString(seconds));
    }
    if (seconds < 3600) {
        return Texts::tr("%1 min %2 s").arg(QLocale().toString(seconds / 60), QLocale().toString(seconds % 60));
    }
    return Texts::tr("%1 h %2 min").arg(QLocale().toString(seconds / 3600), QLocale().toString(seconds % 3600 / 60));
}

RenderChoices choicesOf(const render::Task &task)
{
    const auto can = [&task](render::TaskEvent event) {
        return render::after(task.state, event, task.resumesTo).has_value();
    };
    const bool hasFailed = task.frames.failed > 0 || (task.state == RenderState::Failed && task.frames.cancelled > 0);
    const bool isEnded = render::isEnded(task.state);
    RenderChoices choices{can(render::TaskEvent::Pause), can(render::TaskEvent::Resume),
                          can(render::TaskEvent::Cancel)};
    choices.canRetry = hasFailed && !task.isCleaned && can(render::TaskEvent::Retry);
    choices.canCleanUp = isEnded && !task.isCleaned;
    // One picture does not move. Where the work files are gone, the library may have the pictures.
    choices.canSaveVideo = isEnded && task.frames.completed > 1;
    return choices;
}

QString thumbnailOf(const QUuid &picture, qint64 stamp)
{
    return picture.isNull() ? QString() : u"image://library/thumb/%1?%2"_s.arg(toText(picture)).arg(stamp);
}

} // namespace kinframe::ui
