// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/people_news.h"

#include "faces/face_jobs.h"
#include "jobs/progress.h"
#include "storage/database.h"
#include "ui/base/context.h"

#include <algorithm>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;

bool isRecognition(const QString &kind)
{
    return kind == QStringView(faces::facesKind) || kind == QStringView(faces::clusterKind);
}

} // namespace

void PeopleNews::componentComplete()
{
    m_context = Context::of(this);
    if (m_context != nullptr) {
        connect(m_context, &Context::happened, this, &PeopleNews::hear);
    }
}

void PeopleNews::hear(const std::vector<Event> &events)
{
    const bool isAboutIt = std::ranges::any_of(events, [](const Event &event) {
        return event.type == "job.progress"_L1 && isRecognition(event.details.value("kind"_L1).toString());
    });
    if (!isAboutIt) {
        return;
    }
    const std::vector<TaskState> running = m_context->services().progress.snapshot();
    const auto one = std::ranges::find_if(running, isRecognition, &TaskState::kind);
    if (one != running.end()) {
        m_since = std::min(m_since.value_or(one->startedAt), one->startedAt);
    } else if (m_since) {
        count(*std::exchange(m_since, std::nullopt));
    }
}

void PeopleNews::count(qint64 since)
{
    m_context->ask(
        this,
        [&database = m_context->services().library.database, user = m_context->userId(), since] {
            return database.read([&](storage::Connection &db) -> Result<int> {
                storage::Statement row =
                    db.prepare("SELECT count(*) FROM person WHERE owner_id = ?1 AND merged_into IS NULL AND "
                               "created_at >= ?2 AND EXISTS (SELECT 1 FROM face WHERE person_id = person.id)");
                row.bindAll(user, since);
                row.step();
                return row.integer(0);
            });
        },
        [this](const Result<int> &people) {
            if (people && *people > 0) {
                Q_EMIT found(*people, tr("%n new person(s) found.", nullptr, *people));
            }
        });
}

} // namespace kinframe::ui
