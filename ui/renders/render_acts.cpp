// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_acts.h"

#include "ui/base/sentences.h"
#include "ui/renders/render_reads.h"

#include <QQmlEngine>

#include <utility>

namespace kinframe::ui {
namespace {

constexpr char propertyName[] = "kinframeRenderActs";

constexpr auto nothing = [](const auto &) { return QString(); };

} // namespace

RenderActs::RenderActs(QQmlEngine *engine)
    : QObject(engine)
    , m_context(Context::of(engine))
{
}

RenderActs *RenderActs::create(QQmlEngine *engine, QJSEngine *)
{
    auto *acts = engine->property(propertyName).value<RenderActs *>();
    if (!acts) {
        acts = new RenderActs(engine);
        engine->setProperty(propertyName, QVariant::fromValue(acts));
        QQmlEngine::setObjectOwnership(acts, QQmlEngine::CppOwnership);
    }
    return acts;
}

template <typename Act, typename Said>
void RenderActs::perform(Act act, Said said)
{
    if (!m_context) {
        return;
    }
    m_context->ask(
        this,
        [services = &m_context->services(), userId = m_context->userId(), act] {
            const auto caller = callerOf(*services, userId);
            using Outcome = decltype(act(*services->tasks, *caller));
            return caller ? act(*services->tasks, *caller) : Outcome(failed(caller));
        },
        [this, said](const auto &outcome) {
            const QString text = outcome ? said(*outcome) : sentenceOf(outcome.error());
            if (!outcome) {
                Q_EMIT wentWrong(text);
            } else if (!text.isEmpty()) {
                Q_EMIT done(text);
            }
        });
}

void RenderActs::pause(int task)
{
    perform([task](render::Tasks &tasks, const render::Caller &caller) { return tasks.pause(caller, task); }, nothing);
}

void RenderActs::resume(int task)
{
    perform([task](render::Tasks &tasks, const render::Caller &caller) { return tasks.resume(caller, task); }, nothing);
}

void RenderActs::cancel(int task)
{
    perform([task](render::Tasks &tasks, const render::Caller &caller) { return tasks.cancel(caller, task); }, nothing);
}

void RenderActs::retryFailed(int task)
{
    perform(
        [task](render::Tasks &tasks, const render::Caller &caller) { return tasks.retryFailed(caller, task); },
        [](const QList<int> &frames) { return tr("%n frame(s) are rendered again.", nullptr, int(frames.size())); });
}

void RenderActs::retryFrames(int task, const QList<int> &frames)
{
    perform(
        [task, frames](render::Tasks &tasks, const render::Caller &caller) -> Result<int> {
            int retried = 0;
            for (const int frame : frames) {
                const auto again = tasks.retryFrame(caller, task, frame);
                // Of several those that can be are: one that waits already is no reason to leave the others.
                if (!again && (frames.size() == 1 || again.error().code != ErrorCode::Conflict)) {
                    return failed(again);
                }
                retried += again ? 1 : 0;
            }
            return retried;
        },
        [](int retried) {
            return retried > 0 ? tr("%n frame(s) are rendered again.", nullptr, retried)
                               : tr("These frames wait to be rendered already.");
        });
}

void RenderActs::cleanUp(int task)
{
    perform([task](render::Tasks &tasks, const render::Caller &caller) { return tasks.cleanUp(caller, task); },
            [](qint64 bytes) { return tr("The work files are removed: %1 are free again.").arg(bytesText(bytes)); });
}

} // namespace kinframe::ui
