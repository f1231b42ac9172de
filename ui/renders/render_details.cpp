// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_details.h"

#include "base/clock.h"
#include "ui/base/preferences.h"
#include "ui/base/sentences.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/render_watch.h"

#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto clockStep = 5s;

} // namespace

RenderDetails::RenderDetails(QObject *parent)
    : QObject(parent)
{
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &RenderDetails::changed);
}

void RenderDetails::componentComplete()
{
    m_context = Context::of(this);
    const auto *watch = new RenderWatch(this);
    connect(watch, &RenderWatch::changed, this, [this](const QSet<qint64> &tasks) {
        if (tasks.contains(m_taskId)) {
            reload();
        }
    });
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &RenderDetails::changed, Qt::QueuedConnection);
    }
    reload();
}

void RenderDetails::setTaskId(int taskId)
{
    if (taskId == m_taskId) {
        return;
    }
    m_taskId = taskId;
    m_question.drop();
    m_view = {};
    m_error.reset();
    m_status = Status::Unloaded;
    Q_EMIT taskIdChanged();
    Q_EMIT changed();
    reload();
}

void RenderDetails::reload()
{
    if (!m_context || m_taskId == 0) {
        return;
    }
    if (!isReady()) {
        m_status = Status::Loading;
        Q_EMIT changed();
    }
    m_question.ask(
        *m_context, this,
        [&services = m_context->services(), userId = m_context->userId(),
         id = qint64(m_taskId)](const std::stop_token &stop) -> Result<RenderView> {
            auto views = someRenders(services, userId, std::span(&id, 1), stop);
            if (!views) {
                return failed(views);
            }
            if (views->empty()) {
                return fail(ErrorCode::NotFound, {{u"what"_s, u"task"_s}, {u"id"_s, QString::number(id)}});
            }
            return std::move(views->front());
        },
        [this](Result<RenderView> view) {
            m_status = view ? Status::Ready : Status::Failed;
            if (view) {
                m_view = std::move(*view);
                m_error.reset();
                canPause() ? m_clock.start() : m_clock.stop();
            } else {
                m_error = view.error();
            }
            Q_EMIT changed();
        });
}

QString RenderDetails::errorText() const
{
    return m_error ? sentenceOf(*m_error) : QString();
}

QString RenderDetails::requestLine() const
{
    return isReady() ? requestText(m_view.task) : QString();
}

QString RenderDetails::stateText() const
{
    return isReady() ? signOf(m_view.task.state).text : QString();
}

QString RenderDetails::stateIcon() const
{
    return isReady() ? signOf(m_view.task.state).icon : QString();
}

QString RenderDetails::stateTone() const
{
    return isReady() ? signOf(m_view.task.state).tone : QString();
}

QString RenderDetails::progressLine() const
{
    return isReady() ? progressText(m_view.task) : QString();
}

double RenderDetails::fraction() const
{
    return fractionOf(m_view.task);
}

QString RenderDetails::timeLine() const
{
    return isReady() ? timeText(m_view.task, wallMs()) : QString();
}

QString RenderDetails::costLine() const
{
    return isReady() ? costText(m_view.task) : QString();
}

QString RenderDetails::problemLine() const
{
    return isReady() ? problemText(m_view.task) : QString();
}

bool RenderDetails::canPause() const
{
    return isReady() && choicesOf(m_view.task).canPause;
}

bool RenderDetails::canResume() const
{
    return isReady() && choicesOf(m_view.task).canResume;
}

bool RenderDetails::canCancel() const
{
    return isReady() && choicesOf(m_view.task).canCancel;
}

bool RenderDetails::canRetry() const
{
    return isReady() && choicesOf(m_view.task).canRetry;
}

bool RenderDetails::canCleanUp() const
{
    return isReady() && choicesOf(m_view.task).canCleanUp;
}

bool RenderDetails::canSaveVideo() const
{
    return isReady() && choicesOf(m_view.task).canSaveVideo;
}

} // namespace kinframe::ui
