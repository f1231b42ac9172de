// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/job_status_json.h"

namespace kinframe::server {

using namespace Qt::StringLiterals;

QJsonObject kindStatusJson(const QString &kind, const jobs::KindStatus &status, Language language)
{
    return {{u"kind"_s, kind},
            {u"waiting"_s, double(status.waiting)},
            {u"running"_s, double(status.running)},
            {u"failed"_s, double(status.failed)},
            {u"done"_s, double(status.done)},
            {u"concurrency"_s, status.concurrency},
            {u"paused"_s, status.isPaused},
            {u"hold"_s, status.hold ? QJsonValue(textOf(*status.hold, language)) : QJsonValue()}};
}

} // namespace kinframe::server
