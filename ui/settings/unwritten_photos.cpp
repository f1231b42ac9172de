// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/unwritten_photos.h"

#include "jobs/job_queue.h"
#include "library/writeback.h"
#include "ui/base/sentences.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

QString writing()
{
    return QString::fromUtf16(library::writeBackKind);
}

} // namespace

QString UnwrittenPhotos::reason() const
{
    return m_failed.first ? sentenceOf(*m_failed.first) : QString();
}

void UnwrittenPhotos::componentComplete()
{
    m_context = Context::of(this);
    if (m_context) {
        connect(m_context, &Context::happened, this, &UnwrittenPhotos::hear);
        read();
    }
}

void UnwrittenPhotos::hear(const std::vector<Event> &events)
{
    const bool hasEnded = std::any_of(events.begin(), events.end(), [](const Event &event) {
        return event.type == u"job.progress" && event.details.value("kind"_L1).toString() == writing() &&
               event.details.value("ended"_L1).toBool();
    });
    if (hasEnded) {
        read();
    }
}

void UnwrittenPhotos::read()
{
    m_question.ask(
        *m_context, this,
        [&queue = m_context->services().library.jobs](const std::stop_token &) -> Result<Failed> {
            const auto status = queue.status();
            if (!status) {
                return failed(status);
            }
            Failed found;
            if (const auto kind = status->find(writing()); kind != status->end()) {
                found.count = kind->second.failed;
            }
            jobs::JobFilter filter;
            filter.kind = writing();
            filter.state = jobs::JobState::Failed;
            filter.limit = 1;
            const auto first = queue.list(filter);
            if (first && !first->empty()) {
                found.first = first->front().error;
            }
            return found;
        },
        [this](const Result<Failed> &found) {
            // What could not be asked is no news about the photos.
            m_failed = found.value_or(m_failed);
            Q_EMIT changed();
        });
}

void UnwrittenPhotos::retry()
{
    if (!m_context) {
        return;
    }
    m_context->ask(
        this, [&queue = m_context->services().library.jobs] { return queue.retryFailed(writing()); },
        [this](const Result<qint64> &) { read(); });
}

} // namespace kinframe::ui
